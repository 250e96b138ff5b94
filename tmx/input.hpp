#pragma once

#include <cstddef>
#include <istream>
#include <string>
#include <string_view>

namespace tmx {

/// Limit against input that would take memory without end: a unit, or any other single piece of a file.
constexpr std::size_t max_unit_bytes = std::size_t{16} << 20U;

/// A line and a column, from 1; a column is a character.
struct Place {
    std::size_t line = 1;
    std::size_t column = 1;
};

/// The characters of a file or a string, one after the other, in flat memory. Holds them to UTF-8 and to what
/// XML 1.0 allows; line ends of any kind come out as line feeds (XML 1.0, section 2.11). Throws ParseError.
class Input {
  public:
    /// What peek() gives at the end; no character.
    static constexpr char32_t nothing = 0xFFFFFFFF;

    /// A file, with or without byte order mark; other encodings than UTF-8 are told by their first bytes and
    /// refused by name. The stream must outlive the input.
    explicit Input(std::istream& in);
    /// A string, whose bytes must outlive the input.
    explicit Input(std::string_view text) : rest_(text) {}
    // Not to be copied or moved: rest_ points into buffer_.
    Input(const Input&) = delete;
    Input(Input&&) = delete;
    Input& operator=(const Input&) = delete;
    Input& operator=(Input&&) = delete;
    ~Input() = default;

    [[nodiscard]] bool at_end() { return !ensure(1); }
    /// Whether the literal, a few bytes of ASCII, comes next.
    [[nodiscard]] bool ahead(std::string_view literal);
    /// Takes the literal, without line ends, if it comes next.
    bool skip(std::string_view literal);
    /// The next character, not taken yet.
    char32_t peek();
    /// Takes the next character; there must be one.
    char32_t take();
    /// Takes text up to the next '<', '&' or ']', or less.
    void take_plain();

    /// What was taken since the last forget().
    [[nodiscard]] const std::string& taken() const { return taken_; }
    void forget() { taken_.clear(); }

    /// Where the next character stands.
    [[nodiscard]] Place place() const { return place_; }
    /// Throws a ParseError about the next character.
    [[noreturn]] void fail(const std::string& what) const;

  private:
    void detect_encoding();
    bool ensure(std::size_t bytes);

    std::istream* in_ = nullptr;  // none: a string, or the file has ended
    std::string buffer_;
    std::string_view rest_;  // what is not taken yet, a part of buffer_ or of the string
    std::string taken_;
    Place place_;
};

}  // namespace tmx
