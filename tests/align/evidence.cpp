#include "align/evidence.hpp"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <random>

#include "catch.hpp"

using align::AlikePair;
using align::Counts;
using align::Evidence;
using align::EvidenceOptions;
using align::Frequencies;
using align::IndexedDocument;
using align::Lexicon;
using align::PairCount;
using align::SegmentRange;
using align::Vocabulary;
using align::WordId;

namespace {

using Lines = std::vector<std::string>;

struct Text {
    Vocabulary words;
    IndexedDocument document;
    Frequencies frequencies;

    Text(const char* language, const Lines& lines)
        : document(align::index(align::document_of_lines(language, lines), words)) {
        frequencies.add(document);
    }

    [[nodiscard]] align::Side side() const { return {document, words, frequencies}; }
};

std::vector<AlikePair> alike(const Text& source, const Text& target) {
    return align::find_alike(source.document, source.words, target.document, target.words,
                             EvidenceOptions().name_least);
}

Evidence evidence(const Text& source, const Text& target, const Lexicon& lexicon = {}, double ratio = 1,
                  const Counts& own = {}) {
    return {source.side(), target.side(), alike(source, target), lexicon, own, ratio, EvidenceOptions()};
}

/// Sentences of few words, so that they come again; with names, numbers and words of three letters.
Lines random_lines(std::mt19937& random, const Lines& words, std::size_t size) {
    std::uniform_int_distribution<std::size_t> length(1, 9);
    std::uniform_int_distribution<std::size_t> word(0, words.size() - 1);
    Lines lines;
    for (std::size_t i = 0; i < size; ++i) {
        std::string line = "…";
        if (i % 5 != 4)  // every fifth has no word
            for (std::size_t k = length(random); k > 0; --k) line += " " + words[word(random)];
        lines.push_back(line);
    }
    return lines;
}

constexpr double smoothing = 4;

const Lines german = {"der", "Regen", "Kanzlerin", "Merkel", "Putin", "2015", "1.500", "Nil",
                      "Rom", "sagte", "Regierung", "Berlin", "am",    "EU",   "nicht", "Ende"};
const Lines russian = {"дождь", "канцлер", "Меркель", "Путин",         "2015", "1500", "Нил", "Рим",
                       "Nile",  "сказала", "Берлин",  "правительство", "в",    "ЕС",   "не",  "конец"};

std::vector<PairCount> random_counts(std::mt19937& random, const Text& source, const Text& target) {
    std::uniform_int_distribution<std::int64_t> count(0, std::int64_t{10} << 20);
    std::bernoulli_distribution linked(0.3);
    std::vector<PairCount> counts;
    for (WordId s = 0; s < source.words.size(); ++s) {
        for (WordId t = 0; t < target.words.size(); ++t)
            if (linked(random)) counts.push_back({s, t, count(random), count(random)});
    }
    return counts;
}

Lexicon lexicon_of(const std::vector<PairCount>& counts, const Text& source, const Text& target,
                   double least = 0.001) {
    return {Counts(counts), source.words.size(), target.words.size(), smoothing, least};
}

/// The slow obvious word score: Model 1 over the words as they stand, each pair looked up anew.
class WordByWord {
  public:
    WordByWord(const Text& source, const Text& target, const Lexicon& lexicon)
        : source_(source), target_(target), lexicon_(lexicon) {}

    [[nodiscard]] double score(SegmentRange source, SegmentRange target) const {
        const std::vector<WordId> from = words_of(source_, source);
        const std::vector<WordId> to = words_of(target_, target);
        return options_.word_weight * (forward(from, to) + backward(from, to));
    }

  private:
    static std::vector<WordId> words_of(const Text& text, SegmentRange range) {
        std::vector<WordId> words;
        for (std::size_t i = range.begin; i < range.end; ++i) {
            const auto& segment = text.document.segments[i];
            words.insert(words.end(), segment.begin(), segment.end());
        }
        return words;
    }

    [[nodiscard]] double background(const Text& text, WordId word) const {
        double count = 0;
        double total = 0;
        for (const auto& segment : text.document.segments) {
            for (const WordId other : segment) {
                count += other == word ? 1 : 0;
                total += 1;
            }
        }
        return options_.document_share * count / total +
               (1 - options_.document_share) *
                   text.frequencies.probability(word, options_.prior_share, options_.prior_words);
    }

