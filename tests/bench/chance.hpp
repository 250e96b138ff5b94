#pragma once

#include <cstddef>
#include <cstdint>
#include <random>
#include <vector>

namespace bench {

/// Draws that are the same for a seed on every machine, which those of the standard library's distributions
/// are not.
class Chance {
  public:
    explicit Chance(std::uint64_t seed) : engine_(seed) {}

    /// True with a probability.
    bool happens(double probability) { return unit() < probability; }

    /// A number below `count`, which is at least 1; all alike.
    std::size_t below(std::size_t count) { return static_cast<std::size_t>(engine_() % count); }

    /// A number from 0 to 1, 1 excluded.
    double unit() { return static_cast<double>(engine_() >> 11U) * 0x1p-53; }

    template <class Value>
    const Value& one_of(const std::vector<Value>& values) {
        return values[below(values.size())];
    }

  private:
    std::mt19937_64 engine_;
};

}  // namespace bench
