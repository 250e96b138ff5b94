#include "align/lexicon.hpp"

#include <algorithm>
#include <map>
#include <random>

#include "catch.hpp"

using align::count_unit;
using align::Counts;
using align::Lexicon;
using align::LexiconLimits;
using align::PairCount;
using align::Rest;
using align::WordId;

namespace {

constexpr std::size_t words = 12;

std::vector<PairCount> random_pairs(std::mt19937& random, std::size_t size) {
    std::uniform_int_distribution<WordId> word(0, words - 1);
    std::uniform_int_distribution<std::int64_t> count(0, std::int64_t{1} << 21);
    std::vector<PairCount> pairs;
    for (std::size_t i = 0; i < size; ++i) {
        const WordId source = word(random);
        const WordId target = word(random);
        pairs.push_back({source, target, count(random), count(random)});
    }
    return pairs;
}

/// Keeps translations from this share of a word's links on, however usual they are by chance.
LexiconLimits keeping(double least) { return {least, 0, 4}; }

/// How much of a word's translations is known: all but those that are not told from chance.
double known_of_source(const Lexicon& lexicon, WordId word) {
    const double links = lexicon.links_of_source(word);
    return lexicon.probability(links - lexicon.rest_of_source(word), links);
}
double known_of_target(const Lexicon& lexicon, WordId word) {
    const double links = lexicon.links_of_target(word);
    return lexicon.probability(links - lexicon.rest_of_target(word), links);
}

/// Links of random words whose other side is not told.
Rest random_rest(std::mt19937& random) {
    std::uniform_int_distribution<std::int64_t> count(0, std::int64_t{1} << 22);
    Rest rest;
    for (WordId word = 0; word < words; word += 2) rest.source.emplace_back(word, count(random));
    for (WordId word = 1; word < words; word += 3) rest.target.emplace_back(word, count(random));
    return rest;
}

/// The slow obvious lexicon: sums over all counts, anew for each pair.
class AllCounts {
  public:
    AllCounts(const std::vector<PairCount>& counts, const LexiconLimits& limits, const Rest& rest)
        : counts_(Counts(counts).pairs()), limits_(limits), rest_(rest) {}

    [[nodiscard]] double links_of_source(WordId word) const {
        return sum([&](const PairCount& c) { return c.source == word ? c.forward : 0; }) +
               links_in(rest_.source, word);
    }
    [[nodiscard]] double links_of_target(WordId word) const {
        return sum([&](const PairCount& c) { return c.target == word ? c.backward : 0; }) +
               links_in(rest_.target, word);
    }
    [[nodiscard]] double rest_of_source(WordId word) const {
        return sum([&](const PairCount& c) { return c.source == word && !is_told(c) ? c.forward : 0; });
    }
    [[nodiscard]] double rest_of_target(WordId word) const {
        return sum([&](const PairCount& c) { return c.target == word && !is_told(c) ? c.backward : 0; });
    }
    /// The pairs that are told from others and from chance, with their links.
    [[nodiscard]] std::map<std::pair<WordId, WordId>, std::pair<double, double>> entries() const {
        std::map<std::pair<WordId, WordId>, std::pair<double, double>> told;
        for (const PairCount& c : counts_) {
            if (is_told(c))
                told[{c.source, c.target}] = {static_cast<double>(c.forward) / count_unit,
                                              static_cast<double>(c.backward) / count_unit};
        }
        return told;
    }

  private:
    template <class Part>
    [[nodiscard]] double sum(const Part& part) const {
        std::int64_t all = 0;
        for (const PairCount& c : counts_) all += part(c);
        return static_cast<double>(all) / count_unit;
    }
    static double links_in(const align::WordLinks& links, WordId word) {
        for (const auto& [other, count] : links)
            if (other == word) return static_cast<double>(count) / count_unit;
        return 0;
    }
    [[nodiscard]] bool is_told(const PairCount& pair) const {
        const double forward = static_cast<double>(pair.forward) / count_unit;
        const double backward = static_cast<double>(pair.backward) / count_unit;
        const double from = links_of_source(pair.source);
        const double to = links_of_target(pair.target);
        const double into = sum([&](const PairCount& c) { return c.target == pair.target ? c.forward : 0; });
        const double back = sum([&](const PairCount& c) { return c.source == pair.source ? c.backward : 0; });
        constexpr double list = 10000;  // links that a short list is taken for having more
        const double by_chance = from * into / (sum([](const PairCount& c) { return c.forward; }) + list);
        const double by_chance_back = to * back / (sum([](const PairCount& c) { return c.backward; }) + list);
        const bool is_likely = forward >= limits_.least * from || backward >= limits_.least * to;
        return is_likely &&
               (forward >= limits_.specific * by_chance || backward >= limits_.specific * by_chance_back);
    }

