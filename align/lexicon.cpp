#include "align/lexicon.hpp"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <unordered_map>
#include <utility>

namespace align {
namespace {

bool before(const PairCount& a, const PairCount& b) {
    const auto place = [](const PairCount& pair) {
        return (std::uint64_t{pair.source} << 32U) | pair.target;
    };
    return place(a) < place(b);
}

bool same_pair(const PairCount& a, const PairCount& b) {
    return a.source == b.source && a.target == b.target;
}

void add_up(std::vector<PairCount>& sorted) {
    std::size_t kept = 0;
    for (std::size_t i = 0; i < sorted.size(); ++i) {
        if (kept > 0 && same_pair(sorted[kept - 1], sorted[i])) {
            sorted[kept - 1].forward += sorted[i].forward;
            sorted[kept - 1].backward += sorted[i].backward;
        } else {
            sorted[kept++] = sorted[i];
        }
    }
    sorted.resize(kept);
}

}  // namespace

Counts::Counts(std::vector<PairCount> pairs) : pairs_(std::move(pairs)) {
    std::sort(pairs_.begin(), pairs_.end(), before);
    add_up(pairs_);
}

void Counts::add(const Counts& other) {
    std::vector<PairCount> merged;
    merged.reserve(pairs_.size() + other.pairs_.size());
    std::merge(pairs_.begin(), pairs_.end(), other.pairs_.begin(), other.pairs_.end(),
               std::back_inserter(merged), before);
    add_up(merged);
    pairs_ = std::move(merged);
}

Counts with_at_most(const Counts& counts, double most) {
    std::unordered_map<WordId, double> of_source;
    std::unordered_map<WordId, double> of_target;
    for (const PairCount& pair : counts.pairs()) {
        of_source[pair.source] += static_cast<double>(pair.forward);
        of_target[pair.target] += static_cast<double>(pair.backward);
    }
    const auto scaled = [most](std::int64_t count, double sum) {
        const double limit = most * count_unit;
        return sum <= limit ? count : std::llround(static_cast<double>(count) * limit / sum);
    };
    std::vector<PairCount> limited = counts.pairs();
    for (PairCount& pair : limited) {
        pair.forward = scaled(pair.forward, of_source[pair.source]);
        pair.backward = scaled(pair.backward, of_target[pair.target]);
    }
    return Counts(std::move(limited));
}

Lexicon::Lexicon(const Counts& counts, std::size_t source_words, std::size_t target_words, double smoothing,
                 double least)
    : source_links_(source_words, 0), target_links_(target_words, 0), smoothing_(smoothing) {
    std::vector<std::int64_t> from_source(source_words, 0);
    std::vector<std::int64_t> from_target(target_words, 0);
    for (const PairCount& pair : counts.pairs()) {
        from_source[pair.source] += pair.forward;
        from_target[pair.target] += pair.backward;
    }
    const auto to_links = [](std::int64_t count) { return static_cast<double>(count) / count_unit; };
    std::transform(from_source.begin(), from_source.end(), source_links_.begin(), to_links);
    std::transform(from_target.begin(), from_target.end(), target_links_.begin(), to_links);

    row_starts_.assign(source_words + 1, 0);
    for (const PairCount& pair : counts.pairs()) {
        const double forward = to_links(pair.forward);
        const double backward = to_links(pair.backward);
        if (forward < least * source_links_[pair.source] && backward < least * target_links_[pair.target])
            continue;
        entries_.push_back({pair.target, static_cast<float>(forward), static_cast<float>(backward)});
        ++row_starts_[pair.source + 1];
    }
    for (std::size_t word = 0; word < source_words; ++word) row_starts_[word + 1] += row_starts_[word];
}

}  // namespace align
