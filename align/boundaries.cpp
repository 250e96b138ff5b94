#include "align/boundaries.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <string>

#include "align/context.hpp"
#include "align/document.hpp"
#include "align/list_items.hpp"
#include "align/places.hpp"
#include "align/sentence_rules.hpp"
#include "align/unicode.hpp"

namespace align {
namespace {

/// What a rule says of a place; `form` is the listed form it goes by, if any.
struct Verdict {
    bool cut;
    const Form* form = nullptr;
};
using Opinion = std::optional<Verdict>;

constexpr Verdict keep{false, nullptr};
constexpr Verdict cut{true, nullptr};

// --- what stands around a place ---

bool is_starter(const Context& at) { return at.rules.find(FormKind::starter, at.word) != nullptr; }

/// A full stop that touches its word and that no quotation mark closes: what abbreviations end with.
bool is_plain_period(const Context& at) {
    return at.place.kind == StopKind::period && !at.is_closed() && !at.token.text.empty() &&
           !at.token.cut_short;
}

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

// --- rules ---

Opinion at_end(const Context& at) {
    if (at.place.paragraph || at.place.offset == at.text.size()) return cut;
    return std::nullopt;
}

Opinion nothing_said(const Context& at) {
    if (at.place.words_end <= at.begin) return keep;
    return std::nullopt;
}

/// "1. First", "a) …", "II. Second" where the sentence begins with it.
Opinion list_number(const Context& at) {
    const bool bracket =
        at.is_closed() && at.text.substr(at.place.stop_end, at.place.closed - at.place.stop_end) == ")";
    if (!is_plain_period(at) && !(at.place.kind == StopKind::period && bracket)) return std::nullopt;
    if (at.token.text.empty() || !at.before.empty() || !at.spaced()) return std::nullopt;
    const auto token = static_cast<std::size_t>(at.token.text.data() - at.text.data());
    if (token > at.begin + 8 || count_code_points(trim(at.text.substr(at.begin, token - at.begin))) > 1)
        return std::nullopt;
    const bool numbered = at.token.letters == 0 && at.token.digits > 0 && !at.token.other;
    if (numbered && !at.rules.joins_list_numbers()) return std::nullopt;
    if ((numbered && (at.token.digits <= 3 || at.token.stops > 0)) || at.token.is_initial() ||
        at.token.is_roman())
        return keep;
    return std::nullopt;
}

bool is_letter_at(std::string_view text, std::size_t at) {
    return at < text.size() && is_letter(sentence_break(next_code_point(text, at)));
}

bool is_letter_before(std::string_view text, std::size_t at) {
    return at > 0 && is_letter(sentence_break(previous_code_point(text, at)));
}

bool is_lower_at(std::string_view text, std::size_t at) {
    return at < text.size() && sentence_break(next_code_point(text, at)) == SentenceBreak::lower;
}

/// "Y!J.": a mark between two single letters.
bool joins_initials(const Context& at) {
    std::size_t before = at.place.stop;
    if (before == 0 || !is_letter(sentence_break(previous_code_point(at.text, before)))) return false;
    const bool single = before == 0 || !is_letter(sentence_break(previous_code_point(at.text, before)));
    return single && at.place.stop_end == at.place.stop + 1 && count_code_points(at.word) == 1 &&
           is_letter_at(at.text, at.place.offset);
}

/// A letter touches the full stop: a name in the net, an acronym, or a space that was forgotten.
Opinion inside_token(const Context& at) {
    if (at.spaced() || at.is_closed()) return std::nullopt;
    if (at.place.kind == StopKind::ellipsis) return keep;  // a pause
    if (at.place.kind == StopKind::mark && joins_initials(at)) return keep;
    if (at.place.kind != StopKind::period) return std::nullopt;
    if (at.place.stop_end >
        at.place.stop + 1) {  // a stop of other scripts, behind which the space is often left out
        constexpr std::string_view wide_stop = "．";  // Chinese parts names of other languages with it
        return at.text.substr(at.place.stop, wide_stop.size()) == wide_stop ? Opinion(keep) : std::nullopt;
    }
    if (at.bracketed || at.dashed) return std::nullopt;
    if (at.next != Next::upper && at.next != Next::letter) return keep;
    const StoppedWord& token = at.token;
    if (token.text.empty() || token.cut_short || token.other || token.stops > 0) return keep;
    if (token.digits > 0) return Verdict{token.is_number() && is_starter(at)};
    const char32_t behind =
        at.word.size() < at.rest.size() ? static_cast<unsigned char>(at.rest[at.word.size()]) : ' ';
    if (behind == '.' || behind == '@' || behind == '/' || behind == '_' || behind == '-') return keep;
    const std::size_t letters = count_code_points(at.word);
    if (at.next == Next::letter) {
        if (token.caseless < 3 || letters < 3) return keep;
        return cut;
    }
    const bool word_like = token.letters >= 3 && token.capitals <= 1 && token.capitals < token.letters;
    const bool listed = !at.rules.find(std::string(token.text) + ".").empty();
    std::size_t second = 0;
    next_code_point(at.word, second);
    const bool small_second =
        second < at.word.size() && sentence_break(next_code_point(at.word, second)) == SentenceBreak::lower;
    if (word_like && !listed && (small_second || is_starter(at))) return cut;
    return keep;
}

Opinion goes_on(const Context& at) {
    if (at.next == Next::go_on && !at.dashed && !at.bracketed) return keep;
    return std::nullopt;
}

/// "(!)", "[…]", "(?)": the brackets hold nothing but the mark.
Opinion bracketed_mark(const Context& at) {
    if (!at.is_closed() || at.place.stop <= at.begin) return std::nullopt;
    std::size_t before = at.place.stop;
    if (bracket_kind(previous_code_point(at.text, before)) != Bracket::opening) return std::nullopt;
    if (at.place.kind == StopKind::ellipsis && at.next == Next::upper && !at.bracketed)
        return cut;  // what is left out ends it
    return keep;
}

Opinion lower_case(const Context& at) {
    if (at.next == Next::lower) return keep;
    return std::nullopt;
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

/// "z." of "z. B.": a listed form goes on behind the stop.
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

bool capital_begins(const Context& at) { return at.next == Next::upper && !at.rules.capitalises_nouns(); }

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

/// "Goethestr. 5".
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

/// "J. Smith", "А. С. Пушкин".
Opinion initial(const Context& at) {
    if (!is_plain_period(at) || !at.token.is_initial()) return std::nullopt;
    if (at.rules.find(FormKind::word, form_key(at.text.substr(at.place.stop - at.token.text.size(),
                                                              at.token.text.size() + 1))) != nullptr)
        return std::nullopt;
    if (at.next == Next::letter) return at.token.caseless > 0 ? Opinion(keep) : std::nullopt;
    if (at.next == Next::upper && count_code_points(at.word) == 1 && at.rest.substr(at.word.size(), 1) == ".")
        return keep;  // another one follows
    if (at.token.capitals == 0) return std::nullopt;
    if (at.next == Next::upper) return Verdict{is_starter(at)};
    if (at.dashed || at.bracketed) return keep;  // "Mohammed C. (27)"
    return std::nullopt;
}

/// "U.S. Senate", "ए.के. शर्मा".
Opinion acronym(const Context& at) {
    if (at.place.kind != StopKind::period || !at.token.is_acronym()) return std::nullopt;
    if (at.next == Next::letter) return keep;
    if (!is_plain_period(at)) return std::nullopt;
    if (at.next == Next::upper && !at.bracketed) return Verdict{is_starter(at) && !at.dashed};
    if (at.next == Next::digit) return keep;
    return std::nullopt;
}

/// The value of a number of up to four digits, else 9999.
unsigned value_of(std::string_view digits) {
    const std::string ascii = to_ascii_digits(digits);
    if (ascii.size() > 4) return 9999;
    unsigned value = 0;
    for (const char c : ascii)
        value = c >= '0' && c <= '9' ? value * 10 + static_cast<unsigned>(c - '0') : 9999;
    return value;
}

/// "17. November", "3. kolovoza 2016", "II. Svjetski rat", "17. 11. 2016".
Opinion ordinal(const Context& at) {
    if (!is_plain_period(at) || !at.spaced()) return std::nullopt;
    const bool number = at.token.is_number();
    if (!number && !at.token.is_roman()) return std::nullopt;
    if (at.next == Next::digit && at.dashed && number && at.rules.has_ordinals())
        return keep;  // "1000. – 1300."
    const unsigned value = number ? value_of(at.token.text) : 1;
    if (at.next == Next::digit && number && value <= 31 && !at.dashed && !at.bracketed) {
        const unsigned following = value_of(at.word);
        const bool ordinal_too = at.rest.size() > at.word.size() && at.rest[at.word.size()] == '.';
        if ((following <= 12 && ordinal_too) || (following >= 1000 && following <= 2100)) return keep;
    }
    if (!at.rules.has_ordinals() || (at.next != Next::upper && at.next != Next::letter)) return std::nullopt;
    if (at.dashed || at.bracketed) return std::nullopt;
    for (const FormKind kind : {FormKind::month, FormKind::after_ordinal}) {
        if (const Form* form = at.rules.find(kind, at.word)) return Verdict{false, form};
        if (const Form* form = at.rules.find(kind, std::string(at.word) + ".")) return Verdict{false, form};
    }
    if (is_starter(at)) return cut;
    if (number && capital_begins(at)) return std::nullopt;
    if (value <= 31) return keep;
    return std::nullopt;
}

/// "Yahoo! in", "E! News".
Opinion exclaimed(const Context& at) {
    if (at.place.kind != StopKind::mark || at.is_closed()) return std::nullopt;
    const std::string_view said = at.text.substr(at.begin, at.place.stop_end - at.begin);
    const std::string_view rest = at.text.substr(at.place.stop_end);
    for (const MarkedName& name : at.rules.marked_names()) {
        if (!said.ends_with(name.said) || !rest.starts_with(name.rest)) continue;
        std::size_t before = said.size() - name.said.size();
        const std::size_t begin = before;
        const bool touched = before > 0 && is_letter(sentence_break(previous_code_point(said, before)));
        const bool whole = !touched || script_of(said.substr(before, begin - before)) == Script::han;
        if (whole && (!name.rest.empty() || at.next != Next::upper)) return Verdict{false, &name.form};
    }
    return std::nullopt;
}

bool asks_or_exclaims(const Context& at) {
    std::size_t begin = at.place.stop;
    if (begin >= at.text.size()) return false;
    const char32_t c = next_code_point(at.text, begin);
    return c == U'?' || c == U'!' || c == U'？' || c == U'！' || c == U'؟';
}

/// "“…？”一位居民问道。": what follows a quotation is a short sentence and ends with a verb of
/// saying.
const Form* said_after(const Context& at) {
    constexpr std::size_t longest = 160;  // bytes, about eight words
    if (at.next != Next::letter || at.place.kind != StopKind::mark) return nullptr;
    std::size_t end = 0;
    while (end < at.rest.size() && end < longest) {
        std::size_t behind = end;
        const SentenceBreak kind = sentence_break(next_code_point(at.rest, behind));
        if (kind == SentenceBreak::go_on || kind == SentenceBreak::closing) return nullptr;
        if (kind == SentenceBreak::end || kind == SentenceBreak::period || kind == SentenceBreak::separator)
            break;
        end = behind;
    }
    if (end >= longest) return nullptr;
    const std::string_view clause = trim(at.rest.substr(0, end));
    const auto found = std::find_if(at.rules.said().begin(), at.rules.said().end(),
                                    [&](const Form& form) { return clause.ends_with(form.text); });
    return found == at.rules.said().end() ? nullptr : &*found;
}

/// The quotation marks by what they stand for, whichever way they are turned: what opens a quotation in one
/// language closes it in another.
std::size_t quotation(char32_t c) {
    switch (c) {
        case U'"':
            return 1;
        case U'“':
        case U'”':
        case U'„':
            return 2;
        case U'«':
        case U'»':
            return 3;
        case U'‘':
        case U'’':
        case U'‚':
            return 4;
        case U'\'':
            return 5;
        case U'「':
        case U'」':
            return 6;
        case U'『':
        case U'』':
            return 7;
        default:
            return 0;
    }
}

/// "«… "Halt!" and we stood»": the quotation that closes stands within another one. Without capitals nothing
/// else tells that the sentence goes on.
Opinion quoted_within(const Context& at) {
    constexpr std::size_t far = 600;  // bytes
    if (!at.is_closed() || !asks_or_exclaims(at) || at.next != Next::letter || at.bracketed)
        return std::nullopt;
    std::array<bool, 8> open{};
    std::size_t begin = at.place.closed - std::min(at.place.closed - at.begin, far);
    while (begin < at.place.closed && (static_cast<unsigned char>(at.text[begin]) & 0xC0U) == 0x80U) ++begin;
    for (std::size_t i = begin; i < at.place.closed;) {
        const bool in_word = i > begin && is_letter_before(at.text, i);
        const std::size_t kind = quotation(next_code_point(at.text, i));
        const bool apostrophe = (kind == 4 || kind == 5) && in_word && is_letter_at(at.text, i);
        if (kind != 0 && !apostrophe) open[kind] = !open[kind] && i <= at.place.stop_end;
    }
    return std::find(open.begin() + 1, open.end(), true) != open.end() ? Opinion(keep) : std::nullopt;
}

/// A quotation that its attribution follows.
Opinion attribution(const Context& at) {
    if (!at.is_closed() || at.bracketed || at.dashed) return std::nullopt;
    if (const Form* form = said_after(at)) return Verdict{false, form};
    for (const Form& form : at.rules.attributions()) {
        if (at.rest.substr(0, form.text.size()) != form.text) continue;
        const bool whole = at.word.size() <= form.text.size() || script_of(form.text) == Script::han;
        if (whole) return Verdict{false, &form};
    }
    return std::nullopt;
}

/// A digit, or a sign such as $ @ #.
Opinion digit_next(const Context& at) {
    if ((at.next == Next::digit || at.next == Next::other) && at.spaced() &&
        at.place.kind != StopKind::ellipsis)
        return cut;
    return std::nullopt;
}

/// "«Зачем? – спросила мама. – Завтра": between two dashes within a quotation stand the words of who tells it
/// (Мильчин, Справочник издателя и автора, on direct speech).
bool ends_inserted_words(const Context& at) {
    constexpr std::size_t far = 600;  // bytes
    constexpr std::array<std::string_view, 2> dashes = {" – ", " — "};
    const std::size_t from = at.place.stop - std::min(at.place.stop, far);
    const std::string_view said = at.text.substr(from, at.place.stop - from);
    const std::size_t quote = said.rfind("«");
    if (quote == std::string_view::npos || said.find("»", quote) != std::string_view::npos) return false;
    return std::any_of(dashes.begin(), dashes.end(), [&](std::string_view dash) {
        const std::size_t found = said.find(dash, quote);
        return found != std::string_view::npos &&
               std::string_view("?!,").find(said[found - 1]) != std::string_view::npos &&
               is_lower_at(said, found + dash.size());
    });
}

Opinion dash_next(const Context& at) {
    if (!at.dashed || !at.spaced() || at.is_closed()) return std::nullopt;
    if (ends_inserted_words(at)) return keep;
    if (at.next == Next::upper || at.next == Next::letter || at.next == Next::digit) return cut;
    return std::nullopt;
}

/// "the thing is . . . I": three spaced full stops stand for words left out, a fourth one ends the sentence
/// (The Chicago Manual of Style, 17th edition, 13.50 to 13.54).
bool omits_words(const Context& at) {
    const std::string_view stop = at.text.substr(at.place.stop, at.place.stop_end - at.place.stop);
    return stop == ". . ." && at.place.stop > 0 && at.text[at.place.stop - 1] == ' ';
}

Opinion ellipsis(const Context& at) {
    if (at.place.kind != StopKind::ellipsis || !at.spaced()) return std::nullopt;
    if (omits_words(at)) return keep;
    if (at.next == Next::letter && at.rules.ends_with_ellipsis() && !at.is_closed()) {
        std::size_t before = at.place.stop;  // "and …" counts up, a word trails off
        std::size_t letters = 0;
        while (before > at.begin && letters < 2 &&
               is_letter(sentence_break(previous_code_point(at.text, before))))
            ++letters;
        return Verdict{letters > 1 && at.text.substr(at.place.stop, 1) != "."};
    }
    if (at.next == Next::upper || at.next == Next::digit) return cut;
    return keep;
}

Opinion unambiguous(const Context& at) {
    if (at.place.kind == StopKind::mark) return cut;
    return std::nullopt;
}

/// Unicode's rules know nothing of the way in which quotation marks close, so they end a sentence elsewhere.
Opinion closed(const Context& at) {
    if (at.place.kind != StopKind::period || !at.is_closed()) return std::nullopt;
    if (at.next == Next::upper || (at.next == Next::letter && at.spaced())) return cut;
    return std::nullopt;
}

struct Rule {
    std::string_view name;
    Opinion (*opinion)(const Context&);
};

/// The first one with an opinion decides.
constexpr std::array rules = {
    Rule{"the text or a paragraph ends", at_end},
    Rule{"nothing is said yet", nothing_said},
    Rule{"number of a list", list_number},
    Rule{"within a word", inside_token},
    Rule{"a comma follows", goes_on},
    Rule{"a mark in brackets", bracketed_mark},
    Rule{"small letter follows", lower_case},
    Rule{"within an abbreviation", inside_abbreviation},
    Rule{"abbreviation", listed_abbreviation},
    Rule{"street", street},
    Rule{"initial", initial},
    Rule{"acronym", acronym},
    Rule{"ordinal", ordinal},
    Rule{"mark of a name", exclaimed},
    Rule{"attribution", attribution},
    Rule{"a quotation within another", quoted_within},
    Rule{"ellipsis", ellipsis},
    Rule{"digit or sign follows", digit_next},
    Rule{"dash follows", dash_next},
    Rule{"mark that ends sentences", unambiguous},
    Rule{"quotation or bracket closes", closed},
};

Boundary decide(const Context& at) {
    for (const Rule& rule : rules) {
        if (const Opinion opinion = rule.opinion(at)) {
            const Form* form = opinion->form;
            return {at.place.offset, opinion->cut, rule.name, form ? std::string_view(at.rules.file()) : "",
                    form ? form->line : 0};
        }
    }
    return {at.place.offset, at.unicode_cuts, "Unicode", {}, 0};
}

}  // namespace

void decide_boundaries(std::string_view text, std::string_view language,
                       const std::function<void(const Boundary&)>& take) {
    const std::vector<std::size_t> ends = sentence_ends(text, language);
    const SentenceRules& list = sentence_rules(written_language(language, text));
    const std::vector<std::size_t> items = list_items(text, list.has_ordinals());
    PlaceFinder finder(text, list);
    auto end = ends.begin();
    auto item = items.begin();
    std::size_t begin = 0;
    std::size_t last = 0;
    const auto tell = [&](const Boundary& boundary) {
        take(boundary);
        last = boundary.offset;
        if (boundary.cut) begin = boundary.offset;
    };
    const auto tell_item = [&] { tell({*item++, true, "item of a list", {}, 0}); };
    auto place = finder.next();
    while (place) {
        const auto following = finder.next();
        while (item != items.end() && *item <= place->stop) tell_item();
        if (item != items.end() && *item <= place->offset) {
            tell_item();
        } else {
            // Unicode's rules may end the sentence a quotation mark earlier or later than we do.
            const std::size_t until = following ? following->stop : text.size();
            end = std::lower_bound(end, ends.end(), place->stop + 1);
            const bool unicode_cuts = end != ends.end() && *end <= until;
            tell(decide(context_of(text, list, *place, unicode_cuts, begin)));
        }
        place = following;
    }
    while (item != items.end()) tell_item();
    if (last < text.size()) take({text.size(), true, rules.front().name, {}, 0});
}

}  // namespace align
