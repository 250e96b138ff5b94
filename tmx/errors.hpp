#pragma once

#include <cstddef>
#include <stdexcept>
#include <string>

namespace tmx {

/// A line and a column, from 1; a column is a character (code point).
struct Place {
    std::size_t line = 1;
    std::size_t column = 1;
};

/// A memory cannot be read. what() is "line L, column C: what; advice". Lines and columns count from 1, a
/// column is a character (code point).
struct ParseError : std::runtime_error {
    ParseError(std::size_t at_line, std::size_t at_column, const std::string& problem)
        : std::runtime_error("line " + std::to_string(at_line) + ", column " + std::to_string(at_column) +
                             ": " + problem),
          line(at_line),
          column(at_column) {}
    std::size_t line;
    std::size_t column;
};

/// The stream does not take what is written: disk full, pipe closed. What was written is no whole memory.
struct WriteError : std::runtime_error {
    using std::runtime_error::runtime_error;
};

}  // namespace tmx
