#include "pages/decode.hpp"

#include "catch.hpp"
#include "errors.hpp"

using Catch::Matchers::Contains;
using hexapla::InputError;

namespace {

std::string text_of(std::string_view bytes) { return pages::decode(bytes, "page.txt", false).text; }
std::string encoding_of(std::string_view bytes) { return pages::decode(bytes, "page.txt", false).encoding; }

/// ASCII as UTF-16, little endian.
std::string wide(std::string_view text) {
    std::string out;
    for (const char c : text) {
        out += c;
        out += '\0';
    }
    return out;
}

// "Сегодня в городе открылся новый музей часов, и все часы в нём идут назад." in windows-1251.
const std::string russian_1251 =
    "\xD1\xE5\xE3\xEE\xE4\xED\xFF \xE2 \xE3\xEE\xF0\xEE\xE4\xE5 \xEE\xF2\xEA\xF0\xFB\xEB\xF1\xFF "
    "\xED\xEE\xE2\xFB\xE9 \xEC\xF3\xE7\xE5\xE9 \xF7\xE0\xF1\xEE\xE2, \xE8 \xE2\xF1\xE5 \xF7\xE0\xF1\xFB "
    "\xE2 \xED\xB8\xEC \xE8\xE4\xF3\xF2 \xED\xE0\xE7\xE0\xE4.";

}  // namespace

TEST_CASE("UTF-8 is read with and without a byte order mark") {
    CHECK(text_of("Grüße") == "Grüße");
    CHECK(text_of("\xEF\xBB\xBFGrüße") == "Grüße");
}

TEST_CASE("line ends become line feeds") { CHECK(text_of("a\r\nb\rc\nd") == "a\nb\nc\nd"); }

TEST_CASE("UTF-16 is read by its mark, and without one when it shows") {
    const std::string text = "Rain falls on the town hall, and nobody is there to see it.\n";
    CHECK(text_of("\xFF\xFE" + wide(text)) == text);
    CHECK(text_of(std::string("\xFE\xFF\0G\0r", 6)) == "Gr");
    CHECK(text_of(wide(text)) == text);
    CHECK(encoding_of(wide(text)) == "UTF-16LE");
    // "Да, дождь." has NUL bytes at its comma, space and full stop alone.
    CHECK(text_of(std::string("\x14\x04\x30\x04,\0 \0\x34\x04\x3E\x04\x36\x04\x34\x04\x4C\x04.\0", 20)) ==
          "Да, дождь.");
    CHECK(text_of(std::string("\x04\x14\x04\x30\0,\0 \x04\x34\x04\x3E", 12)) == "Да, до");
}

TEST_CASE("a declaration beats the look of the bytes") {
    CHECK(text_of("<?xml version='1.0' encoding='iso-8859-1'?><p>caf\xE9</p>").find("café") !=
          std::string::npos);
    CHECK(text_of("<html><meta charset=windows-1251><p>\xEC\xE8\xF0").find("мир") != std::string::npos);
    CHECK(text_of("<meta http-equiv=x content=\"text/html; charset=ISO-8859-9\">\xFE").find("ş") !=
          std::string::npos);
    // Only of markup: a text that talks of declarations makes none.
    CHECK(text_of("Write <meta charset=windows-1251> for é.").find("é") != std::string::npos);
}

TEST_CASE("broken UTF-8 is an error that names the first bad byte, or is repaired") {
    const std::string bytes = "Das Stück beginnt sp\xE4t. " + std::string(200, 'x');
    CHECK_THROWS_WITH(text_of(bytes), Contains("page.txt, byte 21: ") && Contains("--repair"));
    const auto repaired = pages::decode(bytes, "page.txt", true);
    CHECK(repaired.text.starts_with("Das Stück beginnt sp\uFFFDt. "));
    CHECK(repaired.repaired == 1);
    CHECK(repaired.first_repair == 21);
    // The mark counts: offsets are those of the file.
    CHECK_THROWS_WITH(text_of("\xEF\xBB\xBF" + bytes), Contains("byte 24: "));
}

TEST_CASE("text in a legacy encoding is read as what it looks like") {
    CHECK(text_of(russian_1251) ==
          "Сегодня в городе открылся новый музей часов, и все часы в нём идут назад.");
    CHECK(encoding_of(russian_1251) == "windows-1251");
    CHECK(pages::decode(russian_1251, "page.txt", false).guessed);
    CHECK_FALSE(pages::decode("Grüße", "page.txt", false).guessed);
    // Few letters beside ASCII, and one pair of bytes that would be well-formed UTF-8: "weiß" before a quote.
    const std::string german =
        "\x84"
        "Er sagt, dass er nichts wei\xDF\x93, steht im Brief des B\xFCrgermeisters. " +
        std::string(300, ' ') +
        "Die Leute auf der Stra\xDF"
        "e wissen mehr.";
    CHECK(text_of(german).starts_with("„Er sagt, dass er nichts weiß“, steht im Brief des Bürgermeisters."));
}

TEST_CASE("what is no text is refused with the reason") {
    CHECK_THROWS_WITH(text_of(""), Contains("is empty"));
    CHECK_THROWS_WITH(text_of(std::string("\x89PNG\r\n\x1A\n\0\0\0\rIHDR\0\0\1", 19)),
                      Contains("is no text"));
    CHECK_THROWS_WITH(text_of(std::string("a\0b", 3)), Contains("is no text"));
    CHECK_THROWS_WITH(text_of(std::string("\x01\0\x02\0\x03\0 \0", 8)), Contains("is no text"));
    CHECK_THROWS_WITH(text_of("\x01\x02\x03\x04 text"), Contains("is no text"));
    CHECK_THROWS_AS(text_of(""), InputError);
}

TEST_CASE("a text above the limit is refused with the limit") {
    CHECK_THROWS_WITH(text_of(std::string(pages::max_page_bytes + 1, 'a')), Contains("64 MB"));
}
