#include <algorithm>
#include <iterator>
#include <set>
#include <sstream>
#include <stdexcept>

#include "align/unicode.hpp"
#include "catch.hpp"
#include "generated_text.hpp"
#include "icu_floor.hpp"

namespace {

std::size_t count_words(const std::string& sentence) {
    std::istringstream words(sentence);
    return static_cast<std::size_t>(
        std::distance(std::istream_iterator<std::string>(words), std::istream_iterator<std::string>()));
}

/// Gold links whose partner stands before that of an earlier one.
std::size_t count_backwards(const std::vector<align::LinkLine>& gold) {
    std::size_t count = 0;
    std::size_t farthest = 0;
    for (const align::LinkLine& link : gold) {
        count += link.target.at(0) < farthest;
        farthest = std::max(farthest, link.target.at(0));
    }
    return count;
}

}  // namespace

TEST_CASE("a seed always makes the same texts, another seed others") {
    bench::TextMaker one("en", "de", 7);
    bench::TextMaker again("en", "de", 7);
    bench::TextMaker other("en", "de", 8);
    const bench::GeneratedPair pair = one.make(100);
    const bench::GeneratedPair same = again.make(100);
    CHECK(pair.source == same.source);
    CHECK(pair.target == same.target);
    CHECK(pair.gold == same.gold);
    CHECK(pair.source != other.make(100).source);
    CHECK(one.make_article().source == again.make_article().source);
}

TEST_CASE("a made pair has as many sentences as asked for, most of them with a partner") {
    const bench::GeneratedPair pair = bench::TextMaker("en", "ru", 3).make(3000);
    CHECK(pair.source.size() == 3000);
    CHECK(pair.target.size() == 3000);
    // Of 95 sentences of a version 85 tell what the text tells, and 85 % of these stand in the other.
    const double share = static_cast<double>(pair.gold.size()) / 3000;
    CHECK(share > 0.72);
    CHECK(share < 0.80);
}

TEST_CASE("blocks of a long made text are moved, articles run in one order") {
    const bench::GeneratedPair pair = bench::TextMaker("en", "ru", 3).make(3000);
    CHECK(count_backwards(pair.gold) > 75);
    bench::TextMaker articles("en", "ru", 3);
    for (int i = 0; i < 20; ++i) CHECK(count_backwards(articles.make_article().gold) == 0);
}

TEST_CASE("made sentences have the length of real ones, in the letters of their language") {
    const bench::GeneratedPair pair = bench::TextMaker("en", "ru", 3).make(500);
    std::size_t words = 0;
    for (const std::string& sentence : pair.source) {
        words += count_words(sentence);
        CHECK(count_words(sentence) >= 3);
        CHECK(count_words(sentence) <= 60);
        CHECK(sentence.ends_with('.'));
    }
    CHECK(words / 500 >= 15);
    CHECK(words / 500 <= 25);
    std::string target;
    for (const std::string& sentence : pair.target) target += sentence;
    std::size_t cyrillic = 0;
    std::size_t latin = 0;
    for (const char32_t c : align::to_code_points(target)) {
        cyrillic += c >= 0x400 && c < 0x500;
        latin += c >= 'a' && c <= 'z';
    }
    CHECK(cyrillic > 50 * latin);
}

TEST_CASE("the vocabulary of made texts grows from one to the next") {
    bench::TextMaker maker("en", "de", 3);
    std::size_t before = 0;
    std::set<std::string> words;
    for (int i = 0; i < 5; ++i) {
        for (const std::string& sentence : maker.make(200).source) {
            std::istringstream each(sentence);
            words.insert(std::istream_iterator<std::string>(each), std::istream_iterator<std::string>());
        }
        CHECK(words.size() > before + 200);
        before = words.size();
    }
}

TEST_CASE("names sound alike in both languages, spelled as each does") {
    bench::Chance chance(1);
    const bench::Sounds sounds = bench::draw_sounds(chance, 3);
    CHECK(bench::spell(sounds, bench::Orthography::english) !=
          bench::spell(sounds, bench::Orthography::russian));
    CHECK(bench::varied(chance, sounds) != sounds);
    CHECK(bench::orthography_of("de") == bench::Orthography::german);
    CHECK(bench::orthography_of("uk") == bench::Orthography::russian);
    CHECK(bench::orthography_of("tr") == bench::Orthography::english);
    CHECK_THROWS_AS(bench::orthography_of("am"), std::invalid_argument);
    CHECK_THROWS_AS(bench::TextMaker("en", "zh-Hans", 1), std::invalid_argument);
}

TEST_CASE("the floor takes more for more text") {
    const std::string text = "Die Wahl wird wiederholt. ";
    std::string longer;
    for (int i = 0; i < 2000; ++i) longer += text;
    const double little = bench::icu_floor({{"de", {text}}}, 3);
    CHECK(little > 0);
    CHECK(bench::icu_floor({{"de", {longer}}}, 3) > 10 * little);
}
