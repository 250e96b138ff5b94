#include "lexicons/freedict.hpp"

#include <algorithm>
#include <array>

#include "align/unicode.hpp"

namespace lexicons {
namespace {

constexpr std::size_t most_words = 5;         // of a translation
constexpr std::size_t most_translations = 8;  // of a sense

bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// The text without what stands in brackets, across lines; a bracket that is never closed ends at its line.
std::string without_brackets(std::string_view text) {
    constexpr std::string_view opening = "<([{";
    constexpr std::string_view closing = ">)]}";
    std::string kept;
    for (std::size_t at = 0; at < text.size(); ++at) {
        const std::size_t kind = opening.find(text[at]);
        if (kind == std::string_view::npos) {
            kept += text[at];
            continue;
        }
        int depth = 0;
        std::size_t end = at;
        for (; end < text.size(); ++end) {
            if (text[end] == opening[kind]) ++depth;
            if (text[end] == closing[kind] && --depth == 0) break;
        }
        if (end == text.size()) end = std::min(text.find('\n', at), text.size()) - 1;
        at = end;
        if (at + 1 < text.size() && text[at + 1] == ' ') ++at;  // else the line would look indented
    }
    return kept;
}

/// The headword of the first line: up to the pronunciation.
std::string headword_of(std::string_view line) {
    const std::string bare = without_brackets(line);
    return std::string(align::trim(std::string_view(bare).substr(0, bare.find(" /"))));
}

/// "2." at the beginning of a line; taken off.
bool take_number(std::string_view& line) {
    std::size_t digits = 0;
    while (digits < line.size() && is_digit(line[digits])) ++digits;
    if (digits == 0 || digits > 2 || digits >= line.size() || line[digits] != '.') return false;
    if (digits + 1 < line.size() && line[digits + 1] != ' ') return false;
    line.remove_prefix(digits + 1);
    line = align::trim(line);
    return true;
}

/// " 2." at the end of a line: the number of the next sense; taken off.
bool take_next_number(std::string_view& line) {
    if (!line.ends_with('.')) return false;
    std::size_t begin = line.size() - 1;
    while (begin > 0 && is_digit(line[begin - 1])) --begin;
    const std::size_t digits = line.size() - 1 - begin;
    if (digits == 0 || digits > 2 || (begin > 0 && line[begin - 1] != ' ')) return false;
    line = align::trim(line.substr(0, begin));
    return true;
}

/// A line that translates nothing: "Note: Beton", "see: …", "umgangssprachlich: …", an example.
bool is_remark(std::string_view line) {
    return line.find(": ") != std::string_view::npos || line.ends_with(':') || line.starts_with('"') ||
           line.starts_with("“") || line.starts_with("„");
}

/// Stands for what a phrase is filled in with: not a part of it.
bool is_placeholder(std::string_view word) {
    constexpr std::array<std::string_view, 14> known = {"sb.",   "sth.",  "smb.", "smth.", "sb.'s",
                                                        "jd.",   "jdn.",  "jdm.", "jds.",  "jmd.",
                                                        "jmdn.", "jmdm.", "etw.", "qn"};
    return std::find(known.begin(), known.end(), word) != known.end();
}

/// The translation in one form: single blanks, no placeholders. Empty when it is none.
std::string tidy(std::string_view piece) {
    std::string kept;
    std::size_t words = 0;
    while (!(piece = align::trim(piece)).empty()) {
        const std::size_t end = std::min(piece.find_first_of(" \t\n"), piece.size());
        const std::string_view word = piece.substr(0, end);
        piece.remove_prefix(end);
        if (is_placeholder(word)) continue;
        if (!kept.empty()) kept += ' ';
        kept += word;
        ++words;
    }
    const bool is_part = kept.find("…") != std::string::npos || kept.find("...") != std::string::npos ||
                         kept.find('~') != std::string::npos || kept.find('/') != std::string::npos;
    return is_part || words > most_words ? "" : kept;
}

void add_translations(std::string_view line, std::vector<std::string>& sense) {
    while (!line.empty()) {
        const std::size_t end = std::min(line.find_first_of(",;"), line.size());
        std::string translation = tidy(line.substr(0, end));
        line.remove_prefix(std::min(end + 1, line.size()));
        if (translation.empty() || sense.size() == most_translations) continue;
        if (std::find(sense.begin(), sense.end(), translation) == sense.end())
            sense.push_back(std::move(translation));
    }
}

}  // namespace

FreedictEntry parse_freedict(std::string_view text) {
    FreedictEntry entry;
    const std::size_t first_end = std::min(text.find('\n'), text.size());
    entry.headword = headword_of(text.substr(0, first_end));
    const std::string rest = without_brackets(text.substr(std::min(first_end + 1, text.size())));

    entry.senses.emplace_back();
    bool translated = false;  // the sense has its line; what follows are definitions
    for (std::string_view left = rest; !left.empty();) {
        const std::size_t end = std::min(left.find('\n'), left.size());
        std::string_view line = left.substr(0, end);
        left.remove_prefix(std::min(end + 1, left.size()));
        const bool indented = line.starts_with("  ") || line.starts_with('\t');
        const bool shifted = line.starts_with(' ');
        line = align::trim(line);
        if (line.empty() || indented || is_remark(line)) continue;
        if (take_number(line)) {
            entry.senses.emplace_back();
            translated = shifted;  // numbers of senses that are only defined are shifted
        }
        const bool next_is_defined = take_next_number(line);
        if (line.starts_with(';') || (!line.empty() && !translated)) {
            add_translations(line, entry.senses.back());
            translated = true;
        }
        if (next_is_defined) {
            entry.senses.emplace_back();
            translated = true;
        }
    }
    std::erase_if(entry.senses, [](const auto& sense) { return sense.empty(); });
    return entry;
}

}  // namespace lexicons
