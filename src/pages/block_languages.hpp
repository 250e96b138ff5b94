#pragma once

#include "pages/article.hpp"

namespace pages {

/// Marks the blocks of an article that are surely in another language than the article: quotations in the
/// original, descriptions of pictures in German. Short blocks and chrome are not looked at, nor is a text of
/// more than 2,000 blocks, which is no article.
void mark_languages(Article& article);

}  // namespace pages
