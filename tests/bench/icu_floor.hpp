#pragma once

#include <cstddef>
#include <string>
#include <vector>

namespace bench {

/// Texts in one language.
struct TextsIn {
    std::string language;
    std::vector<std::string> texts;
};

/// What it takes ICU to read texts at all, in seconds of one thread's time: UTF-8 to UTF-16, NFKC case
/// folding, and all boundaries of sentences and words, with nothing done with them. The best of `times` runs.
/// What ICU loads on first use counts for none of them. Throws std::runtime_error where ICU fails.
double icu_floor(const std::vector<TextsIn>& texts, int times);

}  // namespace bench
