#include "terminal_text.hpp"

#include <fmt/format.h>

#include <cstdint>

#include "align/unicode.hpp"

namespace hexapla {
namespace {

bool is_harmful(char32_t c) {
    if (c < 0x20) return c != U'\n' && c != U'\t';
    return (c >= 0x7F && c < 0xA0) || c == 0x061C || c == 0x200E || c == 0x200F ||
           (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
}

}  // namespace

std::string terminal_text(std::string_view text) {
    std::string out;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t begin = at;
        const char32_t c = align::next_code_point(text, at);
        if (is_harmful(c)) {
            out += fmt::format("<U+{:04X}>", static_cast<std::uint32_t>(c));
        } else {
            out += text.substr(begin, at - begin);
        }
    }
    return out;
}

}  // namespace hexapla
