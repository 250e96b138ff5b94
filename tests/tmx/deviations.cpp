// Files that are well-formed but against the DTD, and files that are not well-formed.

#include <algorithm>
#include <sstream>

#include "catch.hpp"
#include "tmx/message.hpp"
#include "tmx/reader.hpp"
#include "tmx/writer.hpp"

namespace {

using Told = std::vector<std::string>;

const std::string attributes =
    "creationtool=\"t\" creationtoolversion=\"1\" segtype=\"sentence\" o-tmf=\"f\" adminlang=\"en\" "
    "srclang=\"de\" "
    "datatype=\"plaintext\"";
const std::string tuv = "<tuv xml:lang=\"de\"><seg>a</seg></tuv>";

std::string memory(const std::string& body) {
    return "<tmx version=\"1.4\">\n<header " + attributes + "/>\n<body>\n" + body + "</body></tmx>";
}

struct Result {
    Told deviations;
    Told losses;
    std::vector<tmx::Unit> units;
};

Result read(const std::string& bytes, bool repair = false) {
    std::istringstream in(bytes);
    Result result;
    const auto to = [](Told& told) {
        return [&told](tmx::Place place, const std::string& what) {
            told.push_back(std::to_string(place.line) + ":" + std::to_string(place.column) + ": " + what);
        };
    };
    tmx::ReadOptions options{to(result.deviations)};
    if (repair) options = {{}, to(result.losses)};
    tmx::Reader reader(in, options);
    for (tmx::Unit unit; reader.next(unit);) result.units.push_back(unit);
    return result;
}

std::string only_deviation(const std::string& bytes) {
    const Told told = read(bytes).deviations;
    return told.size() == 1 ? told[0] : std::to_string(told.size()) + " deviations";
}

/// What is told of a unit on line 4.
std::string of_unit(const std::string& unit) { return only_deviation(memory(unit)); }
std::string of_segment(const std::string& segment) {
    return of_unit("<tu><tuv xml:lang=\"de\"><seg>" + segment + "</seg></tuv></tu>");
}

}  // namespace

TEST_CASE("a memory that is valid against the DTD has no deviation") {
    CHECK(read(memory("<tu tuid=\"1\" segtype=\"block\"><note/><prop type=\"x\"/>" + tuv + tuv + "</tu>"))
              .deviations.empty());
    CHECK(read("<tmx version=\"1.1\"><header " + attributes +
               "/><body><tu><tuv lang=\"de\"><seg>a<sub>b</sub></seg></tuv></tu></body></tmx>")
              .deviations.empty());
    CHECK(read("<tmx><header " + attributes +
               "><ude name=\"n\"><map unicode=\"#x1\"/></ude></header><body/></tmx>")
              .deviations.empty());
    CHECK(
        read(memory(
                 "<tu><tuv xml:lang=\"de\"><seg><bpt i=\"1\">b<sub>c<hi>d</hi></sub></bpt><ept i=\"1\"/><it "
                 "pos=\"end\"/><ph/><ut/></seg></tuv></tu>"))
            .deviations.empty());
}

