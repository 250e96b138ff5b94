#include "align/srx.hpp"

#include <string>

#include "catch.hpp"

using align::read_srx;
using align::SrxError;
using align::SrxFile;

namespace {

std::string file_of(const std::string& rules, const std::string& maps,
                    const std::string& header = R"(<header segmentsubflows="yes" cascade="yes"/>)") {
    return "<?xml version=\"1.0\"?>\n<srx version=\"2.0\">\n" + header + "\n<body>\n<languagerules>\n" +
           rules + "\n</languagerules>\n<maprules>\n" + maps + "\n</maprules>\n</body>\n</srx>\n";
}

const std::string some_rules =
    R"(<languagerule languagerulename="A"><rule><beforebreak>\.</beforebreak><afterbreak> )"
    "</afterbreak></rule></languagerule>";
const std::string some_maps = R"(<languagemap languagepattern=".*" languagerulename="A"/>)";

/// What reading a file fails with; empty: it does not.
std::string failure_of(const std::string& file) {
    try {
        read_srx(file);
        return "";
    } catch (const SrxError& error) {
        return error.what();
    }
}

}  // namespace

TEST_CASE("a file of version 2.0 is read as it stands") {
    const SrxFile file = read_srx(
        file_of("<languagerule languagerulename=\"A\">\n"
                "<rule break=\"no\"><beforebreak>a&lt;b</beforebreak></rule>\n"
                R"(  <rule><afterbreak> </afterbreak><beforebreak><![CDATA[<]]>\.</beforebreak></rule>)"
                "</languagerule>",
                some_maps,
                R"(<header segmentsubflows="no" cascade="yes"><formathandle type="start" include="yes"/>)"
                R"(<formathandle type="end" include="no"/><formathandle type="isolated" )"
                R"(include="yes"/></header>)"));
    CHECK(file.version == SrxFile::Version::two);
    CHECK(file.cascade);
    CHECK_FALSE(file.segment_subflows);
    CHECK(file.include_start_codes);
    CHECK_FALSE(file.include_end_codes);
    CHECK(file.include_isolated_codes);
    REQUIRE(file.rules.size() == 1);
    REQUIRE(file.rules[0].rules.size() == 2);
    const auto& [first, second] = std::pair(file.rules[0].rules[0], file.rules[0].rules[1]);
    CHECK_FALSE(first.breaks);
    CHECK(first.before == "a<b");
    CHECK(first.after.empty());
    CHECK(first.place.line == 7);
    CHECK(first.place.column == 1);
    CHECK(second.breaks);
    CHECK(second.before == R"(<\.)");
    CHECK(second.after == " ");
    CHECK(second.place.column == 3);
    CHECK(file.warnings.empty());
}

TEST_CASE("a file of version 1.0 has its maps in a maprule, and never cascades") {
    const SrxFile file =
        read_srx(R"(<srx version="1.0"><header segmentsubflows="yes" cascade="yes"/><body><languagerules>)" +
                 some_rules + R"(</languagerules><maprules><maprule maprulename="Default">)" + some_maps +
                 "</maprule></maprules></body></srx>");
    CHECK(file.version == SrxFile::Version::one);
    CHECK_FALSE(file.cascade);
    CHECK(file.maps.size() == 1);
}

