#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <fstream>

#include "interrupt.hpp"
#include "tmx/unit.hpp"

namespace memories {

/// Units kept in a file below the system's temporary folder (TMPDIR), which is gone with the store: a place
/// for more of them than memory holds. A unit is found again by the number that add() gave.
class UnitStore {
  public:
    /// Throws OutputError when there is no room for the file.
    UnitStore();
    UnitStore(const UnitStore&) = delete;
    UnitStore& operator=(const UnitStore&) = delete;
    ~UnitStore();

    std::uint64_t add(const tmx::Unit& unit);
    [[nodiscard]] tmx::Unit get(std::uint64_t place) { return get_and_move(place); }
    /// The same; `place` is then that of the unit that was added next. The first unit's is 0.
    [[nodiscard]] tmx::Unit get_and_move(std::uint64_t& place);

  private:
    void require_good() const;

    std::filesystem::path path_;
    hexapla::UnfinishedFile unfinished_;
    std::fstream file_;
    std::uint64_t end_ = 0;
    bool reading_ = false;
};

}  // namespace memories
