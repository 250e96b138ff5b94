#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "align/vocabulary.hpp"

namespace align {

/// How often words were linked, in expectation, as whole numbers of `count_unit`: sums do not depend on the
/// order of adding, so the counts of any parts of a run add up to the counts of the run, bit for bit.
struct PairCount {
    WordId source = 0;
    WordId target = 0;
    std::int64_t forward = 0;   ///< the target word as a translation of the source word
    std::int64_t backward = 0;  ///< the source word as a translation of the target word
    friend bool operator==(const PairCount&, const PairCount&) = default;
};

/// One linked pair of tokens in units of PairCount.
inline constexpr double count_unit = 1 << 20;

/// Counts sorted by source, then target, each pair once.
class Counts {
  public:
    Counts() = default;
    /// Takes counts in any order; those of one pair are added up.
    explicit Counts(std::vector<PairCount> pairs);
    /// Adds another part's counts.
    void add(const Counts& other);
    [[nodiscard]] const std::vector<PairCount>& pairs() const { return pairs_; }

  private:
    std::vector<PairCount> pairs_;
};

/// The counts scaled down, word by word and each direction by itself, so that no word has more than `most`
/// links: what many vague entries say does not outweigh what a few clear ones do.
Counts with_at_most(const Counts& counts, double most);

/// Word correspondences of one pair of languages: how often words were linked, both directions, sparse. Empty
/// when made from no counts.
class Lexicon {
  public:
    struct Entry {
        WordId target;
        float forward;   ///< expected links, the target word as a translation of the source word
        float backward;  ///< expected links, the source word as a translation of the target word
    };

    Lexicon() = default;
    /// Pairs that are under `least` of all links of either word are left out. `smoothing`: see `probability`.
    Lexicon(const Counts& counts, std::size_t source_words, std::size_t target_words, double smoothing,
            double least);

    /// What a source word was linked with, sorted by target.
    [[nodiscard]] std::span<const Entry> translations(WordId source) const {
        if (source + 1 >= row_starts_.size()) return {};
        return std::span(entries_).subspan(row_starts_[source],
                                           row_starts_[source + 1] - row_starts_[source]);
    }
    /// All links of a word.
    [[nodiscard]] double links_of_source(WordId word) const {
        return word < source_links_.size() ? source_links_[word] : 0.0;
    }
    [[nodiscard]] double links_of_target(WordId word) const {
        return word < target_links_.size() ? target_links_[word] : 0.0;
    }
    /// p(word | other) as far as it is known: `links` of the `total` of the other word. The share smoothing /
    /// (total + smoothing) is left to the words' frequencies (Dirichlet smoothing), so one link says little.
    [[nodiscard]] double probability(double links, double total) const {
        return links / (total + smoothing_);
    }
    /// The share of p(. | word) that is known.
    [[nodiscard]] double known(double total) const { return total / (total + smoothing_); }
    [[nodiscard]] std::size_t size() const { return entries_.size(); }

  private:
    std::vector<std::size_t> row_starts_;
    std::vector<Entry> entries_;
    std::vector<double> source_links_;
    std::vector<double> target_links_;
    double smoothing_ = 1;
};

}  // namespace align
