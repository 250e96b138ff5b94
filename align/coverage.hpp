#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "align/vocabulary.hpp"
#include "align/word_list.hpp"

namespace align {

/// How much of texts a list of entries knows.
struct Coverage {
    std::size_t words = 0;      ///< of the English sentences, numbers too
    std::size_t content = 0;    ///< of them words that say what a sentence is about: see CoverageCounter
    std::size_t known = 0;      ///< of these with an entry
    std::size_t sentences = 0;  ///< pairs of sentences that translate each other
    std::size_t matched = 0;    ///< of them with an entry that matches on both sides
};

/// A content word without an entry, and how often it was met.
struct UnknownWord {
    std::string word;  ///< in lower case
    std::size_t count = 0;
};

/// Measures what entries from English into another language know of sentences and their translations.
///
/// Content words are the English words but for numbers (by WordKind), names (words with a capital that do not
/// begin a sentence or a quotation) and the stop list (align/lexicon/stop-en.txt). Words are matched as the
/// vocabulary matches them, by their stems; a phrase matches where its words follow each other. A content
/// word has an entry when it stands in a form of one that matches; an entry matches a pair of sentences when
/// a form of it that holds a content word stands in the English one and a form of the other side in the other
/// one.
class CoverageCounter {
  public:
    CoverageCounter(const std::vector<ListEntry>& entries, std::string_view other_language);

    /// Counts an English sentence and its translation.
    void add(std::string_view english, std::string_view other);

    [[nodiscard]] const Coverage& coverage() const { return coverage_; }
    /// The content words without an entry, most frequent first.
    [[nodiscard]] std::vector<UnknownWord> unknown() const;

  private:
    /// The forms of one side by their first word.
    class Forms {
      public:
        explicit Forms(std::string_view language) : language_(language) {}
        void add(const std::vector<std::string>& forms, std::size_t entry);
        /// A form found in a sentence: words [begin, begin + size), of which entry.
        struct Match {
            std::size_t entry;
            std::size_t begin;
            std::size_t size;
        };
        [[nodiscard]] std::vector<Match> matches(const std::vector<Token>& sentence);

      private:
        struct Form {
            std::vector<WordId> words;
            std::size_t entry;
        };
        std::string language_;
        Vocabulary words_;
        std::unordered_map<WordId, std::vector<Form>> by_first_;
    };

    Forms english_;
    Forms other_;
    std::string other_language_;
    Coverage coverage_;
    std::unordered_map<std::string, std::size_t> unknown_;
};

/// Whether the word, in any case, is of the English stop list.
bool is_stop_word(std::string_view word);

/// A stop list as it was built in.
struct StopList {
    std::string_view tag;
    std::string_view text;
};
std::span<const StopList> stop_lists();

}  // namespace align
