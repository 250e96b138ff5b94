#pragma once

#include <string_view>

#include "pages/article.hpp"

namespace pages {

/// Reads plain text: every block is a paragraph, nothing is taken for a headline or left out.
///
/// With a blank line in it, blank lines part the blocks and the lines of a block are joined by a space (by
/// nothing between lines of Chinese); without one, each line is a block.
///
///     "One.\nTwo.\n\nThree."  ->  "One. Two." "Three."
///     "One.\nTwo.\nThree."    ->  "One." "Two." "Three."
Article read_text(std::string_view text);

}  // namespace pages
