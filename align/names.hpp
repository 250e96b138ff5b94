#pragma once

#include <string>
#include <string_view>

namespace align {

/// How a romanised word sounds, roughly: what two spellings of one name have in common.
struct Spelling {
    std::string latin;   ///< the romanised word, a-z and 0-9
    std::string sounds;  ///< one letter for all that scripts and orthographies exchange (c k q, v w, s z …)
    std::string consonants;  ///< of the sounds, for scripts that leave vowels out

    [[nodiscard]] bool empty() const { return latin.empty(); }
};

/// The spelling of a word romanised by `to_latin`; letters beyond the 24th do not count.
Spelling spelling_of(std::string_view latin);

/// What the likeness of consonants alone is worth.
inline constexpr double consonants_worth = 0.9;

/// How alike two words are, as spellings of one name or loan word: 1 for the same, 0 for strangers. It is one
/// less the edit distance (Levenshtein) of the sounds over the longer length, or nine tenths of the same over
/// the consonants where that is more. Words of under 3 letters are only ever equal or strangers.
double name_similarity(const Spelling& a, const Spelling& b);

}  // namespace align
