#include "xlsx/cell_text.hpp"

#include <algorithm>

#include "align/unicode.hpp"

namespace xlsx {
namespace {

/// XML 1.0, production 2 (Char), of the characters that UTF-8 can hold.
bool is_forbidden(char32_t c) {
    return (c < U' ' && c != U'\t' && c != U'\n' && c != U'\r') || c == 0xFFFE || c == 0xFFFF;
}

bool is_hex_digit(char32_t c) {
    return (c >= U'0' && c <= U'9') || (c >= U'a' && c <= U'f') || (c >= U'A' && c <= U'F');
}

/// Whether the text begins like "_x0041_".
bool begins_escape(std::u32string_view text) {
    return text.size() >= 7 && text[0] == U'_' && text[1] == U'x' && text[6] == U'_' &&
           std::all_of(text.begin() + 2, text.begin() + 6, is_hex_digit);
}

std::size_t units_of(std::u32string_view text) {
    const auto beyond = std::count_if(text.begin(), text.end(), [](char32_t c) { return c > 0xFFFF; });
    return text.size() + static_cast<std::size_t>(beyond);
}

std::u32string well_formed(std::string_view text) {
    std::string mended(text);
    while (const auto bad = align::find_malformed(mended)) mended.replace(*bad, 1, "\uFFFD");
    return align::to_code_points(mended);
}

}  // namespace

CellText cell_text(std::string_view text, std::size_t limit) {
    CellText made;
    std::u32string whole = well_formed(text);
    made.dropped = std::erase_if(whole, is_forbidden);
    std::u32string written;
    std::size_t units = 0;
    std::size_t with_ellipsis = 0;  // how much of `written` leaves room for one
    for (std::size_t i = 0; i < whole.size(); ++i) {
        const char32_t c = whole[i];
        std::u32string piece(1, c == U'\t' || c == U'\n' || c == U'\r' ? U' ' : c);
        if (begins_escape(std::u32string_view(whole).substr(i))) piece = U"_x005F_";
        units += units_of(piece);
        if (units > limit) {
            made.cut_from = units_of(whole);
            written.resize(with_ellipsis);
            written += U'…';
            break;
        }
        written += piece;
        if (units < limit) with_ellipsis = written.size();
    }
    made.text = align::to_utf8(written);
    return made;
}

}  // namespace xlsx
