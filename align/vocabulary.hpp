#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "align/document.hpp"
#include "align/names.hpp"
#include "align/tokens.hpp"

namespace align {

/// The number of a word in a Vocabulary.
using WordId = std::uint32_t;

/// A word of one language as the aligner knows it: all forms of one key are the same word.
struct Word {
    std::string key;    ///< folded and cut to a stem; "#1500" for a number
    std::string form;   ///< the first form met in a document (else in a list), as written
    Spelling spelling;  ///< of that form; empty for numbers and for words in Han script
    bool is_number = false;
    bool is_spelled = false;  ///< the spelling is known
};

/// Whether a word's spelling is wanted: romanising is what costs most, and only words of documents are
/// compared.
enum class Spelled { yes, no };

/// The words of one language met so far, numbered in the order they were met.
class Vocabulary {
  public:
    Vocabulary() = default;
    Vocabulary(const Vocabulary&) = delete;
    Vocabulary& operator=(const Vocabulary&) = delete;
    Vocabulary(Vocabulary&&) = default;
    Vocabulary& operator=(Vocabulary&&) = default;
    ~Vocabulary() = default;

    /// The number of a word; a new one when its key is new.
    WordId intern(const Token& token, Spelled spelled = Spelled::yes);

    /// Every spelling that was looked up so far, in no order; they hold until the next one.
    [[nodiscard]] std::vector<std::string_view> surfaces() const;
    [[nodiscard]] std::size_t size() const { return words_.size(); }
    [[nodiscard]] const Word& operator[](WordId id) const { return words_[id]; }

  private:
    struct Hash {
        using is_transparent = void;
        std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>{}(text); }
    };
    using Index = std::unordered_map<std::string, WordId, Hash, std::equal_to<>>;

    void spell(Word& word, const std::string& surface);

    std::vector<Word> words_;
    Index by_key_;
    Index by_surface_;  // what was looked up before, for folding and romanising are slow
};

/// A document as the aligner sees it: for each segment its words and its length in code points.
struct IndexedDocument {
    std::vector<std::vector<WordId>> segments;
    std::vector<double> lengths;

    /// Adds a segment with its words.
    void add(std::string_view segment, const std::vector<Token>& tokens, Vocabulary& vocabulary,
             Spelled spelled = Spelled::yes);
};

/// Cuts the segments of a document into words and numbers them.
IndexedDocument index(const Document& document, Vocabulary& vocabulary);

/// The words of a document, each once, in the order of their numbers.
std::vector<WordId> distinct_words(const IndexedDocument& document);

/// How often the words of one language stand in the documents of a run.
class Frequencies {
  public:
    void add(const IndexedDocument& document);
    /// The share of all words that are this one, as `prior_words` words more in which it has the share
    /// `prior` leave it: above 0 for words never met too.
    [[nodiscard]] double probability(WordId word, double prior, double prior_words) const;
    /// The same of the first `words` words.
    [[nodiscard]] std::vector<float> probabilities(std::size_t words, double prior, double prior_words) const;

  private:
    std::vector<double> counts_;
    double total_ = 0;
};

}  // namespace align
