#pragma once

#include <map>
#include <string>

#include "tmx/unit.hpp"

namespace memories {

enum class Regions { as_they_are, add, drop };

/// How language tags are changed: repaired, renamed by a map, then with a region or without.
struct Retagging {
    std::map<std::string, std::string> renamed;  ///< by tags as they stand in the file
    Regions regions = Regions::as_they_are;
    bool repair = true;  ///< zh_CN, DE, iw
    std::string source;  ///< the header's srclang; empty: changed like the other tags

    [[nodiscard]] std::string apply(const std::string& tag) const;
    /// Whether something was changed.
    bool apply(tmx::Header& header) const;
    bool apply(tmx::Unit& unit) const;
};

/// What a tool wants: "trados" and "memoq" full locales, "omegat" tags with a region only where one is
/// needed. Throws std::invalid_argument for another.
Retagging retagging_for(const std::string& tool);

}  // namespace memories
