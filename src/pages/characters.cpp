#include "pages/characters.hpp"

#include <unicode/uchar.h>
#include <unicode/uscript.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <cstdint>

#include "align/unicode.hpp"

namespace pages {
namespace {

/// The code point at `at`, which is moved behind it.
char32_t next_code_point(std::string_view text, std::size_t& at) {
    const auto* units = reinterpret_cast<const std::uint8_t*>(text.data() + at);
    const auto window = static_cast<std::int32_t>(std::min<std::size_t>(text.size() - at, 4));
    std::int32_t used = 0;
    UChar32 c = 0;
    U8_NEXT(units, used, window, c);
    at += static_cast<std::size_t>(used);
    return static_cast<char32_t>(c);
}

std::size_t last_start(std::string_view text) {
    std::size_t at = text.size();
    while (at > 0 && (static_cast<unsigned char>(text[--at]) & 0xC0U) == 0x80U) {
    }
    return at;
}

}  // namespace

char32_t first_code_point(std::string_view text) {
    std::size_t at = 0;
    return text.empty() ? 0 : next_code_point(text, at);
}

char32_t last_code_point(std::string_view text) {
    std::size_t at = last_start(text);
    return text.empty() ? 0 : next_code_point(text, at);
}

std::string_view without_last(std::string_view text) { return text.substr(0, last_start(text)); }

bool is_lower(char32_t c) { return u_islower(static_cast<UChar32>(c)) != 0; }

bool is_letter(char32_t c) { return u_isalpha(static_cast<UChar32>(c)) != 0; }

bool is_digit(char32_t c) { return u_isdigit(static_cast<UChar32>(c)) != 0; }

bool is_cjk(char32_t c) {
    if (c < 0x2E80) return false;  // most text: no table is asked
    if ((c >= 0x3000 && c <= 0x30FF) || (c >= 0xFF00 && c <= 0xFFEF)) return true;
    UErrorCode status = U_ZERO_ERROR;
    return uscript_getScript(static_cast<UChar32>(c), &status) == USCRIPT_HAN;
}

bool is_closer(char32_t c) {
    const auto kind = u_charType(static_cast<UChar32>(c));
    return c == '"' || c == '\'' || kind == U_END_PUNCTUATION || kind == U_FINAL_PUNCTUATION ||
           kind == U_INITIAL_PUNCTUATION;  // German and its neighbours close with “ and «
}

bool is_question_mark(char32_t c) { return c == '?' || c == U'？' || c == U'؟' || c == U'፧' || c == 0x037E; }

bool is_stop(char32_t c) {
    constexpr std::u32string_view stops = U".!…:;,。！：；，、．｡؟۔،؛।॥৷።፡፣፤፥፦፧፨?？\u037E";
    return stops.find(c) != stops.npos;
}

bool any_of(std::string_view text, bool (*condition)(char32_t)) {
    for (std::size_t at = 0; at < text.size();) {
        if (condition(next_code_point(text, at))) return true;
    }
    return false;
}

std::string squeeze(std::string_view text) {
    std::string out;
    bool gap = false;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t start = at;
        const char32_t c = next_code_point(text, at);
        const bool space =
            c < 0x80 ? c == ' ' || (c >= 0x09 && c <= 0x0D) : u_isUWhiteSpace(static_cast<UChar32>(c)) != 0;
        if (space) {
            gap = !out.empty();
            continue;
        }
        if (gap) out += ' ';
        gap = false;
        out += text.substr(start, at - start);
    }
    return out;
}

void append_line(std::string& paragraph, std::string_view line) {
    line = align::trim(line);
    if (line.empty()) return;
    const bool close = is_cjk(last_code_point(paragraph)) && is_cjk(first_code_point(line));
    if (!paragraph.empty() && !close) paragraph += ' ';
    paragraph += line;
}

}  // namespace pages