TEST_CASE("errors say line, column and what to do") {
    CHECK(failure_of(file_of(some_rules, some_maps)).empty());
    CHECK(failure_of("rain") ==
          "line 1, column 1: this is no XML: No document element found; give an SRX file, "
          "as CAT tools export them");
    CHECK(failure_of("<srx>\n<body>\n</srx>").starts_with("line 3, column "));
    CHECK(failure_of("\n <tmx/>") ==
          "line 2, column 2: the root is <tmx>, not <srx>; give an SRX file, as CAT tools export them");
    CHECK(failure_of(R"(<srx version=""/>)") ==
          "line 1, column 1: the version of <srx> is ''; SRX 1.0 and 2.0 are known");
    CHECK(failure_of(R"(<srx version="2.0"/>)") ==
          "line 1, column 1: <srx> has no <body>; SRX needs one there");
    CHECK(failure_of("<srx version=\"2.0\">\n<body><languagerules/></body></srx>") ==
          "line 2, column 1: <body> has no <maprules>; SRX needs one there");
    CHECK(failure_of(file_of(some_rules, "")) ==
          "line 8, column 1: <maprules> has no <languagemap>; so no language has rules");
    CHECK(failure_of(file_of(some_rules, R"(ä<languagemap languagepattern="x" languagerulename="B"/>)")) ==
          "line 9, column 2: there are no rules named 'B'; name one <languagerule> of the file");
    CHECK(failure_of(file_of(some_rules, R"(<languagemap languagerulename="A"/>)")) ==
          "line 9, column 1: <languagemap> has no languagepattern; give it one");
    CHECK(failure_of(file_of(some_rules + some_rules, some_maps))
              .ends_with("there are rules named 'A' already; give each a name of its own"));
    CHECK(failure_of(file_of(R"(<languagerule languagerulename="A"><rule break="never"/></languagerule>)",
                             some_maps)) == "line 6, column 36: break is 'never'; give yes or no");
    CHECK(failure_of(file_of(R"(<languagerule languagerulename="A"><rule><beforebreak>a</beforebreak>)"
                             "<beforebreak>b</beforebreak></rule></languagerule>",
                             some_maps))
              .ends_with("a second <beforebreak> in one rule; make it two rules"));
    CHECK(failure_of(
              file_of(R"(<languagerule languagerulename="A"><rule><beforebreak>a<b/></beforebreak></rule>)"
                      "</languagerule>",
                      some_maps))
              .ends_with("<b> stands in a pattern; write &lt; for <"));
    CHECK(failure_of(file_of(some_rules, some_maps, R"(<header cascade="maybe"/>)")) ==
          "line 3, column 1: cascade is 'maybe'; give yes or no");
    CHECK(failure_of(file_of(some_rules, some_maps,
                             R"(<header cascade="no"><formathandle type="middle" include="no"/></header>)"))
              .ends_with("type is 'middle'; give start, end or isolated"));
    CHECK(failure_of(
              file_of(some_rules, some_maps, R"(<header cascade="no"><formathandle type="end"/></header>)"))
              .ends_with("<formathandle> has no include; give it as yes or no"));
    CHECK(failure_of("<srx>\n\xFF</srx>") ==
          "line 2, column 1: a byte that is not UTF-8; save the file as UTF-8");
}

TEST_CASE("what has no place in a file is warned of and passed over, but for elements of others") {
    const SrxFile file = read_srx(
        file_of(some_rules + "\n<rule/><okapi:sample/>", some_maps, R"(<header segmentsubflows="yes"/>)"));
    REQUIRE(file.warnings.size() == 2);
    CHECK(file.warnings[0].text == "<header> has no cascade, which is taken for no");
    CHECK(file.warnings[0].place.line == 3);
    CHECK(file.warnings[1].text == "<rule> has no place in <languagerules> and is passed over");
    CHECK(file.warnings[1].place.line == 7);
    CHECK_FALSE(file.cascade);
}

TEST_CASE("elements may have a prefix") {
    const SrxFile file = read_srx(
        R"(<s:srx xmlns:s="http://www.lisa.org/srx20" version="2.0"><s:header cascade="no"/><s:body>)"
        R"(<s:languagerules><s:languagerule languagerulename="A"><s:rule><s:beforebreak>x</s:beforebreak>)"
        R"(</s:rule></s:languagerule></s:languagerules><s:maprules><s:languagemap languagepattern=".*" )"
        R"(languagerulename="A"/></s:maprules></s:body></s:srx>)");
    CHECK(file.rules.at(0).rules.at(0).before == "x");
}

TEST_CASE("byte order marks and UTF-16 are read") {
    const std::string text = file_of(some_rules, some_maps);
    CHECK(read_srx("\xEF\xBB\xBF" + text).maps.size() == 1);
    std::string big = "\xFE\xFF";
    std::string little = "\xFF\xFE";
    for (const char c : text) {
        big += std::string{'\0', c};
        little += std::string{c, '\0'};
    }
    CHECK(read_srx(big).rules[0].rules[0].before == R"(\.)");
    CHECK(read_srx(little).rules[0].rules[0].before == R"(\.)");
}

TEST_CASE("what is written is read as it was") {
    SrxFile file = read_srx(file_of(some_rules, some_maps));
    file.rules[0].name = "A & <B>";
    file.maps[0].rules = "A & <B>";
    file.rules[0].rules[0] = {false, R"( "x" )", "<&>\t", {}};
    file.include_isolated_codes = true;
    const SrxFile again = read_srx(write_srx(file));
    CHECK(again.cascade == file.cascade);
    CHECK(again.include_isolated_codes);
    CHECK(again.rules.at(0).name == "A & <B>");
    CHECK(again.rules[0].rules.at(0).before == R"( "x" )");
    CHECK(again.rules[0].rules[0].after == "<&>\t");
    CHECK_FALSE(again.rules[0].rules[0].breaks);
    CHECK(again.maps.at(0).pattern == ".*");
    CHECK(again.warnings.empty());
}
