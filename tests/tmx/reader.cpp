#include "tmx/reader.hpp"

#include <fstream>
#include <sstream>

#include "catch.hpp"
#include "tmx/message.hpp"

using tmx::ParseError;
using tmx::Reader;
using tmx::Unit;

namespace {

const std::string header =
    "<header creationtool=\"t\" creationtoolversion=\"1\" segtype=\"sentence\" o-tmf=\"f\" adminlang=\"en\" "
    "srclang=\"de\" datatype=\"plaintext\"/>";
const std::string tuvs = "<tuv xml:lang=\"de\"><seg>a</seg></tuv><tuv xml:lang=\"ru\"><seg>b</seg></tuv>";

std::string memory(const std::string& body) {
    return "<tmx version=\"1.4\">\n" + header + "\n<body>\n" + body + "</body></tmx>";
}

std::vector<Unit> units_of(const std::string& file) {
    std::istringstream in(file);
    Reader reader(in);
    std::vector<Unit> units;
    for (Unit unit; reader.next(unit);) units.push_back(unit);
    return units;
}

std::string error_of(const std::string& file) {
    return message_of<ParseError>([&] { units_of(file); });
}

/// A unit whose German segment is this XML.
std::string tu(const std::string& segment) {
    return "<tu><tuv xml:lang=\"de\"><seg>" + segment +
           "</seg></tuv><tuv xml:lang=\"ru\"><seg>b</seg></tuv></tu>";
}

}  // namespace

TEST_CASE("all that a memory says is read") {
    std::istringstream in(R"(<?xml version='1.0' encoding="utf-8" ?>
<!DOCTYPE tmx PUBLIC "-//LISA OSCAR:1998//DTD for Translation Memory eXchange//EN" 'tmx14.dtd' >
<!-- a comment > --><?and an instruction?>
<tmx version="1.4">
<header creationtool="T &amp; U" creationtoolversion="1" segtype="phrase" o-tmf="f" adminlang="en-us" srclang="*all*"
 datatype="html" creationdate="20200101T000000Z" o-encoding="x">
  <note xml:lang="en">Say <![CDATA[<this>]]></note><prop type="x-a"> b </prop>
  <ude name="n" base="b"><map unicode="#xF8FF" code="#xF0"/></ude>
</header>
<body>
 <tu tuid='7' creationdate="20210101T000000Z" changeid="R&#x4A;">
  <prop type="x-q" lang="en">high</prop><note/>
  <tuv xml:lang="DE-de" usagecount="2"><prop type="p">v</prop>
   <seg> <bpt i = '1'>&lt;b></bpt>x<ept i="1">&lt;/b></ept> <ph/>&quot;<!-- c --><![CDATA[</seg>]]> </seg></tuv>
  <tuv lang="ru"><seg/></tuv>
 </tu>
</body>
</tmx>
<!-- the end -->
)");
    Reader reader(in);
    CHECK(reader.line() == 0);
    tmx::Header expected;
    expected.creation_tool = "T & U";
    expected.creation_tool_version = "1";
    expected.segment_type = "phrase";
    expected.original_format = "f";
    expected.admin_language = "en-us";
    expected.source_language = "*all*";
    expected.data_type = "html";
    expected.creation_date = "20200101T000000Z";
    expected.properties = {{"x-a", " b "}};
    expected.notes = {{"Say <this>", {{"xml:lang", "en"}}}};
    expected.attributes = {{"o-encoding", "x"}};
    expected.encodings = {{{{"name", "n"}, {"base", "b"}}, {{{{"unicode", "#xF8FF"}, {"code", "#xF0"}}}}}};
    CHECK(reader.header() == expected);
    Unit unit;
    REQUIRE(reader.next(unit));
    CHECK(reader.line() == 11);
    CHECK(unit.id == "7");
    CHECK(unit.creation_date == "20210101T000000Z");
    CHECK(unit.attributes == std::vector<tmx::Attribute>{{"changeid", "RJ"}});
    CHECK(unit.properties == std::vector<tmx::Property>{{"x-q", "high", {{"lang", "en"}}}});
    CHECK(unit.notes == std::vector<tmx::Note>{{""}});
    REQUIRE(unit.variants.size() == 2);
    CHECK(unit.variants[0].language == "DE-de");
    CHECK(unit.variants[0].attributes == std::vector<tmx::Attribute>{{"usagecount", "2"}});
    CHECK(unit.variants[0].properties == std::vector<tmx::Property>{{"p", "v"}});
    CHECK(unit.variants[0].segment ==
          " <bpt i = '1'>&lt;b></bpt>x<ept i=\"1\">&lt;/b></ept> <ph/>&quot;<!-- c --><![CDATA[</seg>]]> ");
    CHECK(unit.variants[1] == tmx::Variant{"ru", ""});
    CHECK_FALSE(reader.next(unit));
    CHECK_FALSE(reader.next(unit));
    CHECK(reader.line() == 11);
}

