// The parts that reading a page is made of.
#include "catch.hpp"
#include "pages/address.hpp"
#include "pages/alphabets.hpp"
#include "pages/article_text.hpp"
#include "pages/byline.hpp"
#include "pages/chrome.hpp"
#include "pages/heading.hpp"
#include "pages/language.hpp"
#include "pages/text.hpp"
#include "pages/title_line.hpp"

using align::BlockKind;

namespace {

std::vector<std::string> blocks_of(std::string_view text) {
    std::vector<std::string> blocks;
    for (const auto& block : pages::read_text(text).blocks) {
        CHECK(block.kind == BlockKind::paragraph);
        blocks.push_back(block.text);
    }
    return blocks;
}

}  // namespace

TEST_CASE("blank lines part the blocks of a plain text, else each line is one") {
    using Blocks = std::vector<std::string>;
    CHECK(blocks_of("One.\nTwo.\n \nThree.\n") == Blocks{"One. Two.", "Three."});
    CHECK(blocks_of("One.\nTwo.\nThree.") == Blocks{"One.", "Two.", "Three."});
    CHECK(blocks_of("\n\nOne.\nTwo.\n\n") == Blocks{"One.", "Two."});
    CHECK(blocks_of("今天有\n风。\n\n明天没有。") == Blocks{"今天有风。", "明天没有。"});
    CHECK(blocks_of(" \n\n") == Blocks{});
}

TEST_CASE("title lines are parted from the right") {
    const auto old = pages::parse_title_line("Salt | Sea | and more | DW | 04.03.2014");
    REQUIRE(old);
    CHECK(old->date == "2014-03-04");
    CHECK(pages::is_headline_of(*old, "Salt"));
    CHECK(pages::is_headline_of(*old, "Salt | Sea"));
    CHECK_FALSE(pages::is_headline_of(*old, "Sal"));
    const auto primes = pages::parse_title_line("Nobody′s ″salt″ | DW | 04.03.2014");
    REQUIRE(primes);
    CHECK(pages::is_headline_of(*primes, "Nobody’s \"salt\""));
    const auto dashes = pages::parse_title_line("Salt – and sea – DW – 13.06.2023");
    REQUIRE(dashes);
    CHECK(dashes->since_2022);
    CHECK(pages::is_headline_of(*dashes, "Salt – and sea"));
    CHECK_FALSE(pages::parse_title_line("Salt | Sea | DW | 41.03.2014"));
    CHECK_FALSE(pages::parse_title_line("Salt | Sea | XY | 04.03.2014"));
    CHECK_FALSE(pages::parse_title_line("Salt – 04.03.2014"));
    CHECK_FALSE(pages::parse_title_line("DW | 04.03.2014"));
}

TEST_CASE("addresses give number and path") {
    CHECK(pages::find_address("see https://www.dw.com/de/salz/a-18854934 now") ==
          "https://www.dw.com/de/salz/a-18854934");
    CHECK(pages::find_address("https://notdw.com/de/a-1").empty());
    CHECK(pages::article_number("https://www.dw.com/de/salz-a-b/a-18854934?maca=x") == "18854934");
    CHECK(pages::article_number("http://www.dw-world.de/dw/article/0,,4598503,00.html") == "4598503");
    CHECK(pages::article_number("https://p.dw.com/p/RPYx") == "6533123");
    CHECK(pages::article_number("https://p.dw.com/p/4QgGF") == "65464327");
    CHECK(pages::article_number("https://p.dw.com/p/a-b").empty());
    CHECK(pages::article_number("https://www.dw.com/de/thema/t-17").empty());
    CHECK(pages::path_code("https://www.dw.com/fa-af/x/a-1") == "fa-af");
    CHECK(pages::path_code("https://p.dw.com/p/RPYx").empty());
    CHECK(pages::path_code("http://www.dw.de/slug/a-15940154").empty());
}

TEST_CASE("bylines of agencies are told from sentences in brackets") {
    CHECK(pages::is_agency_byline("es/kms (AFP, AP, dpa, Reuters)"));
    CHECK(pages::is_agency_byline("AG (dpa)"));
    CHECK(pages::is_agency_byline("(AFP, dpa)"));
    CHECK(pages::is_agency_byline("jj/se"));
    CHECK(pages::is_agency_byline("ع.ش/ع.خ (د ب أ)"));
    CHECK(pages::is_agency_byline("Anna Berg-Müller (AFP, dpa)"));
    CHECK(pages::is_agency_byline("Νίκος Βαλσαμής (AFP, Reuters)"));
    CHECK(pages::is_agency_byline("吴涛/苗青（AP，dpa）"));
    CHECK(pages::is_agency_byline("林予安／周柏翰（綜合AFP、dpa報導）"));
    CHECK_FALSE(pages::is_agency_byline("Two agencies were first (AFP, dpa and others)"));
    CHECK_FALSE(pages::is_agency_byline("It rained, she said (AFP)"));
    CHECK_FALSE(pages::is_agency_byline("He left (in haste)"));
    CHECK_FALSE(pages::is_agency_byline("IS (Iraq, Syria)"));
    CHECK_FALSE(pages::is_agency_byline("The report by Reuters (AFP, dpa) was short"));
    CHECK_FALSE(pages::is_agency_byline("and/or what follows"));
}

