#include "tmx/writer.hpp"

#include <fstream>
#include <functional>
#include <sstream>

#include "catch.hpp"
#include "tmx/message.hpp"
#include "tmx/sample.hpp"

using tmx::Header;
using tmx::Unit;
using tmx::Writer;

namespace {

std::string written(const Header& header, const std::vector<Unit>& units) {
    std::ostringstream out;
    Writer writer(out, header);
    for (const Unit& unit : units) writer.write(unit);
    writer.finish();
    return out.str();
}

/// Why a unit that is good but for `spoil` is refused.
std::string refusal(const std::function<void(Unit&)>& spoil) {
    std::ostringstream out;
    Writer writer(out, sample_header());
    const std::string before = out.str();
    Unit unit = sample_unit("a1", "Regen.", "Дождь.");
    unit.properties = {{"x-bead", "1-1"}};
    spoil(unit);
    std::string message = message_of<std::invalid_argument>([&] { writer.write(unit); });
    const bool refused = message != "nothing thrown";
    CHECK(writer.units() == (refused ? 0 : 1));
    CHECK((out.str() == before) == refused);
    return message;
}

std::string refusal_of_segment(const std::string& segment) {
    return refusal([&](Unit& unit) { unit.variants[1].segment = segment; });
}

std::string refusal_of_header(const std::function<void(Header&)>& spoil) {
    std::ostringstream out;
    Header header = sample_header();
    spoil(header);
    std::string message = message_of<std::invalid_argument>([&] { Writer(out, header); });
    CHECK(out.str().empty());
    return message;
}

}  // namespace

TEST_CASE("a memory is written to the byte as the profile says") {
    Header header = sample_header();
    header.properties = {{"x-edition", "de & ru"}};
    header.notes = {{"for \"tests\"", {{"xml:lang", "en"}}}};
    Unit first = sample_unit("18854934.1f", "Regen & \"Sonne\".", "Дождь и «солнце».");
    first.creation_date = "20230428T060000Z";
    first.properties = {
        {"x-confidence", "0.93"}, {"x-url", "https://example.org/?a=1&b=\"2\""}, {"x-empty", ""}};
    first.variants[0].properties = {{"x-note", "a\rb"}};
    first.attributes = {{"changedate", "20230429T000000Z"}};
    Unit second = sample_unit("", "Eins.", "Один.");
    second.variants[0].segment = " <bpt i=\"1\">&lt;b></bpt>Eins<ept i='1'>&lt;/b></ept> <ph/>";
    second.variants.push_back({"zh-CN", "一。"});
    CHECK(written(header, {first, second}) == R"(<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE tmx SYSTEM "tmx14.dtd">
<tmx version="1.4">
  <header creationtool="hexapla" creationtoolversion="0.1.0" segtype="sentence" o-tmf="hexapla" adminlang="en" srclang="de" datatype="plaintext" creationdate="20230428T060000Z">
    <prop type="x-edition">de &amp; ru</prop>
    <note xml:lang="en">for "tests"</note>
  </header>
  <body>
    <tu tuid="18854934.1f" creationdate="20230428T060000Z" changedate="20230429T000000Z">
      <prop type="x-confidence">0.93</prop>
      <prop type="x-url">https://example.org/?a=1&amp;b="2"</prop>
      <prop type="x-empty"></prop>
      <tuv xml:lang="de">
        <prop type="x-note">a&#13;b</prop>
        <seg>Regen &amp; "Sonne".</seg>
      </tuv>
      <tuv xml:lang="ru">
        <seg>Дождь и «солнце».</seg>
      </tuv>
    </tu>
    <tu>
      <tuv xml:lang="de">
        <seg> <bpt i="1">&lt;b></bpt>Eins<ept i='1'>&lt;/b></ept> <ph/></seg>
      </tuv>
      <tuv xml:lang="ru">
        <seg>Один.</seg>
      </tuv>
      <tuv xml:lang="zh-CN">
        <seg>一。</seg>
      </tuv>
    </tu>
  </body>
</tmx>
)");
}

TEST_CASE("a memory without units is whole too") {
    CHECK(written(sample_header(), {}) ==
          "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<!DOCTYPE tmx SYSTEM \"tmx14.dtd\">\n<tmx "
          "version=\"1.4\">\n"
          "  <header creationtool=\"hexapla\" creationtoolversion=\"0.1.0\" segtype=\"sentence\" "
          "o-tmf=\"hexapla\" "
          "adminlang=\"en\" srclang=\"de\" datatype=\"plaintext\" creationdate=\"20230428T060000Z\" />\n"
          "  <body>\n  </body>\n</tmx>\n");
}

TEST_CASE("forbidden characters never reach the file and are counted") {
    std::ostringstream out;
    Writer writer(out, sample_header());
    Unit unit = sample_unit("a", "Eins.", "Один.");
    unit.properties = {{"x-a", "a\vb\uFFFF"}, {"x-\x1f", "c"}};
    writer.write(unit);
    writer.finish();
    CHECK(writer.dropped() == 3);
    CHECK(contains(out.str(), "<prop type=\"x-a\">ab</prop>"));
    CHECK(contains(out.str(), "<prop type=\"x-\">c</prop>"));
}

