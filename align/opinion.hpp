#pragma once

#include <optional>

#include "align/sentence_rules.hpp"

namespace align {

/// What a rule says of a place where a sentence may end; `form` is the listed form it goes by, if any.
struct Verdict {
    bool cut;
    const Form* form = nullptr;
};
/// None: the rule has nothing to say of the place.
using Opinion = std::optional<Verdict>;

inline constexpr Verdict keep{false, nullptr};
inline constexpr Verdict cut{true, nullptr};

}  // namespace align
