#pragma once

#include <cstddef>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>

struct archive;

namespace xlsx {

/// Reads the parts of a workbook's file, a zip archive of XML (ISO/IEC 29500-2), one after the other:
///
///     for (Package package(file); package.next();)
///         for (std::string_view piece = package.read(); !piece.empty(); piece = package.read()) …
///
/// What is damaged or no archive throws std::runtime_error.
class Package {
  public:
    explicit Package(const std::filesystem::path& file);

    /// Goes to the next part; false after the last one.
    bool next();
    /// The part's name: "xl/worksheets/sheet1.xml".
    [[nodiscard]] const std::string& name() const { return name_; }
    /// Whether the part has no time but that with which those of a zip begin, 1980-01-01.
    [[nodiscard]] bool is_undated() const { return undated_; }
    /// The next piece of the part, valid until the next call; empty at its end.
    std::string_view read();

  private:
    struct Close {
        void operator()(archive* opened) const;
    };

    [[noreturn]] void fail() const;

    std::unique_ptr<archive, Close> archive_;
    std::string name_;
    bool undated_ = false;
};

/// True when hexapla wrote the workbook and nobody has saved it since: a program that saves one names another
/// writer, another time, or dates the parts. False for what is no workbook.
bool is_untouched(const std::filesystem::path& file);

/// Why the file is no whole workbook of so many rows over all its sheets; empty: it is. libxlsxwriter
/// assembles parts in temporary files, and does not notice when a disk has no room for all of one.
std::string explain_damage(const std::filesystem::path& file, std::size_t rows);

}  // namespace xlsx
