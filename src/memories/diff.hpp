#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <unordered_map>

#include "memories/store.hpp"
#include "tmx/unit.hpp"

namespace memories {

/// What differs between two memories. Units are the same by their tuids, where both memories have one, and
/// else by their sources.
class Differ {
  public:
    using Changed = std::function<void(const tmx::Unit& old_unit, const tmx::Unit& new_unit)>;
    using One = std::function<void(const tmx::Unit&)>;

    /// All units of the old memory come first.
    void add_old(const tmx::Unit& unit, const tmx::Header& header);
    void compare(const tmx::Unit& unit, const tmx::Header& header, const One& added, const Changed& changed);
    /// Gives the units of the old memory that are in the new one no more, in their order.
    void finish(const One& removed);
    [[nodiscard]] std::size_t same() const { return same_; }

  private:
    static std::uint64_t key_of(const tmx::Unit& unit, const tmx::Header& header);

    UnitStore store_;
    std::unordered_multimap<std::uint64_t, std::uint64_t> old_;  // places by keys
    std::size_t same_ = 0;
};

/// Whether two units say the same: variants by language, in any order. Properties and dates are not looked
/// at.
bool say_the_same(const tmx::Unit& one, const tmx::Unit& other);

}  // namespace memories
