#include "memories/language_tags.hpp"

#include <algorithm>
#include <array>
#include <utility>
#include <vector>

namespace memories {
namespace {

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool is_digit(char c) { return c >= '0' && c <= '9'; }
char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }
char upper(char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c; }

std::string lower(std::string text) {
    for (char& c : text) c = lower(c);
    return text;
}

std::vector<std::string> parts_of(std::string_view tag) {
    std::vector<std::string> parts(1);
    for (const char c : tag) {
        if (c == '-') {
            parts.emplace_back();
        } else {
            parts.back() += c;
        }
    }
    return parts;
}

std::string joined(const std::vector<std::string>& parts) {
    std::string tag;
    for (const std::string& part : parts) {
        if (!tag.empty()) tag += '-';
        tag += part;
    }
    return tag;
}

bool all(const std::string& part, bool (*test)(char)) { return std::all_of(part.begin(), part.end(), test); }
bool is_language(const std::string& part) {
    return part.size() >= 2 && part.size() <= 8 && part.size() != 4 && all(part, is_letter);
}
bool is_script(const std::string& part) { return part.size() == 4 && all(part, is_letter); }
bool is_region(const std::string& part) {
    return (part.size() == 2 && all(part, is_letter)) || (part.size() == 3 && all(part, is_digit));
}

/// Where the region stands among the parts; 0: there is none.
std::size_t place_of_region(const std::vector<std::string>& parts) {
    for (std::size_t i = 1; i < parts.size() && parts[i].size() > 1; ++i) {
        if (is_region(parts[i])) return i;
    }
    return 0;
}

// IANA Language Subtag Registry, entries with "Deprecated" and "Preferred-Value" that memories are seen to
// have.
using Replacement = std::pair<std::string_view, std::string_view>;
constexpr std::array<Replacement, 7> languages = {
    {{"iw", "he"}, {"in", "id"}, {"ji", "yi"}, {"jw", "jv"}, {"mo", "ro"}, {"sh", "sr-Latn"}, {"scc", "sr"}}};
constexpr std::array<Replacement, 7> regions = {
    {{"BU", "MM"}, {"DD", "DE"}, {"FX", "FR"}, {"TP", "TL"}, {"YD", "YE"}, {"ZR", "CD"}, {"YU", "RS"}}};

template <class Table>
std::string replaced(const Table& table, const std::string& part) {
    for (const auto& [old, preferred] : table) {
        if (old == part) return std::string(preferred);
    }
    return part;
}

}  // namespace

bool is_tag(std::string_view tag) {
    const std::vector<std::string> parts = parts_of(tag);
    const bool marked = lower(parts[0]) == "x" || lower(parts[0]) == "i";
    if (!is_language(parts[0]) && !(marked && parts.size() > 1)) return false;
    bool single = marked;
    for (std::size_t i = 1; i < parts.size(); ++i) {
        const std::string& part = parts[i];
        const bool fits = !part.empty() && part.size() <= 8 &&
                          all(part, [](char c) { return is_letter(c) || is_digit(c); });
        if (!fits) return false;
        single = single || part.size() == 1;
        // A variant has five letters at least, or four that begin with a digit.
        const bool known = is_script(part) || is_region(part) || (part.size() == 3 && all(part, is_letter)) ||
                           part.size() >= 5 || (part.size() == 4 && is_digit(part[0]));
        if (!single && !known) return false;
    }
    return parts.back().size() > 1 || marked;
}

std::string in_canonical_case(std::string_view tag) {
    std::vector<std::string> parts = parts_of(tag);
    bool behind_single = false;
    for (std::size_t i = 0; i < parts.size(); ++i) {
        std::string& part = parts[i];
        part = lower(part);
        if (i > 0 && !behind_single && is_region(part)) {
            for (char& c : part) c = upper(c);
        } else if (i > 0 && !behind_single && is_script(part)) {
            part[0] = upper(part[0]);
        }
        behind_single = behind_single || part.size() == 1;
    }
    return joined(parts);
}

std::string without_deprecated(std::string_view tag) {
    std::vector<std::string> parts = parts_of(tag);
    const std::string language = replaced(languages, lower(parts[0]));
    if (language != lower(parts[0])) parts[0] = language;
    if (const std::size_t place = place_of_region(parts); place > 0) {
        std::string region = parts[place];
        for (char& c : region) c = upper(c);
        if (const std::string preferred = replaced(regions, region); preferred != region)
            parts[place] = preferred;
    }
    return joined(parts);
}

std::string repaired(std::string_view tag) {
    std::string text(tag.substr(0, tag.find_first_of(".@")));
    while (!text.empty() && text.back() == ' ') text.pop_back();
    while (!text.empty() && text.front() == ' ') text.erase(0, 1);
    std::replace(text.begin(), text.end(), '_', '-');
    if (!is_tag(text)) return std::string(tag);
    return in_canonical_case(without_deprecated(text));
}

std::string region_of(std::string_view tag) {
    const std::vector<std::string> parts = parts_of(tag);
    const std::size_t place = place_of_region(parts);
    return place == 0 ? "" : parts[place];
}

std::string without_region(std::string_view tag) {
    std::vector<std::string> parts = parts_of(tag);
    const std::size_t place = place_of_region(parts);
    if (place > 0) parts.erase(parts.begin() + static_cast<std::ptrdiff_t>(place));
    return joined(parts);
}

std::string script_of_tag(std::string_view tag) {
    const std::vector<std::string> parts = parts_of(tag);
    return parts.size() > 1 && is_script(parts[1]) ? parts[1] : "";
}

}  // namespace memories
