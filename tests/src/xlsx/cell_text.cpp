#include "xlsx/cell_text.hpp"

#include "align/unicode.hpp"
#include "catch.hpp"

using xlsx::cell_text;

TEST_CASE("a cell's text is the text, on one line") {
    CHECK(cell_text("").text.empty());
    CHECK(cell_text("=1+1 <b> & \"c\" 𐐷 ِشكرا").text == "=1+1 <b> & \"c\" 𐐷 ِشكرا");
    CHECK(cell_text("two\tand\nthree\r\nfour").text == "two and three  four");
}

TEST_CASE("characters that XML forbids are left out of a cell and counted, bad bytes are replaced") {
    const auto made = cell_text(
        "a\x01"
        "b\x1f\xEF\xBF\xBE\xEF\xBF\xBF"
        "c\x7f");
    CHECK(made.text == "abc\x7f");
    CHECK(made.dropped == 4);
    CHECK(cell_text("caf\xe9 \xff").text == "caf\xEF\xBF\xBD \xEF\xBF\xBD");
    CHECK(cell_text(std::string_view("a\0b", 3)).text == "ab");
}

TEST_CASE("what looks like an escaped character stays what it is") {
    CHECK(cell_text("_x0041_").text == "_x005F_x0041_");
    CHECK(cell_text("a_x00e9_x00E9_").text == "a_x005F_x00e9_x005F_x00E9_");
    for (const char* plain : {"_x0041", "_x004g_", "x0041_", "_X0041_", "_x041_", "__"}) {
        INFO(plain);
        CHECK(cell_text(plain).text == plain);
    }
}

TEST_CASE("a text over the limit ends in an ellipsis and fills its cell") {
    CHECK(cell_text("12345", 5).text == "12345");
    CHECK(cell_text("12345", 5).cut_from == 0);
    CHECK(cell_text("123456", 5).text == "1234…");
    CHECK(cell_text("123456", 5).cut_from == 6);
    CHECK(cell_text("12", 1).text == "…");
    // Characters beyond the basic plane are two units each and stay whole.
    CHECK(cell_text("𐐷𐐷", 4).text == "𐐷𐐷");
    CHECK(cell_text("𐐷𐐷x", 4).text == "𐐷…");
    CHECK(cell_text("𐐷𐐷x", 4).cut_from == 5);
    // So does an escape.
    CHECK(cell_text("a_x0041_", 8).text == "a…");
    CHECK(cell_text("a_x0041_", 9).text == "a_x005F_…");
    CHECK(cell_text("a_x0041_", 14).text == "a_x005F_x0041_");
}

TEST_CASE("Excel's own limit is 32,767 units") {
    const std::string most(32'767, 'x');
    CHECK(cell_text(most).text == most);
    const auto cut = cell_text(most + "x");
    CHECK(align::count_code_points(cut.text) == 32'767);
    CHECK(cut.cut_from == 32'768);
}
