#include "pages/small_list.hpp"

#include <algorithm>
#include <array>
#include <string_view>

#include "align/unicode.hpp"
#include "pages/address.hpp"
#include "pages/byline.hpp"
#include "pages/title_line.hpp"

namespace pages {
namespace {

constexpr std::array<std::string_view, 2> date_labels = {"Date", "Datum"};
constexpr std::array<std::string_view, 3> author_labels = {"Author", "Autorin/Autor", "Auteur"};

/// What follows one of the labels; empty: the line has none of them.
template <std::size_t N>
std::string_view value_of(std::string_view line, const std::array<std::string_view, N>& labels) {
    for (const std::string_view label : labels) {
        if (line.starts_with(label) && line.substr(label.size()).starts_with(' ')) {
            return align::trim(line.substr(label.size()));
        }
    }
    return {};
}

/// The date that a line of a label and a date ends with, ISO; labels of other editions count as well.
std::string date_at_end(std::string_view line) {
    return line.size() > 10 ? iso_of_day_first(line.substr(line.size() - 10)) : std::string();
}

std::size_t end_of_bullets(const std::vector<Line>& lines, std::size_t at) {
    while (at < lines.size() && lines[at].bullet) ++at;
    return at;
}

}  // namespace

bool begins_small_list(const std::vector<Line>& lines, std::size_t at) {
    if (at >= lines.size() || !lines[at].bullet || (at > 0 && lines[at - 1].bullet)) return false;
    if (!iso_of_day_first(value_of(lines[at].text, date_labels)).empty()) return true;
    const auto begin = lines.begin() + static_cast<std::ptrdiff_t>(at);
    const auto end = lines.begin() + static_cast<std::ptrdiff_t>(end_of_bullets(lines, at));
    return std::any_of(begin, end,
                       [](const Line& line) { return line.text.find("p.dw.com/p/") != std::string::npos; });
}

SmallList read_small_list(const std::vector<Line>& lines, std::size_t from) {
    SmallList list;
    while (from < lines.size() && !begins_small_list(lines, from)) ++from;
    const std::size_t end = end_of_bullets(lines, from);
    for (std::size_t i = from; i < end; ++i) {
        const std::string& line = lines[i].text;
        if (list.date.empty()) list.date = date_at_end(line);
        if (list.url.empty()) list.url = find_address(line);
        if (const std::string_view names = value_of(line, author_labels); !names.empty()) {
            list.authors = split_authors(names);
        }
    }
    return list;
}

}  // namespace pages
