#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace tmx {

/// A character and the number of its bytes; length 0: the bytes are not well-formed UTF-8, or none are left.
struct Decoded {
    char32_t code = 0;
    std::size_t length = 0;
};

/// The first character of `bytes` (Unicode 15, table 3-7: no overlong forms, no surrogates).
Decoded decode(std::string_view bytes);
/// How many bytes at the front are well-formed UTF-8 of characters that XML 1.0 allows: all of them, or those
/// before the first that is not.
std::size_t sound_length(std::string_view bytes);
/// Adds the character in UTF-8; it must be a scalar value.
void append(std::string& text, char32_t code);

/// XML 1.0, production 2 (Char): all but C0 without TAB LF CR, surrogates, U+FFFE and U+FFFF.
bool is_xml_character(char32_t code);
/// XML 1.0, production 3 (S).
bool is_xml_space(char32_t code);
/// XML 1.0, productions 4 and 4a (NameStartChar, NameChar).
bool is_name_start(char32_t code);
bool is_name_character(char32_t code);

/// White space of any kind, zero-width space and byte order mark included: nothing a reader would see.
bool is_blank(char32_t code);
/// Whether the text is empty or holds nothing but blanks; malformed UTF-8 is not blank.
bool is_blank(std::string_view text);
/// Whether nothing but XML's own white space stands there.
bool is_xml_space(std::string_view text);

}  // namespace tmx
