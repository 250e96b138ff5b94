#include "align/tokens.hpp"

namespace align {
namespace {

/// Letters alone, of a script that puts something between its words.
bool is_one_word(std::string_view form) {
    for (std::size_t at = 0; at < form.size();) {
        const SentenceBreak kind = sentence_break(next_code_point(form, at));
        if (kind != SentenceBreak::lower && kind != SentenceBreak::upper && kind != SentenceBreak::letter)
            return false;
    }
    const Script script = script_of(form);
    return !form.empty() && script != Script::han && script != Script::other;
}

}  // namespace

std::vector<Token> tokenize_form(std::string_view form, std::string_view language) {
    if (!language.starts_with("zh") && is_one_word(form)) return {{std::string(form), WordKind::word}};
    return tokenize(form, language);
}

std::vector<Token> tokenize(std::string_view segment, std::string_view language) {
    std::vector<Token> tokens;
    for (const WordSpan& span : words_of(segment, language)) {
        tokens.push_back({std::string(segment.substr(span.bytes.begin, span.bytes.size())), span.kind});
    }
    return tokens;
}

}  // namespace align