TEST_CASE("a unit needs two variants with a language each") {
    CHECK(refusal([](Unit&) {}) ==
          "nothing thrown");  // good as it stands: each refusal below has its one reason
    CHECK(contains(refusal([](Unit& unit) { unit.variants.pop_back(); }), "unit 1 (a1): it has 1 variant"));
    CHECK(contains(refusal([](Unit& unit) { unit.variants.clear(); }), "it has 0 variant"));
    for (const char* language : {"", "zh_CN", "*all*", "hbs_cyrillic", "abcdefghi", "de-", "-de", "1a",
                                 "de--CH", "de-abcdefghi", "de CH", "dé"}) {
        INFO(language);
        CHECK(contains(refusal([&](Unit& unit) { unit.variants[0].language = language; }),
                       "is no language tag"));
    }
    for (const char* language : {"de", "zh-Hans-CN", "sr-Latn", "es-419", "prs-AF", "abcdefgh-12345678"}) {
        INFO(language);
        CHECK(refusal([&](Unit& unit) { unit.variants[0].language = language; }) == "nothing thrown");
    }
}

TEST_CASE("a segment must have content") {
    for (const char* segment :
         {"", " ", "\t\n", "&#32;&#13;", "\u00a0\u3000\u200b", "<!-- nothing -->", "<![CDATA[ ]]>"}) {
        INFO(segment);
        CHECK(contains(refusal_of_segment(segment), "variant ru: the segment is empty"));
    }
    CHECK(refusal_of_segment("<ph/>") == "nothing thrown");
}

TEST_CASE("a segment must be well-formed XML") {
    for (const char* segment : {"a & b", "a < b", "<ph>", "</seg><seg>", "&nbsp;", "&#11;", "a\vb", "\xff",
                                "]]>", "<ph x=\"1\" x=\"1\"/>", "<hi><ph></hi></ph>", "\uFFFE"}) {
        INFO(segment);
        CHECK(contains(refusal_of_segment(segment), "the segment is not well-formed XML: line 1, column "));
    }
    CHECK(contains(refusal_of_segment("a\rb"), "carriage return"));
}

TEST_CASE("a segment holds the codes of TMX 1.4, each in its place with its attributes") {
    for (const char* segment :
         {"<g>a</g>", "a<x/>", "<b>a</b>", "<sub>a</sub>", "<hi><sub/>a</hi>", "<bpt i=\"1\"><ph/></bpt>",
          "<ph><sub><sub/></sub></ph>", "<seg>a</seg>", "<bpt>a</bpt>", "<ept/>", "<it/>",
          "<it pos=\"middle\"/>", "<ph id=\"1\"/>", "<hi i=\"1\">a</hi>", "<ept i=\"1\" x=\"1\"/>"}) {
        INFO(segment);
        CHECK(contains(refusal_of_segment(segment), "unit 1 (a1): variant ru: the segment has "));
    }
    CHECK(
        refusal_of_segment(
            "<bpt i=\"1\" x=\"1\" type=\"b\"><sub datatype=\"html\" type=\"t\">a<ph assoc=\"p\"/></sub></bpt>"
            "<ept i=\"1\"/><it pos=\"begin\"/><it pos=\"end\"/><hi x=\"1\"><ut>u</ut></hi>") ==
        "nothing thrown");
}

TEST_CASE("ids and dates must have TMX's form") {
    for (const char* id : {"a b", "a\t", "\n", "a\u00a0b", "a\u3000b"}) {
        CHECK(contains(refusal([&](Unit& unit) { unit.id = id; }), "the tuid has white space"));
    }
    CHECK(contains(refusal([](Unit& unit) { unit.id = "a\x01"; }), "XML forbids"));
    CHECK(contains(refusal([](Unit& unit) { unit.id = "a\xff"; }),
                   "unit 1: the attribute 'tuid': the text is not UTF-8"));
    for (const char* date :
         {"2023-04-28", "20230428", "20230428T060000", "20230428T060000z", "20230228T250000Z",
          "20230230T060000Z", "20231301T000000Z", "20230100T000000Z", "20230428T006000Z", "20230428T000060Z",
          "20230428T060000Z ", "2023042xT060000Z"}) {
        INFO(date);
        CHECK(contains(refusal([&](Unit& unit) { unit.creation_date = date; }), "the creation date '"));
    }
    CHECK(refusal([](Unit& unit) { unit.creation_date = "20240229T235959Z"; }) == "nothing thrown");
}

