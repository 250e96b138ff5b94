#include "align/srx_rules.hpp"

#include <chrono>
#include <string>
#include <vector>

#include "align/segmenter.hpp"
#include "catch.hpp"

using align::SrxFile;
using align::SrxRule;
using align::SrxRules;

namespace {

using Strings = std::vector<std::string>;

SrxFile file_of(std::vector<SrxRule> rules) {
    SrxFile file;
    file.rules.push_back({"All", std::move(rules)});
    file.maps.push_back({".*", "All", {}});
    return file;
}

SrxRule cut(const char* before, const char* after) { return {true, before, after, {}}; }
SrxRule keep(const char* before, const char* after) { return {false, before, after, {}}; }

Strings pieces(const SrxRules& rules, const std::string& text, const char* language = "en") {
    Strings all;
    std::size_t begin = 0;
    for (const std::size_t end : rules.cutter(language)->boundaries(text)) {
        all.push_back(text.substr(begin, end - begin));
        begin = end;
    }
    return all;
}

Strings pieces(std::vector<SrxRule> rules, const std::string& text) {
    return pieces(SrxRules(file_of(std::move(rules))), text);
}

}  // namespace

TEST_CASE("the first rule that fits a place decides") {
    CHECK(pieces({keep(R"(Mr\.)", R"(\s)"), cut(R"(\.)", R"(\s)")}, "Mr. Ä. B.") == Strings{"Mr. Ä.", " B."});
    CHECK(pieces({cut(R"(\.)", R"(\s)"), keep(R"(Mr\.)", R"(\s)")}, "Mr. Ä. B.") ==
          Strings{"Mr.", " Ä.", " B."});
    CHECK(pieces({keep("", ""), cut(R"(\.)", "")}, "a.b.") == Strings{"a.b."});
}

TEST_CASE("a rule without a left or right side fits anything there") {
    CHECK(pieces({cut("", R"(\n)")}, "a\nb\n") == Strings{"a", "\nb", "\n"});
    CHECK(pieces({cut("[。！]+", "")}, "好。！不。") == Strings{"好。！", "不。"});
}

TEST_CASE("a text without cuts is one segment, and an empty one none") {
    CHECK(pieces({cut(R"(\.)", R"(\s)")}, "rain") == Strings{"rain"});
    CHECK(pieces({cut(R"(\.)", R"(\s)")}, "").empty());
    CHECK(pieces({}, "a. b") == Strings{"a. b"});
}

TEST_CASE("a rule that breaks begins anew behind a cut, where ^ matches") {
    CHECK(pieces({cut("^[a-z]", "")}, "abc") == Strings{"a", "b", "c"});
    CHECK(pieces({cut("a.", "")}, "aaaa") == Strings{"aa", "aa"});
    CHECK(pieces({cut("bc", ""), cut("ab", "")}, "abcd") == Strings{"ab", "cd"});
}

TEST_CASE("a rule that does not break sees the whole text before the place") {
    CHECK(pieces({keep(R"(^[0-9]\.)", ""), cut(R"(\.)", R"(\s)")}, "1. a. 2. b") ==
          Strings{"1. a.", " 2.", " b"});
    CHECK(pieces({keep("a.*", ""), cut(R"(\.)", "")}, "b.a.c.") == Strings{"b.", "a.c."});
}

TEST_CASE("repetition on the left of a rule that does not break reaches 100 signs back") {
    const std::string near = "a" + std::string(100, 'x') + ".";
    const std::string far = "a" + std::string(101, 'x') + ".";
    const std::vector<SrxRule> rules = {keep(R"(ax*\.)", ""), cut(R"(\.)", "")};
    CHECK(pieces(rules, near + "b") == Strings{near + "b"});
    CHECK(pieces(rules, far + "b") == Strings{far, "b"});
}

