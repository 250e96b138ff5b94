#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "align/alike.hpp"
#include "align/lexicon.hpp"
#include "align/ranges.hpp"
#include "align/vocabulary.hpp"

namespace align {

/// The numbers of the evidence model; README.md has the formulae.
struct EvidenceOptions {
    double explained = 0.4;        ///< λ: share of a segment's words that a true partner accounts for
    double dilution = 0.75;        ///< θ: how far words of a bead of several segments dilute each other
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

/// What stands on one side: segments of a document.
struct Side {
    const IndexedDocument& document;
    const Frequencies& frequencies;
    SegmentRange segments;  ///< those that are looked at; they count from 0 in Evidence
};

/// Two words by their spelling, or numbers, and how strongly they speak for each other.
struct StrongPair {
    WordId source = 0;
    WordId target = 0;
    float strength = 0;  ///< p(target | source) and p(source | target)
};

/// What words that are alike are worth; in the same order.
std::vector<StrongPair> strengths(const std::vector<AlikePair>& alike, const Vocabulary& source_words,
                                  const Vocabulary& target_words, const EvidenceOptions& options);

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
    /// `own`: what these segments themselves added to the lexicon's counts; it is taken off again, so that
    /// they are judged by what the others teach (leave one out). `length_ratio`: characters of the target for
    /// one of the source.
    Evidence(Side source, Side target, const std::vector<StrongPair>& alike, const Lexicon& lexicon,
             const OwnLinks& own, double length_ratio, const EvidenceOptions& options);

    [[nodiscard]] std::size_t source_size() const { return source_.size(); }
    [[nodiscard]] std::size_t target_size() const { return target_.size(); }

    /// The score of a bead; both ranges not empty.
    [[nodiscard]] double score(SegmentRange source, SegmentRange target) const;
    /// Its parts: what the words say (both directions, weighted) and what the lengths say.
    [[nodiscard]] double words_score(SegmentRange source, SegmentRange target) const;
    [[nodiscard]] double length_score(SegmentRange source, SegmentRange target) const;
    /// What the words say of one side as made from the other, unweighted, and the score of the bead.
    struct Scores {
        double forward = 0;   ///< how much likelier the target's words are given the source
        double backward = 0;  ///< and the other way round
        double sum = 0;
    };
    [[nodiscard]] Scores scores(SegmentRange source, SegmentRange target) const;
    /// The pairs of words that speak for a bead, strongest first.
    [[nodiscard]] std::vector<WordPair> word_pairs(SegmentRange source, SegmentRange target) const;

  private:
    using LocalId = std::uint32_t;  // a distinct word of these segments
    struct View {
        std::vector<std::uint32_t> starts;  // of each segment's words in `words`, and their end
        std::vector<LocalId> words;         // of segment after segment
        std::vector<WordId> distinct;       // of the vocabulary, sorted
        std::vector<float> background;      // of each distinct word: its probability in an unrelated segment
        std::vector<float> links;           // of each distinct word: the links that tell its translations
        std::vector<float>
            unknown;  // of each segment: the sum over its words of what is not known of p(. | word)
        std::vector<double> lengths;  // of each segment
        double length_variance = 0;   // of ln length
        [[nodiscard]] std::size_t size() const { return lengths.size(); }
    };
    struct Affinity {
        LocalId target = 0;
        float forward = 0;   // p(target | source), the known part
        float backward = 0;  // p(source | target), the known part
    };
    /// How far the words of one side are explained by single segments of the other.
    struct Explained {
        struct Word {
            std::uint32_t place = 0;  // in View::words of the side that is made
            float times = 0;  // p(word | segment) · its size, over the word's background: the known part
        };
        std::vector<Word> words;            // by giving segment, then place; only what is explained at all
        std::vector<std::uint32_t> starts;  // in `words`, by giving segment, then made segment, and the end
        std::size_t made_size = 0;
        [[nodiscard]] const Word* begin(std::size_t given, std::size_t made) const {
            return words.data() + starts[given * made_size + made];
        }
    };

    template <class Links, class Rest>
    static View view(const Side& side, const Links& links, const Rest& rest, const Lexicon& lexicon,
                     const EvidenceOptions& options);
    void find_affinities(const std::vector<StrongPair>& alike, const Lexicon& lexicon, const Counts& own);
    template <class Visit>
    static Explained explain(const View& given, const View& made, const Visit& for_each_affinity);
    [[nodiscard]] double one_way(const View& given, SegmentRange given_range, const View& made,
                                 SegmentRange made_range, const Explained& explained) const;
    [[nodiscard]] const Affinity* affinity(LocalId source, LocalId target) const;

    EvidenceOptions options_;
    double length_ratio_;
    View source_;
    View target_;
    std::vector<std::size_t> row_starts_;  // of affinities_, by source word
    std::vector<Affinity> affinities_;     // sorted by target within a row
    Explained forward_;
    Explained backward_;
};

}  // namespace align
