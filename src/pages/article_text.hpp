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

/// The blocks that a translation has too, joined by an empty line: no chrome and no byline, and captions
/// where they are wanted alone. A line is taken for a subhead where that is likelier than a caption, and so
/// it is called.
///
///     headline "Rain", paragraph "More rain.", byline "es/kms"  ->  "Rain\n\nMore rain."
ArticleText article_text(const Article& article, bool captions = false);

}  // namespace pages
