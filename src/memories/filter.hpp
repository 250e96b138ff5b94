#pragma once

#include <memory>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "tmx/unit.hpp"

namespace memories {

/// A regular expression of ICU.
class Pattern {
  public:
    /// Throws std::invalid_argument, saying what is wrong with it.
    explicit Pattern(const std::string& expression);
    Pattern(Pattern&&) noexcept;
    Pattern& operator=(Pattern&&) noexcept;
    ~Pattern();
    /// Whether it matches somewhere in the text. What takes without end (over a second a text) does not
    /// match.
    [[nodiscard]] bool matches(std::string_view text) const;

  private:
    struct Compiled;
    std::unique_ptr<Compiled> compiled_;
};

/// A property of a value, or with one at all.
struct PropertyCondition {
    std::string type;
    std::optional<std::string> value;
};

/// Which units are kept: those for which all conditions hold.
struct Filter {
    std::vector<std::string> languages;  ///< variants in others go, and units without all of these
    std::vector<PropertyCondition> properties;
    std::optional<double> least_confidence;   ///< units that do not say theirs are kept
    std::optional<std::size_t> least_length;  ///< of each variant, in characters
    std::optional<std::size_t> most_length;
    std::vector<Pattern> patterns;      ///< each matches some variant's text
    std::vector<Pattern> not_patterns;  ///< none matches any
    std::set<std::string, std::less<>>
        not_urls;                  ///< of which no unit stays: whole addresses, or their beginnings
    std::string pattern_language;  ///< patterns are asked of this language alone; empty: of all

    /// Whether the unit is kept; variants in other languages than asked for are taken out.
    [[nodiscard]] bool keeps(tmx::Unit& unit) const;

  private:
    [[nodiscard]] bool keeps_text(const tmx::Unit& unit) const;
    [[nodiscard]] bool is_taken_down(const tmx::Unit& unit) const;
};

}  // namespace memories
