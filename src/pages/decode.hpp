#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace pages {

/// A file of pages may be this large; larger ones are refused.
constexpr std::size_t max_page_bytes = std::size_t{64} << 20;  // 64 MB

/// The text of a file as well-formed UTF-8 without byte order mark, lines ended by LF.
struct DecodedText {
    std::string text;
    std::string encoding;          ///< what it was in: "UTF-8", "windows-1251" …
    bool guessed = false;          ///< neither a mark, a declaration nor well-formed bytes say so
    std::size_t repaired = 0;      ///< how many U+FFFD stand for malformed bytes
    std::size_t first_repair = 0;  ///< offset of the first of them in the bytes given
};

/// Turns bytes into text. A byte order mark decides, then what an XML or HTML declaration says, then the
/// bytes: UTF-8 when well formed; UTF-16 without mark when ICU's detector is sure; broken UTF-8 when there
/// are well-formed multi-byte sequences and bad bytes are under 1 %; else the legacy encoding that ICU
/// detects.
///
/// `place` names the bytes in errors. With `repair`, what is malformed becomes U+FFFD, else it is an error.
/// Throws hexapla::InputError: empty, larger than max_page_bytes, no text, malformed, of unknown encoding.
DecodedText decode(std::string_view bytes, const std::string& place, bool repair);

}  // namespace pages
