#include "tmx/segment.hpp"

#include <stdexcept>
#include <string>

#include "tmx/characters.hpp"
#include "tmx/dtd.hpp"
#include "tmx/entities.hpp"
#include "tmx/errors.hpp"
#include "tmx/scanner.hpp"
#include "tmx/wording.hpp"

namespace tmx {
namespace {

[[noreturn]] void refuse(const std::string& what) { throw std::invalid_argument("the segment has " + what); }

void check_attributes(const pugi::xml_node& code, const ElementRule& rule) {
    const std::string tag = as_tag(rule.name);
    for (const pugi::xml_attribute attribute : code.attributes()) {
        if (!allows_attribute(rule, attribute.name())) {
            refuse("the attribute " + in_quotes(attribute.name()) + " in " + tag +
                   ", which TMX does not know; remove it");
        }
        if (!allows_value(attribute.name(), attribute.value()))
            refuse(tag + " with " + std::string(attribute.name()) + "=\"" + std::string(attribute.value()) +
                   "\"; write begin or end");
    }
    for (const std::string_view required : required_attributes(rule)) {
        if (!code.attribute(std::string(required).c_str()))
            refuse(tag + " without the attribute " + in_quotes(required) + "; add it");
    }
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
        throw std::invalid_argument(std::string("the segment is not well-formed XML: ") + error.what());
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

void check_codes(const pugi::xml_node& seg) {
    const ElementRule* rule = rule_for(seg.name(), Version::v1_4);
    if (rule == nullptr) refuse("the element " + as_tag(seg.name()) + ", which TMX does not know");
    check_attributes(seg, *rule);
    for (const pugi::xml_node child : seg.children()) {
        if (child.type() != pugi::node_element) continue;
        if (rule_for(child.name(), Version::v1_4) != nullptr && !allows_child(*rule, child.name())) {
            refuse(as_tag(child.name()) + " within " + as_tag(seg.name()) +
                   ", which TMX does not allow; only" + std::string(rule->children) + "may stand there");
        }
        check_codes(child);
    }
}

}  // namespace tmx
