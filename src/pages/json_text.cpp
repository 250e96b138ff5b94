#include "pages/json_text.hpp"

#include <charconv>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>

namespace pages {
namespace {

using Json = nlohmann::ordered_json;

/// The code unit of an escape "\uXXXX" that begins there.
std::optional<unsigned> unit_at(std::string_view text, std::size_t at) {
    if (at + 6 > text.size() || text[at] != '\\' || text[at + 1] != 'u') return std::nullopt;
    unsigned unit = 0;
    const char* const begin = text.data() + at + 2;
    const auto [end, error] = std::from_chars(begin, begin + 4, unit, 16);
    return error == std::errc() && end == begin + 4 ? std::optional(unit) : std::nullopt;
}

bool is_high(unsigned unit) { return unit >= 0xD800 && unit < 0xDC00; }
bool is_low(unsigned unit) { return unit >= 0xDC00 && unit < 0xE000; }

std::string mend_surrogates(std::string_view text) {
    std::string out;
    out.reserve(text.size());
    for (std::size_t at = 0; at < text.size();) {
        std::size_t size = 1;
        const auto unit = unit_at(text, at);
        if (unit) {
            size = 6;
            const auto next = unit_at(text, at + 6);
            if (is_high(*unit) && next && is_low(*next)) size = 12;
        } else if (text[at] == '\\') {
            size = 2;
        }
        const bool lone = unit && size == 6 && (is_high(*unit) || is_low(*unit));
        out += lone ? "\\ufffd" : text.substr(at, size);
        at += size;
    }
    return out;
}

}  // namespace

Json parse_json(std::string_view text) {
    Json json = Json::parse(text, nullptr, false);
    if (!json.is_discarded() || text.find("\\u") == text.npos) return json;
    return Json::parse(mend_surrogates(text), nullptr, false);
}

}  // namespace pages
