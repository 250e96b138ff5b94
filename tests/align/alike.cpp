#include "align/alike.hpp"

#include <algorithm>

#include "catch.hpp"

using align::AlikePair;

namespace {

struct Sides {
    align::Vocabulary source_words;
    align::Vocabulary target_words;
    align::IndexedDocument source;
    align::IndexedDocument target;

    Sides(const std::vector<std::string>& a, const char* a_language, const std::vector<std::string>& b,
          const char* b_language)
        : source(align::index(align::document_of_lines(a_language, a), source_words)),
          target(align::index(align::document_of_lines(b_language, b), target_words)) {}

    [[nodiscard]] std::vector<AlikePair> alike(double least) const {
        return align::find_alike(source, source_words, target, target_words, least);
    }

    [[nodiscard]] bool finds(const char* a, const char* b) const {
        const auto pairs = alike(0.7);
        return std::any_of(pairs.begin(), pairs.end(), [&](const AlikePair& pair) {
            return source_words[pair.source].form == a && target_words[pair.target].form == b;
        });
    }
};

}  // namespace

TEST_CASE("names and numbers of two documents find each other across scripts") {
    const Sides sides({"Merkel traf 2015 Putin.", "Es kamen 1.500 Gäste nach Berlin."}, "de",
                      {"ميركل في برلين ١٬٥٠٠", "٢٠١٥"}, "ar");
    CHECK(sides.finds("Merkel", "ميركل"));
    CHECK(sides.finds("Berlin", "برلين"));
    CHECK(sides.finds("2015", "٢٠١٥"));
    CHECK(sides.finds("1.500", "١٬٥٠٠"));
    CHECK(sides.alike(0.7).size() == 4);
}

TEST_CASE("numbers are equal or strangers") {
    const Sides sides({"2015 2016"}, "de", {"2015 2017 20155"}, "en");
    const auto pairs = sides.alike(0.1);
    REQUIRE(pairs.size() == 1);
    CHECK(sides.source_words[pairs.front().source].form == "2015");
    CHECK(pairs.front().similarity == 1);
}

TEST_CASE("each pair of words comes once, sorted, and is as alike as asked for") {
    const Sides sides({"Merkel Markel Merkel Berlin", "Berlin Paris"}, "de",
                      {"Paris Berlin Berlin", "Merkel Markus"}, "en");
    const auto pairs = sides.alike(0.3);
    CHECK(pairs.size() > 3);
    CHECK(std::is_sorted(pairs.begin(), pairs.end(), [](const AlikePair& a, const AlikePair& b) {
        return std::pair(a.source, a.target) < std::pair(b.source, b.target);
    }));
    CHECK(std::adjacent_find(pairs.begin(), pairs.end(), [](const AlikePair& a, const AlikePair& b) {
              return a.source == b.source && a.target == b.target;
          }) == pairs.end());
    CHECK(std::all_of(pairs.begin(), pairs.end(),
                      [](const AlikePair& p) { return p.similarity >= 0.3F && p.similarity <= 1; }));
    CHECK(sides.alike(1.0).size() == 3);
}

TEST_CASE("Chinese words are alike to nothing") {
    const Sides sides({"德国总理在柏林"}, "zh-Hans", {"德國總理 Deguo 柏林"}, "zh-Hant");
    CHECK(sides.alike(0.1).empty());
}

TEST_CASE("documents without words have nothing alike") {
    const Sides sides({"…"}, "de", {"Berlin"}, "en");
    CHECK(sides.alike(0).empty());
}
