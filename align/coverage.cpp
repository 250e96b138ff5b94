#include "align/coverage.hpp"

#include <algorithm>
#include <unordered_set>

#include "align/tokens.hpp"
#include "align/unicode.hpp"

namespace align {
namespace {

using Words = std::unordered_set<std::string_view>;

Words read_stop_list(std::string_view text) {
    Words words;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find('\n'), text.size());
        std::string_view line = text.substr(0, end);
        text.remove_prefix(std::min(end + 1, text.size()));
        if (line.starts_with('#')) continue;
        while (!line.empty()) {
            const std::size_t blank = std::min(line.find(' '), line.size());
            if (blank > 0) words.insert(line.substr(0, blank));
            line.remove_prefix(std::min(blank + 1, line.size()));
        }
    }
    return words;
}

/// In lower case, with the apostrophe of typewriters for the printed one (U+2019).
std::string plain(std::string_view word) {
    constexpr std::string_view printed = "\u2019";
    const std::string folded = fold(word);
    std::string kept;
    std::string_view rest = folded;
    for (std::size_t at = 0; (at = rest.find(printed)) != std::string_view::npos;) {
        kept.append(rest.substr(0, at)).push_back('\'');
        rest.remove_prefix(at + printed.size());
    }
    return kept.append(rest);
}

/// Whether a sentence begins behind this: at the beginning of a text, behind a mark that ends one or a colon,
/// or where a quotation opens.
bool begins_sentence(std::string_view before) {
    bool adjacent = true;
    while (!before.empty()) {
        std::size_t at = before.size();
        const char32_t c = previous_code_point(before, at);
        const Bracket bracket = bracket_kind(c);
        if (adjacent && (bracket == Bracket::initial_quote || bracket == Bracket::straight_quote))
            return true;
        if (!is_space(c) && bracket == Bracket::none) {
            const SentenceBreak kind = sentence_break(c);
            return kind == SentenceBreak::period || kind == SentenceBreak::end || c == U':';
        }
        adjacent = false;
        before.remove_suffix(before.size() - at);
    }
    return true;
}

/// The words of an English sentence, and which of them are content words.
struct EnglishSentence {
    std::vector<Token> tokens;
    std::vector<bool> is_content;
};

EnglishSentence read_english(std::string_view text) {
    EnglishSentence sentence;
    for (const WordSpan& span : words_of(text, "en")) {
        const std::string_view surface = text.substr(span.bytes.begin, span.bytes.size());
        const bool is_name = span.capital && !begins_sentence(text.substr(0, span.bytes.begin));
        sentence.tokens.push_back({std::string(surface), span.kind});
        sentence.is_content.push_back(span.kind == WordKind::word && !is_name && !is_stop_word(surface));
    }
    return sentence;
}

}  // namespace

bool is_stop_word(std::string_view word) {
    static const Words words = read_stop_list(stop_lists().front().text);
    return words.contains(plain(word));
}

CoverageCounter::CoverageCounter(const std::vector<ListEntry>& entries, std::string_view other_language)
    : english_("en"), other_(other_language), other_language_(other_language) {
    for (std::size_t i = 0; i < entries.size(); ++i) {
        english_.add(entries[i].source, i);
        other_.add(entries[i].target, i);
    }
}

void CoverageCounter::add(std::string_view english, std::string_view other) {
    const EnglishSentence sentence = read_english(english);
    std::vector<bool> known(sentence.tokens.size(), false);
    std::vector<std::size_t> entries;
    for (const Forms::Match& match : english_.matches(sentence.tokens)) {
        bool holds_content = false;
        for (std::size_t i = match.begin; i < match.begin + match.size; ++i) {
            known[i] = true;
            holds_content |= sentence.is_content[i];
        }
        if (holds_content) entries.push_back(match.entry);
    }
    coverage_.words += sentence.tokens.size();
    for (std::size_t i = 0; i < sentence.tokens.size(); ++i) {
        if (!sentence.is_content[i]) continue;
        ++coverage_.content;
        if (known[i]) {
            ++coverage_.known;
        } else {
            ++unknown_[plain(sentence.tokens[i].surface)];
        }
    }
    std::sort(entries.begin(), entries.end());
    const auto matches = other_.matches(tokenize(other, other_language_));
    ++coverage_.sentences;
    coverage_.matched += std::any_of(matches.begin(), matches.end(), [&](const Forms::Match& match) {
        return std::binary_search(entries.begin(), entries.end(), match.entry);
    });
}

std::vector<UnknownWord> CoverageCounter::unknown() const {
    std::vector<UnknownWord> words;
    for (const auto& [word, count] : unknown_) words.push_back({word, count});
    std::sort(words.begin(), words.end(), [](const UnknownWord& a, const UnknownWord& b) {
        return a.count != b.count ? a.count > b.count : a.word < b.word;
    });
    return words;
}

void CoverageCounter::Forms::add(const std::vector<std::string>& forms, std::size_t entry) {
    for (const std::string& form : forms) {
        Form read{{}, entry};
        for (const Token& token : tokenize(form, language_))
            read.words.push_back(words_.intern(token, Spelled::no));
        if (!read.words.empty()) by_first_[read.words.front()].push_back(std::move(read));
    }
}

std::vector<CoverageCounter::Forms::Match> CoverageCounter::Forms::matches(
    const std::vector<Token>& sentence) {
    std::vector<WordId> words;
    for (const Token& token : sentence) words.push_back(words_.intern(token, Spelled::no));
    std::vector<Match> found;
    for (std::size_t at = 0; at < words.size(); ++at) {
        const auto forms = by_first_.find(words[at]);
        if (forms == by_first_.end()) continue;
        for (const Form& form : forms->second) {
            const bool fits = form.words.size() <= words.size() - at &&
                              std::equal(form.words.begin(), form.words.end(),
                                         words.begin() + static_cast<std::ptrdiff_t>(at));
            if (fits) found.push_back({form.entry, at, form.words.size()});
        }
    }
    return found;
}

}  // namespace align
