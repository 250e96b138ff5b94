#include "align/boundaries.hpp"

#include <algorithm>
#include <array>
#include <string>

#include "align/abbreviations.hpp"
#include "align/context.hpp"
#include "align/document.hpp"
#include "align/list_items.hpp"
#include "align/opinion.hpp"
#include "align/places.hpp"
#include "align/quotations.hpp"
#include "align/sentence_rules.hpp"
#include "align/unicode.hpp"

namespace align {
namespace {

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
    if (!is_plain_period(at) && (!bracket || at.place.kind != StopKind::period)) return std::nullopt;
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
    const bool small_second = is_lower_at(at.word, second);
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

/// A digit, or a sign such as $ @ #.
Opinion digit_next(const Context& at) {
    if ((at.next == Next::digit || at.next == Next::other) && at.spaced() &&
        at.place.kind != StopKind::ellipsis)
        return cut;
    return std::nullopt;
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
