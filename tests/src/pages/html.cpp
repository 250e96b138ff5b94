#include "pages/html.hpp"

#include <algorithm>

#include "catch.hpp"
#include "errors.hpp"
#include "fixture.hpp"

using align::BlockKind;
using Catch::Matchers::Contains;
using pages::Article;
using pages::HtmlReading;
using Texts = std::vector<std::string>;

namespace {

HtmlReading read(const std::string& html) { return pages::read_html(html, "page.html"); }

Article article_of(const std::string& fixture) { return read(bytes_of(page_fixture(fixture))).article; }

bool only_chrome(const Article& article) {
    return std::all_of(article.blocks.begin(), article.blocks.end(),
                       [](const auto& block) { return block.kind == BlockKind::chrome; });
}

}  // namespace

TEST_CASE("HTML of 2012 to 2023 gives its article, and nothing of its boxes") {
    const HtmlReading reading = read(bytes_of(page_fixture("long_text_en.html")));
    CHECK(reading.known_layout);
    const Article& article = reading.article;
    CHECK(article.kicker == "Nature");
    CHECK(article.title == "Lower Marsh counts its herons twice");
    CHECK(article.lead ==
          "The first count found more herons than residents. The town council asked for a second one.");
    CHECK(texts_of(article, BlockKind::subhead) == Texts{"A disputed bank", "Counting again"});
    CHECK(texts_of(article, BlockKind::paragraph) ==
          Texts{"Every May the herons of Lower Marsh are counted by two volunteers\u00A0– one for each bank.",
                "This year the eastern bank had 211\u00A0birds¹, said Oda’s sister.",
                "The western volunteer, Ned Wirral, counted 212. He counted one bird that was asleep.",
                "The council will meet on Friday.", "It expects 211 and a half herons."});
    CHECK(texts_of(article, BlockKind::caption) ==
          Texts{"A heron looks at the town hall", "The disputed bank in spring"});
    CHECK(texts_of(article, BlockKind::list) == Texts{"At dawn, from the boat", "At dusk, from the tower"});
    CHECK(article.byline == "ow/nw (AFP, dpa)");
    CHECK(article.authors == Texts{"Oda Brink"});
    CHECK(first_date(article) == "2013-06-10");
    CHECK(article.id == "15940154");
    CHECK(article.url == "https://www.dw.com/en/lower-marsh-counts-its-herons-twice/a-15940154");
    CHECK(article.edition == "en");
}

TEST_CASE("HTML since 2022 gives its article without credits, videos, widgets and teasers") {
    const Article article = article_of("rich_text_de.html");
    CHECK(article.kicker == "Gesellschaft | Deutschland");
    CHECK(article.title == "Krausnitz verkauft seine Turmuhr");
    CHECK(article.lead == "Die Uhr ging jahrelang rückwärts. Jetzt hat sie ein Sammler gekauft.");
    CHECK(texts_of(article, BlockKind::subhead) == Texts{"Was kommt in den Turm?"});
    CHECK(texts_of(article, BlockKind::paragraph) ==
          Texts{"Der Preis blieb geheim, doch im Rathaus hieß es:\u00A0„Es war genug.“",
                "Der neue Besitzer will sie vorwärts gehen lassen.",
                "Drei Vorschläge liegen vor:", "„Zeit ist, was der Turm sagt“, sagt der Bürgermeister."});
    CHECK(texts_of(article, BlockKind::caption) ==
          Texts{"Der Turm ohne seine Uhr", "So sähe gar nichts aus"});
    CHECK(texts_of(article, BlockKind::list) == Texts{"eine Sonnenuhr", "gar nichts"});
    CHECK(article.authors == Texts{"Karla Simm", "Jo Wendt"});
    CHECK(article.byline == "Karla Simm | Jo Wendt");
    CHECK(first_date(article) == "2023-05-24");
    CHECK(article.id == "65464327");
    CHECK(article.edition == "de");
}

TEST_CASE("blocks are in page order") {
    std::vector<BlockKind> kinds;
    for (const auto& block : article_of("rich_text_de.html").blocks) {
        if (block.kind != BlockKind::chrome) kinds.push_back(block.kind);
    }
    using enum BlockKind;
    CHECK(kinds == std::vector<BlockKind>{kicker, headline, byline, lead, caption, paragraph, paragraph,
                                          subhead, paragraph, list, list, caption, paragraph});
}

TEST_CASE("a page from right to left is read as any other, and its address tells Dari from Persian") {
    const Article article = article_of("rich_text_prs.html");
    CHECK(article.edition == "prs");
    CHECK(article.title == "کتابخانهٔ شبانه دوباره باز شد");
    CHECK(texts_of(article, BlockKind::paragraph) ==
          Texts{"کتابدار می‌گوید «روزها» کسی نمی‌آید؟ شب‌ها اما "
                "همه "
                "می‌آیند.",
                "چراغ‌ها را شاگردان مکتب ساخته‌اند."});
    CHECK(texts_of(article, BlockKind::subhead) == Texts{"چراغ‌های کاغذی"});
}

TEST_CASE("a page of dw-world.de is read") {
    const Article article = article_of("dw_world_en.html");
    CHECK(article.title == "Snow closes the indoor pool");
    CHECK(article.lead == "It snowed in the changing rooms of Upper Brim.");
    CHECK(texts_of(article, BlockKind::paragraph) ==
          Texts{"The roof had been open since August.", "The water is eleven degrees warm."});
    CHECK(texts_of(article, BlockKind::subhead) == Texts{"No one noticed"});
    CHECK(texts_of(article, BlockKind::caption) == Texts{"A swimmer with a shovel"});
    CHECK(first_date(article) == "2010-01-12");
    CHECK(article.id == "4598503");
    CHECK(article.edition == "en");
}

