#include "pages/dump.hpp"

#include "catch.hpp"
#include "fixture.hpp"

using align::BlockKind;
using pages::Article;
using pages::read_dump;
using Texts = std::vector<std::string>;

namespace {

Article article_of(const std::string& fixture) { return read_dump(bytes_of(page_fixture(fixture))); }

const std::string links =
    "  1. Inhalt\n  2. Navigation\n  3. Weitere Inhalte\n  4. Metanavigation\n  5. Suche\n"
    "  6. Choose from 30 Languages\n";

/// A page of one paragraph and the lines given, each a block.
Article article_with(const std::string& lines) {
    return read_dump("Rain | News | DW | 01.02.2013\n" + links +
                     "\nRain\n\nIt rains today.\n\nIt rained before.\n\n" + lines);
}

}  // namespace

TEST_CASE("a page of 2012 to 2017 gives headline, lead, subheads, paragraphs and byline, and no box") {
    const Article article = article_of("old_en.txt");
    CHECK(article.title == "Harbor town votes on a \"bridge of salt\" that nobody's engineers trust");
    CHECK(first_date(article) == "2014-03-04");
    CHECK(article.lead.starts_with("The people of Lower Marsh"));
    CHECK(article.byline == "es/kms (AFP, AP, dpa, Reuters)");
    CHECK(article.kicker.empty());
    CHECK(headings_of(article) == Texts{"Mayor calls plan 'a gift'", "What does it cost?"});
    CHECK(texts_of(article, BlockKind::paragraph).size() == 4);
    CHECK(texts_of(article, BlockKind::chrome).size() == 1 + 6 + 3);
}

TEST_CASE("all that stands around an article is chrome, and what stands in it keeps its kind") {
    const Article article = article_of("full_de.txt");
    CHECK(article.kicker == "Turmbau zu Krausnitz");
    CHECK(article.title == "Die Uhr, die rückwärts geht");
    CHECK(article.lead.starts_with("In Krausnitz läuft"));
    CHECK(texts_of(article, BlockKind::caption) ==
          Texts{"Der Turm von Krausnitz im Nebel", "Der Turm von Krausnitz im Nebel"});
    CHECK(headings_of(article) == Texts{"Drei Vorschläge für den Turm", "Die Meister aus dem Nachbarort"});
    CHECK(texts_of(article, BlockKind::list) ==
          Texts{"Die Uhr wird angehalten.", "Die Uhr wird umgebaut.", "Der Turm wird um 180 Grad gedreht."});
    CHECK(texts_of(article, BlockKind::paragraph).size() == 4);
    CHECK(texts_of(article, BlockKind::byline) == Texts{"jj/se (dpa, epd)"});
    CHECK(article.authors == Texts{"Karla Simm", "Jo Wendt"});
    CHECK(first_date(article) == "2019-11-12");
    CHECK(article.url == "https://p.dw.com/p/RPYx");
    CHECK(article.id == "6533123");
    CHECK(article.edition == "de");
}

TEST_CASE("a page since 2022 is read by its skip links") {
    const Article article = article_of("skip_links_id.txt");
    CHECK(article.edition == "id");
    CHECK(first_date(article) == "2023-05-10");
    CHECK(article.kicker == "PolitikDanau Embun");
    CHECK(article.authors == Texts{"Rara Wening"});
    CHECK(article.byline == "Rara Wening10 Mei 2023");
    CHECK(article.lead.starts_with("Sebuah kapal"));
    CHECK(article.id == "65464327");
    CHECK(texts_of(article, BlockKind::caption) == Texts{"Kapal itu hampir tenggelam dua kali"});
    CHECK(headings_of(article) == Texts{"Dua hari tanpa angin"});
    CHECK(texts_of(article, BlockKind::paragraph).size() ==
          4);  // the link past a box is not known in Indonesian
}

TEST_CASE("English titles since 2022 put the month first") {
    const Article article = read_dump(
        "Rain – DW – 01/24/2023\n  1. Skip to content\n  2. Skip to main menu\n  3. Skip to more DW sites\n\n"
        "Rain\n\nAnna Berg | Carl Dorn\nJanuary 24, 2023\n\nIt rains today.\n\nIt rained before.\n");
    CHECK(first_date(article) == "2023-01-24");
    CHECK(article.authors == Texts{"Anna Berg", "Carl Dorn"});
    CHECK(article.lead == "It rains today.");
}

TEST_CASE("pages in scripts without capitals or spaces keep their structure") {
    const Article persian = article_of("rtl_fa.txt");
    CHECK(persian.kicker == "فرهنگ");
    CHECK(persian.title == "کتابخانه‌ای که فقط شب‌ها باز است");
    CHECK(headings_of(persian) == Texts{"چراغ‌های کاغذی"});
    CHECK(texts_of(persian, BlockKind::paragraph).size() == 3);
    CHECK(persian.byline == "ع.ش/ع.خ (د ب أ، أ ف ب)");

    const Article chinese = article_of("chinese_zh.txt");
    CHECK(chinese.title == "村庄里的风筝邮局");
    CHECK(first_date(chinese) == "2017-05-02");
    CHECK(headings_of(chinese) == Texts{"风大的日子"});
    CHECK(texts_of(chinese, BlockKind::paragraph).size() == 3);
}

