#pragma once

#include <cstddef>

namespace hexapla {

/// The most segments a document may have: more is a mistake, not an article.
inline constexpr std::size_t most_segments = 100'000;

/// The most bytes that a line may have which is taken for one sentence: a text without line breaks is none.
inline constexpr std::size_t most_sentence_bytes = 20'000;

}  // namespace hexapla
