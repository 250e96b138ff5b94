#pragma once

#include <array>
#include <cstddef>
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
    std::string tag;        ///< of the edition: "zh-Hans"
    std::string tmx_tag;    ///< as written to memories: "zh-CN"
    std::size_t place = 0;  ///< among the run's versions; a story need not have all of them
};

/// Why a sentence is in no unit. The list is closed; names as in files are those of `name_of`.
enum class Reason {
    no_partner,      ///< nothing on the other side says the same
    low_confidence,  ///< its pair is less sure than asked for
    headline,        ///< headlines and kickers are rewritten rather than translated; --headlines keeps them
    no_text,         ///< nothing is left once characters that XML forbids are taken out
    too_long,        ///< longer than the tool it is made for takes
};
inline constexpr std::array all_reasons = {Reason::no_partner, Reason::low_confidence, Reason::headline,
                                           Reason::no_text, Reason::too_long};
std::string_view name_of(Reason reason);

/// A sentence that is in no unit.
struct LeftOut {
    std::size_t version = 0;  ///< of the story, 0 the first
    std::size_t segment = 0;
    Reason reason = Reason::no_partner;
    std::string candidate;              ///< the best partner there is, empty where there is none
    double probability = 0;             ///< that the candidate is the partner
    std::size_t candidate_version = 0;  ///< of the story: whose sentence the candidate is
};

/// A bead of two versions with what became of it.
struct BeadRecord {
    std::size_t source_version = 0;
    std::size_t target_version = 1;
    align::Bead bead;
    bool kept = false;
    Reason reason = Reason::no_partner;  ///< why it was not kept
    std::string source_text;
    std::string target_text;
};

struct UnitOptions {
    double least_confidence = 0.9;  ///< pairs less sure are left out
    bool headlines = false;
    std::size_t most_characters = 0;  ///< of a variant, in code points; 0: any number
    bool context = false;  ///< the first variant names the sentences around it: x-context-pre, x-context-post
};

/// A variant of more code points is flagged in the summary: some tools refuse it.
inline constexpr std::size_t long_variant = 2000;

/// A possible partner of a sentence.
struct Candidate {
    align::SegmentRange range;  ///< empty: there is none
    double probability = 0;
};
/// The best candidates of two versions' segments, for those that end in no unit; may be empty: none is known.
struct Candidates {
    std::vector<Candidate> source;  ///< by segment of the source: in the target
    std::vector<Candidate> target;
};

/// The alignment of two of a story's versions.
struct AlignedPair {
    std::size_t source = 0;  ///< of the story's versions
    std::size_t target = 1;
    align::Alignment alignment;
    Candidates candidates;
};

/// What a story gives: units, each a sentence or bead in two or more versions; every sentence that is in none
/// of them; every bead.
struct StoryUnits {
    std::vector<tmx::Unit> units;
    std::vector<double> confidences;  ///< of the units
    std::vector<LeftOut> left_out;    ///< by version, then segment
    std::vector<BeadRecord> beads;
    std::size_t dropped = 0;        ///< characters that XML forbids, left out of the units
    std::size_t long_variants = 0;  ///< variants of more than `long_variant` code points in the units
};

/// Makes units from alignments of two versions each: those of two versions are its links; those of more are
/// woven (align/weave.hpp). Every segment is in a unit or left out with a reason.
///
/// A unit's id is its first version's article id, a hash of its text there and, where that text comes more
/// than once, a counter: it stays when other sentences change. A unit without the first version says in its
/// `srclang` which language is its source. Where a sentence misses its unit with several versions, the reason
/// is that of the nearest miss.
/// Throws std::invalid_argument unless there are two versions and each is in a pair.
StoryUnits make_units(const std::vector<Version>& versions, const std::vector<AlignedPair>& pairs,
                      const UnitOptions& options);

/// The alignment of every two of the versions, as all the alignments together have it: in order of the first,
/// then the second. With two versions it is the one there is.
std::vector<AlignedPair> woven_pairs(const std::vector<Version>& versions,
                                     const std::vector<AlignedPair>& pairs);

/// The text of segments: within a block what stands between them, across blocks a space, none in Chinese.
std::string joined_text(const align::Document& document, align::SegmentRange range);

}  // namespace hexapla
