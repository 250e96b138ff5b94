#include "align/learn.hpp"

#include <algorithm>
#include <map>
#include <numeric>
#include <random>
#include <set>
#include <stdexcept>

#include "catch.hpp"

using align::Bead;
using align::count_unit;
using align::Counts;
using align::IndexedDocument;
using align::Learner;
using align::LearnOptions;
using align::Lexicon;
using align::OwnLinks;
using align::PairCount;
using align::StrongPair;
using align::Vocabulary;
using align::WordId;

namespace {

using Lines = std::vector<std::string>;

struct Lists {
    Vocabulary source_words;
    Vocabulary target_words;
    Counts counts;
    Lexicon lexicon;

    Lists(const Lines& source, const char* source_language, const Lines& target, const char* target_language)
        : counts(align::learn_list(source, source_language, source_words, target, target_language,
                                   target_words, LearnOptions())),
          lexicon(counts, source_words.size(), target_words.size(), LearnOptions().lexicon) {}

    /// The likeliest translation of a word of the list; empty when nothing is known.
    [[nodiscard]] std::string translation(const char* word) {
        const auto row = lexicon.translations(source_words.intern({word, align::WordKind::word}));
        if (row.empty()) return "";
        const auto best = std::max_element(
            row.begin(), row.end(), [](const auto& a, const auto& b) { return a.forward < b.forward; });
        return target_words[best->target].form;
    }
};

using PairOfWords = std::pair<WordId, WordId>;

/// Links both ways.
struct Links {
    double forward = 0;
    double backward = 0;
};

double in_links(std::int64_t count) { return static_cast<double>(count) / count_unit; }

/// Small documents of few words, with beads between them, some of which overlap.
struct Texts {
    static constexpr WordId source_words = 14;
    static constexpr WordId target_words = 11;
    std::vector<IndexedDocument> sources;
    std::vector<IndexedDocument> targets;
    std::vector<std::vector<Bead>> beads;
    std::vector<std::vector<StrongPair>> alike;
    align::Backgrounds backgrounds;
    Counts known;

    Texts(std::mt19937& random, std::size_t documents) {
        const auto below = [&](std::size_t n) {
            return std::uniform_int_distribution<std::size_t>(0, n - 1)(random);
        };
        const auto text = [&](WordId words) {
            IndexedDocument document;
            for (int i = 0; i < 4; ++i) {
                auto& segment = document.segments.emplace_back(below(6));
                for (WordId& word : segment) word = static_cast<WordId>(std::min(below(words), below(words)));
                document.lengths.push_back(10);
            }
            return document;
        };
        for (std::size_t i = 0; i < documents; ++i) {
            sources.push_back(text(source_words));
            targets.push_back(text(target_words));
            auto& some = beads.emplace_back();
            for (std::size_t k = 0; k < 4; ++k)
                some.push_back({{k, k + 1}, {k, k + 1}, static_cast<double>(1 + below(10)) / 10});
            some.push_back({{1, 3}, {2, 4}, 0.3});   // a larger one
            some.push_back({{2, 3}, {0, 0}, 0.9});   // a segment without a partner
            some.push_back({{0, 1}, {3, 4}, 0.01});  // too unlikely
            const WordId s = static_cast<WordId>(below(source_words));
            const WordId t = static_cast<WordId>(below(target_words));
            alike.push_back({{s, t, 0.2F}});
        }
        const auto shares = [&](WordId words) {
            std::vector<float> all(words);
            for (float& share : all) share = 0.01F * static_cast<float>(1 + below(9));
            return all;
        };
        backgrounds = {shares(source_words), shares(target_words)};
        std::vector<PairCount> pairs;
        for (WordId word = 0; word < target_words; word += 2) {
            for (const WordId next : {0U, 1U, 4U})
                pairs.push_back({word, (word + next) % target_words,
                                 static_cast<std::int64_t>((1 + below(9)) << 20),
                                 static_cast<std::int64_t>((1 + below(9)) << 20)});
        }
        known = Counts(pairs);
    }

