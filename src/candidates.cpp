#include "candidates.hpp"

#include <cmath>

namespace hexapla {
namespace {

Candidate likest(const align::Evidence& evidence, bool of_source, std::size_t segment) {
    const align::SegmentRange one{segment, segment + 1};
    const std::size_t others = of_source ? evidence.target_size() : evidence.source_size();
    Candidate best;
    double best_score = 0;
    for (std::size_t i = 0; i < others; ++i) {
        const align::SegmentRange other{i, i + 1};
        const double score = of_source ? evidence.score(one, other) : evidence.score(other, one);
        if (best.range.empty() || score > best_score) {
            best_score = score;
            best.range = other;
        }
    }
    if (!best.range.empty()) best.probability = 1 / (1 + std::exp(-best_score));
    return best;
}

}  // namespace

Candidates find_candidates(const align::Evidence& evidence, const align::Alignment& alignment) {
    Candidates found{std::vector<Candidate>(evidence.source_size()),
                     std::vector<Candidate>(evidence.target_size())};
    for (const align::Bead& bead : alignment) {
        for (std::size_t i = bead.source.begin; i < bead.source.end; ++i) {
            found.source[i] =
                bead.is_link() ? Candidate{bead.target, bead.probability} : likest(evidence, true, i);
        }
        for (std::size_t j = bead.target.begin; j < bead.target.end; ++j) {
            found.target[j] =
                bead.is_link() ? Candidate{bead.source, bead.probability} : likest(evidence, false, j);
        }
    }
    return found;
}

}  // namespace hexapla
