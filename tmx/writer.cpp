#include "tmx/writer.hpp"

#include <ostream>
#include <pugixml.hpp>
#include <stdexcept>
#include <string>

#include "tmx/rules.hpp"
#include "tmx/text.hpp"

namespace tmx {
namespace {

constexpr const char* indent = "  ";

/// Builds elements for output as they stand: every value is escaped here, since pugixml would write a bare
/// carriage return and references to forbidden characters, and would escape a segment's XML again.
class Element {
  public:
    Element(pugi::xml_node node, std::size_t& dropped) : node_(node), dropped_(dropped) {}

    Element child(const char* name) { return {node_.append_child(name), dropped_}; }
    void attribute(const char* name, const std::string& value) {
        node_.append_attribute(name) = escape_attribute(value, &dropped_).c_str();
    }
    void attribute_if(const char* name, const std::string& value) {
        if (!value.empty()) attribute(name, value);
    }
    void attributes(const std::vector<Attribute>& attributes) {
        for (const Attribute& other : attributes) attribute(other.name.c_str(), other.value);
    }
    void text(const std::string& text) { xml(escape(text, &dropped_)); }
    void xml(const std::string& xml) { node_.text().set(xml.c_str()); }
    void remarks(const std::vector<Property>& properties, const std::vector<Note>& notes) {
        for (const Property& property : properties) {
            Element prop = child("prop");
            prop.attribute("type", property.type);
            prop.attributes(property.attributes);
            prop.text(property.value);
        }
        for (const Note& note : notes) {
            Element element = child("note");
            element.attributes(note.attributes);
            element.text(note.text);
        }
    }

  private:
    pugi::xml_node node_;
    std::size_t& dropped_;
};

void fill(Element element, const Header& header) {
    element.attribute("creationtool", header.creation_tool);
    element.attribute("creationtoolversion", header.creation_tool_version);
    element.attribute("segtype", header.segment_type);
    element.attribute("o-tmf", header.original_format);
    element.attribute("adminlang", header.admin_language);
    element.attribute("srclang", header.source_language);
    element.attribute("datatype", header.data_type);
    element.attribute_if("creationdate", header.creation_date);
    element.attributes(header.attributes);
    element.remarks(header.properties, header.notes);
}

void fill(Element element, const Unit& unit) {
    element.attribute_if("tuid", unit.id);
    element.attribute_if("creationdate", unit.creation_date);
    element.attributes(unit.attributes);
    element.remarks(unit.properties, unit.notes);
    for (const Variant& variant : unit.variants) {
        Element tuv = element.child("tuv");
        tuv.attribute("xml:lang", variant.language);
        tuv.attributes(variant.attributes);
        tuv.remarks(variant.properties, variant.notes);
        tuv.child("seg").xml(variant.segment);
    }
}

void print(std::ostream& out, const pugi::xml_document& document, unsigned depth) {
    pugi::xml_writer_stream writer(out);
    document.first_child().print(writer, indent, pugi::format_indent | pugi::format_no_escapes,
                                 pugi::encoding_utf8, depth);
}

std::string name_of(const Unit& unit, std::size_t number) {
    const bool printable = !unit.id.empty() && !find_malformed(unit.id);
    return "unit " + std::to_string(number) + (printable ? " (" + unit.id + ")" : "");
}

}  // namespace

Writer::Writer(std::ostream& out, const Header& header) : out_(out) {
    try {
        check_header(header);
    } catch (const std::invalid_argument& error) {
        throw std::invalid_argument(std::string("the header of the memory: ") + error.what());
    }
    pugi::xml_document document;
    fill({document.append_child("header"), dropped_}, header);
    out_ << "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
            "<!DOCTYPE tmx SYSTEM \"tmx14.dtd\">\n"
            "<tmx version=\"1.4\">\n";
    print(out_, document, 1);
    out_ << indent << "<body>\n";
    require_good("the header");
}

void Writer::write(const Unit& unit) {
    if (finished_) throw std::logic_error("tmx::Writer: a unit after finish()");
    ++offered_;
    try {
        check_unit(unit);
    } catch (const std::invalid_argument& error) {
        throw std::invalid_argument(name_of(unit, offered_) + ": " + error.what());
    }
    pugi::xml_document document;
    fill({document.append_child("tu"), dropped_}, unit);
    print(out_, document, 2);
    require_good("a unit");
    ++units_;
}

void Writer::finish() {
    if (finished_) return;
    finished_ = true;
    out_ << indent << "</body>\n</tmx>\n" << std::flush;
    require_good("the end");
}

void Writer::require_good(const char* during) {
    if (out_) return;
    throw WriteError(std::string("the memory cannot be written (at ") + during + ", after " +
                     std::to_string(units_) + " units); see whether the disk is full");
}

}  // namespace tmx
