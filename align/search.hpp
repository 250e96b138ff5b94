#pragma once

#include <cstddef>
#include <functional>
#include <vector>

#include "align/ranges.hpp"

namespace align {

/// One alignment decision: segments of the source and of the target that translate each other. One side may
/// be empty: a segment without a partner.
struct Bead {
    SegmentRange source;
    SegmentRange target;
    double probability = 0;  ///< that just these belong together (or that the segment has no partner), 0 to 1
    [[nodiscard]] bool is_link() const { return !source.empty() && !target.empty(); }
    friend bool operator==(const Bead&, const Bead&) = default;
};

/// Beads in the order of the source; each segment of both sides is in exactly one.
using Alignment = std::vector<Bead>;

/// A shape of bead and its prior probability.
struct BeadShape {
    std::size_t source = 1;
    std::size_t target = 1;
    double prior = 1;
};

/// What beads are like before their words are looked at.
struct BeadPriors {
    double alone = 0.8;    ///< a segment without a partner
    double again = 1;      ///< it is so many times as likely behind another of its side
    double one = 0.7;      ///< one segment a side
    double two = 0.03;     ///< one against two
    double more = 0.35;    ///< a bead with one segment more is so many times as likely
    double both = 0.45;    ///< ... and so many times more, where the shorter side has one more
    std::size_t most = 5;  ///< segments a side
    std::size_t most_of_both = 7;
};

/// How many beads of each kind there are; expected ones have fractions.
struct BeadCounts {
    double alone = 0;  ///< segments alone behind a link, or behind one alone of the other side
    double again = 0;  ///< ... behind one alone of the same side
    double one = 0;    ///< one segment a side
    double more = 0;   ///< larger beads
    void add(const BeadCounts& other) {
        alone += other.alone;
        again += other.again;
        one += other.one;
        more += other.more;
    }
};

/// The priors as they follow from what was found: a step of expectation maximisation. `usual` is what the
/// priors given are for, and weighs as much as so many beads.
BeadPriors fitted(const BeadPriors& priors, const BeadCounts& usual, const BeadCounts& found);

/// All shapes, those of segments alone first (of the source, then of the target), then one to one.
std::vector<BeadShape> shapes_of(const BeadPriors& priors);

/// The numbers of the search; README.md has the formulae.
struct SearchOptions {
    BeadPriors priors;  ///< of which shapes and alone_again are made, by with_priors
    std::vector<BeadShape> shapes = shapes_of(BeadPriors());
    double alone_again = BeadPriors().again;  ///< see BeadPriors
    BeadCounts usual{22, 4, 50, 3};           ///< texts for which the priors are
    double temperature = 1.0;   ///< scores are multiplied by this: words of a sentence are not independent
    double cost_of_link = 0.4;  ///< a link is taken when its probability is worth more than this
    double promise =
        -2;  ///< nats that a pair of segments is worth, one way at least, to be part of a larger bead
    double least_part = -6;      ///< nats that a bead is worth of which one with a segment more is looked at
    double least_likely = 0.02;  ///< beads less likely than this are not among `likely`
};

/// The same search with other priors.
SearchOptions with_priors(SearchOptions options, const BeadPriors& priors);

/// The score of a bead with both sides filled, in nats.
using BeadScore = std::function<double(SegmentRange source, SegmentRange target)>;

/// What search finds.
struct SearchResult {
    Alignment best;
    std::vector<Bead>
        likely;           ///< all links of some probability, on the best alignment or not: what to learn from
    BeadCounts expected;  ///< over all alignments
};

/// All beads in one order on both sides: the posterior probability of each bead by the forward-backward
/// algorithm over all monotone alignments, then the alignment with the highest sum of (probability − cost)
/// over its links. Time and memory grow with source size × target size. Throws std::invalid_argument when the
/// shapes cannot cover both documents, one of them is empty, or a score is NaN or +infinity.
SearchResult search(std::size_t source_size, std::size_t target_size, const BeadScore& score,
                    const SearchOptions& options);

}  // namespace align
