#include "align/aligner.hpp"

#include <algorithm>
#include <cstdint>
#include <limits>
#include <utility>

namespace align {
namespace {

/// The beads without a partner, by side: their places in the alignment.
struct Leftovers {
    std::vector<std::size_t> sources;
    std::vector<std::size_t> targets;
};

Leftovers leftovers_of(const Alignment& beads) {
    Leftovers left;
    for (std::size_t i = 0; i < beads.size(); ++i) {
        if (beads[i].is_link()) continue;
        (beads[i].target.empty() ? left.sources : left.targets).push_back(i);
    }
    return left;
}

/// Joins the beads of two leftovers into a link; the target's bead is gone.
void link(Alignment& beads, std::size_t source, std::size_t target, double probability,
          std::vector<bool>& gone) {
    beads[source].target = beads[target].target;
    beads[source].probability = probability;
    gone[target] = true;
}

void erase(Alignment& beads, const std::vector<bool>& gone) {
    std::size_t kept = 0;
    for (std::size_t i = 0; i < beads.size(); ++i)
        if (!gone[i]) beads[kept++] = beads[i];
    beads.resize(kept);
}

/// Adds a moved link to what is learned from, in place of what the search in one order thought of it.
void teach(std::vector<Bead>& likely, const Bead& moved) {
    std::erase_if(
        likely, [&](const Bead& bead) { return bead.source == moved.source && bead.target == moved.target; });
    likely.push_back(moved);
}

/// The search among leftovers: a link out of order is rare.
SearchOptions among_leftovers(const SearchOptions& options, const MoveOptions& moves) {
    SearchOptions among = options;
    among.shapes = {{1, 0, 1}, {0, 1, 1}, {1, 1, moves.prior}};
    among.cost_of_link = moves.least;
    return among;
}

/// Links leftovers that run in one order among themselves; true when there were any.
bool link_moved(Alignment& beads, std::vector<Bead>& likely, const Evidence& evidence,
                const SearchOptions& options, const MoveOptions& moves) {
    const Leftovers left = leftovers_of(beads);
    if (left.sources.empty() || left.targets.empty()) return false;
    const SearchOptions among = among_leftovers(options, moves);
    const auto source = [&](std::size_t s) { return beads[left.sources[s]].source; };
    const auto target = [&](std::size_t t) { return beads[left.targets[t]].target; };
    const auto score = [&](SegmentRange s, SegmentRange t) {
        // What moves is a paragraph: a link that goes on beside this one speaks for it.
        double beside = 0;
        if (s.begin > 0 && t.begin > 0 && source(s.begin - 1).end == source(s.begin).begin &&
            target(t.begin - 1).end == target(t.begin).begin)
            beside = evidence.score(source(s.begin - 1), target(t.begin - 1));
        if (s.end < left.sources.size() && t.end < left.targets.size() &&
            source(s.begin).end == source(s.end).begin && target(t.begin).end == target(t.end).begin)
            beside = std::max(beside, evidence.score(source(s.end), target(t.end)));
        return evidence.score(source(s.begin), target(t.begin)) + std::min(beside, moves.neighbour);
    };
    bool found = false;
    std::vector<bool> gone(beads.size(), false);
    for (const Bead& bead : search(left.sources.size(), left.targets.size(), score, among).best) {
        if (!bead.is_link() || bead.probability < moves.least) continue;
        const std::size_t at = left.sources[bead.source.begin];
        link(beads, at, left.targets[bead.target.begin], bead.probability, gone);
        teach(likely, beads[at]);
        found = true;
    }
    erase(beads, gone);
    return found;
}

/// The segments of these beads as a document of their own.
IndexedDocument document_of(const IndexedDocument& document, const Alignment& beads,
                            const std::vector<std::size_t>& left, SegmentRange Bead::*side) {
    IndexedDocument some;
    for (const std::size_t at : left) {
        const std::size_t segment = (beads[at].*side).begin;
        some.segments.push_back(document.segments[segment]);
        some.lengths.push_back(document.lengths[segment]);
    }
    return some;
}

/// The same for documents that were cut: their leftovers are cut again, and aligned stretch by stretch.
bool link_moved_far(Alignment& beads, const Texts& texts, const SearchOptions& options,
                    const MoveOptions& moves, const StretchOptions& cutting) {
    const Leftovers left = leftovers_of(beads);
    if (left.sources.empty() || left.targets.empty()) return false;
    const IndexedDocument source = document_of(texts.source, beads, left.sources, &Bead::source);
    const IndexedDocument target = document_of(texts.target, beads, left.targets, &Bead::target);
    const Texts among{source,      target,        texts.source_frequencies, texts.target_frequencies,
                      texts.alike, texts.lexicon, texts.length_ratio,       texts.options};
    const SearchOptions searching = among_leftovers(options, moves);
    bool found = false;
    std::vector<bool> gone(beads.size(), false);
    for (const Stretch& stretch : among.cut(cutting)) {
        if (stretch.source.empty() || stretch.target.empty()) continue;
        const Evidence evidence = among.evidence(stretch, {});
        const auto score = [&](SegmentRange s, SegmentRange t) { return evidence.score(s, t); };
        for (const Bead& bead :
             search(evidence.source_size(), evidence.target_size(), score, searching).best) {
            if (!bead.is_link() || bead.probability < moves.least) continue;
            link(beads, left.sources[stretch.source.begin + bead.source.begin],
                 left.targets[stretch.target.begin + bead.target.begin], bead.probability, gone);
            found = true;
        }
    }
    erase(beads, gone);
    return found;
}

/// Scores beads, those alone that are worth a look: of one segment a side, and larger ones in which each
/// segment has a partner, as far as words tell. Most are not, and looking at them would cost most of the
/// time.
class BeadScores {
  public:
    BeadScores(const Evidence& evidence, double least)
        : evidence_(evidence), target_size_(evidence.target_size()) {
        one_to_one_.reserve(evidence.source_size() * target_size_);
        is_pair_.reserve(evidence.source_size() * target_size_);
        for (std::size_t i = 0; i < evidence.source_size(); ++i) {
            for (std::size_t j = 0; j < target_size_; ++j) {
                const Evidence::Scores scores = evidence.scores({i, i + 1}, {j, j + 1});
                one_to_one_.push_back(scores.sum);
                is_pair_.push_back(scores.forward > least || scores.backward > least);
            }
        }
    }

