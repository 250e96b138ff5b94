#pragma once

#include <cstddef>
#include <istream>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace tmx {

/// Limits against input that would take memory or stack without end.
constexpr std::size_t max_unit_bytes = std::size_t{16} << 20U;  ///< a unit, or any other single piece
constexpr std::size_t max_depth = 64;                           ///< elements within one another

/// A line and a column, from 1; a column is a character.
struct Place {
    std::size_t line = 1;
    std::size_t column = 1;
};

/// A piece of markup, or the text between two. The views hold until the next token is read.
struct Token {
    enum class Kind { text, cdata, start, empty, end, other, finish };
    Kind kind = Kind::finish;  ///< other: comment, instruction, declaration, DOCTYPE
    std::string_view raw;      ///< as written, line ends as line feeds (XML 1.0, section 2.11)
    std::string_view name;     ///< of the element: start, empty, end
    Place place;               ///< where it begins
};

/// Cuts XML 1.0 into tokens in flat memory and holds it to well-formedness: UTF-8, allowed characters,
/// names, unique attributes, the five predefined entities, nesting, one root. A DOCTYPE may name a DTD,
/// which is never fetched; an internal subset is refused. Throws ParseError.
class Scanner {
  public:
    /// Reads a document: a byte order mark, XML declaration, DOCTYPE and one root element. Other encodings
    /// than UTF-8 (and ASCII) are refused by name.
    explicit Scanner(std::istream& in);
    /// Reads the content of an element; the bytes must outlive the scanner.
    explicit Scanner(std::string_view content);
    Scanner(const Scanner&) = delete;  // rest_ points into buffer_
    Scanner& operator=(const Scanner&) = delete;
    ~Scanner() = default;

    /// The next token; `finish` when the input ends where it may, again and again.
    Token next();
    /// Elements that are open after the last token.
    [[nodiscard]] std::size_t depth() const { return open_.size(); }
    /// Where the next token begins.
    [[nodiscard]] Place place() const { return place_; }
    /// Throws a ParseError about the last token.
    [[noreturn]] void fail(const std::string& what) const;

  private:
    void detect_encoding();
    void check_declaration();

    Token::Kind text();
    Token::Kind markup();
    Token::Kind comment();
    Token::Kind cdata();
    Token::Kind instruction();
    Token::Kind doctype();
    Token::Kind start_tag();
    Token::Kind end_tag();

    void attribute();
    std::string quoted();
    void reference();
    std::string name(const char* of_what);
    bool spaces();
    void through(std::string_view end, const char* what);

    bool ensure(std::size_t bytes);
    [[nodiscard]] bool ahead(std::string_view literal);
    bool skip(std::string_view literal);
    void take_plain();
    char32_t peek();
    char32_t take();
    [[noreturn]] void fail_here(const std::string& what) const;

    std::istream* in_ = nullptr;  // none: the content is all there is
    std::string buffer_;
    std::string_view rest_;  // what is not read yet, a part of buffer_ or of the content
    std::string raw_;        // the bytes of the token
    std::string name_;
    std::set<std::string> attributes_;  // of the tag being read
    std::vector<std::string> open_;
    Place place_;
    Place token_place_;
    bool document_ = false;
    bool root_seen_ = false;
    bool doctype_seen_ = false;
    bool first_ = true;
};

}  // namespace tmx
