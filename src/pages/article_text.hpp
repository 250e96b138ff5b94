#pragma once

#include <string>
#include <vector>

#include "align/document.hpp"
#include "pages/article.hpp"

namespace pages {

/// The text of an article as a document takes it, with its blocks as ranges of it.
struct ArticleText {
    std::string text;
    std::vector<align::Block> blocks;
};

/// The blocks that a translation has too, all but chrome and byline, joined by an empty line.
///
///     headline "Rain", paragraph "More rain.", byline "es/kms"  ->  "Rain\n\nMore rain."
ArticleText article_text(const Article& article);

}  // namespace pages
