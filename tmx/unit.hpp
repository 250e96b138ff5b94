#pragma once

#include <cstddef>
#include <limits>
#include <string>
#include <vector>

namespace tmx {

/// An attribute that the values below do not name, e.g. `changeid="RJ"`; its value is plain text.
struct Attribute {
    std::string name;
    std::string value;
    friend bool operator==(const Attribute&, const Attribute&) = default;
};

/// A named remark: `<prop type="x-confidence">0.93</prop>`. Own types begin with "x-".
struct Property {
    std::string type;
    std::string value;
    std::vector<Attribute> attributes = {};
    friend bool operator==(const Property&, const Property&) = default;
};

/// A remark for people: `<note xml:lang="en">checked</note>`.
struct Note {
    std::string text;
    std::vector<Attribute> attributes = {};
    /// How many of its element's properties stand before it: notes and properties may be mixed. Where a note
    /// stands is not part of what it says, and not compared.
    std::size_t properties_before = std::numeric_limits<std::size_t>::max();
    friend bool operator==(const Note& a, const Note& b) {
        return a.text == b.text && a.attributes == b.attributes;
    }
};

/// A character of a user-defined encoding: `<map unicode="#xF8FF" code="#xF0" ent="Apple_logo"/>`.
struct Mapping {
    std::vector<Attribute> attributes;
    friend bool operator==(const Mapping&, const Mapping&) = default;
};

/// `<ude name="MacRoman" base="Macintosh">` with its characters.
struct UserEncoding {
    std::vector<Attribute> attributes;
    std::vector<Mapping> mappings = {};
    friend bool operator==(const UserEncoding&, const UserEncoding&) = default;
};

/// One language's version of a unit: `<tuv xml:lang="de"><seg>…</seg></tuv>`.
struct Variant {
    std::string language;  ///< as written in the file, e.g. "zh-CN"
    /// What stands between <seg> and </seg>, as XML: inline codes (<bpt>, <ph> …) as written, text escaped.
    /// `escape()` makes it from plain text, `plain_text()` gives the text without the codes.
    std::string segment;
    std::vector<Property> properties = {};
    std::vector<Note> notes = {};
    std::vector<Attribute> attributes = {};  ///< others: changedate, usagecount …, in the file's order
    friend bool operator==(const Variant&, const Variant&) = default;
};

/// One translation unit, `<tu>`. All strings but a variant's segment are plain text in UTF-8.
struct Unit {
    std::string id;             ///< tuid, without white space; may be empty: none
    std::string creation_date;  ///< YYYYMMDDThhmmssZ; may be empty: none
    std::vector<Property> properties = {};
    std::vector<Variant> variants = {};
    std::vector<Note> notes = {};
    std::vector<Attribute> attributes = {};  ///< others: changedate, srclang …, in the file's order
    friend bool operator==(const Unit&, const Unit&) = default;
};

/// `<header>` of a memory.
struct Header {
    std::string creation_tool;
    std::string creation_tool_version;
    std::string segment_type = "sentence";    ///< block, paragraph, sentence or phrase
    std::string original_format = "hexapla";  ///< o-tmf
    std::string admin_language = "en";
    std::string source_language;  ///< srclang: a real language, or "*all*"
    std::string data_type = "plaintext";
    std::string creation_date;  ///< YYYYMMDDThhmmssZ; may be empty: none
    std::vector<Property> properties = {};
    std::vector<Note> notes = {};
    std::vector<UserEncoding> encodings = {};
    std::vector<Attribute> attributes = {};  ///< others: o-encoding, changedate …, in the file's order
    friend bool operator==(const Header&, const Header&) = default;
};

}  // namespace tmx
