#include "align/news.hpp"

#include <algorithm>
#include <chrono>
#include <set>

#include "align/tokens.hpp"
#include "catch.hpp"

using Strings = std::vector<std::string>;

namespace {

const align::ListEntry* entry_of(const std::vector<align::ListEntry>& entries, std::string_view form) {
    const auto found = std::find_if(entries.begin(), entries.end(), [&](const align::ListEntry& entry) {
        return std::find(entry.source.begin(), entry.source.end(), form) != entry.source.end();
    });
    return found == entries.end() ? nullptr : &*found;
}

}  // namespace

TEST_CASE("the news lexicon has a column for each version, of three thousand concepts or more") {
    const auto languages = align::news_languages();
    CHECK(languages.size() == 32);
    CHECK(std::is_sorted(languages.begin(), languages.end()));
    for (const std::string_view language : languages) {
        INFO(language);
        CHECK(align::news_concepts(language).size() >= 3000);
    }
    CHECK(align::news_concepts("la").empty());
}

TEST_CASE("two columns are joined through the concept, in either direction") {
    const auto entries = align::news_entries("de", "fr");
    const align::ListEntry* parliament = entry_of(entries, "Parlament");
    REQUIRE(parliament != nullptr);
    CHECK(parliament->target.front() == "Parlement");
    const auto back = align::news_entries("fr", "de");
    CHECK(back.size() == entries.size());
    const align::ListEntry* parlement = entry_of(back, "Parlement");
    REQUIRE(parlement != nullptr);
    CHECK(parlement->target == parliament->source);
}

TEST_CASE("English forms are parted from each other") {
    const auto entries = align::news_entries("en", "de");
    const align::ListEntry* say = entry_of(entries, "said");
    REQUIRE(say != nullptr);
    CHECK(std::find(say->source.begin(), say->source.end(), "say") != say->source.end());
}

TEST_CASE("Serbian in Cyrillic is the Latin column in other letters") {
    const auto entries = align::news_entries("sr", "sr-Cyrl");
    CHECK(entries.size() == align::news_entries("sr", "hr").size());
    const align::ListEntry* week = entry_of(entries, "nedelja");
    REQUIRE(week != nullptr);
    CHECK(std::find(week->target.begin(), week->target.end(), "недеља") != week->target.end());
}

TEST_CASE("a language without a column joins with none") { CHECK(align::news_entries("en", "la").empty()); }

TEST_CASE("a form of any column is cut into the same words alone and within a text") {
    for (const std::string_view language : align::news_languages()) {
        INFO(language);
        bool same = true;
        for (const align::NewsConcept& each : align::news_concepts(language)) {
            for (const std::string_view form : each.forms) {
                const std::string text = "– (" + std::string(form) + ") –";
                if (align::tokenize(form, language) == align::tokenize(text, language)) continue;
                same = false;
                UNSCOPED_INFO(form);
            }
        }
        CHECK(same);
    }
}
