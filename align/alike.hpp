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
/// and loan words come out so before a single word of the languages is known. Words are compared where they
/// share as many pairs of letters as words so alike must (Ukkonen 1992, "Approximate string-matching with
/// q-grams and maximal matches"), which from a `least` of about 0.55 on leaves few.
std::vector<AlikePair> find_alike(const IndexedDocument& source, const Vocabulary& source_words,
                                  const IndexedDocument& target, const Vocabulary& target_words,
                                  double least);

}  // namespace align
