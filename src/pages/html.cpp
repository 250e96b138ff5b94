#include "pages/html.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

#include "pages/address.hpp"
#include "pages/byline.hpp"
#include "pages/characters.hpp"
#include "pages/html_blocks.hpp"
#include "pages/html_layouts.hpp"
#include "pages/html_limits.hpp"
#include "pages/html_metadata.hpp"
#include "pages/html_state.hpp"
#include "pages/html_tree.hpp"
#include "pages/lines.hpp"
#include "pages/small_list.hpp"

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
    for (const HtmlNode author : find_all(find_first(content, ".author-details"), ".author")) {
        article.authors.push_back(text_of(author));
    }
    set_text(article.blocks, BlockKind::byline, join(article.authors, " | "));
    for (ArticleBlock& block : article.blocks) {  // a date alone
        if (block.kind == BlockKind::byline && !any_of(block.text, is_letter)) block.kind = BlockKind::chrome;
    }
    const HtmlNode kicker = find_first(content, ".kicker");
    std::vector<std::string> parts;
    for (std::size_t i = 0; i < kicker.child_count(); ++i) parts.push_back(text_of(kicker.child(i)));
    set_text(article.blocks, BlockKind::kicker, join(parts, " | "));
}

// ---- the article

/// The article in the data of a page's script; none where it holds no text.
std::optional<Article> read_state_article(HtmlNode page, const HtmlMetadata& metadata,
                                          const std::string& place) {
    const auto state = read_state(page, article_number(metadata.url));
    if (!state) return std::nullopt;
    check_html_limits(state->text, place);
    const HtmlTree text(state->text);
    Article article;
    for (const auto& [kind, line] :
         {std::pair(BlockKind::kicker, state->kicker), std::pair(BlockKind::headline, state->title),
          std::pair(BlockKind::lead, state->lead)}) {
        if (!line.empty()) article.blocks.push_back({kind, line});
    }
    for (ArticleBlock& block : read_blocks(text.root(), layout_of_text(text.root()))) {
        article.blocks.push_back(std::move(block));
    }
    article.date = state->date;
    article.url = state->url;
    return article;
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
    if (!metadata.date.empty()) article.date = metadata.date;
    if (article.authors.empty()) article.authors = metadata.authors;
    if (article.title.empty() && !metadata.title.empty()) {
        article.title = metadata.title;
        article.blocks.insert(article.blocks.begin(), {BlockKind::headline, metadata.title});
    }
    article.id = article_number(article.url);
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

HtmlReading read_html(std::string_view text, const std::string& place) {
    check_html_limits(text, place);
    const HtmlTree tree(text);
    const HtmlNode page = tree.root();
    HtmlMetadata metadata = read_metadata(page);
    HtmlReading reading;
    Article& article = reading.article;

    std::optional<NamedLayout> found = find_dw_layout(page);
    if (found) article.blocks = read_blocks(page, found->layout);
    if (!is_article(article, metadata)) {
        if (auto state = read_state_article(page, metadata, place)) {
            article = std::move(*state);
            found.reset();
        } else if (!found && (!metadata.of_dw || !article_number(metadata.url).empty())) {
            found = guess_layout(page);
            reading.known_layout = false;
            if (found) article.blocks = read_blocks(page, found->layout);
        }
    }
    if (!is_article(article, metadata)) {
        for (ArticleBlock& block : article.blocks) block.kind = BlockKind::chrome;
        return reading;
    }
    if (found && found->name == LayoutName::rich_text) read_header(found->layout.article, article);
    fill_from_metadata(metadata, article);
    if (found && found->name == LayoutName::long_text) {
        const SmallList labels = read_labels(page);
        if (article.date.empty()) article.date = labels.date;
        if (article.authors.empty()) article.authors = labels.authors;
    }
    const bool old = found && (found->name == LayoutName::long_text || found->name == LayoutName::detail);
    metadata.url = article.url;
    article.edition = edition_of(metadata, old);
    return reading;
}

}  // namespace pages
