#pragma once

#include <map>
#include <set>
#include <span>
#include <string>
#include <string_view>

#include "tmx/unit.hpp"

namespace memories {

/// Something that cleaning does, named as the rule of `check` that it mends.
struct Cleaning {
    std::string_view name;
    bool removes;     ///< the unit as a whole; else it repairs
    bool by_default;  ///< done where no rules are named
    std::string_view what;
};
std::span<const Cleaning> cleanings();

/// Repairs units, and says which have to go. A unit that no rule names stays as it is, to the byte.
class Cleaner {
  public:
    /// `names`: of cleanings(). `header` must outlive the cleaner.
    Cleaner(const tmx::Header& header, std::set<std::string> names);

    /// Repairs the unit. Gives the name of the rule for which it has to go; empty: it stays.
    std::string clean(tmx::Unit& unit);
    /// How many units each rule has changed or removed.
    [[nodiscard]] const std::map<std::string, std::size_t>& counts() const { return counts_; }

  private:
    [[nodiscard]] bool does(std::string_view name) const { return names_.contains(std::string(name)); }
    void repair(tmx::Unit& unit);
    void repair_dates(tmx::Unit& unit);
    void note(std::string_view name, bool changed) {
        if (changed) ++counts_[std::string(name)];
    }

    const tmx::Header& header_;
    std::set<std::string> names_;
    std::map<std::string, std::size_t> counts_;
};

}  // namespace memories
