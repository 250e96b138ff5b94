#pragma once

#include <string_view>

namespace align {

/// How alike two romanised words are, as spellings of one name or loan word: 1 for the same word, 0 for
/// strangers. One less the edit distance over the longer length, after letters that scripts and
/// orthographies exchange (c k q, v w, y i j, z s …) are made one; the consonants alone are compared too, for
/// scripts that leave vowels out. Words under 3 letters are only ever equal (1) or strangers.
double name_similarity(std::string_view latin_a, std::string_view latin_b);

}  // namespace align