TEST_CASE("without a title line the headline is found by its place and the edition by labels") {
    const Article article = article_of("untitled_fr.txt");
    CHECK(article.kicker == "Jardins");
    CHECK(article.title == "Le potager suspendu de la gare");
    CHECK(article.lead.starts_with("Depuis le printemps"));
    CHECK(article.byline == "Auteur : Nadège Perlin");
    CHECK(article.edition == "fr");
    CHECK(first_date(article).empty());
}

TEST_CASE("paragraphs broken at a fixed width are joined") {
    const Article article = article_of("wrapped_en.txt");
    CHECK(
        article.lead ==
        "A lighthouse keeper on the island of Small Brim has opened an ice cream parlor on the fourth floor. "
        "Ships now stop where they used to steer away.");
    CHECK(headings_of(article) == Texts{"Harbor pilots complain"});
    CHECK(texts_of(article, BlockKind::paragraph).size() == 2);
}

TEST_CASE("a link to the article below its text is not taken for its headline") {
    const std::string sentence =
        "It rained on the roof of the old town hall for a whole day, and nobody went out to look. ";
    const Article article =
        read_dump("Rain | News | DW | 01.02.2013\n" + links + "\nRain today\n\n" + sentence + sentence +
                  "\n\n" + sentence + sentence + "\n\nRain\n\nMore.\n");
    CHECK(article.title == "Rain today");
    CHECK(texts_of(article, BlockKind::chrome).size() == 7);
}

TEST_CASE("behind the agencies a heading begins a box in whichever language") {
    const Article article = article_of("unknown_box_ro.txt");
    CHECK(texts_of(article, BlockKind::paragraph).size() == 1);
    CHECK(texts_of(article, BlockKind::chrome).back() == "Un sat caută copaci înalți. (10.09.2015)");
}

TEST_CASE("a box without a known heading is told by the dates of its teasers") {
    const Article article =
        article_with("Ver también\n\nLa lluvia vuelve\n\nLlueve otra vez. (31.01.2013)\n");
    CHECK(texts_of(article, BlockKind::paragraph) == Texts{"It rained before."});
}

TEST_CASE("no line of a page is lost") {
    for (const char* name : {"old_en.txt", "full_de.txt", "skip_links_id.txt", "rtl_fa.txt", "chinese_zh.txt",
                             "untitled_fr.txt", "wrapped_en.txt", "unknown_box_ro.txt"}) {
        INFO(name);
        const auto squeezed = [](const std::string& text) {
            std::string out;
            for (std::size_t i = 0; i < text.size(); ++i) {
                if (text.compare(i, 3, "•") == 0) {
                    i += 2;
                } else if (text[i] != ' ' && text[i] != '\n') {
                    out += text[i];
                }
            }
            return out;
        };
        std::string blocks;
        for (const auto& block : article_of(name).blocks) blocks += block.text;
        CHECK(squeezed(blocks) == squeezed(bytes_of(page_fixture(name))));
    }
}

TEST_CASE("forms of bylines are not taken for text") {
    for (const std::string line :
         {"jj/se (dpa, afp, rtr, epd)", "RML (efe, dpa, afp)", "Edited by: Somebody Else", "Sent by: Nobody",
          "Autor: Uno Solo / Editora: Otra Sola", "Mhariri: Mtu Fulani", "Auteur : Quelqu'un"}) {
        INFO(line);
        const Article article = article_with(line + "\n");
        CHECK(article.byline == line);
        CHECK(texts_of(article, BlockKind::paragraph) == Texts{"It rained before."});
    }
}

TEST_CASE("text that only looks like chrome stays text") {
    for (const std::string line :
         {"He lives in the city of Bonn (North Rhine-Westphalia)", "\"We will not go.\"",
          "\"The date palm came later,\" she said.", "Date palms grow here.", "Why not? Nobody knows."}) {
        INFO(line);
        const Article article = article_with(line + "\n\nIt stops.\n");
        CHECK(texts_of(article, BlockKind::chrome).size() == 7);
        CHECK(texts_of(article, BlockKind::byline).empty());
        const bool kept = texts_of(article, BlockKind::paragraph).size() == 3 ||
                          texts_of(article, BlockKind::caption) == Texts{line} ||
                          headings_of(article) == Texts{line};
        CHECK(kept);
    }
    // A list in an article is not the list of labels below it.
    const Article article = article_with("  • Date palms\n  • Figs, since 03.10.1990\n\nIt stops.\n");
    CHECK(texts_of(article, BlockKind::list).size() == 2);
    CHECK(texts_of(article, BlockKind::paragraph).back() == "It stops.");
}

TEST_CASE("a saved page is told from plain text") {
    CHECK(pages::looks_like_dump(bytes_of(page_fixture("old_en.txt"))));
    CHECK(pages::looks_like_dump(bytes_of(page_fixture("untitled_fr.txt"))));
    CHECK(pages::looks_like_dump("Rain – DW – 13.06.2023\n\nIt rains."));
    CHECK_FALSE(pages::looks_like_dump("Rain\n\nIt rains.\n"));
    CHECK_FALSE(pages::looks_like_dump("1. First\n2. Second\n3. Third\n"));
}

TEST_CASE("a text without content gives no headline") {
    const Article article = read_dump(links);
    CHECK(article.title.empty());
    CHECK(texts_of(article, BlockKind::chrome).size() == 6);
    CHECK(read_dump("").blocks.empty());
}
