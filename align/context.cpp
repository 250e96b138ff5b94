#include "align/context.hpp"

#include <algorithm>

#include "align/unicode.hpp"

namespace align {
namespace {

constexpr std::size_t longest_token = 64;  // bytes; a longer one is no abbreviation
constexpr std::size_t most_openers = 16;   // brackets, dashes and spaces before the next word

/// What a token is made of beside letters, digits and full stops.
bool joins(char32_t c) {
    return c == U'-' || c == U'/' || c == U'@' || c == U'&' || c == U'_' || c == U'\'' || c == U'’' ||
           c == U'\u2011' || c == U'º' || c == U'°' || c == U'ª' || c == U'%' || c == U'#' || c == U'~' ||
           c == U'=';
}

bool is_token_part(char32_t c) {
    const SentenceBreak kind = sentence_break(c);
    return is_letter(kind) || kind == SentenceBreak::digit || kind == SentenceBreak::period ||
           kind == SentenceBreak::transparent || joins(c);
}

/// The characters of a token that end at `end`, not further back than `begin`.
std::string_view token_before(std::string_view text, std::size_t begin, std::size_t end) {
    std::size_t first = end;
    for (std::size_t at = end; at > begin && end - at <= longest_token;) {
        if (!is_token_part(previous_code_point(text, at))) break;
        first = at;
    }
    return text.substr(first, end - first);
}

StoppedWord token_of(std::string_view text) {
    StoppedWord token;
    while (!text.empty() && (text.front() == '\'' || text.front() == '-' || text.front() == '.'))
        text.remove_prefix(1);
    token.text = text;
    token.cut_short = text.size() > longest_token;
    std::size_t run = 0;
    for (std::size_t at = 0; at < text.size();) {
        const char32_t c = next_code_point(text, at);
        const SentenceBreak kind = sentence_break(c);
        if (is_letter(kind)) {
            ++token.letters;
            token.capitals += kind == SentenceBreak::upper ? 1 : 0;
            token.caseless += kind == SentenceBreak::letter ? 1 : 0;
            token.longest = std::max(token.longest, ++run);
        } else if (kind == SentenceBreak::period) {
            ++token.stops;
            run = 0;
        } else if (c == U'-' && run == 0) {
            continue;
        } else if (kind == SentenceBreak::digit) {
            ++token.digits;
        } else if (kind == SentenceBreak::transparent) {
            // vowel signs make what they stand on longer than a letter
            if (kind == SentenceBreak::transparent && c >= 0x0900 && c <= 0x0DFF) ++run, ++token.letters;
        } else {
            token.other = true;
        }
    }
    return token;
}

std::string_view word_before(std::string_view text, std::size_t begin, std::size_t end) {
    std::size_t at = end;
    while (at > begin) {
        std::size_t before = at;
        if (sentence_break(previous_code_point(text, before)) != SentenceBreak::space) break;
        at = before;
    }
    return at == end ? std::string_view() : token_before(text, begin, at);
}

bool is_dash_or_bullet(char32_t c) {
    return c == U'-' || c == U'–' || c == U'—' || c == U'―' || c == U'•' || c == U'‣' || c == U'·' ||
           c == U'*' || c == U'▪' || c == U'●' || c == U'■' || c == U'►' || c == U'⁃';
}

Next next_of(SentenceBreak kind) {
    switch (kind) {
        case SentenceBreak::lower:
            return Next::lower;
        case SentenceBreak::upper:
            return Next::upper;
        case SentenceBreak::letter:
            return Next::letter;
        case SentenceBreak::digit:
            return Next::digit;
        case SentenceBreak::period:
        case SentenceBreak::end:
            return Next::stop;
        case SentenceBreak::go_on:
            return Next::go_on;
        case SentenceBreak::separator:
            return Next::nothing;
        default:
            return Next::other;
    }
}

std::string_view word_at(std::string_view text, std::size_t begin) {
    std::size_t end = begin;
    for (std::size_t at = begin; at < text.size() && at - begin <= longest_token; end = at) {
        const SentenceBreak kind = sentence_break(next_code_point(text, at));
        if (!is_letter(kind) && kind != SentenceBreak::digit && kind != SentenceBreak::transparent) break;
    }
    return text.substr(begin, end - begin);
}

void look_ahead(Context& context) {
    const std::string_view text = context.text;
    context.rest = text.substr(context.place.offset);
    std::size_t at = context.place.offset;
    for (std::size_t openers = 0; at < text.size(); ++openers) {
        const std::size_t begin = at;
        const char32_t c = next_code_point(text, at);
        const SentenceBreak kind = sentence_break(c);
        if (openers < most_openers) {
            if (kind == SentenceBreak::space || kind == SentenceBreak::transparent || c == U'¿' || c == U'¡')
                continue;
            if (is_dash_or_bullet(c)) {
                context.dashed = true;
                continue;
            }
            if (kind == SentenceBreak::closing) {
                context.bracketed = true;
                continue;
            }
        }
        context.next = next_of(kind);
        context.word = word_at(text, begin);
        return;
    }
}

}  // namespace

bool is_roman_number(std::string_view word) {
    return word.find_first_not_of("IVXLCDM") == std::string_view::npos;
}

bool StoppedWord::is_roman() const {
    return letters >= 2 && capitals == letters && digits == 0 && stops == 0 && !other &&
           is_roman_number(text);
}

Context context_of(std::string_view text, const SentenceRules& rules, const Place& place, bool unicode_cuts,
                   std::size_t begin) {
    Context context{text, rules, place, unicode_cuts, begin, {}, {}, Next::nothing, false, false, {}, {}};
    if (place.kind == StopKind::period) {
        context.token = token_of(token_before(text, begin, place.stop));
        const auto token_begin = static_cast<std::size_t>(context.token.text.data() - text.data());
        if (token_begin > begin) {
            std::size_t before = token_begin;
            const char32_t sign = previous_code_point(text, before);
            context.token.attached =
                sentence_break(sign) == SentenceBreak::other || sign == U',' || sign == U':';
        }
        if (!context.token.text.empty()) context.before = word_before(text, begin, token_begin);
    }
    if (!place.paragraph) look_ahead(context);
    return context;
}

bool is_starter(const Context& at) { return at.rules.find(FormKind::starter, at.word) != nullptr; }

bool is_plain_period(const Context& at) {
    return at.place.kind == StopKind::period && !at.is_closed() && !at.token.text.empty() &&
           !at.token.cut_short;
}

bool capital_begins(const Context& at) { return at.next == Next::upper && !at.rules.capitalises_nouns(); }

bool is_letter_at(std::string_view text, std::size_t at) {
    return at < text.size() && is_letter(sentence_break(next_code_point(text, at)));
}

bool is_letter_before(std::string_view text, std::size_t at) {
    return at > 0 && is_letter(sentence_break(previous_code_point(text, at)));
}

bool is_lower_at(std::string_view text, std::size_t at) {
    return at < text.size() && sentence_break(next_code_point(text, at)) == SentenceBreak::lower;
}

}  // namespace align
