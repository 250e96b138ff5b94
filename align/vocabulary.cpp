#include "align/vocabulary.hpp"

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
    word.key = first_code_points(folded, stem_length(script));
    // The reading of single Chinese characters is alike to everything: no evidence.
    if (script != Script::han) word.spelling = spelling_of(to_latin(token.surface));
    return word;
}

}  // namespace

WordId Vocabulary::intern(const Token& token) {
    if (const auto found = by_surface_.find(token.surface); found != by_surface_.end()) return found->second;
    Word word = word_of(token);
    const auto [entry, is_new] = by_key_.try_emplace(word.key, static_cast<WordId>(words_.size()));
    const WordId id = entry->second;
    if (is_new) words_.push_back(std::move(word));
    by_surface_.emplace(token.surface, id);
    return id;
}

void IndexedDocument::add(std::string_view segment, const std::vector<Token>& tokens,
                          Vocabulary& vocabulary) {
    auto& words = segments.emplace_back();
    words.reserve(tokens.size());
    for (const Token& token : tokens) words.push_back(vocabulary.intern(token));
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

void Frequencies::add(const IndexedDocument& document) {
    for (const auto& segment : document.segments) {
        for (const WordId word : segment) {
            if (word >= counts_.size()) counts_.resize(word + 1, 0);
            counts_[word] += 1;
            total_ += 1;
        }
    }
}

double Frequencies::probability(WordId word) const {
    const double count = word < counts_.size() ? counts_[word] : 0.0;
    return (count + 0.5) / (total_ + 1);
}

}  // namespace align
