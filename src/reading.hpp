#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "memory.hpp"
#include "notices.hpp"
#include "pages/read_page.hpp"
#include "progress.hpp"
#include "srx_file.hpp"
#include "stories.hpp"

namespace hexapla {

/// A version read and cut into sentences, or the reason why it could not be.
struct VersionReading {
    std::optional<Version> version;
    std::vector<std::string> warnings;
    std::string error;  ///< a sentence; empty when there is a version
};

/// Reads a page and cuts it. Every fault of the input becomes `error`. `written_tag`: the tag for memories;
/// empty: the edition's. `srx`: rules to cut by, found by that tag; null: our own.
VersionReading read_version(const std::filesystem::path& file, const pages::ReadOptions& options,
                            const std::string& written_tag, const SrxFileRules* srx = nullptr);

/// A version to be read.
struct VersionRequest {
    std::filesystem::path file;
    pages::ReadOptions options;
    std::string written_tag;
    const SrxFileRules* srx = nullptr;
};
/// Reads files on all cores (`jobs` threads; 0: one a core), results in the order of the files.
std::vector<VersionReading> read_versions(const std::vector<VersionRequest>& requests, int jobs,
                                          Progress& progress);

/// How the versions of a run are read.
struct VersionOptions {
    pages::ReadOptions read;
    std::vector<std::string> languages;     ///< by place, as the user says; may be empty
    std::vector<std::string> written_tags;  ///< by place, for memories; empty: the edition's
    bool locales = false;                   ///< memories have the edition's full locale, "de-DE"
    SrxFileRules* srx = nullptr;            ///< the user's rules to cut by; null: our own
};

/// Reads the files of all stories. What cannot be read is refused, and its story goes on without it while two
/// versions are left; so is a version in another language than most are at its place. Warns of what the SRX
/// rules leave open. Throws InputError when
/// no story is left, or two places have one language.
std::vector<AlignedStory> read_stories(const MatchedStories& matched, const VersionOptions& options, int jobs,
                                       Progress& progress, Notices& notices);

/// The tags of the versions by place, as memories have them, or editions' with `of_edition`. Empty for a
/// place that no story has.
std::vector<std::string> tags_of(const std::vector<AlignedStory>& stories, bool of_edition = false);

}  // namespace hexapla
