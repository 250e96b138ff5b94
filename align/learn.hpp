#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "align/evidence.hpp"
#include "align/lexicon.hpp"
#include "align/search.hpp"
#include "align/vocabulary.hpp"

namespace align {

/// The numbers of learning; README.md has the method.
struct LearnOptions {
    LexiconLimits lexicon;
    double explained = 0.4;    ///< λ: share of a segment's words that a true partner accounts for
    double least_bead = 0.02;  ///< beads less likely than this teach nothing
    double least_link =
        0.005;  ///< expected links of two words in a lesson; fewer are noise and would cost memory
    std::size_t least_lessons =
        2;                    ///< in how many lessons two words are to meet, if nothing was known of them
    double list_weight = 20;  ///< how many links a pair of a word list stands for
    int list_rounds = 4;      ///< rounds of EM over a word list
};

/// A passage of two texts that is learned from as one: its likely beads. The texts belong to the caller.
struct Lesson {
    const IndexedDocument* source = nullptr;
    const IndexedDocument* target = nullptr;
    std::vector<Bead> beads;
    const std::vector<StrongPair>* alike = nullptr;  ///< words spelled alike, as Evidence takes them
};

/// Both sides' background probabilities, by word: see Frequencies.
struct Backgrounds {
    std::vector<float> source;
    std::vector<float> target;
};

/// Learns word correspondences from lessons: IBM Model 1 in both directions by expectation maximisation
/// (Brown et al. 1993, "The mathematics of statistical machine translation", section 4.1), each bead weighing
/// as much as it is likely. What a lesson gave is kept apart, so that it can be taken off again where that
/// lesson's own passage is judged. Pairs of words that meet in one lesson only are left out: taken off there,
/// they would say nothing anywhere.
class Learner {
  public:
    /// `known`: counts to which all that is learned is added. `before`: with what is expected at first.
    Learner(std::vector<Lesson> lessons, const Counts& known, const Lexicon& before,
            const Backgrounds& backgrounds, std::size_t source_words, std::size_t target_words,
            const LearnOptions& options);

    [[nodiscard]] std::size_t lessons() const { return lessons_.size(); }
    /// The E step over one lesson. Different lessons may run side by side.
    void expect(std::size_t lesson);
    /// The M step over all lessons; sums of whole numbers, so their order does not matter.
    void maximise();
    /// All counts after the last M step, those known before among them.
    [[nodiscard]] Counts counts() const;
    /// What one lesson added to them.
    [[nodiscard]] OwnLinks own(std::size_t lesson) const;
    /// The links of each word that were not told apart by pair, of all lessons.
    [[nodiscard]] const Rest& rest() const { return rest_; }

  private:
    static constexpr std::uint32_t none = 0xFFFFFFFF;
    struct Pair {
        WordId source = 0;
        WordId target = 0;
        float forward = 0;  // links, as of the last M step
        float backward = 0;
    };
    struct LocalPair {
        std::uint32_t pair = none;  // of pairs_
        float strength = 0;         // by spelling
        std::int32_t forward = 0;   // what the lesson gives, in count_unit, at most all that fits
        std::int32_t backward = 0;
    };
    struct Local {
        Lesson lesson;
        std::vector<std::uint64_t> keys;  // of local pairs, until they are numbered
        std::vector<LocalPair> pairs;
        std::vector<std::uint32_t>
            cells;              // local pairs, of bead after bead, by source word, then target word
        WordLinks source_rest;  // links of pairs that are left out
        WordLinks target_rest;
    };

    void gather(Local& local) const;
    void number_pairs(const Counts& known, const Lexicon& before);
    void expect_bead(const Bead& bead, const std::uint32_t* cells, Local& local) const;
    void know_words(const Lexicon& before, std::size_t source_words, std::size_t target_words);

    LearnOptions options_;
    const Counts& known_;
    const Backgrounds& backgrounds_;
    std::vector<Local> lessons_;
    std::vector<Pair> pairs_;
    std::vector<Pair> known_pairs_;  // the links known before, of the same numbers
    std::vector<std::int64_t> known_source_;
    std::vector<std::int64_t> known_target_;
    std::vector<float> source_links_;  // all of a word, as of the last M step
    std::vector<float> target_links_;
    std::vector<float> source_rest_;  // of them, those of pairs that are not told apart
    std::vector<float> target_rest_;
    Rest rest_;
};

/// What a list of words or short phrases teaches, pair by pair: IBM Model 1 by EM over the list. The two
/// lists are of one length; a pair with an empty side is passed over.
Counts learn_list(const std::vector<std::string>& source, std::string_view source_language,
                  Vocabulary& source_words, const std::vector<std::string>& target,
                  std::string_view target_language, Vocabulary& target_words, const LearnOptions& options);

}  // namespace align
