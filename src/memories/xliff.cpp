#include "memories/xliff.hpp"

#include <fmt/format.h>

#include <pugixml.hpp>
#include <stdexcept>

#include "memories/values.hpp"
#include "tmx/text.hpp"

namespace memories {
namespace {

constexpr double sure = 0.9;

/// A segment's codes as XLIFF 1.2 has them: i is the id, and every one needs it.
std::string inline_1(const std::string& segment) {
    if (segment.find('<') == std::string::npos) return segment;
    pugi::xml_document document;
    const std::string xml = "<seg>" + segment + "</seg>";
    if (!document.load_buffer(xml.data(), xml.size(), pugi::parse_default | pugi::parse_ws_pcdata))
        throw std::invalid_argument("a segment is no XML");
    std::string result;
    int number = 0;
    for (const pugi::xml_node child : document.document_element().children()) {
        const std::string name = child.name();
        if (child.type() != pugi::node_element) {
            result += tmx::escape(child.value());
            continue;
        }
        std::string content;
        for (const pugi::xml_node inner : child.children()) content += inner.text().get();
        if (name == "hi") {
            result += tmx::escape(content);
            continue;
        }
        const std::string i = child.attribute("i").value();
        const std::string id = i.empty() ? fmt::format("c{}", ++number) : i;
        const bool paired = name == "bpt" || name == "ept";
        result += fmt::format("<{0} id=\"{1}\">{2}</{0}>", paired ? name : "ph", tmx::escape_attribute(id),
                              tmx::escape(content));
    }
    return result;
}

std::string text_below(const pugi::xml_node& node) {
    std::string text;
    for (const pugi::xml_node child : node.children()) {
        if (child.type() == pugi::node_pcdata || child.type() == pugi::node_cdata) text += child.value();
        const std::string_view name = child.name();
        if (name == "g" || name == "mrk" || name == "pc") text += text_below(child);
    }
    return text;
}

/// A segment of XLIFF 1.2 as TMX has it: native codes stay, placeholders without text become <ph>.
std::string as_segment(const pugi::xml_node& node) {
    std::string segment;
    for (const pugi::xml_node child : node.children()) {
        const std::string name = child.name();
        if (child.type() != pugi::node_element) {
            segment += tmx::escape(child.value());
        } else if (name == "bpt" || name == "ept") {
            segment += fmt::format("<{0} i=\"{1}\">{2}</{0}>", name,
                                   tmx::escape_attribute(child.attribute("id").value()),
                                   tmx::escape(child.text().get()));
        } else if (name == "ph" || name == "x" || name == "bx" || name == "ex" || name == "it") {
            segment += fmt::format("<ph>{}</ph>", tmx::escape(child.text().get()));
        } else {
            segment += as_segment(child);
        }
    }
    return segment;
}

void add_quality(tmx::Unit& unit, const std::string& percent) {
    if (percent.empty()) return;
    const double quality = std::stod(percent) / 100;
    unit.properties.push_back({"x-confidence", fmt::format("{:.4f}", quality)});
}

void read_1(const pugi::xml_node& file, const UnitHandler& give) {
    for (const pugi::xpath_node found : file.select_nodes(".//*[local-name()='trans-unit']")) {
        const pugi::xml_node node = found.node();
        if (!node.child("target")) continue;
        tmx::Unit unit;
        unit.id = node.attribute("resname").value();
        unit.variants.resize(2);
        unit.variants[0].language = file.attribute("source-language").value();
        unit.variants[0].segment = as_segment(node.child("source"));
        unit.variants[1].language = file.attribute("target-language").value();
        unit.variants[1].segment = as_segment(node.child("target"));
        add_quality(unit, node.child("alt-trans").attribute("match-quality").value());
        give(unit);
    }
}

void read_2(const pugi::xml_node& root, const UnitHandler& give) {
    const LanguagePair languages{root.attribute("srcLang").value(), root.attribute("trgLang").value()};
    for (const pugi::xpath_node found : root.select_nodes(".//*[local-name()='unit']")) {
        const pugi::xml_node node = found.node();
        for (const pugi::xml_node segment : node.children("segment")) {
            if (!segment.child("target")) continue;
            tmx::Unit unit =
                unit_of(languages, text_below(segment.child("source")), text_below(segment.child("target")));
            unit.id = node.attribute("name").value();
            add_quality(unit, node.child("mtc:matches").child("mtc:match").attribute("matchQuality").value());
            give(unit);
        }
    }
}

}  // namespace

Xliff::Xliff(std::ostream& out, XliffVersion version, const LanguagePair& languages, const std::string& name)
    : out_(out), version_(version) {
    const std::string source = tmx::escape_attribute(languages.source);
    const std::string target = tmx::escape_attribute(languages.target);
    out_ << "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";
    if (version == XliffVersion::v1_2) {
        out_ << fmt::format(
            "<xliff version=\"1.2\" xmlns=\"urn:oasis:names:tc:xliff:document:1.2\">\n<file original=\"{}\" "
            "source-language=\"{}\" target-language=\"{}\" datatype=\"plaintext\">\n<header><tool "
            "tool-id=\"hexapla\" tool-name=\"hexapla\"/></header>\n<body>\n",
            tmx::escape_attribute(name), source, target);
    } else {
        out_ << fmt::format(
            "<xliff version=\"2.1\" srcLang=\"{}\" trgLang=\"{}\" "
            "xmlns=\"urn:oasis:names:tc:xliff:document:2.0\" "
            "xmlns:mtc=\"urn:oasis:names:tc:xliff:matches:2.0\">\n<file id=\"f1\" original=\"{}\">\n",
            source, target, tmx::escape_attribute(name));
    }
}

void Xliff::write(const tmx::Unit& unit, const tmx::Variant& source, const tmx::Variant& target) {
    ++number_;
    if (version_ == XliffVersion::v1_2) {
        write_1(unit, source, target);
    } else {
        write_2(unit, source, target);
    }
}

void Xliff::write_1(const tmx::Unit& unit, const tmx::Variant& source, const tmx::Variant& target) {
    const auto confidence = confidence_of(unit);
    const bool final = confidence.value_or(1) >= sure;
    const std::string from = inline_1(source.segment);
    const std::string to = inline_1(target.segment);
    out_ << fmt::format("<trans-unit id=\"{}\"{}{}>\n<source>{}</source>\n<target state=\"{}\">{}</target>\n",
                        number_, unit.id.empty() ? "" : " resname=\"" + tmx::escape_attribute(unit.id) + "\"",
                        final ? " approved=\"yes\"" : "", from, final ? "final" : "needs-review-translation",
                        to);
    if (confidence)
        out_ << fmt::format(
            "<alt-trans match-quality=\"{:.2f}\" tool-id=\"hexapla\"><target>{}</target></alt-trans>\n",
            *confidence * 100, to);
    out_ << "</trans-unit>\n";
}

void Xliff::write_2(const tmx::Unit& unit, const tmx::Variant& source, const tmx::Variant& target) {
    const auto confidence = confidence_of(unit);
    const std::string from = tmx::escape(text_of(source));
    const std::string to = tmx::escape(text_of(target));
    out_ << fmt::format("<unit id=\"u{}\"{}>\n", number_,
                        unit.id.empty() ? "" : " name=\"" + tmx::escape_attribute(unit.id) + "\"");
    if (confidence)
        out_ << fmt::format(
            "<mtc:matches><mtc:match ref=\"#s1\" matchQuality=\"{:.2f}\" "
            "origin=\"hexapla\"><source>{}</source>"
            "<target>{}</target></mtc:match></mtc:matches>\n",
            *confidence * 100, from, to);
    out_ << fmt::format(
        "<segment id=\"s1\" state=\"{}\">\n<source>{}</source>\n<target>{}</target>\n</segment>\n</unit>\n",
        confidence.value_or(1) >= sure ? "final" : "translated", from, to);
}

void Xliff::finish() {
    out_ << (version_ == XliffVersion::v1_2 ? "</body>\n</file>\n</xliff>\n" : "</file>\n</xliff>\n");
}

void read_xliff(const std::string& text, const UnitHandler& give) {
    pugi::xml_document document;
    const auto parsed =
        document.load_buffer(text.data(), text.size(), pugi::parse_default | pugi::parse_ws_pcdata);
    const pugi::xml_node root = document.document_element();
    if (!parsed || std::string_view(root.name()) != "xliff")
        throw std::invalid_argument(fmt::format("byte {}: this is no XLIFF ({}); export it again",
                                                parsed.offset, parsed.description()));
    if (std::string_view(root.attribute("version").value()).starts_with("2")) return read_2(root, give);
    for (const pugi::xml_node file : root.children("file")) read_1(file, give);
}

}  // namespace memories