TEST_CASE("properties, notes and further attributes must be TMX's") {
    CHECK(contains(refusal([](Unit& unit) {
                       unit.properties.push_back({"", "1"});
                   }),
                   "a property has no type"));
    CHECK(contains(refusal([](Unit& unit) { unit.properties.push_back({"x-a", "\xff"}); }), "not UTF-8"));
    CHECK(contains(refusal([](Unit& unit) { unit.properties.push_back({"\xff", "a"}); }), "not UTF-8"));
    CHECK(contains(refusal([](Unit& unit) { unit.notes.push_back({"\xff"}); }),
                   "a note: the text is not UTF-8"));
    CHECK(contains(refusal([](Unit& unit) {
                       unit.notes.push_back({"a", {{"xml:lang", "x_y"}}});
                   }),
                   "language tag"));
    CHECK(contains(refusal([](Unit& unit) { unit.attributes = {{"score", "1"}}; }), "make it a property"));
    CHECK(contains(refusal([](Unit& unit) { unit.attributes = {{"tuid", "1"}}; }), "none of TMX 1.4's"));
    CHECK(contains(refusal([](Unit& unit) {
                       unit.attributes = {{"changedate", "now"}};
                   }),
                   "YYYYMMDDThhmmssZ"));
    CHECK(contains(refusal([](Unit& unit) { unit.attributes = {{"usagecount", "-1"}}; }), "a number"));
    CHECK(contains(refusal([](Unit& unit) {
                       unit.attributes = {{"segtype", "page"}};
                   }),
                   "sentence or phrase"));
    CHECK(contains(refusal([](Unit& unit) {
                       unit.attributes = {{"changeid", "a"}, {"changeid", "b"}};
                   }),
                   "twice"));
    CHECK(contains(refusal([](Unit& unit) {
                       unit.variants[0].attributes = {{"srclang", "de"}};
                   }),
                   "in <tuv>"));
    CHECK(contains(refusal([](Unit& unit) {
                       unit.variants[0].properties = {{"", "a"}};
                   }),
                   "variant de: a property"));
    CHECK(refusal([](Unit& unit) {
              unit.attributes = {{"srclang", "*all*"}, {"usagecount", "3"}, {"segtype", "phrase"}};
              unit.variants[0].attributes = {{"creationdate", "20230428T060000Z"}, {"changeid", "RJ & <co>"}};
          }) == "nothing thrown");
}

TEST_CASE("a header must have all that TMX demands") {
    CHECK(contains(refusal_of_header([](Header& h) { h.creation_tool = ""; }), "creationtool is empty"));
    CHECK(
        contains(refusal_of_header([](Header& h) { h.creation_tool_version = " "; }), "creationtoolversion"));
    CHECK(contains(refusal_of_header([](Header& h) { h.original_format = ""; }), "o-tmf"));
    CHECK(contains(refusal_of_header([](Header& h) { h.data_type = ""; }), "datatype"));
    CHECK(contains(refusal_of_header([](Header& h) { h.data_type = "\xff"; }), "not UTF-8"));
    CHECK(contains(refusal_of_header([](Header& h) { h.segment_type = "page"; }), "segtype is 'page'"));
    CHECK(contains(refusal_of_header([](Header& h) { h.admin_language = "C.UTF-8"; }), "adminlang"));
    CHECK(contains(refusal_of_header([](Header& h) { h.source_language = ""; }), "srclang"));
    CHECK(contains(refusal_of_header([](Header& h) { h.creation_date = "today"; }),
                   "the header of the memory: "));
    CHECK(contains(refusal_of_header([](Header& h) { h.properties = {{" ", ""}}; }), "no type"));
    CHECK(contains(refusal_of_header([](Header& h) { h.attributes = {{"gitCommit", "1"}}; }), "'gitCommit'"));
}

TEST_CASE("after a refused unit the next one is written and named by its own number") {
    std::ostringstream out;
    Writer writer(out, sample_header());
    CHECK_THROWS_AS(writer.write({}), std::invalid_argument);
    writer.write(sample_unit("b", "Eins.", "Один."));
    CHECK(contains(message_of([&] { writer.write({}); }), "unit 3: "));
    writer.finish();
    CHECK(writer.units() == 1);
    CHECK_THROWS_AS(writer.write(sample_unit("c", "Zwei.", "Два.")), std::logic_error);
    const std::string whole = out.str();
    writer.finish();
    CHECK(out.str() == whole);
}

TEST_CASE("a stream that fails is reported") {
    std::ofstream full("/dev/full", std::ios::binary);
    REQUIRE(full.is_open());
    const auto write_many = [&] {
        Writer writer(full, sample_header());
        for (int i = 0; i < 1000; ++i) writer.write(sample_unit(std::to_string(i), "Eins.", "Один."));
        writer.finish();
    };
    CHECK(contains(message_of<tmx::WriteError>(write_many), "disk is full"));
    std::ofstream small("/dev/full", std::ios::binary);
    CHECK(contains(message_of<tmx::WriteError>([&] { Writer(small, sample_header()).finish(); }),
                   "at the end"));
}

TEST_CASE("an unfinished memory stays without its end tags") {
    std::ostringstream out;
    { const Writer writer(out, sample_header()); }
    CHECK_FALSE(contains(out.str(), "</tmx>"));
}