TEST_CASE("line ends of any kind are line feeds, as XML demands") {
    const auto units = units_of(memory("<tu>\r\n" + tuvs + "</tu>\r" + tu("a\r\nb\rc\nd&#13;")));
    REQUIRE(units.size() == 2);
    CHECK(units[1].variants[0].segment == "a\nb\nc\nd&#13;");
    CHECK(contains(error_of(memory("\r\n\r<x/>")), "line 6, column 1: <x>"));
}

TEST_CASE("a byte order mark and a missing XML declaration are fine") {
    CHECK(units_of("\xEF\xBB\xBF" + memory(tu("a"))).size() == 1);
    CHECK(units_of("\xEF\xBB\xBF<?xml version=\"1.0\" encoding=\"US-ASCII\"?>" + memory(tu("a"))).size() ==
          1);
    CHECK(units_of(memory("")).empty());
    CHECK(units_of("<tmx>" + header + "<body/></tmx>").empty());
}

TEST_CASE("a file that is not valid is read where its meaning is plain") {
    const auto units = units_of(
        "<tmx><header creationtool=\"t\" gitCommit=\"1\"/><body>"
        "<tu score=\"0.5\"><tuv xml:lang=\"de\"><seg>a<x/></seg><prop>late</prop></tuv></tu>"
        "<tu/></body></tmx>");
    REQUIRE(units.size() == 2);
    CHECK(units[0].attributes == std::vector<tmx::Attribute>{{"score", "0.5"}});
    REQUIRE(units[0].variants.size() == 1);
    CHECK(units[0].variants[0].segment == "a<x/>");
    CHECK(units[0].variants[0].properties == std::vector<tmx::Property>{{"", "late"}});
    CHECK(units[1] == Unit{});
}

TEST_CASE("a stream that breaks off is reported") {
    std::ifstream folder("/", std::ios::binary);  // opens, but cannot be read
    CHECK(contains(message_of<ParseError>([&] { const Reader reader(folder); }), "cannot be read on"));
}

TEST_CASE("what pugixml would let through is an error with its place") {
    CHECK(contains(error_of(memory(tu("&#11;"))),
                   "line 4, column 29: '&#11;' stands for no character that XML 1.0 allows"));
    CHECK(contains(error_of(memory(tu("ä\xff"))), "line 4, column 30: the byte 0xFF is not UTF-8"));
    CHECK(contains(error_of(memory(tu("\v"))), "U+000B is forbidden"));
    CHECK(contains(error_of(memory(tu("\uFFFF"))), "U+FFFF is forbidden"));
    CHECK(contains(error_of(memory(tu("\xED\xA0\x80"))), "0xED is not UTF-8"));
    CHECK(contains(error_of(memory(tu("&nbsp;"))), "'&nbsp;' is unknown"));
    for (const char* text : {"a & b", "a &b", "&;", "&", "&#65", "&&amp;", "&lt", "&a b;"}) {
        INFO(text);
        CHECK(contains(error_of(memory(tu(text))), "'&' begins no reference"));
    }
    for (const char* text : {"&#;", "&#x;", "&#0;", "&#xD800;", "&#x110000;", "&#xFFFE;", "&#6A;", "&#X41;",
                             "&#xg;", "&#99999999999999999999;", "&##65;"}) {
        INFO(text);
        CHECK(contains(error_of(memory(tu(text))), "stands for no character"));
    }
    CHECK(units_of(memory(tu("&#0065;&#x1F600;&#xaF;&#10;"))).size() == 1);
    CHECK(contains(error_of(memory("<tu tuid=\"1\" tuid=\"2\">" + tuvs + "</tu>")),
                   "line 4, column 14: the attribute 'tuid' is given twice"));
    CHECK(contains(error_of(memory("<tu tuid=\"&#x1f;\">" + tuvs + "</tu>")), "allows"));
    CHECK(contains(error_of(memory("<tu tuid=\"a<\">" + tuvs + "</tu>")), "'&lt;'"));
    CHECK(contains(error_of(memory("<tu tuid=a>" + tuvs + "</tu>")), "quotation marks"));
    CHECK(contains(error_of(memory("<tu tuid>" + tuvs + "</tu>")), "no value"));
    CHECK(contains(error_of(memory("<tu a=\"1\"b=\"2\">" + tuvs + "</tu>")), "a space is missing"));
    CHECK(contains(error_of(memory(tu("]]>"))), "']]&gt;'"));
    CHECK(contains(error_of(memory("<!-- -- -->")), "'--'"));
    CHECK(contains(error_of(memory("<tu>" + tuvs + "</tuv>")), "</tuv> closes <tu>"));
    CHECK(contains(error_of(memory("<?xml version=\"1.0\"?>")), "very start"));
}

