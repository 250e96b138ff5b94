#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

#include "align/sentence_rules.hpp"

namespace align {

/// What stands where a sentence may end.
enum class StopKind {
    none,      ///< nothing but the end of a paragraph
    period,    ///< one full stop, which may also belong to an abbreviation or a number
    ellipsis,  ///< … or several full stops
    mark,      ///< ! ? 。 । ። and other marks that do nothing but end sentences
};

/// A place where a sentence may end. In
///
///     Er sagte: „Ja.“ Und ging.
///
/// the stop begins behind "Ja" and is one byte long, it is closed behind the quotation mark, and the next
/// sentence would begin at "Und". Invariant: stop <= stop_end <= closed <= offset.
struct Place {
    StopKind kind = StopKind::none;
    std::size_t stop = 0;       ///< where the stop begins
    std::size_t stop_end = 0;   ///< where it ends
    std::size_t closed = 0;     ///< behind the quotation marks, brackets and footnotes that close with it
    std::size_t offset = 0;     ///< behind the white space that follows, up to one end of a paragraph
    std::size_t words_end = 0;  ///< behind the last letter or digit before the stop; 0: there is none
    bool paragraph = false;     ///< a paragraph ends here
};

/// Finds the places of a text where a sentence may end, in order, in one pass. A full stop that a digit, a
/// small letter or a comma touches is none ("3.5", "example.com", "etc., and").
class PlaceFinder {
  public:
    PlaceFinder(std::string_view text, const SentenceRules& rules) : text_(text), rules_(rules) {}

    /// The next place; none: there is no other.
    std::optional<Place> next();

  private:
    /// The kind of stop that a character is; `at` stands behind it and moves on where two characters make
    /// one.
    StopKind stop_kind(char32_t c, std::size_t& at) const;
    bool begins_word(char32_t c, std::size_t begin) const;
    StopKind take_stop(std::size_t& at) const;
    StopKind take_spaced_stop(std::size_t& at) const;
    StopKind take_stops(StopKind kind, std::size_t& at) const;
    bool take_closing(std::size_t& at, bool spaced);
    bool take_footnote(std::size_t& at) const;
    bool take_raised_number(std::size_t stop, std::size_t& at) const;
    void take_gap(Place& place, std::size_t at) const;
    Place place_behind(std::size_t stop, std::size_t at, StopKind kind);
    bool may_end(const Place& place) const;

    std::string_view text_;
    const SentenceRules& rules_;
    std::size_t at_ = 0;
    std::size_t words_end_ = 0;
    bool quoted_ = false;  ///< within double quotation marks, straight or curly
};

}  // namespace align
