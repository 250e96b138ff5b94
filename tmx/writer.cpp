#include "tmx/writer.hpp"

#include <ostream>
#include <stdexcept>
#include <string>
#include <string_view>

#include "tmx/rules.hpp"
#include "tmx/text.hpp"
#include "tmx/wording.hpp"

namespace tmx {
namespace {

using namespace std::string_view_literals;

/// Lays elements out as text. Every value is escaped here; a segment is XML already.
class Layout {
  public:
    Layout(std::string& text, std::size_t& dropped) : text_(text), dropped_(dropped) {}

    // What is demanded is not empty by now, unless a file that was invalid is written as it was.
    void header(const Header& header) {
        text_ += "  <header"sv;
        attribute_if("creationtool", header.creation_tool);
        attribute_if("creationtoolversion", header.creation_tool_version);
        attribute_if("segtype", header.segment_type);
        attribute_if("o-tmf", header.original_format);
        attribute_if("adminlang", header.admin_language);
        attribute_if("srclang", header.source_language);
        attribute_if("datatype", header.data_type);
        attribute_if("creationdate", header.creation_date);
        attributes(header.attributes);
        if (header.properties.empty() && header.notes.empty() && header.encodings.empty()) {
            text_ += " />\n"sv;
            return;
        }
        text_ += ">\n"sv;
        remarks(header.properties, header.notes, "    ");
        for (const UserEncoding& encoding : header.encodings) user_encoding(encoding);
        text_ += "  </header>\n"sv;
    }

    void unit(const Unit& unit) {
        begin("    <tu"sv, "    <tu tuid=\""sv, "tuid"sv, unit.id);
        attribute_if("creationdate", unit.creation_date);
        attributes(unit.attributes);
        text_ += ">\n"sv;
        remarks(unit.properties, unit.notes, "      ");
        for (const Variant& variant : unit.variants) {
            begin("      <tuv"sv, "      <tuv xml:lang=\""sv, "xml:lang"sv, variant.language);
            attributes(variant.attributes);
            text_ += ">\n"sv;
            remarks(variant.properties, variant.notes, "        ");
            text_ += "        <seg>"sv;
            text_ += variant.segment;
            text_ += "</seg>\n      </tuv>\n"sv;
        }
        text_ += "    </tu>\n"sv;
    }

  private:
    void attribute(std::string_view name, const std::string& value) {
        text_ += ' ';
        text_ += name;
        text_ += "=\""sv;
        in_attribute(name, value);
        text_ += '"';
    }
    /// Begins a tag, in one piece with its first attribute where that has a value.
    void begin(std::string_view tag, std::string_view with_attribute, std::string_view name,
               const std::string& value) {
        text_ += value.empty() ? tag : with_attribute;
        if (value.empty()) return;
        in_attribute(name, value);
        text_ += '"';
    }
    void in_attribute(std::string_view name, const std::string& value) {
        try {
            append_escaped_attribute(text_, value, &dropped_);
        } catch (const std::invalid_argument& error) {
            throw std::invalid_argument("the attribute " + in_quotes(name) + ": " + error.what());
        }
    }
    void content(const char* of_what, const std::string& value) {
        try {
            append_escaped(text_, value, &dropped_);
        } catch (const std::invalid_argument& error) {
            throw std::invalid_argument(std::string(of_what) + ": " + error.what());
        }
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
            begin("<prop"sv, "<prop type=\""sv, "type"sv, property.type);
            attributes(property.attributes);
            text_ += '>';
            content("a property", property.value);
            text_ += "</prop>\n"sv;
        }
        for (; note != notes.end(); ++note) remark(*note, indent);
    }
    void remark(const Note& note, std::string_view indent) {
        text_ += indent;
        text_ += "<note"sv;
        attributes(note.attributes);
        text_ += '>';
        content("a note", note.text);
        text_ += "</note>\n"sv;
    }
    void user_encoding(const UserEncoding& encoding) {
        text_ += "    <ude"sv;
        attributes(encoding.attributes);
        text_ += ">\n"sv;
        for (const Mapping& mapping : encoding.mappings) {
            text_ += "      <map"sv;
            attributes(mapping.attributes);
            text_ += " />\n"sv;
        }
        text_ += "    </ude>\n"sv;
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
    buffer_ =
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
        "<!DOCTYPE tmx SYSTEM \"tmx14.dtd\">\n"
        "<tmx version=\"1.4\">\n";
    try {
        check_header(header, strictness);
        Layout(buffer_, dropped_).header(header);
    } catch (const std::invalid_argument& error) {
        throw std::invalid_argument(std::string("the header of the memory: ") + error.what());
    }
    buffer_ += "  <body>\n";
    flush("the header");
}

void Writer::write(const Unit& unit) {
    if (finished_) throw std::logic_error("tmx::Writer: a unit after finish()");
    ++offered_;
    const std::size_t dropped_before = dropped_;
    try {
        check_unit(unit, strictness_);
        Layout(buffer_, dropped_).unit(unit);
    } catch (const std::invalid_argument& error) {
        buffer_.clear();
        dropped_ = dropped_before;
        throw std::invalid_argument(name_of(unit, offered_) + ": " + error.what());
    }
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