    [[nodiscard]] std::vector<align::Lesson> lessons() const {
        std::vector<align::Lesson> all;
        for (std::size_t i = 0; i < sources.size(); ++i)
            all.push_back({&sources[i], &targets[i], beads[i], &alike[i]});
        return all;
    }
    /// Those known, but for the least likely.
    [[nodiscard]] Lexicon before() const { return {known, source_words, target_words, {0.5, 0, 4}}; }
    [[nodiscard]] Learner learner(const Lexicon& before, const LearnOptions& options) const {
        return {lessons(), known, before, backgrounds, source_words, target_words, options};
    }
};

/// The slow obvious Model 1: each word of a bead as made from each of the other side, looked up in maps.
class WordByWord {
  public:
    WordByWord(const Texts& texts, const LearnOptions& options) : texts_(texts), options_(options) {
        for (const PairCount& pair : texts.known.pairs()) {
            pairs_[{pair.source, pair.target}] = {in_links(pair.forward), in_links(pair.backward)};
            source_links_[pair.source] += in_links(pair.forward);
            target_links_[pair.target] += in_links(pair.backward);
        }
        known_ = pairs_;
        known_source_ = source_links_;
        known_target_ = target_links_;
        // What the lexicon before keeps of them, and what it leaves.
        const Lexicon before = texts.before();
        for (auto& [pair, links] : pairs_) {
            const auto row = before.translations(pair.first);
            if (std::any_of(row.begin(), row.end(), [&](const auto& e) { return e.target == pair.second; }))
                continue;
            source_unknown_[pair.first] += links.forward;
            target_unknown_[pair.second] += links.backward;
            links = {};
        }
    }

    /// In how many lessons two words meet.
    [[nodiscard]] std::map<PairOfWords, std::size_t> meetings() const {
        std::map<PairOfWords, std::size_t> met;
        for (std::size_t lesson = 0; lesson < texts_.beads.size(); ++lesson) {
            std::set<PairOfWords> here;
            for (const Bead& bead : beads(lesson))
                for (const WordId s : words(texts_.sources[lesson], bead.source))
                    for (const WordId t : words(texts_.targets[lesson], bead.target)) here.insert({s, t});
            for (const PairOfWords& pair : here) ++met[pair];
        }
        return met;
    }

    /// Pairs that are told apart: known before, or met in enough lessons, or of `others`.
    void tell(const std::set<PairOfWords>& others) {
        told_ = others;
        for (const auto& [pair, links] : known_) told_.insert(pair);
        for (const auto& [pair, times] : meetings())
            if (times >= options_.least_lessons) told_.insert(pair);
    }
    [[nodiscard]] bool is_told(const PairOfWords& pair) const { return told_.count(pair) == 1; }

    struct Given {
        std::map<PairOfWords, Links> pairs;
        std::map<WordId, double> source_rest;
        std::map<WordId, double> target_rest;
    };

    [[nodiscard]] Given expect(std::size_t lesson) const {
        Given given;
        for (const Bead& bead : beads(lesson)) {
            const auto from = words(texts_.sources[lesson], bead.source);
            const auto to = words(texts_.targets[lesson], bead.target);
            for (const WordId s : from) {
                for (const WordId t : to) {
                    double all_s = 0;
                    double all_t = 0;
                    for (const WordId other : from) all_s += forward(lesson, other, t);
                    for (const WordId other : to) all_t += backward(lesson, s, other);
                    const double f = bead.probability * share(forward(lesson, s, t), all_s, from.size(),
                                                              background(texts_.backgrounds.target, t));
                    const double b = bead.probability * share(backward(lesson, s, t), all_t, to.size(),
                                                              background(texts_.backgrounds.source, s));
                    if (std::max(f, b) < options_.least_link) continue;
                    if (is_told({s, t})) {
                        given.pairs[{s, t}].forward += f;
                        given.pairs[{s, t}].backward += b;
                    } else {
                        given.source_rest[s] += f;
                        given.target_rest[t] += b;
                    }
                }
            }
        }
        return given;
    }

