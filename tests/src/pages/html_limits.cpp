#include "pages/html_limits.hpp"

#include <chrono>
#include <string>

#include "catch.hpp"
#include "errors.hpp"
#include "pages/html_tree.hpp"

using Catch::Matchers::Contains;
using pages::check_html_limits;

namespace {

std::string repeat(const std::string& text, std::size_t times) {
    std::string out;
    for (std::size_t i = 0; i < times; ++i) out += text;
    return out;
}

void check(const std::string& html) { check_html_limits(html, "page.html"); }

std::string attributes(std::size_t count) {
    std::string out;
    for (std::size_t i = 0; i < count; ++i) out += " a" + std::to_string(i) + "='>'";
    return out;
}

}  // namespace

TEST_CASE("30,000 nested elements are refused at once, with the place") {
    const auto start = std::chrono::steady_clock::now();
    CHECK_THROWS_WITH(check("<html>\n<body>\n" + repeat("<div>", 30000)),
                      Contains("page.html:3, byte 2574: more than 512 elements are open at one place") &&
                          Contains("save the page as text"));
    CHECK(std::chrono::steady_clock::now() - start < std::chrono::seconds(1));
    CHECK_THROWS_AS(check(repeat("<div>", 513)), hexapla::InputError);
    CHECK_NOTHROW(check(repeat("<div>", 512)));
    CHECK_NOTHROW(check(repeat("<div></div>", 30000)));
    CHECK_NOTHROW(check("<ul>" + repeat("<li>item", 30000)));
    CHECK_NOTHROW(check(repeat("<p>text<br><img src=x>", 30000)));
}

TEST_CASE("nesting does not hide behind end tags that close nothing") {
    CHECK_THROWS_AS(check(repeat("<div></section>", 600)), hexapla::InputError);
    CHECK_THROWS_AS(check(repeat("<div><table></div></table>", 600)), hexapla::InputError);
    CHECK_THROWS_AS(check(repeat("<span><p></span></p>", 600)), hexapla::InputError);
    CHECK_THROWS_AS(check(repeat("<foo/>", 600)), hexapla::InputError);
}

TEST_CASE("1,001 attributes of a tag are refused") {
    CHECK_THROWS_WITH(check("\n<p" + attributes(1001) + ">"),
                      Contains("page.html:2, byte 1: a tag has more than 1000 attributes"));
    CHECK_NOTHROW(check("<p" + attributes(1000) + ">"));
    CHECK_THROWS_AS(check("<p " + repeat("x ", 1001)), hexapla::InputError);
    CHECK_THROWS_AS(check("<p " + repeat("x/", 1001)), hexapla::InputError);
    CHECK_THROWS_AS(check("</p" + attributes(1001) + ">"), hexapla::InputError);
}

TEST_CASE("what is never closed and begins anew in each paragraph counts each time") {
    const std::string open = "<p>" + repeat("<b class=x>", 200) + "</p>";
    CHECK_THROWS_WITH(check(open + repeat("<p>x", 10000)),
                      Contains("more than 1000000 elements and attributes"));
    CHECK_NOTHROW(check("<p><b>" + repeat("<p>x", 10000)));
}

TEST_CASE("no tag is seen in comments, scripts, styles and fields, closed or not") {
    const std::string deep = repeat("<div>", 600);
    CHECK_NOTHROW(check("<!--" + deep + "-->" + "<p>"));
    CHECK_NOTHROW(check("<!--" + deep));
    CHECK_NOTHROW(check("<script>'" + deep + "'</script>"));
    CHECK_NOTHROW(check("<SCRIPT>" + deep + "</scripts>" + deep));
    CHECK_NOTHROW(check("<style>" + deep + "</style ><p>"));
    CHECK_NOTHROW(check("<textarea>" + deep + "</textarea>"));
    CHECK_NOTHROW(check("<title>" + deep));
    CHECK_NOTHROW(check("<p title='" + deep + "'>"));
    CHECK_NOTHROW(check("<p title=\"" + deep));  // the quote is never closed
    CHECK_THROWS_AS(check("<!-->" + deep), hexapla::InputError);
    CHECK_THROWS_AS(check("<script></script>" + deep), hexapla::InputError);
    CHECK_THROWS_AS(check("<svg><style>" + deep), hexapla::InputError);
    CHECK_NOTHROW(check("<svg><![CDATA[" + deep + "]]></svg>"));
}

TEST_CASE("whatever ends in the middle is looked through to its end") {
    const std::string page =
        "<!DOCTYPE html><p class=\"a\" b=c d>x</p><!-- y --><script>z</script><svg/><![CDATA[";
    for (std::size_t end = 0; end <= page.size(); ++end) CHECK_NOTHROW(check(page.substr(0, end)));
    CHECK_NOTHROW(check("<"));
    CHECK_NOTHROW(check("a < b <= c </ d <3 <?x <!y"));
}
