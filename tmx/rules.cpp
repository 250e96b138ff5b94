#include "tmx/rules.hpp"

#include <algorithm>
#include <array>
#include <chrono>
#include <stdexcept>

#include "tmx/characters.hpp"
#include "tmx/segment.hpp"
#include "tmx/text.hpp"
#include "tmx/wording.hpp"

namespace tmx {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

bool is_segment_type(std::string_view type) {
    return type == "block" || type == "paragraph" || type == "sentence" || type == "phrase";
}

bool is_any_or_language(std::string_view tag) { return tag == "*all*" || is_language(tag); }

bool is_count(std::string_view text) {
    return !text.empty() && std::all_of(text.begin(), text.end(), is_digit);
}

bool is_anything(std::string_view /*value*/) { return true; }

[[noreturn]] void refuse(const std::string& what) { throw std::invalid_argument(what); }

/// An attribute of the TMX 1.4 DTD that the values do not name, and what its value must be.
struct AttributeRule {
    std::string_view name;
    std::string_view carriers;  // h: header, u: tu, v: tuv, p: prop, n: note
    bool (*accepts)(std::string_view);
    std::string_view wanted;
};

constexpr std::string_view date_form = "YYYYMMDDThhmmssZ";
constexpr std::array<AttributeRule, 15> attribute_rules = {
    {{"o-encoding", "huvpn", is_anything, ""},
     {"xml:lang", "pn", is_language, "a language tag such as de or zh-CN"},
     {"lang", "pn", is_language, "a language tag such as de or zh-CN"},
     {"creationdate", "v", is_date, date_form},
     {"changedate", "huv", is_date, date_form},
     {"lastusagedate", "uv", is_date, date_form},
     {"creationid", "huv", is_anything, ""},
     {"changeid", "huv", is_anything, ""},
     {"datatype", "uv", is_anything, ""},
     {"usagecount", "uv", is_count, "a number"},
     {"creationtool", "uv", is_anything, ""},
     {"creationtoolversion", "uv", is_anything, ""},
     {"o-tmf", "uv", is_anything, ""},
     {"segtype", "u", is_segment_type, "block, paragraph, sentence or phrase"},
     {"srclang", "u", is_any_or_language, "a language tag such as de or zh-CN, or *all*"}}};

void check_attribute(Carrier element, const Attribute& attribute) {
    const char carrier = "huvpn"[static_cast<std::size_t>(element)];
    constexpr std::array<std::string_view, 5> tags = {"<header>", "<tu>", "<tuv>", "<prop>", "<note>"};
    const std::string where = " in " + std::string(tags.at(static_cast<std::size_t>(element)));
    const auto rule = std::find_if(attribute_rules.begin(), attribute_rules.end(),
                                   [&](const AttributeRule& r) { return r.name == attribute.name; });
    if (rule == attribute_rules.end() || rule->carriers.find(carrier) == std::string_view::npos) {
        refuse("the attribute " + in_quotes(attribute.name) + where +
               " is none of TMX 1.4's; make it a property");
    }
    if (!rule->accepts(attribute.value)) {
        refuse("the attribute " + in_quotes(attribute.name) + where + " is " + in_quotes(attribute.value) +
               "; it must be " + std::string(rule->wanted));
    }
}

void check_creation_date(const std::string& date) {
    if (date.empty() || is_date(date)) return;
    refuse("the creation date " + in_quotes(date) + " is not of the form " + std::string(date_form) +
           " or no such day");
}

void check_remarks(const std::vector<Property>& properties, const std::vector<Note>& notes) {
    for (const Property& property : properties) {
        const bool begins = !property.type.empty() && property.type.front() > ' ';
        if (!begins && is_blank(property.type))
            refuse("a property has no type; name it, own types begin with 'x-'");
        check_attributes(Carrier::prop, property.attributes);
    }
    for (const Note& note : notes) check_attributes(Carrier::note, note.attributes);
}

void check_id(std::string_view id) {
    while (!id.empty()) {
        if (id.front() > ' ' && id.front() < 0x7F) {
            id.remove_prefix(1);
            continue;
        }
        const Decoded next = decode(id);
        if (next.length == 0) return;  // the writer says so
        if (is_blank(next.code)) refuse("the tuid has white space; take another sign for it");
        if (!is_xml_character(next.code)) refuse("the tuid has a character that XML forbids; remove it");
        id.remove_prefix(next.length);
    }
}

void require_no_return(const std::string& segment) {
    if (segment.find('\r') != std::string::npos)
        refuse("the segment has a bare carriage return, which reads back as a line feed; write '&#13;'");
}

void check_segment(const std::string& segment) {
    if (is_plain(segment)) {
        // What begins with a letter needs no closer look.
        const bool begins = !segment.empty() && segment.front() > ' ' && segment.front() != '&';
        if (!begins && is_blank(plain_text(segment))) refuse("the segment is empty; leave the unit out");
        return;
    }
    require_no_return(segment);
    if (!check_codes(segment)) refuse("the segment is empty; leave the unit out");
}

void check_variant(const Variant& variant) {
    if (!is_language(variant.language)) {
        refuse(in_quotes(variant.language) + " is no language tag; write one such as de or zh-CN");
    }
    try {
        check_attributes(Carrier::tuv, variant.attributes);
        check_remarks(variant.properties, variant.notes);
        check_segment(variant.segment);
    } catch (const std::invalid_argument& error) {
        refuse("variant " + variant.language + ": " + error.what());
    }
}

/// What XML takes as names of attributes, whoever wrote them.
void require_names(const std::vector<Attribute>& attributes) {
    for (auto attribute = attributes.begin(); attribute != attributes.end(); ++attribute) {
        std::string_view name = attribute->name;
        bool fits = is_name_start(decode(name).code);
        while (fits && !name.empty()) {
            const Decoded next = decode(name);
            fits = next.length > 0 && is_name_character(next.code);
            name.remove_prefix(next.length);
        }
        if (!fits) refuse(in_quotes(attribute->name) + " is no name for an attribute");
        const bool again = std::any_of(attributes.begin(), attribute,
                                       [&](const Attribute& other) { return other.name == attribute->name; });
        if (again) refuse("the attribute " + in_quotes(attribute->name) + " is given twice; remove one");
    }
}

void require_names_of(const std::vector<Property>& properties, const std::vector<Note>& notes) {
    for (const Property& property : properties) require_names(property.attributes);
    for (const Note& note : notes) require_names(note.attributes);
}

void require_well_formed(const Unit& unit) {
    require_names(unit.attributes);
    require_names_of(unit.properties, unit.notes);
    for (const Variant& variant : unit.variants) {
        require_names(variant.attributes);
        require_names_of(variant.properties, variant.notes);
        if (is_plain(variant.segment)) continue;
        require_no_return(variant.segment);
        parse_segment(variant.segment);
    }
}

}  // namespace