TEST_CASE("what is not TMX's structure is an error with its place") {
    CHECK(contains(error_of(""), "no XML element"));
    CHECK(contains(error_of("plain text"), "line 1, column 1: text outside"));
    CHECK(contains(error_of("<html/>"), "the root element is <html>"));
    CHECK(contains(error_of("<tmx/>"), "<header> is missing"));
    CHECK(contains(error_of("<tmx></tmx>"), "<header> is missing"));
    CHECK(contains(error_of("<tmx>" + header + "</tmx>"), "<body> is missing"));
    CHECK(contains(error_of("<tmx>" + header + "<body/><body/></tmx>"), "one body"));
    CHECK(contains(error_of("<tmx><header><tu/></header><body/></tmx>"), "<tu> may not stand in <header>"));
    CHECK(contains(error_of(memory("") + "<tmx/>"), "second root"));
    CHECK(contains(error_of(memory("") + "text"), "outside the root"));
    CHECK(contains(error_of(memory("<tuv/>")), "<tuv> stands in <body>"));
    CHECK(contains(error_of(memory("text")), "text between elements"));
    CHECK(contains(error_of(memory("<tu>text" + tuvs + "</tu>")), "text stands directly in <tu>"));
    CHECK(contains(error_of(memory("<tu>\n <seg/></tu>")), "line 5, column 2: <seg> may not stand in <tu>"));
    CHECK(contains(error_of(memory("<tu><tuv xml:lang=\"de\"></tuv></tu>")), "0 <seg>"));
    CHECK(contains(error_of(memory("<tu><tuv xml:lang=\"de\"><seg/><seg/></tuv></tu>")), "2 <seg>"));
    CHECK(contains(error_of(memory("<tu>ä<tuv/></tu>")), "line 4, column 5: text"));
    CHECK(
        contains(error_of(memory("<tu><!--ä--><tuv/></tu>")), "line 4, column 13: <tuv> names no language"));
    CHECK(contains(error_of(memory("<tu><note><b/></note></tu>")), "holds text only"));
}

TEST_CASE("sizes and depths have limits") {
    std::string deep;
    for (int i = 0; i < 100; ++i) deep += "<hi>";
    CHECK(contains(error_of(memory(tu(deep))), "more than 64 elements"));
    const std::string half((std::size_t{9} << 20U), 'x');
    CHECK(contains(error_of(memory(tu(half + "<ph/>" + half))),
                   "line 4, column 1: the element that begins here has more than 16 MB"));
    CHECK(contains(error_of(memory(tu(half + half))), "more than 16 MB"));
    CHECK(units_of(memory(tu(half))).size() == 1);
}

TEST_CASE("units before a fault are given, and the fault is said again and again") {
    std::istringstream in(memory(tu("a") + tu("&bad;") + tu("c")));
    Reader reader(in);
    Unit unit;
    REQUIRE(reader.next(unit));
    const Unit before = unit;
    const std::string first = message_of<ParseError>([&] { reader.next(unit); });
    CHECK(contains(first, "'&bad;'"));
    CHECK(message_of<ParseError>([&] { reader.next(unit); }) == first);
    CHECK(unit == before);
}

TEST_CASE("a parse error tells line and column as numbers too") {
    std::istringstream in("<tmx>\n  <body/></tmx>");
    try {
        const Reader reader(in);
        FAIL("nothing thrown");
    } catch (const ParseError& error) {
        CHECK(error.line == 2);
        CHECK(error.column == 3);
        CHECK(std::string(error.what()).rfind("line 2, column 3: <header> is missing", 0) == 0);
    }
}