    void maximise() {
        std::vector<Given> all;
        for (std::size_t lesson = 0; lesson < texts_.beads.size(); ++lesson) all.push_back(expect(lesson));
        pairs_ = known_;
        source_links_ = known_source_;
        target_links_ = known_target_;
        source_rest_.clear();
        target_rest_.clear();
        for (const Given& given : all) {
            for (const auto& [pair, links] : given.pairs) {
                pairs_[pair].forward += links.forward;
                pairs_[pair].backward += links.backward;
                source_links_[pair.first] += links.forward;
                target_links_[pair.second] += links.backward;
            }
            for (const auto& [word, links] : given.source_rest) source_rest_[word] += links;
            for (const auto& [word, links] : given.target_rest) target_rest_[word] += links;
        }
        for (const auto& [word, links] : source_rest_) source_links_[word] += links;
        for (const auto& [word, links] : target_rest_) target_links_[word] += links;
        source_unknown_.clear();  // all that is counted is told now
        target_unknown_.clear();
    }

    [[nodiscard]] const std::map<PairOfWords, Links>& pairs() const { return pairs_; }
    [[nodiscard]] const std::map<WordId, double>& source_rest() const { return source_rest_; }
    [[nodiscard]] const std::map<WordId, double>& target_rest() const { return target_rest_; }

  private:
    template <class Key, class Value>
    static Value value_of(const std::map<Key, Value>& map, const Key& key) {
        const auto found = map.find(key);
        return found == map.end() ? Value{} : found->second;
    }
    static double background(const std::vector<float>& shares, WordId word) {
        return static_cast<double>(shares[word]);
    }

    [[nodiscard]] std::vector<Bead> beads(std::size_t lesson) const {
        std::vector<Bead> some;
        for (const Bead& bead : texts_.beads[lesson])
            if (bead.is_link() && bead.probability >= options_.least_bead) some.push_back(bead);
        return some;
    }
    static std::vector<WordId> words(const IndexedDocument& document, align::SegmentRange range) {
        std::vector<WordId> all;
        for (std::size_t i = range.begin; i < range.end; ++i)
            for (const WordId word : document.segments[i]) all.push_back(word);
        return all;
    }
    [[nodiscard]] double strength(std::size_t lesson, WordId s, WordId t) const {
        for (const StrongPair& pair : texts_.alike[lesson])
            if (pair.source == s && pair.target == t) return static_cast<double>(pair.strength);
        return 0;
    }
    [[nodiscard]] double forward(std::size_t lesson, WordId s, WordId t) const {
        const double all = value_of(source_links_, s) + options_.lexicon.smoothing;
        const double unknown = value_of(source_unknown_, s) + options_.lexicon.smoothing;
        const double links = is_told({s, t}) ? value_of(pairs_, {s, t}).forward : 0;
        return std::max(strength(lesson, s, t), links / all) +
               unknown / all * background(texts_.backgrounds.target, t);
    }
    [[nodiscard]] double backward(std::size_t lesson, WordId s, WordId t) const {
        const double all = value_of(target_links_, t) + options_.lexicon.smoothing;
        const double unknown = value_of(target_unknown_, t) + options_.lexicon.smoothing;
        const double links = is_told({s, t}) ? value_of(pairs_, {s, t}).backward : 0;
        return std::max(strength(lesson, s, t), links / all) +
               unknown / all * background(texts_.backgrounds.source, s);
    }
    /// p(made word comes from this one), among all of the bead and what is no translation.
    [[nodiscard]] double share(double p, double all, std::size_t makers, double background) const {
        const auto size = static_cast<double>(makers);
        return options_.explained * p / size /
               ((1 - options_.explained) * background + options_.explained * all / size);
    }

