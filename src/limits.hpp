#pragma once

#include <cstddef>

namespace hexapla {

/// The most segments a document may have: search and evidence grow with the product of both sides.
inline constexpr std::size_t most_segments = 2000;

}  // namespace hexapla
