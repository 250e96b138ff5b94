#include "align/list_items.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <optional>

#include "align/unicode.hpp"

namespace align {
namespace {

/// What surrounds the number of an item.
enum class Style : std::uint8_t { stop, bracket, stop_and_bracket, brackets, bullet };
constexpr std::size_t styles = 5;

enum class Counting : std::uint8_t { digits, small_letters, capitals, roman };
constexpr std::size_t countings = 4;

struct Marker {
    Style style = Style::bullet;
    std::array<unsigned, countings> values{};  ///< what it is, counted in each way; 0: nothing
    std::size_t end = 0;                       ///< behind the marker
};

bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// A number of one or two digits, a single letter or a Roman number up to ten at `at`, which moves behind it.
std::array<unsigned, countings> read_number(std::string_view text, std::size_t& at) {
    constexpr std::array<std::string_view, 10> roman = {"i",  "ii",  "iii",  "iv", "v",
                                                        "vi", "vii", "viii", "ix", "x"};
    std::array<unsigned, countings> values{};
    const std::size_t begin = at;
    while (
        at < text.size() && at < begin + 5 &&
        (is_digit(text[at]) || (text[at] >= 'a' && text[at] <= 'z') || (text[at] >= 'A' && text[at] <= 'Z')))
        ++at;
    const std::string_view number = text.substr(begin, at - begin);
    if (number.empty()) return values;
    if (number.size() <= 2 && is_digit(number.front()) && is_digit(number.back())) {
        for (const char c : number) values[0] = values[0] * 10 + static_cast<unsigned>(c - '0');
    } else if (number.size() == 1 && number.front() >= 'a') {
        values[1] = static_cast<unsigned>(number.front() - 'a' + 1);
    } else if (number.size() == 1) {
        values[2] = static_cast<unsigned>(number.front() - 'A' + 1);
    }
    for (unsigned i = 0; i < roman.size(); ++i) {
        if (roman[i] == number) values[3] = i + 1;
    }
    return values;
}

/// The length of the bullet at a position; 0: there is none.
std::size_t bullet_length(std::string_view text, std::size_t at) {
    for (const std::string_view bullet : {"•", "‣", "⁃", "▪", "●"}) {
        if (text.substr(at, bullet.size()) == bullet) return bullet.size();
    }
    return 0;
}

std::optional<Marker> marker_at(std::string_view text, std::size_t at, bool ordinals) {
    if (const std::size_t length = bullet_length(text, at)) {
        std::size_t end = at + length;  // a number behind the bullet counts nothing
        while (end < text.size() && text[end] == ' ') ++end;
        return Marker{Style::bullet, {}, end};
    }
    Marker marker;
    const bool opened = text[at] == '(';
    if (opened) ++at;
    marker.values = read_number(text, at);
    if (marker.values == std::array<unsigned, countings>{} || at >= text.size()) return std::nullopt;
    const bool stop = text[at] == '.';
    if (stop) ++at;
    const bool bracket = at < text.size() && text[at] == ')';
    if (bracket) ++at;
    if (at < text.size() && text[at] != ' ') return std::nullopt;
    marker.end = at;
    if (opened) {
        marker.style = Style::brackets;
        return bracket && !stop ? std::optional(marker) : std::nullopt;
    }
    if (!stop && !bracket) return std::nullopt;
    marker.style = !stop ? Style::bracket : bracket ? Style::stop_and_bracket : Style::stop;
    if (marker.style == Style::stop) {
        // "J. Smith", "1. FC" and "the 2. of May" are no items.
        marker.values[2] = 0;
        std::size_t next = at + 1;
        if (next >= text.size()) return std::nullopt;
        const SentenceBreak kind = sentence_break(next_code_point(text, next));
        if (ordinals || (kind != SentenceBreak::upper && kind != SentenceBreak::letter)) return std::nullopt;
    }
    return marker;
}

/// True when a marker counts one further than the last of its list.
bool is_next(const std::array<unsigned, countings>& last, const Marker& marker) {
    for (std::size_t i = 0; i < countings; ++i) {
        if (last[i] != 0 && marker.values[i] == last[i] + 1) return true;
    }
    return false;
}

/// True for 1, a, A and i: after one list another may begin.
bool is_first(const Marker& marker) {
    return std::find(marker.values.begin(), marker.values.end(), 1U) != marker.values.end();
}

bool ends_sentence(char c) { return c == '.' || c == '!' || c == '?' || c == ':'; }

/// The lists that run at a place of the text, one of each style.
class RunningLists {
  public:
    bool any() const { return any_; }

    /// Takes the marker at a position, and puts it with the items when it goes on a list. `starts`: a
    /// sentence may begin there, so a list may too; behind a list another one may begin anywhere.
    void take(const Marker& marker, std::size_t at, bool starts, std::vector<std::size_t>& items) {
        List& list = lists_[static_cast<std::size_t>(marker.style)];
        const bool follows = list.runs && (marker.style == Style::bullet || is_next(list.values, marker));
        if (follows) {
            if (list.first != 0) items.push_back(list.first);
            items.push_back(at);
            list = {true, marker.values, 0};
        } else if (starts || is_first(marker)) {
            list = {true, marker.values, at};
            any_ = true;
        }
    }

  private:
    struct List {
        bool runs = false;
        std::array<unsigned, countings> values{};  ///< of its last item
        std::size_t first = 0;  ///< where it begins; 0: the text does, or it is among the items already
    };
    std::array<List, styles> lists_{};
    bool any_ = false;
};

}  // namespace

std::vector<std::size_t> list_items(std::string_view text, bool ordinals) {
    std::vector<std::size_t> items;
    RunningLists lists;
    bool starts = true;    // a sentence may begin with the word at hand
    bool goes_on = false;  // a comma stands before it: an enumeration within a sentence
    for (std::size_t at = 0; at < text.size();) {
        if (text[at] == ' ' || text[at] == '\n') {
            if (text[at] == '\n') {
                lists = {};
                starts = true;
            }
            ++at;
            continue;
        }
        std::size_t end = at;
        if (starts || lists.any()) {
            if (const auto marker = marker_at(text, at, ordinals)) {
                if (!goes_on) lists.take(*marker, at, starts, items);
                end = marker->end;
            }
        }
        while (end < text.size() && text[end] != ' ' && text[end] != '\n') ++end;
        starts = ends_sentence(text[end - 1]);
        goes_on = text[end - 1] == ',' || text[end - 1] == ';';
        at = end;
    }
    std::sort(items.begin(), items.end());
    return items;
}

}  // namespace align