    std::vector<PairCount> counts_;
    LexiconLimits limits_;
    Rest rest_;
};

/// One link of the words, both ways, `times` over.
PairCount links(WordId source, WordId target, double times) {
    const auto count = static_cast<std::int64_t>(times * count_unit);
    return {source, target, count, count};
}

}  // namespace

TEST_CASE("counts of parts are the counts of the whole, in any order and any split") {
    std::mt19937 random(11);
    for (int round = 0; round < 50; ++round) {
        std::vector<PairCount> pairs = random_pairs(random, 200);
        const Counts whole(pairs);
        std::shuffle(pairs.begin(), pairs.end(), random);
        Counts parts;
        for (std::size_t begin = 0; begin < pairs.size();) {
            const std::size_t size = std::uniform_int_distribution<std::size_t>(0, 60)(random);
            const std::size_t end = std::min(pairs.size(), begin + size);
            parts.add(Counts({pairs.begin() + static_cast<std::ptrdiff_t>(begin),
                              pairs.begin() + static_cast<std::ptrdiff_t>(end)}));
            begin = end;
        }
        REQUIRE(parts.pairs() == whole.pairs());
        Counts nested = parts;
        nested.add(Counts());
        REQUIRE(nested.pairs() == whole.pairs());
    }
}

TEST_CASE("counts are sorted and hold each pair once") {
    const Counts counts({{2, 1, 5, 6}, {1, 3, 1, 1}, {2, 1, 10, 20}, {1, 2, 7, 0}});
    const std::vector<PairCount> expected = {{1, 2, 7, 0}, {1, 3, 1, 1}, {2, 1, 15, 26}};
    CHECK(counts.pairs() == expected);
    CHECK(Counts().pairs().empty());
}

TEST_CASE("the probabilities of a word add up to what is known of it at most, both ways") {
    std::mt19937 random(5);
    for (const double least : {0.0, 0.05, 0.3}) {
        const Counts counts(random_pairs(random, 100));
        const Lexicon lexicon(counts, words, words, keeping(least));
        std::vector<double> to_source(words, 0);
        for (WordId source = 0; source < words; ++source) {
            double sum = 0;
            const double of_source = lexicon.links_of_source(source);
            const auto row = lexicon.translations(source);
            for (const Lexicon::Entry& entry : row) {
                const auto forward = static_cast<double>(entry.forward);
                const auto backward = static_cast<double>(entry.backward);
                const double of_target = lexicon.links_of_target(entry.target);
                CHECK(std::max(forward / of_source, backward / of_target) >= least - 1e-6);
                sum += lexicon.probability(forward, of_source);
                to_source[entry.target] += lexicon.probability(backward, of_target);
            }
            CHECK(sum <= known_of_source(lexicon, source) + 1e-5);
            if (least == 0.0) CHECK(sum == Approx(known_of_source(lexicon, source)).margin(1e-5));
            CHECK(std::is_sorted(row.begin(), row.end(),
                                 [](const auto& a, const auto& b) { return a.target < b.target; }));
        }
        for (WordId target = 0; target < words; ++target) {
            const double known = known_of_target(lexicon, target);
            CHECK(known < 1);
            CHECK(to_source[target] <= known + 1e-5);
            if (least == 0.0) CHECK(to_source[target] == Approx(known).margin(1e-5));
        }
    }
}

