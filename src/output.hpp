#pragma once

#include <filesystem>
#include <fstream>
#include <memory>
#include <ostream>
#include <vector>

#include "interrupt.hpp"

namespace hexapla {

/// True when the file is one that this program wrote, or holds nothing: what it may replace. A memory says so
/// in its header, a table in its first line, JSON Lines in their schema; a file of links by its form, with
/// costs of four decimals; a workbook in its properties, as long as nobody has saved it since.
bool may_be_replaced(const std::filesystem::path& file);

/// Throws OutputError when a file cannot come to that place: it is a folder or lies below a file, its folder
/// may not be written to, or something stands there that hexapla did not write and `force` is not given.
/// Nothing is made. For looking before a long run.
void require_place(const std::filesystem::path& place, bool force);

/// The same for all places of a run. Throws UsageError when one of them is there twice or is an input.
void require_places(const std::vector<std::filesystem::path>& places,
                    const std::vector<std::filesystem::path>& inputs, bool force);

/// A file that comes to its place whole or not at all: written beside it under another name, renamed by
/// `commit`. Without a commit, or when a signal stops the program, nothing stays. A name that ends in .gz is
/// packed (gzip, without a time in it). What is no regular file (a pipe, /dev/stdout) is written directly.
class OutputFile {
  public:
    /// Opens the file; folders on the way are made. Throws OutputError as require_place, and when the file
    /// cannot be opened.
    OutputFile(std::filesystem::path place, bool force);
    OutputFile(const OutputFile&) = delete;
    OutputFile& operator=(const OutputFile&) = delete;
    ~OutputFile();

    std::ostream& stream() { return packed_ ? *packed_ : *file_; }
    /// Ends the file and puts it in its place. Throws OutputError, naming the place, when not all is written.
    void commit();

  private:
    std::filesystem::path place_;
    std::filesystem::path target_;     // the place, links resolved
    std::filesystem::path temporary_;  // empty when written directly
    UnfinishedFile unfinished_;
    std::unique_ptr<std::ofstream> file_;
    std::unique_ptr<std::ostream> packed_;  // over the file, where its name ends in .gz
    bool committed_ = false;
};

}  // namespace hexapla
