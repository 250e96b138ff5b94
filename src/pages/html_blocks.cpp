#include "pages/html_blocks.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <string>
#include <utility>

#include "align/unicode.hpp"
#include "pages/address.hpp"
#include "pages/byline.hpp"
#include "pages/characters.hpp"
#include "pages/chrome.hpp"
#include "pages/heading.hpp"

namespace pages {
namespace {

using align::BlockKind;

constexpr std::size_t longest_byline = 100;  // code points

constexpr Part chrome = {Zone::closed, BlockKind::chrome};

// Elements that stand within a line; all others begin and end one.
constexpr std::array<std::string_view, 39> inline_tags = {
    "a",      "abbr",   "acronym", "b",    "bdi",  "bdo",  "big", "cite", "code",  "data",
    "del",    "dfn",    "em",      "font", "i",    "img",  "ins", "kbd",  "label", "mark",
    "nobr",   "q",      "rb",      "rp",   "rt",   "ruby", "s",   "samp", "small", "span",
    "strike", "strong", "sub",     "sup",  "time", "tt",   "u",   "var",  "wbr"};

// Tags say what text is in the body of every layout.
constexpr auto body_rules = std::to_array<Rule>({
    {Zone::body, "h1", {Zone::closed, BlockKind::subhead}},
    {Zone::body, "h2", {Zone::closed, BlockKind::subhead}},
    {Zone::body, "h3", {Zone::closed, BlockKind::subhead}},
    {Zone::body, "h4", {Zone::closed, BlockKind::subhead}},
    {Zone::body, "h5", {Zone::closed, BlockKind::subhead}},
    {Zone::body, "h6", {Zone::closed, BlockKind::subhead}},
    {Zone::body, "figcaption", {Zone::closed, BlockKind::caption}},
    {Zone::body, "figure", {Zone::article, BlockKind::chrome}},
    {Zone::article, "figcaption", {Zone::closed, BlockKind::caption}},
    {Zone::body, "ul", {Zone::closed, BlockKind::list}},
    {Zone::body, "ol", {Zone::closed, BlockKind::list}},
    {Zone::body, "dl", {Zone::closed, BlockKind::list}},
    {Zone::body, "table", {Zone::closed, BlockKind::list}},
});

// What is never part of an article's text, in any layout.
constexpr std::array<std::string_view, 6> boxes = {"aside", "button", "footer", "form", "nav", "noscript"};

bool is_inline(HtmlNode node) {
    return std::find(inline_tags.begin(), inline_tags.end(), node.tag()) != inline_tags.end();
}

Part part_of(HtmlNode node, const Part& around, const HtmlLayout& layout) {
    if (around.zone == Zone::closed) {
        const bool credit = around.kind == BlockKind::caption && node.has_class("copyright");
        return credit ? chrome : around;
    }
    const auto named = [&](std::string_view selector) { return matches(node, selector); };
    if (around.zone != Zone::page && (std::any_of(boxes.begin(), boxes.end(), named) ||
                                      std::any_of(layout.boxes.begin(), layout.boxes.end(), named))) {
        return chrome;
    }
    if (node == layout.article) return {Zone::article, BlockKind::chrome};
    if (layout.named_boxes && around.zone != Zone::page && names_itself_a_box(node)) return chrome;
    const auto holds = [&](const Rule& rule) {
        return rule.inside == around.zone && matches(node, rule.selector);
    };
    const auto own = std::find_if(layout.rules.begin(), layout.rules.end(), holds);
    if (own != layout.rules.end()) return own->becomes;
    const auto* const common = std::find_if(body_rules.begin(), body_rules.end(), holds);
    return common != body_rules.end() ? common->becomes : around;
}

/// What a paragraph is by its words.
BlockKind kind_of_text(std::string_view text) {
    if (is_agency_byline(text)) return BlockKind::byline;
    if (const ChromeLine* row = find_chrome(text); row != nullptr) {
        if (row->role != ChromeRole::byline) return BlockKind::chrome;
        return align::count_code_points(text) <= longest_byline ? BlockKind::byline : BlockKind::paragraph;
    }
    return text == find_address(text) ? BlockKind::chrome : BlockKind::paragraph;
}

/// A line of text, and whether all of it is bold or a link.
struct TextLine {
    std::string text;
    bool bold = true;
    bool link = true;
};

class Blocks {
  public:
    explicit Blocks(const HtmlLayout& layout) : layout_(layout) {}

    bool enter(HtmlNode node) {
        const Open around = open_.empty() ? Open() : open_.back();
        if (node.is_text()) add(node.text(), around);
        if (!node.is_element() || is_invisible(node)) return false;
        if (node.tag() == "br") {
            lines_.emplace_back();
            return false;
        }
        Open open = around;
        open.part = part_of(node, around.part, layout_);
        open.breaks = !is_inline(node) || open.part != around.part;
        open.bold = around.bold || node.tag() == "strong" || node.tag() == "b";
        open.link = around.link || node.tag() == "a";
        if (open.breaks) flush(around.part);
        open_.push_back(open);
        return true;
    }

