#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace memories {

/// The numbers of a text that have two digits or more, in order of their digits: those of every script as
/// 0-9, signs between digits (1.000, 1 000, 3,5) left out.
std::vector<std::string> numbers_of(std::string_view text);

/// How many letters a text has, and how many of them are of the script that its language is written in.
struct Letters {
    std::size_t all = 0;
    std::size_t in_script = 0;
};
Letters letters_of(std::string_view text, std::string_view language);

/// The length of a text in characters of an alphabet: a syllable or ideograph counts as several.
double weighed_length(std::string_view text);

/// The first place where punctuation is repeated (",,", "!!!!") or space is wrong (two spaces, a space before
/// a comma); empty: none. French has spaces before some marks.
std::string repeated_punctuation(std::string_view text);
std::string wrong_space(std::string_view text, std::string_view language);
/// The text without what wrong_space finds.
std::string with_right_space(std::string_view text, std::string_view language);

/// A character that shows damage (U+FFFD, a control character of C1, a noncharacter); empty: none.
std::string odd_character(std::string_view text);

}  // namespace memories
