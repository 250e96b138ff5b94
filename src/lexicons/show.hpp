#pragma once

#include <iosfwd>
#include <string>

#include "known_words.hpp"
#include "lexicons/contents.hpp"

namespace lexicons {

/// Prints what is known of a word or phrase of the source language before a run: the concepts and names it
/// stands for, entries of dictionaries and of the user's files, and the likeliest translations of each of its
/// words with p(target | word) and p(word | target). Words are the same by their stems, as the aligner has
/// it. False when nothing is known. Throws InputError for the user's files.
bool show_word(std::ostream& out, const std::string& word, const Languages& languages,
               const hexapla::KnownOptions& options);

}  // namespace lexicons