bool is_language(std::string_view tag) {
    for (bool first = true; true; first = false) {
        const std::string_view part = tag.substr(0, tag.find('-'));
        const bool fits = std::all_of(part.begin(), part.end(),
                                      [first](char c) { return is_letter(c) || (!first && is_digit(c)); });
        if (part.empty() || part.size() > 8 || !fits) return false;
        if (part.size() == tag.size()) return true;
        tag.remove_prefix(part.size() + 1);
    }
}

bool is_date(std::string_view date) {
    constexpr std::string_view form = "ddddddddTddddddZ";
    const bool fits = std::equal(date.begin(), date.end(), form.begin(), form.end(),
                                 [](char c, char f) { return f == 'd' ? is_digit(c) : c == f; });
    if (!fits) return false;
    const auto number = [date](std::size_t at, std::size_t digits) {
        unsigned value = 0;
        for (const char c : date.substr(at, digits)) value = value * 10 + static_cast<unsigned>(c - '0');
        return value;
    };
    const std::chrono::year_month_day day{std::chrono::year(static_cast<int>(number(0, 4))),
                                          std::chrono::month(number(4, 2)), std::chrono::day(number(6, 2))};
    return day.ok() && number(9, 2) < 24 && number(11, 2) < 60 && number(13, 2) < 60;
}

void check_attributes(Carrier element, const std::vector<Attribute>& attributes) {
    for (auto attribute = attributes.begin(); attribute != attributes.end(); ++attribute) {
        check_attribute(element, *attribute);
        const bool again = std::any_of(attributes.begin(), attribute,
                                       [&](const Attribute& other) { return other.name == attribute->name; });
        if (again) refuse("the attribute " + in_quotes(attribute->name) + " is given twice; remove one");
    }
}

void check_header(const Header& header, Strictness strictness) {
    for (const UserEncoding& encoding : header.encodings) {
        require_names(encoding.attributes);
        for (const Mapping& mapping : encoding.mappings) require_names(mapping.attributes);
    }
    if (strictness == Strictness::well_formed) {
        require_names(header.attributes);
        require_names_of(header.properties, header.notes);
        return;
    }
    const auto need = [](const std::string& value, const char* name) {
        if (is_blank(value)) refuse(std::string(name) + " is empty; TMX demands it");
    };
    need(header.creation_tool, "creationtool");
    need(header.creation_tool_version, "creationtoolversion");
    need(header.original_format, "o-tmf");
    need(header.data_type, "datatype");
    if (!is_segment_type(header.segment_type)) {
        refuse("segtype is " + in_quotes(header.segment_type) +
               "; it must be block, paragraph, sentence or phrase");
    }
    if (!is_language(header.admin_language)) {
        refuse("adminlang is " + in_quotes(header.admin_language) + "; write a language tag such as en");
    }
    if (!is_any_or_language(header.source_language)) {
        refuse("srclang is " + in_quotes(header.source_language) +
               "; write a language tag such as de, or *all*");
    }
    check_creation_date(header.creation_date);
    check_attributes(Carrier::header, header.attributes);
    check_remarks(header.properties, header.notes);
}

void check_unit(const Unit& unit, Strictness strictness) {
    if (strictness == Strictness::well_formed) {
        require_well_formed(unit);
        return;
    }
    check_id(unit.id);
    check_creation_date(unit.creation_date);
    check_attributes(Carrier::tu, unit.attributes);
    check_remarks(unit.properties, unit.notes);
    if (unit.variants.size() < 2) {
        refuse("it has " + std::to_string(unit.variants.size()) + " variant(s); a unit needs two languages");
    }
    for (const Variant& variant : unit.variants) check_variant(variant);
}

}  // namespace tmx
