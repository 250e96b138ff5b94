#pragma once

#include <vector>

#include "align/vocabulary.hpp"

namespace align {

/// Words of two documents that are spelled alike, or are the same number.
struct AlikePair {
    WordId source = 0;
    WordId target = 0;
    float similarity = 0;  ///< as name_similarity, 0 to 1
};

/// All pairs of words of two documents that are at least `least` alike, sorted by source, then target. Names
/// and loan words come out so before a single word of the languages is known.
std::vector<AlikePair> find_alike(const IndexedDocument& source, const Vocabulary& source_words,
                                  const IndexedDocument& target, const Vocabulary& target_words,
                                  double least);

}  // namespace align
