#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// Text in our own words: the one place of this library, beside its source file, that knows ICU for text.
namespace align {

/// The offset of the first byte that is not well-formed UTF-8 (Unicode, section 3.9, table 3-7); none: all is.
std::optional<std::size_t> find_malformed(std::string_view text);

/// True when the text is white space (Unicode White_Space), zero-width spaces and marks alone, or empty.
bool is_blank(std::string_view text);

/// The text without blanks (as is_blank) at both ends.
std::string_view trim(std::string_view text);

/// How many code points well-formed UTF-8 holds.
std::size_t count_code_points(std::string_view text);

}  // namespace align
