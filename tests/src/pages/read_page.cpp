#include "pages/read_page.hpp"

#include "catch.hpp"
#include "errors.hpp"
#include "fixture.hpp"
#include "src/temporary_folder.hpp"

using Catch::Matchers::Contains;
using hexapla::InputError;
using pages::read_page;
using pages::read_pages;
using pages::ReadOptions;

namespace {

pages::PageReading read(std::string_view bytes, const ReadOptions& options = {}) {
    auto readings = read_pages(bytes, "page.txt", "page", options);
    REQUIRE(readings.size() == 1);
    return std::move(readings.front());
}

ReadOptions said(const std::string& edition) {
    ReadOptions options;
    options.edition = edition;
    return options;
}

const std::string german = "Die Leute auf der Straße wissen mehr, als sie dem Bürgermeister sagen.\n";

}  // namespace

TEST_CASE("a page says its edition, or its words do") {
    CHECK(read_page(page_fixture("full_de.txt"), {}).article.edition == "de");
    CHECK(read_page(page_fixture("old_en.txt"), {}).article.edition == "en");
    CHECK(read_page(page_fixture("chinese_zh.txt"), {}).article.edition == "zh-Hans");
    CHECK(read_page(page_fixture("old_en.txt"), {}).article.id == "old_en");
    CHECK(read_page(page_fixture("full_de.txt"), {}).article.id == "6533123");
}

TEST_CASE("what the user says beats page and words, and a disagreement is told") {
    const auto right = read_page(page_fixture("full_de.txt"), said("German"));
    CHECK(right.article.edition == "de");
    CHECK(right.warnings.empty());
    const auto wrong = read_page(page_fixture("full_de.txt"), said("ru"));
    CHECK(wrong.article.edition == "ru");
    REQUIRE(wrong.warnings.size() == 1);
    CHECK_THAT(wrong.warnings[0],
               Contains("taken as Russian (ru) as told") && Contains("page says German (de)"));
    const auto words = read(german, said("ru"));
    CHECK(words.article.edition == "ru");
    REQUIRE(words.warnings.size() == 1);
    CHECK_THAT(words.warnings[0], Contains("its words look like GERMAN"));
    CHECK_THROWS_AS(read(german, said("klingon")), std::invalid_argument);
}

TEST_CASE("versions that words do not tell apart are not held against the user") {
    CHECK(read_page(page_fixture("rtl_fa.txt"), said("prs")).warnings.empty());
    const auto guessed = read_page(page_fixture("rtl_fa.txt"), {});
    CHECK(guessed.article.edition == "fa");
    REQUIRE(guessed.warnings.size() == 1);
    CHECK_THAT(guessed.warnings[0], Contains("may be Dari (prs)"));
}

TEST_CASE("plain text is read where nothing shows a page, or where the user says so") {
    CHECK(read(german).article.blocks.size() == 1);
    CHECK(read(german).article.title.empty());
    ReadOptions options;
    options.as = ReadOptions::As::text;
    CHECK(read_page(page_fixture("old_en.txt"), options).article.title.empty());
    options.as = ReadOptions::As::page;
    CHECK(read("Regen\n\nEs regnet heute in allen Straßen der Stadt.\n\nMorgen wird es schneien.\n", options)
              .article.title == "Regen");
}

TEST_CASE("HTML and saved text are told by their look, whatever they are named") {
    const auto html = read(bytes_of(page_fixture("rich_text_de.html")));
    CHECK(html.article.edition == "de");
    CHECK(html.warnings.empty());
    const auto text = read_pages(bytes_of(page_fixture("old_en.txt")), "page.html", "page", {});
    REQUIRE(text.size() == 1);
    CHECK(text[0].article.lead.starts_with("The people of Lower Marsh"));
    ReadOptions options;
    options.as = ReadOptions::As::page;
    CHECK(read(bytes_of(page_fixture("long_text_en.html")), options).article.id == "15940154");
}

TEST_CASE("a page of another site is read with a warning") {
    const auto reading = read_page(page_fixture("other_site_en.html"), {});
    CHECK(reading.article.id == "other_site_en");
    REQUIRE(reading.warnings.size() == 1);
    CHECK_THAT(reading.warnings[0],
               Contains("other_site_en.html: ") && Contains("not laid out as a page of dw.com"));
    CHECK_THROWS_WITH(read_page(page_fixture("section_en.html"), {}), Contains("holds no article"));
}

TEST_CASE("the declared encoding of HTML is heeded") {
    const auto reading = read(
        "<html lang=de><head><meta http-equiv=Content-Type content='text/html; charset=iso-8859-1'>"
        "<body><p>Die Leute auf der Stra\xDF"
        "e wissen mehr, als sie sagen.");
    CHECK(texts_of(reading.article, align::BlockKind::paragraph) ==
          std::vector<std::string>{"Die Leute auf der Straße wissen mehr, als sie sagen."});
}

TEST_CASE("what extract writes is read, several articles a file") {
    const std::string line =
        R"({"schema":1,"id":"7","lang":"de","blocks":[{"kind":"paragraph","text":"Es regnet in der Stadt."}]})";
    const auto readings = read_pages(line + "\n" + line + "\n", "a.jsonl", "a", {});
    REQUIRE(readings.size() == 2);
    CHECK(readings[1].article.id == "7");
    CHECK(readings[1].article.edition == "de");
    const TemporaryFolder folder;
    const auto file = folder.write("two_articles.jsonl", line + "\n" + line + "\n");
    CHECK(read_pages(file, {}).size() == 2);
    CHECK_THROWS_WITH(read_page(file, {}), Contains("holds 2 articles"));
}

TEST_CASE("repaired bytes are told") {
    ReadOptions options;
    options.repair = true;
    const std::string broken = german + "\nDas Stück beginnt sp\xE4t.\n" + german + german;
    const auto reading = read(broken, options);
    REQUIRE(reading.warnings.size() == 1);
    CHECK_THAT(reading.warnings[0], Contains("U+FFFD"));
    CHECK_THROWS_WITH(read(broken), Contains("--repair"));
}

TEST_CASE("a page of a headline alone is a short article") {
    const auto reading = read(
        "Rain falls on the city | News | DW | 01.02.2013\n  1. Inhalt\n  2. Navigation\n\n\n"
        "Rain falls on the city\n\nes/kms (AFP, dpa)\n\nDW recommends\n");
    CHECK(reading.article.title == "Rain falls on the city");
}

TEST_CASE("what cannot be read is refused with file, reason and advice") {
    CHECK_THROWS_AS(read_page(page_fixture("no_such.txt"), {}), InputError);
    CHECK_THROWS_WITH(read_page(page_fixture("no_such.txt"), {}),
                      Contains("no_such.txt: there is no such file"));
    CHECK_THROWS_WITH(read_page(page_fixture(""), {}), Contains("is a folder"));
    CHECK_THROWS_WITH(read(""), Contains("page.txt: is empty"));
    CHECK_THROWS_WITH(read("\n \n"), Contains("holds no article"));
    CHECK_THROWS_WITH(read("Rain | News | DW | 01.02.2013\n  1. Inhalt\n  2. Navigation\n"),
                      Contains("holds no article"));
    CHECK_THROWS_WITH(read("<!DOCTYPE html>\n<html><body>" + german),
                      Contains("page.txt: holds no article; it may be a section"));
    CHECK_THROWS_WITH(read("12 34 56"), Contains("its language is not known") && Contains("--lang"));
    CHECK_THROWS_WITH(read("De burgemeester heeft gisteren gezegd dat de brug van zout niet gebouwd wordt."),
                      Contains("looks like DUTCH"));
}
