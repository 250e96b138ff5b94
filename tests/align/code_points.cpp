#include <stdexcept>

#include "align/unicode.hpp"
#include "catch.hpp"

TEST_CASE("UTF-8 becomes code points and comes back") {
    const std::string text = "a\u00e9\u12a0\U0001F600";
    CHECK(align::to_code_points(text) == U"a\u00e9\u12a0\U0001F600");
    CHECK(align::to_utf8(align::to_code_points(text)) == text);
    CHECK(align::to_code_points("").empty());
    CHECK(align::to_code_points(std::string(1, '\0')).size() == 1);
}

TEST_CASE("what is not UTF-8 is refused, what is no code point is replaced") {
    CHECK_THROWS_AS(align::to_code_points("ab\xc3"), std::invalid_argument);
    CHECK_THROWS_AS(align::compose("\xed\xa0\x80"), std::invalid_argument);
    CHECK(align::to_utf8(std::u32string{char32_t{0xD800}, char32_t{0x110000}}) == "\uFFFD\uFFFD");
}

TEST_CASE("letters and marks are composed") {
    CHECK(align::compose("e\u0301") == "\u00e9");
    CHECK(align::compose("\u1112\u1161\u11ab") == "\ud55c");
    CHECK(align::compose("\ufb01") == "\ufb01");  // a compatibility form stays
}

TEST_CASE("letters are those of a script with capitals or without, no marks or digits") {
    for (const char32_t letter : {U'a', U'Ж', U'ß', U'ب', U'德', U'ሀ'})
        CHECK(align::is_letter(align::sentence_break(letter)));
    for (const char32_t other : {U'1', U'.', U' ', U'«', U'\u093F', U'$'})
        CHECK_FALSE(align::is_letter(align::sentence_break(other)));
}

TEST_CASE("spaces are known, invisible characters are none") {
    for (const char32_t c :
         {U' ', U'\t', U'\r', U'\u001c', U'\u0085', U'\u00a0', U'\u2028', U'\u202f', U'\u3000'}) {
        CHECK(align::is_space(c));
    }
    for (const char32_t c : {U'a', U'\u0000', U'\u200b', U'\u2060', U'\ufeff', U'\u1361'})
        CHECK(!align::is_space(c));
}
