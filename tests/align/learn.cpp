#include "align/learn.hpp"

#include <algorithm>
#include <map>
#include <stdexcept>

#include "catch.hpp"

using align::Bead;
using align::Counts;
using align::Evidence;
using align::EvidenceOptions;
using align::IndexedDocument;
using align::LearnOptions;
using align::Lexicon;
using align::PairCount;
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
          lexicon(counts, source_words.size(), target_words.size(), LearnOptions().smoothing,
                  LearnOptions().least_probability) {}

    /// The likeliest translation of a word of the list; empty when nothing is known.
    [[nodiscard]] std::string translation(const char* word) {
        const auto row = lexicon.translations(source_words.intern({word, align::WordKind::word}));
        if (row.empty()) return "";
        const auto best = std::max_element(
            row.begin(), row.end(), [](const auto& a, const auto& b) { return a.forward < b.forward; });
        return target_words[best->target].form;
    }
};

/// Two sentences a side, of words that come once.
struct Pair {
    Vocabulary source_words;
    Vocabulary target_words;
    IndexedDocument source =
        align::index(align::document_of_lines("de", {"Regen Wind", "Sonne Meer"}), source_words);
    IndexedDocument target =
        align::index(align::document_of_lines("hu", {"eső szél", "nap tenger"}), target_words);
    align::Frequencies source_frequencies;
    align::Frequencies target_frequencies;
    Lexicon lexicon;

    Pair() {
        source_frequencies.add(source);
        target_frequencies.add(target);
    }

    [[nodiscard]] Evidence evidence() const {
        return {{source, source_words, source_frequencies},
                {target, target_words, target_frequencies},
                {},
                lexicon,
                {},
                1,
                EvidenceOptions()};
    }
};

std::int64_t forward_links(const std::vector<PairCount>& counts) {
    std::int64_t sum = 0;
    for (const PairCount& count : counts) sum += count.forward;
    return sum;
}

}  // namespace

TEST_CASE("a list of words teaches its pairs") {
    Lists lists({"Hund", "Katze", "Regen", "Januar"}, "de", {"собака", "кошка", "дождь", "январь"}, "ru");
    CHECK(lists.translation("Hund") == "собака");
    CHECK(lists.translation("Katze") == "кошка");
    CHECK(lists.translation("Januar") == "январь");
    CHECK(lists.lexicon.known(lists.lexicon.links_of_source(0)) > 0.5);
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

TEST_CASE("a bead teaches as much as it is probable") {
    const Pair pair;
    const auto taught = [&](double probability) {
        return Counts(align::links_taught(pair.evidence(), {{{0, 1}, {0, 1}, probability}}, LearnOptions()));
    };
    const Counts sure = taught(1);
    const Counts doubtful = taught(0.25);
    REQUIRE(sure.pairs().size() == 4);  // two words by two
    REQUIRE(doubtful.pairs().size() == 4);
    for (std::size_t i = 0; i < 4; ++i) {
        CHECK(sure.pairs()[i].forward > 0);
        CHECK(static_cast<double>(doubtful.pairs()[i].forward) ==
              Approx(0.25 * static_cast<double>(sure.pairs()[i].forward)).margin(2));
        CHECK(static_cast<double>(doubtful.pairs()[i].backward) ==
              Approx(0.25 * static_cast<double>(sure.pairs()[i].backward)).margin(2));
    }
}

TEST_CASE("a sentence teaches no more links than it has words") {
    const Pair pair;
    std::vector<PairCount> counts;
    pair.evidence().count_links({0, 2}, {0, 2}, 1, counts);
    CHECK(forward_links(counts) > 0);
    CHECK(static_cast<double>(forward_links(counts)) <= 4 * align::count_unit + 16);
}

TEST_CASE("improbable beads and segments without partner teach nothing") {
    const Pair pair;
    LearnOptions options;
    options.least_bead = 0.3;
    const std::vector<Bead> likely = {{{0, 1}, {0, 0}, 1}, {{1, 1}, {0, 1}, 1}, {{1, 2}, {1, 2}, 0.29}};
    CHECK(align::links_taught(pair.evidence(), likely, options).empty());
    options.least_bead = 0.29;
    CHECK(!align::links_taught(pair.evidence(), likely, options).empty());
}

TEST_CASE("learning twice from the same beads sharpens what is known") {
    Pair pair;
    // Once with the second word of each sentence known, the first one is learned too.
    const std::vector<Bead> likely = {{{0, 1}, {0, 1}, 1}, {{1, 2}, {1, 2}, 1}};
    pair.lexicon = Lexicon(Counts({{1, 1, 100LL << 20, 100LL << 20}}), 4, 4, 4, 0.001);
    const Counts counts(align::links_taught(pair.evidence(), likely, LearnOptions()));
    std::map<std::pair<WordId, WordId>, std::int64_t> links;
    for (const PairCount& count : counts.pairs()) links[{count.source, count.target}] = count.forward;
    CHECK(links[{1, 1}] > 2 * links[{0, 1}]);
    CHECK(links[{0, 0}] > 2 * links[{1, 0}]);
}
