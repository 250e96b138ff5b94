#include "align/vocabulary.hpp"

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "catch.hpp"

using align::Frequencies;
using align::IndexedDocument;
using align::Vocabulary;
using align::WordId;
using align::WordKind;

namespace {

WordId word(Vocabulary& vocabulary, const char* surface) {
    return vocabulary.intern({surface, WordKind::word});
}

WordId number(Vocabulary& vocabulary, const char* surface) {
    return vocabulary.intern({surface, WordKind::number});
}

}  // namespace

TEST_CASE("the forms of a word are one word") {
    Vocabulary words;
    CHECK(word(words, "Regierung") == word(words, "REGIERUNGEN"));
    CHECK(word(words, "президент") == word(words, "Президента"));
    CHECK(word(words, "κυβέρνηση") == word(words, "ΚΥΒΈΡΝΗΣΗΣ"));
    CHECK(word(words, "كتاب") == word(words, "کتاب"));
    CHECK(word(words, "ኢትዮጵያ") == word(words, "ኢትዮጵያዊ"));
    CHECK(words.size() == 5);
    CHECK(word(words, "Regen") != word(words, "Regierung"));
    CHECK(word(words, "की") != word(words, "का"));
}

TEST_CASE("the Arabic article and what is written with it are no part of the word") {
    Vocabulary words;
    const WordId government = word(words, "حكومة");
    for (const char* form : {"الحكومة", "والحكومة", "بالحكومة", "للحكومة"}) {
        INFO(form);
        CHECK(word(words, form) == government);
    }
    CHECK(word(words, "الى") != word(words, "ى"));  // too short to hold an article
    CHECK(words.size() == 3);
}

TEST_CASE("the spellings that were looked up are known, words of one stem too") {
    Vocabulary words;
    word(words, "Regierung");
    word(words, "Regierungen");
    word(words, "Regen");
    word(words, "Regen");
    auto surfaces = words.surfaces();
    std::sort(surfaces.begin(), surfaces.end());
    CHECK(surfaces == std::vector<std::string_view>{"Regen", "Regierung", "Regierungen"});
}

TEST_CASE("a word keeps its number and its first form") {
    Vocabulary words;
    const WordId first = word(words, "Präsidenten");
    for (int i = 0; i < 2000; ++i) word(words, std::to_string(i).insert(0, 1, 'w').c_str());
    CHECK(first == 0);
    CHECK(word(words, "Präsident") == first);
    CHECK(words[first].form == "Präsidenten");
    CHECK(words.size() == 2001);
    CHECK(words[word(words, "w77")].form == "w77");
    Vocabulary moved = std::move(words);
    CHECK(word(moved, "präsident") == first);
    CHECK(moved.size() == 2001);
}

TEST_CASE("a number is one word however it is written, and no other word") {
    Vocabulary words;
    const WordId id = number(words, "1.500");
    CHECK(number(words, "١٬٥٠٠") == id);
    CHECK(number(words, "1500") == id);
    CHECK(number(words, "15,00") != id);
    CHECK(words[id].is_number);
    CHECK(words[id].key == "#1500");
    CHECK(words[id].spelling.empty());
    CHECK(!words[word(words, "tausend")].is_number);
}

TEST_CASE("a number without decimal digits is a word") {
    Vocabulary words;
    const WordId id = number(words, "፲፭");
    CHECK(!words[id].is_number);
    CHECK(words[id].form == "፲፭");
}

TEST_CASE("words in Han script have no spelling, all others have") {
    Vocabulary words;
    CHECK(words[words.intern({"德国", WordKind::ideograph})].spelling.empty());
    for (const char* name : {"Putin", "Путин", "بوتين", "Πούτιν", "पुतिन", "পুতিন", "ፑቲን"}) {
        INFO(name);
        CHECK(!words[word(words, name)].spelling.empty());
    }
}

TEST_CASE("a document is indexed segment by segment") {
    Vocabulary words;
    const auto document = align::document_of_lines("de", {"Der Hund bellt.", "…", "Bellt der Hund?"});
    const IndexedDocument indexed = align::index(document, words);
    REQUIRE(indexed.segments.size() == 3);
    CHECK(indexed.segments[0] == std::vector<WordId>{0, 1, 2});
    CHECK(indexed.segments[1].empty());
    CHECK(indexed.segments[2] == std::vector<WordId>{2, 0, 1});
    CHECK(indexed.lengths == std::vector<double>{15, 1, 15});  // code points
}

TEST_CASE("frequent words are probable, unknown ones not impossible") {
    Frequencies frequencies;
    const auto share = [&](WordId word) { return frequencies.probability(word, 0.01, 100); };
    CHECK(share(3) == Approx(0.01));
    frequencies.add({{{0, 1, 0}, {0}}, {5, 5}});
    CHECK(share(0) > share(1));
    CHECK(share(1) > share(2));
    CHECK(share(2) == share(99));
    CHECK(share(99) > 0);
    CHECK(share(0) == Approx((3 + 1) / (4 + 100.0)));
}