    /// What names and numbers say of a pair of words.
    [[nodiscard]] double by_form(WordId s, WordId t) const {
        const align::Word& a = source_.words[s];
        const align::Word& b = target_.words[t];
        if (a.is_number || b.is_number) return a.key == b.key ? options_.number_strength : 0;
        const double similarity = align::name_similarity(a.spelling, b.spelling);
        if (similarity < options_.name_least) return 0;
        const double excess = (similarity - options_.name_least) / (1 - options_.name_least);
        const bool is_short = std::min(a.spelling.latin.size(), b.spelling.latin.size()) <= 3;
        return (is_short ? 0.3 : 1) * options_.name_strength * (0.2 + 0.8 * excess);
    }

    [[nodiscard]] double in_lexicon(WordId s, WordId t, bool is_forward) const {
        for (const Lexicon::Entry& entry : lexicon_.translations(s)) {
            if (entry.target != t) continue;
            return is_forward
                       ? static_cast<double>(entry.forward) / (lexicon_.links_of_source(s) + smoothing)
                       : static_cast<double>(entry.backward) / (lexicon_.links_of_target(t) + smoothing);
        }
        return 0;
    }

    /// What links leave to the frequencies of the words.
    static double unknown(double links) { return smoothing / (links + smoothing); }

    [[nodiscard]] double forward(const std::vector<WordId>& from, const std::vector<WordId>& to) const {
        if (from.empty()) return 0;
        double score = 0;
        for (const WordId t : to) {
            double p = 0;
            for (const WordId s : from) {
                p += std::max(in_lexicon(s, t, true), by_form(s, t)) +
                     unknown(lexicon_.links_of_source(s)) * background(target_, t);
            }
            p /= static_cast<double>(from.size()) * background(target_, t);
            score += std::log(1 - options_.explained + options_.explained * p);
        }
        return score;
    }

    [[nodiscard]] double backward(const std::vector<WordId>& from, const std::vector<WordId>& to) const {
        if (to.empty()) return 0;
        double score = 0;
        for (const WordId s : from) {
            double p = 0;
            for (const WordId t : to) {
                p += std::max(in_lexicon(s, t, false), by_form(s, t)) +
                     unknown(lexicon_.links_of_target(t)) * background(source_, s);
            }
            p /= static_cast<double>(to.size()) * background(source_, s);
            score += std::log(1 - options_.explained + options_.explained * p);
        }
        return score;
    }

    const Text& source_;
    const Text& target_;
    const Lexicon& lexicon_;
    EvidenceOptions options_;
};

/// All ranges of one to three of so many segments.
std::vector<SegmentRange> ranges(std::size_t size) {
    std::vector<SegmentRange> all;
    for (std::size_t begin = 0; begin < size; ++begin)
        for (std::size_t end = begin + 1; end <= std::min(size, begin + 3); ++end)
            all.push_back({begin, end});
    return all;
}

Counts links_between(const Evidence& evidence, SegmentRange source, SegmentRange target) {
    std::vector<PairCount> counts;
    evidence.count_links(source, target, 1, counts);
    return Counts(std::move(counts));
}

/// The same expected links, up to float accuracy; a pair of few links may be in one of them alone.
void check_same_links(const Counts& one, const Counts& other) {
    Counts difference = one;
    std::vector<PairCount> negative = other.pairs();
    for (PairCount& pair : negative) {
        pair.forward = -pair.forward;
        pair.backward = -pair.backward;
    }
    difference.add(Counts(std::move(negative)));
    std::int64_t largest = 0;
    for (const PairCount& pair : difference.pairs())
        largest = std::max({largest, std::abs(pair.forward), std::abs(pair.backward)});
    CHECK(static_cast<double>(largest) / align::count_unit < 1e-3);
}

}  // namespace

TEST_CASE("words speak as much as when each is looked up by itself") {
    std::mt19937 random(3);
    for (int round = 0; round < 4; ++round) {
        const Text source("de", random_lines(random, german, 7));
        const Text target("ru", random_lines(random, russian, 6));
        const Lexicon lexicon =
            round == 0 ? Lexicon() : lexicon_of(random_counts(random, source, target), source, target);
        const Evidence fast = evidence(source, target, lexicon);
        const WordByWord slow(source, target, lexicon);
        for (const SegmentRange s : ranges(7)) {
            for (const SegmentRange t : ranges(6)) {
                INFO("round " << round << ", " << s.begin << '-' << s.end << ' ' << t.begin << '-' << t.end);
                CHECK(fast.words_score(s, t) == Approx(slow.score(s, t)).epsilon(1e-5).margin(1e-5));
            }
        }
    }
}

