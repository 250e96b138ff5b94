#pragma once

#include <filesystem>
#include <iosfwd>
#include <nlohmann/json.hpp>
#include <set>
#include <string>
#include <vector>

#include "align/evaluate.hpp"

namespace eval {

struct SegmentsRequest {
    std::filesystem::path gold;       ///< a .jsonl file, or a folder of them
    std::filesystem::path system;     ///< the same, with files of the same names
    std::set<std::string> languages;  ///< rows of these alone; empty: all
};

/// Rows of one language, in all sources or in one.
struct SegmentsGroup {
    std::string language;
    std::string source;  ///< empty where all sources of the language are counted
    align::BoundaryCounts counts;
};

/// A boundary with the text around it.
struct SegmentsErrors {
    std::string language;
    std::vector<std::string> false_cuts;
    std::vector<std::string> missed;
};

/// What a segmentation is worth. Languages and sources are in the order of their first rows.
struct SegmentsScore {
    std::vector<SegmentsGroup> languages;
    std::vector<SegmentsGroup> sources;
    std::vector<SegmentsErrors> errors;
};

/// Compares sentence boundaries row by row.
///
/// A gold row is {"lang", "text", "boundaries", "source"?, "optional"?}, a row of the system {"boundaries"};
/// offsets count code points and are ascending. Where the system's row has "text", "lang" or "id" too, they
/// must be the gold row's. Throws InputError with file and line.
SegmentsScore score_segments(const SegmentsRequest& request);

nlohmann::ordered_json to_json(const SegmentsScore& score, bool by_source);
/// A table in per cent, then up to `errors` false cuts and misses a language.
void print(std::ostream& out, const SegmentsScore& score, bool by_source, std::size_t errors);

}  // namespace eval