TEST_CASE("links are the counts, probabilities their shares after smoothing") {
    const Lexicon lexicon(Counts({links(0, 0, 3), links(0, 1, 1), links(1, 1, 1)}), 2, 2, keeping(0.001));
    REQUIRE(lexicon.translations(0).size() == 2);
    CHECK(lexicon.translations(0)[0].forward == Approx(3));
    CHECK(lexicon.translations(0)[0].backward == Approx(3));
    CHECK(lexicon.translations(0)[1].forward == Approx(1));
    CHECK(lexicon.translations(0)[1].backward == Approx(1));
    CHECK(lexicon.links_of_source(0) == Approx(4));
    CHECK(lexicon.links_of_source(1) == Approx(1));
    CHECK(lexicon.links_of_target(0) == Approx(3));
    CHECK(lexicon.links_of_target(1) == Approx(2));
    CHECK(lexicon.probability(3, 4) == Approx(0.375));  // 3 of 4, half of which is known
    CHECK(lexicon.probability(0, 4) == 0);
    CHECK(known_of_source(lexicon, 0) == Approx(0.5));
    CHECK(lexicon.rest_of_source(0) == 0);
    CHECK(lexicon.rest_of_target(1) == 0);
    CHECK(lexicon.size() == 3);
}

TEST_CASE("what is known of a word grows with its counts, from nothing towards all") {
    double before = 0;
    for (const double times : {0.5, 1.0, 4.0, 50.0, 1e5}) {
        const Lexicon lexicon(Counts({links(1, 2, times)}), 4, 4, keeping(0.001));
        const double known = known_of_source(lexicon, 1);
        CHECK(known > before);
        CHECK(known < 1);
        CHECK(known == Approx(times / (times + 4)));
        CHECK(known_of_target(lexicon, 2) == known);
        before = known;
    }
    CHECK(before > 0.99);
}

TEST_CASE("nothing is known of words never linked or numbered later") {
    const Lexicon lexicon(Counts({links(1, 2, 10)}), 4, 4, keeping(0.001));
    CHECK(lexicon.links_of_source(0) == 0);
    CHECK(lexicon.links_of_target(1) == 0);
    CHECK(lexicon.links_of_source(1000) == 0);
    CHECK(lexicon.links_of_target(1000) == 0);
    CHECK(known_of_source(lexicon, 0) == 0);
    CHECK(lexicon.rest_of_source(1000) == 0);
    CHECK(lexicon.rest_of_target(1000) == 0);
    CHECK(Lexicon().links_of_source(0) == 0);
    CHECK(Lexicon().links_of_target(0) == 0);
    CHECK(lexicon.translations(0).empty());
    CHECK(lexicon.translations(3).empty());
    CHECK(lexicon.translations(4).empty());
    CHECK(lexicon.translations(1000).empty());
    CHECK(Lexicon().translations(0).empty());
    CHECK(Lexicon().size() == 0);
    CHECK(Lexicon(Counts(), 0, 0, keeping(0.001)).translations(0).empty());
}

TEST_CASE("unlikely translations are forgotten") {
    const Counts counts({links(0, 0, 100), links(0, 1, 1), links(1, 1, 200)});
    CHECK(Lexicon(counts, 2, 2, keeping(0.001)).size() == 3);
    const Lexicon lexicon(counts, 2, 2, keeping(0.1));
    CHECK(lexicon.size() == 2);
    CHECK(lexicon.links_of_source(0) == Approx(101));  // what is forgotten was linked all the same
    CHECK(lexicon.links_of_target(1) == Approx(201));
    CHECK(lexicon.rest_of_source(0) == Approx(1));
    CHECK(lexicon.rest_of_target(1) == Approx(1));
    CHECK(lexicon.rest_of_source(1) == 0);
    CHECK(lexicon.rest_of_target(0) == 0);
}

TEST_CASE("a lexicon keeps what summing up all counts anew keeps, and what it leaves of each word") {
    std::mt19937 random(29);
    for (int round = 0; round < 6; ++round) {
        std::vector<PairCount> counts = random_pairs(random, 90);
        if (round >= 3)  // many links, so that a short list's allowance is nothing beside them
            for (PairCount& count : counts) {
                count.forward *= 20000;
                count.backward *= 20000;
            }
        const Rest rest = round % 2 == 0 ? Rest() : random_rest(random);
        for (const LexiconLimits limits :
             {LexiconLimits(), LexiconLimits{0.1, 1, 4}, LexiconLimits{0, 2, 1}, LexiconLimits{0.3, 0, 4}}) {
            INFO("round " << round << ", least " << limits.least << ", specific " << limits.specific);
            const Lexicon lexicon(Counts(counts), words, words, limits, rest);
            const AllCounts all(counts, limits, rest);
            const auto expected = all.entries();
            CHECK(lexicon.size() == expected.size());
            for (WordId word = 0; word < words; ++word) {
                for (const Lexicon::Entry& entry : lexicon.translations(word)) {
                    REQUIRE(expected.count({word, entry.target}) == 1);
                    const auto& [forward, backward] = expected.at({word, entry.target});
                    CHECK(static_cast<double>(entry.forward) == Approx(forward));
                    CHECK(static_cast<double>(entry.backward) == Approx(backward));
                }
                CHECK(lexicon.links_of_source(word) == Approx(all.links_of_source(word)));
                CHECK(lexicon.links_of_target(word) == Approx(all.links_of_target(word)));
                CHECK(lexicon.rest_of_source(word) == Approx(all.rest_of_source(word)).margin(1e-5));
                CHECK(lexicon.rest_of_target(word) == Approx(all.rest_of_target(word)).margin(1e-5));
            }
        }
    }
}

