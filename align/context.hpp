#pragma once

#include <cstddef>
#include <string_view>

#include "align/places.hpp"
#include "align/sentence_rules.hpp"

namespace align {

/// What begins behind a place where a sentence may end.
enum class Next {
    nothing,  ///< the text or the paragraph ends
    lower,
    upper,
    letter,  ///< of a script without capitals
    digit,
    stop,   ///< another stop
    go_on,  ///< a comma, a colon, a semicolon
    other,  ///< a symbol
};

/// True for the signs of Roman numbers alone, in whatever order; `word` is not empty.
bool is_roman_number(std::string_view word);

/// The word that a stop stands behind.
struct StoppedWord {
    std::string_view text;  ///< without the stop; empty where none touches it
    std::size_t letters = 0;
    std::size_t capitals = 0;
    std::size_t caseless = 0;
    std::size_t digits = 0;
    std::size_t stops = 0;    ///< full stops within
    std::size_t longest = 0;  ///< letters in a row without a full stop between
    bool other = false;       ///< holds something else: a slash, an at sign
    bool attached = false;    ///< to a sign before it: C in 20°C, 5 in 6,5
    bool cut_short = false;   ///< longer than what is looked at

    /// One letter.
    bool is_initial() const { return letters == 1 && digits == 0 && !other && !attached && stops == 0; }
    /// Single letters with full stops between: U.S, z.B, J.-P; names of letters in scripts without capitals:
    /// ए.के.
    bool is_acronym() const { return stops > 0 && digits == 0 && !other && (longest == 1 || caseless > 0); }
    bool is_number() const { return digits > 0 && letters == 0 && !other && !attached && stops == 0; }
    /// A Roman number of two signs or more.
    bool is_roman() const;
};

/// A place with what stands around it: all that the rules look at.
struct Context {
    std::string_view text;
    const SentenceRules& rules;
    Place place;
    bool unicode_cuts;  ///< Unicode's rules end a sentence here
    std::size_t begin;  ///< where the sentence before the place begins

    StoppedWord token;
    std::string_view before;  ///< the word before the token, in the same sentence
    Next next = Next::nothing;
    bool bracketed = false;  ///< brackets or quotation marks open before what comes next
    bool dashed = false;     ///< a dash or a bullet stands before what comes next
    std::string_view word;   ///< the word that comes next
    std::string_view rest;   ///< the text from the next sentence on

    bool spaced() const { return place.offset > place.closed; }
    bool is_closed() const { return place.closed > place.stop_end; }
};

Context context_of(std::string_view text, const SentenceRules& rules, const Place& place, bool unicode_cuts,
                   std::size_t begin);

/// What comes next begins a sentence rather than a name.
bool is_starter(const Context& at);

/// A full stop that touches its word and that no quotation mark closes: what abbreviations end with.
bool is_plain_period(const Context& at);

/// A capital comes next, in a language where that says something.
bool capital_begins(const Context& at);

/// A letter begins at a position of the text, or ends there.
bool is_letter_at(std::string_view text, std::size_t at);
bool is_letter_before(std::string_view text, std::size_t at);
/// A small letter begins there.
bool is_lower_at(std::string_view text, std::size_t at);

}  // namespace align
