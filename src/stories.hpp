#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace hexapla {

/// The files of one story, a place for each version in the order given.
struct Story {
    std::string name;  ///< the stem that its files share, or the first file's
    std::vector<std::filesystem::path> files;
};

/// What was given on the command line, matched.
struct MatchedStories {
    std::vector<Story> stories;                    ///< in order of name
    std::vector<std::filesystem::path> unmatched;  ///< files whose stem is not in every folder
    bool from_folders = false;
};

/// Matches versions: all files, which are one story, or all folders, whose files are matched by stem.
/// Throws UsageError when files and folders are mixed or a place is given twice; InputError when a place is
/// missing, a folder holds two files of one stem, or no stem stands in every folder.
MatchedStories match_stories(const std::vector<std::filesystem::path>& versions);

}  // namespace hexapla
