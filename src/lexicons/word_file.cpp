#include "lexicons/word_file.hpp"

#include <fmt/format.h>

#include <charconv>
#include <ostream>
#include <stdexcept>

#include "align/unicode.hpp"
#include "errors.hpp"
#include "text_lines.hpp"

namespace lexicons {
namespace {

using hexapla::InputError;
using hexapla::TextLines;

/// Takes what stands before the next `end`.
std::string_view take(std::string_view& rest, char end) {
    const std::size_t at = std::min(rest.find(end), rest.size());
    const std::string_view part = align::trim(rest.substr(0, at));
    rest.remove_prefix(std::min(at + 1, rest.size()));
    return part;
}

Languages read_languages(std::string_view line, const TextLines& lines) {
    line.remove_prefix(word_file_mark.size());
    std::string_view rest = align::trim(line);
    Languages languages;
    languages.source = language_of_tag(std::string(take(rest, ' ')));
    languages.target = language_of_tag(std::string(take(rest, ' ')));
    if (languages.source.empty() || languages.target.empty() || !rest.empty())
        throw InputError(
            fmt::format("{}names no two languages; write '{} de en'", lines.place(), word_file_mark));
    return languages;
}

double read_weight(std::string_view text, const TextLines& lines) {
    double weight = 0;
    const auto [stop, error] = std::from_chars(text.data(), text.data() + text.size(), weight);
    if (error != std::errc{} || stop != text.data() + text.size() || !(weight >= 0 && weight <= 1000))
        throw InputError(
            fmt::format("{}'{}' is no weight; write a number from 0 to 1000, or leave the column out",
                        lines.place(), text));
    return weight;
}

align::ListEntry read_pair(std::string_view line, bool with_weights, const TextLines& lines) {
    const std::string_view source = take(line, '\t');
    const std::string_view target = take(line, '\t');
    if (source.empty() || target.empty())
        throw InputError(lines.place() + "is no pair of words; write 'word<tab>word'");
    align::ListEntry entry{{std::string(source)}, {std::string(target)}};
    if (!with_weights) return entry;
    const std::string_view forward = take(line, '\t');
    const std::string_view backward = take(line, '\t');
    if (!forward.empty()) entry.forward = entry.backward = read_weight(forward, lines);
    if (!backward.empty()) entry.backward = read_weight(backward, lines);
    return entry;
}

/// The weight in as few digits as tell it, four decimals at most.
std::string as_text(double weight) {
    std::string text = fmt::format("{:.4f}", weight);
    text.erase(text.find_last_not_of('0') + 1);
    if (text.ends_with('.')) text.pop_back();
    return text;
}

void check_form(const std::string& form, bool is_first) {
    if (form.find_first_of("\t\r\n") != std::string::npos || (is_first && form.starts_with('#')))
        throw std::invalid_argument("a word file cannot hold '" + form + "'");
}

}  // namespace

WordFile read_word_file(const std::filesystem::path& file) {
    WordFile words;
    TextLines lines(file);
    bool with_weights = false;
    for (std::string line; lines.next(line);) {
        if (lines.number() == 1 && line.starts_with(word_file_mark)) {
            words.languages = read_languages(line, lines);
            with_weights = true;
        }
        if (align::is_blank(line) || line.front() == '#') continue;
        words.entries.push_back(read_pair(line, with_weights, lines));
    }
    return words;
}

void write_word_file(std::ostream& out, const WordFile& words) {
    out << fmt::format("{} {} {}\n", word_file_mark, words.languages.source, words.languages.target);
    for (const align::ListEntry& entry : words.entries) {
        for (const std::string& source : entry.source) {
            check_form(source, true);
            for (const std::string& target : entry.target) {
                check_form(target, false);
                out << source << '\t' << target;
                if (entry.forward != 1 || entry.backward != 1) out << '\t' << as_text(entry.forward);
                if (entry.forward != entry.backward) out << '\t' << as_text(entry.backward);
                out << '\n';
            }
        }
    }
}

}  // namespace lexicons
