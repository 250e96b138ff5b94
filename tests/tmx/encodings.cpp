#include <iconv.h>

#include <sstream>

#include "catch.hpp"
#include "tmx/message.hpp"
#include "tmx/reader.hpp"

namespace {

std::string memory(const std::string& declaration, const std::string& segment) {
    return declaration +
           "<tmx version=\"1.4\"><header creationtool=\"t\" creationtoolversion=\"1\" segtype=\"sentence\" "
           "o-tmf=\"f\" adminlang=\"en\" srclang=\"de\" datatype=\"plaintext\"/>\n<body>\n<tu><tuv "
           "xml:lang=\"de\"><seg>" +
           segment + "</seg></tuv></tu></body></tmx>";
}

std::string declared(const std::string& encoding) {
    return "<?xml version=\"1.0\" encoding=\"" + encoding + "\"?>";
}

std::string in_encoding(const std::string& text, const char* encoding) {
    const iconv_t handle = iconv_open(encoding, "UTF-8");
    REQUIRE(handle != reinterpret_cast<iconv_t>(-1));
    std::string from = text;
    std::string result(text.size() * 4 + 16, '\0');
    char* in = from.data();
    std::size_t left = from.size();
    char* out = result.data();
    std::size_t room = result.size();
    REQUIRE(iconv(handle, &in, &left, &out, &room) != static_cast<std::size_t>(-1));
    iconv_close(handle);
    result.resize(result.size() - room);
    return result;
}

struct Result {
    std::string segment;
    std::vector<std::string> deviations;
};

Result read(const std::string& bytes) {
    std::istringstream in(bytes);
    Result result;
    tmx::Reader reader(in, {[&](tmx::Place, const std::string& what) { result.deviations.push_back(what); }});
    for (tmx::Unit unit; reader.next(unit);) result.segment = unit.variants.at(0).segment;
    return result;
}

std::string error_of(const std::string& bytes) {
    return message_of<tmx::ParseError>([&] { read(bytes); });
}

// More than a piece of what is read at a time, so that characters are cut at every border.
std::string long_text(const std::string& piece) {
    std::string text;
    while (text.size() < 300'000) text += piece;
    return text;
}

}  // namespace

TEST_CASE("UTF-16 and UTF-32 are read both ways, with byte order mark") {
    const std::string text = long_text("ä日本😀 a\n");
    for (const char* encoding : {"UTF-16LE", "UTF-16BE", "UTF-32LE", "UTF-32BE"}) {
        INFO(encoding);
        for (const std::string& declaration : {std::string(), declared("UTF-16")}) {
            const Result result = read(in_encoding("\uFEFF" + memory(declaration, text), encoding));
            CHECK(result.segment == text);
            CHECK(result.deviations.empty());
        }
    }
}

TEST_CASE("UTF-16 without a byte order mark is read, and told") {
    for (const char* encoding : {"UTF-16LE", "UTF-16BE"}) {
        const Result result = read(in_encoding(memory(declared(encoding), "ä"), encoding));
        CHECK(result.segment == "ä");
        REQUIRE(result.deviations.size() == 1);
        CHECK(contains(result.deviations[0], "without a byte order mark"));
    }
}

TEST_CASE("encodings that the XML declaration names are read") {
    CHECK(read(in_encoding(memory(declared("ISO-8859-1"), long_text("Größe é ")), "ISO-8859-1")).segment ==
          long_text("Größe é "));
    CHECK(read(in_encoding(memory(declared("windows-1251"), "Дождь"), "WINDOWS-1251")).segment == "Дождь");
    CHECK(read(in_encoding(memory(declared("iso-8859-15"), "10 €"), "ISO-8859-15")).segment == "10 €");
    CHECK(read(in_encoding(memory(declared("Shift_JIS"), long_text("日本語")), "SHIFT_JIS")).segment ==
          long_text("日本語"));
    CHECK(read(in_encoding(memory(declared("EUC-JP"), "日本語"), "EUC-JP")).segment == "日本語");
    CHECK(read(in_encoding(memory(declared("ISO-2022-JP"), "日本語"), "ISO-2022-JP")).segment == "日本語");
    CHECK(read(in_encoding(memory(declared("Big5"), "中文"), "BIG5")).segment == "中文");
    CHECK(read(memory(declared("US-ASCII"), "a")).segment == "a");
}

TEST_CASE("a declaration that the bytes belie gives way to them, and is told") {
    Result result = read(in_encoding("\uFEFF" + memory(declared("UTF-8"), "ä"), "UTF-16LE"));
    CHECK(result.segment == "ä");
    REQUIRE(result.deviations.size() == 1);
    CHECK(contains(result.deviations[0], "says UTF-8, but the file is in UTF-16LE"));
    result = read(memory(declared("UTF-16"), "ä"));
    CHECK(result.segment == "ä");
    REQUIRE(result.deviations.size() == 1);
    CHECK(contains(result.deviations[0], "it is read as UTF-8"));
    result = read("\uFEFF" + memory(declared("ISO-8859-1"), "ä"));
    CHECK(result.segment == "ä");
    CHECK(result.deviations.size() == 1);
}

TEST_CASE("an encoding that is not known, or bytes that are not of it, are an error with advice") {
    using namespace std::string_literals;
    CHECK(contains(error_of(memory(declared("KLINGON"), "a")),
                   "'KLINGON' is not known here; convert the file"));
    CHECK(contains(error_of(memory(declared("UTF-8//TRANSLIT"), "a")), "is not known here"));
    CHECK(contains(error_of(memory(declared("EUC-JP"), "a\xff")), "the byte 0xFF is not EUC-JP here"));
    CHECK(contains(error_of("\x4C\x6F\xA7\x94 and more"), "EBCDIC"));
    CHECK(contains(error_of("\xFF\xFE<\0t\0m"s), "UTF-16LE"));  // half a character at the end
    CHECK(contains(error_of("<?xml version=\"1.1\"?>" + memory("", "a")), "1.1"));
}

TEST_CASE("line ends are line feeds in every encoding, also where two pieces meet") {
    std::string text;
    while (text.size() < 200'000) text += "a\r\nb\rc\n";
    std::string expected;
    while (expected.size() < text.size() * 6 / 7) expected += "a\nb\nc\n";
    CHECK(read(memory("", text)).segment == expected);
    CHECK(read(memory("", " " + text)).segment == " " + expected);
    CHECK(read(in_encoding("\uFEFF" + memory("", text), "UTF-16BE")).segment == expected);
}
