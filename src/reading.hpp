#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "pages/read_page.hpp"
#include "units.hpp"

namespace hexapla {

/// A version read and cut into sentences, or the reason why it could not be.
struct VersionReading {
    std::optional<Version> version;
    std::vector<std::string> warnings;
    std::string error;  ///< a sentence; empty when there is a version
};

/// Reads a page and cuts it. Every fault of the input becomes `error`. `written_tag`: the tag for memories;
/// empty: the edition's.
VersionReading read_version(const std::filesystem::path& file, const pages::ReadOptions& options,
                            const std::string& written_tag);

/// Reads files on all cores (`jobs` threads; 0: one a core), results in the order of the files.
struct VersionRequest {
    std::filesystem::path file;
    pages::ReadOptions options;
    std::string written_tag;
};
std::vector<VersionReading> read_versions(const std::vector<VersionRequest>& requests, int jobs);

}  // namespace hexapla
