#pragma once

#include <filesystem>
#include <iosfwd>
#include <nlohmann/json.hpp>
#include <string_view>
#include <vector>

#include "align/evaluate_text.hpp"
#include "eval/gold_set.hpp"

namespace eval {

/// What memories are worth, text to text, summed over documents.
struct TmxScore {
    std::size_t documents = 0;
    align::TextCounts counts;
    std::vector<align::TextPair> wrong;  ///< the units that are not right, in order of their documents
};

/// Scores FOLDER/DOC.tmx for every document of the set, which was made from the set's pages. Of each unit the
/// first variants count that are of the set's two versions; a unit without one of them does not. The text of
/// a variant is all that stands in its segment, inline codes included: what they hold is not the article's.
/// Throws InputError: a document is missing, a memory cannot be read.
TmxScore score_tmx(const GoldSet& set, const std::filesystem::path& folder);

/// True when two language tags mean one edition: zh-CN is zh-Hans, zh-TW zh-Hant, fa-AF prs; regions and
/// scripts of other languages do not matter (en-US is en), except that pt-BR is not pt.
bool same_edition(std::string_view tag, std::string_view other);

nlohmann::ordered_json to_json(const TmxScore& score);
/// The figures, then up to `wrong` units that are not right.
void print(std::ostream& out, const TmxScore& score, std::size_t wrong);

}  // namespace eval
