#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "pages/lines.hpp"

namespace pages {

/// What the list of labels below an article of 2012 to 2022 tells: "• Date 17.11.2015", "• Author …",
/// "• Permalink https://p.dw.com/p/…". Fields that it does not tell are empty.
struct SmallList {
    std::string date;  ///< ISO
    std::vector<std::string> authors;
    std::string url;
};

/// Whether that list begins at this line: bullets of which one holds a permalink, or the first is a known
/// label of the date with a date. A list in the article does not look so.
bool begins_small_list(const std::vector<Line>& lines, std::size_t at);

/// Reads the first such list at or behind line `from`.
SmallList read_small_list(const std::vector<Line>& lines, std::size_t from);

}  // namespace pages
