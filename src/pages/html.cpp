#include "pages/html.hpp"

#include <algorithm>
#include <array>
#include <functional>
#include <optional>
#include <set>
#include <string>
#include <utility>

#include "pages/address.hpp"
#include "pages/byline.hpp"
#include "pages/characters.hpp"
#include "pages/generic.hpp"
#include "pages/html_blocks.hpp"
#include "pages/html_layouts.hpp"
#include "pages/html_limits.hpp"
#include "pages/html_metadata.hpp"
#include "pages/html_state.hpp"
#include "pages/html_tree.hpp"
#include "pages/lines.hpp"
#include "pages/small_list.hpp"
#include "pages/title_line.hpp"
#include "pages/ways.hpp"

namespace pages {
namespace {

using align::BlockKind;

constexpr std::size_t farthest_tag = 4096;  // bytes

std::string lower_ascii(std::string_view text) {
    std::string out(text);
    for (char& c : out) {
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    }
    return out;
}

std::string join(const std::vector<std::string>& parts, std::string_view separator) {
    std::string out;
    for (const std::string& part : parts) {
        if (part.empty()) continue;
        if (!out.empty()) out += separator;
        out += part;
    }
    return out;
}

bool has_kind(const std::vector<ArticleBlock>& blocks, BlockKind kind) {
    return std::any_of(blocks.begin(), blocks.end(),
                       [&](const ArticleBlock& block) { return block.kind == kind; });
}

bool has_body(const std::vector<ArticleBlock>& blocks) {
    return has_kind(blocks, BlockKind::paragraph) || has_kind(blocks, BlockKind::list);
}

void set_text(std::vector<ArticleBlock>& blocks, BlockKind kind, const std::string& text) {
    const auto found = std::find_if(blocks.begin(), blocks.end(),
                                    [&](const ArticleBlock& block) { return block.kind == kind; });
    if (found != blocks.end() && !text.empty()) found->text = text;
}

// ---- what the two layouts of dw.com tell besides their blocks

/// The labels below a text of 2012 to 2023. The author stands second, whatever the label's language: all
/// others but the date are links.
SmallList read_labels(HtmlNode page) {
    std::vector<Line> lines;
    std::string second;
    const std::vector<HtmlNode> items = find_all(find_first(page, "ul.smallList"), "li");
    for (const HtmlNode item : items) {
        const std::string text = text_of(item);
        if (lines.size() == 1 && !find_first(item, "a") && find_address(text).empty()) {
            second = text.substr(std::min(text.size(), text_of(find_first(item, "strong")).size()));
        }
        lines.push_back({text, false, true, 0});
    }
    SmallList list = read_small_list(lines, 0);
    if (list.authors.empty()) {
        for (const std::string& name : split_authors(second)) list.authors.push_back(collapse(name));
    }
    return list;
}

/// Authors and kicker of a page since 2022 stand in elements of their own with nothing between them.
void read_header(HtmlNode content, Article& article) {
    std::vector<std::string> authors;
    for (const HtmlNode author : find_all(find_first(content, ".author-details"), ".author")) {
        authors.push_back(text_of(author));
    }
    set_text(article.blocks, BlockKind::byline, join(authors, " | "));
    if (!authors.empty()) article.authors = std::move(authors);
    for (ArticleBlock& block : article.blocks) {  // a date alone
        if (block.kind == BlockKind::byline && !any_of(block.text, is_letter)) block.kind = BlockKind::chrome;
    }
    const HtmlNode kicker = find_first(content, ".kicker");
    std::vector<std::string> parts;
    for (std::size_t i = 0; i < kicker.child_count(); ++i) parts.push_back(text_of(kicker.child(i)));
    set_text(article.blocks, BlockKind::kicker, join(parts, " | "));
}

// ---- the article

bool is_body(BlockKind kind) {
    return kind == BlockKind::paragraph || kind == BlockKind::subhead || kind == BlockKind::list;
}

/// The texts of the body alone, in order.
std::vector<std::string_view> body_texts(const std::vector<ArticleBlock>& blocks) {
    std::vector<std::string_view> texts;
    for (const ArticleBlock& block : blocks) {
        if (is_body(block.kind)) texts.emplace_back(block.text);
    }
    return texts;
}

/// Puts the body that the page's data holds in the place of the one that its layout shows, which becomes
/// chrome where the data has not got it. Where both are the same, the order of the layout stays, with its
/// captions between the paragraphs.
void replace_body(std::vector<ArticleBlock>& blocks, std::vector<ArticleBlock> body) {
    const auto shown = body_texts(blocks);
    const auto held = body_texts(body);
    if (shown == held) return;
    const std::set<std::string, std::less<>> known(held.begin(), held.end());
    std::vector<ArticleBlock> out;
    bool placed = false;
    const auto place_body = [&] {
        if (!std::exchange(placed, true)) out.insert(out.end(), body.begin(), body.end());
    };
    for (ArticleBlock& block : blocks) {
        if (is_body(block.kind)) {
            place_body();
            if (known.contains(block.text)) continue;
            block.kind = BlockKind::chrome;
        }
        out.push_back(std::move(block));
    }
    place_body();
    blocks = std::move(out);
}

/// The line of that kind as the data has it, which comes first where the layout has none.
void replace_line(std::vector<ArticleBlock>& blocks, BlockKind kind, const std::string& text) {
    if (text.empty()) return;
    if (has_kind(blocks, kind)) {
        set_text(blocks, kind, text);
        return;
    }
    constexpr std::array order = {BlockKind::kicker, BlockKind::headline, BlockKind::lead};
    const auto* const own = std::find(order.begin(), order.end(), kind);
    const auto after = std::find_if(blocks.begin(), blocks.end(), [&](const ArticleBlock& block) {
        return is_body(block.kind) || std::find(own + 1, order.end(), block.kind) != order.end();
    });
    blocks.insert(after, {kind, text});
}

/// Takes the article from the data of the page's script; false where it holds no text.
bool read_state_article(HtmlNode page, const HtmlMetadata& metadata, const std::string& place,
                        const HtmlLimits& limits, Article& article) {
    const auto state = read_state(page, article_number(metadata.url));
    if (!state) return false;
    check_html_limits(state->text, place, limits);
    const HtmlTree text(state->text);
    std::vector<ArticleBlock> body = read_blocks(text.root(), layout_of_text(text.root()));
    if (!has_body(body)) return false;
    replace_body(article.blocks, std::move(body));
    replace_line(article.blocks, BlockKind::lead, state->lead);
    replace_line(article.blocks, BlockKind::headline, state->title);
    replace_line(article.blocks, BlockKind::kicker, state->kicker);
    if (!state->date.empty()) article.dates.push_back({state->date, "state"});
    article.url = state->url;
    article.category = state->category;
    article.authors = state->authors;
    article.way = way_state;
    return true;
}

/// A page without text is an article all the same where it has a lead and an article's number: a flash.
bool is_article(const Article& article, const HtmlMetadata& metadata) {
    return has_body(article.blocks) || (has_kind(article.blocks, BlockKind::lead) &&
                                        (metadata.url.empty() || !article_number(metadata.url).empty()));
}

void fill_from_blocks(Article& article) {
    for (const ArticleBlock& block : article.blocks) {
        if (block.kind == BlockKind::headline) article.title = block.text;
        if (block.kind == BlockKind::kicker) article.kicker = block.text;
        if (block.kind == BlockKind::lead) article.lead = block.text;
        if (block.kind == BlockKind::byline) {
            article.byline += (article.byline.empty() ? "" : "; ") + block.text;
        }
        const bool short_address =
            block.kind == BlockKind::chrome && block.text.find("p.dw.com/p/") != block.text.npos;
        if (article.url.empty() && short_address) article.url = find_address(block.text);
    }
}

void fill_from_metadata(const HtmlMetadata& metadata, Article& article) {
    if (!metadata.url.empty()) article.url = metadata.url;
    fill_from_blocks(article);
    article.dates.insert(article.dates.begin(), metadata.dates.begin(), metadata.dates.end());
    if (article.authors.empty()) article.authors = metadata.authors;
    if (article.title.empty() && !metadata.title.empty()) {
        article.title = metadata.title;
        article.blocks.insert(article.blocks.begin(), {BlockKind::headline, metadata.title});
    }
    if (article.category.empty()) article.category = metadata.category;
    if (article.category.empty() && metadata.title_line)
        article.category = category_of(*metadata.title_line, article.title);
    article.id = article_number(article.url);
}

/// Labels and header of the layouts of dw.com.
void fill_from_layout(HtmlNode page, const NamedLayout& layout, Article& article) {
    if (layout.name == LayoutName::long_text) {
        const SmallList labels = read_labels(page);
        if (!labels.date.empty()) article.dates.push_back({labels.date, "labels"});
        if (article.authors.empty()) article.authors = labels.authors;
        if (article.url.empty()) article.url = labels.url;
    }
    if (layout.name == LayoutName::rich_text) {
        const std::string visible = text_of(find_first(layout.layout.article, "time"));
        if (any_of(visible, is_digit)) article.dates.push_back({visible, "visible"});
    }
}

std::string_view way_of(LayoutName name) {
    switch (name) {
        case LayoutName::detail:
            return way_detail;
        case LayoutName::long_text:
            return way_long_text;
        case LayoutName::rich_text:
            return way_rich_text;
        case LayoutName::unknown:
            break;
    }
    return way_generic;
}

}  // namespace

bool looks_like_html(std::string_view text) {
    const std::size_t start = text.find_first_not_of(" \t\n\f");
    if (start == text.npos || text[start] != '<') return false;
    const std::string head = lower_ascii(text.substr(start, farthest_tag));
    constexpr std::array<std::string_view, 4> pages = {"<!doctype html", "<html", "<head", "<body"};
    constexpr std::array<std::string_view, 5> parts = {"<meta", "<div", "<article", "<main", "<p>"};
    const auto holds = [&](std::string_view tag) { return head.find(tag) != head.npos; };
    return std::any_of(pages.begin(), pages.end(), holds) ||
           (!head.starts_with("<?xml") && std::any_of(parts.begin(), parts.end(), holds));
}

HtmlReading read_html(std::string_view text, const std::string& place, const HtmlLimits& limits) {
    check_html_limits(text, place, limits);
    const HtmlTree tree(text);
    const HtmlNode page = tree.root();
    HtmlMetadata metadata = read_metadata(page);
    HtmlReading reading;
    Article& article = reading.article;
    reading.kind = metadata.kind;
    if (reading.kind != PageKind::article) return reading;

    std::optional<NamedLayout> found = find_dw_layout(page);
    if (found) {
        article.blocks = read_blocks(page, found->layout);
        article.way = way_of(found->name);
    }
    const bool state = read_state_article(page, metadata, place, limits, article);
    if (!state && !is_article(article, metadata) && !found &&
        (!metadata.of_dw || !article_number(metadata.url).empty())) {
        read_generic(page, metadata, article);
        reading.known_layout = false;
    }
    if (!is_article(article, metadata)) {
        for (ArticleBlock& block : article.blocks) block.kind = BlockKind::chrome;
        if (metadata.of_dw && article_number(metadata.url).empty()) reading.kind = PageKind::section;
        return reading;
    }
    if (found && found->name == LayoutName::rich_text) read_header(found->layout.article, article);
    fill_from_metadata(metadata, article);
    if (found) fill_from_layout(page, *found, article);
    const bool old = found && (found->name == LayoutName::long_text || found->name == LayoutName::detail);
    metadata.url = article.url;
    article.edition = edition_of(metadata, old);
    return reading;
}

}  // namespace pages
