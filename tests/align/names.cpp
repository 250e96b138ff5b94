#include "align/names.hpp"

#include <array>
#include <random>
#include <utility>
#include <vector>

#include "align/evidence.hpp"
#include "align/unicode.hpp"
#include "catch.hpp"

namespace {

double alike(std::string_view a, std::string_view b) {
    return align::name_similarity(align::spelling_of(align::to_latin(a)),
                                  align::spelling_of(align::to_latin(b)));
}

const double least = align::EvidenceOptions().name_least;

using Pairs = std::vector<std::pair<const char*, const char*>>;

const Pairs same_names = {{"Putin", "Путин"},        {"Putin", "Πούτιν"},        {"Putin", "ፑቲን"},
                          {"Putin", "पुतिन"},         {"Putin", "পুতিন"},          {"Putin", "پوتین"},
                          {"Merkel", "ميركل"},       {"Merkel", "Μέρκελ"},       {"Merkel", "Меркель"},
                          {"Merkel", "मर्केल"},        {"Merkel", "ሜርክል"},         {"Selenskyj", "Зеленський"},
                          {"Zelensky", "Зеленский"}, {"Zelenskyy", "زيلينسكي"},  {"Berlin", "Берлин"},
                          {"Berlin", "برلين"},       {"Berlin", "በርሊን"},         {"Berlin", "बर्लिन"},
                          {"Berlin", "বার্লিন"},      {"Ukraine", "Украина"},     {"Erdoğan", "Эрдоган"},
                          {"Erdogan", "Ερντογάν"},   {"Trump", "Трамп"},         {"Macron", "ماکرون"},
                          {"Macron", "Макрон"},      {"Macron", "मैक्रों"},         {"Chamenei", "خامنئي"},
                          {"Khamenei", "Хаменеи"},   {"Minister", "министр"},    {"Paris", "باريس"},
                          {"Kenya", "Кения"},        {"Washington", "Вашингтон"}};

const Pairs strangers = {{"Putin", "Merkel"},
                         {"Haus", "Baum"},
                         {"Berlin", "Мюнхен"},
                         {"Brüssel", "Москва"},
                         {"Regierung", "правительство"},
                         {"Trump", "Turm"},
                         {"Scholz", "برلين"},
                         {"Kanzlerin", "президент"},
                         {"Paris", "በርሊን"},
                         {"Washington", "दिल्ली"},
                         {"Ukraine", "Αθήνα"}};

}  // namespace

TEST_CASE("a name is alike across scripts") {
    for (const auto& [a, b] : same_names) {
        INFO(a << ' ' << b);
        CHECK(alike(a, b) >= least);
    }
}

TEST_CASE("strangers are not alike") {
    for (const auto& [a, b] : strangers) {
        INFO(a << ' ' << b);
        CHECK(alike(a, b) < least);
    }
}

TEST_CASE("known misses: names whose sounds a script has no letter for") {
    for (const auto& [a, b] :
         Pairs{{"Putin", "بوتين"}, {"Trump", "ترامب"}, {"Scholz", "Шольц"}, {"Scholz", "Σολτς"}}) {
        INFO(a << ' ' << b << " are found alike now: move them to the names above");
        CHECK(alike(a, b) < least);
        CHECK(alike(a, b) > 0.5);
    }
}

TEST_CASE("spellings of one sound are the same") {
    for (const auto& [a, b] : Pairs{{"Selensky", "Zelensky"},
                                    {"Viktor", "Victor"},
                                    {"Wagner", "Vagner"},
                                    {"Sofia", "Sophia"},
                                    {"Merkell", "Merkel"},
                                    {"Alexander", "Aleksander"},
                                    {"Yuri", "Juri"},
                                    {"Kharkiv", "Charkiv"}}) {
        INFO(a << ' ' << b);
        CHECK(alike(a, b) == 1);
    }
}

TEST_CASE("likeness goes both ways and stays between none and the same") {
    std::mt19937 random(7);
    std::uniform_int_distribution<std::size_t> length(0, 30);
    std::uniform_int_distribution<std::size_t> letter(0, 11);
    const std::string_view letters = "abcehikpstxz";
    const auto word = [&] {
        std::string made;
        for (std::size_t i = length(random); i > 0; --i) made += letters[letter(random)];
        return align::spelling_of(made);
    };
    bool symmetric = true;
    bool bounded = true;
    bool reflexive = true;
    for (int i = 0; i < 3000; ++i) {
        const align::Spelling a = word();
        const align::Spelling b = word();
        const double found = align::name_similarity(a, b);
        symmetric = symmetric && found == align::name_similarity(b, a);
        bounded = bounded && found >= 0 && found <= 1;
        reflexive = reflexive && align::name_similarity(a, a) == (a.empty() ? 0 : 1);
    }
    CHECK(symmetric);
    CHECK(bounded);
    CHECK(reflexive);
}

TEST_CASE("words of under three letters are equal or strangers") {
    CHECK(alike("EU", "EU") == 1);
    CHECK(alike("EU", "UE") == 0);
    CHECK(alike("ab", "abc") == 0);
    CHECK(alike("", "") == 0);
    CHECK(alike("", "Berlin") == 0);
}

TEST_CASE("a word of many letters is compared by its first ones") {
    const std::string common = "rindfleischetikettierungsgesetz";
    CHECK(alike(common + "entwurf", common + "vorlage") == 1);
    CHECK(alike(std::string(1000, 'x'), std::string(1000, 'y')) < least);
    CHECK(alike(std::string(500, 'a') + "b", std::string(500, 'a') + "c") <= 1);
}
