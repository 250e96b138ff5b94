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
        {"\\pL\\PN", "\\p{L}\\P{N}"},
        {"\\Q[a.b]*\\E+", "\\[a\\.b\\]\\*+"},
        {"[\\Q^-\\E]", "[\\^\\-]"},
        {"a}", "a\\}"},
        {"[}]\\}a{2,3}", "[}]\\}a{2,3}"},
        {"(?iu)a(?U)b(?u:c)(?u)", "(?i)a(?:)b(?:c)(?:)"},
        {"\\x{41}\\p{Lu}+", "\\x{41}\\p{Lu}+"},
        {"[[a]&&[^]]]*", "[[a]&&[^]]]*"},
        {"a\\", "a\\"},
        {"", ""},
    };
    for (const auto& [java, icu] : cases) CHECK(icu_spelling(java) == icu);
}

TEST_CASE("repetition without limit is limited in look-behinds, and nowhere else") {
    CHECK(for_look_behind("a*b+c{2,}d{300,}") == "a{0,100}b{1,100}c{2,100}d{300,300}");
    CHECK(for_look_behind("a*?b+?c*+d++e?+") == "a{0,100}?b{1,100}?c{0,100}+d{1,100}+e?+");
    CHECK(for_look_behind("a??b?") == "a{0,1}?b?");
    CHECK(for_look_behind("[*+]\\*\\++\\Q*\\E") == "[*+]\\*\\+{1,100}\\*");
    CHECK(icu_spelling("a*(?<=b+(?:c*))d+(?<!e*)(?=f+)") ==
          "a*(?<=b{1,100}(?:c{0,100}))d+(?<!e{0,100})(?=f+)");
}

TEST_CASE("limited patterns are ones that ICU takes for a look-behind") {
    for (const char* const java : {"a*", "(?:a+b*)+", "[a-z]??\\.", "\\p{L}{2,}+", "(?i)a*+"}) {
        INFO(java);
        CHECK_NOTHROW(align::Pattern("(?<=" + for_look_behind(java) + ")"));
    }
    CHECK_THROWS_AS(align::Pattern("(?<=a*)"), align::PatternError);
}

TEST_CASE("an ending is told only where every match has it") {
    const std::map<std::string, std::string> cases = {
        {"\\bDr\\.", "Dr."},
        {"[A-Z]\\.", "."},
        {"(?:a|b)c\\.", "c."},
        {"\\u00A0x", "x"},
        {"\\x{41}\\.", "."},
        {"\\p{Lu}ä", "ä"},
        {"a|b", ""},
        {"Dr\\.?", ""},
        {"x.", ""},
        {"(?i)dr\\.", ""},
        {"(?:dr\\.)", ""},
        {"a\\.\\b", ""},
        {"ab*", ""},
        {"ab{0,3}", ""},
        {"[.]", ""},
        {"\\d\\12", ""},
        {"a$", ""},
        {"", ""},
        {"(?:a|b\\.)(?=c)", ""},
        {"a\\", ""},
    };
    for (const auto& [pattern, ending] : cases) {
        INFO(pattern);
        CHECK(literal_ending(pattern) == ending);
    }
}
