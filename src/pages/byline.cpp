#include "pages/byline.hpp"

#include <algorithm>
#include <array>

#include "align/unicode.hpp"
#include "pages/characters.hpp"

namespace pages {
namespace {

constexpr std::size_t longest_byline = 100;
constexpr std::size_t longest_name = 60;
constexpr std::size_t longest_initials = 30;
constexpr std::size_t longest_initial = 5;  // letters in a row

// A line with initials but no slash is a byline only when it names an agency.
constexpr std::array<std::string_view, 30> agencies = {
    "afp",     "afpd",  "afpe",  "ap",     "apd",    "ape",    "dpa",    "dpad", "dpae",   "dw",
    "efe",     "epd",   "kna",   "rtr",    "rtrd",   "rtre",   "sid",    "tass", "lusa",   "ansa",
    "reuters", "د ب أ", "أ ف ب", "رويترز", "法新社", "德新社", "路透社", "路透", "美联社", "美聯社"};

std::string lower_ascii(std::string_view text) {
    std::string out(text);
    for (char& c : out) {
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    }
    return out;
}

/// The parts between separators, trimmed, the empty ones left out.
std::vector<std::string> split(std::string_view text, std::initializer_list<std::string_view> separators) {
    std::vector<std::string> parts;
    while (!text.empty()) {
        std::size_t end = text.size();
        std::size_t width = 0;
        for (const std::string_view separator : separators) {
            const std::size_t at = text.find(separator);
            if (at < end) end = at, width = separator.size();
        }
        if (const std::string_view part = align::trim(text.substr(0, end)); !part.empty())
            parts.emplace_back(part);
        text.remove_prefix(end + width);
    }
    return parts;
}

/// Initials of makers: runs of few letters with slashes, dots, commas or hyphens between them: "es/kms",
/// "ع.ش".
bool are_initials(std::string_view text) {
    if (text.empty() || align::count_code_points(text) > longest_initials) return false;
    for (const std::string& part : split(text, {"/", ".", ",", "-", "،"})) {
        if (align::count_code_points(part) > longest_initial) return false;
        if (any_of(part, [](char32_t c) { return !is_letter(c); })) return false;
    }
    return is_letter(first_code_point(text));
}

/// Chinese editions say that a report is put together from agencies: "综合AFP、dpa报道".
std::string_view without_verb(std::string_view name) {
    for (const std::string_view before : {"综合", "綜合"}) {
        if (name.starts_with(before)) name.remove_prefix(before.size());
    }
    for (const std::string_view behind : {"报道", "報導"}) {
        if (name.ends_with(behind)) name.remove_suffix(behind.size());
    }
    return name;
}

/// Full-width brackets, slashes and commas as those of ASCII.
std::string with_ascii_marks(std::string_view line) {
    std::string out(line);
    for (const auto& [wide, narrow] :
         {std::pair<std::string_view, std::string_view>{"（", "("}, {"）", ")"}, {"／", "/"}, {"，", ","}}) {
        for (std::size_t at = out.find(wide); at != out.npos; at = out.find(wide, at))
            out.replace(at, wide.size(), narrow);
    }
    return out;
}

bool is_agency(const std::string& name) {
    return std::find(agencies.begin(), agencies.end(), lower_ascii(without_verb(name))) != agencies.end();
}

std::vector<std::string> split_agencies(std::string_view list) {
    return split(list, {",", "،", "、", "，", "/"});
}

bool names_agency(std::string_view list) {
    const auto parts = split_agencies(list);
    return std::any_of(parts.begin(), parts.end(), is_agency);
}

bool names_agencies_alone(std::string_view list) {
    const auto parts = split_agencies(list);
    return !parts.empty() && std::all_of(parts.begin(), parts.end(), is_agency);
}

/// A short text with capitals or without, and no stop that could end a sentence.
bool may_be_name(std::string_view text) {
    return align::count_code_points(text) <= longest_name && !any_of(text, is_stop) &&
           !any_of(text, is_digit);
}

}  // namespace

bool is_agency_byline(std::string_view text) {
    if (text.size() > 4 * longest_byline) return false;  // most lines: nothing is copied
    if (text.ends_with('.')) return false;
    if (text.find_first_of("/(") == text.npos && text.find("\xEF\xBC") == text.npos) return false;
    const std::string ascii = with_ascii_marks(text);
    const std::string_view line = align::trim(ascii);
    if (line.empty() || align::count_code_points(line) > longest_byline) return false;
    const std::size_t open = line.find('(');
    const bool slash = line.substr(0, open).find('/') != line.npos;
    if (open == line.npos) return slash && are_initials(line) && !any_of(line, is_cjk);
    if (!line.ends_with(')') || line.find('(', open + 1) != line.npos) return false;
    const std::string_view list = line.substr(open + 1, line.size() - open - 2);
    const std::string_view maker = align::trim(line.substr(0, open));
    if (open == 0 || are_initials(maker)) return names_agency(list) || (slash && open != 0);
    return may_be_name(maker) && names_agencies_alone(list);
}

BylineParts parse_byline(std::string_view byline) {
    BylineParts parts;
    for (const std::string& one : split(byline, {"; "})) {
        if (!is_agency_byline(one)) continue;
        const std::string ascii = with_ascii_marks(one);
        const std::string_view line = align::trim(ascii);
        const std::size_t open = std::min(line.find('('), line.size());
        const std::string_view maker = align::trim(line.substr(0, open));
        if (are_initials(maker)) {
            for (std::string& initials : split(maker, {"/"})) parts.desk.push_back(std::move(initials));
        }
        const std::string_view list = line.substr(open);
        if (list.size() < 2) continue;
        for (const std::string& name : split_agencies(list.substr(1, list.size() - 2)))
            parts.agencies.emplace_back(without_verb(name));
    }
    return parts;
}

std::vector<std::string> split_authors(std::string_view list) {
    return split(list, {"|", ",", ";", "،", "、"});
}

}  // namespace pages
