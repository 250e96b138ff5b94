#include "pages/heading.hpp"

#include <cstddef>

#include "align/unicode.hpp"
#include "pages/characters.hpp"

namespace pages {
namespace {

bool has_capitals(std::string_view line) { return any_of(line, is_lower); }

std::size_t longest_heading(std::string_view line) {
    if (any_of(line, is_cjk)) return 30;
    return has_capitals(line) ? 90 : 60;
}

bool is_greek(char32_t c) { return (c >= 0x370 && c < 0x400) || (c >= 0x1F00 && c < 0x2000); }

/// Greek asks with a semicolon.
bool ends_with_question(std::string_view line) {
    return is_question_mark(last_code_point(line)) ||
           (line.ends_with(';') && is_greek(last_code_point(without_last(line))));
}

/// A stop, or a stop and closing quotes, at the end. A question mark at the very end does not count.
bool ends_with_stop(std::string_view line) {
    if (ends_with_question(line)) return false;
    while (!line.empty() && is_closer(last_code_point(line))) line = align::trim(without_last(line));
    return is_stop(last_code_point(line));
}

/// Whether a full stop behind that text belongs to a number ("24. April") or an initial ("J. Smith", "U.S.").
bool is_abbreviated(std::string_view text) {
    const char32_t last = last_code_point(text);
    if (is_digit(last)) return true;
    const std::string_view before = without_last(text);
    return is_letter(last) && !is_letter(last_code_point(before));
}

/// A sentence end inside: a full stop or the like with a space behind it, or one of Chinese.
bool has_sentence_end_inside(std::string_view line) {
    for (const std::string_view end : {". ", "! ", "? ", "… ", "。", "！", "؟ ", "۔ ", "। ", "৷ ", "። "}) {
        for (std::size_t at = line.find(end); at != line.npos; at = line.find(end, at + end.size())) {
            const bool abbreviated = end == ". " && is_abbreviated(line.substr(0, at));
            if (at + end.size() < line.size() && !abbreviated) return true;
        }
    }
    return false;
}

/// A question with a quotation mark or colon in it is somebody's words.
bool is_quoted_question(std::string_view line) {
    return ends_with_question(line) && any_of(line, [](char32_t c) {
               return c == ':' || c == U'：' || c == U'„' || (is_closer(c) && c != U'’' && c != '\'');
           });
}

}  // namespace

bool looks_like_heading(std::string_view line) {
    constexpr std::size_t most_bytes = 4 * 90;  // whatever the script
    // The cheapest first: most lines are sentences.
    return !line.empty() && line.size() <= most_bytes && !ends_with_stop(line) &&
           !is_lower(first_code_point(line)) && align::count_code_points(line) <= longest_heading(line) &&
           !has_sentence_end_inside(line) && !is_quoted_question(line);
}

}  // namespace pages
