#include "align/pattern_spelling.hpp"

#include <map>
#include <string>

#include "align/patterns.hpp"
#include "catch.hpp"

using align::for_look_behind;
using align::icu_spelling;
using align::literal_ending;

TEST_CASE("what Java spells otherwise is spelled in ICU's way") {
    const std::map<std::string, std::string> cases = {
        {R"(\pL\PN)", R"(\p{L}\P{N})"},
        {R"(\Q[a.b]*\E+)", R"(\[a\.b\]\*+)"},
        {R"([\Q^-\E])", R"([\^\-])"},
        {"a}", R"(a\})"},
        {R"([}]\}a{2,3})", R"([}]\}a{2,3})"},
        {"(?iu)a(?U)b(?u:c)(?u)", "(?i)a(?:)b(?:c)(?:)"},
        {R"(\x{41}\p{Lu}+)", R"(\x{41}\p{Lu}+)"},
        {"[[a]&&[^]]]*", "[[a]&&[^]]]*"},
        {R"(a\)", R"(a\)"},
        {"", ""},
    };
    for (const auto& [java, icu] : cases) CHECK(icu_spelling(java) == icu);
}

TEST_CASE("repetition without limit is limited in look-behinds, and nowhere else") {
    CHECK(for_look_behind("a*b+c{2,}d{300,}") == "a{0,100}b{1,100}c{2,100}d{300,300}");
    CHECK(for_look_behind("a*?b+?c*+d++e?+") == "a{0,100}?b{1,100}?c{0,100}+d{1,100}+e?+");
    CHECK(for_look_behind("a??b?") == "a{0,1}?b?");
    CHECK(for_look_behind(R"([*+]\*\++\Q*\E)") == R"([*+]\*\+{1,100}\*)");
    CHECK(icu_spelling("a*(?<=b+(?:c*))d+(?<!e*)(?=f+)") ==
          "a*(?<=b{1,100}(?:c{0,100}))d+(?<!e{0,100})(?=f+)");
}

TEST_CASE("limited patterns are ones that ICU takes for a look-behind") {
    for (const char* const java : {"a*", "(?:a+b*)+", R"([a-z]??\.)", R"(\p{L}{2,}+)", "(?i)a*+"}) {
        INFO(java);
        CHECK_NOTHROW(align::Pattern("(?<=" + for_look_behind(java) + ")"));
    }
    CHECK_THROWS_AS(align::Pattern("(?<=a*)"), align::PatternError);
}

TEST_CASE("an ending is told only where every match has it") {
    const std::map<std::string, std::string> cases = {
        {R"(\bDr\.)", "Dr."},
        {R"([A-Z]\.)", "."},
        {R"((?:a|b)c\.)", "c."},
        {R"(\u00A0x)", "x"},
        {R"(\x{41}\.)", "."},
        {R"(\p{Lu}ä)", "ä"},
        {"a|b", ""},
        {R"(Dr\.?)", ""},
        {"x.", ""},
        {R"((?i)dr\.)", ""},
        {R"((?:dr\.))", ""},
        {R"(a\.\b)", ""},
        {"ab*", ""},
        {"ab{0,3}", ""},
        {"[.]", ""},
        {R"(\d\12)", ""},
        {"a$", ""},
        {"", ""},
        {R"((?:a|b\.)(?=c))", ""},
        {R"(a\)", ""},
    };
    for (const auto& [pattern, ending] : cases) {
        INFO(pattern);
        CHECK(literal_ending(pattern) == ending);
    }
}
