#pragma once

#include <memory>
#include <string>
#include <vector>

#include "containers/byte_stream.hpp"
#include "containers/item.hpp"

namespace containers {

/// Which files of folders and archives are read.
class Globs {
  public:
    Globs() = default;
    /// Patterns of the shell: "*.html", "de/*"; '*' stands for slashes too. None: every file that may be a
    /// page.
    explicit Globs(std::vector<std::string> patterns) : patterns_(std::move(patterns)) {}
    /// Whether one of them describes the path or its last part.
    [[nodiscard]] bool include(const std::string& path) const;

  private:
    std::vector<std::string> patterns_;
};

/// What is known where something is opened.
struct OpenOptions {
    Budget* budget = nullptr;
    const Globs* globs = nullptr;
    int depth = 0;           ///< containers around it
    std::string root;        ///< as in Item
    std::string folder;      ///< as in Item
    bool json_lines = true;  ///< JSON Lines are told from a page
    bool alone = false;      ///< the source itself
};

/// Reads bytes as what they begin as: packed (gzip, zstd, xz, bzip2, lzip, lz4), an archive (zip, tar), a
/// WARC file, JSON Lines, MHTML, else one page. `name` is the file's name, `place` names it in errors.
Nested open(std::unique_ptr<BufferedBytes> bytes, std::string place, std::string name, OpenOptions options);

/// The path of a name in a folder; the folder may be empty.
std::string path_below(std::string folder, std::string_view name);

/// Whether a file of that name is none that holds a page or pages, by its ending: a picture, a style sheet.
bool is_no_page(const std::string& name);

}  // namespace containers
