#pragma once

#include <cstddef>
#include <cstdint>
#include <deque>
#include <functional>
#include <string>
#include <vector>

#include "memories/store.hpp"
#include "tmx/unit.hpp"

namespace memories {

/// What is done where two units of one source have different texts in a language.
enum class Conflict {
    keep,        ///< all of them: a unit for each
    date,        ///< the newest
    confidence,  ///< the surest
    majority,    ///< that which most have; of equals the first
};

/// Joins units whose sources are equal (language and segment): the languages of all in one unit. Takes 16
/// bytes of memory a unit; the units are in a file meanwhile.
class Merger {
  public:
    explicit Merger(Conflict conflict) : conflict_(conflict) {}

    /// `header` is that of the unit's memory, which says what its source is.
    void add(const tmx::Unit& unit, const tmx::Header& header);
    /// Gives the joined units in the order of the first of each.
    void finish(const std::function<void(const tmx::Unit&)>& give);

    /// Units that were joined to another one; texts that others were preferred to.
    [[nodiscard]] std::size_t joined() const { return joined_; }
    [[nodiscard]] std::size_t conflicts() const { return conflicts_; }

  private:
    struct Entry {
        std::uint64_t key;  // of the source; after the search the place of the first unit of that source
        std::uint64_t place;
    };
    static_assert(sizeof(Entry) <= 24);

    std::vector<tmx::Unit> join(const std::vector<tmx::Unit>& units);

    Conflict conflict_;
    UnitStore store_;
    std::deque<Entry> entries_;  // does not double as it grows
    std::size_t joined_ = 0;
    std::size_t conflicts_ = 0;
};

}  // namespace memories
