#include "pages/html_layouts.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <string_view>

namespace pages {
namespace {

using align::BlockKind;

constexpr Part closed(BlockKind kind) { return {Zone::closed, kind}; }
constexpr Part body = {Zone::body, BlockKind::paragraph};

constexpr auto detail_rules = std::to_array<Rule>({
    {Zone::page, "h1", closed(BlockKind::headline)},
    {Zone::article, "h1", closed(BlockKind::headline)},
    {Zone::article, "h4.artikel", closed(BlockKind::kicker)},
    {Zone::article, "p.intro", closed(BlockKind::lead)},
    {Zone::article, ".caption", closed(BlockKind::caption)},
    {Zone::article, "h2", closed(BlockKind::subhead)},
    {Zone::article, "h3", closed(BlockKind::subhead)},
    {Zone::article, "p", body},
});
constexpr std::array<std::string_view, 3> detail_boxes = {".actionFooter", ".gallery", ".advertising"};

constexpr auto long_text_rules = std::to_array<Rule>({
    {Zone::article, "h4.artikel", closed(BlockKind::kicker)},
    {Zone::article, "h1", closed(BlockKind::headline)},
    {Zone::article, "p.intro", closed(BlockKind::lead)},
    {Zone::article, ".picBox", closed(BlockKind::caption)},
    {Zone::article, ".longText", body},
    {Zone::body, ".picBox", closed(BlockKind::caption)},
});
// Columns inside the text hold what is put beside it: charts, links, players.
constexpr std::array<std::string_view, 16> long_text_boxes = {
    "#sharing-bar", ".sharing-item", ".relatedContent", ".smallList",  ".linkList", ".basicTeaser",
    ".news",        ".gallery",      ".advertising",    ".adHeadline", ".bannerAd", ".squareAd",
    ".adWrapper",   ".adsContainer", ".col1",           ".col2"};

constexpr auto rich_text_rules = std::to_array<Rule>({
    {Zone::article, ".kicker", closed(BlockKind::kicker)},
    {Zone::article, "h1", closed(BlockKind::headline)},
    {Zone::article, ".author-details", closed(BlockKind::byline)},
    {Zone::article, ".teaser-text", closed(BlockKind::lead)},
    {Zone::article, ".rich-text", body},
});
constexpr std::array<std::string_view, 14> rich_text_boxes = {"section[data-tracking-name]",
                                                              ".vjs-wrapper",
                                                              ".dw-widget",
                                                              ".rich-text-ad",
                                                              ".advertisement",
                                                              ".gpt-slot",
                                                              ".embed",
                                                              ".time-area",
                                                              ".gallery",
                                                              ".image-gallery",
                                                              "blockquote.twitter-tweet",
                                                              ".fb-post",
                                                              ".instagram-media",
                                                              ".tiktok-embed"};

constexpr auto unknown_rules = std::to_array<Rule>({
    {Zone::page, "h1", closed(BlockKind::headline)},
    {Zone::article, "h1", closed(BlockKind::headline)},
    {Zone::article, "h2", closed(BlockKind::subhead)},
    {Zone::article, "h3", closed(BlockKind::subhead)},
    {Zone::article, "p", body},
    {Zone::article, "li", closed(BlockKind::list)},
    {Zone::article, "figure", closed(BlockKind::caption)},
});

// Where text stands in no paragraphs.
constexpr auto whole_rules = std::to_array<Rule>({
    {Zone::page, "h1", closed(BlockKind::headline)},
    {Zone::article, "h1", closed(BlockKind::headline)},
    {Zone::article, "h2", closed(BlockKind::subhead)},
    {Zone::article, "h3", closed(BlockKind::subhead)},
    {Zone::article, "div", body},
    {Zone::article, "section", body},
    {Zone::article, "p", body},
    {Zone::article, "span", body},
    {Zone::article, "td", body},
});

/// Elements in which a paragraph is none of the article.
bool is_aside(HtmlNode node) {
    constexpr std::array<std::string_view, 8> tags = {"aside", "button", "figure", "footer",
                                                      "form",  "header", "nav",    "noscript"};
    return std::find(tags.begin(), tags.end(), node.tag()) != tags.end();
}

/// The "article", "main" or, of neither kind, "body" that holds a paragraph; none for one in an aside.
struct Holders {
    HtmlNode article;
    HtmlNode main;
    HtmlNode body;
};

Holders holders_of(HtmlNode paragraph) {
    Holders holders;
    for (HtmlNode node = paragraph.parent(); node; node = node.parent()) {
        if (is_aside(node)) return {};
        if (!holders.article && node.tag() == "article") holders.article = node;
        if (!holders.main && (node.tag() == "main" || node.attribute("role") == "main")) holders.main = node;
        if (node.tag() == "body") holders.body = node;
    }
    return holders;
}

/// Elements with the bytes of text in their paragraphs.
class Weights {
  public:
    void add(HtmlNode node, std::size_t bytes) {
        if (!node) return;
        const auto [place, fresh] = places_.try_emplace(node, weights_.size());
        if (fresh) weights_.push_back({node});
        weights_[place->second].bytes += bytes;
    }

    struct Weight {
        HtmlNode node;
        std::size_t bytes = 0;
    };

