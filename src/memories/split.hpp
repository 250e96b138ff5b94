#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "tmx/unit.hpp"

namespace memories {

/// A part of a memory: what it is named by, and its unit.
struct Part {
    std::string name;
    tmx::Unit unit;
};

/// Says to which parts a unit goes, one unit after the other, in flat memory.
class Splitter {
  public:
    enum class By { pairs, size, property, random };
    struct Options {
        By by = By::pairs;
        std::size_t size = 0;   ///< units of a part, at least: a story is not cut in two
        std::string property;   ///< whose value names the part
        double test_share = 0;  ///< of the stories, into "test"; the others into "train"
        std::uint64_t seed = 1;
    };

    explicit Splitter(Options options) : options_(std::move(options)) {}
    std::vector<Part> parts_of(const tmx::Unit& unit, const tmx::Header& header);

  private:
    Options options_;
    std::size_t number_ = 1;  // by size: the part that is being filled
    std::size_t filled_ = 0;
    std::string story_;
};

}  // namespace memories