    const Texts& texts_;
    LearnOptions options_;
    std::set<PairOfWords> told_;
    std::map<PairOfWords, Links> known_;
    std::map<WordId, double> known_source_;
    std::map<WordId, double> known_target_;
    std::map<PairOfWords, Links> pairs_;
    std::map<WordId, double> source_links_;
    std::map<WordId, double> target_links_;
    std::map<WordId, double> source_rest_;
    std::map<WordId, double> target_rest_;
    std::map<WordId, double> source_unknown_;  // links of pairs that the lexicon before did not keep
    std::map<WordId, double> target_unknown_;
};

void expect_all(Learner& learner) {
    for (std::size_t lesson = 0; lesson < learner.lessons(); ++lesson) learner.expect(lesson);
}

std::set<PairOfWords> pairs_given(const Learner& learner) {
    std::set<PairOfWords> pairs;
    for (std::size_t lesson = 0; lesson < learner.lessons(); ++lesson) {
        const OwnLinks own = learner.own(lesson);
        for (const PairCount& pair : own.pairs.pairs()) pairs.insert({pair.source, pair.target});
    }
    return pairs;
}

void check_pairs(const Counts& found, const std::map<PairOfWords, Links>& expected) {
    std::map<PairOfWords, Links> all = expected;
    for (const PairCount& pair : found.pairs()) {
        Links& links = all[{pair.source, pair.target}];
        links.forward -= in_links(pair.forward);
        links.backward -= in_links(pair.backward);
    }
    double largest = 0;
    for (const auto& [pair, difference] : all)
        largest = std::max({largest, std::abs(difference.forward), std::abs(difference.backward)});
    CHECK(largest < 1e-4);
}

void check_rest(const align::WordLinks& found, std::map<WordId, double> expected) {
    for (const auto& [word, count] : found) expected[word] -= in_links(count);
    double largest = 0;
    for (const auto& [word, difference] : expected) largest = std::max(largest, std::abs(difference));
    CHECK(largest < 1e-4);
}

/// What one bead between two segments of the same number of words teaches.
struct OneBead {
    IndexedDocument source;
    IndexedDocument target;
    align::Backgrounds backgrounds;

    OneBead(std::size_t segments, std::vector<WordId> words) {
        source.segments.assign(segments, words);
        source.lengths.assign(segments, 10);
        target = source;
        const WordId most = *std::max_element(words.begin(), words.end());
        backgrounds = {std::vector<float>(most + 1, 0.01F), std::vector<float>(most + 1, 0.01F)};
    }

    [[nodiscard]] Counts taught(const std::vector<Bead>& beads, LearnOptions options) const {
        options.least_lessons = 1;
        const Counts nothing;
        Learner learner({{&source, &target, beads, nullptr}}, nothing, Lexicon(), backgrounds,
                        backgrounds.source.size(), backgrounds.target.size(), options);
        learner.expect(0);
        learner.maximise();
        return learner.counts();
    }
};

}  // namespace

TEST_CASE("a list of words teaches its pairs") {
    Lists lists({"Hund", "Katze", "Regen", "Januar"}, "de", {"собака", "кошка", "дождь", "январь"}, "ru");
    CHECK(lists.translation("Hund") == "собака");
    CHECK(lists.translation("Katze") == "кошка");
    CHECK(lists.translation("Januar") == "январь");
    CHECK(lists.lexicon.links_of_source(0) > 4);
    CHECK(lists.lexicon.rest_of_source(0) < 0.1 * lists.lexicon.links_of_source(0));
}

TEST_CASE("a list of phrases teaches which of their words belong together") {
    Lists lists(
        {"Vereinigte Staaten", "Vereinigte Arabische Emirate", "Vereinigtes Königreich", "Staaten",
         "Königreich", "Arabische Liga"},
        "de", {"United States", "United Arab Emirates", "United Kingdom", "States", "Kingdom", "Arab League"},
        "en");
    CHECK(lists.translation("Vereinigte") == "United");
    CHECK(lists.translation("Staaten") == "States");
    CHECK(lists.translation("Königreich") == "Kingdom");
    CHECK(lists.translation("Arabische") == "Arab");
    CHECK(lists.translation("Emirate") == "Emirates");
    CHECK(lists.translation("Liga") == "League");
}

TEST_CASE("an entry of one word may be a phrase in the other language") {
    Lists lists({"Neuseeland", "Elfenbeinküste", "Neukaledonien"}, "de",
                {"New Zealand", "Côte d’Ivoire", "New Caledonia"}, "en");
    CHECK(lists.lexicon.translations(0).size() == 2);
    CHECK(lists.translation("Elfenbeinküste") != "New");
}

