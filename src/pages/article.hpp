#pragma once

#include <string>
#include <vector>

#include "align/document.hpp"

namespace pages {

/// A piece of an article: its kind and its text, well-formed UTF-8, trimmed, without line feeds inside.
struct ArticleBlock {
    align::BlockKind kind = align::BlockKind::paragraph;
    std::string text;
    friend bool operator==(const ArticleBlock&, const ArticleBlock&) = default;
};

/// What a page is about. Fields that the page does not tell are empty.
struct Article {
    std::string id;       ///< DW's article number where known ("18854934"), else the file's stem
    std::string url;      ///< permalink or address, where the page tells it
    std::string edition;  ///< tag of the edition ("de", "zh-Hans", "prs"; see editions.hpp)
    std::string title;    ///< the headline
    std::string kicker;
    std::string lead;
    std::string date;  ///< ISO, YYYY-MM-DD
    std::vector<std::string> authors;
    std::string byline;
    std::vector<ArticleBlock>
        blocks;  ///< all of the article in page order, headline, kicker and lead included
    friend bool operator==(const Article&, const Article&) = default;
};

}  // namespace pages
