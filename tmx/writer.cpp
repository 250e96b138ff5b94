#include "tmx/writer.hpp"

#include <ostream>
#include <stdexcept>
#include <string>
#include <string_view>

#include "tmx/rules.hpp"
#include "tmx/text.hpp"

namespace tmx {
namespace {

/// Lays elements out as text. Every value is escaped here; a segment is XML already.
class Layout {
  public:
    Layout(std::string& text, std::size_t& dropped) : text_(text), dropped_(dropped) {}

    void header(const Header& header) {
        text_ += "  <header";
        attribute("creationtool", header.creation_tool);
        attribute("creationtoolversion", header.creation_tool_version);
        attribute("segtype", header.segment_type);
        attribute("o-tmf", header.original_format);
        attribute("adminlang", header.admin_language);
        attribute("srclang", header.source_language);
        attribute("datatype", header.data_type);
        attribute_if("creationdate", header.creation_date);
        attributes(header.attributes);
        if (header.properties.empty() && header.notes.empty() && header.encodings.empty()) {
            text_ += " />\n";
            return;
        }
        text_ += ">\n";
        remarks(header.properties, header.notes, "    ");
        for (const UserEncoding& encoding : header.encodings) user_encoding(encoding);
        text_ += "  </header>\n";
    }

    void unit(const Unit& unit) {
        text_ += "    <tu";
        attribute_if("tuid", unit.id);
        attribute_if("creationdate", unit.creation_date);
        attributes(unit.attributes);
        text_ += ">\n";
        remarks(unit.properties, unit.notes, "      ");
        for (const Variant& variant : unit.variants) {
            text_ += "      <tuv";
            attribute("xml:lang", variant.language);
            attributes(variant.attributes);
            text_ += ">\n";
            remarks(variant.properties, variant.notes, "        ");
            text_ += "        <seg>";
            text_ += variant.segment;
            text_ += "</seg>\n      </tuv>\n";
        }
        text_ += "    </tu>\n";
    }

  private:
    void attribute(std::string_view name, const std::string& value) {
        text_ += ' ';
        text_ += name;
        text_ += "=\"";
        append_escaped_attribute(text_, value, &dropped_);
        text_ += '"';
    }
    void attribute_if(std::string_view name, const std::string& value) {
        if (!value.empty()) attribute(name, value);
    }
    void attributes(const std::vector<Attribute>& attributes) {
        for (const Attribute& other : attributes) attribute(other.name, other.value);
    }
    void remarks(const std::vector<Property>& properties, const std::vector<Note>& notes,
                 std::string_view indent) {
        auto note = notes.begin();
        for (std::size_t i = 0; i < properties.size(); ++i) {
            for (; note != notes.end() && note->properties_before <= i; ++note) remark(*note, indent);
            const Property& property = properties[i];
            text_ += indent;
            text_ += "<prop";
            attribute("type", property.type);
            attributes(property.attributes);
            text_ += '>';
            append_escaped(text_, property.value, &dropped_);
            text_ += "</prop>\n";
        }
        for (; note != notes.end(); ++note) remark(*note, indent);
    }
    void remark(const Note& note, std::string_view indent) {
        text_ += indent;
        text_ += "<note";
        attributes(note.attributes);
        text_ += '>';
        append_escaped(text_, note.text, &dropped_);
        text_ += "</note>\n";
    }
    void user_encoding(const UserEncoding& encoding) {
        text_ += "    <ude";
        attributes(encoding.attributes);
        text_ += ">\n";
        for (const Mapping& mapping : encoding.mappings) {
            text_ += "      <map";
            attributes(mapping.attributes);
            text_ += " />\n";
        }
        text_ += "    </ude>\n";
    }

    std::string& text_;
    std::size_t& dropped_;
};

std::string name_of(const Unit& unit, std::size_t number) {
    const bool printable = !unit.id.empty() && !find_malformed(unit.id);
    return "unit " + std::to_string(number) + (printable ? " (" + unit.id + ")" : "");
}

}  // namespace

Writer::Writer(std::ostream& out, const Header& header, Strictness strictness)
    : out_(out), strictness_(strictness) {
    try {
        check_header(header, strictness);
    } catch (const std::invalid_argument& error) {
        throw std::invalid_argument(std::string("the header of the memory: ") + error.what());
    }
    buffer_ =
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
        "<!DOCTYPE tmx SYSTEM \"tmx14.dtd\">\n"
        "<tmx version=\"1.4\">\n";
    Layout(buffer_, dropped_).header(header);
    buffer_ += "  <body>\n";
    flush("the header");
}

void Writer::write(const Unit& unit) {
    if (finished_) throw std::logic_error("tmx::Writer: a unit after finish()");
    ++offered_;
    try {
        check_unit(unit, strictness_);
    } catch (const std::invalid_argument& error) {
        throw std::invalid_argument(name_of(unit, offered_) + ": " + error.what());
    }
    Layout(buffer_, dropped_).unit(unit);
    flush("a unit");
    ++units_;
}

void Writer::flush(const char* during) {
    out_.write(buffer_.data(), static_cast<std::streamsize>(buffer_.size()));
    buffer_.clear();
    require_good(during);
}

void Writer::finish() {
    if (finished_) return;
    finished_ = true;
    out_ << "  </body>\n</tmx>\n" << std::flush;
    require_good("the end");
}

void Writer::require_good(const char* during) {
    if (out_) return;
    throw WriteError(std::string("the memory cannot be written (at ") + during + ", after " +
                     std::to_string(units_) + " units); see whether the disk is full");
}

}  // namespace tmx
