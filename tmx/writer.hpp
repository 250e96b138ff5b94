#pragma once

#include <cstddef>
#include <iosfwd>
#include <string>

#include "tmx/errors.hpp"
#include "tmx/unit.hpp"

namespace tmx {

/// What a Writer takes.
enum class Strictness {
    /// What is valid against the TMX 1.4 DTD and of use: two variants at least, no empty segment, dates and
    /// language tags in their forms.
    valid,
    /// All that gives well-formed XML: units of another tool as they are, also where they are against the
    /// DTD.
    /// The result then is, too.
    well_formed,
};

/// Writes a memory in TMX 1.4, one unit at a time, in flat memory; the same values give the same bytes.
///
///     tmx::Writer writer(out, header);
///     for (const tmx::Unit& unit : units) writer.write(unit);
///     writer.finish();
///
/// What it writes is valid against the TMX 1.4 DTD and the schema that OmegaT holds memories to, UTF-8
/// without byte order mark, nothing added within a segment. A writer that is destroyed unfinished leaves a
/// file without its end tags, so that a broken run is never taken for a whole memory.
class Writer {
  public:
    /// Writes the header. The stream must outlive the writer; open it in binary mode.
    /// Throws std::invalid_argument when the header would be invalid, WriteError.
    Writer(std::ostream& out, const Header& header, Strictness strictness = Strictness::valid);

    /// Writes a unit. Throws std::invalid_argument, naming the unit and the reason, when it would be invalid
    /// or of no use (README.md, "What the writer refuses"); nothing is written then, and the next unit may
    /// come. Throws WriteError when the stream fails, std::logic_error after finish().
    void write(const Unit& unit);

    /// Closes the memory and flushes the stream; a second call does nothing. Throws WriteError.
    void finish();

    /// Units written.
    [[nodiscard]] std::size_t units() const { return units_; }
    /// Characters left out of properties, notes and attributes since XML 1.0 forbids them. Segments are XML
    /// already: escape() counts what it leaves out of those.
    [[nodiscard]] std::size_t dropped() const { return dropped_; }

  private:
    void flush(const char* during);
    void require_good(const char* during);

    std::ostream& out_;
    Strictness strictness_;
    std::string buffer_;
    std::size_t units_ = 0;
    std::size_t offered_ = 0;  // units given to write(), refused ones included: they are named by this number
    std::size_t dropped_ = 0;
    bool finished_ = false;
};

}  // namespace tmx
