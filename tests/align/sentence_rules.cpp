#include "align/sentence_rules.hpp"

#include <array>
#include <stdexcept>

#include "align/unicode.hpp"
#include "catch.hpp"

using align::FormKind;
using align::SentenceRules;

namespace {

std::string refusal(const std::string& list) {
    try {
        const SentenceRules rules("x.txt", list);
    } catch (const std::invalid_argument& error) {
        return error.what();
    }
    return "none";
}

}  // namespace

TEST_CASE("every list that is built in is in form, and there is one for each version of the site") {
    constexpr std::array versions = {"am", "ar",      "bg", "bn", "bs",    "de", "el",      "en",
                                     "es", "fa",      "fr", "ha", "hi",    "hr", "id",      "mk",
                                     "pl", "prs",     "ps", "pt", "pt-BR", "ro", "ru",      "sq",
                                     "sr", "sr-Cyrl", "sw", "tr", "uk",    "ur", "zh-Hans", "zh-Hant"};
    CHECK(align::rules_lists().size() == versions.size());
    for (const align::RulesList& list : align::rules_lists()) {
        INFO(list.tag);
        CHECK_NOTHROW(SentenceRules(std::string(list.tag), list.text));
        CHECK(list.text.find("\nordinal\t") != std::string_view::npos);
    }
    for (const char* version : versions) {
        INFO(version);
        CHECK(align::sentence_rules(version).file() == "align/segmentation/" + std::string(version) + ".txt");
    }
}

TEST_CASE("a form is found without its spaces, with a capital first letter, and with the line it stands on") {
    const SentenceRules rules("x.txt",
                              "# a comment\nordinal\tyes\n\ninner\tz. B.\ninner\tvgl.\nmonth\tMai\n");
    CHECK(rules.has_ordinals());
    REQUIRE(rules.find("z.B.").size() == 1);
    CHECK(rules.find("z.B.").front().kind == FormKind::inner);
    CHECK(rules.find("z.B.").front().line == 4);
    CHECK(rules.find("Vgl.").size() == 1);
    CHECK(rules.find("VGL.").empty());
    CHECK(rules.find(FormKind::month, "Mai") != nullptr);
    CHECK(rules.find(FormKind::inner, "Mai") == nullptr);
    REQUIRE(rules.find_longer("z.").size() == 1);
    CHECK(rules.find_longer("z.").front()->text == "z.B.");
    CHECK(rules.find_longer("B.").empty());
    CHECK(rules.may_abbreviate("B."));
    CHECK(rules.may_abbreviate("Z."));
    CHECK_FALSE(rules.may_abbreviate("Haus."));
    CHECK(rules.longest() == 2);
}

TEST_CASE("Urdu's full stop is one like others in a form") {
    const SentenceRules rules("x.txt", "final\tایس۔ پی۔\n");
    CHECK(rules.find(align::form_key("ایس۔پی۔")).size() == 1);
    CHECK(rules.may_abbreviate("پی۔"));
}

TEST_CASE("what a list says of its language as a whole holds, and does not where it says nothing") {
    const SentenceRules told(
        "x.txt", "ellipsis\tends\nlist-number\tapart\nmark\t;\nmark\t|\nnouns\tcapital\nquotes\tfixed\n");
    CHECK(told.ends_with_ellipsis());
    CHECK_FALSE(told.joins_list_numbers());
    CHECK(told.is_mark(U';'));
    CHECK(told.is_mark(U'|'));
    CHECK(told.capitalises_nouns());
    CHECK(told.fixes_quotes());
    const SentenceRules untold("x.txt", "ordinal\tno\n");
    CHECK_FALSE(untold.ends_with_ellipsis());
    CHECK(untold.joins_list_numbers());
    CHECK_FALSE(untold.is_mark(U';'));
    CHECK_FALSE(untold.capitalises_nouns());
    CHECK_FALSE(untold.fixes_quotes());
}

TEST_CASE("a list that is not in form is refused with file and line") {
    CHECK(refusal("inner\tz. B.\nfoo\tx.\n").rfind("x.txt:2: 'foo' is no kind of form", 0) == 0);
    CHECK(refusal("inner z. B.\n").rfind("x.txt:1: no tab", 0) == 0);
    CHECK(refusal("inner\t\n").rfind("x.txt:1: the form is empty", 0) == 0);
    CHECK(refusal("inner\tz. B. \n").rfind("x.txt:1: the form is empty or has a tab or white space", 0) == 0);
    CHECK(refusal("inner\tz. B\n").rfind("x.txt:1: a form of kind 'inner' ends with its full stop", 0) == 0);
    CHECK(refusal("# x\ninner\tvgl.\ninner\tvgl.\n").rfind("x.txt:3: 'vgl.' is listed already", 0) == 0);
    CHECK(refusal("exclaimed\tYahoo\n").rfind("x.txt:1: a form of kind 'exclaimed' holds a mark", 0) == 0);
    CHECK(refusal("ordinal\tmaybe\n").rfind("x.txt:1: 'ordinal' stands once", 0) == 0);
    CHECK(refusal("ordinal\tno\nordinal\tno\n").rfind("x.txt:2: 'ordinal' stands once", 0) == 0);
    CHECK(refusal("nouns\tcapital\nnouns\tcapital\n").rfind("x.txt:2: nouns stands at most once", 0) == 0);
    CHECK(refusal("quotes\tturned\n").rfind("x.txt:1: quotes stands at most once, with fixed", 0) == 0);
    CHECK(refusal("mark\t;;\n").rfind("x.txt:1: a form of kind 'mark' is one sign", 0) == 0);
    CHECK(refusal("mark\tx\n").rfind("x.txt:1: a form of kind 'mark' is one sign", 0) == 0);
    CHECK(refusal("mark\t;\nmark\t;\n").rfind("x.txt:2: ';' is listed already", 0) == 0);
    CHECK(refusal("list-number\tno\n").rfind("x.txt:1: list-number stands at most once", 0) == 0);
    CHECK(refusal("inner\te\u0301d.\n").rfind("x.txt:1: the form is not UTF-8 in normal form C", 0) == 0);
    CHECK(refusal("inner\tvgl.\r\n").rfind("x.txt:1: the form is empty or has a tab or white space", 0) == 0);
    CHECK(refusal("inner\tvgl.") == "none");
}

TEST_CASE("a language without a list has empty rules") {
    CHECK(align::sentence_rules("tlh").file() == "no list");
    CHECK(align::sentence_rules("tlh").find("Dr.").empty());
    CHECK_FALSE(align::sentence_rules("tlh").has_ordinals());
}

TEST_CASE("kinds have the names that the lists use") {
    CHECK(align::name_of(FormKind::after_ordinal) == "after-ordinal");
    CHECK(align::name_of(FormKind::word) == "word");
}
