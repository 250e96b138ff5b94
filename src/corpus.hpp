#pragma once

#include <cstddef>
#include <string>
#include <utility>
#include <vector>

#include "align/aligner.hpp"
#include "align/document.hpp"
#include "align/learn.hpp"
#include "known_words.hpp"
#include "progress.hpp"

namespace hexapla {

/// Two versions of one text. The documents belong to the caller.
struct DocumentPair {
    const align::Document* source = nullptr;
    const align::Document* target = nullptr;
};

/// Whether a lexicon is learned from the run's own documents: automatic, from a few hundred segments on.
enum class Learn { automatic, yes, no };

struct CorpusOptions {
    CorpusOptions();

    std::string source_language;
    std::string target_language;
    Learn learn = Learn::automatic;
    KnownOptions known;  ///< what is known of words before
    int jobs = 0;        ///< threads; 0: one a core
    int rounds = 3;      ///< of learning and aligning anew
    int em_steps = 2;    ///< of learning in each round
    align::EvidenceOptions evidence;
    align::SearchOptions search;        ///< with words learned from the run
    align::SearchOptions first_search;  ///< before: what is not known speaks against nothing
    align::MoveOptions moves;
    align::StretchOptions stretches;
    align::LearnOptions learning;
};

/// From how many segments (of the shorter side) a run learns by itself.
inline constexpr std::size_t segments_to_learn_from = 200;

/// Two languages' words and what is known of them: made for a run, kept to explain its decisions.
class Corpus {
  public:
    /// Takes all document pairs of a run. Cutting them into words runs in parallel.
    Corpus(const std::vector<DocumentPair>& pairs, CorpusOptions options, Progress& progress);

    /// Aligns every pair; learns a lexicon over all of them first, where the options say so, and aligns again
    /// with it, several rounds. The result is the same whatever the number of threads.
    void align(Progress& progress);

    [[nodiscard]] const std::vector<align::Alignment>& alignments() const { return alignments_; }
    [[nodiscard]] bool has_learned() const { return learns_; }
    /// What was known of words before, and from where.
    [[nodiscard]] const KnownWords& known() const { return known_; }
    [[nodiscard]] std::size_t lexicon_size() const { return lexicon_.size(); }
    /// The evidence by which pair number `pair` was aligned.
    [[nodiscard]] align::Evidence evidence(std::size_t pair) const;
    [[nodiscard]] const align::Vocabulary& source_words() const { return source_.words; }
    [[nodiscard]] const align::Vocabulary& target_words() const { return target_.words; }

  private:
    struct Language {
        align::Vocabulary words;
        align::Frequencies frequencies;
        std::vector<align::IndexedDocument> documents;
    };

    /// A stretch of a pair, which is aligned by itself.
    struct Part {
        std::size_t pair = 0;
        align::Stretch stretch;
        align::OwnLinks taught;           // its part of the lexicon's counts
        std::vector<align::Bead> likely;  // what is learned from; its segments are those of the documents
    };

    [[nodiscard]] align::Texts texts(std::size_t pair) const;
    void cut(Progress& progress);
    void read_words(const std::vector<DocumentPair>& pairs);
    void align_all(const align::SearchOptions& search, Progress& progress);
    void learn(Progress& progress);
    void measure_lengths();

    CorpusOptions options_;
    Language source_;
    Language target_;
    std::vector<std::vector<align::StrongPair>> alike_;
    std::vector<Part> parts_;  // of pair after pair
    KnownWords known_;
    align::Lexicon lexicon_;
    double length_ratio_ = 1;
    align::BeadCounts found_;  // in the alignments of texts that are related
    bool learns_ = false;
    std::vector<align::Alignment> alignments_;
};

}  // namespace hexapla
