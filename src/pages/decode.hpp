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
    std::string wrong_label = {};  ///< what label or declaration say, where the bytes contradict it
    bool guessed = false;          ///< neither a mark, a declaration nor well-formed bytes say so
    std::size_t repaired = 0;      ///< how many U+FFFD stand for malformed bytes
    std::size_t first_repair = 0;  ///< offset of the first of them in the bytes given
};

/// How bytes are read.
struct Decoding {
    bool repair = false;  ///< what is malformed becomes U+FFFD, else it is an error
    std::string label;    ///< the encoding that a header sent along names; empty: none
    std::size_t most_bytes = max_page_bytes;
};

/// Turns bytes into text. A byte order mark decides, then the label sent along, then what an XML or HTML
/// declaration says, then the bytes: UTF-8 when well formed; UTF-16 without mark when ICU's detector is sure;
/// broken UTF-8 when there are well-formed multi-byte sequences and bad bytes are under 1 %; else the legacy
/// encoding that ICU detects. A label or declaration that the bytes contradict is passed over: bytes beyond
/// ASCII that are well-formed UTF-8 are that, and ones that are far from it are not.
///
/// `place` names the bytes in errors. Throws hexapla::InputError: empty, too large, no text, malformed, of
/// unknown encoding.
DecodedText decode(std::string_view bytes, const std::string& place, const Decoding& how);
inline DecodedText decode(std::string_view bytes, const std::string& place, bool repair) {
    return decode(bytes, place, Decoding{repair, {}, max_page_bytes});
}

}  // namespace pages
