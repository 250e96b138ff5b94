#pragma once

#include "lexicons/contents.hpp"

namespace lexicons {

/// Learns words from sentences and their translations: IBM Model 1 by EM, both directions
/// (align::learn_list). An entry for each pair of words with p(target | source) or p(source | target) of at
/// least `least`, which are its weights: expected links over all links of the other word and one more, so
/// that a word met once weighs half at most. A word stands for all forms of its stem in the one that was met
/// most often; numbers are left out. Sorted by the source word, then by weight.
std::vector<align::ListEntry> learn_words(const SentencePairs& pairs, const Languages& languages,
                                          double least);

}  // namespace lexicons
