#pragma once

#include "lexicons/word_file.hpp"

namespace lexicons {

/// Adds what `more` knows to `words`, in its direction: pairs it lacks behind its own, and of pairs that both
/// have the greater weights. Throws std::invalid_argument when the languages are others.
void merge(WordFile& words, const WordFile& more);

/// The same entries with one form a side each, every pair once.
std::vector<align::ListEntry> single_pairs(const std::vector<align::ListEntry>& entries);

}  // namespace lexicons