    double operator()(SegmentRange source, SegmentRange target) const {
        if (source.size() == 1 && target.size() == 1) return one(source.begin, target.begin);
        constexpr double never = -std::numeric_limits<double>::infinity();
        if (!all_have_partners(source, target)) return never;
        const double whole = evidence_.score(source, target);
        return std::min(source.size(), target.size()) > 1 && is_crossing(source, target, whole) ? never
                                                                                                : whole;
    }

  private:
    [[nodiscard]] double one(std::size_t i, std::size_t j) const { return one_to_one_[i * target_size_ + j]; }

    [[nodiscard]] bool all_have_partners(SegmentRange source, SegmentRange target) const {
        std::uint32_t met = 0;  // targets that have a partner, by bit
        for (std::size_t i = source.begin; i < source.end; ++i) {
            std::uint32_t row = 0;
            for (std::size_t j = target.begin; j < target.end; ++j)
                row |= std::uint32_t{is_pair_[i * target_size_ + j]} << (j - target.begin);
            if (row == 0) return false;
            met |= row;
        }
        return met == (1U << target.size()) - 1;
    }

    /// Whether single segments, linked across each other, say more than the bead does as a whole and than
    /// they say in order: then they have changed places, and are no bead.
    [[nodiscard]] bool is_crossing(SegmentRange source, SegmentRange target, double whole) const {
        const std::size_t m = target.size();
        std::vector<double> in_order(m + 1, 0);              // best so far with the first targets
        std::vector<double> in_any(std::size_t{1} << m, 0);  // ... with a set of targets
        for (std::size_t i = source.begin; i < source.end; ++i) {
            std::vector<double> next = in_order;
            for (std::size_t j = 0; j < m; ++j)
                next[j + 1] = std::max({next[j], in_order[j + 1], in_order[j] + one(i, target.begin + j)});
            in_order = std::move(next);
            for (std::size_t set = in_any.size(); set-- > 0;) {
                for (std::size_t j = 0; j < m; ++j) {
                    const std::size_t without = set & ~(std::size_t{1} << j);
                    if (without != set)
                        in_any[set] = std::max(in_any[set], in_any[without] + one(i, target.begin + j));
                }
            }
        }
        constexpr double clearly = 1e-6;
        return in_any.back() > whole && in_any.back() > in_order[m] + clearly;
    }

