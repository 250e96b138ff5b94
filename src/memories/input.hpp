#pragma once

#include <cstddef>
#include <filesystem>
#include <istream>
#include <memory>
#include <string>

#include "notices.hpp"
#include "tmx/reader.hpp"

namespace memories {

/// A memory that is read: a file (.tmx, .tmx.gz), or "-" for standard input. Every fault is an InputError
/// that names the file.
class Input {
  public:
    /// Reads up to the first unit.
    Input(const std::string& file, tmx::ReadOptions options, std::istream& standard_input);

    [[nodiscard]] const std::string& name() const { return name_; }
    [[nodiscard]] const tmx::Header& header() const { return reader_->header(); }
    bool next(tmx::Unit& unit);
    /// The line on which the unit begins that next() gave.
    [[nodiscard]] std::size_t line() const { return reader_->line(); }

  private:
    std::string name_;
    std::unique_ptr<std::istream> file_;
    std::unique_ptr<tmx::Reader> reader_;
};

/// What the tools that change memories do about faults: deviations from the DTD are passed on as they are,
/// what cannot be read is an error or, with `repair`, left out and warned of.
tmx::ReadOptions lenient(const std::string& file, bool repair, hexapla::Notices& notices);

}  // namespace memories
