#include "align/lexicon.hpp"

#include <algorithm>
#include <random>

#include "catch.hpp"

using align::count_unit;
using align::Counts;
using align::Lexicon;
using align::PairCount;
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
        const Lexicon lexicon(counts, words, words, 4, least);
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
            CHECK(sum <= lexicon.known(of_source) + 1e-5);
            if (least == 0.0) CHECK(sum == Approx(lexicon.known(of_source)).margin(1e-5));
            CHECK(std::is_sorted(row.begin(), row.end(),
                                 [](const auto& a, const auto& b) { return a.target < b.target; }));
        }
        for (WordId target = 0; target < words; ++target) {
            const double known = lexicon.known(lexicon.links_of_target(target));
            CHECK(known < 1);
            CHECK(to_source[target] <= known + 1e-5);
            if (least == 0.0) CHECK(to_source[target] == Approx(known).margin(1e-5));
        }
    }
}

TEST_CASE("links are the counts, probabilities their shares after smoothing") {
    const Lexicon lexicon(Counts({links(0, 0, 3), links(0, 1, 1), links(1, 1, 1)}), 2, 2, 4, 0.001);
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
    CHECK(lexicon.known(4) == Approx(0.5));
    CHECK(lexicon.size() == 3);
}

TEST_CASE("what is known of a word grows with its counts, from nothing towards all") {
    double before = 0;
    for (const double times : {0.5, 1.0, 4.0, 50.0, 1e5}) {
        const Lexicon lexicon(Counts({links(1, 2, times)}), 4, 4, 4, 0.001);
        const double known = lexicon.known(lexicon.links_of_source(1));
        CHECK(known > before);
        CHECK(known < 1);
        CHECK(known == Approx(times / (times + 4)));
        CHECK(lexicon.known(lexicon.links_of_target(2)) == known);
        before = known;
    }
    CHECK(before > 0.99);
}

TEST_CASE("nothing is known of words never linked or numbered later") {
    const Lexicon lexicon(Counts({links(1, 2, 10)}), 4, 4, 4, 0.001);
    CHECK(lexicon.links_of_source(0) == 0);
    CHECK(lexicon.links_of_target(1) == 0);
    CHECK(lexicon.links_of_source(1000) == 0);
    CHECK(lexicon.links_of_target(1000) == 0);
    CHECK(lexicon.known(0) == 0);
    CHECK(Lexicon().links_of_source(0) == 0);
    CHECK(Lexicon().links_of_target(0) == 0);
    CHECK(lexicon.translations(0).empty());
    CHECK(lexicon.translations(3).empty());
    CHECK(lexicon.translations(4).empty());
    CHECK(lexicon.translations(1000).empty());
    CHECK(Lexicon().translations(0).empty());
    CHECK(Lexicon().size() == 0);
    CHECK(Lexicon(Counts(), 0, 0, 4, 0.001).translations(0).empty());
}

TEST_CASE("unlikely translations are forgotten") {
    const Counts counts({links(0, 0, 100), links(0, 1, 1), links(1, 1, 200)});
    CHECK(Lexicon(counts, 2, 2, 4, 0.001).size() == 3);
    const Lexicon lexicon(counts, 2, 2, 4, 0.1);
    CHECK(lexicon.size() == 2);
    CHECK(lexicon.links_of_source(0) == Approx(101));  // what is forgotten was linked all the same
    CHECK(lexicon.links_of_target(1) == Approx(201));
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
