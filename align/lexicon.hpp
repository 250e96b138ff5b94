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

/// Word correspondences of one pair of languages: translation probabilities of both directions, sparse.
/// Empty when made from no counts.
class Lexicon {
  public:
    struct Entry {
        WordId target;
        float forward;   ///< p(target | source)
        float backward;  ///< p(source | target)
    };

    Lexicon() = default;
    /// `smoothing`: k of `known`, in links. Pairs whose probability is under `least` both ways are left out.
    Lexicon(const Counts& counts, std::size_t source_words, std::size_t target_words, double smoothing,
            double least);

    /// What is known of a source word, sorted by target.
    [[nodiscard]] std::span<const Entry> translations(WordId source) const {
        if (source + 1 >= row_starts_.size()) return {};
        return std::span(entries_).subspan(row_starts_[source],
                                           row_starts_[source + 1] - row_starts_[source]);
    }
    /// How much of p(. | word) is known, 0 to 1: n / (n + k) for a word linked n times; the rest is left to
    /// the words' frequencies (Dirichlet smoothing).
    [[nodiscard]] double known_source(WordId word) const {
        return word < known_source_.size() ? known_source_[word] : 0.0F;
    }
    [[nodiscard]] double known_target(WordId word) const {
        return word < known_target_.size() ? known_target_[word] : 0.0F;
    }
    [[nodiscard]] std::size_t size() const { return entries_.size(); }

  private:
    std::vector<std::size_t> row_starts_;
    std::vector<Entry> entries_;
    std::vector<float> known_source_;
    std::vector<float> known_target_;
};

}  // namespace align
