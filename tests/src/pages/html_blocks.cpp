#include "pages/html_blocks.hpp"

#include <array>

#include "catch.hpp"

using align::BlockKind;
using pages::ArticleBlock;
using pages::HtmlTree;
using pages::Rule;
using pages::Zone;
using Blocks = std::vector<ArticleBlock>;

namespace {

constexpr auto rules = std::to_array<Rule>({
    {Zone::article, "h1", {Zone::closed, BlockKind::headline}},
    {Zone::article, ".lead", {Zone::closed, BlockKind::lead}},
    {Zone::article, ".text", {Zone::body, BlockKind::paragraph}},
});
constexpr std::array<std::string_view, 1> boxes = {".box"};

Blocks blocks_of(const std::string& html, bool links_are_chrome = false) {
    const HtmlTree tree(html);
    return pages::read_blocks(tree.root(),
                              {find_first(tree.root(), "article"), rules, boxes, links_are_chrome});
}

/// The blocks of a text in the body of an article.
Blocks body(const std::string& html) {
    return blocks_of("<article><div class=text>" + html + "</div></article>");
}

Blocks paragraphs(const std::vector<std::string>& texts) {
    Blocks blocks;
    for (const std::string& text : texts) blocks.push_back({BlockKind::paragraph, text});
    return blocks;
}

}  // namespace

TEST_CASE("rules say what an element is, and where they do not it is chrome") {
    CHECK(blocks_of("<h1>Site</h1><article><h1>Rain</h1><i>by me</i><p class=lead>It rains.</p>"
                    "<div class=text><p>Much.</p></div><h1>More</h1></article>after") ==
          Blocks{{BlockKind::chrome, "Site"},
                 {BlockKind::headline, "Rain"},
                 {BlockKind::chrome, "by me"},
                 {BlockKind::lead, "It rains."},
                 {BlockKind::paragraph, "Much."},
                 {BlockKind::chrome, "More"},
                 {BlockKind::chrome, "after"}});
}

TEST_CASE("inline tags stay in their paragraph, text beside paragraphs is one") {
    CHECK(body("<p>One <a href=x>two</a>, <b>three</b>.</p>Loose <i>text</i>.<p>Four.</p>") ==
          paragraphs({"One two, three.", "Loose text.", "Four."}));
    CHECK(body("<div><p>One.</p><div>Two.</div></div>") == paragraphs({"One.", "Two."}));
    CHECK(body("<p> \n </p><p>&nbsp;</p><p>&nbsp;One&nbsp;two.&nbsp;</p>") == paragraphs({"One\u00A0two."}));
}

TEST_CASE("a line break is a space, two part a paragraph, and in Chinese one is nothing") {
    CHECK(body("<p>One<br>two.<br><br>Three.<br />\n<br/></p>") == paragraphs({"One two.", "Three."}));
    CHECK(body("<p>下雨<br>了。</p>") == paragraphs({"下雨了。"}));
}

TEST_CASE("headings, and short paragraphs all in bold, are subheads") {
    CHECK(body("<h2>What now?</h2><p><strong>And <i>then</i></strong> </p><p><b>One</b> two</p>"
               "<p><b>This is bold as a whole, but it is a sentence.</b></p>") ==
          Blocks{{BlockKind::subhead, "What now?"},
                 {BlockKind::subhead, "And then"},
                 {BlockKind::paragraph, "One two"},
                 {BlockKind::paragraph, "This is bold as a whole, but it is a sentence."}});
    CHECK(body("<p><strong>Below the bridge</strong><br>It is dry.</p>") ==
          Blocks{{BlockKind::subhead, "Below the bridge"}, {BlockKind::paragraph, "It is dry."}});
    CHECK(body("<p>It is<br><b>not</b><br>dry.</p>") == paragraphs({"It is not dry."}));
}

TEST_CASE("lists and tables are lists, figures hold captions") {
    CHECK(body("<ul><li>One<ul><li>Two</ul><li><p>Three</p></ul>") ==
          Blocks{{BlockKind::list, "One"}, {BlockKind::list, "Two"}, {BlockKind::list, "Three"}});
    CHECK(body("<table><tr><td>A<td>B</table>") == Blocks{{BlockKind::list, "A"}, {BlockKind::list, "B"}});
    CHECK(body("<figure>zoom<figcaption>A quiet harbor<small class=copyright>Image: N. N.</small>"
               "</figcaption></figure>") == Blocks{{BlockKind::chrome, "zoom"},
                                                   {BlockKind::caption, "A quiet harbor"},
                                                   {BlockKind::chrome, "Image: N. N."}});
}

TEST_CASE("boxes are chrome wherever they stand in an article, and so are known lines") {
    CHECK(body("<p>One.</p><div class=box><h2>More</h2><p>Less.</p></div><aside><p>Ad.</p></aside>"
               "<form><p>Name</p></form><p>Two.</p>") == Blocks{{BlockKind::paragraph, "One."},
                                                                {BlockKind::chrome, "More"},
                                                                {BlockKind::chrome, "Less."},
                                                                {BlockKind::chrome, "Ad."},
                                                                {BlockKind::chrome, "Name"},
                                                                {BlockKind::paragraph, "Two."}});
    CHECK(body("<p>Read more: <a>Rain</a></p><p>es/kms (AFP, dpa)</p><p>Edited by: Nobody</p>") ==
          Blocks{{BlockKind::chrome, "Read more: Rain"},
                 {BlockKind::byline, "es/kms (AFP, dpa)"},
                 {BlockKind::byline, "Edited by: Nobody"}});
}

TEST_CASE("links alone are chrome where a layout says so") {
    const std::string html = "<article><div class=text><p><a>Rain wins</a></p><p><a>Rain</a> wins.</p></div>";
    CHECK(blocks_of(html, true) ==
          Blocks{{BlockKind::chrome, "Rain wins"}, {BlockKind::paragraph, "Rain wins."}});
    CHECK(blocks_of(html, false)[0].kind == BlockKind::paragraph);
}
