#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace hexapla {

/// The files of one story, a place for each version in the order given.
struct Story {
    std::string
        name;  ///< the stem that its files share, else the list's name for it, or the first file's stem
    std::vector<std::filesystem::path> files;  ///< empty: the story lacks that version
};

/// What was given on the command line, matched.
struct MatchedStories {
    std::vector<Story> stories;                    ///< in order of name
    std::vector<std::filesystem::path> unmatched;  ///< files that are in no story
    std::vector<std::string> bad;  ///< a sentence for each stem that two files of a folder share
    bool from_folders = false;
    std::vector<std::filesystem::path> versions;  ///< what was given: a file or folder each
};

/// A list that says what belongs together.
struct StoryList {
    std::filesystem::path file;      ///< empty: there is none
    std::vector<std::string> langs;  ///< the tags of the versions, as the user gave them; may be empty
};

/// Matches versions: all files, which are one story, or all folders, whose files are matched by stem or by a
/// list. Of three folders or more a story needs two.
///
/// The list has lines 'TAG<tab>NAME<tab>STORY': in the folder of that version the file NAME (its stem, or its
/// whole name) belongs to the story. Lines of editions that are not among the versions are passed over, so
/// that one list serves many runs. Throws UsageError when files and folders are mixed, a place is given
/// twice, or a list comes with files; InputError when a place is missing, no story has two versions, or a
/// line of the list is wrong.
MatchedStories match_stories(const std::vector<std::filesystem::path>& versions, const StoryList& list = {});

}  // namespace hexapla
