#pragma once

#include <cstdint>
#include <span>
#include <utility>
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

/// Links of single words, in count_unit, sorted by word, each word once.
using WordLinks = std::vector<std::pair<WordId, std::int64_t>>;

/// Adds up the links of each word.
void add_up(WordLinks& links);

/// Links of words whose other side is not told.
struct Rest {
    WordLinks source;
    WordLinks target;
};

/// What a passage itself added to a lexicon.
struct OwnLinks {
    Counts pairs;
    Rest rest;
};

/// The counts scaled down, word by word and each direction by itself, so that no word has more than `most`
/// links: what many vague entries say does not outweigh what a few clear ones do.
Counts with_at_most(const Counts& counts, double most);

/// What a lexicon keeps of the counts.
struct LexiconLimits {
    double least = 3e-3;   ///< translations less likely than this, both ways, are not told from others
    double specific = 4;   ///< nor those that are not this many times as likely, one way, as by chance
    double smoothing = 4;  ///< κ: links of a word after which half of its translations count as known
};

/// Word correspondences of one pair of languages: how often words were linked, both directions, sparse. Empty
/// when made from no counts. Of a word's translations those are kept that are told from chance; the others
/// are left to the frequencies of words, as what is not known at all.
class Lexicon {
  public:
    struct Entry {
        WordId target;
        float forward;   ///< expected links, the target word as a translation of the source word
        float backward;  ///< expected links, the source word as a translation of the target word
    };

    Lexicon() = default;
    Lexicon(const Counts& counts, std::size_t source_words, std::size_t target_words,
            const LexiconLimits& limits, const Rest& rest = {});

    /// What a source word was linked with, sorted by target.
    [[nodiscard]] std::span<const Entry> translations(WordId source) const {
        if (source + 1 >= row_starts_.size()) return {};
        return std::span(entries_).subspan(row_starts_[source],
                                           row_starts_[source + 1] - row_starts_[source]);
    }
    /// All links of a word, those of entries and the rest.
    [[nodiscard]] double links_of_source(WordId word) const { return links_of(source_links_, word); }
    [[nodiscard]] double links_of_target(WordId word) const { return links_of(target_links_, word); }
    /// The part of them that is in no entry.
    [[nodiscard]] double rest_of_source(WordId word) const { return links_of(source_rest_, word); }
    [[nodiscard]] double rest_of_target(WordId word) const { return links_of(target_rest_, word); }
    /// p(word | other) as far as it is known: `links` of the `total` of the other word. The share smoothing /
    /// (total + smoothing) is left to the words' frequencies (Dirichlet smoothing), so one link says little.
    [[nodiscard]] double probability(double links, double total) const {
        return links / (total + limits_.smoothing);
    }
    [[nodiscard]] std::size_t size() const { return entries_.size(); }

  private:
    static double links_of(const std::vector<float>& links, WordId word) {
        return word < links.size() ? static_cast<double>(links[word]) : 0.0;
    }

    LexiconLimits limits_;
    std::vector<std::uint32_t> row_starts_;
    std::vector<Entry> entries_;
    std::vector<float> source_links_;
    std::vector<float> target_links_;
    std::vector<float> source_rest_;
    std::vector<float> target_rest_;
};

}  // namespace align
