#pragma once

#include <string>
#include <string_view>

namespace hexapla {

/// A text as it may come to a terminal, whoever wrote it: control characters, which move the cursor and
/// rename the window, and those that turn the direction of what follows (Unicode's bidirectional algorithm,
/// UAX #9, section 2) are written as their numbers, "<U+202E>". Line feeds and tabs stay.
std::string terminal_text(std::string_view text);

}  // namespace hexapla
