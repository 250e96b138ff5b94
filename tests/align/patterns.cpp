#include "align/patterns.hpp"

#include <string>

#include "catch.hpp"

using align::Matcher;
using align::Pattern;
using align::PatternText;

TEST_CASE("a pattern matches a whole text, letters in either case when asked") {
    CHECK(Pattern("de.*").matches("de-AT"));
    CHECK_FALSE(Pattern("de").matches("de-AT"));
    CHECK_FALSE(Pattern("DE").matches("de"));
    CHECK(Pattern("DE", Pattern::Case::ignored).matches("de"));
}

TEST_CASE("a pattern that cannot be read says why and where") {
    try {
        static_cast<void>(Pattern("ab(c"));
        FAIL("it was read");
    } catch (const align::PatternError& error) {
        CHECK(std::string(error.what()) == "a bracket ( without its partner, at character 4");
    }
    CHECK_THROWS_AS(Pattern("[a"), align::PatternError);
    CHECK_THROWS_AS(Pattern(R"(\p{Nonsense})"), align::PatternError);
}

TEST_CASE("positions are UTF-16 units, which know their bytes") {
    const PatternText text("aä😀b");
    CHECK(text.size() == 5);
    CHECK(text.byte_of(0) == 0);
    CHECK(text.byte_of(1) == 1);
    CHECK(text.byte_of(2) == 3);
    CHECK(text.byte_of(4) == 7);
    CHECK(text.byte_of(5) == 8);
    CHECK(text.ends_with("ä😀", 4));
    CHECK(text.ends_with("", 0));
    CHECK_FALSE(text.ends_with("b", 4));
}

TEST_CASE("matches are found from left to right, without overlap") {
    const PatternText text("aaa.a");
    Matcher matcher{Pattern("aa?")};
    matcher.begin(text, false);
    auto found = matcher.find_from(0);
    REQUIRE(found);
    CHECK(found->end == 2);
    found = matcher.find_next();
    REQUIRE(found);
    CHECK(found->begin == 2);
    CHECK(found->end == 3);
    found = matcher.find_next();
    REQUIRE(found);
    CHECK(found->begin == 4);
    CHECK_FALSE(matcher.find_next());
    CHECK_FALSE(matcher.find_from(text.size()));
}

TEST_CASE("what stands before a position is there for a pattern only when it is told so") {
    const PatternText text("a b");
    Matcher matcher{Pattern("(?<=a )b")};
    matcher.begin(text, true);
    CHECK(matcher.stands_at(2));
    matcher.begin(text, false);
    CHECK_FALSE(matcher.stands_at(2));
    CHECK_FALSE(matcher.find_from(2));
    REQUIRE(matcher.find_from(0));
    CHECK(matcher.find_from(0)->begin == 2);
    Matcher at_begin{Pattern("^b")};
    at_begin.begin(text, true);
    CHECK_FALSE(at_begin.stands_at(2));
    at_begin.begin(text, false);
    CHECK(at_begin.stands_at(2));
}

TEST_CASE("a pattern that tries every way to read a text is stopped") {
    const PatternText text(std::string(60, 'a') + "c");
    Matcher matcher{Pattern("(?:a|a?)+b")};
    matcher.begin(text, false);
    CHECK_THROWS_AS(matcher.find_from(0), align::PatternLimit);
}
