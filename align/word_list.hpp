#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "align/lexicon.hpp"
#include "align/vocabulary.hpp"

namespace align {

/// One meaning in two languages: the words or phrases for it, any of the one for any of the other.
struct ListEntry {
    std::vector<std::string> source;
    std::vector<std::string> target;
    double forward = 1;   ///< how many meanings it counts for, the target as a translation of the source;
                          ///< a guess counts less than 1
    double backward = 1;  ///< the same, the source as a translation of the target
};

/// What a list of words tells, as links. Every form of an entry, on either side, has `links` links, which it
/// shares out among the forms of the other side: the more forms share a meaning, the lower the weight of
/// each. Within a phrase a word's share is one over the number of entries that it stands in (inverse document
/// frequency), so that "the" of "the Hague" links little. Forms of one cell that the vocabulary does not tell
/// apart count once. Words are taken into the vocabularies without their spellings.
Counts count_entries(const std::vector<ListEntry>& entries, std::string_view source_language,
                     Vocabulary& source_words, std::string_view target_language, Vocabulary& target_words,
                     double links);

}  // namespace align
