#pragma once

#include <optional>

#include "pages/html_blocks.hpp"

namespace pages {

/// The layouts of dw.com's pages, and one for all others.
enum class LayoutName {
    detail,     ///< to 2012, dw-world.de: the text in .ArticleDetail
    long_text,  ///< 2012 to 2023: in .longText below #bodyContent
    rich_text,  ///< since 2022: in .rich-text below an "article"
    unknown,    ///< any other: the "article" or "main" with the most text in paragraphs
};

struct NamedLayout {
    LayoutName name = LayoutName::unknown;
    HtmlLayout layout;
};

/// Which of dw.com's layouts a page has; none where it has none of them.
std::optional<NamedLayout> find_dw_layout(HtmlNode page);

/// How a page of an unknown layout is read: headline, headings, paragraphs and lists of its "article" or
/// "main" element, or of the page where it has neither. None where no text is in a paragraph.
std::optional<NamedLayout> guess_layout(HtmlNode page);

/// How the text of an article alone is read, as a page since 2022 holds it once more for its script.
HtmlLayout layout_of_text(HtmlNode page);

}  // namespace pages
