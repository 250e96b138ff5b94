#include "align/aligner.hpp"

#include <algorithm>

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

/// Adds a moved link to what is learned from, in place of what the search in one order thought of it.
void teach(std::vector<Bead>& likely, const Bead& moved) {
    std::erase_if(
        likely, [&](const Bead& bead) { return bead.source == moved.source && bead.target == moved.target; });
    likely.push_back(moved);
}

/// Links leftovers that run in one order among themselves; true when there were any.
bool link_moved(Alignment& beads, std::vector<Bead>& likely, const Evidence& evidence,
                const SearchOptions& options, const MoveOptions& moves) {
    const Leftovers left = leftovers_of(beads);
    if (left.sources.empty() || left.targets.empty()) return false;
    SearchOptions among = options;
    among.shapes = {{1, 0, 1}, {0, 1, 1}, {1, 1, moves.prior}};
    among.cost_of_link = moves.least;
    const auto score = [&](SegmentRange s, SegmentRange t) {
        return evidence.score(beads[left.sources[s.begin]].source, beads[left.targets[t.begin]].target);
    };
    bool found = false;
    std::vector<bool> gone(beads.size(), false);
    for (const Bead& bead : search(left.sources.size(), left.targets.size(), score, among).best) {
        if (!bead.is_link() || bead.probability < moves.least) continue;
        Bead& source = beads[left.sources[bead.source.begin]];
        source.target = beads[left.targets[bead.target.begin]].target;
        source.probability = bead.probability;
        teach(likely, source);
        gone[left.targets[bead.target.begin]] = true;
        found = true;
    }
    std::size_t kept = 0;
    for (std::size_t i = 0; i < beads.size(); ++i) {
        if (!gone[i]) beads[kept++] = beads[i];
    }
    beads.resize(kept);
    return found;
}

/// The share of all segments that are expected to have a partner.
double linked_share(const SearchResult& found, std::size_t segments) {
    double linked = 0;
    for (const Bead& bead : found.likely)
        linked += bead.probability * static_cast<double>(bead.source.size() + bead.target.size());
    return segments == 0 ? 0 : std::min(1.0, linked / static_cast<double>(segments));
}

/// The prior of a segment alone as it follows from what was found (a step of EM), with `weight` beads of the
/// general one.
SearchOptions with_fitted_priors(const SearchOptions& general, double share, std::size_t segments) {
    constexpr double weight = 5;
    constexpr double most = 0.95;
    const double links = share * static_cast<double>(segments) / 2;
    const double alone = (1 - share) * static_cast<double>(segments) / 2;
    SearchOptions fitted = general;
    for (BeadShape& shape : fitted.shapes) {
        if (shape.source != 0 && shape.target != 0) continue;
        const double of_link = 0.7;
        shape.prior = std::min(most, of_link * (alone + shape.prior / of_link * weight) / (links + weight));
    }
    return fitted;
}

}  // namespace

SearchResult align(const Evidence& evidence, const SearchOptions& options, const MoveOptions& moves) {
    const auto score = [&](SegmentRange source, SegmentRange target) {
        return evidence.score(source, target);
    };
    SearchResult found = search(evidence.source_size(), evidence.target_size(), score, options);
    // Texts that have little in common, or nothing: what was taken for likely in general is not among them.
    constexpr double related = 0.35;
    constexpr std::size_t enough = 20;  // segments of both, to tell
    constexpr int rounds = 3;
    const std::size_t segments = evidence.source_size() + evidence.target_size();
    for (int round = 0; round < rounds; ++round) {
        const double share = linked_share(found, segments);
        if (share >= related || segments < enough) break;
        found = search(evidence.source_size(), evidence.target_size(), score,
                       with_fitted_priors(options, share, segments));
    }
    for (int round = 0; round < moves.rounds; ++round) {
        if (!link_moved(found.best, found.likely, evidence, options, moves)) break;
    }
    return found;
}

}  // namespace align
