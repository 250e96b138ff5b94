#include "align/alike.hpp"

#include <algorithm>
#include <random>

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

/// The slow obvious way: every word with every other.
std::vector<AlikePair> each_with_each(const Sides& sides, double least) {
    std::vector<AlikePair> alike;
    for (const align::WordId s : align::distinct_words(sides.source)) {
        for (const align::WordId t : align::distinct_words(sides.target)) {
            const align::Word& a = sides.source_words[s];
            const align::Word& b = sides.target_words[t];
            if (a.is_number != b.is_number) continue;
            if (!a.is_number && (a.spelling.empty() || b.spelling.empty())) continue;
            const double found =
                a.is_number ? (a.key == b.key ? 1 : -1) : align::name_similarity(a.spelling, b.spelling);
            if (found >= least) alike.push_back({s, t, static_cast<float>(found)});
        }
    }
    return alike;
}

/// A word of one to twelve of these letters.
std::string random_word(std::mt19937& random, const std::vector<std::string>& letters) {
    std::uniform_int_distribution<std::size_t> letter(0, letters.size() - 1);
    std::string word;
    for (std::size_t left = std::uniform_int_distribution<std::size_t>(1, 12)(random); left > 0; --left)
        word += letters[letter(random)];
    return word;
}

/// The word with a few of its letters left out, doubled or exchanged.
std::string misspelled(std::mt19937& random, std::string word, const std::vector<std::string>& letters) {
    std::uniform_int_distribution<std::size_t> letter(0, letters.size() - 1);
    for (int left = std::uniform_int_distribution<int>(0, 3)(random); left > 0 && word.size() > 1; --left) {
        const std::size_t at = std::uniform_int_distribution<std::size_t>(0, word.size() - 1)(random);
        switch (std::uniform_int_distribution<int>(0, 2)(random)) {
            case 0:
                word.erase(at, 1);
                break;
            case 1:
                word.insert(at, letters[letter(random)]);
                break;
            default:
                word.replace(at, 1, letters[letter(random)]);
        }
    }
    return word;
}

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

TEST_CASE("comparing words that share pairs of letters finds what comparing all words finds") {
    const std::vector<std::string> latin = {"a", "e", "i", "o", "h", "k", "c",
                                            "q", "x", "m", "n", "s", "t", "1"};
    const std::vector<std::string> cyrillic = {"а", "е", "и", "о", "х", "к", "ц", "щ", "м", "н", "с", "т"};
    std::mt19937 random(17);
    std::vector<std::string> source;
    std::vector<std::string> latin_target;
    std::vector<std::string> cyrillic_target;
    for (int i = 0; i < 150; ++i) {
        source.push_back(random_word(random, latin));
        latin_target.push_back(misspelled(random, source.back(), latin));
        cyrillic_target.push_back(random_word(random, cyrillic));
    }
    source.emplace_back("2015 1.500");
    latin_target.emplace_back("2015 1,500 ...");
    const Sides one(source, "de", latin_target, "en");
    const Sides other(source, "de", cyrillic_target, "ru");
    for (const Sides* sides : {&one, &other}) {
        for (const double least : {0.0, 0.2, 0.45, 0.5, 0.55, 0.6, 0.7, 0.8, 0.85, 0.9, 0.95, 1.0, 1.1}) {
            INFO(least << (sides == &one ? ", misspelled" : ", in another script"));
            const auto expected = each_with_each(*sides, least);
            const auto found = sides->alike(least);
            REQUIRE(found.size() == expected.size());
            CHECK(std::equal(
                found.begin(), found.end(), expected.begin(), [](const AlikePair& a, const AlikePair& b) {
                    return a.source == b.source && a.target == b.target && a.similarity == b.similarity;
                }));
            if (least <= 0.5) CHECK(expected.size() > 100);
        }
    }
    CHECK(one.alike(1.0).size() > 10);
    CHECK(one.alike(1.1).empty());
}