TEST_CASE("languages match whole, in any case of letters, and cascade only when told") {
    SrxFile file;
    file.rules = {{"German", {keep(R"(Dr\.)", "")}}, {"All", {cut(R"(\.)", "")}}};
    file.maps = {{"DE(-.*)?", "German", {}}, {"[a-z]{2}.*", "All", {}}};
    file.cascade = true;
    const SrxRules both(file);
    CHECK(both.names("de-AT") == Strings{"German", "All"});
    CHECK(both.names("den") == Strings{"All"});
    CHECK(pieces(both, "Dr. A.b", "de") == Strings{"Dr. A.", "b"});
    CHECK(pieces(both, "Dr. A.b", "en") == Strings{"Dr.", " A.", "b"});
    CHECK(both.cutter("de") == both.cutter("de"));
    file.cascade = false;
    const SrxRules first(file);
    CHECK(first.names("de") == Strings{"German"});
    CHECK(pieces(first, "Dr. A.b", "de") == Strings{"Dr. A.b"});
    file.maps.pop_back();
    CHECK(SrxRules(file).cutter("en") == nullptr);
}

TEST_CASE("a pattern that cannot be read leaves its rule out, with a warning") {
    SrxFile file = file_of({cut("(", ""), cut(R"(\.)", ""), cut("", ""), keep(R"(a(?<=(b)\1))", "")});
    file.rules[0].rules[0].place = {7, 3};
    file.maps.push_back({"[", "All", {9, 1}});
    const SrxRules rules(file);
    REQUIRE(rules.warnings().size() == 1);
    CHECK(rules.warnings()[0].place.line == 9);
    const auto& warnings = rules.cutter("de")->warnings();
    REQUIRE(warnings.size() == 3);
    CHECK(warnings[0].text ==
          "rule 1 of 'All' is left out; <beforebreak> holds a bracket ( without its partner, at character 1");
    CHECK(warnings[0].place.line == 7);
    CHECK(warnings[1].text == "rule 3 of 'All' is left out; it would break behind every character");
    CHECK(warnings[2].text ==
          "rule 4 of 'All' is left out; <beforebreak> holds a look-behind of no limited length, at character "
          "11");
    CHECK(pieces(rules, "a.b") == Strings{"a.", "b"});
}

TEST_CASE("a rule that takes too long is named") {
    SrxFile file = file_of({cut("(?:a|a?)+b", "")});
    file.rules[0].rules[0].place = {4, 2};
    const SrxRules rules(file);
    try {
        static_cast<void>(rules.cutter("en")->boundaries(std::string(60, 'a') + "c"));
        FAIL("it ended");
    } catch (const align::SrxRuleFailure& failure) {
        CHECK(std::string(failure.what()).starts_with("line 4, column 2: this rule tries too many ways"));
    }
    CHECK(pieces(rules, "aabc") == Strings{"aab", "c"});
}

TEST_CASE("what was decided is told with its rule") {
    const SrxRules rules(file_of({keep(R"(Mr\.)", ""), cut(R"(\.)", "")}));
    std::vector<std::tuple<std::size_t, bool, bool>> told;
    rules.cutter("en")->decide("Mr.a.b", [&](const align::SrxDecision& decision) {
        told.emplace_back(decision.offset, decision.cut, decision.rule != nullptr && decision.rule->breaks);
    });
    CHECK(told == std::vector<std::tuple<std::size_t, bool, bool>>{
                      {3, false, false}, {5, true, true}, {6, true, false}});
}

TEST_CASE("documents are cut by the rules, block by block, without the white space") {
    const SrxRules rules(file_of({cut(";", "")}));
    const std::string text = "One; two\n\nA. B ; C;";
    const align::Document document = align::segment(
        "en", text, {{align::BlockKind::headline, {0, 8}}, {align::BlockKind::paragraph, {10, 19}}},
        rules.cutter("en"));
    Strings all;
    for (const align::Segment& segment : document.segments()) all.emplace_back(document.text_of(segment));
    CHECK(all == Strings{"One; two", "A. B ;", "C;"});
}

TEST_CASE("a long line takes time in proportion to its length") {
    const SrxRules rules(file_of({keep(R"(\b(?:Dr|Prof)\.)", R"(\s)"), keep("", R"(\s+\p{Ll})"),
                                  cut("[.?!]+", R"(\s)"), cut("", R"(\n)")}));
    std::string text;
    while (text.size() < 1'000'000) text += "Dr. Ä kam am Abend nach Hause. Er blieb? ";
    const auto begin = std::chrono::steady_clock::now();
    const std::size_t segments = rules.cutter("de")->boundaries(text).size();
    CHECK(segments > 40'000);
    CHECK(std::chrono::steady_clock::now() - begin < std::chrono::seconds(30));
}
