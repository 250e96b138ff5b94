#include "tmx/reader.hpp"

#include <algorithm>
#include <pugixml.hpp>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "tmx/characters.hpp"
#include "tmx/scanner.hpp"
#include "tmx/wording.hpp"

namespace tmx {
namespace {

using Kind = Token::Kind;

/// An element as written, taken from the file in one piece, and where its segments stand in it.
struct Piece {
    struct Segment {
        std::size_t name;  // offset of the tag's name, by which pugixml tells a node's place
        std::size_t begin;
        std::size_t end;
    };
    std::string xml;
    std::vector<Segment> segments;
    Place place;
};

/// The next tag, or the end of the file; between tags only white space, comments and the like may stand.
Token next_tag(Scanner& scanner) {
    while (true) {
        const Token token = scanner.next();
        const bool space = token.kind == Kind::text && is_xml_space(token.raw);
        if (token.kind != Kind::other && !space) {
            if (token.kind == Kind::text || token.kind == Kind::cdata) {
                scanner.fail("text between elements; remove it or put it into a <note>");
            }
            return token;
        }
    }
}

/// Reads on to the end of the element that `token` begins.
Piece collect(Scanner& scanner, Token token) {
    Piece piece;
    piece.place = token.place;
    const std::size_t outer = scanner.depth() - (token.kind == Kind::start ? 1 : 0);
    while (true) {
        const bool segment = token.name == "seg";
        if (segment && token.kind == Kind::end && !piece.segments.empty()) {
            piece.segments.back().end = piece.xml.size();
        }
        const std::size_t name = piece.xml.size() + 1;
        piece.xml += token.raw;
        if (segment && token.kind != Kind::end) {
            piece.segments.push_back({name, piece.xml.size(), piece.xml.size()});
        }
        if (piece.xml.size() > max_unit_bytes) {
            throw ParseError(piece.place.line, piece.place.column,
                             "the element that begins here has more than " +
                                 std::to_string(max_unit_bytes >> 20U) +
                                 " MB; this is no TMX, or it is damaged");
        }
        if (scanner.depth() == outer) return piece;
        token = scanner.next();
    }
}

/// A piece as a tree, and what its nodes say.
class Tree {
  public:
    explicit Tree(const Piece& piece) : piece_(piece) {
        const auto parsed =
            document_.load_buffer(piece.xml.data(), piece.xml.size(),
                                  pugi::parse_default | pugi::parse_ws_pcdata, pugi::encoding_utf8);
        if (!parsed) {
            fail(static_cast<std::size_t>(parsed.offset),
                 std::string("this is no XML: ") + parsed.description());
        }
    }

    [[nodiscard]] pugi::xml_node root() const { return document_.document_element(); }

    /// Throws ParseError about a node: its line and column in the file.
    [[noreturn]] void fail(const pugi::xml_node& node, const std::string& what) const {
        const auto offset = node.offset_debug();
        fail(offset > 0 ? static_cast<std::size_t>(offset) - 1 : 0, what);
    }

    /// Calls `take` for each child element; text between them is refused.
    template <class Take>
    void each_element(const pugi::xml_node& parent, Take take) const {
        for (const pugi::xml_node child : parent.children()) {
            if (child.type() == pugi::node_element) {
                take(child);
            } else if (child.type() == pugi::node_cdata || !is_xml_space(child.value())) {
                fail(parent, "text stands directly in " + as_tag(parent.name()) +
                                 "; remove it or put it into a <note>");
            }
        }
    }

    /// The text of <prop> or <note>.
    [[nodiscard]] std::string text(const pugi::xml_node& node) const {
        std::string text;
        for (const pugi::xml_node child : node.children()) {
            if (child.type() == pugi::node_element) {
                fail(child,
                     "an element stands in " + as_tag(node.name()) + ", which holds text only; remove it");
            }
            text += child.value();
        }
        return text;
    }

    /// What stands between <seg> and </seg>, as written.
    [[nodiscard]] std::string segment(const pugi::xml_node& seg) const {
        const auto name = static_cast<std::size_t>(seg.offset_debug());
        const auto found =
            std::find_if(piece_.segments.begin(), piece_.segments.end(),
                         [name](const Piece::Segment& segment) { return segment.name == name; });
        if (found == piece_.segments.end()) fail(seg, "this segment has no end");
        return piece_.xml.substr(found->begin, found->end - found->begin);
    }

  private:
    [[noreturn]] void fail(std::size_t offset, const std::string& what) const {
        const std::string_view before = std::string_view(piece_.xml).substr(0, offset);
        const auto feeds = static_cast<std::size_t>(std::count(before.begin(), before.end(), '\n'));
        const std::string_view line = before.substr(feeds == 0 ? 0 : before.rfind('\n') + 1);
        const auto characters = static_cast<std::size_t>(std::count_if(line.begin(), line.end(), [](char c) {
            return (static_cast<unsigned char>(c) & 0xC0U) != 0x80;
        }));
        throw ParseError(piece_.place.line + feeds, (feeds == 0 ? piece_.place.column : 1) + characters,
                         what);
    }

