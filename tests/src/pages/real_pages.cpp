// Against pages and gold sets that only some machines have; they are not part of the project.
#include <algorithm>
#include <filesystem>
#include <nlohmann/json.hpp>

#include "catch.hpp"
#include "fixture.hpp"
#include "pages/characters.hpp"
#include "pages/read_page.hpp"
#include "pages/ways.hpp"

using align::BlockKind;
namespace fs = std::filesystem;

namespace {

const fs::path pages_folder = fs::path(HEXAPLA_SHARED) / "dw/pages";

bool absent() {
    if (fs::exists(pages_folder)) return false;
    WARN("skipped: there are no real pages at " << pages_folder);
    return true;
}

/// The texts compare by their words: one side has no-break spaces where the other has spaces.
std::string plain(const nlohmann::json& text) { return pages::squeeze(text.get<std::string>()); }

std::vector<std::string> plain_texts(const pages::Article& article, BlockKind kind) {
    std::vector<std::string> texts = texts_of(article, kind);
    for (std::string& text : texts) text = pages::squeeze(text);
    return texts;
}

bool holds(const std::vector<std::string>& texts, const std::string& text) {
    return std::find(texts.begin(), texts.end(), text) != texts.end();
}

}  // namespace

TEST_CASE("the page of 2015 gives its article and no box") {
    if (absent()) return;
    const auto reading = pages::read_page(pages_folder / "en_2015-11-17_seed.txt", {});
    const auto& article = reading.article;
    CHECK(reading.warnings.empty());
    CHECK(article.edition == "en");
    CHECK(article.date == "2015-11-17");
    CHECK(article.title.starts_with("West and Russia move"));
    CHECK(article.lead.starts_with("While a divide remains"));
    CHECK(article.byline == "es/kms (AFP, AP, dpa, Reuters)");
    const auto lines = texts_of(article, BlockKind::line);
    REQUIRE(lines.size() == 2);
    CHECK(lines[0].starts_with("Putin to troops: "));
    CHECK(lines[1].starts_with("Britain to re-visit "));
    CHECK(article.category == "News");
    CHECK(article.desk == std::vector<std::string>{"es", "kms"});
    CHECK(article.agencies == std::vector<std::string>{"AFP", "AP", "dpa", "Reuters"});
    CHECK(texts_of(article, BlockKind::paragraph).size() == 11);
    CHECK(texts_of(article, BlockKind::chrome).back() == "DW recommends");
}

TEST_CASE("pages of 2023 give what was found in them by hand") {
    if (absent()) return;
    const auto gold = nlohmann::json::parse(bytes_of(pages_folder / "gold.json"));
    for (const std::string name : {"DW_2023_04_28", "DW_2023_06_13"}) {
        INFO(name);
        const auto& expected = gold[name];
        const auto article = pages::read_page(pages_folder / (name + ".main.txt"), {}).article;
        CHECK(article.title == plain(expected["title"]));
        CHECK(article.lead == plain(expected["body"]["summary"][0]));
        CHECK(texts_of(article, BlockKind::lead).size() == 1);
        auto headings = plain_texts(article, BlockKind::subhead);
        const auto lines = plain_texts(article, BlockKind::line);
        CHECK(lines.size() <= 4);
        headings.insert(headings.end(), lines.begin(), lines.end());
        std::vector<std::string> paragraphs;
        std::size_t sections = 0;
        for (const auto& section : expected["body"]["sections"]) {
            for (const auto& headline : section["headline"]) {
                CHECK(holds(headings, plain(headline)));
                ++sections;
            }
            for (const auto& paragraph : section["paragraphs"]) paragraphs.push_back(plain(paragraph));
        }
        CHECK(plain_texts(article, BlockKind::paragraph) == paragraphs);
        // Captions and titles of videos look like subheads in a dump: one in the first page, three in the
        // second.
        CHECK(headings.size() <= sections + 3);
    }
}

TEST_CASE("pages of 2023 as HTML give exactly what was found in them by hand") {
    if (absent()) return;
    const auto gold = nlohmann::json::parse(bytes_of(pages_folder / "gold.json"));
    for (const std::string name : {"DW_2023_04_28", "DW_2023_06_13"}) {
        INFO(name);
        const auto& expected = gold[name];
        const auto reading = pages::read_page(pages_folder / (name + ".html"), {});
        const auto& article = reading.article;
        CHECK(reading.warnings.empty());
        CHECK(article.title == plain(expected["title"]));
        CHECK(article.lead == plain(expected["body"]["summary"][0]));
        CHECK(article.authors == expected["authors"].get<std::vector<std::string>>());
        CHECK(article.date == expected["publishing_date"].get<std::string>().substr(0, 10));
        CHECK(article.edition == "de");
        std::vector<std::string> subheads;
        std::vector<std::string> paragraphs;
        for (const auto& section : expected["body"]["sections"]) {
            for (const auto& headline : section["headline"]) subheads.push_back(plain(headline));
            for (const auto& paragraph : section["paragraphs"]) paragraphs.push_back(plain(paragraph));
        }
        CHECK(plain_texts(article, BlockKind::subhead) == subheads);
        CHECK(plain_texts(article, BlockKind::paragraph) == paragraphs);
        CHECK(texts_of(article, BlockKind::headline).size() == 1);
        CHECK(texts_of(article, BlockKind::lead).size() == 1);
        CHECK(texts_of(article, BlockKind::list).empty());
        CHECK(texts_of(article, BlockKind::line).empty());
        CHECK(article.way == (name == "DW_2023_06_13" ? pages::way_state : pages::way_long_text));
        CHECK(article.contradictions.empty());
    }
}

TEST_CASE("a page of 2013 gives as HTML what it gives as text, and subheads in bold besides") {
    if (absent()) return;
    const auto html = pages::read_page(pages_folder / "en_uncork_2013.html", {}).article;
    const auto text = pages::read_page(pages_folder / "en_uncork_2013.main.txt", {}).article;
    CHECK(html.title == text.title);
    CHECK(html.lead == text.lead);
    CHECK(html.date == "2013-06-10");
    CHECK(html.id == "16863843");
    CHECK(html.authors == std::vector<std::string>{"Julian Tompkin"});
    CHECK(plain_texts(html, BlockKind::paragraph) == plain_texts(text, BlockKind::paragraph));
    const auto subheads = texts_of(html, BlockKind::subhead);
    REQUIRE(subheads.size() == 2);
    CHECK(subheads[0].starts_with("Heard it "));
    CHECK(subheads[1].starts_with("Reaping "));
    CHECK(texts_of(html, BlockKind::caption).size() == 3);
}

TEST_CASE("a page with all its menus gives the same article as its main part") {
    if (absent()) return;
    auto all = pages::read_page(pages_folder / "DW_2023_04_28.all.txt", {}).article;
    auto main = pages::read_page(pages_folder / "DW_2023_04_28.main.txt", {}).article;
    CHECK(all.id == "65464327");
    CHECK(all.authors == std::vector<std::string>{"Roman Goncharenko"});
    const auto is_chrome = [](const auto& block) { return block.kind == BlockKind::chrome; };
    std::erase_if(all.blocks, is_chrome);
    std::erase_if(main.blocks, is_chrome);
    CHECK(all.blocks == main.blocks);
}
