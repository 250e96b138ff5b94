#pragma once

#include <cstddef>
#include <iosfwd>
#include <nlohmann/json_fwd.hpp>
#include <string>
#include <vector>

#include "align/coverage.hpp"
#include "lexicons/contents.hpp"

namespace lexicons {

/// What the lexicon knows of English texts and their versions in one language.
struct LanguageCoverage {
    std::string language;
    std::size_t entries = 0;  ///< that were asked
    align::Coverage counts;
    std::vector<align::UnknownWord> unknown;  ///< most frequent first
};

/// Measures entries from English into a language on sentences and their translations.
LanguageCoverage measure_coverage(const std::string& language, const std::vector<align::ListEntry>& entries,
                                  const SentencePairs& pairs);

/// A row a language, and the mean of all; then the first `missing` words without an entry of each.
void print_coverage(std::ostream& out, const std::vector<LanguageCoverage>& all, std::size_t missing);

nlohmann::ordered_json to_json(const std::vector<LanguageCoverage>& all, std::size_t missing);

}  // namespace lexicons
