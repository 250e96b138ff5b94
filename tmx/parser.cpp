#include "tmx/parser.hpp"

#include <initializer_list>
#include <utility>

#include "tmx/characters.hpp"
#include "tmx/wording.hpp"

namespace tmx {
namespace {

using Kind = Token::Kind;

/// An attribute's value as text; white space in it is spaces (XML 1.0, section 3.3.3).
void assign_value(std::string& value, std::string_view raw) {
    value.clear();
    if (raw.find_first_of("&\t\n") == std::string_view::npos) {
        value = raw;
        return;
    }
    std::string spaced(raw);
    for (char& c : spaced) {
        if (c == '\t' || c == '\n') c = ' ';
    }
    append_unescaped(value, spaced);
}

struct Field {
    std::string_view name;
    std::string* value;
};

/// Gives each attribute to the field of its name, and what has none to the others.
void read_attributes(const Token& token, std::initializer_list<Field> fields,
                     std::vector<Attribute>& others) {
    std::size_t count = 0;
    for (const Field& field : fields) field.value->clear();
    for (const RawAttribute& attribute : token.attributes) {
        std::string* value = nullptr;
        for (const Field& field : fields) {
            if (field.name == attribute.name) value = field.value;
        }
        if (value == nullptr) {
            if (count == others.size()) others.emplace_back();
            others[count].name = attribute.name;
            value = &others[count++].value;
        }
        assign_value(*value, attribute.value);
    }
    others.resize(count);
}

/// The next element of a list that is filled anew, so that its strings keep their room.
template <class Value>
Value& next_of(std::vector<Value>& values, std::size_t& count) {
    if (count == values.size()) values.emplace_back();
    return values[count++];
}

}  // namespace

Reader::Parser::Parser(std::istream& in, ReadOptions options)
    : options_(std::move(options)), scanner_(in, options_.on_loss) {
    if (options_.on_deviation) validator_ = std::make_unique<Validator>();
}

void Reader::Parser::begin_piece() {
    piece_place_ = scanner_.place();
    piece_begin_ = scanner_.offset();
}

Token Reader::Parser::take() {
    const Token token = scanner_.next();
    if (validator_ && !oddity_told_) {
        oddity_told_ = true;
        if (const std::string oddity = scanner_.oddity(); !oddity.empty())
            options_.on_deviation({}, oddity + "; correct the declaration");
    }
    if (validator_) validate(token);
    return token;
}

/// The next token within an element that is being read.
Token Reader::Parser::inside(const char* element) {
    const Token token = take();
    if (scanner_.offset() - piece_begin_ > max_unit_bytes) {
        throw ParseError(piece_place_.line, piece_place_.column,
                         "the element that begins here has more than " +
                             std::to_string(max_unit_bytes >> 20U) + " MB; this is no TMX, or it is damaged");
    }
    const bool text = token.kind == Kind::cdata || (token.kind == Kind::text && !is_xml_space(token.raw));
    if (text && element != nullptr)
        leave_out("text stands directly in " + as_tag(element) + "; remove it or put it into a <note>");
    return token;
}

Token Reader::Parser::next_tag() {
    while (true) {
        const Token token = take();
        const bool space = token.kind == Kind::text && is_xml_space(token.raw);
        if (token.kind == Kind::other || space) continue;
        if (token.kind != Kind::text && token.kind != Kind::cdata) return token;
        leave_out("text between elements; remove it or put it into a <note>");
    }
}

void Reader::Parser::leave_out(const std::string& what) const {
    if (!options_.on_deviation) scanner_.fail(what);
}

bool Reader::Parser::resume() {
    try {
        if (!scanner_.resume_at_unit()) return false;
    } catch (const ParseError&) {
        return false;  // what was told already: the file cannot be read on
    }
    if (validator_) {
        validator_ = std::make_unique<Validator>();
        validator_->open("tmx", {});
        validator_->open("header", {});
        validator_->close();
        validator_->open("body", {});
    }
    return true;
}

void Reader::Parser::validate(const Token& token) {
    if (token.kind == Kind::start || token.kind == Kind::empty) {
        attributes_.clear();
        if (values_.size() < token.attributes.size()) values_.resize(token.attributes.size());
        for (std::size_t i = 0; i < token.attributes.size(); ++i) {
            assign_value(values_[i], token.attributes[i].value);
            attributes_.push_back({token.attributes[i].name, values_[i]});
        }
        tell(validator_->open(token.name, attributes_));
    }
    if (token.kind == Kind::text) tell(validator_->text(token.raw));
    if (token.kind == Kind::cdata) tell(validator_->text("CDATA"));
    if (token.kind == Kind::end || token.kind == Kind::empty) tell(validator_->close());
}

void Reader::Parser::tell(const Validator::Complaints& complaints) {
    for (const std::string& complaint : complaints) options_.on_deviation(scanner_.place(), complaint);
}

void Reader::Parser::skip(const Token& token) {
    if (token.kind == Kind::empty) return;
    const std::size_t outer = scanner_.depth() - 1;
    while (scanner_.depth() > outer) take();
}

/// The text of <prop> or <note>; elements in it are left out, but not their text.
void Reader::Parser::read_text(const Token& token, std::string& text) {
    text.clear();
    if (token.kind == Kind::empty) return;
    const std::string element(token.name);
    const std::size_t outer = scanner_.depth() - 1;
    while (true) {
        const Token piece = inside(nullptr);
        if (scanner_.depth() == outer) return;
        if (piece.kind == Kind::text) append_unescaped(text, piece.raw);
        if (piece.kind == Kind::cdata) text += piece.raw.substr(9, piece.raw.size() - 12);
        if (piece.kind == Kind::start || piece.kind == Kind::empty)
            leave_out("an element stands in " + as_tag(element) + ", which holds text only; remove it");
    }
}

void Reader::Parser::read_remark(const Token& token, std::vector<Property>& properties,
                                 std::size_t& property_count, std::vector<Note>& notes,
                                 std::size_t& note_count) {
    if (token.name == "prop") {
        Property& property = next_of(properties, property_count);
        read_attributes(token, {{"type", &property.type}}, property.attributes);
        read_text(token, property.value);
    } else {
        Note& note = next_of(notes, note_count);
        read_attributes(token, {}, note.attributes);
        note.properties_before = property_count;
        read_text(token, note.text);
    }
}

void Reader::Parser::read_encoding(const Token& token, UserEncoding& encoding) {
    read_attributes(token, {}, encoding.attributes);
    if (token.kind == Kind::empty) return;
    for (Token child = inside("ude"); child.kind != Kind::end; child = inside("ude")) {
        if (child.kind != Kind::start && child.kind != Kind::empty) continue;
        if (child.name == "map") {
            read_attributes(child, {}, encoding.mappings.emplace_back().attributes);
        } else {
            leave_out(as_tag(child.name) + " may not stand in <ude>; see the TMX 1.4 DTD");
        }
        skip(child);
    }
}

void Reader::Parser::read_header(const Token& token, Header& header) {
    begin_piece();
    read_attributes(token,
                    {{"creationtool", &header.creation_tool},
                     {"creationtoolversion", &header.creation_tool_version},
                     {"segtype", &header.segment_type},
                     {"o-tmf", &header.original_format},
                     {"adminlang", &header.admin_language},
                     {"srclang", &header.source_language},
                     {"datatype", &header.data_type},
                     {"creationdate", &header.creation_date}},
                    header.attributes);
    std::size_t properties = 0;
    std::size_t notes = 0;
    if (token.kind == Kind::empty) return;
    for (Token child = inside("header"); child.kind != Kind::end; child = inside("header")) {
        if (child.kind != Kind::start && child.kind != Kind::empty) continue;
        if (child.name == "prop" || child.name == "note") {
            read_remark(child, header.properties, properties, header.notes, notes);
        } else if (child.name == "ude") {
            read_encoding(child, header.encodings.emplace_back());
        } else {
            leave_out(as_tag(child.name) + " may not stand in <header>; see the TMX 1.4 DTD");
            skip(child);
        }
    }
}

void Reader::Parser::read_unit(const Token& token, Unit& unit) {
    begin_piece();
    read_attributes(token, {{"tuid", &unit.id}, {"creationdate", &unit.creation_date}}, unit.attributes);
    std::size_t properties = 0;
    std::size_t notes = 0;
    std::size_t variants = 0;
    if (token.kind == Kind::start) {
        for (Token child = inside("tu"); child.kind != Kind::end; child = inside("tu")) {
            if (child.kind != Kind::start && child.kind != Kind::empty) continue;
            if (child.name == "tuv") {
                read_variant(child, next_of(unit.variants, variants));
            } else if (child.name == "prop" || child.name == "note") {
                read_remark(child, unit.properties, properties, unit.notes, notes);
            } else {
                leave_out(as_tag(child.name) + " may not stand in <tu>; see the TMX 1.4 DTD");
                skip(child);
            }
        }
    }
    unit.properties.resize(properties);
    unit.notes.resize(notes);
    unit.variants.resize(variants);
}

void Reader::Parser::read_variant(const Token& token, Variant& variant) {
    std::string old_style;  // TMX 1.1 and 1.2 have lang in place of xml:lang
    read_attributes(token, {{"xml:lang", &variant.language}, {"lang", &old_style}}, variant.attributes);
    if (variant.language.empty()) variant.language = std::move(old_style);
    if (variant.language.empty()) leave_out("<tuv> names no language; add xml:lang=\"…\"");
    variant.segment.clear();
    std::size_t properties = 0;
    std::size_t notes = 0;
    std::size_t segments = 0;
    if (token.kind == Kind::start) {
        for (Token child = inside("tuv"); child.kind != Kind::end; child = inside("tuv")) {
            if (child.kind != Kind::start && child.kind != Kind::empty) continue;
            if (child.name == "seg" && segments++ == 0) {
                read_segment(child, variant.segment);
            } else if (child.name == "prop" || child.name == "note") {
                read_remark(child, variant.properties, properties, variant.notes, notes);
            } else {
                if (child.name != "seg")
                    leave_out(as_tag(child.name) + " may not stand in <tuv>; see the TMX 1.4 DTD");
                skip(child);
            }
        }
    }
    variant.properties.resize(properties);
    variant.notes.resize(notes);
    if (segments != 1) leave_out("<tuv> has " + std::to_string(segments) + " <seg>; it must have one");
}

/// What stands between <seg> and </seg>, as written.
void Reader::Parser::read_segment(const Token& token, std::string& segment) {
    if (token.kind == Kind::empty) return;
    const std::size_t outer = scanner_.depth() - 1;
    while (true) {
        const Token piece = inside(nullptr);
        if (scanner_.depth() == outer) return;
        segment += piece.raw;
    }
}

}  // namespace tmx
