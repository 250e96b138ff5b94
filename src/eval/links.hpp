#pragma once

#include <filesystem>
#include <iosfwd>
#include <nlohmann/json.hpp>
#include <optional>
#include <vector>

#include "align/calibration.hpp"
#include "align/evaluate.hpp"
#include "align/evaluate_beads.hpp"
#include "eval/gold_set.hpp"
#include "eval/link_faults.hpp"

namespace eval {

/// What links are worth, summed over documents.
struct LinksScore {
    std::size_t documents = 0;
    align::LinkCounts counts;
    std::optional<align::MovedCounts> moved;  ///< where it was asked for
    align::BeadTable beads{};
    std::vector<align::Judgement> judgements;  ///< of the links that have a cost
    LinkFaults faults;                         ///< of a set
};

/// Scores FOLDER/DOC.links for every document of the set. Throws InputError with file and line: a document is
/// missing, a line is no link, a sentence stands in two links or nowhere.
LinksScore score_links(const GoldSet& set, const std::filesystem::path& folder, bool with_moved);

/// Scores one file of links against one of gold links; how many sentences there are is not known.
LinksScore score_link_file(const std::filesystem::path& gold, const std::filesystem::path& links);

/// The faults are left out: they are of a set (see link_faults.hpp).
nlohmann::ordered_json to_json(const LinksScore& score);
void print(std::ostream& out, const LinksScore& score);

}  // namespace eval
