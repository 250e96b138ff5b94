#pragma once

#include "pages/article.hpp"

namespace pages {

/// Fills what can be told when an article's edition is known: visible dates become ISO dates, the date is
/// that of the best source, the byline is parted into initials and agencies, blocks in another language are
/// marked, and what the page says against itself is told. A second call changes nothing.
void complete(Article& article);

}  // namespace pages
