#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "align/document.hpp"
#include "align/unicode.hpp"

namespace align {

/// The number of a word in a Vocabulary.
using WordId = std::uint32_t;

/// A word of one language as the aligner knows it: all forms of one key are the same word.
struct Word {
    std::string key;    ///< folded and cut to a stem; "#1500" for a number
    std::string latin;  ///< the first form met, romanised to a-z; empty for numbers
    std::string form;   ///< the first form met, folded
    bool is_number = false;
};

/// The words of one language met so far, numbered in the order they were met.
class Vocabulary {
  public:
    explicit Vocabulary(std::string language) : language_(std::move(language)) {}

    /// The number of a word as it stands in a text; a new one when its key is new.
    WordId intern(std::string_view surface, WordKind kind);

    [[nodiscard]] const std::string& language() const { return language_; }
    [[nodiscard]] std::size_t size() const { return words_.size(); }
    [[nodiscard]] const Word& operator[](WordId id) const { return words_[id]; }

  private:
    struct Hash {
        using is_transparent = void;
        std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>{}(text); }
    };
    using Index = std::unordered_map<std::string, WordId, Hash, std::equal_to<>>;

    std::string language_;
    std::vector<Word> words_;
    Index by_key_;
    Index by_surface_;  // what was looked up before: romanising and folding are slow
};

/// A word of a segment.
struct Token {
    WordId word = 0;
    bool capital = false;  ///< written with a capital where the segment does not begin
};

/// A document as the aligner sees it: for each segment its words and its length in code points.
struct TokenizedDocument {
    std::vector<std::vector<Token>> segments;
    std::vector<double> lengths;
};

/// The words of a segment before they are numbered; this part can run in parallel.
struct RawToken {
    std::string surface;
    WordKind kind = WordKind::word;
    bool capital = false;
};
std::vector<RawToken> raw_tokens(std::string_view text, std::string_view language);

/// Cuts the segments of a document into words and numbers them.
TokenizedDocument tokenize(const Document& document, Vocabulary& vocabulary);

}  // namespace align
