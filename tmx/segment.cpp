#include "tmx/segment.hpp"

#include <algorithm>
#include <stdexcept>
#include <string>
#include <vector>

#include "tmx/characters.hpp"
#include "tmx/dtd.hpp"
#include "tmx/entities.hpp"
#include "tmx/errors.hpp"
#include "tmx/scanner.hpp"
#include "tmx/wording.hpp"

namespace tmx {
namespace {

std::string not_well_formed(const ParseError& error) {
    return std::string("the segment is not well-formed XML: ") + error.what();
}

[[noreturn]] void refuse(const std::string& what) { throw std::invalid_argument("the segment has " + what); }

void check_attributes(const Token& token, const ElementRule& rule) {
    for (const RawAttribute& attribute : token.attributes) {
        if (!allows_attribute(rule, attribute.name)) {
            refuse("the attribute " + in_quotes(attribute.name) + " in " + as_tag(rule.name) +
                   ", which TMX does not know; remove it");
        }
        if (!allows_value(attribute.name, attribute.value))
            refuse(as_tag(rule.name) + " with " + std::string(attribute.name) + "=\"" +
                   std::string(attribute.value) + "\"; write begin or end");
    }
    std::size_t from = 0;
    for (std::string_view required = next_required(rule, from); !required.empty();
         required = next_required(rule, from)) {
        const bool given = std::any_of(token.attributes.begin(), token.attributes.end(),
                                       [&](const RawAttribute& each) { return each.name == required; });
        if (!given) refuse(as_tag(rule.name) + " without the attribute " + in_quotes(required) + "; add it");
    }
}

const ElementRule& check_place(std::string_view element, const ElementRule& outer) {
    const ElementRule* rule = rule_for(element, Version::v1_4);
    if (rule == nullptr) refuse("the element " + as_tag(element) + ", which TMX does not know");
    if (!allows_child(outer, element)) {
        refuse(as_tag(element) + " within " + as_tag(outer.name) + ", which TMX does not allow; only" +
               std::string(outer.children) + "may stand there");
    }
    return *rule;
}

}  // namespace

bool is_plain(std::string_view segment) {
    if (segment.find('<') != std::string_view::npos || segment.find('\r') != std::string_view::npos ||
        segment.find("]]>") != std::string_view::npos || sound_length(segment) != segment.size())
        return false;
    for (std::size_t at = segment.find('&'); at != std::string_view::npos; at = segment.find('&', at + 1)) {
        const std::size_t end = segment.find(';', at);
        if (end == std::string_view::npos) return false;
        const std::string_view body = segment.substr(at + 1, end - at - 1);
        const bool known = body.starts_with('#') ? is_xml_character(numbered_character(body))
                                                 : predefined_character(body) != '\0';
        if (!known) return false;
    }
    return true;
}

pugi::xml_document parse_segment(std::string_view segment) {
    try {
        Scanner scanner(segment);
        while (scanner.next().kind != Token::Kind::finish) continue;
    } catch (const ParseError& error) {
        throw std::invalid_argument(not_well_formed(error));
    }
    // Within an element, for pugixml drops a byte order mark at the front of what it is given.
    const std::string xml = "<seg>" + std::string(segment) + "</seg>";
    pugi::xml_document document;
    const auto parsed = document.load_buffer(
        xml.data(), xml.size(), pugi::parse_default | pugi::parse_ws_pcdata, pugi::encoding_utf8);
    if (!parsed) throw std::invalid_argument(std::string("the segment is not XML: ") + parsed.description());
    return document;
}

std::string text_of(const pugi::xml_node& element) {
    std::string text;
    for (const pugi::xml_node child : element.children()) {
        if (child.type() == pugi::node_pcdata || child.type() == pugi::node_cdata) text += child.value();
        if (std::string_view(child.name()) == "hi") text += text_of(child);
    }
    return text;
}

bool check_codes(std::string_view segment) {
    bool says_something = false;
    std::vector<const ElementRule*> open = {rule_for("seg", Version::v1_4)};
    Scanner scanner(segment);
    try {
        for (Token token = scanner.next(); token.kind != Token::Kind::finish; token = scanner.next()) {
            if (token.kind == Token::Kind::start || token.kind == Token::Kind::empty) {
                const ElementRule& rule = check_place(token.name, *open.back());
                check_attributes(token, rule);
                says_something = true;
                if (token.kind == Token::Kind::start) open.push_back(&rule);
            }
            if (token.kind == Token::Kind::end) open.pop_back();
            if (token.kind == Token::Kind::cdata)
                says_something = says_something || !is_blank(token.raw.substr(9, token.raw.size() - 12));
            if (token.kind == Token::Kind::text && !says_something) {
                std::string text;
                append_unescaped(text, token.raw);
                says_something = !is_blank(text);
            }
        }
    } catch (const ParseError& error) {
        throw std::invalid_argument(not_well_formed(error));
    }
    return says_something;
}

}  // namespace tmx
