#pragma once

#include <cstddef>
#include <filesystem>
#include <string>
#include <vector>

#include "memory.hpp"

namespace hexapla {

/// The tool that a memory is made for.
enum class Tool {
    any,
    omegat,  ///< offers every variant of a base language: versions that differ by region alone stand apart
    trados,  ///< full locales, two languages a file, segments up to 2,000 characters
    memoq,   ///< full locales, two languages a file
};
/// The tool of that name; throws UsageError when there is none.
Tool tool_of(const std::string& name);
/// Whether the tool's tags are full locales ("de-DE").
bool wants_locales(Tool tool);
/// The most characters that it takes in a variant; 0: any number.
std::size_t most_characters(Tool tool);

/// Where a run's results go.
struct Destination {
    std::string output;      ///< a file, a folder, or "-": standard output
    bool to_folder = false;  ///< one file a story
    Format format = Format::tmx;
    bool per_pair = false;  ///< a file for each two versions, as asked for
    Tool tool = Tool::any;

    /// Whether each two of so many versions come to a file of their own: asked for, or the tool's memories
    /// have two languages.
    [[nodiscard]] bool parts_pairs(std::size_t versions) const;
};

/// A file to be written, and the versions that it holds.
struct MemoryFile {
    std::filesystem::path place;
    std::vector<std::size_t> versions;  ///< their places, in order
};

/// The files that one story or, with `story` empty, all of them come to. `tags` are the versions' as written;
/// they may be empty, not being known yet, where no file is named by them.
///
/// A single file keeps its name; each two versions apart have OUT.de-ru.tmx. For OmegaT a version (other than
/// the first) that differs from another by region or script alone is not in it: it has OUT.zh-TW.tmx, with
/// the first version.
std::vector<MemoryFile> memory_files(const Destination& destination, const std::string& story,
                                     const std::vector<std::string>& tags);

/// Tags that differ by region or script alone, as lists: {{"zh-CN", "zh-TW"}}.
std::vector<std::vector<std::string>> mixed_languages(const std::vector<std::string>& tags);

/// A story with some of its versions, by their places: with two of them what all alignments together say of
/// that pair. Units are made anew; a story that has fewer than two of them gives none.
AlignedStory with_versions(const AlignedStory& story, const std::vector<std::size_t>& places,
                           const UnitOptions& options);

}  // namespace hexapla
