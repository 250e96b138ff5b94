#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace pages {

/// A line of a page that is not blank, trimmed.
struct Line {
    std::string text;
    bool after_gap = false;  ///< a blank line stands before it
    bool bullet = false;     ///< it stood behind a bullet "•", which is not in the text
    int number = 0;          ///< the N of a line "N. …" that the text still holds; 0: none
};

/// The lines that are not blank, in order.
std::vector<Line> split_lines(std::string_view text);

/// Whether blank lines stand between lines (not just before the first).
bool has_gaps(const std::vector<Line>& lines);

/// Joins the lines of paragraphs that were broken at a fixed width. A page counts as broken so when blank
/// lines part its blocks, some block has three lines or more, and no line is longer than 100 characters.
/// Lines with a bullet or number stay by themselves.
std::vector<Line> join_wrapped(const std::vector<Line>& lines);

}  // namespace pages
