#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

namespace align {

/// Where the items of lists begin that run on within a paragraph, in ascending order: in
///
///     1) Bread 2) Salt          a. Bread b. Salt          • Bread • Salt
///
/// where the second marker stands. A list begins where a sentence does, and its markers count up without a
/// gap; so nothing is an item without the one before it. Numbers with a full stop are none where `ordinals`
/// are written so.
std::vector<std::size_t> list_items(std::string_view text, bool ordinals);

}  // namespace align
