#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "align/alike.hpp"
#include "align/lexicon.hpp"
#include "align/ranges.hpp"
#include "align/vocabulary.hpp"

namespace align {

/// The numbers of the evidence model; README.md has the formulae.
struct EvidenceOptions {
    double explained = 0.4;        ///< λ: share of a segment's words that a true partner accounts for
    double document_share = 0.1;   ///< α: weight of the document's own word frequencies in the background
    double prior_share = 2e-4;     ///< a word's share of all words before any is counted …
    double prior_words = 2000;     ///< … and how many words that counts for
    double word_weight = 0.5;      ///< of each direction's word evidence
    double length_weight = 1.3;    ///< of the length evidence
    double length_variance = 6.8;  ///< s² of Gale & Church: variance of the length difference per character
    double name_least = 0.7;       ///< name_similarity under this is no evidence
    double name_strength = 0.2;    ///< p(target | source) of words spelled the same
    double number_strength = 0.8;  ///< p(target | source) of equal numbers
};

/// What stands on one side: a document with the words of its language.
struct Side {
    const IndexedDocument& document;
    const Vocabulary& vocabulary;
    const Frequencies& frequencies;
};

/// Two words that speak for a bead.
struct WordPair {
    WordId source = 0;
    WordId target = 0;
    double forward = 0;   ///< p(target | source)
    double backward = 0;  ///< p(source | target)
};

/// What speaks for and against segments of two documents belonging together.
///
/// The score of a bead is a log likelihood ratio in nats: ln P(target | source, translated) − ln P(target |
/// unrelated), averaged over both directions, plus that of the lengths. 0 says nothing, +3 says twenty to
/// one.
class Evidence {
  public:
    /// `own`: what these documents themselves added to the lexicon's counts; it is taken off again, so that a
    /// document is judged by what the others teach (leave one out). `length_ratio`: characters of the target
    /// for one of the source.
    Evidence(Side source, Side target, const std::vector<AlikePair>& alike, const Lexicon& lexicon,
             const Counts& own, double length_ratio, const EvidenceOptions& options);

    [[nodiscard]] std::size_t source_size() const { return source_.words.size(); }
    [[nodiscard]] std::size_t target_size() const { return target_.words.size(); }

    /// The score of a bead; both ranges not empty.
    [[nodiscard]] double score(SegmentRange source, SegmentRange target) const;
    /// Its parts: what the words say (both directions, weighted) and what the lengths say.
    [[nodiscard]] double words_score(SegmentRange source, SegmentRange target) const;
    [[nodiscard]] double length_score(SegmentRange source, SegmentRange target) const;
    /// The pairs of words that speak for a bead, strongest first.
    [[nodiscard]] std::vector<WordPair> word_pairs(SegmentRange source, SegmentRange target) const;

    /// Adds the expected links between the words of a bead that holds with probability `weight`: the E step
    /// of IBM Model 1 in both directions (Brown et al. 1993, section 4.1), with what is known so far as p.
    void count_links(SegmentRange source, SegmentRange target, double weight,
                     std::vector<PairCount>& counts) const;

  private:
    using LocalId = std::uint32_t;  // a distinct word of the document
    struct View {
        std::vector<std::vector<LocalId>> words;  // of each segment
        std::vector<WordId> distinct;             // of the vocabulary
        std::vector<double> background;  // of each distinct word: its probability in an unrelated segment
        std::vector<double> links;       // of each distinct word: the links that tell its translations
        std::vector<double> known;       // of each distinct word: share of its translations that is known
        std::vector<double> unknown;     // of each segment: the sum over its words of 1 − known
        std::vector<double> lengths;     // of each segment
    };
    struct Affinity {
        LocalId target = 0;
        float forward = 0;   // p(target | source), the known part
        float backward = 0;  // p(source | target), the known part
    };

    template <class Links>
    static View view(Side side, const Links& links, const Lexicon& lexicon, const EvidenceOptions& options);
    void find_affinities(const std::vector<AlikePair>& alike, const Lexicon& lexicon, const Counts& own,
                         const Vocabulary& source_words, const Vocabulary& target_words);
    [[nodiscard]] float strength(const AlikePair& pair, const Word& source_word,
                                 const Word& target_word) const;
    void sum_affinities();
    [[nodiscard]] double one_way(const View& given, SegmentRange given_range, const View& made,
                                 SegmentRange made_range, const std::vector<float>& sums) const;
    static std::vector<LocalId> words_of(const View& view, SegmentRange range);
    [[nodiscard]] const Affinity* affinity(LocalId source, LocalId target) const;

    EvidenceOptions options_;
    double length_ratio_;
    double unrelated_length_variance_;
    View source_;
    View target_;
    std::vector<std::size_t> row_starts_;  // of affinities_, by source word
    std::vector<Affinity> affinities_;     // sorted by target within a row
    std::vector<float>
        forward_sums_;  // [target word][source segment]: sum of forward over the segment's words
    std::vector<float> backward_sums_;  // [source word][target segment]: sum of backward
};

}  // namespace align
