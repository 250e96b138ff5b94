#pragma once

#include "pages/article.hpp"
#include "pages/html_metadata.hpp"
#include "pages/html_tree.hpp"

namespace pages {

/// Reads the article of a page that has no known layout: the part of it whose text is densest (see
/// guess_layout), less what stands at its ends and is no sentence. Where JSON-LD holds the text, only blocks
/// that are in it count; where no block is, its lines are the article. Fills blocks and way; leaves the
/// article as it is where the page holds no text.
void read_generic(HtmlNode page, const HtmlMetadata& metadata, Article& article);

}  // namespace pages
