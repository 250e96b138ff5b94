#pragma once

#include <optional>
#include <string>
#include <vector>

#include "pages/article.hpp"
#include "pages/html_tree.hpp"
#include "pages/page_kind.hpp"
#include "pages/title_line.hpp"

namespace pages {

/// What a page says of its article outside the text. Fields that it does not tell are empty.
struct HtmlMetadata {
    std::string url;    ///< canonical address, with an article's number where any of the addresses has one
    std::string title;  ///< the headline as the page's title has it
    std::optional<TitleLine> title_line;  ///< where the page's title has dw.com's form
    std::string category;
    std::vector<DateClaim> dates;       ///< of the title, of JSON-LD, which has it in universal time, of meta
    std::string text;                   ///< the whole text, where JSON-LD holds it: lines, or one long one
    PageKind kind = PageKind::article;  ///< as JSON-LD and the address say
    std::vector<std::string> authors;   ///< persons in JSON-LD
    std::string locale;                 ///< the language as <meta name="language"> has it: "de_DE", "zh_CN"
    std::string lang;                   ///< as <html lang> has it, else og:locale, else the language menu
    bool of_dw = false;                 ///< an address, or the site's name, is Deutsche Welle's
};

/// Reads title, canonical link, meta elements and JSON-LD (schema.org's NewsArticle and the like).
HtmlMetadata read_metadata(HtmlNode page);

/// The tag of the edition that address, locale and language name; empty: none. The path in the address says
/// most: "fa-af" is Dari, whatever the language says. Before 2022 Chinese had one path for both scripts, so
/// on an `old` page "zh" alone decides nothing.
std::string edition_of(const HtmlMetadata& metadata, bool old);

}  // namespace pages
