#pragma once

#include <filesystem>
#include <fstream>
#include <memory>
#include <ostream>

namespace hexapla {

/// True when the file is one that this program wrote, or holds nothing: what it may replace. A memory says so
/// in its header, a table in its first line, JSON Lines in their schema; a file of links by its form, with
/// costs of four decimals.
bool may_be_replaced(const std::filesystem::path& file);

/// A file that comes to its place whole or not at all: written beside it under another name, renamed by
/// `commit`. A name that ends in .gz is packed (gzip, without a time in it). Without a commit nothing stays.
/// What is no regular file (a pipe, /dev/stdout) is written directly.
class OutputFile {
  public:
    /// Opens the file; folders on the way are made. Throws OutputError when it cannot be written, and when
    /// something stands there that hexapla did not write and `force` is not given.
    OutputFile(std::filesystem::path place, bool force);
    OutputFile(const OutputFile&) = delete;
    OutputFile& operator=(const OutputFile&) = delete;
    ~OutputFile();

    std::ostream& stream() { return packed_ ? *packed_ : *file_; }
    /// Ends the file and puts it in its place. Throws OutputError, naming the place, when not all is written.
    void commit();

  private:
    std::filesystem::path place_;
    std::filesystem::path temporary_;  // empty when written directly
    std::unique_ptr<std::ofstream> file_;
    std::unique_ptr<std::ostream> packed_;  // over the file, where its name ends in .gz
    bool committed_ = false;
};

}  // namespace hexapla
