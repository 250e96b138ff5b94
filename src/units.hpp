#pragma once

#include <array>
#include <cstddef>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "align/document.hpp"
#include "align/search.hpp"
#include "pages/article.hpp"
#include "tmx/unit.hpp"

namespace hexapla {

/// One version of a story.
struct Version {
    pages::Article article;
    align::Document document;
    std::string tag;      ///< of the edition: "zh-Hans"
    std::string tmx_tag;  ///< as written to memories: "zh-CN"
};

/// Why a sentence is in no unit. The list is closed; names as in files are those of `name_of`.
enum class Reason {
    no_partner,      ///< nothing on the other side says the same
    low_confidence,  ///< its pair is less sure than asked for
    headline,        ///< headlines and kickers are rewritten rather than translated; --headlines keeps them
    no_text,         ///< nothing is left once characters that XML forbids are taken out
};
inline constexpr std::array all_reasons = {Reason::no_partner, Reason::low_confidence, Reason::headline,
                                           Reason::no_text};
std::string_view name_of(Reason reason);

/// A sentence that is in no unit.
struct LeftOut {
    std::size_t version = 0;  ///< of the story, 0 the first
    std::size_t segment = 0;
    Reason reason = Reason::no_partner;
    std::string candidate;   ///< the best partner there is, empty where there is none
    double probability = 0;  ///< that the candidate is the partner
};

/// A bead of two versions with what became of it.
struct BeadRecord {
    std::size_t target_version = 1;  ///< the source is the first version
    align::Bead bead;
    bool kept = false;
    Reason reason = Reason::no_partner;  ///< why it was not kept
    std::string source_text;
    std::string target_text;
};

struct UnitOptions {
    double least_confidence = 0.9;  ///< pairs less sure are left out
    bool headlines = false;
};

/// A possible partner of a sentence, for those that have none.
struct Candidate {
    align::SegmentRange range;  ///< empty: there is none
    double probability = 0;
};
/// The best candidate for a segment of the first version or of the other one.
using FindCandidate =
    std::function<Candidate(std::size_t target_version, bool of_source, std::size_t segment)>;

/// What a story gives: units, each a sentence or bead in two or more versions; every sentence that is in none
/// of them; every bead.
struct StoryUnits {
    std::vector<tmx::Unit> units;
    std::vector<double> confidences;  ///< of the units
    std::vector<LeftOut> left_out;    ///< by version, then segment
    std::vector<BeadRecord> beads;
};

/// Makes units from the alignments of the first version with each other one. A unit holds all versions whose
/// bead has the same segments of the first version. Every segment is in a unit or left out with a reason.
///
/// A unit's id is the first version's article id, a hash of its source text and, where that text comes more
/// than once, a counter: it stays when other sentences change.
StoryUnits make_units(const std::vector<Version>& versions, const std::vector<align::Alignment>& alignments,
                      const FindCandidate& candidate, const UnitOptions& options);

/// The text of segments: within a block what stands between them, across blocks a space, none in Chinese.
std::string joined_text(const align::Document& document, align::SegmentRange range);

}  // namespace hexapla
