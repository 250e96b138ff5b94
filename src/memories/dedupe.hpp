#pragma once

#include <cstdint>
#include <deque>
#include <functional>
#include <string>
#include <vector>

#include "memories/store.hpp"
#include "tmx/unit.hpp"

namespace memories {

/// What makes two units the same.
struct Likeness {
    bool near = false;  ///< case, numbers, punctuation and inline codes aside
};

/// A text by which units of one text are known: as it stands, or by what remains of it.
std::string key_of(const tmx::Variant& variant, Likeness likeness);
/// The same for all variants of a unit, whatever their order.
std::uint64_t key_of(const tmx::Unit& unit, Likeness likeness);

/// Removes units that say the same, keeping of each the best: the greatest confidence, then the newest date,
/// then the first. Takes 16 bytes of memory a unit; the units are in a file meanwhile.
class Deduper {
  public:
    explicit Deduper(Likeness likeness) : likeness_(likeness) {}

    void add(const tmx::Unit& unit);
    /// Gives the units that remain, in their order, each with x-stands-for, the number of units it stands
    /// for, where that is more than one. Units that were given that number before bring it in. `removed` gets
    /// the others.
    void finish(const std::function<void(const tmx::Unit&)>& kept,
                const std::function<void(const tmx::Unit&)>& removed);

  private:
    struct Entry {
        std::uint64_t key;
        std::uint32_t number;  // of the unit, from 0
        std::uint32_t rank;    // how good it is; after the search how many units it stands for
    };
    static_assert(sizeof(Entry) <= 24);
    static std::uint32_t rank_of(const tmx::Unit& unit);

    Likeness likeness_;
    UnitStore store_;
    std::deque<Entry> entries_;  // does not double as it grows
};

}  // namespace memories