TEST_CASE("two frequent words that meet as often as chance has it are no entry, rarer ones are") {
    std::vector<PairCount> counts = {links(0, 0, 250), links(1, 1, 3)};
    for (WordId word = 2; word < words; ++word) {
        counts.push_back(links(0, word, 475));  // 5,000 links of the first word, in 100,000
        counts.push_back(links(word, 0, 475));
        counts.push_back(links(word, word, 9000));
    }
    const Lexicon lexicon(Counts(counts), words, words, {0, 4, 4});
    CHECK(lexicon.translations(0).empty());
    CHECK(lexicon.rest_of_source(0) == lexicon.links_of_source(0));
    REQUIRE(lexicon.translations(1).size() == 1);
    CHECK(lexicon.translations(1)[0].target == 1);
    REQUIRE(lexicon.translations(2).size() == 1);
    CHECK(lexicon.translations(2)[0].target == 2);
}

TEST_CASE("a short list is kept whole, for its words are no chance") {
    std::vector<PairCount> counts;
    for (WordId source = 0; source < words; ++source)
        for (WordId target = 0; target < words; ++target) counts.push_back(links(source, target, 20));
    CHECK(Lexicon(Counts(counts), words, words, LexiconLimits()).size() == words * words);
    for (PairCount& count : counts) {
        count.forward *= 1000;
        count.backward *= 1000;
    }
    CHECK(Lexicon(Counts(counts), words, words, LexiconLimits()).size() == 0);
}

TEST_CASE("links whose other side is not told say that a word has other translations") {
    const Rest rest{{{0, 6 * static_cast<std::int64_t>(count_unit)}},
                    {{1, 2 * static_cast<std::int64_t>(count_unit)}}};
    const Lexicon lexicon(Counts({links(0, 1, 10)}), 2, 2, keeping(0), rest);
    CHECK(lexicon.links_of_source(0) == Approx(16));
    CHECK(lexicon.rest_of_source(0) == 0);  // they are known, unlike those that chance may have linked
    CHECK(lexicon.links_of_target(1) == Approx(12));
    CHECK(lexicon.rest_of_target(1) == 0);
    CHECK(known_of_source(lexicon, 0) == Approx(0.8));
    CHECK(lexicon.probability(10, lexicon.links_of_source(0)) == Approx(0.5));
    CHECK(lexicon.links_of_source(1) == 0);
}

TEST_CASE("links of words are added up word by word") {
    align::WordLinks all = {{3, 1}, {1, 5}, {3, 10}, {0, 0}, {1, 2}};
    align::add_up(all);
    CHECK(all == align::WordLinks{{0, 0}, {1, 7}, {3, 11}});
    align::WordLinks none;
    align::add_up(none);
    CHECK(none.empty());
}

TEST_CASE("no word has more links than allowed, each direction by itself") {
    const auto links = [](double count) { return std::llround(count * align::count_unit); };
    const Counts counts({{0, 0, links(6), links(1)}, {0, 1, links(2), links(1)}, {1, 1, links(3), links(7)}});
    const Counts limited = align::with_at_most(counts, 4);
    REQUIRE(limited.pairs().size() == 3);
    CHECK(limited.pairs()[0] == align::PairCount{0, 0, links(3), links(1)});
    CHECK(limited.pairs()[1] == align::PairCount{0, 1, links(1), links(0.5)});
    CHECK(limited.pairs()[2] == align::PairCount{1, 1, links(3), links(3.5)});
    CHECK(align::with_at_most(counts, 8).pairs() == counts.pairs());
}
