#include "editions.hpp"

#include <set>

#include "catch.hpp"

using hexapla::editions;
using hexapla::explain_unknown_edition;
using hexapla::find_edition;

namespace {

std::string tag_of(std::string_view name) {
    const auto* edition = find_edition(name);
    return edition == nullptr ? "none" : std::string(edition->tag);
}

}  // namespace

TEST_CASE("the 31 versions have tags, paths and locales of their own") {
    CHECK(editions().size() == 31);
    std::set<std::string_view> tags;
    std::set<std::string_view> paths;
    std::set<std::string_view> locales;
    std::set<std::string_view> tmx_tags;
    for (const auto& edition : editions()) {
        tags.insert(edition.tag);
        paths.insert(edition.path);
        locales.insert(edition.locale);
        tmx_tags.insert(edition.tmx_tag);
    }
    CHECK(tags.size() == 31);
    CHECK(paths.size() == 31);
    CHECK(locales.size() == 31);
    CHECK(tmx_tags.size() == 31);
}

TEST_CASE("each of a version's names leads to it") {
    for (const auto& edition : editions()) {
        for (const auto name : {edition.tag, edition.english, edition.native, edition.path, edition.old_path,
                                edition.tmx_tag, edition.locale}) {
            INFO(name);
            CHECK(tag_of(name) == edition.tag);
        }
    }
}

TEST_CASE("a version is found by tags with region or script, in any case") {
    CHECK(tag_of("DE") == "de");
    CHECK(tag_of("en-US") == "en");
    CHECK(tag_of("de_AT") == "de");
    CHECK(tag_of("zh") == "zh-Hans");
    CHECK(tag_of("zh-cn") == "zh-Hans");
    CHECK(tag_of("zh-TW") == "zh-Hant");
    CHECK(tag_of("zh-Hant-HK") == "zh-Hant");
    CHECK(tag_of("fa-AF") == "prs");
    CHECK(tag_of("fa-IR") == "fa");
    CHECK(tag_of("pt-PT") == "pt");
    CHECK(tag_of("pt-002") == "pt");
    CHECK(tag_of("pt-Latn-BR") == "pt-BR");
    CHECK(tag_of("sr-Latn") == "sr");
    CHECK(tag_of("am-Ethi") == "am");
}

TEST_CASE("a version is found by its English name") {
    CHECK(tag_of("Kiswahili") == "sw");
    CHECK(tag_of("swahili") == "sw");
    CHECK(tag_of("Portuguese (Brazil)") == "pt-BR");
    CHECK(tag_of(" German ") == "de");
}

TEST_CASE("Serbian in Cyrillic has a tag of its own and the Serbian edition's path") {
    const auto* cyrillic = find_edition("SR-cyrl");
    REQUIRE(cyrillic != nullptr);
    CHECK(cyrillic->tag == "sr-Cyrl");
    CHECK(cyrillic->path == "sr");
    CHECK(cyrillic->tmx_tag == "sr-Cyrl");
    CHECK(cyrillic->locale == "sr-Cyrl-RS");
    CHECK(find_edition("sr-Cyrl-RS") == cyrillic);
    CHECK(tag_of("sr") == "sr");
}

TEST_CASE("other names are no version's") {
    for (const char* name : {"", "nl", "xx", "german-shepherd", "pages", "id-cards", "de-"}) {
        INFO(name);
        CHECK(find_edition(name) == nullptr);
    }
}

TEST_CASE("for an unknown name the nearest is suggested") {
    CHECK(explain_unknown_edition("Germn") ==
          "'Germn' names no edition; did you mean German (de)? 'hexapla editions' lists them");
    CHECK(explain_unknown_edition("gr").find("Greek (el)") != std::string::npos);
    CHECK(explain_unknown_edition("ua").find("Ukrainian (uk)") != std::string::npos);
    CHECK(explain_unknown_edition("qqqqqqqq") ==
          "'qqqqqqqq' names no edition; 'hexapla editions' lists them");
}
