#include "align/vocabulary.hpp"

#include <algorithm>
#include <utility>

#include "align/numbers.hpp"

namespace align {
namespace {

/// How many code points of a word make its stem, by script. Cutting merges the forms of inflected words; the
/// lengths trade that against merging strangers. tests/bench/NOTES.md has what was tried.
std::size_t stem_length(Script script) {
    switch (script) {
        case Script::ethiopic:
            return 4;
        case Script::han:
        case Script::other:
            return 8;
        default:
            return 5;
    }
}

/// Arabic writes its article, and "and", "in", "like", "so", "for" before it, as one with the word. Without
/// them the word is found whatever stands before it. Persian, Dari, Pashto and Urdu words that begin with
/// these letters are shortened too, each always alike.
std::string_view without_article(std::string_view word) {
    constexpr std::size_t least = 3;  // letters that stay
    for (const std::string_view article : {"وال", "بال", "کال", "فال", "ال", "لل"}) {
        if (!word.starts_with(article)) continue;
        const std::string_view rest = word.substr(article.size());
        return count_code_points(rest) >= least ? rest : word;
    }
    return word;
}

Word word_of(const Token& token) {
    Word word;
    word.form = token.surface;
    if (token.kind == WordKind::number) {
        if (const auto value = number_value(token.surface)) {
            word.key = "#" + *value;
            word.is_number = true;
            return word;
        }
    }
    const std::string folded = fold(token.surface);
    const Script script = script_of(folded);
    word.key =
        first_code_points(script == Script::arabic ? without_article(folded) : folded, stem_length(script));
    return word;
}

}  // namespace

void Vocabulary::spell(Word& word, const std::string& surface) {
    word.is_spelled = true;
    word.form = surface;
    // The reading of single Chinese characters is alike to everything: no evidence.
    if (!word.is_number && script_of(word.key) != Script::han) word.spelling = spelling_of(to_latin(surface));
}

WordId Vocabulary::intern(const Token& token, Spelled spelled) {
    auto found = by_surface_.find(token.surface);
    if (found == by_surface_.end()) {
        Word word = word_of(token);
        const auto [entry, is_new] = by_key_.try_emplace(word.key, static_cast<WordId>(words_.size()));
        if (is_new) words_.push_back(std::move(word));
        found = by_surface_.emplace(token.surface, entry->second).first;
    }
    Word& word = words_[found->second];
    if (spelled == Spelled::yes && !word.is_spelled) spell(word, token.surface);
    return found->second;
}

std::vector<std::string_view> Vocabulary::surfaces() const {
    std::vector<std::string_view> all;
    all.reserve(by_surface_.size());
    for (const auto& [surface, word] : by_surface_) all.emplace_back(surface);
    return all;
}

void IndexedDocument::add(std::string_view segment, const std::vector<Token>& tokens, Vocabulary& vocabulary,
                          Spelled spelled) {
    auto& words = segments.emplace_back();
    words.reserve(tokens.size());
    for (const Token& token : tokens) words.push_back(vocabulary.intern(token, spelled));
    lengths.push_back(static_cast<double>(count_code_points(segment)));
}

IndexedDocument index(const Document& document, Vocabulary& vocabulary) {
    IndexedDocument indexed;
    for (const Segment& segment : document.segments()) {
        const std::string_view text = document.text_of(segment);
        indexed.add(text, tokenize(text, document.language()), vocabulary);
    }
    return indexed;
}

std::vector<WordId> distinct_words(const IndexedDocument& document) {
    std::vector<WordId> words;
    for (const auto& segment : document.segments) words.insert(words.end(), segment.begin(), segment.end());
    std::sort(words.begin(), words.end());
    words.erase(std::unique(words.begin(), words.end()), words.end());
    return words;
}

void Frequencies::add(const IndexedDocument& document) {
    for (const auto& segment : document.segments) {
        for (const WordId word : segment) {
            if (word >= counts_.size()) counts_.resize(word + 1, 0);
            counts_[word] += 1;
            total_ += 1;
        }
    }
}

double Frequencies::probability(WordId word, double prior, double prior_words) const {
    const double count = word < counts_.size() ? counts_[word] : 0.0;
    return (count + prior * prior_words) / (total_ + prior_words);
}

std::vector<float> Frequencies::probabilities(std::size_t words, double prior, double prior_words) const {
    std::vector<float> all;
    all.reserve(words);
    for (WordId word = 0; word < words; ++word)
        all.push_back(static_cast<float>(probability(word, prior, prior_words)));
    return all;
}

}  // namespace align