TEST_CASE("each deviation is told with its place") {
    CHECK(of_unit("<tu x=\"1\">" + tuv + "</tu>") ==
          "4:1: the attribute 'x' in <tu>, which TMX 1.4 does not know; remove it or make it a property");
    CHECK(of_unit("<tu segtype=\"word\">" + tuv + "</tu>") ==
          "4:1: <tu> with segtype=\"word\"; it must be block, paragraph, sentence or phrase");
    CHECK(of_unit("<tu/>") == "4:1: <tu> has no <tuv>; remove it");
    CHECK(of_unit("<tu><prop>a</prop>" + tuv + "</tu>") ==
          "4:5: <prop> without the attribute 'type'; add it");
    CHECK(of_unit("<tu>" + tuv + "<note/></tu>") == "4:42: <note> stands behind <tuv>; put it before");
    CHECK(of_unit("<tu>\n<seg/>" + tuv + "</tu>") == "5:1: <seg> may not stand in <tu>; see the TMX 1.4 DTD");
    CHECK(of_unit("<tu>text" + tuv + "</tu>") ==
          "4:5: text stands directly in <tu>; remove it or put it into a <note>");
    CHECK(of_unit("<tu><tuv><seg/></tuv></tu>") == "4:5: <tuv> without the attribute 'xml:lang'; add it");
    CHECK(of_unit("<tu><tuv xml:lang=\"de\"></tuv></tu>") == "4:24: <tuv> has no <seg>; remove it");
    CHECK(of_unit("<tu><tuv xml:lang=\"de\"><seg/><seg/></tuv></tu>") ==
          "4:30: <tuv> has a second <seg>; it must have one");
    CHECK(of_unit("<tu><tuv xml:lang=\"de\"><seg/><prop type=\"x\"/></tuv></tu>") ==
          "4:30: <prop> stands behind <seg>; put it before");
    CHECK(of_unit("<x><y z=\"1\"/>text</x>") == "4:1: <x>, which TMX 1.4 does not know; remove it");
    CHECK(of_segment("<g id=\"1\">b</g>") == "4:29: <g>, which TMX 1.4 does not know; remove it");
    CHECK(of_segment("<bpt/>") == "4:29: <bpt> without the attribute 'i'; add it");
    CHECK(of_segment("<it pos=\"x\"/>") == "4:29: <it> with pos=\"x\"; it must be begin or end");
    CHECK(of_segment("<ph id=\"1\"/>") ==
          "4:29: the attribute 'id' in <ph>, which TMX 1.4 does not know; remove it or make it a property");
    CHECK(of_segment("<sub/>") == "4:29: <sub> may not stand in <seg>; see the TMX 1.4 DTD");
    CHECK(of_segment("<ph><hi/></ph>") == "4:33: <hi> may not stand in <ph>; see the TMX 1.4 DTD");
    CHECK(only_deviation("<tmx version=\"1.4b\"><header " + attributes + "/><body/></tmx>") ==
          "1:1: the version is '1.4b'; it must be 1.1, 1.2, 1.3 or 1.4");
    CHECK(contains(read("<tmx><body/></tmx>").deviations.at(0), "<body> is out of its place"));
    CHECK(
        contains(only_deviation("<tmx><header " + attributes + "/></tmx>"), "must hold <header> and <body>"));
    CHECK(contains(only_deviation("<tmx><header " + attributes + " srcLang=\"de\"/><body/></tmx>"),
                   "'srcLang'"));
}

TEST_CASE("versions have DTDs of their own") {
    const auto of = [](const std::string& version, const std::string& unit) {
        return only_deviation("<tmx version=\"" + version + "\"><header " + attributes + "/><body><tu>" +
                              unit + "</tu></body></tmx>");
    };
    const std::string none = "0 deviations";
    CHECK(of("1.1", "<tuv lang=\"de\"><seg><hi/></seg></tuv>").find("<hi>, which TMX 1.1") !=
          std::string::npos);
    CHECK(of("1.2", "<tuv lang=\"de\"><seg><hi/></seg></tuv>") == none);
    CHECK(of("1.2", "<tuv lang=\"de\"><seg><sub/></seg></tuv>").find("<sub> may not") != std::string::npos);
    CHECK(of("1.2", "<tuv xml:lang=\"de\" lang=\"de\"><seg/></tuv>").find("'xml:lang'") != std::string::npos);
    CHECK(of("1.3", "<tuv xml:lang=\"de\" lang=\"de\"><seg/></tuv>") == none);
    CHECK(of("1.3", "<prop type=\"a\" lang=\"de\"/>" + tuv).find("'lang'") != std::string::npos);
    CHECK(of("1.4", "<prop type=\"a\" lang=\"de\"/>" + tuv) == none);
    CHECK(of("1.3", "<tuv xml:lang=\"de\"><seg><ut><sub/></ut></seg></tuv>").find("<sub> may") !=
          std::string::npos);
    CHECK(of("1.4", "<tuv xml:lang=\"de\"><seg><ut><sub/></ut></seg></tuv>") == none);
}

