#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "pages/article.hpp"
#include "pages/html_tree.hpp"

namespace pages {

/// Whether an element's class or id say that it stands beside an article, as sites' pages have it: "related",
/// "share-bar", "newsletter".
bool names_itself_a_box(HtmlNode node);

/// Where in a page an element is, which says what its text is and which rules hold for the elements in it.
enum class Zone {
    page,     ///< around the article: chrome
    article,  ///< in the article's element, yet not in its text: chrome but for what a rule names
    body,     ///< the text: paragraphs, and what its tags say
    closed,   ///< of one kind, whatever is in it
};

/// A zone with the kind of block that text in it becomes.
struct Part {
    Zone zone = Zone::page;
    align::BlockKind kind = align::BlockKind::chrome;
    friend bool operator==(const Part&, const Part&) = default;
};

/// What an element becomes that stands in `inside` and that the selector (see matches) describes.
struct Rule {
    Zone inside = Zone::article;
    std::string_view selector;
    Part becomes;
};

/// How pages of one kind are laid out.
struct HtmlLayout {
    HtmlNode article;                         ///< the element that holds headline and text
    std::span<const Rule> rules;              ///< the first that holds decides
    std::span<const std::string_view> boxes;  ///< what is chrome inside the article, before all rules
    bool guessed = false;      ///< paragraphs and list items that are links as a whole are chrome
    bool named_boxes = false;  ///< so is what names itself a box
};

/// The blocks of a page in page order: every text that a reader sees is in one of them. In the zone `body`
/// headings are subheads, a short paragraph all in bold is one too, list items and table cells are lists,
/// figures hold a caption; lines known as chrome or bylines are that. Two line breaks part a paragraph. Of
/// headlines, kickers and leads the first counts.
std::vector<ArticleBlock> read_blocks(HtmlNode page, const HtmlLayout& layout);

}  // namespace pages
