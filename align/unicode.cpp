#include "align/unicode.hpp"

#include <unicode/bytestream.h>
#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <limits>
#include <stdexcept>

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

std::u32string to_code_points(std::string_view text) {
    if (const auto at = find_malformed(text)) {
        throw std::invalid_argument("the text is not UTF-8 at byte " + std::to_string(*at));
    }
    std::u32string points;
    points.reserve(text.size());
    const auto* bytes = reinterpret_cast<const std::uint8_t*>(text.data());
    for (std::size_t i = 0; i < text.size();) {
        UChar32 c = 0;
        U8_NEXT_UNSAFE(bytes, i, c);
        points += static_cast<char32_t>(c);
    }
    return points;
}

std::string to_utf8(std::u32string_view text) {
    std::string utf8;
    utf8.reserve(text.size());
    for (const char32_t point : text) {
        const auto c = static_cast<UChar32>(point > 0x10FFFF || U_IS_SURROGATE(point) ? 0xFFFD : point);
        std::array<std::uint8_t, U8_MAX_LENGTH> bytes{};
        std::size_t size = 0;
        U8_APPEND_UNSAFE(bytes, size, c);
        utf8.append(bytes.begin(), bytes.begin() + size);
    }
    return utf8;
}

std::string compose(std::string_view text) {
    if (const auto at = find_malformed(text)) {
        throw std::invalid_argument("the text is not UTF-8 at byte " + std::to_string(*at));
    }
    if (text.size() > std::numeric_limits<std::int32_t>::max()) {
        throw std::invalid_argument("a text of more than 2 GB cannot be normalised at once");
    }
    UErrorCode status = U_ZERO_ERROR;
    const icu::Normalizer2* const form_c = icu::Normalizer2::getNFCInstance(status);
    std::string composed;
    icu::StringByteSink<std::string> sink(&composed);
    if (U_SUCCESS(status) != 0) {
        form_c->normalizeUTF8(0, icu::StringPiece(text.data(), static_cast<std::int32_t>(text.size())), sink,
                              nullptr, status);
    }
    if (U_FAILURE(status) != 0)
        throw std::runtime_error(std::string("ICU cannot normalise: ") + u_errorName(status));
    return composed;
}

bool is_space(char32_t c) { return u_isspace(static_cast<UChar32>(c)) != 0; }

}  // namespace align
