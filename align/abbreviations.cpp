#include "align/abbreviations.hpp"

#include <algorithm>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "align/unicode.hpp"

namespace align {
namespace {

/// Where the words begin that the stop ends, the last one first: up to `most` of them in the sentence. A word
/// also begins behind a hyphen, a slash and an apostrophe.
std::vector<std::size_t> beginnings(const Context& at, std::size_t most) {
    std::vector<std::size_t> found;
    std::size_t i = at.place.stop;
    const std::size_t limit = i - std::min<std::size_t>(i - at.begin, 48);
    while (i > limit && found.size() < most) {
        std::size_t before = i;
        const char32_t c = previous_code_point(at.text, before);
        const SentenceBreak kind = sentence_break(c);
        const bool parts = kind == SentenceBreak::space || kind == SentenceBreak::closing ||
                           kind == SentenceBreak::go_on || c == U'/' || c == U'’';
        if (parts && i < at.place.stop && (found.empty() || found.back() != i)) {
            found.push_back(i);
            if (kind == SentenceBreak::closing) return found;
        }
        i = before;
    }
    if (i == at.begin && found.size() < most && (found.empty() || found.back() != i)) found.push_back(i);
    return found;
}

/// False for most words: then the lists need no longer look.
bool may_abbreviate(const Context& at) {
    if (!is_plain_period(at)) return false;
    const std::string_view text = at.token.text;
    constexpr std::string_view apostrophe = "’";
    std::size_t begin = text.find_last_of(".-/'") + 1;  // 0 where none is found
    if (const std::size_t last = text.rfind(apostrophe); last != std::string_view::npos)
        begin = std::max(begin, last + apostrophe.size());
    begin += static_cast<std::size_t>(text.data() - at.text.data());
    return at.rules.may_abbreviate(at.text.substr(begin, at.place.stop_end - begin));
}

/// The abbreviation that the full stop ends, the longest that is listed.
std::span<const Form> abbreviation(const Context& at) {
    std::span<const Form> longest;
    for (const std::size_t begin : beginnings(at, at.rules.longest())) {
        const auto found = at.rules.find(form_key(at.text.substr(begin, at.place.stop_end - begin)));
        if (!found.empty()) longest = found;
    }
    return longest;
}

bool continues_with(std::string_view text, std::string_view rest) {
    while (!rest.empty()) {
        std::size_t behind = 0;
        if (!text.empty() && is_space(next_code_point(text, behind))) {
            text.remove_prefix(behind);
        } else if (!text.empty() && text.front() == rest.front()) {
            text.remove_prefix(1);
            rest.remove_prefix(1);
        } else if (behind > 1 && form_key(text.substr(0, behind)) == rest.substr(0, 1)) {
            text.remove_prefix(behind);
            rest.remove_prefix(1);
        } else {
            return false;
        }
    }
    return true;
}

/// "W 1956 r. Nowak", "В 2010 г. Иванов": the abbreviation ends the date that a sentence begins with. So
/// little before it is no sentence.
bool opens_sentence(const Context& at) {
    constexpr std::size_t most_words = 2;
    if (at.next != Next::upper || is_starter(at)) return false;
    const std::string_view said = at.text.substr(at.begin, at.place.stop - at.begin);
    return static_cast<std::size_t>(std::count(said.substr(0, 64).begin(), said.substr(0, 64).end(), ' ')) <=
               most_words &&
           said.size() <= 64;
}

bool has_digit(std::string_view text) { return text.find_first_of("0123456789") != std::string_view::npos; }

bool follows_number(const Context& at) {
    constexpr std::size_t near = 24;  // bytes: as far as "317 mln" reaches
    const std::size_t from = at.place.stop - std::min(at.place.stop - at.begin, near);
    return has_digit(at.text.substr(from, at.place.stop - from)) ||
           at.before.find_first_of("IVX") != std::string_view::npos;
}

bool follows_year(const Context& at) {
    const std::string digits = to_ascii_digits(at.before);
    const bool year = digits.size() >= 4 && (digits.front() == '1' || digits.front() == '2') &&
                      digits.find_first_not_of("0123456789") >= 4;  // "2010", "2010-2012"
    return year || (!digits.empty() && is_roman_number(digits));
}

/// "12 p.m. GMT": capitals alone, after a time.
bool names_zone(const Context& at) {
    if (at.next != Next::upper || at.before.empty() || at.word.size() < 2 || at.word.size() > 5) return false;
    return has_digit(at.before) &&
           std::all_of(at.word.begin(), at.word.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
}

/// A danda stands near: this text does not end sentences with a full stop.
bool ends_with_danda(const Context& at) {
    constexpr std::size_t far = 2000;  // bytes
    const std::size_t from = at.place.stop - std::min(at.place.stop, far);
    return at.text.substr(from, 2 * far).find("।") != std::string_view::npos;
}

Opinion decide_by(const Context& at, const Form& form) {
    const bool upper = at.next == Next::upper;
    switch (form.kind) {
        case FormKind::title:
        case FormKind::inner:
            return Verdict{false, &form};
        case FormKind::letter:
            return ends_with_danda(at) ? Opinion(Verdict{false, &form}) : std::nullopt;
        case FormKind::number:
            if (at.next == Next::digit) return Verdict{false, &form};
            if (upper && (count_code_points(at.word) == 1 || is_roman_number(at.word)))
                return Verdict{false, &form};
            return std::nullopt;
        case FormKind::month:
            if (at.next == Next::digit) return Verdict{false, &form};
            return std::nullopt;
        case FormKind::company:
            if (at.rest.starts_with('(') || at.next == Next::digit) return Verdict{false, &form};
            if (at.rules.find(FormKind::company, at.rest.substr(0, at.rest.find(' '))) != nullptr)
                return Verdict{false, &form};  // "Co. Ltd."
            if (upper && !at.dashed && !at.bracketed) return Verdict{!opens_sentence(at), &form};
            return std::nullopt;
        case FormKind::unit:
            if (at.token.is_initial() && at.token.capitals == 1 && !form.text.starts_with(at.token.text))
                return std::nullopt;  // the initial M. is no metre
            if (at.next == Next::other) return Verdict{false, &form};
            if ((opens_sentence(at) && follows_year(at)) || names_zone(at)) return Verdict{false, &form};
            if (!follows_number(at) && upper && !at.bracketed) return Verdict{is_starter(at), &form};
            if (upper && !is_starter(at) && !capital_begins(at)) return Verdict{false, &form};
            return std::nullopt;
        case FormKind::final: {
            if (at.next == Next::digit || at.next == Next::letter) return Verdict{false, &form};
            if (at.rest.starts_with('(')) return Verdict{false, &form};
            if (at.dashed || at.bracketed || !upper) return std::nullopt;
            if (opens_sentence(at) || names_zone(at)) return Verdict{false, &form};
            if (at.rules.find(FormKind::month, at.word) != nullptr) return Verdict{false, &form};
            return Verdict{is_starter(at) || at.token.capitals == 0 || has_digit(at.before), &form};
        }
        default:
            return std::nullopt;
    }
}

}  // namespace

Opinion inside_abbreviation(const Context& at) {
    if (!may_abbreviate(at) || at.rules.longest() < 2) return std::nullopt;
    for (const std::size_t begin : beginnings(at, at.rules.longest())) {
        const std::string said = form_key(at.text.substr(begin, at.place.stop_end - begin));
        for (const Form* form : at.rules.find_longer(said)) {
            if (continues_with(at.text.substr(at.place.stop_end),
                               std::string_view(form->text).substr(said.size())))
                return Verdict{false, form};
        }
    }
    return std::nullopt;
}

Opinion street(const Context& at) {
    if (!is_plain_period(at) || at.next != Next::digit || at.token.letters < 5) return std::nullopt;
    const Form* form = at.rules.find_street(at.text.substr(0, at.place.stop_end));
    return form ? Opinion(Verdict{false, form}) : std::nullopt;
}

Opinion listed_abbreviation(const Context& at) {
    if (!may_abbreviate(at)) return std::nullopt;
    const auto forms = abbreviation(at);
    const bool counts_years =
        follows_year(at) &&
        std::any_of(forms.begin(), forms.end(), [](const Form& form) { return form.kind == FormKind::unit; });
    for (const Form& form : forms) {
        if (form.kind == FormKind::title && counts_years) continue;  // "2016 г." is no "г. Петров"
        if (const Opinion opinion = decide_by(at, form)) return opinion;
    }
    return std::nullopt;
}

}  // namespace align
