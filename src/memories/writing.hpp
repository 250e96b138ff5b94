#pragma once

#include <cstddef>
#include <memory>
#include <ostream>
#include <string>

#include "output.hpp"
#include "tmx/writer.hpp"

namespace memories {

/// A memory that is written: a file that comes to its place whole, or "-" for standard output. Units of other
/// tools are written as they are, valid or not.
class Output {
  public:
    Output(const std::string& place, bool force, const tmx::Header& header, std::ostream& standard_output);

    void write(const tmx::Unit& unit) { writer_->write(unit); }
    [[nodiscard]] std::size_t units() const { return writer_->units(); }
    /// Ends the memory and puts the file in its place. Throws OutputError.
    void commit();

  private:
    std::unique_ptr<hexapla::OutputFile> file_;  // none: standard output
    std::unique_ptr<tmx::Writer> writer_;
};

}  // namespace memories
