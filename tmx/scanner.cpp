#include "tmx/scanner.hpp"

#include <algorithm>
#include <array>

#include "tmx/characters.hpp"
#include "tmx/errors.hpp"
#include "tmx/wording.hpp"

namespace tmx {
namespace {

std::string lower(std::string_view text) {
    std::string result(text);
    for (char& c : result) {
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    }
    return result;
}

/// The value of a pseudo-attribute of the XML declaration, e.g. of `encoding="UTF-8"`; empty: not there.
std::string_view pseudo_attribute(std::string_view declaration, std::string_view name) {
    const std::size_t at = declaration.find(name);
    if (at == std::string_view::npos) return {};
    const std::size_t open = declaration.find_first_of("\"'", at);
    if (open == std::string_view::npos) return {};
    const std::size_t close = declaration.find(declaration[open], open + 1);
    return close == std::string_view::npos ? std::string_view{}
                                           : declaration.substr(open + 1, close - open - 1);
}

constexpr std::array<std::string_view, 5> predefined = {"amp", "lt", "gt", "quot", "apos"};

/// The number in a reference's body, "#65" or "#x41"; 0, which is no character, where none stands there.
char32_t numbered_character(std::string_view body) {
    const bool hex = body.size() > 1 && body[1] == 'x';
    const char32_t base = hex ? 16 : 10;
    char32_t code = 0;
    for (const char c : body.substr(hex ? 2 : 1)) {
        const std::size_t digit = std::string_view("0123456789abcdefABCDEF").find(c);
        const auto value = static_cast<char32_t>(digit < 16 ? digit : digit - 6);
        if (digit == std::string_view::npos || value >= base) return 0;
        code = std::min<char32_t>(code * base + value, 0x110000);
    }
    return code;
}

}  // namespace

void Scanner::fail(const std::string& what) const {
    throw ParseError(token_place_.line, token_place_.column, what);
}

Token Scanner::next() {
    input_.forget();
    name_.clear();
    token_place_ = input_.place();
    Token::Kind kind = Token::Kind::finish;
    if (!input_.at_end()) {
        kind = input_.ahead("<") ? markup() : text();
    } else if (!open_.empty()) {
        input_.fail("the input ends within " + as_tag(open_.back()) +
                    "; it is cut off or its end tag is missing");
    } else if (document_ && !root_seen_) {
        input_.fail("there is no XML element; give a TMX file");
    }
    first_ = false;
    return {kind, input_.taken(), name_, token_place_};
}

// ---- the kinds of tokens ----

Token::Kind Scanner::text() {
    while (true) {
        input_.take_plain();
        const char32_t c = input_.peek();
        if (c == Input::nothing || c == '<') break;
        if (c == '&') {
            reference();
        } else {
            if (c == ']' && input_.ahead("]]>")) input_.fail("']]>' stands in text; write ']]&gt;'");
            input_.take();
        }
    }
    if (document_ && open_.empty() && !is_xml_space(input_.taken())) {
        fail("text outside the root element; remove it");
    }
    return Token::Kind::text;
}

Token::Kind Scanner::markup() {
    if (input_.skip("<!--")) return comment();
    if (input_.skip("<![CDATA[")) return cdata();
    if (input_.skip("<!DOCTYPE")) return doctype();
    if (input_.skip("<?")) return instruction();
    if (input_.skip("</")) return end_tag();
    input_.take();
    return start_tag();
}

Token::Kind Scanner::comment() {
    through("--", "comment");
    if (!input_.skip(">")) input_.fail("'--' stands within a comment; write it otherwise");
    return Token::Kind::other;
}

Token::Kind Scanner::cdata() {
    if (document_ && open_.empty()) fail("a CDATA section outside the root element; remove it");
    through("]]>", "CDATA section");
    return Token::Kind::cdata;
}

Token::Kind Scanner::instruction() {
    const std::string target = name("a processing instruction");
    if (lower(target) == "xml" && !(document_ && first_ && target == "xml")) {
        fail("an XML declaration may stand at the very start of a file only; remove it");
    }
    if (!input_.ahead("?>") && !spaces()) input_.fail("a processing instruction is malformed; remove it");
    through("?>", "processing instruction");
    if (lower(target) == "xml") check_declaration();
    return Token::Kind::other;
}

Token::Kind Scanner::doctype() {
    if (!document_ || root_seen_ || doctype_seen_) {
        fail("a DOCTYPE may stand once, before the root element; remove it");
    }
    doctype_seen_ = true;
    if (!spaces()) input_.fail("the DOCTYPE is malformed; remove it");
    name("the DOCTYPE");
    spaces();
    if (input_.skip("SYSTEM")) {
        literal();
    } else if (input_.skip("PUBLIC")) {
        literal();
        literal();
    }
    spaces();
    if (input_.peek() == '[') {
        input_.fail("the DOCTYPE has declarations of its own in [ ], which are not read; remove them");
    }
    if (!input_.skip(">")) input_.fail("the DOCTYPE is malformed; remove it");
    return Token::Kind::other;
}

Token::Kind Scanner::start_tag() {
    if (document_ && open_.empty() && root_seen_) fail("a second root element; a file holds one memory");
    root_seen_ = true;
    name_ = name("an element");
    attributes_.clear();
    while (true) {
        const bool spaced = spaces();
        if (input_.skip("/>")) return Token::Kind::empty;
        if (input_.skip(">")) break;
        if (!spaced) input_.fail("a space is missing in the tag " + as_tag(name_) + "; add it");
        attribute();
    }
    if (open_.size() == max_depth) {
        fail("more than " + std::to_string(max_depth) + " elements within one another; this is no TMX");
    }
    open_.push_back(name_);
    return Token::Kind::start;
}

Token::Kind Scanner::end_tag() {
    name_ = name("an end tag");
    spaces();
    if (!input_.skip(">")) input_.fail("the end tag </" + name_ + "> is not closed; add '>'");
    if (open_.empty() || open_.back() != name_) {
        fail(as_tag("/" + name_) + " closes " + (open_.empty() ? "nothing" : as_tag(open_.back())) +
             "; put the tags in order");
    }
    open_.pop_back();
    return Token::Kind::end;
}

// ---- parts of tokens ----

void Scanner::attribute() {
    const Place at = input_.place();
    const std::string attribute = name("an attribute");
    if (!attributes_.insert(attribute).second) {
        throw ParseError(at.line, at.column,
                         "the attribute " + in_quotes(attribute) + " is given twice; remove one");
    }
    spaces();
    if (!input_.skip("=")) {
        input_.fail("the attribute " + in_quotes(attribute) + " has no value; write " + attribute + "=\"…\"");
    }
    spaces();
    const char32_t quote = input_.peek();
    if (quote != '"' && quote != '\'') {
        input_.fail("the value of " + in_quotes(attribute) + " has no quotation marks; add them");
    }
    input_.take();
    for (char32_t c = input_.peek(); c != quote; c = input_.peek()) {
        if (c == '<') input_.fail("'<' stands in the value of " + in_quotes(attribute) + "; write '&lt;'");
        if (c == '&') {
            reference();
        } else {
            input_.take();
        }
    }
    input_.take();
}

/// The address of a DTD or its public name.
void Scanner::literal() {
    const bool spaced = spaces();
    const char32_t quote = input_.peek();
    if (!spaced || (quote != '"' && quote != '\'')) input_.fail("the DOCTYPE is malformed; remove it");
    input_.take();
    while (input_.peek() != quote) input_.take();
    input_.take();
}

void Scanner::reference() {
    const Place at = input_.place();
    const auto refuse = [&at](const std::string& what) { throw ParseError(at.line, at.column, what); };
    std::string body;
    input_.take();
    while (input_.peek() == '#' || is_name_character(input_.peek())) append(body, input_.take());
    if (body.empty() || !input_.skip(";")) refuse("'&' begins no reference; write '&amp;'");
    const std::string shown = in_quotes("&" + body + ";");
    if (body[0] == '#') {
        if (!is_xml_character(numbered_character(body))) {
            refuse(shown + " stands for no character that XML 1.0 allows; delete it");
        }
    } else if (std::find(predefined.begin(), predefined.end(), body) == predefined.end()) {
        refuse("the entity " + shown + " is unknown; write the character itself, or '&amp;' for a plain '&'");
    }
}

std::string Scanner::name(const char* of_what) {
    std::string result;
    if (!is_name_start(input_.peek())) {
        input_.fail(std::string("the name of ") + of_what +
                    " is missing; write '&lt;' where a plain '<' is meant");
    }
    while (is_name_character(input_.peek())) append(result, input_.take());
    return result;
}

bool Scanner::spaces() {
    const std::size_t before = input_.taken().size();
    while (is_xml_space(input_.peek())) input_.take();
    return input_.taken().size() > before;
}

void Scanner::through(std::string_view end, const char* what) {
    while (!input_.ahead(end)) {
        if (input_.at_end()) fail(std::string("the ") + what + " that begins here does not end; close it");
        input_.take();
    }
    input_.skip(end);
}

void Scanner::check_declaration() const {
    const std::string_view version = pseudo_attribute(input_.taken(), "version");
    if (version != "1.0") fail("the XML version is " + in_quotes(version) + "; only 1.0 is read");
    const std::string encoding(pseudo_attribute(input_.taken(), "encoding"));
    const std::string known = lower(encoding);
    if (!known.empty() && known != "utf-8" && known != "utf8" && known != "us-ascii" && known != "ascii") {
        fail("the file is in " + encoding + "; convert it to UTF-8, e.g. iconv -f " + encoding +
             " -t UTF-8, and say so in the XML declaration");
    }
}

}  // namespace tmx
