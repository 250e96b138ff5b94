#pragma once

#include <cstdint>
#include <string>

#include "errors.hpp"

namespace containers {

/// A file unpacks to more than it may: nothing more of it is read.
struct BudgetSpent : hexapla::InputError {
    using hexapla::InputError::InputError;
};

/// What is unpacked at most. Each limit has an option of the same meaning (see source_options.hpp).
struct Limits {
    std::uint64_t page_bytes = std::uint64_t{64} << 20;  ///< of one page, unpacked
    std::uint64_t ratio = 100;  ///< a file may unpack to so many times its size, and one page besides
    int nesting = 4;            ///< packed files within packed files
};

/// Counts what comes out of one file against what went in, over all that is packed within it, so that a few
/// kilobytes cannot become terabytes (an archive bomb, also of archives within archives).
class Budget {
  public:
    explicit Budget(Limits limits) : limits_(limits) {}

    void add_packed(std::uint64_t bytes) { packed_ += bytes; }
    /// Throws BudgetSpent where the ratio is exceeded; `place` names the file.
    void add_unpacked(std::uint64_t bytes, const std::string& place);
    [[nodiscard]] const Limits& limits() const { return limits_; }

  private:
    Limits limits_;
    std::uint64_t packed_ = 0;
    std::uint64_t unpacked_ = 0;
};

}  // namespace containers
