#include "align/evidence.hpp"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <random>

#include "catch.hpp"

using align::Counts;
using align::Evidence;
using align::EvidenceOptions;
using align::Frequencies;
using align::IndexedDocument;
using align::Lexicon;
using align::LexiconLimits;
using align::OwnLinks;
using align::PairCount;
using align::Rest;
using align::SegmentRange;
using align::StrongPair;
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

    [[nodiscard]] SegmentRange all() const { return {0, document.segments.size()}; }
};

std::vector<StrongPair> alike(const Text& source, const Text& target) {
    const EvidenceOptions options;
    return align::strengths(
        align::find_alike(source.document, source.words, target.document, target.words, options.name_least),
        source.words, target.words, options);
}

Evidence evidence(const Text& source, const Text& target, const Lexicon& lexicon = {}, double ratio = 1,
                  const OwnLinks& own = {}, const EvidenceOptions& options = {}) {
    return {{source.document, source.frequencies, source.all()},
            {target.document, target.frequencies, target.all()},
            alike(source, target),
            lexicon,
            own,
            ratio,
            options};
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

Rest random_rest(std::mt19937& random, const Text& source, const Text& target) {
    std::uniform_int_distribution<std::int64_t> count(0, std::int64_t{10} << 20);
    std::bernoulli_distribution linked(0.5);
    Rest rest;
    for (WordId s = 0; s < source.words.size(); ++s)
        if (linked(random)) rest.source.emplace_back(s, count(random));
    for (WordId t = 0; t < target.words.size(); ++t)
        if (linked(random)) rest.target.emplace_back(t, count(random));
    return rest;
}

/// The links of both.
Rest sum(Rest one, const Rest& other) {
    one.source.insert(one.source.end(), other.source.begin(), other.source.end());
    one.target.insert(one.target.end(), other.target.begin(), other.target.end());
    align::add_up(one.source);
    align::add_up(one.target);
    return one;
}

constexpr LexiconLimits everything{0, 0, smoothing};

Lexicon lexicon_of(const std::vector<PairCount>& counts, const Text& source, const Text& target,
                   const Rest& rest = {}, const LexiconLimits& limits = everything) {
    return {Counts(counts), source.words.size(), target.words.size(), limits, rest};
}

/// The slow obvious word score: Model 1 over the words as they stand, each pair looked up anew.
class WordByWord {
  public:
    WordByWord(const Text& source, const Text& target, const Lexicon& lexicon, const OwnLinks& own = {},
               const EvidenceOptions& options = {})
        : source_(source), target_(target), lexicon_(lexicon), own_(own), options_(options) {}

    [[nodiscard]] double score(SegmentRange source, SegmentRange target) const {
        return options_.word_weight * (forward(source, target) + backward(source, target));
    }
    [[nodiscard]] double forward(SegmentRange source, SegmentRange target) const {
        return one_way(
            words_of(source_, source), source.size(), words_of(target_, target), target_,
            [&](WordId given, WordId made) { return known_forward(given, made); },
            [&](WordId given) { return unknown_of_source(given); });
    }
    [[nodiscard]] double backward(SegmentRange source, SegmentRange target) const {
        return one_way(
            words_of(target_, target), target.size(), words_of(source_, source), source_,
            [&](WordId given, WordId made) { return known_backward(made, given); },
            [&](WordId given) { return unknown_of_target(given); });
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

    /// All links of a word but those the text itself gave.
    [[nodiscard]] double links_of_source(WordId s) const {
        double links = lexicon_.links_of_source(s);
        for (const PairCount& pair : own_.pairs.pairs())
            if (pair.source == s) links -= static_cast<double>(pair.forward) / align::count_unit;
        for (const auto& [word, count] : own_.rest.source)
            if (word == s) links -= static_cast<double>(count) / align::count_unit;
        return std::max(0.0, links);
    }
    [[nodiscard]] double links_of_target(WordId t) const {
        double links = lexicon_.links_of_target(t);
        for (const PairCount& pair : own_.pairs.pairs())
            if (pair.target == t) links -= static_cast<double>(pair.backward) / align::count_unit;
        for (const auto& [word, count] : own_.rest.target)
            if (word == t) links -= static_cast<double>(count) / align::count_unit;
        return std::max(0.0, links);
    }

    /// What the lexicon says of a pair, without what the text itself gave.
    [[nodiscard]] double in_lexicon(WordId s, WordId t, bool is_forward) const {
        double own = 0;
        for (const PairCount& pair : own_.pairs.pairs())
            if (pair.source == s && pair.target == t)
                own = static_cast<double>(is_forward ? pair.forward : pair.backward) / align::count_unit;
        for (const Lexicon::Entry& entry : lexicon_.translations(s)) {
            if (entry.target != t) continue;
            return is_forward ? std::max(0.0, static_cast<double>(entry.forward) - own) /
                                    (links_of_source(s) + smoothing)
                              : std::max(0.0, static_cast<double>(entry.backward) - own) /
                                    (links_of_target(t) + smoothing);
        }
        return 0;
    }
    [[nodiscard]] double known_forward(WordId s, WordId t) const {
        return std::max(in_lexicon(s, t, true), by_form(s, t));
    }
    [[nodiscard]] double known_backward(WordId s, WordId t) const {
        return std::max(in_lexicon(s, t, false), by_form(s, t));
    }

    /// What a word's links leave to the frequencies of words: smoothing, and pairs not told from chance.
    static double unknown(double links, double rest) {
        return std::min(1.0, (smoothing + rest) / (links + smoothing));
    }
    [[nodiscard]] double unknown_of_source(WordId s) const {
        return unknown(links_of_source(s), lexicon_.rest_of_source(s));
    }
    [[nodiscard]] double unknown_of_target(WordId t) const {
        return unknown(links_of_target(t), lexicon_.rest_of_target(t));
    }

    template <class Known, class Unknown>
    [[nodiscard]] double one_way(const std::vector<WordId>& from, std::size_t segments,
                                 const std::vector<WordId>& to, const Text& made, const Known& known,
                                 const Unknown& unknown) const {
        if (from.empty()) return 0;
        // Words of a bead of several segments dilute each other less than those of one.
        const double undiluted = std::pow(static_cast<double>(segments), 1 - options_.dilution);
        double left = 0;
        for (const WordId g : from) left += unknown(g);
        double score = 0;
        for (const WordId m : to) {
            const double q = background(made, m);
            double p = 0;
            for (const WordId g : from) p += known(g, m);
            p = (p * undiluted + left * q) / static_cast<double>(from.size());
            score += std::log(1 - options_.explained + options_.explained * p / q);
        }
        return score;
    }

    const Text& source_;
    const Text& target_;
    const Lexicon& lexicon_;
    OwnLinks own_;
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

}  // namespace

TEST_CASE("words speak as much as when each is looked up by itself") {
    std::mt19937 random(3);
    for (int round = 0; round < 4; ++round) {
        const Text source("de", random_lines(random, german, 7));
        const Text target("ru", random_lines(random, russian, 6));
        const Rest rest = round < 2 ? Rest() : random_rest(random, source, target);
        const LexiconLimits limits = round % 2 == 0 ? everything : LexiconLimits{0.15, 0, smoothing};
        const Lexicon lexicon =
            round == 0 ? Lexicon()
                       : lexicon_of(random_counts(random, source, target), source, target, rest, limits);
        for (const double dilution : {0.75, 1.0, 0.0}) {
            EvidenceOptions options;
            options.dilution = dilution;
            const Evidence fast = evidence(source, target, lexicon, 1, {}, options);
            const WordByWord slow(source, target, lexicon, {}, options);
            for (const SegmentRange s : ranges(7)) {
                for (const SegmentRange t : ranges(6)) {
                    INFO("round " << round << ", " << s.begin << '-' << s.end << ' ' << t.begin << '-'
                                  << t.end);
                    CHECK(fast.words_score(s, t) == Approx(slow.score(s, t)).epsilon(1e-5).margin(1e-5));
                    const Evidence::Scores scores = fast.scores(s, t);
                    CHECK(scores.forward == Approx(slow.forward(s, t)).epsilon(1e-5).margin(1e-5));
                    CHECK(scores.backward == Approx(slow.backward(s, t)).epsilon(1e-5).margin(1e-5));
                    CHECK(scores.sum == Approx(fast.score(s, t)));
                }
            }
        }
    }
}

TEST_CASE("a bead of more segments than are usual is scored as well") {
    std::mt19937 random(4);
    const Text source("de", random_lines(random, german, 14));
    const Text target("ru", random_lines(random, russian, 13));
    const Lexicon lexicon = lexicon_of(random_counts(random, source, target), source, target);
    const Evidence fast = evidence(source, target, lexicon);
    const WordByWord slow(source, target, lexicon);
    for (const std::size_t size : {7U, 8U, 9U, 13U}) {
        CHECK(fast.words_score({0, size}, {0, 2}) == Approx(slow.score({0, size}, {0, 2})).epsilon(1e-5));
        CHECK(fast.words_score({1, 3}, {0, size}) == Approx(slow.score({1, 3}, {0, size})).epsilon(1e-5));
        CHECK(fast.words_score({1, 1 + size}, {0, size}) ==
              Approx(slow.score({1, 1 + size}, {0, size})).epsilon(1e-5));
    }
}

TEST_CASE("what a document taught itself is taken off again: the others' lexicon remains") {
    std::mt19937 random(21);
    for (int round = 0; round < 8; ++round) {
        const Text source("de", random_lines(random, german, 7));
        const Text target("ru", random_lines(random, russian, 6));
        OwnLinks own;
        const std::vector<PairCount> own_pairs = random_counts(random, source, target);
        own.pairs = Counts(own_pairs);
        std::vector<PairCount> others;  // in the last round the document alone has taught
        Rest others_rest;
        if (round < 7) others = random_counts(random, source, target);
        if (round % 2 == 0) own.rest = random_rest(random, source, target);
        if (round % 4 < 2 && round < 7) others_rest = random_rest(random, source, target);
        std::vector<PairCount> all = others;
        all.insert(all.end(), own_pairs.begin(), own_pairs.end());
        // No translation may be forgotten: a share of all links is not that share of the others'.
        const Lexicon of_all = lexicon_of(all, source, target, sum(own.rest, others_rest));
        const Evidence left_out = evidence(source, target, of_all, 1, own);
        const Evidence without = evidence(source, target, lexicon_of(others, source, target, others_rest));
        const Evidence with = evidence(source, target, of_all);
        bool own_mattered = false;
        for (const SegmentRange s : ranges(7)) {
            for (const SegmentRange t : ranges(6)) {
                INFO("round " << round << ", " << s.begin << '-' << s.end << ' ' << t.begin << '-' << t.end);
                const double expected = without.words_score(s, t);
                CHECK(left_out.words_score(s, t) == Approx(expected).epsilon(1e-4).margin(1e-4));
                CHECK(left_out.length_score(s, t) == without.length_score(s, t));
                own_mattered = own_mattered || std::abs(with.words_score(s, t) - expected) > 0.1;
            }
        }
        CHECK(own_mattered);
    }
}

TEST_CASE("what a document taught is taken off where the lexicon does not keep all pairs") {
    std::mt19937 random(22);
    for (int round = 0; round < 4; ++round) {
        const Text source("de", random_lines(random, german, 7));
        const Text target("ru", random_lines(random, russian, 6));
        const std::vector<PairCount> own_pairs = random_counts(random, source, target);
        const OwnLinks own{Counts(own_pairs), random_rest(random, source, target)};
        std::vector<PairCount> all = random_counts(random, source, target);
        all.insert(all.end(), own_pairs.begin(), own_pairs.end());
        const Rest rest = sum(own.rest, random_rest(random, source, target));
        const Lexicon lexicon = lexicon_of(all, source, target, rest, {0.15, 0, smoothing});
        REQUIRE(lexicon.size() < Counts(all).pairs().size() * 3 / 4);  // many are forgotten
        const Evidence fast = evidence(source, target, lexicon, 1, own);
        const WordByWord slow(source, target, lexicon, own);
        for (const SegmentRange s : ranges(7))
            for (const SegmentRange t : ranges(6))
                CHECK(fast.words_score(s, t) == Approx(slow.score(s, t)).epsilon(1e-4).margin(1e-4));
    }
}

TEST_CASE("some segments of documents are judged as documents of these alone") {
    std::mt19937 random(23);
    const Text source("de", random_lines(random, german, 12));
    const Text target("ru", random_lines(random, russian, 11));
    const Lexicon lexicon = lexicon_of(random_counts(random, source, target), source, target,
                                       random_rest(random, source, target));
    const std::vector<StrongPair> strong = alike(source, target);
    const auto part_of = [](const IndexedDocument& document, SegmentRange range) {
        IndexedDocument part;
        for (std::size_t i = range.begin; i < range.end; ++i) {
            part.segments.push_back(document.segments[i]);
            part.lengths.push_back(document.lengths[i]);
        }
        return part;
    };
    const std::vector<std::pair<SegmentRange, SegmentRange>> some = {
        {{0, 12}, {0, 11}}, {{0, 5}, {0, 4}}, {{3, 9}, {5, 11}}, {{11, 12}, {0, 11}}, {{4, 4}, {2, 5}}};
    for (const auto& [of_source, of_target] : some) {
        INFO(of_source.begin << '-' << of_source.end << ' ' << of_target.begin << '-' << of_target.end);
        const IndexedDocument a = part_of(source.document, of_source);
        const IndexedDocument b = part_of(target.document, of_target);
        const Evidence part({source.document, source.frequencies, of_source},
                            {target.document, target.frequencies, of_target}, strong, lexicon, {}, 1.2, {});
        const Evidence alone({a, source.frequencies, {0, of_source.size()}},
                             {b, target.frequencies, {0, of_target.size()}}, strong, lexicon, {}, 1.2, {});
        REQUIRE(part.source_size() == of_source.size());
        REQUIRE(part.target_size() == of_target.size());
        for (const SegmentRange s : ranges(of_source.size())) {
            for (const SegmentRange t : ranges(of_target.size())) {
                CHECK(part.score(s, t) == alone.score(s, t));
                CHECK(part.word_pairs(s, t).size() == alone.word_pairs(s, t).size());
            }
        }
    }
}

TEST_CASE("words that are alike are as strong as they are alike, short ones less") {
    const Text source("de", {"Merkel Rom 2015 Markel"});
    const Text target("en", {"Merkel Rom 2015"});
    const EvidenceOptions options;
    const auto strong =
        align::strengths(align::find_alike(source.document, source.words, target.document, target.words, 0.5),
                         source.words, target.words, options);
    const auto strength = [&](const char* a, const char* b) {
        for (const StrongPair& pair : strong)
            if (source.words[pair.source].form == a && target.words[pair.target].form == b)
                return static_cast<double>(pair.strength);
        return 0.0;
    };
    CHECK(strength("Merkel", "Merkel") == Approx(options.name_strength));
    CHECK(strength("Rom", "Rom") == Approx(0.3 * options.name_strength));
    CHECK(strength("2015", "2015") == Approx(options.number_strength));
    CHECK(strength("Markel", "Merkel") > 0.2 * options.name_strength);
    CHECK(strength("Markel", "Merkel") < options.name_strength);
    CHECK(strength("Rom", "Merkel") == 0);
    CHECK(std::is_sorted(strong.begin(), strong.end(), [](const StrongPair& a, const StrongPair& b) {
        return std::pair(a.source, a.target) < std::pair(b.source, b.target);
    }));
}

TEST_CASE("several segments that explain the words of one dilute each other less than one long segment") {
    const Text apart("de", {"Regen Wind", "Sonne Meer"});
    const Text joined("de", {"Regen Wind Sonne Meer"});
    const Text target("hu", {"eső szél nap tenger"});
    std::vector<PairCount> counts;
    for (WordId word = 0; word < 4; ++word) counts.push_back({word, word, 100LL << 20, 100LL << 20});
    const Lexicon lexicon = lexicon_of(counts, apart, target);
    const double of_two = evidence(apart, target, lexicon).scores({0, 2}, {0, 1}).forward;
    const double of_one = evidence(joined, target, lexicon).scores({0, 1}, {0, 1}).forward;
    CHECK(of_two > of_one + 0.1);
    EvidenceOptions plain;
    plain.dilution = 1;
    CHECK(evidence(apart, target, lexicon, 1, {}, plain).scores({0, 2}, {0, 1}).forward == Approx(of_one));
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

    const Text nothing("de", {"…"});
    CHECK(std::isfinite(evidence(nothing, nothing).score({0, 1}, {0, 1})));
    const Text no_segments("de", {});
    CHECK(evidence(no_segments, target).source_size() == 0);
    CHECK(evidence(nothing, no_segments).target_size() == 0);
}
