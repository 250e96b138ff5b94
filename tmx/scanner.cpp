#include "tmx/scanner.hpp"

#include <algorithm>
#include <array>
#include <ios>

#include "tmx/characters.hpp"
#include "tmx/errors.hpp"
#include "tmx/wording.hpp"

namespace tmx {
namespace {

constexpr std::size_t chunk = std::size_t{64} << 10U;
constexpr char32_t nothing = 0xFFFFFFFF;  // peek() at the end of the input

std::string hexadecimal(char32_t code, int digits) {
    std::string text;
    for (int shift = 4 * (digits - 1); shift >= 0; shift -= 4)
        text += "0123456789ABCDEF"[code >> shift & 0xFU];
    return text;
}

std::string code_point(char32_t code) { return "U+" + hexadecimal(code, code > 0xFFFF ? 6 : 4); }

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

}  // namespace

Scanner::Scanner(std::istream& in) : in_(&in), document_(true) { detect_encoding(); }

Scanner::Scanner(std::string_view content) : rest_(content) {}

void Scanner::fail(const std::string& what) const {
    throw ParseError(token_place_.line, token_place_.column, what);
}

void Scanner::fail_here(const std::string& what) const { throw ParseError(place_.line, place_.column, what); }

Token Scanner::next() {
    raw_.clear();
    name_.clear();
    token_place_ = place_;
    Token::Kind kind = Token::Kind::finish;
    if (ensure(1)) {
        kind = rest_.front() == '<' ? markup() : text();
    } else if (!open_.empty()) {
        fail_here("the input ends within " + as_tag(open_.back()) +
                  "; it is cut off or its end tag is missing");
    } else if (document_ && !root_seen_) {
        fail_here("there is no XML element; give a TMX file");
    }
    first_ = false;
    return {kind, raw_, name_, token_place_};
}

// ---- the kinds of tokens ----

Token::Kind Scanner::text() {
    while (true) {
        take_plain();
        const char32_t c = peek();
        if (c == nothing || c == '<') break;
        if (c == '&') {
            reference();
        } else {
            if (c == ']' && ahead("]]>")) fail_here("']]>' stands in text; write ']]&gt;'");
            take();
        }
    }
    if (document_ && open_.empty() && !is_xml_space(raw_)) fail("text outside the root element; remove it");
    return Token::Kind::text;
}

Token::Kind Scanner::markup() {
    if (skip("<!--")) return comment();
    if (skip("<![CDATA[")) return cdata();
    if (skip("<!DOCTYPE")) return doctype();
    if (skip("<?")) return instruction();
    if (skip("</")) return end_tag();
    take();
    return start_tag();
}

Token::Kind Scanner::comment() {
    through("--", "comment");
    if (!skip(">")) fail_here("'--' stands within a comment; write it otherwise");
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
    if (!ahead("?>") && !spaces()) fail_here("a processing instruction is malformed; remove it");
    through("?>", "processing instruction");
    if (lower(target) == "xml") check_declaration();
    return Token::Kind::other;
}

Token::Kind Scanner::doctype() {
    if (!document_ || root_seen_ || doctype_seen_)
        fail("a DOCTYPE may stand once, before the root element; remove it");
    doctype_seen_ = true;
    const auto literal = [this] {
        if (!spaces() || (peek() != '"' && peek() != '\'')) fail_here("the DOCTYPE is malformed; remove it");
        const char32_t quote = take();
        while (peek() != quote) take();
        take();
    };
    if (!spaces()) fail_here("the DOCTYPE is malformed; remove it");
    name("the DOCTYPE");
    spaces();
    if (skip("SYSTEM")) {
        literal();
    } else if (skip("PUBLIC")) {
        literal();
        literal();
    }
    spaces();
    if (peek() == '[') {
        fail_here(
            "the DOCTYPE declares entities or elements of its own, which is not read; remove what stands in "
            "[ ]");
    }
    if (!skip(">")) fail_here("the DOCTYPE is malformed; remove it");
    return Token::Kind::other;
}

Token::Kind Scanner::start_tag() {
    if (document_ && open_.empty() && root_seen_) fail("a second root element; a file holds one memory");
    root_seen_ = true;
    name_ = name("an element");
    attributes_.clear();
    while (true) {
        const bool spaced = spaces();
        if (skip("/>")) return Token::Kind::empty;
        if (skip(">")) break;
        if (!spaced) fail_here("a space is missing in the tag " + as_tag(name_) + "; add it");
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
    if (!skip(">")) fail_here("the end tag </" + name_ + "> is not closed; add '>'");
    if (open_.empty() || open_.back() != name_) {
        fail(as_tag("/" + name_) + " closes " + (open_.empty() ? "nothing" : as_tag(open_.back())) +
             "; put the tags in order");
    }
    open_.pop_back();
    return Token::Kind::end;
}

// ---- parts of tokens ----

void Scanner::attribute() {
    const Place at = place_;
    const std::string attribute = name("an attribute");
    if (!attributes_.insert(attribute).second) {
        throw ParseError(at.line, at.column,
                         "the attribute " + in_quotes(attribute) + " is given twice; remove one");
    }
    spaces();
    if (!skip("="))
        fail_here("the attribute " + in_quotes(attribute) + " has no value; write " + attribute + "=\"…\"");
    spaces();
    const char32_t quote = peek();
    if (quote != '"' && quote != '\'') {
        fail_here("the value of " + in_quotes(attribute) + " has no quotation marks; add them");
    }
    take();
    for (char32_t c = peek(); c != quote; c = peek()) {
        if (c == '<') fail_here("'<' stands in the value of " + in_quotes(attribute) + "; write '&lt;'");
        if (c == '&') {
            reference();
        } else {
            take();
        }
    }
    take();
}

void Scanner::reference() {
    const Place at = place_;
    const auto refuse = [&at](const std::string& what) { throw ParseError(at.line, at.column, what); };
    std::string body;
    take();
    // The longest that means something, &#x10FFFF; with some leading zeros, is far shorter.
    while (peek() != ';' && peek() != nothing && body.size() < 32) append(body, take());
    if (peek() != ';') refuse("'&' begins no reference; write '&amp;'");
    take();
    constexpr std::array<std::string_view, 5> predefined = {"amp", "lt", "gt", "quot", "apos"};
    if (std::find(predefined.begin(), predefined.end(), body) != predefined.end()) return;
    if (body.empty() || body[0] != '#') {
        refuse("the entity " + in_quotes("&" + body + ";") +
               " is unknown; write the character itself, or '&amp;' for a plain '&'");
    }
    const bool hex = body.size() > 1 && body[1] == 'x';
    const std::string digits = lower(body.substr(hex ? 2 : 1));
    char32_t code = 0;
    for (const char c : digits) {
        const bool decimal = c >= '0' && c <= '9';
        if (!decimal && !(hex && c >= 'a' && c <= 'f'))
            refuse(in_quotes("&" + body + ";") + " is no number; write e.g. '&#160;'");
        code = std::min<char32_t>(
            code * (hex ? 16 : 10) + static_cast<char32_t>(decimal ? c - '0' : c - 'a' + 10), 0x110000);
    }
    if (digits.empty() || !is_xml_character(code)) {
        refuse(in_quotes("&" + body + ";") + " stands for a character that XML 1.0 forbids; delete it");
    }
}

std::string Scanner::name(const char* of_what) {
    std::string result;
    if (!is_name_start(peek())) {
        fail_here(std::string("the name of ") + of_what +
                  " is missing; write '&lt;' where a plain '<' is meant");
    }
    while (is_name_character(peek())) append(result, take());
    return result;
}

bool Scanner::spaces() {
    const std::size_t before = raw_.size();
    while (is_xml_space(peek())) take();
    return raw_.size() > before;
}

void Scanner::through(std::string_view end, const char* what) {
    while (!ahead(end)) {
        if (!ensure(1)) fail(std::string("the ") + what + " that begins here does not end; close it");
        take();
    }
    skip(end);
}

// ---- characters ----

/// Whether so many bytes (few) are left; reads on where needed.
bool Scanner::ensure(std::size_t bytes) {
    while (rest_.size() < bytes && in_ != nullptr) {
        if (raw_.size() > max_unit_bytes) {
            fail("a piece of more than " + std::to_string(max_unit_bytes >> 20U) +
                 " MB begins here; this is no TMX, or it is damaged");
        }
        std::string next(rest_);
        const std::size_t kept = next.size();
        next.resize(kept + chunk);
        in_->read(next.data() + kept, static_cast<std::streamsize>(chunk));
        const auto got = static_cast<std::size_t>(in_->gcount());
        if (in_->bad())
            fail_here("the file cannot be read on; see whether it is a file and the disk is sound");
        next.resize(kept + got);
        buffer_.swap(next);
        rest_ = buffer_;
        if (got == 0) in_ = nullptr;
    }
    return rest_.size() >= bytes;
}

bool Scanner::ahead(std::string_view literal) {
    ensure(literal.size());
    return rest_.substr(0, literal.size()) == literal;
}

/// Takes the literal, ASCII without line ends, if it stands here.
bool Scanner::skip(std::string_view literal) {
    if (!ahead(literal)) return false;
    raw_ += literal;
    rest_.remove_prefix(literal.size());
    place_.column += literal.size();
    return true;
}

/// Takes the text at hand that needs no closer look: most of a file. Stops short of what is no plain text,
/// and where a character may be cut by the end of the buffer.
void Scanner::take_plain() {
    std::size_t end = 0;
    std::size_t characters = 0;
    for (; end < rest_.size(); ++characters) {
        const auto c = static_cast<unsigned char>(rest_[end]);
        if (c >= 0x20 && c < 0x80) {
            if (c == '<' || c == '&' || c == ']') break;
            ++end;
        } else {
            const Decoded next = decode(rest_.substr(end));
            if (next.length < 2 || !is_xml_character(next.code)) break;
            end += next.length;
        }
    }
    raw_ += rest_.substr(0, end);
    rest_.remove_prefix(end);
    place_.column += characters;
}

/// The next character without taking it; a line end of any kind is a line feed.
char32_t Scanner::peek() {
    ensure(4);
    if (rest_.empty()) return nothing;
    const Decoded next = decode(rest_);
    if (next.length == 0) {
        const auto byte = static_cast<unsigned char>(rest_.front());
        fail_here("the byte 0x" + hexadecimal(byte, 2) + " is not UTF-8 here; convert the file to UTF-8");
    }
    if (!is_xml_character(next.code)) {
        fail_here("the character " + code_point(next.code) + " is forbidden in XML 1.0; delete it");
    }
    return next.code == '\r' ? U'\n' : next.code;
}

char32_t Scanner::take() {
    const char32_t code = peek();
    if (code == nothing) fail_here("the input ends within a tag or reference; it is cut off");
    const bool pair = rest_.size() > 1 && rest_[0] == '\r' && rest_[1] == '\n';
    rest_.remove_prefix(pair ? 2 : decode(rest_).length);
    append(raw_, code);
    if (code == '\n') {
        ++place_.line;
        place_.column = 1;
    } else {
        ++place_.column;
    }
    return code;
}

// ---- the start of a document ----

void Scanner::detect_encoding() {
    ensure(4);
    const auto begins = [this](std::string_view bytes) { return rest_.substr(0, bytes.size()) == bytes; };
    using namespace std::string_view_literals;
    constexpr std::array<std::pair<std::string_view, std::string_view>, 6> others = {
        {{"\xFF\xFE\0\0"sv, "UTF-32LE"},
         {"\0\0\xFE\xFF"sv, "UTF-32BE"},
         {"\xFF\xFE"sv, "UTF-16LE"},
         {"\xFE\xFF"sv, "UTF-16BE"},
         {"<\0"sv, "UTF-16LE"},
         {"\0<"sv, "UTF-16BE"}}};
    for (const auto& [bytes, encoding] : others) {
        if (begins(bytes)) {
            fail_here("the file is in " + std::string(encoding) + "; convert it to UTF-8, e.g. iconv -f " +
                      std::string(encoding) + " -t UTF-8, and say so in the XML declaration");
        }
    }
    if (begins("\xEF\xBB\xBF")) rest_.remove_prefix(3);
}

void Scanner::check_declaration() {
    const std::string_view version = pseudo_attribute(raw_, "version");
    if (version != "1.0") fail("the XML version is " + in_quotes(version) + "; only 1.0 is read");
    const std::string encoding(pseudo_attribute(raw_, "encoding"));
    const std::string known = lower(encoding);
    if (!known.empty() && known != "utf-8" && known != "utf8" && known != "us-ascii" && known != "ascii") {
        fail("the file is in " + encoding + "; convert it to UTF-8, e.g. iconv -f " + encoding +
             " -t UTF-8, and say so in the XML declaration");
    }
}

}  // namespace tmx
