#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// Text in our own words: the one place of this library, beside its source file, that knows ICU for text.
namespace align {

/// The offset of the first byte that is not well-formed UTF-8 (Unicode, section 3.9, table 3-7); none: all
/// is.
std::optional<std::size_t> find_malformed(std::string_view text);

/// True when the text is white space (Unicode White_Space), zero-width spaces and marks alone, or empty.
bool is_blank(std::string_view text);

/// The text without blanks (as is_blank) at both ends.
std::string_view trim(std::string_view text);

/// How many code points well-formed UTF-8 holds.
std::size_t count_code_points(std::string_view text);

/// The code points of well-formed UTF-8; throws std::invalid_argument when it is not.
std::u32string to_code_points(std::string_view text);

/// Code points as UTF-8; one that is none (a surrogate, above U+10FFFF) becomes U+FFFD.
std::string to_utf8(std::u32string_view text);

/// Well-formed UTF-8 in normalisation form C (Unicode Standard Annex 15): letters and their marks composed.
/// Throws std::invalid_argument when the text is not well-formed.
std::string compose(std::string_view text);

/// True for white space: spaces and separators (general category Z), tab to carriage return, the four
/// information separators U+001C..U+001F, and U+0085. Zero-width spaces and marks are none.
bool is_space(char32_t c);

}  // namespace align