    const Evidence& evidence_;
    std::size_t target_size_;
    std::vector<double> one_to_one_;
    std::vector<std::uint8_t> is_pair_;
};

BeadCounts scaled(const BeadCounts& counts, double by) {
    return {counts.alone * by, counts.again * by, counts.one * by, counts.more * by};
}

}  // namespace

bool are_related(const SearchResult& found) {
    constexpr double least = 0.35;
    double linked = 0;
    double all = found.expected.alone + found.expected.again;
    for (const Bead& bead : found.likely)
        linked += bead.probability * static_cast<double>(bead.source.size() + bead.target.size());
    all += linked;
    return linked >= least * all;
}

Bead placed(const Bead& bead, const Stretch& stretch) {
    return {{bead.source.begin + stretch.source.begin, bead.source.end + stretch.source.begin},
            {bead.target.begin + stretch.target.begin, bead.target.end + stretch.target.begin},
            bead.probability};
}

Evidence Texts::evidence(const Stretch& stretch, const OwnLinks& own) const {
    return {{source, source_frequencies, stretch.source},
            {target, target_frequencies, stretch.target},
            alike,
            lexicon,
            own,
            length_ratio,
            options};
}

std::vector<Stretch> Texts::cut(const StretchOptions& cutting) const {
    return align::cut(source, source_frequencies, target, target_frequencies, alike, lexicon, options,
                      cutting);
}

SearchResult align(const Evidence& evidence, const SearchOptions& options, const MoveOptions& moves) {
    const BeadScores score(evidence, options.promise);
    SearchResult found = search(evidence.source_size(), evidence.target_size(), score, options);
    // Texts that have little in common, or nothing: what was taken for likely in general is not among them.
    constexpr std::size_t enough = 20;  // segments of both, to tell
    constexpr int rounds = 3;
    for (int round = 0; round < rounds; ++round) {
        if (evidence.source_size() + evidence.target_size() < enough || are_related(found)) break;
        SearchOptions of_these = options;
        of_these.usual = scaled(options.usual, 0.1);
        found = search(evidence.source_size(), evidence.target_size(), score,
                       with_priors(options, fitted(options.priors, of_these.usual, found.expected)));
    }
    for (int round = 0; round < moves.rounds; ++round) {
        if (!link_moved(found.best, found.likely, evidence, options, moves)) break;
    }
    return found;
}

Alignment join(const Texts& texts, const std::vector<Stretch>& stretches, std::vector<Alignment> parts,
               const SearchOptions& options, const MoveOptions& moves, const StretchOptions& cutting) {
    if (parts.size() == 1) return std::move(parts.front());
    Alignment whole;
    for (std::size_t k = 0; k < parts.size(); ++k)
        for (const Bead& bead : parts[k]) whole.push_back(placed(bead, stretches[k]));
    for (int round = 0; round < moves.long_rounds; ++round)
        if (!link_moved_far(whole, texts, options, moves, cutting)) break;
    return whole;
}

}  // namespace align
