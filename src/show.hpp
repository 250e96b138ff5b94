#pragma once

#include <cstddef>
#include <iosfwd>
#include <string>
#include <string_view>
#include <vector>

#include "memory.hpp"

namespace hexapla {

/// How units are laid out for the eye.
struct ShowOptions {
    std::size_t columns = 100;  ///< of the terminal; text is wrapped to them
    bool isolate = false;  ///< put right-to-left lines between U+2067 and U+2069, so that a terminal keeps
                           ///< the tags in their column
};

/// The options for standard output: columns by the environment's COLUMNS, isolates on a terminal.
ShowOptions show_options(bool terminal);

/// The first `count` units of the stories, each with a line that says its number, confidence and bead, then
/// its versions one below the other.
void print_units(std::ostream& out, const std::vector<AlignedStory>& stories, std::size_t count,
                 const ShowOptions& options);

/// A text in lines of at most `columns` columns: broken at spaces, which are left out there, and between wide
/// characters (Chinese), though not before a closing mark; a longer word is cut. At least one line.
std::vector<std::string> wrapped(std::string_view text, std::size_t columns);

}  // namespace hexapla
