#include "pages/title_line.hpp"

#include <algorithm>
#include <array>

#include "align/unicode.hpp"
#include "pages/characters.hpp"

namespace pages {
namespace {

/// The text behind the last `separator` and, in `rest`, what stands before it; both trimmed.
std::string_view cut_last(std::string_view& rest, std::string_view separator) {
    const std::size_t at = rest.rfind(separator);
    if (at == rest.npos) return {};
    const std::string_view last = align::trim(rest.substr(at + separator.size()));
    rest = align::trim(rest.substr(0, at));
    return last;
}

std::string iso(std::string_view year, std::string_view month, std::string_view day) {
    if (month < "01" || month > "12" || day < "01" || day > "31" || year < "1950" || year > "2199") return {};
    return std::string(year) + "-" + std::string(month) + "-" + std::string(day);
}

bool has_form(std::string_view date, char separator) {
    if (date.size() != 10 || date[2] != separator || date[5] != separator) return false;
    const auto digits = std::count_if(date.begin(), date.end(), [](char c) { return c >= '0' && c <= '9'; });
    return digits == 8;
}

/// The names that the site has had in its titles.
bool is_site(std::string_view name) {
    return name == "DW" || name == "DW.COM" || name == "DW.DE" || name == "ДВ" || name == "Deutsche Welle";
}

std::optional<TitleLine> parse(std::string_view line, std::string_view separator, bool since_2022) {
    std::string_view rest = line;
    const std::string_view last = cut_last(rest, separator);
    std::string date = iso_of_day_first(last);
    if (date.empty() && since_2022) date = iso_of_month_first(last);
    if (date.empty() || !is_site(cut_last(rest, separator)) || rest.empty()) return std::nullopt;
    return TitleLine{std::string(rest), std::move(date), since_2022};
}

/// The text as it is compared: white space squeezed, every kind of quotation mark or prime as an ASCII one.
std::string comparable(std::string_view text) {
    struct Pair {
        std::string_view mark;
        char plain;
    };
    constexpr auto pairs = std::to_array<Pair>(
        {{"′", '\''}, {"‘", '\''}, {"’", '\''}, {"″", '"'}, {"“", '"'}, {"”", '"'}, {"„", '"'}});
    const std::string squeezed = squeeze(text);
    std::string out;
    for (std::string_view rest = squeezed; !rest.empty();) {
        if (rest.front() != pairs[0].mark.front()) {  // all marks begin with one byte
            out += rest.front();
            rest.remove_prefix(1);
            continue;
        }
        const auto* const found = std::find_if(pairs.begin(), pairs.end(),
                                               [&](const Pair& pair) { return rest.starts_with(pair.mark); });
        out += found == pairs.end() ? rest.front() : found->plain;
        rest.remove_prefix(found == pairs.end() ? 1 : found->mark.size());
    }
    return out;
}

}  // namespace

std::string iso_of_day_first(std::string_view date) {
    return has_form(date, '.') ? iso(date.substr(6), date.substr(3, 2), date.substr(0, 2)) : std::string();
}

std::string iso_of_month_first(std::string_view date) {
    return has_form(date, '/') ? iso(date.substr(6), date.substr(0, 2), date.substr(3, 2)) : std::string();
}

std::optional<TitleLine> parse_title_line(std::string_view line) {
    line = align::trim(line);
    if (auto title = parse(line, "|", false)) return title;
    if (auto title = parse(line, "–", true)) return title;
    return parse(line, " - ", true);  // some programs write the dash so
}

bool is_headline_of(const TitleLine& title, std::string_view line) {
    // Most lines begin otherwise; where neither begins with a letter of ASCII, quotes may differ.
    const auto plain = [](std::string_view text) {
        return !text.empty() && ((text[0] >= 'A' && text[0] <= 'Z') || (text[0] >= 'a' && text[0] <= 'z'));
    };
    if (plain(line) && plain(title.headline) && line[0] != title.headline[0]) return false;
    const std::string whole = comparable(title.headline);
    const std::string start = comparable(line);
    if (start.empty() || !whole.starts_with(start)) return false;
    const std::string_view rest = align::trim(std::string_view(whole).substr(start.size()));
    return rest.empty() || (!title.since_2022 && rest.front() == '|');
}

std::string category_of(const TitleLine& title, std::string_view headline) {
    const std::size_t bar = title.headline.find('|');
    if (title.since_2022 || headline.empty() || bar == std::string::npos) return {};
    const std::string whole = comparable(title.headline);
    const std::string start = comparable(headline);
    if (!whole.starts_with(start)) return {};
    std::string_view rest = align::trim(std::string_view(whole).substr(start.size()));
    if (!rest.starts_with('|')) return {};
    while (rest.starts_with('|')) rest = align::trim(rest.substr(1));
    return std::string(rest);
}

}  // namespace pages