TEST_CASE("an entry with an empty side teaches nothing") {
    Lists lists({"Hund", "", "Katze", " "}, "de", {"", "кошка", "кошка", "дождь"}, "ru");
    CHECK(lists.source_words.size() == 1);
    CHECK(lists.translation("Katze") == "кошка");
    CHECK(Lists({}, "de", {}, "ru").counts.pairs().empty());
    CHECK(Lists({"…"}, "de", {"!"}, "ru").counts.pairs().empty());
}

TEST_CASE("lists of different lengths are refused") {
    CHECK_THROWS_AS(Lists({"Hund"}, "de", {}, "ru"), std::invalid_argument);
}

TEST_CASE("a list teaches the same whatever is learned elsewhere from lessons") {
    LearnOptions strict;
    strict.least_lessons = 50;
    Vocabulary source;
    Vocabulary target;
    const Counts counts =
        align::learn_list({"Hund", "Katze"}, "de", source, {"dog", "cat"}, "en", target, strict);
    REQUIRE(counts.pairs().size() == 2);
    CHECK(counts.pairs()[0].source == counts.pairs()[0].target);
    CHECK(in_links(counts.pairs()[0].forward) > 4);
}

TEST_CASE("a word of a list has as many links as it stands in entries, times their weight") {
    LearnOptions options;
    for (const double weight : {1.0, 20.0}) {
        options.list_weight = weight;
        Vocabulary source;
        Vocabulary target;
        const Counts counts = align::learn_list({"Hund", "Hund", "Katze"}, "de", source,
                                                {"dog", "dog", "cat"}, "en", target, options);
        REQUIRE(counts.pairs().size() == 2);
        CHECK(in_links(counts.pairs()[0].forward) <= 2 * weight);
        CHECK(in_links(counts.pairs()[0].forward) > weight);
        CHECK(in_links(counts.pairs()[1].forward) <= weight);
        CHECK(in_links(counts.pairs()[1].forward) > 0.5 * weight);
    }
}

TEST_CASE("a lesson gives what looking up each pair of words by itself gives, step after step") {
    std::mt19937 random(41);
    for (int round = 0; round < 8; ++round) {
        INFO("round " << round);
        const Texts texts(random, 6);
        LearnOptions options;
        options.least_lessons = 1 + static_cast<std::size_t>(round) % 3;
        options.least_link = round < 4 ? 0 : 0.02;
        options.lexicon.smoothing = round % 2 == 0 ? 4 : 1;
        const Lexicon before = texts.before();
        REQUIRE(before.size() < texts.known.pairs().size());
        Learner learner = texts.learner(before, options);
        WordByWord slow(texts, options);
        for (int step = 0; step < 3; ++step) {
            expect_all(learner);
            if (step == 0) slow.tell(pairs_given(learner));  // a few more than have to be, see below
            for (std::size_t lesson = 0; lesson < learner.lessons(); ++lesson) {
                const WordByWord::Given expected = slow.expect(lesson);
                const OwnLinks own = learner.own(lesson);
                check_pairs(own.pairs, expected.pairs);
                check_rest(own.rest.source, expected.source_rest);
                check_rest(own.rest.target, expected.target_rest);
            }
            learner.maximise();
            slow.maximise();
            check_pairs(learner.counts(), slow.pairs());
            check_rest(learner.rest().source, slow.source_rest());
            check_rest(learner.rest().target, slow.target_rest());
        }
    }
}

TEST_CASE("all counts are those known before and what each lesson gave, to the last unit") {
    std::mt19937 random(43);
    const Texts texts(random, 8);
    const Lexicon before = texts.before();
    Learner learner = texts.learner(before, {});
    expect_all(learner);
    learner.maximise();
    Counts sum = texts.known;
    align::Rest rest;
    for (std::size_t lesson = 0; lesson < learner.lessons(); ++lesson) {
        const OwnLinks own = learner.own(lesson);
        sum.add(own.pairs);
        rest.source.insert(rest.source.end(), own.rest.source.begin(), own.rest.source.end());
        rest.target.insert(rest.target.end(), own.rest.target.begin(), own.rest.target.end());
    }
    align::add_up(rest.source);
    align::add_up(rest.target);
    CHECK(!rest.source.empty());
    CHECK(learner.counts().pairs() == sum.pairs());
    CHECK(learner.rest().source == rest.source);
    CHECK(learner.rest().target == rest.target);
}

