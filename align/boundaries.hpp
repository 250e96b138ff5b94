#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace align {

/// A place of a text where a sentence may end, and what was decided on it.
struct Boundary {
    std::size_t offset = 0;  ///< in bytes: where the next sentence would begin, behind the white space
    bool cut = false;        ///< a sentence ends here
    std::string_view rule;   ///< which rule decided, in words: "initial", "next is lower case"
    std::string_view list;   ///< the list whose line decided, as "align/segmentation/de.txt"; empty: none
    std::size_t line = 0;    ///< its line, from 1
};

/// Decides on every place of a text where a sentence may end, in ascending order. The last is the end of the
/// text, where it has any; it is always cut.
void decide_boundaries(std::string_view text, std::string_view language,
                       const std::function<void(const Boundary&)>& take);

}  // namespace align
