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

void add_up(WordLinks& links) {
    std::sort(links.begin(), links.end());
    std::size_t kept = 0;
    for (const auto& [word, count] : links) {
        if (kept > 0 && links[kept - 1].first == word)
            links[kept - 1].second += count;
        else
            links[kept++] = {word, count};
    }
    links.resize(kept);
}

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

Lexicon::Lexicon(const Counts& counts, std::size_t source_words, std::size_t target_words,
                 const LexiconLimits& limits, const Rest& rest)
    : limits_(limits) {
    // Links of each word as the one that is translated (given) and as the translation (made), both
    // directions.
    std::vector<std::int64_t> source_given(source_words, 0);
    std::vector<std::int64_t> source_made(source_words, 0);
    std::vector<std::int64_t> target_given(target_words, 0);
    std::vector<std::int64_t> target_made(target_words, 0);
    double all_forward = 0;
    double all_backward = 0;
    for (const PairCount& pair : counts.pairs()) {
        source_given[pair.source] += pair.forward;
        target_made[pair.target] += pair.forward;
        target_given[pair.target] += pair.backward;
        source_made[pair.source] += pair.backward;
        all_forward += static_cast<double>(pair.forward);
        all_backward += static_cast<double>(pair.backward);
    }
    std::vector<std::int64_t> source_rest = source_given;
    std::vector<std::int64_t> target_rest = target_given;
    for (const auto& [word, count] : rest.source) source_given[word] += count;
    for (const auto& [word, count] : rest.target) target_given[word] += count;
    // By chance a word is linked as often as its share of all links says; a short list does not tell that.
    constexpr double list = 10000 * count_unit;
    const auto is_told = [&](double count, std::int64_t given, std::int64_t made, double all) {
        return count * (all + list) >=
               limits.specific * static_cast<double>(given) * static_cast<double>(made);
    };
    const auto to_links = [](std::int64_t count) {
        return static_cast<float>(static_cast<double>(count) / count_unit);
    };
    row_starts_.assign(source_words + 1, 0);
    for (const PairCount& pair : counts.pairs()) {
        const auto forward = static_cast<double>(pair.forward);
        const auto backward = static_cast<double>(pair.backward);
        if (forward < limits.least * static_cast<double>(source_given[pair.source]) &&
            backward < limits.least * static_cast<double>(target_given[pair.target]))
            continue;
        if (!is_told(forward, source_given[pair.source], target_made[pair.target], all_forward) &&
            !is_told(backward, target_given[pair.target], source_made[pair.source], all_backward))
            continue;
        entries_.push_back({pair.target, to_links(pair.forward), to_links(pair.backward)});
        source_rest[pair.source] -= pair.forward;
        target_rest[pair.target] -= pair.backward;
        ++row_starts_[pair.source + 1];
    }
    for (std::size_t word = 0; word < source_words; ++word) row_starts_[word + 1] += row_starts_[word];
    const auto in_links = [&](const std::vector<std::int64_t>& sums) {
        std::vector<float> links(sums.size());
        std::transform(sums.begin(), sums.end(), links.begin(), to_links);
        return links;
    };
    source_links_ = in_links(source_given);
    target_links_ = in_links(target_given);
    source_rest_ = in_links(source_rest);
    target_rest_ = in_links(target_rest);
}

}  // namespace align