TEST_CASE("what a document taught itself is taken off again: the others' lexicon remains") {
    std::mt19937 random(21);
    for (int round = 0; round < 6; ++round) {
        const Text source("de", random_lines(random, german, 7));
        const Text target("ru", random_lines(random, russian, 6));
        const std::vector<PairCount> own = random_counts(random, source, target);
        std::vector<PairCount> others;  // in the last round the document alone has taught
        if (round < 5) others = random_counts(random, source, target);
        std::vector<PairCount> all = others;
        all.insert(all.end(), own.begin(), own.end());
        // No translation may be forgotten: a share of all links is not that share of the others'.
        const Lexicon of_all = lexicon_of(all, source, target, 0);
        const Evidence left_out = evidence(source, target, of_all, 1, Counts(own));
        const Evidence without = evidence(source, target, lexicon_of(others, source, target, 0));
        const Evidence with = evidence(source, target, of_all);
        bool own_mattered = false;
        for (const SegmentRange s : ranges(7)) {
            for (const SegmentRange t : ranges(6)) {
                INFO("round " << round << ", " << s.begin << '-' << s.end << ' ' << t.begin << '-' << t.end);
                const double expected = without.words_score(s, t);
                CHECK(left_out.words_score(s, t) == Approx(expected).epsilon(1e-4).margin(1e-4));
                CHECK(left_out.length_score(s, t) == without.length_score(s, t));
                check_same_links(links_between(left_out, s, t), links_between(without, s, t));
                own_mattered = own_mattered || std::abs(with.words_score(s, t) - expected) > 0.1;
            }
        }
        CHECK(own_mattered);
    }
}

TEST_CASE("the score is the same when the documents change sides") {
    std::mt19937 random(9);
    for (int round = 0; round < 4; ++round) {
        const Text german_text("de", random_lines(random, german, 7));
        const Text russian_text("ru", random_lines(random, russian, 6));
        const std::vector<PairCount> counts = random_counts(random, german_text, russian_text);
        std::vector<PairCount> mirrored;
        for (const PairCount& c : counts) mirrored.push_back({c.target, c.source, c.backward, c.forward});
        const Evidence one =
            evidence(german_text, russian_text, lexicon_of(counts, german_text, russian_text));
        const Evidence other =
            evidence(russian_text, german_text, lexicon_of(mirrored, russian_text, german_text));
        for (const SegmentRange s : ranges(7))
            for (const SegmentRange t : ranges(6))
                CHECK(one.score(s, t) == Approx(other.score(t, s)).epsilon(1e-5).margin(1e-5));
    }
}

TEST_CASE("a score is what words and lengths say") {
    const Text source("de", {"Es regnet in Berlin.", "Ja."});
    const Text target("ru", {"В Берлине идёт дождь.", "Да."});
    const Evidence found = evidence(source, target);
    for (const SegmentRange s : ranges(2))
        for (const SegmentRange t : ranges(2))
            CHECK(found.score(s, t) == Approx(found.words_score(s, t) + found.length_score(s, t)));
}

TEST_CASE("equal numbers in different scripts speak for a pair") {
    const Text source("de", {"Es waren 1.500 dort.", "Es waren 2.700 dort."});
    for (const char* written : {"١٬٥٠٠", "۱۵۰۰", "१,५००", "১৫০০", "1500"}) {
        INFO(written);
        const Text target("am", {std::string("ነበሩ ") + written + "።", "ነበሩ።"});
        const Evidence found = evidence(source, target);
        CHECK(found.words_score({0, 1}, {0, 1}) > 0.3);
        CHECK(found.words_score({1, 2}, {0, 1}) < 0.1);
        CHECK(found.words_score({0, 1}, {1, 2}) < 0.1);
    }
}

