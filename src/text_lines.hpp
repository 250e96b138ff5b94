#pragma once

#include <cstddef>
#include <filesystem>
#include <fstream>
#include <istream>
#include <string>

namespace hexapla {

/// The lines of a text, one after the other: well-formed UTF-8 without NUL bytes, line ends (LF or CR LF) and
/// a byte order mark taken off. Every fault is an InputError that names the place.
class TextLines {
  public:
    /// Opens a file. Throws InputError: not there, a folder, not to be opened.
    explicit TextLines(const std::filesystem::path& file);
    /// Reads a stream that belongs to the caller; `name` stands for it in errors.
    TextLines(std::istream& in, std::string name);
    TextLines(const TextLines&) = delete;
    TextLines& operator=(const TextLines&) = delete;
    ~TextLines() = default;

    /// Puts the next line into `line`; false at the end. Throws InputError at a line that is no text.
    bool next(std::string& line);
    /// The number of the line read last, from 1.
    [[nodiscard]] std::size_t number() const { return number_; }
    /// "NAME:LINE: ", which begins an error about the line read last.
    [[nodiscard]] std::string place() const;

  private:
    std::ifstream file_;
    std::istream& in_;
    std::string name_;
    std::size_t number_ = 0;
};

}  // namespace hexapla