    const Piece& piece_;
    pugi::xml_document document_;
};

/// Gives each attribute to the field of its name, and what has none to the others.
void read_attributes(const pugi::xml_node& node,
                     const std::vector<std::pair<std::string_view, std::string*>>& fields,
                     std::vector<Attribute>& others) {
    for (const pugi::xml_attribute attribute : node.attributes()) {
        const auto field = std::find_if(fields.begin(), fields.end(),
                                        [&](const auto& f) { return f.first == attribute.name(); });
        if (field == fields.end()) {
            others.push_back({attribute.name(), attribute.value()});
        } else {
            *field->second = attribute.value();
        }
    }
}

/// Takes a <prop> or <note>; false: it is neither.
bool read_remark(const Tree& tree, const pugi::xml_node& node, std::vector<Property>& properties,
                 std::vector<Note>& notes) {
    const std::string_view name = node.name();
    if (name == "prop") {
        Property& property = properties.emplace_back();
        read_attributes(node, {{"type", &property.type}}, property.attributes);
        property.value = tree.text(node);
    } else if (name == "note") {
        Note& note = notes.emplace_back();
        read_attributes(node, {}, note.attributes);
        note.text = tree.text(node);
    } else {
        return false;
    }
    return true;
}

[[noreturn]] void refuse_element(const Tree& tree, const pugi::xml_node& node) {
    tree.fail(node, as_tag(node.name()) + " may not stand in " + as_tag(node.parent().name()) +
                        "; see the TMX 1.4 DTD");
}

Header read_header(const Tree& tree) {
    Header header;
    for (std::string* preset :
         {&header.segment_type, &header.original_format, &header.admin_language, &header.data_type}) {
        preset->clear();  // what the writer would put there, the file need not say
    }
    read_attributes(tree.root(),
                    {{"creationtool", &header.creation_tool},
                     {"creationtoolversion", &header.creation_tool_version},
                     {"segtype", &header.segment_type},
                     {"o-tmf", &header.original_format},
                     {"adminlang", &header.admin_language},
                     {"srclang", &header.source_language},
                     {"datatype", &header.data_type},
                     {"creationdate", &header.creation_date}},
                    header.attributes);
    tree.each_element(tree.root(), [&](const pugi::xml_node& node) {
        const bool definition = std::string_view(node.name()) == "ude";
        if (!definition && !read_remark(tree, node, header.properties, header.notes)) {
            refuse_element(tree, node);
        }
    });
    return header;
}

Variant read_variant(const Tree& tree, const pugi::xml_node& tuv) {
    Variant variant;
    std::string old_style;  // TMX 1.1 and 1.2 have lang in place of xml:lang
    read_attributes(tuv, {{"xml:lang", &variant.language}, {"lang", &old_style}}, variant.attributes);
    if (variant.language.empty()) variant.language = old_style;
    if (variant.language.empty()) tree.fail(tuv, "<tuv> names no language; add xml:lang=\"…\"");
    std::size_t segments = 0;
    tree.each_element(tuv, [&](const pugi::xml_node& node) {
        if (std::string_view(node.name()) == "seg") {
            variant.segment = tree.segment(node);
            ++segments;
        } else if (!read_remark(tree, node, variant.properties, variant.notes)) {
            refuse_element(tree, node);
        }
    });
    if (segments != 1) tree.fail(tuv, "<tuv> has " + std::to_string(segments) + " <seg>; it must have one");
    return variant;
}

Unit read_unit(const Tree& tree) {
    Unit unit;
    read_attributes(tree.root(), {{"tuid", &unit.id}, {"creationdate", &unit.creation_date}},
                    unit.attributes);
    tree.each_element(tree.root(), [&](const pugi::xml_node& node) {
        if (std::string_view(node.name()) == "tuv") {
            unit.variants.push_back(read_variant(tree, node));
        } else if (!read_remark(tree, node, unit.properties, unit.notes)) {
            refuse_element(tree, node);
        }
    });
    return unit;
}

}  // namespace

Reader::Reader(std::istream& in) : scanner_(std::make_unique<Scanner>(in)) {
    Token tag = next_tag(*scanner_);
    if (tag.name != "tmx") {
        scanner_->fail("the root element is " + as_tag(tag.name) + ", not <tmx>; give a TMX file");
    }
    tag = tag.kind == Kind::start ? next_tag(*scanner_) : tag;
    if (tag.name != "header" || tag.kind == Kind::end) {
        scanner_->fail("<header> is missing; <tmx> begins with it");
    }
    const Piece piece = collect(*scanner_, tag);
    header_ = read_header(Tree(piece));
    tag = next_tag(*scanner_);
    if (tag.name != "body" || tag.kind == Kind::end) scanner_->fail("<body> is missing; it follows <header>");
    body_is_open_ = tag.kind == Kind::start;
}

Reader::Reader(Reader&&) noexcept = default;
Reader& Reader::operator=(Reader&&) noexcept = default;
Reader::~Reader() = default;

bool Reader::next(Unit& unit) {
    if (broken_) throw ParseError(*broken_);
    try {
        return read(unit);
    } catch (const ParseError& error) {
        broken_ = std::make_unique<ParseError>(error);
        throw;
    }
}

bool Reader::read(Unit& unit) {
    Token tag = next_tag(*scanner_);
    if (body_is_open_ && tag.kind != Kind::end) {
        if (tag.name != "tu") scanner_->fail(as_tag(tag.name) + " stands in <body>, which holds <tu> only");
        const Piece piece = collect(*scanner_, tag);
        unit = read_unit(Tree(piece));
        line_ = piece.place.line;
        return true;
    }
    if (body_is_open_) {
        body_is_open_ = false;
        tag = next_tag(*scanner_);
    }
    if (tag.kind == Kind::start || tag.kind == Kind::empty) {
        scanner_->fail(as_tag(tag.name) + " stands behind <body>; a memory has one body");
    }
    // The end tag of <tmx>, and behind it only comments and white space.
    while (tag.kind != Kind::finish) tag = next_tag(*scanner_);
    return false;
}

}  // namespace tmx