TEST_CASE("the order of lessons, and that in which they are run, changes nothing") {
    std::mt19937 random(47);
    const Texts texts(random, 9);
    const Lexicon before = texts.before();
    const LearnOptions options;
    std::vector<std::size_t> order(9);
    std::iota(order.begin(), order.end(), std::size_t{0});
    const auto taught = [&](const std::vector<std::size_t>& lessons,
                            const std::vector<std::size_t>& running) {
        std::vector<align::Lesson> some;
        const auto all = texts.lessons();
        for (const std::size_t lesson : lessons) some.push_back(all[lesson]);
        Learner learner(some, texts.known, before, texts.backgrounds, Texts::source_words,
                        Texts::target_words, options);
        for (int step = 0; step < 3; ++step) {
            for (const std::size_t lesson : running) learner.expect(lesson);
            learner.maximise();
        }
        return std::tuple(learner.counts().pairs(), learner.rest().source, learner.rest().target);
    };
    const auto expected = taught(order, order);
    for (int round = 0; round < 5; ++round) {
        std::vector<std::size_t> lessons = order;
        std::vector<std::size_t> running = order;
        std::shuffle(lessons.begin(), lessons.end(), random);
        std::shuffle(running.begin(), running.end(), random);
        CHECK(taught(lessons, running) == expected);
    }
}

TEST_CASE("a lesson that is run again gives the same, once") {
    std::mt19937 random(53);
    const Texts texts(random, 3);
    const Lexicon before = texts.before();
    Learner learner = texts.learner(before, {});
    learner.expect(1);
    const OwnLinks once = learner.own(1);
    learner.expect(1);
    CHECK(!once.pairs.pairs().empty());
    CHECK(learner.own(1).pairs.pairs() == once.pairs.pairs());
    CHECK(learner.own(1).rest.source == once.rest.source);
    CHECK(learner.own(0).pairs.pairs().empty());  // not run yet
}

TEST_CASE("words that meet in too few lessons leave their links to the words, unless known before") {
    // Of 0 and 1 the pair (0, 0) comes in both lessons, (1, 1) in the first; (2, 2) there too, but is known.
    IndexedDocument first;
    first.segments = {{0, 1}, {2}};
    first.lengths = {10, 10};
    IndexedDocument second;
    second.segments = {{0}};
    second.lengths = {10};
    const align::Backgrounds backgrounds{{0.1F, 0.1F, 0.1F}, {0.1F, 0.1F, 0.1F}};
    const Counts known({{2, 2, 1 << 20, 1 << 20}});
    const Lexicon before(known, 3, 3, {0, 0, 4});
    LearnOptions options;
    const auto learned = [&](std::size_t least_lessons) {
        options.least_lessons = least_lessons;
        Learner learner({{&first, &first, {{{0, 1}, {0, 1}, 1}, {{1, 2}, {1, 2}, 1}}, nullptr},
                         {&second, &second, {{{0, 1}, {0, 1}, 1}}, nullptr}},
                        known, before, backgrounds, 3, 3, options);
        expect_all(learner);
        learner.maximise();
        return std::pair(learner.counts(), learner.rest());
    };
    const auto has = [](const Counts& counts, WordId source, WordId target) {
        return std::any_of(counts.pairs().begin(), counts.pairs().end(),
                           [&](const PairCount& c) { return c.source == source && c.target == target; });
    };
    const auto [all, no_rest] = learned(1);
    CHECK(all.pairs().size() == 5);
    CHECK(no_rest.source.empty());
    CHECK(no_rest.target.empty());
    const auto [some, rest] = learned(2);
    CHECK(has(some, 0, 0));
    CHECK(has(some, 2, 2));
    CHECK(!has(some, 0, 1));
    CHECK(!has(some, 1, 0));
    CHECK(!has(some, 1, 1));
    CHECK(std::count_if(rest.source.begin(), rest.source.end(),
                        [](const auto& links) { return links.first <= 1 && links.second > 0; }) == 2);
    const auto forward = [](const Counts& counts) {
        return std::accumulate(counts.pairs().begin(), counts.pairs().end(), std::int64_t{0},
                               [](std::int64_t sum, const PairCount& c) { return sum + c.forward; });
    };
    std::int64_t of_rest = 0;
    for (const auto& [word, count] : rest.source) of_rest += count;
    CHECK(in_links(forward(some) + of_rest) == Approx(in_links(forward(all))).margin(1e-4));
    // A lexicon of them knows that much less of the words.
    const Lexicon lexicon(some, 3, 3, {0, 0, 4}, rest);
    CHECK(lexicon.translations(1).empty());
    CHECK(lexicon.links_of_source(1) > 0.1);
    CHECK(lexicon.rest_of_source(1) == 0);  // it has translations, only not such as are seen elsewhere
    const auto [none, everything] = learned(3);
    CHECK(none.pairs().size() == 1);  // the one that was known
    CHECK(has(none, 2, 2));
}

