// Memories of other tools, in the shared data: none of them is part of the project.

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <map>
#include <pugixml.hpp>
#include <set>
#include <sstream>

#include "catch.hpp"
#include "tmx/reader.hpp"
#include "tmx/text.hpp"
#include "tmx/writer.hpp"

namespace {

const std::filesystem::path folder = std::filesystem::path(HEXAPLA_SHARED) / "tmx";

bool is_missing() {
    if (std::filesystem::is_directory(folder)) return false;
    std::cout << "skipped: there is no folder " << folder << '\n';
    return true;
}

std::string read_file(const std::filesystem::path& path) {
    std::ifstream in(path, std::ios::binary);
    std::ostringstream bytes;
    bytes << in.rdbuf();
    return bytes.str();
}

std::vector<std::filesystem::path> memories() {
    std::set<std::filesystem::path> paths;
    for (const auto& entry : std::filesystem::directory_iterator(folder)) {
        if (entry.path().extension() == ".tmx") paths.insert(entry.path());
    }
    return {paths.begin(), paths.end()};
}

struct Memory {
    tmx::Header header;
    std::vector<tmx::Unit> units;
    std::vector<std::string> deviations;
};

Memory read(const std::string& bytes) {
    std::istringstream in(bytes);
    Memory memory;
    tmx::Reader reader(in, {[&](tmx::Place place, const std::string& what) {
                           memory.deviations.push_back("line " + std::to_string(place.line) + ": " + what);
                       }});
    memory.header = reader.header();
    for (tmx::Unit unit; reader.next(unit);) memory.units.push_back(unit);
    return memory;
}

std::string written(const Memory& memory) {
    std::ostringstream out;
    tmx::Writer writer(out, memory.header, tmx::Strictness::well_formed);
    for (const tmx::Unit& unit : memory.units) writer.write(unit);
    writer.finish();
    return out.str();
}

/// What an element says, as pugixml reads it, in one form: attributes in order of their names, without
/// comments, instructions and space between elements, `lang` of a variant as `xml:lang`.
void append_canonical(std::string& text, const pugi::xml_node& node) {
    const std::string name = node.name();
    const bool mixed = name != "tmx" && name != "header" && name != "body" && name != "tu" && name != "tuv" &&
                       name != "ude" && name != "map";
    std::map<std::string, std::string> attributes;
    for (const pugi::xml_attribute attribute : node.attributes()) {
        const bool old = name == "tuv" && std::string(attribute.name()) == "lang";
        attributes[old ? "xml:lang" : attribute.name()] = attribute.value();
    }
    if (name == "tmx") attributes.clear();  // the version is that of the writer
    text += "<" + name;
    for (const auto& [key, value] : attributes) text += " " + key + "='" + value + "'";
    text += ">";
    for (const pugi::xml_node child : node.children()) {
        if (child.type() == pugi::node_element) append_canonical(text, child);
        if (mixed && (child.type() == pugi::node_pcdata || child.type() == pugi::node_cdata))
            text += "[" + std::string(child.value()) + "]";
    }
    text += "</" + name + ">";
}

std::string canonical(const std::string& bytes) {
    pugi::xml_document document;
    REQUIRE(document.load_buffer(bytes.data(), bytes.size(), pugi::parse_default | pugi::parse_ws_pcdata));
    std::string text;
    append_canonical(text, document.document_element());
    return text;
}

}  // namespace

TEST_CASE("every memory of another tool is read, and what is against its DTD told", "[.shared]") {
    if (is_missing()) {
        SUCCEED("nothing to read");
        return;
    }
    // xmllint finds these invalid, against the DTD of the version that they name.
    const std::set<std::string> invalid = {
        "heartsome-UTF-16LE.tmx", "maligna-simpletext.tmx",         "okapi-html_test.tmx",
        "omegat-en-ca.tmx",       "omegat-test-omegat-invalid.tmx", "translate5-SameTuvFilterTest.tmx"};
    std::size_t files = 0;
    std::size_t units = 0;
    for (const auto& path : memories()) {
        const Memory memory = read(read_file(path));
        const std::string name = path.filename();
        std::cout << name << ": " << memory.units.size() << " units, " << memory.deviations.size()
                  << " deviations\n";
        for (const std::string& each : memory.deviations) UNSCOPED_INFO(each);
        INFO(name);
        CHECK(memory.deviations.empty() != invalid.contains(name));
        for (const tmx::Unit& unit : memory.units) {
            for (const tmx::Variant& variant : unit.variants) CHECK_NOTHROW(tmx::plain_text(variant.segment));
        }
        ++files;
        units += memory.units.size();
    }
    CHECK(files >= 45);
    CHECK(units > 350);
}

TEST_CASE("memories of other tools say the same when they are read and written again", "[.shared]") {
    if (is_missing()) {
        SUCCEED("nothing to read");
        return;
    }
    for (const auto& path : memories()) {
        INFO(path);
        const std::string bytes = read_file(path);
        const Memory memory = read(bytes);
        const std::string again = written(memory);
        const Memory back = read(again);
        CHECK(back.header == memory.header);
        CHECK(back.units == memory.units);
        CHECK(written(back) == again);
        CHECK(canonical(again) == canonical(bytes));
    }
}
