#include "align/tokens.hpp"

#include <cstdlib>
#include <utility>

#include "align/numbers.hpp"

namespace align {
namespace {
int env(const char* n, int d) { const char* v = std::getenv(n); return v ? std::atoi(v) : d; }

/// How many code points of a word make its stem, by script. Cutting merges the forms of inflected words; the
/// lengths trade that against merging strangers (tests/bench/NOTES.md has what was tried).
std::size_t stem_length(Script script) {
    static const int L = env("STEM", 5), A = env("STEMA", 5), E = env("STEME", 4), I = env("STEMI", 5);
    switch (script) {
        case Script::latin:
        case Script::cyrillic:
        case Script::greek: return L;
        case Script::arabic: return A;
        case Script::ethiopic: return E;
        case Script::devanagari:
        case Script::bengali: return I;
        default: return 8;
    }
}

std::string key_of(const std::string& folded) {
    return std::string(first_code_points(folded, stem_length(script_of(folded))));
}

}  // namespace

WordId Vocabulary::intern(std::string_view surface, WordKind kind) {
    if (const auto found = by_surface_.find(surface); found != by_surface_.end()) return found->second;
    Word word;
    if (const auto value = number_value(surface); value && kind == WordKind::number) {
        word.key = "#" + *value;
        word.form = *value;
        word.is_number = true;
    } else {
        word.form = fold(surface);
        word.key = key_of(word.form);
    }
    const auto [entry, is_new] = by_key_.try_emplace(word.key, static_cast<WordId>(words_.size()));
    const WordId id = entry->second;
    if (is_new) {
        if (!word.is_number) word.latin = to_latin(surface);
        words_.push_back(std::move(word));
    }
    by_surface_.emplace(surface, id);
    return id;
}

std::vector<RawToken> raw_tokens(std::string_view text, std::string_view language) {
    std::vector<RawToken> tokens;
    for (const WordSpan& span : words_of(text, language)) {
        tokens.push_back({std::string(text.substr(span.bytes.begin, span.bytes.size())), span.kind,
                          span.capital && !tokens.empty()});
    }
    return tokens;
}

TokenizedDocument tokenize(const Document& document, Vocabulary& vocabulary) {
    TokenizedDocument tokenized;
    for (const Segment& segment : document.segments()) {
        const std::string_view text = document.text_of(segment);
        auto& tokens = tokenized.segments.emplace_back();
        for (const RawToken& raw : raw_tokens(text, document.language())) {
            tokens.push_back({vocabulary.intern(raw.surface, raw.kind), raw.capital});
        }
        tokenized.lengths.push_back(static_cast<double>(count_code_points(text)));
    }
    return tokenized;
}

}  // namespace align
