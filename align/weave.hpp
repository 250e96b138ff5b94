#pragma once

#include <compare>
#include <cstddef>
#include <memory>
#include <vector>

#include "align/search.hpp"

/// Alignments of two versions each, woven into groups of many (README.md, "Weaving").
namespace align {

/// The alignment of two of several versions, which are numbered from 0. The beads belong to the caller.
struct PairAlignment {
    std::size_t first = 0;   ///< the version of the beads' source
    std::size_t second = 0;  ///< … of their target
    const Alignment* beads = nullptr;
};

/// Segments of one version, as a bead has them.
struct Run {
    std::size_t version = 0;
    SegmentRange segments;
    friend auto operator<=>(const Run&, const Run&) = default;
};

/// Runs that tell the same, at most one of each version.
struct Group {
    std::vector<Run> runs;   ///< two or more, in the order of the versions
    double probability = 0;  ///< the least mean of what the pairs say of two parts that came together
    [[nodiscard]] const Run* of(std::size_t version) const;
};

/// How many segments two versions have.
struct PairSizes {
    std::size_t first = 0;
    std::size_t second = 0;
};

/// The alignments of one story, woven.
class Weaving {
  public:
    /// Throws std::invalid_argument when a pair names one version twice, or two pairs are of the same
    /// versions.
    explicit Weaving(const std::vector<PairAlignment>& pairs);
    Weaving(const Weaving&) = delete;
    Weaving& operator=(const Weaving&) = delete;
    ~Weaving();

    /// The groups that the links make together.
    ///
    /// Links are taken in the order of their probability, the likeliest first (ties: by version, then place),
    /// none under `least`. A link joins the groups of its two runs unless both have a run of one version
    /// (what came before was likelier), or what is known of the other pairs of runs that would come together
    /// outweighs it (README.md). A segment may stand in several groups, in runs of different length: where
    /// one version joins two sentences that others keep apart, neither form is lost.
    ///
    /// Groups are in the order of their place in version 0; those without it stand behind the group that the
    /// segments before them stand in.
    [[nodiscard]] std::vector<Group> groups(double least) const;

    /// What the groups say of two versions: each segment of both in exactly one bead, in the order of the
    /// first version's. Where groups overlap, links of the pair's own alignment go before those that hold
    /// through other versions, then the likelier. A link through others has the probability of the likeliest
    /// way over one other version; a segment alone that of its own alignment, and one half where there is
    /// none.
    [[nodiscard]] Alignment pair(const std::vector<Group>& groups, std::size_t first, std::size_t second,
                                 PairSizes sizes) const;

    class Tables;  ///< the alignments, looked up by segment

  private:
    std::vector<PairAlignment> pairs_;
    std::unique_ptr<Tables> tables_;
};

}  // namespace align