    void leave() {
        if (open_.back().breaks) flush(open_.back().part);
        open_.pop_back();
    }

    std::vector<ArticleBlock> take() {
        keep_first(BlockKind::headline, BlockKind::chrome);
        keep_first(BlockKind::kicker, BlockKind::chrome);
        keep_first(BlockKind::lead, BlockKind::paragraph);
        return std::move(blocks_);
    }

  private:
    struct Open {
        Part part;
        bool breaks = false;  // begins and ends a block
        bool bold = false;
        bool link = false;
    };

    void add(std::string_view text, const Open& around) {
        if (lines_.empty()) lines_.emplace_back();
        TextLine& line = lines_.back();
        line.text += text;
        if (collapse(text).empty()) return;
        line.bold = line.bold && around.bold;
        line.link = line.link && around.link;
    }

    /// Ends the block that the lines so far are. An empty line parts it, and so does a line break between a
    /// heading in bold and other text.
    void flush(const Part& part) {
        TextLine block;
        for (const TextLine& line : lines_) {
            const std::string text = collapse(line.text);
            const bool changes = !block.text.empty() && block.bold != line.bold &&
                                 looks_like_heading(line.bold ? text : block.text);
            if (text.empty() || changes) put(part, std::exchange(block, {}));
            if (text.empty()) continue;
            append_line(block.text, text);
            block.bold = block.bold && line.bold;
            block.link = block.link && line.link;
        }
        put(part, block);
        lines_.clear();
    }

    void put(const Part& part, const TextLine& block) {
        const std::string text(align::trim(block.text));
        if (text.empty()) return;
        const bool link = block.link && layout_.guessed &&
                          (part.kind == BlockKind::paragraph || part.kind == BlockKind::list);
        if (link) {
            blocks_.push_back({BlockKind::chrome, text});
        } else if (part.kind == BlockKind::caption) {
            put_caption(text);
        } else if (part.kind == BlockKind::paragraph) {
            const BlockKind kind = kind_of_text(text);
            const bool subhead = kind == BlockKind::paragraph && block.bold && looks_like_heading(text);
            blocks_.push_back({subhead ? BlockKind::subhead : kind, text});
        } else {
            blocks_.push_back({part.kind, text});
        }
    }

    void put_caption(const std::string& text) {
        const Caption caption = split_credit(text);
        if (!caption.text.empty()) blocks_.push_back({BlockKind::caption, std::string(caption.text)});
        if (!caption.credit.empty()) blocks_.push_back({BlockKind::chrome, std::string(caption.credit)});
    }

    void keep_first(BlockKind kind, BlockKind others) {
        bool seen = false;
        for (ArticleBlock& block : blocks_) {
            if (block.kind != kind) continue;
            if (seen) block.kind = others;
            seen = true;
        }
    }

    const HtmlLayout& layout_;
    std::vector<Open> open_;
    std::vector<TextLine> lines_;
    std::vector<ArticleBlock> blocks_;
};

/// The words of a name: "share", "bar" of "share-bar", "shareBar" or "share_bar"; in lower case.
std::vector<std::string> words_of(std::string_view name) {
    std::vector<std::string> words(1);
    bool lower = false;
    for (const char c : name) {
        const bool capital = c >= 'A' && c <= 'Z';
        const bool letter = capital || (c >= 'a' && c <= 'z');
        if (!letter || (capital && lower)) words.emplace_back();
        if (letter) words.back() += capital ? static_cast<char>(c - 'A' + 'a') : c;
        lower = letter && !capital;
    }
    return words;
}

// In the order of the alphabet. Words of longer names count too: "comments" in "article-comments".
constexpr auto box_words = std::to_array<std::string_view>(
    {"ad",          "ads",          "advert",   "advertisement", "author",  "banner",     "breadcrumb",
     "breadcrumbs", "byline",       "comment",  "comments",      "cookie",  "disclaimer", "disqus",
     "footer",      "keywords",     "masthead", "menu",          "meta",    "more",       "nav",
     "navigation",  "newsletter",   "popup",    "promo",         "rating",  "recommend",  "recommended",
     "related",     "share",        "sharing",  "sidebar",       "social",  "sponsor",    "sponsored",
     "subscribe",   "subscription", "tags",     "teaser",        "teasers", "toolbar",    "trending",
     "widget"});

}  // namespace

bool names_itself_a_box(HtmlNode node) {
    for (const std::string_view name : {node.attribute("class"), node.attribute("id")}) {
        if (name.empty()) continue;
        const std::vector<std::string> words = words_of(name);
        const bool box = std::any_of(words.begin(), words.end(), [](const std::string& word) {
            return std::binary_search(box_words.begin(), box_words.end(), word);
        });
        if (box) return true;
    }
    return false;
}

std::vector<ArticleBlock> read_blocks(HtmlNode page, const HtmlLayout& layout) {
    Blocks blocks(layout);
    walk(
        page, [&](HtmlNode node) { return blocks.enter(node); }, [&](HtmlNode) { blocks.leave(); });
    return blocks.take();
}

}  // namespace pages
