#pragma once

#include <cstddef>
#include <iosfwd>
#include <memory>

#include "tmx/errors.hpp"
#include "tmx/unit.hpp"

namespace tmx {

class Scanner;

/// Reads a memory in TMX 1.1 to 1.4, one unit at a time, in flat memory.
///
///     tmx::Reader reader(in);
///     for (tmx::Unit unit; reader.next(unit);) …
///
/// The file must be well-formed XML 1.0 in UTF-8, with or without byte order mark. Nothing is ever fetched:
/// a DOCTYPE may name a DTD, declarations of its own are refused. A unit may have 16 MB, elements may stand
/// 64 deep. Every fault throws ParseError with its place; all units before it have been given by then.
class Reader {
  public:
    /// Reads up to the first unit. The stream must outlive the reader; open it in binary mode.
    explicit Reader(std::istream& in);
    Reader(Reader&& other) noexcept;
    Reader& operator=(Reader&& other) noexcept;
    Reader(const Reader&) = delete;
    Reader& operator=(const Reader&) = delete;
    ~Reader();

    /// The header; what the file does not say is empty. Its <ude> elements are not kept.
    [[nodiscard]] const Header& header() const { return header_; }

    /// Reads the next unit into `unit`; false after the last one, when the file has ended as it should.
    /// After a ParseError `unit` is as it was, and each further call throws the same error.
    bool next(Unit& unit);

    /// The line, from 1, on which the unit begins that next() gave last; before the first, 0.
    [[nodiscard]] std::size_t line() const { return line_; }

  private:
    bool read(Unit& unit);

    std::unique_ptr<Scanner> scanner_;
    std::unique_ptr<ParseError> broken_;
    Header header_;
    std::size_t line_ = 0;
    bool body_is_open_ = false;
};

}  // namespace tmx
