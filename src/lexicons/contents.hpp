#pragma once

#include <string>
#include <vector>

#include "align/word_list.hpp"

/// Lexicons as files: what formats there are, what they hold.
namespace lexicons {

/// Two languages by the tags of editions or, where no edition is in a language, by their BCP-47 tags. Both
/// empty: not told.
struct Languages {
    std::string source;
    std::string target;

    [[nodiscard]] bool empty() const { return source.empty() && target.empty(); }
    [[nodiscard]] Languages reversed() const { return {target, source}; }
    friend bool operator==(const Languages&, const Languages&) = default;
};

/// Sentences and their translations, one by one.
struct SentencePairs {
    std::vector<std::string> source;  ///< as many as `target`
    std::vector<std::string> target;

    void add(std::string one, std::string other) {
        source.push_back(std::move(one));
        target.push_back(std::move(other));
    }
};

/// What a file teaches: entries, or sentences from which words can be learned.
struct Contents {
    std::vector<align::ListEntry> entries;
    SentencePairs sentences;

    [[nodiscard]] bool empty() const { return entries.empty() && sentences.source.empty(); }
    /// The other way round.
    [[nodiscard]] Contents reversed() &&;
};

/// A language as the program knows it: the edition's tag where the tag ("de-AT", "en-US") is one's, else the
/// tag as it is.
std::string language_of_tag(const std::string& tag);

/// How near two languages are for lexicons: 2 the same edition, 1 editions so alike that one's words serve
/// the other (pages::are_alike; zh-Hans and zh-Hant are not), 0 strangers.
int nearness(const std::string& language, const std::string& other);

/// How a file of the languages `of_file` is read in a run of `of_run`.
enum class Direction { straight, reversed, neither };
Direction direction(const Languages& of_file, const Languages& of_run);

/// The entries the other way round.
std::vector<align::ListEntry> reversed(std::vector<align::ListEntry> entries);

}  // namespace lexicons
