#pragma once

#include <cstddef>
#include <istream>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "tmx/entities.hpp"
#include "tmx/input.hpp"

namespace tmx {

/// Limits against input that would take stack or time without end: elements within one another, attributes of
/// a tag.
constexpr std::size_t max_depth = 64;
constexpr std::size_t max_attributes = 256;

/// An attribute of a tag: its name, and its value as written, without the quotation marks.
struct RawAttribute {
    std::string_view name;
    std::string_view value;
};

/// A piece of markup, or the text between two. What is pointed to holds until the next token is read.
struct Token {
    enum class Kind { text, cdata, start, empty, end, other, finish };
    Kind kind = Kind::finish;                       ///< other: comment, instruction, declaration, DOCTYPE
    std::string_view raw;                           ///< as written, but for line ends and declared entities
    std::string_view name = {};                     ///< of the element: start, empty, end
    std::span<const RawAttribute> attributes = {};  ///< of the element: start, empty
};

/// Cuts XML 1.0 into tokens in flat memory and holds it to well-formedness: names, unique attributes,
/// references, nesting, one root. Entities that the DOCTYPE declares are replaced by their text, within
/// bounds; nothing is ever fetched. Throws ParseError.
class Scanner {
  public:
    /// Reads a document: XML declaration, DOCTYPE, one root element. With `on_mending`, characters that may
    /// not stand there and references that mean nothing are mended and told, in place of an error.
    explicit Scanner(std::istream& in, const MendingHandler& on_mending = {})
        : input_(in, on_mending), on_mending_(on_mending), document_(true) {}
    /// Reads the content of an element.
    explicit Scanner(std::string_view content) : input_(content), document_(false) {}

    /// The next token; `finish` when the input ends where it may, again and again.
    Token next();
    /// Elements that are open after the last token.
    [[nodiscard]] std::size_t depth() const { return open_.size(); }
    /// Where the last token begins.
    Place place() { return input_.here(); }
    /// Bytes of text before the last token.
    [[nodiscard]] std::size_t offset() const { return input_.dropped(); }
    /// What is odd about how the file names its encoding; empty: nothing.
    [[nodiscard]] std::string oddity() const { return input_.oddity(); }
    /// Throws a ParseError about the last token.
    [[noreturn]] void fail(const std::string& what) const { input_.fail(0, what); }

    /// After a ParseError: goes on at the next tag that begins a <tu>, as if within <tmx> and <body>, or at
    /// what closes the body. False when there is none to the end.
    bool resume_at_unit();

  private:
    Token::Kind text();
    Token::Kind markup();
    Token::Kind comment();
    Token::Kind cdata();
    Token::Kind instruction();
    Token::Kind doctype();
    Token::Kind start_tag();
    Token::Kind end_tag();

    void check_declaration();
    void internal_subset();
    void entity_declaration();
    void skip_declaration();
    void attribute();
    void literal();
    std::size_t reference(std::size_t begin, bool in_attribute);
    std::size_t mend_reference(std::size_t begin, std::size_t bytes, std::string_view by,
                               const std::string& what);
    std::string_view piece(std::size_t begin, std::size_t end) const {
        return input_.window().substr(begin, end - begin);
    }
    std::size_t name(const char* of_what);
    bool spaces();
    bool skip(std::string_view literal);
    void through(std::string_view end, const char* what);

    /// An attribute's pieces by their positions, since the window may move while a tag is read.
    struct Span {
        std::size_t name;
        std::size_t name_end;
        std::size_t value;
        std::size_t value_end;
    };

    Input input_;
    MendingHandler on_mending_;
    bool document_;
    bool first_ = true;  // no token was read yet
    bool doctype_seen_ = false;
    bool root_seen_ = false;
    std::size_t at_ = 0;  // in the window, which begins with the token: what comes next
    std::size_t name_begin_ = 0;
    std::size_t name_end_ = 0;
    std::vector<Span> spans_;
    std::vector<RawAttribute> attributes_;
    std::vector<std::string> open_;
    Entities entities_;
    std::size_t expanded_ = 0;  // bytes that entities came to
};

}  // namespace tmx
