#pragma once

#include <compare>
#include <cstddef>

namespace align {

/// A half open range [begin, end) of positions. The tag keeps ranges of different things apart: a range of
/// bytes is never taken for a range of segments.
template <class Tag>
struct Range {
    std::size_t begin = 0;
    std::size_t end = 0;

    [[nodiscard]] constexpr std::size_t size() const { return end - begin; }
    [[nodiscard]] constexpr bool empty() const { return begin == end; }
    friend constexpr auto operator<=>(const Range&, const Range&) = default;
};

/// Bytes of a document's text: "ab" in "xaby" is {1, 3}.
using ByteRange = Range<struct ByteRangeTag>;
/// Segments of a document, counted from 0: the first two are {0, 2}; none before the third is {2, 2}.
using SegmentRange = Range<struct SegmentRangeTag>;

}  // namespace align
