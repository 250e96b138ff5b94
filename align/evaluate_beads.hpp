#pragma once

#include <array>
#include <cstddef>
#include <string_view>
#include <vector>

#include "align/evaluate.hpp"

namespace align {

/// Kinds of links: by how many segments are on either side, source first; and, besides, those out of order.
inline constexpr std::array<std::string_view, 6> bead_types = {"1-1", "1-2",    "2-1",
                                                               "2-2", "larger", "crossing"};

/// Counts over links of one kind.
struct BeadTypeCounts {
    std::size_t gold = 0;
    std::size_t found = 0;       ///< links of this kind
    std::size_t right = 0;       ///< of them exactly a gold link
    std::size_t gold_found = 0;  ///< gold links of this kind that stand exactly among the links
};

/// By kind, in the order of `bead_types`. A link out of order (see `moved_links`) counts in two rows.
using BeadTable = std::array<BeadTypeCounts, bead_types.size()>;

/// Compares the links of one document by kind; links with an empty side count nowhere.
BeadTable count_by_type(const std::vector<LinkLine>& gold, const std::vector<LinkLine>& links);
void add(BeadTable& sum, const BeadTable& other);

/// Precision of the links of this kind, recall of the gold links of this kind.
Rates rates_of(const BeadTypeCounts& counts);

}  // namespace align
