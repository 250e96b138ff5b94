#include "tmx/text.hpp"

#include <stdexcept>

#include "catch.hpp"
#include "tmx/codes.hpp"
#include "tmx/message.hpp"

using tmx::escape;
using tmx::plain_text;

TEST_CASE("escaping text and taking it out of XML again gives the text") {
    for (const std::string text :
         {"", " a  b ", "\"a\" & 'b' < c > d", "]]>", "a\r\nb\rc\td", "&amp;", "العربية", "中文",
          "👩‍💻", "a\u2028b", "a\u00a0b", "\uFEFFa", "<!--x-->", "\u0085"}) {
        INFO(text);
        CHECK(plain_text(escape(text)) == text);
    }
}

TEST_CASE("escaping writes only what XML needs as references") {
    CHECK(escape("a < b > c & \"d\" 'e'") == "a &lt; b &gt; c &amp; \"d\" 'e'");
    CHECK(escape("a\tb\nc\rd") == "a\tb\nc&#13;d");
    CHECK(tmx::escape_attribute("\"\t\n\r'") == "&quot;&#9;&#10;&#13;'");
}

TEST_CASE("characters that XML forbids are left out and counted") {
    std::size_t dropped = 0;
    CHECK(escape(std::string("a\0b\x01\x1f\x7f", 6), &dropped) == "ab\x7f");
    CHECK(dropped == 3);
    CHECK(escape("\uFFFE\uFFFF\uFFFD\U0001FFFE", &dropped) == "\uFFFD\U0001FFFE");
    CHECK(dropped == 5);
    CHECK(escape("\v").empty());
}

TEST_CASE("text that is not UTF-8 is refused with its place") {
    CHECK(contains(message_of<std::invalid_argument>([] { escape("ab\xff"); }), "byte 2"));
    CHECK_THROWS_AS(escape("\xed\xa0\x80"), std::invalid_argument);  // a surrogate
    CHECK_THROWS_AS(escape("\xc0\xaf"), std::invalid_argument);      // overlong
    CHECK(tmx::find_malformed("ä€😀") == std::nullopt);
    CHECK(tmx::find_malformed("ä\xe2\x82") == 2);
    CHECK(tmx::find_malformed("\xf4\x90\x80\x80") == 0);
}

TEST_CASE("plain text is a segment without its codes") {
    CHECK(plain_text("a <bpt i=\"1\">&lt;b></bpt>b<ept i=\"1\">&lt;/b></ept> <ph/>c") == "a b c");
    CHECK(plain_text("<it pos=\"begin\">x</it> <ut>y</ut>z") == " z");
    CHECK(plain_text("<ph>title=<sub>not this</sub></ph>this") == "this");
    CHECK(plain_text("<hi type=\"b\">a <hi>b</hi><ph>x</ph></hi> c") == "a b c");
    CHECK(plain_text("&#x41;&#66;&quot;&apos;<![CDATA[<&]]><!-- no --><?no no?>") == "AB\"'<&");
    CHECK(plain_text("").empty());
}

TEST_CASE("plain text is not made from what is no XML") {
    for (const char* segment : {"<ph>",
                                "</ph>",
                                "a & b",
                                "&nbsp;",
                                "&#1;",
                                "&#xD800;",
                                "&#;",
                                "&#x110000;",
                                "a < b",
                                "<ph x=\"1\" x=\"2\"/>",
                                "<ph x=1/>",
                                "<ph x=\"<\"/>",
                                "a]]>b",
                                "\xff",
                                "\x01",
                                "<!-- -- -->",
                                "<!-- ",
                                "<![CDATA[",
                                "<?xml version=\"1.0\"?>",
                                "<!DOCTYPE seg>",
                                "<ph></hi>",
                                "<ph x=\"1\"x2=\"2\"/>",
                                "&#99999999999999999999;"}) {
        INFO(segment);
        CHECK_THROWS_AS(plain_text(segment), std::invalid_argument);
    }
}

TEST_CASE("the codes of a segment are listed in order") {
    const auto codes = tmx::codes_of(
        "a<bpt i='1' x=\"2\" type=\"b&amp;c\">&lt;b></bpt>b<ph>d<sub>e</sub></ph><it pos='end'/>");
    CHECK(codes == std::vector<tmx::Code>{{"bpt", "1", "2", "b&c", ""},
                                          {"ph", "", "", "", ""},
                                          {"sub", "", "", "", ""},
                                          {"it", "", "", "", "end"}});
    CHECK(tmx::codes_of("a &amp; b").empty());
    CHECK_THROWS_AS(tmx::codes_of("<bpt i='1'>"), std::invalid_argument);
}