TEST_CASE("a credit is parted from the caption it is glued to") {
    CHECK(pages::split_credit("A quiet harborImage: A. Nobody/agency").text == "A quiet harbor");
    CHECK(pages::split_credit("Ein HafenBild: Niemand").credit == "Bild: Niemand");
    CHECK(pages::split_credit("平静的港口图像来源: Nobody/agency").text == "平静的港口");
    CHECK(pages::split_credit("Das Weltbild: ein Versuch").credit.empty());
    CHECK(pages::split_credit("His Image: nothing").credit.empty());
    CHECK(pages::split_credit("برعکس: او رفت").credit.empty());
}

TEST_CASE("headings are short and unfinished") {
    CHECK(pages::looks_like_heading("Treat them 'as allies'"));
    CHECK(pages::looks_like_heading("What does it cost?"));
    CHECK(pages::looks_like_heading("Nach dem 24. April"));
    CHECK(pages::looks_like_heading("The J. Doe case"));
    CHECK_FALSE(pages::looks_like_heading("It rains."));
    CHECK_FALSE(pages::looks_like_heading("He said: \"It rains.\""));
    CHECK_FALSE(pages::looks_like_heading("\"Why does it rain?"));
    CHECK_FALSE(pages::looks_like_heading("and then the rain"));
    CHECK_FALSE(pages::looks_like_heading("It rains. Nobody cares"));
    CHECK_FALSE(pages::looks_like_heading("Three things remain:"));
    CHECK_FALSE(pages::looks_like_heading("बारिश हो रही है।"));
    CHECK_FALSE(pages::looks_like_heading("বৃষ্টি হচ্ছে৷"));
    CHECK_FALSE(pages::looks_like_heading("下雨了。"));
    CHECK_FALSE(pages::looks_like_heading(""));
}

TEST_CASE("the language of a text is found, and said to be ambiguous where it is") {
    const auto german =
        pages::detect_language("Die Leute auf der Straße wissen mehr, als sie dem Bürgermeister sagen.");
    REQUIRE(german);
    CHECK(german->edition == "de");
    CHECK_FALSE(german->ambiguous);
    const auto persian = pages::detect_language(
        "کتابدار این کتابخانه می‌گوید روزها سروصدای بازار "
        "نمی‌گذارد "
        "کسی "
        "چیزی "
        "بخواند.");
    REQUIRE(persian);
    CHECK(persian->edition == "fa");
    CHECK(persian->ambiguous);
    const auto dutch = pages::detect_language(
        "De burgemeester heeft gisteren gezegd dat de brug van zout niet gebouwd wordt.");
    REQUIRE(dutch);
    CHECK(dutch->edition.empty());
    CHECK(dutch->name == "DUTCH");
    CHECK_FALSE(pages::detect_language("12 34 56"));
    CHECK(pages::are_alike("prs", "fa"));
    CHECK(pages::are_alike("sr-Cyrl", "sr"));
    CHECK_FALSE(pages::are_alike("zh-Hans", "zh-Hant"));
}

TEST_CASE("an article's text holds what a translation has too") {
    pages::Article article;
    article.blocks = {{BlockKind::chrome, "Advertisement"},
                      {BlockKind::headline, "Rain"},
                      {BlockKind::paragraph, "More rain."},
                      {BlockKind::byline, "es/kms"}};
    const auto text = pages::article_text(article);
    CHECK(text.text == "Rain\n\nMore rain.");
    CHECK(text.blocks ==
          std::vector<align::Block>{{BlockKind::headline, {0, 4}}, {BlockKind::paragraph, {6, 16}}});
}

TEST_CASE("a question is a heading, in Greek too") {
    CHECK(pages::looks_like_heading("Who will pay?"));
    CHECK(pages::looks_like_heading("Ποιος θα πληρώσει;"));
    CHECK_FALSE(pages::looks_like_heading("Who will pay;"));
    CHECK_FALSE(pages::looks_like_heading("Ποιος θα πληρώσει."));
}

TEST_CASE("an article in two alphabets is told from one with names of another") {
    pages::Article article;
    const auto add = [&](const std::string& text, align::BlockKind kind = align::BlockKind::paragraph) {
        article.blocks.push_back({kind, text});
    };
    CHECK(pages::second_alphabet(article).empty());
    add("Киша опет пада на Elbe.");
    add("Ветар дува.");
    add("Пада снег.");
    add("Deutsche Bahn, DW");
    add("Deutsche Welle (Bonn)", align::BlockKind::byline);
    add("Deutsche Welle", align::BlockKind::chrome);
    CHECK(pages::second_alphabet(article).empty());
    add("Sunce sija.");
    CHECK(pages::second_alphabet(article) ==
          "2 of its 5 blocks are in Latin letters, the others in Cyrillic");
    for (int i = 0; i < 20; ++i) add("Снег.");
    CHECK(pages::second_alphabet(article).empty());
}
