#pragma once

#include <string_view>

namespace pages {

/// Whether a line reads as a heading: short (90 characters; 60 in scripts without capitals, 30 in Chinese),
/// one sentence at most, not ended by a stop, also not by one before closing quotes, and not begun in lower
/// case. A question may be a heading. What it is in truth, only the lines around it say.
bool looks_like_heading(std::string_view line);

}  // namespace pages
