#include "align/places.hpp"

#include <array>

#include "align/unicode.hpp"

namespace align {
namespace {

/// The code point at a position, 0 at the end of the text.
char32_t peek(std::string_view text, std::size_t at) {
    return at < text.size() ? next_code_point(text, at) : 0;
}

/// True when what stands at a position belongs to what is before it as its beginning: a letter, a digit or a
/// bracket that opens.
bool begins_something(std::string_view text, std::size_t at) {
    if (at >= text.size()) return false;
    const char32_t c = peek(text, at);
    const SentenceBreak kind = sentence_break(c);
    const Bracket bracket = bracket_kind(c);
    return is_letter(kind) || kind == SentenceBreak::digit || bracket == Bracket::opening ||
           bracket == Bracket::initial_quote;
}

/// ASCII that needs no look-up, for speed: letters and digits, spaces and commas.
enum class Plain : char { no, in_word, between };
constexpr std::array<Plain, 128> plain = [] {
    std::array<Plain, 128> kinds{};
    for (std::size_t c = 0; c < kinds.size(); ++c) {
        const bool in_word = (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
        const bool between = c == ' ' || c == ',';
        kinds[c] = in_word ? Plain::in_word : between ? Plain::between : Plain::no;
    }
    return kinds;
}();

std::size_t behind_spaces(std::string_view text, std::size_t at) {
    for (std::size_t next = at; at < text.size(); at = next) {
        const SentenceBreak c = sentence_break(next_code_point(text, next));
        if (c != SentenceBreak::space && c != SentenceBreak::transparent) break;
    }
    return at;
}

/// True when a paragraph ends here, or another quotation mark follows a space.
bool nothing_follows(std::string_view text, std::size_t at) {
    const std::size_t next = behind_spaces(text, at);
    return next == text.size() || (next > at && text[next] == '"') ||
           sentence_break(peek(text, next)) == SentenceBreak::separator;
}

/// Moves behind the end of a paragraph, of which CR LF is one.
void take_separator(std::string_view text, std::size_t& at) {
    if (next_code_point(text, at) == U'\r' && peek(text, at) == U'\n') ++at;
}

/// A line that goes on: it ends with a space, as in RFC 3676 (section 4.2), and a small letter begins the
/// next.
bool is_flowed(std::string_view text, std::size_t end, std::size_t next_line) {
    return end > 0 && text[end - 1] == ' ' && sentence_break(peek(text, next_line)) == SentenceBreak::lower;
}

/// True when the line that begins at `at` is one or two capitals; `at` moves to its end.
bool is_letters_line(std::string_view text, std::size_t& at) {
    std::size_t letters = 0;
    while (at < text.size() && text[at] >= 'A' && text[at] <= 'Z' && letters < 3) ++at, ++letters;
    return letters > 0 && letters < 3 && (at == text.size() || text[at] == '\n');
}

/// Letters set one below the other, as on a spine.
bool is_set_downwards(std::string_view text, std::size_t end, std::size_t next_line) {
    std::size_t begin = end;
    while (begin > 0 && end - begin < 3 && text[begin - 1] != '\n') --begin;
    return is_letters_line(text, begin) && begin == end && is_letters_line(text, next_line);
}

/// A line that holds nothing but the full stop of the one before.
bool holds_stop_alone(std::string_view text, std::size_t line) {
    return line < text.size() && text[line] == '.' &&
           (line + 1 == text.size() || text[line + 1] == '\n' || text[line + 1] == '\r');
}

bool goes_on_below(std::string_view text, std::size_t end, std::size_t next_line) {
    return is_flowed(text, end, next_line) || is_set_downwards(text, end, next_line) ||
           holds_stop_alone(text, next_line);
}

}  // namespace

StopKind PlaceFinder::stop_kind(char32_t c, std::size_t& at) const {
    switch (sentence_break(c)) {
        case SentenceBreak::period:
            return StopKind::period;
        case SentenceBreak::end:
            return c == U'\u06D4' ? StopKind::period : StopKind::mark;  // Urdu's full stop abbreviates too
        case SentenceBreak::other:
            break;
        default:
            return StopKind::none;
    }
    constexpr char32_t word_space = U'\u1361';  // Ethiopic's full stop is often typed as two of them
    switch (c) {
        case U'…':
            return StopKind::ellipsis;
        case word_space:
            if (peek(text_, at) != word_space) return StopKind::none;
            next_code_point(text_, at);
            return StopKind::mark;
        case U'\u09F7':  // a sign of Bengali currency that is typed for the danda it looks like
            return StopKind::mark;
        case U'\u037E':  // the Greek question mark, canonically equal to the semicolon
            return rules_.is_mark(U';') ? StopKind::mark : StopKind::none;
        default:
            return rules_.is_mark(c) ? StopKind::mark : StopKind::none;
    }
}

/// A mark before its word is a letter: the click of !Kung.
bool PlaceFinder::begins_word(char32_t c, std::size_t begin) const {
    if (c != U'!' || begin + 1 >= text_.size()) return false;
    const bool after_space = begin == 0 || text_[begin - 1] == ' ' || text_[begin - 1] == '(';
    const SentenceBreak next = sentence_break(peek(text_, begin + 1));
    return after_space && (next == SentenceBreak::upper || next == SentenceBreak::lower);
}

StopKind PlaceFinder::take_stop(std::size_t& at) const {
    if (at >= text_.size()) return StopKind::none;
    std::size_t behind = at;
    const char32_t c = next_code_point(text_, behind);
    const StopKind kind = stop_kind(c, behind);
    if (kind != StopKind::none) at = behind;
    return kind;
}

/// Stops are also written with a space between them: ". . ." and "? !".
StopKind PlaceFinder::take_spaced_stop(std::size_t& at) const {
    std::size_t behind = at;
    if (at >= text_.size() || sentence_break(next_code_point(text_, behind)) != SentenceBreak::space)
        return StopKind::none;
    const StopKind kind = take_stop(behind);
    if (kind == StopKind::none || begins_something(text_, behind)) return StopKind::none;
    at = behind;
    return kind;
}

StopKind PlaceFinder::take_stops(StopKind kind, std::size_t& at) const {
    for (;;) {
        StopKind more = take_stop(at);
        if (more == StopKind::none) more = take_spaced_stop(at);
        if (more == StopKind::none) return kind;
        kind = kind == StopKind::mark || more == StopKind::mark ? StopKind::mark : StopKind::ellipsis;
    }
}

/// A number in square brackets, as [12].
bool PlaceFinder::take_footnote(std::size_t& at) const {
    std::size_t behind = at + 1;
    while (behind < text_.size() && text_[behind] >= '0' && text_[behind] <= '9') ++behind;
    if (behind == at + 1 || peek(text_, behind) != U']') return false;
    at = behind + 1;
    return true;
}

/// The number of a footnote behind a bracket and a stop, before a capital: "(type 2).10 This".
bool PlaceFinder::take_raised_number(std::size_t stop, std::size_t& at) const {
    std::size_t before = stop;
    if (stop == 0 || bracket_kind(previous_code_point(text_, before)) != Bracket::closing) return false;
    std::size_t behind = at;
    while (behind < text_.size() && behind < at + 3 && text_[behind] >= '0' && text_[behind] <= '9') ++behind;
    if (behind == at || behind >= text_.size() || text_[behind] != ' ') return false;
    if (sentence_break(peek(text_, behind + 1)) != SentenceBreak::upper) return false;
    at = behind;
    return true;
}

/// Takes a bracket or a quotation mark that closes. The marks are used in both directions («a», »a«; “a”,
/// „a“), so what they touch decides: one with white space before and a word behind it opens.
bool PlaceFinder::take_closing(std::size_t& at, bool spaced) {
    if (at >= text_.size()) return false;
    std::size_t behind = at;
    const char32_t c = next_code_point(text_, behind);
    std::size_t doubled = behind;  // ’’ is one mark
    while (doubled < text_.size() && (c == U'‘' || c == U'’') && peek(text_, doubled) == c)
        next_code_point(text_, doubled);
    const bool opens = begins_something(text_, doubled);
    switch (bracket_kind(c)) {
        case Bracket::none:
            return false;
        case Bracket::opening:
            return c == U'[' && !spaced && take_footnote(at);
        case Bracket::closing:
            break;
        case Bracket::final_quote:
            if (spaced && opens && (c != U'”' || !rules_.fixes_quotes())) return false;
            if (c == U'”') quoted_ = false;
            break;
        case Bracket::initial_quote:
            if (spaced || opens || rules_.fixes_quotes()) return false;
            break;
        case Bracket::straight_quote:
            if (opens && (spaced || !quoted_)) return false;
            if (spaced && !quoted_ && !nothing_follows(text_, behind)) return false;
            if (c == U'"') quoted_ = false;
            break;
    }
    at = behind;
    return true;
}

/// Puts the white space from `at` and one end of a paragraph behind the place.
void PlaceFinder::take_gap(Place& place, std::size_t at) const {
    at = behind_spaces(text_, at);
    if (at < text_.size() && sentence_break(peek(text_, at)) == SentenceBreak::separator) {
        take_separator(text_, at);
        place.paragraph = true;
    }
    place.offset = at;
}

Place PlaceFinder::place_behind(std::size_t stop, std::size_t at, StopKind kind) {
    Place place;
    place.stop = stop;
    place.kind = take_stops(kind, at);
    place.stop_end = at;
    take_raised_number(stop, at);
    for (;;) {
        std::size_t spaced = behind_spaces(text_, at);
        if (take_closing(spaced, spaced > at)) {
            at = spaced;
        } else if (const std::size_t again = at; at > place.stop_end) {
            const StopKind more = take_stop(at);  // of the sentence around what was closed: "Why?".
            if (more == StopKind::none) break;
            place.kind = take_stops(more, at);
            place.stop = again;
            place.stop_end = at;
        } else {
            break;
        }
    }
    place.closed = at;
    place.words_end = words_end_;
    take_gap(place, at);
    return place;
}

bool PlaceFinder::may_end(const Place& place) const {
    if (place.kind == StopKind::mark || place.offset > place.stop_end || place.offset == text_.size())
        return true;
    const SentenceBreak next = sentence_break(peek(text_, place.offset));
    return next != SentenceBreak::lower && next != SentenceBreak::digit && next != SentenceBreak::go_on;
}

std::optional<Place> PlaceFinder::next() {
    while (at_ < text_.size()) {
        const std::size_t begin = at_;
        if (const auto byte = static_cast<unsigned char>(text_[at_]);
            byte < plain.size() && plain[byte] != Plain::no) {
            ++at_;
            if (plain[byte] == Plain::in_word) words_end_ = at_;
            continue;
        }
        const char32_t c = next_code_point(text_, at_);
        switch (sentence_break(c)) {
            case SentenceBreak::lower:
            case SentenceBreak::upper:
            case SentenceBreak::letter:
            case SentenceBreak::digit:
                words_end_ = at_;
                break;
            case SentenceBreak::closing:
                if (c == U'"') quoted_ = !quoted_;
                if (c == U'“' || c == U'„') quoted_ = true;
                if (c == U'”') quoted_ = false;
                break;
            case SentenceBreak::separator: {
                at_ = begin;
                take_separator(text_, at_);
                if (goes_on_below(text_, begin, at_)) break;
                quoted_ = false;
                return Place{StopKind::none, begin, begin, begin, at_, words_end_, true};
            }
            case SentenceBreak::period:
            case SentenceBreak::end:
            case SentenceBreak::other: {
                if (begins_word(c, begin)) break;
                const StopKind kind = stop_kind(c, at_);
                if (kind == StopKind::none) break;
                const Place place = place_behind(begin, at_, kind);
                at_ = place.offset;
                if (place.paragraph) quoted_ = false;
                if (may_end(place)) return place;
                break;
            }
            default:
                break;
        }
    }
    return std::nullopt;
}

}  // namespace align
