#pragma once

#include <filesystem>
#include <iosfwd>
#include <string_view>
#include <vector>

#include "lexicons/contents.hpp"

namespace lexicons {

/// A file of pairs of words or phrases, "source<tab>target" lines in UTF-8; README.md beside the news lexicon
/// describes it. Its own first line, "# hexapla lexicon de en", names the languages, and then columns three
/// and four are weights: of the target as a translation of the source, and the other way round (the third
/// where there is no fourth, 1 where there is neither). Without that line further columns are remarks, as in
/// OmegaT's glossaries. Blank lines and lines that begin with # say nothing.
struct WordFile {
    Languages languages;  ///< empty: the file does not tell
    std::vector<align::ListEntry> entries;
};

/// Throws InputError with the line.
WordFile read_word_file(const std::filesystem::path& file);

/// Writes entries with the first line and weights, a line for each form with each form. Throws
/// std::invalid_argument when a form holds a tab or a line end, or begins with '#' as a source.
void write_word_file(std::ostream& out, const WordFile& words);

/// What the first line begins with.
inline constexpr std::string_view word_file_mark = "# hexapla lexicon";

}  // namespace lexicons
