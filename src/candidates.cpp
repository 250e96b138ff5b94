#include "candidates.hpp"

#include <cmath>

namespace hexapla {

Candidate best_candidate(const align::Evidence& evidence, bool of_source, std::size_t segment) {
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

}  // namespace hexapla