TEST_CASE("names speak for a pair across scripts") {
    Lines german_lines = {"Gestern traf Merkel die Gäste.", "Gestern kamen sieben Gäste."};
    Lines other_lines = {"", "xxx yyy zzz"};
    for (int i = 0; i < 20; ++i) {  // in a document of one sentence every word is frequent
        german_lines.emplace_back("Gestern kamen die Gäste.");
        other_lines.emplace_back("xxx yyy zzz.");
    }
    const Text source("de", german_lines);
    for (const char* name : {"Меркель", "ميركل", "Μέρκελ", "मर्केल", "ሜርክል"}) {
        INFO(name);
        other_lines.front() = std::string("xxx ") + name + " yyy";
        const Text target("ru", other_lines);
        const Evidence found = evidence(source, target);
        CHECK(found.words_score({0, 1}, {0, 1}) > 0.3);
        CHECK(found.words_score({0, 1}, {0, 1}) > found.words_score({1, 2}, {0, 1}) + 0.3);
        CHECK(found.words_score({0, 1}, {0, 1}) > found.words_score({0, 1}, {1, 2}) + 0.3);
    }
}

TEST_CASE("known words speak for a pair, and against one where they are missing") {
    const Text source("de", {"Regen Wind", "Sonne Meer"});
    const Text target("hu", {"eső szél", "nap tenger"});
    std::vector<PairCount> counts;
    for (WordId word = 0; word < 4; ++word) counts.push_back({word, word, 100LL << 20, 100LL << 20});
    const Evidence known = evidence(source, target, lexicon_of(counts, source, target));
    CHECK(known.words_score({0, 1}, {0, 1}) > 0);
    CHECK(known.words_score({0, 1}, {1, 2}) < -0.5);
    const auto pairs = known.word_pairs({0, 1}, {0, 2});
    REQUIRE(pairs.size() == 2);
    CHECK(target.words[pairs[0].target].form != target.words[pairs[1].target].form);
    CHECK(pairs[0].forward > 0.9);
}

TEST_CASE("the pairs of words that speak for a bead come strongest first") {
    const Text source("de", {"Merkel traf 2015 Putin in Rom"});
    const Text target("ru", {"Путин 2015 Меркель Рим"});
    const auto pairs = evidence(source, target).word_pairs({0, 1}, {0, 1});
    REQUIRE(pairs.size() >= 3);
    CHECK(source.words[pairs.front().source].form == "2015");
    for (std::size_t i = 1; i < pairs.size(); ++i)
        CHECK(pairs[i - 1].forward * pairs[i - 1].backward >= pairs[i].forward * pairs[i].backward);
}

TEST_CASE("equal lengths speak for a pair, unequal ones against it, by the ratio of the languages") {
    const std::string sentence(100, 'a');
    const Text source("de", {sentence, std::string(20, 'b')});
    const Text target("xx", {std::string(50, 'c'), std::string(200, 'd')});
    const Evidence half = evidence(source, target, {}, 0.5);
    CHECK(half.length_score({0, 1}, {0, 1}) > 0);
    CHECK(half.length_score({0, 1}, {1, 2}) < 0);
    const Evidence twice = evidence(source, target, {}, 2);
    CHECK(twice.length_score({0, 1}, {0, 1}) < 0);
    CHECK(twice.length_score({0, 1}, {1, 2}) > 0);
}

TEST_CASE("segments without words say nothing by their words and harm nothing") {
    const Text source("de", {"* * *", "Es regnet."});
    const Text target("ru", {"…", "Идёт дождь.", "—"});
    const Evidence found = evidence(source, target);
    CHECK(found.words_score({0, 1}, {0, 1}) == 0);
    CHECK(found.words_score({0, 1}, {1, 2}) == 0);
    CHECK(std::isfinite(found.score({0, 2}, {0, 3})));
    CHECK(found.words_score({0, 2}, {0, 3}) == Approx(found.words_score({1, 2}, {1, 2})));
    CHECK(found.word_pairs({0, 1}, {0, 1}).empty());
    std::vector<PairCount> counts;
    found.count_links({0, 1}, {1, 2}, 1, counts);
    CHECK(counts.empty());

    const Text nothing("de", {"…"});
    CHECK(std::isfinite(evidence(nothing, nothing).score({0, 1}, {0, 1})));
    const Text no_segments("de", {});
    CHECK(evidence(no_segments, target).source_size() == 0);
    CHECK(evidence(nothing, no_segments).target_size() == 0);
}
