#pragma once

#include <cstddef>
#include <istream>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "tmx/input.hpp"

namespace tmx {

/// Limit against input that would take stack without end: elements within one another.
constexpr std::size_t max_depth = 64;

/// A piece of markup, or the text between two. The views hold until the next token is read.
struct Token {
    enum class Kind { text, cdata, start, empty, end, other, finish };
    Kind kind = Kind::finish;  ///< other: comment, instruction, declaration, DOCTYPE
    std::string_view raw;      ///< as written, but for line ends
    std::string_view name;     ///< of the element: start, empty, end
    Place place;               ///< where it begins
};

/// Cuts XML 1.0 into tokens in flat memory and holds it to well-formedness: names, unique attributes, the
/// five predefined entities, nesting, one root. A DOCTYPE may name a DTD, which is never fetched; an internal
/// subset is refused. Throws ParseError.
class Scanner {
  public:
    /// Reads a document: XML declaration, DOCTYPE, one root element.
    explicit Scanner(std::istream& in) : input_(in), document_(true) {}
    /// Reads the content of an element; the bytes must outlive the scanner.
    explicit Scanner(std::string_view content) : input_(content), document_(false) {}

    /// The next token; `finish` when the input ends where it may, again and again.
    Token next();
    /// Elements that are open after the last token.
    [[nodiscard]] std::size_t depth() const { return open_.size(); }
    /// Throws a ParseError about the last token.
    [[noreturn]] void fail(const std::string& what) const;

  private:
    Token::Kind text();
    Token::Kind markup();
    Token::Kind comment();
    Token::Kind cdata();
    Token::Kind instruction();
    Token::Kind doctype();
    Token::Kind start_tag();
    Token::Kind end_tag();

    void check_declaration() const;
    void attribute();
    void literal();
    void reference();
    std::string name(const char* of_what);
    bool spaces();
    void through(std::string_view end, const char* what);

    Input input_;
    bool document_;
    bool first_ = true;  // no token was read yet
    bool doctype_seen_ = false;
    bool root_seen_ = false;
    std::string name_;
    std::set<std::string> attributes_;  // of the tag being read
    std::vector<std::string> open_;
    Place token_place_;
};

}  // namespace tmx