TEST_CASE("what is against the DTD is read all the same") {
    const Result result =
        read(memory("text<tuv/><tu a=\"1\"><x>y</x><prop>p</prop>" + tuv +
                    "<note>n<b>o</b></note></tu><tu><tuv><prop type=\"q\">r</prop></tuv></tu>"));
    REQUIRE(result.units.size() == 2);
    CHECK(result.units[0].attributes == std::vector<tmx::Attribute>{{"a", "1"}});
    CHECK(result.units[0].properties == std::vector<tmx::Property>{{"", "p"}});
    CHECK(result.units[0].notes == std::vector<tmx::Note>{{"no"}});
    REQUIRE(result.units[1].variants.size() == 1);
    CHECK(result.units[1].variants[0].language.empty());
    CHECK(result.units[1].variants[0].properties == std::vector<tmx::Property>{{"q", "r"}});
    // And can be written again, as a memory that is no more valid than it was.
    std::ostringstream out;
    tmx::Writer writer(out, {}, tmx::Strictness::well_formed);
    for (const tmx::Unit& unit : result.units) writer.write(unit);
    writer.finish();
    std::istringstream in(out.str());
    tmx::Reader again(in, {[](tmx::Place, const std::string&) {}});
    tmx::Unit unit;
    for (const tmx::Unit& before : result.units) {
        REQUIRE(again.next(unit));
        CHECK(unit == before);
    }
}

TEST_CASE("notes keep their places among properties") {
    const std::string remarks =
        "<note>1</note><prop type=\"a\">2</prop><note>3</note><prop type=\"b\">4</prop>";
    const Result result = read(memory("<tu>" + remarks + tuv + "</tu>"));
    std::ostringstream out;
    tmx::Writer writer(out, {}, tmx::Strictness::well_formed);
    writer.write(result.units.at(0));
    writer.finish();
    std::string lines = out.str();
    lines.erase(std::remove_if(lines.begin(), lines.end(), [](char c) { return c == '\n' || c == ' '; }),
                lines.end());
    CHECK(
        contains(lines, "<note>1</note><proptype=\"a\">2</prop><note>3</note><proptype=\"b\">4</prop><tuv"));
}

TEST_CASE("a damaged file is repaired: what can be read is, what not is told") {
    const auto unit = [](const std::string& segment) {
        return "<tu><tuv xml:lang=\"de\"><seg>" + segment + "</seg></tuv></tu>\n";
    };
    const Result result = read(memory(unit("one") + unit("two\v") + unit("a & b &nbsp; &#1;c") +
                                      unit("bad <b>") + "<tu><tuv xml:lang=de><seg>x</seg></tuv></tu>\n" +
                                      unit("\xE4 end") + "<tu><tuv>" + unit("last")),
                               true);
    std::vector<std::string> segments;
    for (const tmx::Unit& each : result.units) segments.push_back(each.variants.at(0).segment);
    CHECK(segments == std::vector<std::string>{"one", "two", "a &amp; b &amp;nbsp; c", "\uFFFD end", "last"});
    std::string losses;
    for (const std::string& loss : result.losses) losses += loss + "\n";
    CHECK(contains(losses, "5:32: the character U+000B is forbidden in XML 1.0; it was left out"));
    CHECK(contains(losses, "6:31: '&' begins no reference; write '&amp;' (the '&' was taken as text)"));
    CHECK(contains(losses, "'&nbsp;' is unknown"));
    CHECK(contains(losses, "'&#1;' stands for no character"));
    CHECK(contains(losses, "7:36: the unit that begins on line 7 was left out: </seg> closes <b>"));
    CHECK(contains(losses, "8:19: the unit that begins on line 8 was left out: the value of 'xml:lang'"));
    CHECK(contains(losses, "9:29: the byte 0xE4 is not UTF-8; U+FFFD stands in its place"));
    CHECK(contains(losses, "the unit that begins on line 10 was left out"));
    CHECK(result.losses.size() == 8);
}

TEST_CASE("a file cut off, or with a header that cannot be read, is repaired") {
    const std::string whole = memory("<tu>" + tuv + "</tu>\n<tu>" + tuv + "</tu>");
    for (std::size_t length = whole.find("</tu>") + 5; length < whole.size(); ++length) {
        const Result result = read(whole.substr(0, length), true);
        CHECK(result.losses.size() <= 1);
        CHECK(result.units.size() == (length >= whole.rfind("</tu>") + 5 ? 2 : 1));
    }
    const Result result = read("<tmx><header a=b><body><tu>" + tuv + "</tu></body></tmx>", true);
    CHECK(result.units.size() == 1);
    REQUIRE(result.losses.size() == 1);
    CHECK(contains(result.losses[0], "1:16: the header cannot be read: the value of 'a'"));
    CHECK_THROWS_AS(read("<html><p>no memory</html>", true), tmx::ParseError);
    CHECK_THROWS_AS(read("", true), tmx::ParseError);
}