    [[nodiscard]] Weight heaviest() const {
        const auto found =
            std::max_element(weights_.begin(), weights_.end(),
                             [](const Weight& a, const Weight& b) { return a.bytes < b.bytes; });
        return found == weights_.end() ? Weight() : *found;
    }

  private:
    std::map<HtmlNode, std::size_t> places_;  // in weights_
    std::vector<Weight> weights_;             // in page order
};

/// The bytes of text that are in no link, less those that are: lists of links weigh nothing.
std::size_t weight_of(HtmlNode node) {
    std::size_t text = text_of(node).size();
    for (const HtmlNode link : find_all(node, "a")) text -= std::min(text, 2 * text_of(link).size());
    return text;
}

/// The "article", "main" or "body" that holds most of the weight of some elements. Beside its article a
/// "main" holds teasers of others; and an "article" may be such a teaser.
Weights::Weight heaviest_holder(HtmlNode page, const std::vector<HtmlNode>& elements) {
    Weights articles;
    Weights mains;
    Weights bodies;
    for (const HtmlNode element : elements) {
        const Holders holders = holders_of(element);
        const std::size_t bytes = weight_of(element);
        articles.add(holders.article, bytes);
        mains.add(holders.main, bytes);
        bodies.add(holders.body, bytes);
    }
    Weights::Weight best = articles.heaviest();
    for (const Weights::Weight& wider : {mains.heaviest(), bodies.heaviest()}) {
        if (best.bytes * 2 < wider.bytes) best = wider;
    }
    return best.bytes == 0 || best.node == page ? Weights::Weight() : best;
}

/// The elements that hold text themselves, of some length, other than headings and parts of lines.
std::vector<HtmlNode> elements_with_text(HtmlNode page) {
    constexpr std::size_t least_text = 40;  // bytes
    constexpr std::array<std::string_view, 5> tags = {"p", "div", "section", "td", "article"};
    std::vector<HtmlNode> elements;
    walk(page, [&](HtmlNode node) {
        if (is_invisible(node)) return false;
        if (std::find(tags.begin(), tags.end(), node.tag()) == tags.end()) return true;
        std::size_t own = 0;
        for (std::size_t i = 0; i < node.child_count(); ++i) own += collapse(node.child(i).text()).size();
        if (own >= least_text) elements.push_back(node);
        return own < least_text;
    });
    return elements;
}

/// The element in which most text stands at once or one level deeper, each by half of its weight, as in
/// Arc90's Readability.
HtmlNode densest_parent(const std::vector<HtmlNode>& elements) {
    Weights parents;
    for (const HtmlNode element : elements) {
        if (!holders_of(element).body) continue;
        const std::size_t bytes = weight_of(element);
        parents.add(element, bytes);
        parents.add(element.parent(), bytes);
        if (element.parent()) parents.add(element.parent().parent(), bytes / 2);
    }
    const Weights::Weight best = parents.heaviest();
    return best.bytes == 0 ? HtmlNode() : best.node;
}

/// The element that holds the page of that text: #bodyContent, else the nearest column, else the whole page.
HtmlNode holder_of_long_text(HtmlNode page, HtmlNode text) {
    for (const std::string_view selector : {"#bodyContent", ".col3"}) {
        if (const HtmlNode holder = find_above(text, selector); holder) return holder;
    }
    return page;
}

}  // namespace

std::optional<NamedLayout> find_dw_layout(HtmlNode page) {
    for (const HtmlNode text : find_all(page, ".rich-text")) {
        const HtmlNode article = find_above(text, "article");
        if (article) return NamedLayout{LayoutName::rich_text, {article, rich_text_rules, rich_text_boxes}};
    }
    if (const HtmlNode text = find_first(page, ".longText"); text) {
        return NamedLayout{LayoutName::long_text,
                           {holder_of_long_text(page, text), long_text_rules, long_text_boxes}};
    }
    if (const HtmlNode article = find_first(page, ".ArticleDetail"); article) {
        return NamedLayout{LayoutName::detail, {article, detail_rules, detail_boxes}};
    }
    return std::nullopt;
}

std::optional<NamedLayout> guess_layout(HtmlNode page) {
    NamedLayout guess{LayoutName::unknown, {{}, unknown_rules, {}, true}};
    const Weights::Weight paragraphs = heaviest_holder(page, find_all(page, "p"));
    const std::vector<HtmlNode> lines = elements_with_text(page);
    Weights::Weight all = heaviest_holder(page, lines);
    guess.layout.article = paragraphs.node;
    if (paragraphs.bytes * 2 < all.bytes) {
        // The text stands in no paragraphs: whatever is in the element that holds most of it is text.
        guess.layout.article = densest_parent(lines);
        guess.layout.rules = whole_rules;
    }
    if (!guess.layout.article) return std::nullopt;
    // A headline in the article is nearer than one above it.
    if (find_first(guess.layout.article, "h1")) guess.layout.rules = guess.layout.rules.subspan(1);
    return guess;
}

HtmlLayout layout_of_text(HtmlNode page) {
    static constexpr auto whole = std::to_array<Rule>({{Zone::article, "body", body}});
    return {page, whole, rich_text_boxes};
}

}  // namespace pages