TEST_CASE("few words that meet in one lesson pass for such as meet in more") {
    std::mt19937 random(59);
    const Texts texts(random, 6);
    LearnOptions options;
    options.least_lessons = 3;
    const Lexicon before = texts.before();
    Learner learner = texts.learner(before, options);
    expect_all(learner);
    WordByWord slow(texts, options);
    slow.tell({});
    std::size_t more = 0;
    for (const PairOfWords& pair : pairs_given(learner)) more += slow.is_told(pair) ? 0 : 1;
    CHECK(more * 5 < pairs_given(learner).size());
}

TEST_CASE("a bead teaches as much as it is probable") {
    const OneBead bead(1, {0, 1});
    const Counts sure = bead.taught({{{0, 1}, {0, 1}, 1}}, {});
    const Counts doubtful = bead.taught({{{0, 1}, {0, 1}, 0.25}}, {});
    REQUIRE(sure.pairs().size() == 4);  // two words by two
    REQUIRE(doubtful.pairs().size() == 4);
    for (std::size_t i = 0; i < 4; ++i) {
        CHECK(sure.pairs()[i].forward > 0);
        CHECK(in_links(doubtful.pairs()[i].forward) == Approx(0.25 * in_links(sure.pairs()[i].forward)));
        CHECK(in_links(doubtful.pairs()[i].backward) == Approx(0.25 * in_links(sure.pairs()[i].backward)));
    }
}

TEST_CASE("a sentence teaches no more links than it has words") {
    const Counts counts = OneBead(2, {0, 1, 2}).taught({{{0, 2}, {0, 2}, 1}}, {});
    double sum = 0;
    for (const PairCount& count : counts.pairs()) sum += in_links(count.forward);
    CHECK(sum > 0.5);
    CHECK(sum <= 6 + 1e-4);
}

TEST_CASE("improbable beads and segments without partner teach nothing") {
    const OneBead bead(2, {0, 1});
    LearnOptions options;
    options.least_bead = 0.3;
    const std::vector<Bead> likely = {{{0, 1}, {0, 0}, 1}, {{1, 1}, {0, 1}, 1}, {{1, 2}, {1, 2}, 0.29}};
    CHECK(bead.taught(likely, options).pairs().empty());
    options.least_bead = 0.29;
    CHECK(!bead.taught(likely, options).pairs().empty());
    options.least_link = 0.5;  // no two of its words are as sure as that
    CHECK(bead.taught(likely, options).pairs().empty());
}

TEST_CASE("words that meet thousands of times in one lesson have the most links that a lesson can give") {
    const std::size_t segments = 160;
    const OneBead bead(segments, std::vector<WordId>(50, 0));
    std::vector<Bead> beads;
    for (std::size_t i = 0; i < segments; ++i) beads.push_back({{i, i + 1}, {i, i + 1}, 1});
    const Counts counts = bead.taught(beads, {});
    REQUIRE(counts.pairs().size() == 1);
    CHECK(in_links(counts.pairs().front().forward) == Approx(2048));
    CHECK(in_links(counts.pairs().front().backward) == Approx(2048));
}
