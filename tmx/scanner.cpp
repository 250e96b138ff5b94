#include "tmx/scanner.hpp"

#include <algorithm>
#include <stdexcept>

#include "tmx/characters.hpp"
#include "tmx/errors.hpp"
#include "tmx/wording.hpp"

namespace tmx {
namespace {

// Entities may make of a file at most so much more, and each use counts for some bytes.
constexpr std::size_t expansion_allowance = std::size_t{16} << 20U;
constexpr std::size_t expansion_factor = 10;
constexpr std::size_t cost_of_use = 256;

bool is_plain_name_byte(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' ||
           c == '_' || c == ':' || c == '.';
}

bool is_space_byte(char c) { return c == ' ' || c == '\n' || c == '\t' || c == '\r'; }

std::string lower(std::string_view text) {
    std::string result(text);
    for (char& c : result) {
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    }
    return result;
}

/// The value of a pseudo-attribute of the XML declaration, e.g. of `version="1.0"`; empty: not there.
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

Token Scanner::next() {
    input_.drop(at_);
    at_ = 0;
    name_begin_ = name_end_ = 0;
    spans_.clear();
    attributes_.clear();
    Token::Kind kind = Token::Kind::finish;
    if (input_.has(0)) {
        kind = input_.at(0) == '<' ? markup() : text();
    } else if (!open_.empty()) {
        input_.fail(
            0, "the input ends within " + as_tag(open_.back()) + "; it is cut off or its end tag is missing");
    } else if (document_ && !root_seen_) {
        input_.fail(0, "there is no XML element; give a TMX file");
    }
    first_ = false;
    for (const Span& span : spans_)
        attributes_.push_back({piece(span.name, span.name_end), piece(span.value, span.value_end)});
    return {kind, piece(0, at_), piece(name_begin_, name_end_), attributes_};
}

bool Scanner::resume_at_unit() {
    std::size_t from = 1;
    at_ = 0;
    while (input_.has(from)) {
        const std::size_t found = input_.window().find('<', from);
        if (found == Input::nowhere) {
            input_.drop(input_.window().size());
            from = 0;
            continue;
        }
        const bool unit =
            input_.stands_at(found, "<tu") && (is_space_byte(input_.at(found + 3)) ||
                                               input_.at(found + 3) == '>' || input_.at(found + 3) == '/');
        if (unit || input_.stands_at(found, "</body")) {
            input_.drop(found);
            open_ = {"tmx", "body"};
            root_seen_ = true;
            return true;
        }
        input_.drop(found);
        from = 1;
    }
    open_.clear();
    root_seen_ = true;
    return false;
}

// ---- the kinds of tokens ----

Token::Kind Scanner::text() {
    const auto end = [this](std::size_t from) {
        return std::min(input_.find("<", from), input_.window().size());
    };
    at_ = end(0);
    for (std::size_t from = piece(0, at_).find('&'); from < at_; from = piece(0, at_).find('&', from)) {
        from = reference(from, false);
        at_ = end(from);  // an entity may hold tags
    }
    if (const std::size_t close = piece(0, at_).find("]]>"); close != std::string_view::npos)
        input_.fail(close, "']]>' stands in text; write ']]&gt;'");
    if (document_ && open_.empty() && !is_xml_space(piece(0, at_)))
        fail("text outside the root element; remove it");
    return Token::Kind::text;
}

Token::Kind Scanner::markup() {
    at_ = 1;
    switch (input_.at(1)) {
        case '/':
            ++at_;
            return end_tag();
        case '?':
            ++at_;
            return instruction();
        case '!':
            if (skip("!--")) return comment();
            if (skip("![CDATA[")) return cdata();
            if (skip("!DOCTYPE")) return doctype();
            break;
        default:
            break;
    }
    return start_tag();
}

Token::Kind Scanner::comment() {
    through("--", "comment");
    if (!skip(">")) input_.fail(at_ - 2, "'--' stands within a comment; write it otherwise");
    return Token::Kind::other;
}

Token::Kind Scanner::cdata() {
    if (document_ && open_.empty()) fail("a CDATA section outside the root element; remove it");
    through("]]>", "CDATA section");
    return Token::Kind::cdata;
}

Token::Kind Scanner::instruction() {
    const std::size_t begin = at_;
    const std::string target(piece(begin, name("a processing instruction")));
    const bool declaration = lower(target) == "xml";
    if (declaration && !(document_ && first_ && target == "xml"))
        fail("an XML declaration may stand at the very start of a file only; remove it");
    if (!input_.stands_at(at_, "?>") && !spaces())
        input_.fail(at_, "a processing instruction is malformed; remove it");
    through("?>", "processing instruction");
    if (declaration) check_declaration();
    return Token::Kind::other;
}

Token::Kind Scanner::doctype() {
    if (!document_ || root_seen_ || doctype_seen_)
        fail("a DOCTYPE may stand once, before the root element; remove it");
    doctype_seen_ = true;
    if (!spaces()) input_.fail(at_, "the DOCTYPE is malformed; remove it");
    name("the DOCTYPE");
    spaces();
    if (skip("SYSTEM")) {
        literal();
    } else if (skip("PUBLIC")) {
        literal();
        literal();
    }
    spaces();
    if (skip("[")) internal_subset();
    spaces();
    if (!skip(">")) input_.fail(at_, "the DOCTYPE is malformed; remove it");
    return Token::Kind::other;
}

Token::Kind Scanner::start_tag() {
    if (document_ && open_.empty() && root_seen_) fail("a second root element; a file holds one memory");
    root_seen_ = true;
    name_begin_ = at_;
    name_end_ = name("an element");
    while (true) {
        const bool spaced = spaces();
        if (skip("/>")) return Token::Kind::empty;
        if (skip(">")) break;
        if (!spaced)
            input_.fail(
                at_, "a space is missing in the tag " + as_tag(piece(name_begin_, name_end_)) + "; add it");
        attribute();
    }
    if (open_.size() == max_depth)
        fail("more than " + std::to_string(max_depth) + " elements within one another; this is no TMX");
    open_.emplace_back(piece(name_begin_, name_end_));
    return Token::Kind::start;
}

Token::Kind Scanner::end_tag() {
    name_begin_ = at_;
    name_end_ = name("an end tag");
    spaces();
    if (!skip(">"))
        input_.fail(at_,
                    "the end tag " + as_end_tag(piece(name_begin_, name_end_)) + " is not closed; add '>'");
    if (open_.empty() || open_.back() != piece(name_begin_, name_end_)) {
        fail(as_end_tag(piece(name_begin_, name_end_)) + " closes " +
             (open_.empty() ? "nothing" : as_tag(open_.back())) + "; put the tags in order");
    }
    open_.pop_back();
    return Token::Kind::end;
}

// ---- parts of tokens ----

void Scanner::attribute() {
    Span span{};
    span.name = at_;
    span.name_end = name("an attribute");
    const std::string_view attribute = piece(span.name, span.name_end);
    for (const Span& other : spans_) {
        if (piece(other.name, other.name_end) == attribute)
            input_.fail(span.name, "the attribute " + in_quotes(attribute) + " is given twice; remove one");
    }
    if (spans_.size() == max_attributes)
        fail("a tag with more than " + std::to_string(max_attributes) + " attributes; this is no TMX");
    const auto shown = [&] { return in_quotes(piece(span.name, span.name_end)); };
    spaces();
    if (!skip("=")) {
        input_.fail(at_, "the attribute " + shown() + " has no value; write " +
                             std::string(piece(span.name, span.name_end)) + "=\"…\"");
    }
    spaces();
    const char quote = input_.at(at_);
    if (quote != '"' && quote != '\'')
        input_.fail(at_, "the value of " + shown() + " has no quotation marks; add them");
    span.value = at_ + 1;
    // A '<' ends the look ahead, so that a missing mark does not swallow the file.
    span.value_end = span.value;
    while (input_.has(span.value_end) && input_.at(span.value_end) != quote) {
        if (input_.at(span.value_end) == '<')
            input_.fail(span.value_end, "'<' stands in the value of " + shown() + "; write '&lt;'");
        ++span.value_end;
    }
    if (!input_.has(span.value_end))
        input_.fail(span.value_end, "the input ends within a tag or reference; it is cut off");
    for (std::size_t from = span.value; from < span.value_end;) {
        const std::size_t found = piece(from, span.value_end).find('&');
        if (found == std::string_view::npos) break;
        const std::size_t before = input_.window().size();
        const std::size_t behind = before - span.value_end;
        from = reference(from + found, true);
        span.value_end = input_.window().size() - behind;
    }
    at_ = span.value_end + 1;
    spans_.push_back(span);
}

/// The address of a DTD or its public name.
void Scanner::literal() {
    const bool spaced = spaces();
    const char quote = input_.at(at_);
    if (!spaced || (quote != '"' && quote != '\'')) input_.fail(at_, "the DOCTYPE is malformed; remove it");
    const std::size_t end = input_.find({&quote, 1}, at_ + 1);
    if (end == Input::nowhere) input_.fail(input_.window().size(), "the input ends within the DOCTYPE");
    at_ = end + 1;
}

/// Looks at a reference; gives where to look for the next one.
std::size_t Scanner::reference(std::size_t begin, bool in_attribute) {
    std::size_t end = begin + 1;
    while (input_.at(end) == '#' || is_plain_name_byte(input_.at(end)) ||
           static_cast<unsigned char>(input_.at(end)) >= 0x80)
        ++end;
    const std::string body(piece(begin + 1, end));
    if (body.empty() || input_.at(end) != ';')
        return mend_reference(begin, 1, "&amp;", "'&' begins no reference; write '&amp;'");
    ++end;
    if (predefined_character(body) != '\0') return end;
    if (body[0] == '#' && is_xml_character(numbered_character(body))) return end;
    const std::string shown = in_quotes("&" + body + ";");
    if (body[0] == '#') {
        return mend_reference(begin, end - begin, "",
                              shown + " stands for no character that XML 1.0 allows; delete it");
    }
    const std::string unknown =
        "the entity " + shown + " is unknown; write the character itself, or '&amp;' for a plain '&'";
    try {
        const std::string* text = entities_.find(body);
        if (text == nullptr) return mend_reference(begin, 1, "&amp;", unknown);
        expanded_ += text->size() + cost_of_use;
        if (expanded_ > expansion_allowance + expansion_factor * input_.dropped())
            throw std::invalid_argument("entities come to more than " + std::to_string(expansion_factor) +
                                        " times the file up to here; this is no TMX");
        std::string replacement = *text;
        if (in_attribute) {
            for (std::size_t at = replacement.find('"'); at != std::string::npos;
                 at = replacement.find('"', at + 1))
                replacement.replace(at, 1, "&quot;");
            if (replacement.find('<') != std::string::npos)
                throw std::invalid_argument("'<' stands in an attribute's value by way of " + shown +
                                            "; write '&lt;'");
        }
        // Entities within it are resolved already; its other references are looked at from its front on.
        input_.replace(begin, end - begin, replacement);
        return begin;
    } catch (const std::invalid_argument& error) {
        return mend_reference(begin, 1, "&amp;", error.what());
    }
}

/// An error, or where faults are mended: other text in the place of what is wrong. Gives where to go on.
std::size_t Scanner::mend_reference(std::size_t begin, std::size_t bytes, std::string_view by,
                                    const std::string& what) {
    if (!on_mending_) input_.fail(begin, what);
    on_mending_(input_.place(begin), what + (by.empty() ? " (left out)" : " (the '&' was taken as text)"));
    input_.replace(begin, bytes, by);
    return begin + by.size();
}

std::size_t Scanner::name(const char* of_what) {
    const char first = input_.at(at_);
    if (static_cast<unsigned char>(first) >= 0x80)
        static_cast<void>(input_.has(at_ + 3));  // the window may end within it
    if (first == '\0' || !is_name_start(decode(input_.window().substr(at_)).code)) {
        input_.fail(at_, std::string("the name of ") + of_what +
                             " is missing; write '&lt;' where a plain '<' is meant");
    }
    while (true) {
        const char c = input_.at(at_);
        if (is_plain_name_byte(c)) {
            ++at_;
            continue;
        }
        if (static_cast<unsigned char>(c) < 0x80) return at_;
        static_cast<void>(input_.has(at_ + 3));  // the window may end within it
        const Decoded next = decode(input_.window().substr(at_));
        if (!is_name_character(next.code)) return at_;
        at_ += next.length;
    }
}

bool Scanner::spaces() {
    const std::size_t before = at_;
    while (is_space_byte(input_.at(at_))) ++at_;
    return at_ > before;
}

bool Scanner::skip(std::string_view literal) {
    if (!input_.stands_at(at_, literal)) return false;
    at_ += literal.size();
    return true;
}

void Scanner::through(std::string_view end, const char* what) {
    const std::size_t found = input_.find(end, at_);
    if (found == Input::nowhere)
        fail(std::string("the ") + what + " that begins here does not end; close it");
    at_ = found + end.size();
}

void Scanner::check_declaration() {
    const std::string_view version = pseudo_attribute(piece(0, at_), "version");
    if (version != "1.0") fail("the XML version is " + in_quotes(version) + "; only 1.0 is read");
}

}  // namespace tmx
