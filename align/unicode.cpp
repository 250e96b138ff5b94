#include "align/unicode.hpp"

#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <cstdint>

namespace align {
namespace {

bool is_blank(UChar32 c) {
    return u_isUWhiteSpace(c) != 0 || (c >= 0x200B && c <= 0x200F) || (c >= 0x202A && c <= 0x202E) ||
           (c >= 0x2060 && c <= 0x2069) || c == 0xFEFF;
}

}  // namespace

std::optional<std::size_t> find_malformed(std::string_view text) {
    const auto* bytes = reinterpret_cast<const std::uint8_t*>(text.data());
    std::size_t i = 0;
    while (i < text.size()) {
        if (bytes[i] < 0x80) {
            ++i;
            continue;
        }
        // U8_NEXT reads at most four bytes, so a short window keeps its 32-bit lengths valid for any text.
        const auto window = static_cast<std::int32_t>(std::min<std::size_t>(text.size() - i, 8));
        std::int32_t used = 0;
        UChar32 c = 0;
        U8_NEXT(bytes + i, used, window, c);
        if (c < 0) return i;
        i += static_cast<std::size_t>(used);
    }
    return std::nullopt;
}

bool is_blank(std::string_view text) { return trim(text).empty(); }

std::string_view trim(std::string_view text) {
    const auto* bytes = reinterpret_cast<const std::uint8_t*>(text.data());
    std::size_t begin = 0;
    while (begin < text.size()) {
        const auto window = static_cast<std::int32_t>(std::min<std::size_t>(text.size() - begin, 8));
        std::int32_t used = 0;
        UChar32 c = 0;
        U8_NEXT(bytes + begin, used, window, c);
        if (!is_blank(c)) break;
        begin += static_cast<std::size_t>(used);
    }
    std::size_t end = text.size();
    while (end > begin) {
        const std::size_t start = end - std::min<std::size_t>(end - begin, 8);
        auto used = static_cast<std::int32_t>(end - start);
        UChar32 c = 0;
        U8_PREV(bytes + start, 0, used, c);
        if (!is_blank(c)) break;
        end = start + static_cast<std::size_t>(used);
    }
    return text.substr(begin, end - begin);
}

std::size_t count_code_points(std::string_view text) {
    std::size_t count = 0;
    for (const char c : text) count += (static_cast<unsigned char>(c) & 0xC0U) != 0x80U ? 1 : 0;
    return count;
}

}  // namespace align
