#include "tmx/segment.hpp"

#include <algorithm>
#include <array>
#include <stdexcept>
#include <string>

#include "tmx/errors.hpp"
#include "tmx/scanner.hpp"
#include "tmx/wording.hpp"

namespace tmx {
namespace {

/// What the DTD says of an element within <seg>. Lists are words between spaces.
struct CodeRule {
    std::string_view name;
    std::string_view children;
    std::string_view attributes;
    std::string_view required;
};

constexpr std::string_view codes = " bpt ept it ph hi ut ";
constexpr std::array<CodeRule, 8> rules = {{{"seg", codes, " ", ""},
                                            {"hi", codes, " x type ", ""},
                                            {"sub", codes, " datatype type ", ""},
                                            {"bpt", " sub ", " i x type ", "i"},
                                            {"ept", " sub ", " i ", "i"},
                                            {"it", " sub ", " pos x type ", "pos"},
                                            {"ph", " sub ", " x assoc type ", ""},
                                            {"ut", " sub ", " x ", ""}}};

bool lists(std::string_view words, std::string_view word) {
    return words.find(std::string(" ").append(word).append(" ")) != std::string_view::npos;
}

[[noreturn]] void refuse(const std::string& what) { throw std::invalid_argument("the segment has " + what); }

void check_attributes(const pugi::xml_node& code, const CodeRule& rule) {
    const std::string tag = as_tag(rule.name);
    for (const pugi::xml_attribute attribute : code.attributes()) {
        if (!lists(rule.attributes, attribute.name())) {
            refuse("the attribute " + in_quotes(attribute.name()) + " in " + tag +
                   ", which TMX does not know; remove it");
        }
    }
    if (!rule.required.empty() && !code.attribute(rule.required.data())) {
        refuse(tag + " without the attribute " + in_quotes(rule.required) + "; add it");
    }
    const std::string_view position = code.attribute("pos").value();
    if (rule.name == "it" && position != "begin" && position != "end") {
        refuse("<it> with pos=\"" + std::string(position) + "\"; write begin or end");
    }
}

}  // namespace

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
    const auto rule =
        std::find_if(rules.begin(), rules.end(), [&](const CodeRule& r) { return r.name == seg.name(); });
    if (rule == rules.end()) refuse("the element " + as_tag(seg.name()) + ", which TMX does not know");
    check_attributes(seg, *rule);
    for (const pugi::xml_node child : seg.children()) {
        if (child.type() != pugi::node_element) continue;
        if (!lists(rule->children, child.name())) {
            refuse(as_tag(child.name()) + " within " + as_tag(seg.name()) +
                   ", which TMX does not allow; only" + std::string(rule->children) + "may stand there");
        }
        check_codes(child);
    }
}

}  // namespace tmx
