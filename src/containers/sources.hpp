#pragma once

#include <filesystem>
#include <istream>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "containers/item.hpp"
#include "containers/limits.hpp"
#include "containers/open.hpp"

namespace containers {

/// How sources are read.
struct SourceOptions {
    Limits limits;
    std::vector<std::string> include;  ///< globs for files in folders and archives; none: all
    bool json_lines = true;            ///< JSON Lines are told from a page
};

/// Everything in a list of sources, one after the other, in their order; a folder's files in the order of
/// their names, folders in it included. One item is in memory at a time.
///
/// A source is a file (see open), a folder, "-" (standard input), "@FILE" (a file that names a source a
/// line; "@-": standard input does), or a text file of which every line names a file that is there. In
/// folders, names with a leading dot and the folders that browsers put beside a saved page ("a_files" beside
/// "a.html") are passed over.
class Sources {
  public:
    /// `in` must outlive this.
    Sources(std::vector<std::string> names, SourceOptions options, std::istream& in);
    Sources(const Sources&) = delete;
    Sources& operator=(const Sources&) = delete;
    ~Sources();

    /// None at the end; never a Nested. What cannot be read is Refused, and the rest goes on.
    std::optional<Found> next();

  private:
    struct Context;
    std::unique_ptr<Context> context_;
    std::vector<std::string> names_;
    std::size_t at_ = 0;
    std::vector<Nested> open_;  // the innermost last
};

/// All items in one file. Throws hexapla::InputError at the first that is refused.
std::vector<Item> read_file(const std::filesystem::path& file, const SourceOptions& options);

}  // namespace containers
