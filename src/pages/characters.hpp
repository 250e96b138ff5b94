#pragma once

#include <string>
#include <string_view>

/// What reading pages needs to know of characters. Texts are well-formed UTF-8.
namespace pages {

/// The first and the last code point; 0 for an empty text.
char32_t first_code_point(std::string_view text);
char32_t last_code_point(std::string_view text);

/// The text without its last code point.
std::string_view without_last(std::string_view text);

/// A letter of a script that has capitals, in lower case.
bool is_lower(char32_t c);
/// A letter of any script.
bool is_letter(char32_t c);
/// A decimal digit of any script.
bool is_digit(char32_t c);
/// Chinese and Japanese characters and their punctuation, full-width forms included: written without spaces.
bool is_cjk(char32_t c);
/// A quotation mark or bracket that may close a sentence: ” ’ » 」 ) …
bool is_closer(char32_t c);
/// A question mark of any of the editions, the Greek one (';', U+037E) aside.
bool is_question_mark(char32_t c);
/// A mark that ends a sentence or clause, so that a line it ends is no heading: . ! … : ; , and those of
/// other scripts.
bool is_stop(char32_t c);

/// True when a character of the text fulfils the condition.
bool any_of(std::string_view text, bool (*condition)(char32_t));

/// The text with each run of white space as one space, and none at the ends.
std::string squeeze(std::string_view text);

/// Joins lines of one paragraph by a space; between two lines of Chinese by nothing.
void append_line(std::string& paragraph, std::string_view line);

}  // namespace pages
