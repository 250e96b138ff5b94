#include "align/world.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <set>

#include "align/unicode.hpp"
#include "catch.hpp"

using align::world_names;

namespace {

constexpr std::array languages = {
    "sq", "am", "ar", "bn", "bs", "bg", "zh-Hans", "zh-Hant", "hr", "prs", "en", "fr", "de", "el", "ha", "hi",
    "id", "sw", "mk", "ps", "fa", "pl", "pt",      "pt-BR",   "ro", "ru",  "sr", "es", "tr", "uk", "ur"};

/// What the language calls the thing that English calls so; "-" when English has no such name.
std::string named(const std::string& english, const std::string& language) {
    static const std::vector<std::string> names = world_names("en");
    const auto found = std::find(names.begin(), names.end(), english);
    if (found == names.end()) return "-";
    return world_names(language).at(static_cast<std::size_t>(found - names.begin()));
}

std::size_t count_named(const std::vector<std::string>& names) {
    return names.size() - static_cast<std::size_t>(std::count(names.begin(), names.end(), ""));
}

}  // namespace

TEST_CASE("the lists of names are parallel and full in every language") {
    const std::size_t size = world_names("en").size();
    CHECK(size > 1500);
    for (const char* language : languages) {
        INFO(language);
        const std::vector<std::string> names = world_names(language);
        CHECK(names.size() == size);
        CHECK(count_named(names) > size * 9 / 10);
        CHECK(std::none_of(names.begin(), names.end(),
                           [](const std::string& name) { return align::find_malformed(name).has_value(); }));
    }
}

TEST_CASE("Germany has its name in every language") {
    const std::map<std::string, std::string> germany = {
        {"sq", "Gjermani"},    {"am", "ጀርመን"},      {"ar", "ألمانيا"},   {"bn", "জার্মানি"},
        {"bs", "Njemačka"},    {"bg", "Германия"},  {"zh-Hans", "德国"}, {"zh-Hant", "德國"},
        {"hr", "Njemačka"},    {"prs", "آلمان"},    {"en", "Germany"},   {"fr", "Allemagne"},
        {"de", "Deutschland"}, {"el", "Γερμανία"},  {"ha", "Jamus"},     {"hi", "जर्मनी"},
        {"id", "Jerman"},      {"sw", "Ujerumani"}, {"mk", "Германија"}, {"ps", "المان"},
        {"fa", "آلمان"},       {"pl", "Niemcy"},    {"pt", "Alemanha"},  {"pt-BR", "Alemanha"},
        {"ro", "Germania"},    {"ru", "Германия"},  {"sr", "Немачка"},   {"es", "Alemania"},
        {"tr", "Almanya"},     {"uk", "Німеччина"}, {"ur", "جرمنی"}};
    CHECK(germany.size() == languages.size());
    for (const auto& [language, name] : germany) CHECK(named("Germany", language) == name);
}

TEST_CASE("months, weekdays, languages, currencies, cities and number words are among the names") {
    CHECK(named("October", "de") == "Oktober");
    CHECK(named("October", "uk") == "жовтень");
    CHECK(named("Friday", "sw") == "Ijumaa");
    CHECK(named("Persian", "fr") == "persan");
    CHECK(named("Polish Zloty", "pl") == "złoty polski");
    CHECK(named("Moscow", "ar") == "موسكو");
    CHECK(named("Africa", "am") == "አፍሪካ");
    CHECK(named("seven", "ru") == "семь");
    CHECK(named("seven", "hi") == "सात");
    CHECK(named("twenty", "zh-Hans") == "二十");
}

TEST_CASE("a language without number words of its own gets none of another's") {
    for (const char* language : {"ha", "ps", "bn", "ur"}) CHECK(named("seven", language).empty());
}

TEST_CASE("Serbian is named in both scripts") {
    const std::vector<std::string> names = world_names("sr");
    const std::set<std::string> all(names.begin(), names.end());
    CHECK(all.count("Немачка") == 1);
    CHECK(all.count("Nemačka") == 1);
    const std::vector<std::string> german = world_names("de");
    const auto latin = std::find(names.begin(), names.end(), "Nemačka");
    REQUIRE(latin != names.end());
    CHECK(german[static_cast<std::size_t>(latin - names.begin())] == "Deutschland");
}

TEST_CASE("Portuguese is that of Portugal unless it is said to be Brazil's") {
    CHECK(named("Poland", "pt") == "Polónia");
    CHECK(named("Poland", "pt-BR") == "Polônia");
}

TEST_CASE("a tag that is none gives lists of the same length") {
    CHECK(world_names("no such tag").size() == world_names("en").size());
}
