#pragma once

#include <cstddef>
#include <functional>
#include <iosfwd>
#include <memory>
#include <string>

#include "tmx/errors.hpp"
#include "tmx/unit.hpp"

namespace tmx {

/// How a Reader goes about files that are not as they should be.
struct ReadOptions {
    /// Is told of all that is against the DTD of the version that the file names (1.4 where it names none), a
    /// sentence each with what to do. What has no place in the values (an unknown element, text between
    /// elements, a second <seg>) is left out then; without this it is a ParseError.
    std::function<void(Place, const std::string&)> on_deviation = {};
    /// When set, a file that is not well-formed is read as far as it can be: characters that may not stand
    /// there are left out or replaced, a '&' that begins no reference is taken as text, a unit that cannot be
    /// read is left out as a whole, and a missing end is no error. Is told each of these.
    std::function<void(Place, const std::string&)> on_loss = {};
};

/// Reads a memory in TMX 1.1 to 1.4, one unit at a time, in flat memory.
///
///     tmx::Reader reader(in);
///     for (tmx::Unit unit; reader.next(unit);) …
///
/// The file must be well-formed XML 1.0 in an encoding that is told by its first bytes or its XML
/// declaration. Nothing is ever fetched; entities that the DOCTYPE declares are replaced by their text,
/// within bounds. A unit may have 16 MB, elements may stand 64 deep. Every fault throws ParseError with its
/// place; all units before it have been given by then.
class Reader {
  public:
    /// Reads up to the first unit. The stream must outlive the reader; open it in binary mode.
    explicit Reader(std::istream& in, ReadOptions options = {});
    Reader(Reader&&) noexcept;
    Reader& operator=(Reader&&) noexcept;
    Reader(const Reader&) = delete;
    Reader& operator=(const Reader&) = delete;
    ~Reader();

    /// The header; what the file does not say is empty.
    [[nodiscard]] const Header& header() const { return header_; }
    /// The version that <tmx> names; empty: none.
    [[nodiscard]] const std::string& version() const { return version_; }

    /// Reads the next unit into `unit`; false after the last one, when the file has ended as it should.
    /// After a ParseError `unit` is as it was, and each further call throws the same error.
    bool next(Unit& unit);

    /// The line, from 1, on which the unit begins that next() gave last; before the first, 0.
    [[nodiscard]] std::size_t line() const { return line_; }

  private:
    class Parser;

    bool read(Unit& unit);
    void open_header();
    void go_on_behind(const ParseError& error);

    std::unique_ptr<Parser> parser_;
    std::unique_ptr<ParseError> broken_;
    Header header_;
    std::string version_;
    Unit scratch_;
    std::size_t line_ = 0;
    std::size_t unit_line_ = 0;  // of the unit being read
    bool in_unit_ = false;
    bool body_is_open_ = false;
    bool ended_ = false;
};

}  // namespace tmx