TEST_CASE("a text that the page holds for its script alone is read from there") {
    const Article article = article_of("state_en.html");
    CHECK(article.title == "Ferry finds its island again");
    CHECK(article.lead == "It took the wrong turn in 1998.");
    CHECK(texts_of(article, BlockKind::paragraph) ==
          Texts{"The ferry Gull came back on Monday.", "The captain & his dog are well."});
    CHECK(texts_of(article, BlockKind::subhead) == Texts{"Nobody asked"});
    CHECK(first_date(article) == "2023-01-24");
    CHECK(article.id == "64000001");
}

TEST_CASE("a page of another site is read by its tags, and said to be") {
    const HtmlReading reading = read(bytes_of(page_fixture("other_site_en.html")));
    CHECK_FALSE(reading.known_layout);
    CHECK(reading.article.title == "Moon rises over bakery");
    CHECK(texts_of(reading.article, BlockKind::paragraph) ==
          Texts{"The moon rose over the bakery of Small Brim on Tuesday.",
                "Nobody bought the moon-shaped rolls, and the baker ate them."});
    CHECK(texts_of(reading.article, BlockKind::subhead) == Texts{"Bread was sold"});
    CHECK(texts_of(reading.article, BlockKind::caption) == Texts{"The moon, left"});
    CHECK(first_date(reading.article) == "2021-02-03");
    CHECK(reading.article.edition == "en");
    const Article bare = read("<title>Rain</title><body><p>It rains.</p>").article;
    CHECK(bare.title == "Rain");
    CHECK(texts_of(bare, BlockKind::paragraph) == Texts{"It rains."});
}

TEST_CASE("sections and galleries hold no article") {
    CHECK(only_chrome(article_of("section_en.html")));
    CHECK(only_chrome(
        read("<link rel=canonical href=https://www.dw.com/en/birds/g-17393954><div id=bodyContent>"
             "<h1>Birds</h1><p class=intro>Ten birds.</p><div class=longText></div></div>")
            .article));
    CHECK(only_chrome(read("<body>no paragraph</body>").article));
    CHECK(only_chrome(read("").article));
}

TEST_CASE("a flash of headline and lead is an article where its address says so") {
    const Article article =
        read(
            "<link rel=canonical href=https://www.dw.com/en/rain/a-17393954><div id=bodyContent>"
            "<h1>Rain</h1><p class=intro>It rains.</p><div class=longText></div></div>")
            .article;
    CHECK(article.title == "Rain");
    CHECK(article.lead == "It rains.");
}

TEST_CASE("labels of any language name date and author") {
    const std::string page =
        "<div id=bodyContent><h1>Mvua</h1><div class=longText><p>Kunanyesha leo mjini.</p></div>"
        "<ul class=smallList><li><strong>Tarehe</strong> 03.02.2015</li><li><strong>Mwandishi</strong> ";
    const std::string rest = "</li><li><strong>Kiungo</strong> https://p.dw.com/p/RPYx</li></ul></div>";
    const Article article = read(page + "Anna Berg | Carl Dorn" + rest).article;
    CHECK(first_date(article) == "2015-02-03");
    CHECK(article.authors == Texts{"Anna Berg", "Carl Dorn"});
    CHECK(article.url == "https://p.dw.com/p/RPYx");
    CHECK(article.id == "6533123");
    CHECK(read(page + "<a href=/x>mvua</a>" + rest).article.authors.empty());
}

TEST_CASE("malformed HTML gives what is in it") {
    const Article article =
        read("<div id=bodyContent><h1>Rain</H1><div class=longText><p>One <b>two<p>Three</i></div><p>Four")
            .article;
    CHECK(article.title == "Rain");
    CHECK(texts_of(article, BlockKind::paragraph) == Texts{"One two"});
    CHECK(texts_of(article, BlockKind::subhead) == Texts{"Three"});  // the bold runs on
    CHECK(texts_of(article, BlockKind::chrome) == Texts{"Four"});
}

TEST_CASE("HTML is told by its look") {
    CHECK(pages::looks_like_html("\n <!DOCTYPE html><title>x"));
    CHECK(pages::looks_like_html("<!-- saved --><HTML lang=de>"));
    CHECK(pages::looks_like_html("<?xml version=\"1.0\"?><html xmlns=\"x\">"));
    CHECK(pages::looks_like_html("<div class=col3><h1>Rain</h1>"));
    CHECK_FALSE(pages::looks_like_html("<?xml version=\"1.0\"?><rss><div/></rss>"));
    CHECK_FALSE(pages::looks_like_html("Rain <html>"));
    CHECK_FALSE(pages::looks_like_html("<3"));
    CHECK_FALSE(pages::looks_like_html(""));
}

TEST_CASE("HTML beyond its limits is refused with the place") {
    std::string deep = "<html>";
    for (int i = 0; i < 30000; ++i) deep += "<div>";
    CHECK_THROWS_WITH(read(deep), Contains("page.html:1, byte 2566: more than 512 elements"));
    std::string text;
    for (int i = 0; i < 600; ++i) text += "<div>";
    CHECK_THROWS_AS(
        read("<script>window.__APOLLO_STATE__={\"Article:1\":{\"text\":\"" + text + "\"}};</script>"),
        hexapla::InputError);
}
