#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "align/evaluate.hpp"

namespace align {

/// One sentence of a gold version. The same id in two versions of a document marks a translation; an id that
/// begins with x stands in one version only.
struct GoldSentence {
    std::string id;
    std::string text;  ///< UTF-8
};

/// The two texts of a translation unit, without codes.
struct TextPair {
    std::string source;
    std::string target;
};

/// Counts over units and gold sentences; characters are code points after composition (form C), white space
/// left out, both sides summed.
struct TextCounts {
    std::size_t units = 0;
    std::size_t right = 0;      ///< units of which both texts lie in one and the same shared gold sentence
    std::size_t unlocated = 0;  ///< units with a text that stands nowhere, or was taken by an earlier unit
    std::size_t shared = 0;     ///< gold sentences that both versions hold
    std::size_t found = 0;      ///< shared sentences that right units cover to at least 80 % on both sides
    std::size_t characters = 0;
    std::size_t characters_right = 0;  ///< in gold sentences that both texts of their unit lie in
    std::size_t gold_characters = 0;
    std::size_t gold_characters_found = 0;

    TextCounts& operator+=(const TextCounts& other);
};

struct TextScore {
    TextCounts counts;
    std::vector<std::size_t> wrong;  ///< the units that are not right, ascending
};

/// Scores the units of one document text to text: each text is looked up in the sentences of its version,
/// white space aside, first after the text before it, then from the start, each place taken once. A text lies
/// in those gold sentences that it covers at least half of, or that make up at least half of it.
/// Throws std::invalid_argument when a text is not UTF-8.
TextScore score_units(const std::vector<GoldSentence>& source, const std::vector<GoldSentence>& target,
                      const std::vector<TextPair>& units);

/// Right units over units; found sentences over shared ones.
Rates strict_rates(const TextCounts& counts);
/// The same by characters, units of several sentences allowed.
Rates lax_rates(const TextCounts& counts);

}  // namespace align
