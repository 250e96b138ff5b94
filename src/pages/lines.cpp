#include "pages/lines.hpp"

#include <algorithm>
#include <cstddef>

#include "align/unicode.hpp"
#include "pages/characters.hpp"

namespace pages {
namespace {

constexpr std::string_view bullet = "\u2022";
constexpr std::size_t widest_wrapped_line = 100;
constexpr std::size_t least_full_line =
    30;  // what a line that was broken holds at least; menu items hold less

int number_of(std::string_view text) {
    return text.size() > 2 && text[0] >= '1' && text[0] <= '9' && text[1] == '.' && text[2] == ' '
               ? text[0] - '0'
               : 0;
}

bool is_plain(const Line& line) { return !line.bullet && line.number == 0; }

bool continues(const Line& previous, const Line& line) {
    return is_plain(previous) && is_plain(line) && !line.after_gap &&
           align::count_code_points(previous.text) >= least_full_line;
}

bool is_wrapped(const std::vector<Line>& lines) {
    if (!has_gaps(lines)) return false;
    std::size_t run = 1;
    std::size_t longest_run = 0;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        if (align::count_code_points(lines[i].text) > widest_wrapped_line) return false;
        run = i > 0 && continues(lines[i - 1], lines[i]) ? run + 1 : 1;
        longest_run = std::max(longest_run, run);
    }
    return longest_run >= 3;
}

}  // namespace

std::vector<Line> split_lines(std::string_view text) {
    std::vector<Line> lines;
    bool after_gap = false;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find('\n'), text.size());
        std::string_view content = align::trim(text.substr(0, end));
        text.remove_prefix(std::min(end + 1, text.size()));
        const bool bulleted = content.starts_with(bullet);
        if (bulleted) content = align::trim(content.substr(bullet.size()));
        if (content.empty()) {
            after_gap = after_gap || !bulleted;
            continue;
        }
        lines.push_back({std::string(content), after_gap, bulleted, number_of(content)});
        after_gap = false;
    }
    return lines;
}

bool has_gaps(const std::vector<Line>& lines) {
    return lines.size() > 1 &&
           std::any_of(lines.begin() + 1, lines.end(), [](const Line& line) { return line.after_gap; });
}

std::vector<Line> join_wrapped(const std::vector<Line>& lines) {
    if (!is_wrapped(lines)) return lines;
    std::vector<Line> joined;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        if (i > 0 && continues(lines[i - 1], lines[i])) {
            append_line(joined.back().text, lines[i].text);
        } else {
            joined.push_back(lines[i]);
        }
    }
    return joined;
}

}  // namespace pages
