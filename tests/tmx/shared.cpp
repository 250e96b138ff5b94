// Memories of other tools, in the shared data: none of them is part of the project.

#include <filesystem>
#include <fstream>
#include <iostream>
#include <map>
#include <set>
#include <sstream>

#include "catch.hpp"
#include "tmx/message.hpp"
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

bool is_utf8(const std::string& bytes) {
    return !tmx::find_malformed(bytes) && bytes.find('\0') == std::string::npos;
}

std::size_t count(const std::string& text, const std::string& part) {
    std::size_t found = 0;
    for (std::size_t at = text.find(part); at != std::string::npos; at = text.find(part, at + 1)) ++found;
    return found;
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
    friend bool operator==(const Memory&, const Memory&) = default;
};

Memory read(const std::string& bytes) {
    std::istringstream in(bytes);
    tmx::Reader reader(in);
    Memory memory{reader.header(), {}};
    for (tmx::Unit unit; reader.next(unit);) memory.units.push_back(unit);
    return memory;
}

}  // namespace

TEST_CASE("memories of other tools in UTF-8 are read whole", "[.shared]") {
    if (is_missing()) {
        SUCCEED("nothing to read");
        return;
    }
    std::size_t files = 0;
    for (const auto& path : memories()) {
        const std::string bytes = read_file(path);
        if (!is_utf8(bytes)) continue;
        INFO(path);
        ++files;
        const Memory memory = read(bytes);
        CHECK(memory.units.size() == count(bytes, "</tu") - count(bytes, "</tuv"));
        std::size_t variants = 0;
        for (const tmx::Unit& unit : memory.units) {
            variants += unit.variants.size();
            for (const tmx::Variant& variant : unit.variants) CHECK_NOTHROW(tmx::plain_text(variant.segment));
        }
        CHECK(variants == count(bytes, "</tuv"));
    }
    CHECK(files > 30);
}

TEST_CASE("memories of other tools come through reading and writing unchanged", "[.shared]") {
    if (is_missing()) {
        SUCCEED("nothing to read");
        return;
    }
    std::map<std::string, std::string> refused;
    std::size_t units = 0;
    for (const auto& path : memories()) {
        const std::string bytes = read_file(path);
        if (!is_utf8(bytes)) continue;
        Memory memory = read(bytes);
        std::ostringstream out;
        const std::string header_fault = message_of([&] { const tmx::Writer probe(out, memory.header); });
        if (header_fault != "nothing thrown") {
            refused[path.filename()] = header_fault;
            memory.header.attributes.clear();
        }
        out.str("");
        tmx::Writer writer(out, memory.header);
        Memory kept{memory.header, {}};
        for (const tmx::Unit& unit : memory.units) {
            const std::string fault = message_of<std::invalid_argument>([&] { writer.write(unit); });
            if (fault == "nothing thrown") {
                kept.units.push_back(unit);
            } else {
                refused[path.filename()] = fault;
            }
        }
        writer.finish();
        INFO(path);
        CHECK(read(out.str()) == kept);
        units += kept.units.size();
    }
    CHECK(units > 300);
    // Known: units of one language, and an attribute of the tool's own in the header.
    CHECK(refused.size() == 3);
    CHECK(contains(refused["maligna-simpletext.tmx"], "1 variant"));
    CHECK(contains(refused["okapi-okapi-confusion.tmx"], "1 variant"));
    CHECK(contains(refused["translate5-SameTuvFilterTest.tmx"], "'gitCommit'"));
}

TEST_CASE("memories in UTF-16 are refused by that name", "[.shared]") {
    if (is_missing()) {
        SUCCEED("nothing to read");
        return;
    }
    std::size_t files = 0;
    for (const auto& path : memories()) {
        const std::string bytes = read_file(path);
        if (is_utf8(bytes)) continue;
        INFO(path);
        ++files;
        CHECK(contains(message_of<tmx::ParseError>([&] { read(bytes); }), "the file is in UTF-16"));
    }
    CHECK(files > 5);
}
