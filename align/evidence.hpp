#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "align/lexicon.hpp"
#include "align/ranges.hpp"
#include "align/tokens.hpp"

namespace align {

/// How often the words of one language stand in the documents of a run.
class Frequencies {
  public:
    void add(const TokenizedDocument& document);
    [[nodiscard]] double probability(WordId word) const;
    [[nodiscard]] double total() const { return total_; }

  private:
    std::vector<double> counts_;
    double total_ = 0;
};

/// Words of two documents that are spelled alike, or are the same number.
struct AlikePair {
    WordId source = 0;
    WordId target = 0;
    float similarity = 0;  ///< name_similarity, 0 to 1
};
/// All pairs of words of the two documents at least `least` alike.
std::vector<AlikePair> find_alike(const TokenizedDocument& source, const Vocabulary& source_words,
                                  const TokenizedDocument& target, const Vocabulary& target_words, double least);

/// How the lengths of two languages go together: target characters for one source character.
struct LengthModel {
    double ratio = 1.0;
};

/// The numbers of the evidence model; README.md has the formulae.
struct EvidenceOptions {
    double explained = 0.7;           ///< λ: share of a segment's words that a true partner accounts for
    double document_share = 0.5;      ///< α: weight of the document's own word frequencies in the background
    double length_variance = 6.8;     ///< s²: variance of the length difference per character (Gale & Church)
    double length_weight = 1.0;
    double word_weight = 0.5;         ///< of each direction's word evidence
    double name_least = 0.7;          ///< name_similarity under this is no evidence
    double name_strength = 0.5;       ///< p(target | source) of words spelled alike
    double number_strength = 0.8;     ///< of equal numbers
};

/// What speaks for and against segments of two documents belonging together.
///
/// The score of a bead is a log likelihood ratio in nats: ln P(target | source, translated) − ln P(target |
/// unrelated), averaged over both directions, plus that of the lengths. 0 says nothing, +3 says twenty to one.
class Evidence {
  public:
    struct Side {
        const TokenizedDocument& document;
        const Vocabulary& vocabulary;
        const Frequencies& frequencies;
    };
    Evidence(Side source, Side target, const std::vector<AlikePair>& alike, const Lexicon& lexicon,
             LengthModel lengths, const EvidenceOptions& options);

    [[nodiscard]] std::size_t source_size() const { return source_.words.size(); }
    [[nodiscard]] std::size_t target_size() const { return target_.words.size(); }

    /// Both ranges not empty.
    [[nodiscard]] double score(SegmentRange source, SegmentRange target) const;

    /// Adds the expected links between the words of a bead that holds with probability `weight`.
    void count(SegmentRange source, SegmentRange target, double weight, std::vector<PairCount>& counts) const;

  private:
    using LocalId = std::uint32_t;  // a distinct word of the document
    struct SideView {
        std::vector<std::vector<LocalId>> words;  // of each segment
        std::vector<WordId> distinct;
        std::vector<double> background;  // of each distinct word
        std::vector<double> unknown;     // of each segment: the sum over its words of 1 - known
        std::vector<double> lengths;
        std::vector<double> known;  // of each distinct word
    };
    struct Affinity {
        LocalId source, target;
        float forward, backward;  // p(target | source) and p(source | target)
    };

    template <class Known>
    static SideView view(Side side, const Known& known, double document_share);
    void add_affinities(const std::vector<AlikePair>& alike, const Lexicon& lexicon, const Vocabulary& source_words);
    void sum_affinities();
    [[nodiscard]] double words_score(const SideView& given, SegmentRange given_range, const SideView& made,
                                     SegmentRange made_range, const std::vector<float>& sums) const;
    [[nodiscard]] double length_score(SegmentRange source, SegmentRange target) const;

    EvidenceOptions options_;
    LengthModel lengths_;
    SideView source_, target_;
    std::vector<Affinity> affinities_;    // sorted by source, target
    std::vector<std::size_t> row_starts_; // of affinities_, by source
    std::vector<float> forward_sums_;     // [target word][source segment]: sum of p(word | words of the segment)
    std::vector<float> backward_sums_;    // [source word][target segment]
    double log_length_variance_ = 1.0;
};

}  // namespace align
