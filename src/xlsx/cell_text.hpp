#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace xlsx {

/// The most that Excel takes in a cell, in UTF-16 code units (Excel's specifications and limits).
constexpr std::size_t max_cell_units = 32'767;

/// A text as it is written to a cell.
struct CellText {
    std::string text;
    std::size_t dropped = 0;   ///< characters that XML forbids, left out
    std::size_t cut_from = 0;  ///< how many UTF-16 code units there were, where not all have room; else 0
};

/// A text for a cell: malformed UTF-8 becomes U+FFFD, tabs and line ends become spaces, characters that
/// XML 1.0 forbids are left out, and what a reader would take for an escaped character (`_x0041_`; ISO/IEC
/// 29500-1, section 22.4.2.4) is escaped. Of a text over `limit` code units, the end gives way to an
/// ellipsis. The limit is 1 or more.
CellText cell_text(std::string_view text, std::size_t limit = max_cell_units);

}  // namespace xlsx
