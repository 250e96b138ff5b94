#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

/// Regular expressions in our own words: the one place, beside its source file, that knows ICU for them.
namespace align {

/// A regular expression cannot be compiled. what() is a clause: "a range without an end, at character 5".
struct PatternError : std::invalid_argument {
    using std::invalid_argument::invalid_argument;
};

/// Matching an expression takes too long or too much memory: it is one of those that try every way to read a
/// text, as (a+)+b does.
struct PatternLimit : std::runtime_error {
    using std::runtime_error::runtime_error;
};

/// A regular expression of ICU, compiled. Copies are cheap and share it; it never changes.
class Pattern {
  public:
    enum class Case { matters, ignored };
    /// Throws PatternError.
    explicit Pattern(std::string_view expression, Case letters = Case::matters);

    /// True when the whole text matches. Throws PatternLimit.
    [[nodiscard]] bool matches(std::string_view text) const;

  private:
    friend class Matcher;
    struct Compiled;
    std::shared_ptr<const Compiled> compiled_;
};

/// A text as expressions see it: units are those of UTF-16. Positions in it are units from 0.
class PatternText {
  public:
    explicit PatternText(std::string_view text);
    PatternText(const PatternText&) = delete;
    PatternText& operator=(const PatternText&) = delete;
    ~PatternText();

    [[nodiscard]] std::size_t size() const { return bytes_.size() - 1; }
    /// Where the unit at a position begins in the text, in bytes; for size(), the end of the text.
    [[nodiscard]] std::size_t byte_of(std::size_t position) const { return bytes_[position]; }
    /// True when what ends at the position is spelled so.
    [[nodiscard]] bool ends_with(std::string_view spelling, std::size_t position) const;

  private:
    friend class Matcher;
    struct Units;
    std::string_view text_;
    std::vector<std::uint32_t> bytes_;
    std::unique_ptr<const Units> units_;
};

/// Looks for one pattern in one text after another. Every function may throw PatternLimit.
class Matcher {
  public:
    explicit Matcher(const Pattern& pattern);
    Matcher(Matcher&& other) noexcept;
    Matcher& operator=(Matcher&& other) noexcept;
    Matcher(const Matcher&) = delete;
    Matcher& operator=(const Matcher&) = delete;
    ~Matcher();

    /// What is looked through from now on; it must outlive that. `sees_before`: expressions may look at what
    /// stands before the position they are tried at, and ^ is the beginning of the text alone. Else nothing
    /// is there for them, and ^ is where they are tried.
    void begin(const PatternText& text, bool sees_before);

    /// A place where the expression matches.
    struct Found {
        std::size_t begin;
        std::size_t end;
    };
    /// The first match at or behind a position.
    std::optional<Found> find_from(std::size_t position);
    /// The first match behind the one found last, which it does not overlap.
    std::optional<Found> find_next();
    /// True when the expression matches what begins at the position.
    bool stands_at(std::size_t position);

  private:
    struct State;
    std::unique_ptr<State> state_;
};

}  // namespace align
