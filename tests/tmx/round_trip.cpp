#include <functional>
#include <random>
#include <sstream>

#include "catch.hpp"
#include "tmx/message.hpp"
#include "tmx/reader.hpp"
#include "tmx/sample.hpp"
#include "tmx/writer.hpp"

using tmx::Header;
using tmx::Unit;

namespace {

using Random = std::mt19937;

struct Memory {
    Header header;
    std::vector<Unit> units;
    friend bool operator==(const Memory&, const Memory&) = default;
};

std::string write(const Memory& memory) {
    std::ostringstream out;
    tmx::Writer writer(out, memory.header);
    for (const Unit& unit : memory.units) writer.write(unit);
    writer.finish();
    return out.str();
}

Memory read(const std::string& file) {
    std::istringstream in(file);
    tmx::Reader reader(in);
    Memory memory{reader.header(), {}};
    for (Unit unit; reader.next(unit);) memory.units.push_back(unit);
    return memory;
}

std::size_t below(Random& random, std::size_t end) { return random() % end; }

/// Text of pieces that are awkward alone and more so beside one another.
std::string random_text(Random& random) {
    static const std::vector<std::string> pieces = {
        "a", "B",   " ",  "  ", "\t",     "\n",     "\r",     "\"",     "'",      "&",         "<",
        ">", "]]>", "]]", "--", "&amp;",  "&#1;",   "<seg>",  "</tu>",  "<!--",   "<![CDATA[", "é",
        "ш", "ع",   "你", "😀", "\u2028", "\u00a0", "\u0085", "\uFEFF", "\u200d", "\x7f"};
    std::string text;
    for (std::size_t n = below(random, 12); n > 0; --n) text += pieces[below(random, pieces.size())];
    return text;
}

std::string random_segment(Random& random, std::size_t depth = 0) {
    static const std::vector<std::string> codes = {"<ph/>",
                                                   "<bpt i='1' type=\"b\">&lt;b></bpt>",
                                                   "<ept i=\"1\" />",
                                                   "<it pos='begin'>x</it>",
                                                   "<!-- c --><?p i?>",
                                                   "<![CDATA[<&]]>"};
    std::string segment = depth == 0 ? "x" : "";
    for (std::size_t n = below(random, 6); n > 0; --n) {
        const std::size_t choice = below(random, 4);
        if (choice == 0) segment += codes[below(random, codes.size())];
        if (choice == 1 && depth < 5) {
            segment += "<hi type=\"t\">" + random_segment(random, depth + 1) + "</hi>";
        }
        if (choice > 1) segment += tmx::escape(random_text(random));
    }
    return segment;
}

std::vector<tmx::Property> random_properties(Random& random) {
    std::vector<tmx::Property> properties;
    for (std::size_t n = below(random, 3); n > 0; --n) {
        properties.push_back({"x-" + random_text(random), random_text(random)});
    }
    return properties;
}

Unit random_unit(Random& random) {
    Unit unit;
    if (below(random, 2) == 0) unit.id = "id<&\">" + std::to_string(random());
    if (below(random, 2) == 0) unit.creation_date = "20230428T060000Z";
    if (below(random, 2) == 0) {
        unit.attributes = {{"changeid", random_text(random)}, {"o-tmf", random_text(random)}};
    }
    if (below(random, 2) == 0) unit.notes = {{random_text(random), {{"xml:lang", "en"}}}};
    unit.properties = random_properties(random);
    for (const char* language : {"de", "zh-CN", "prs"}) {
        unit.variants.push_back({language, random_segment(random), random_properties(random)});
    }
    return unit;
}

}  // namespace

TEST_CASE("what is written reads back equal: awkward texts") {
    Memory memory{sample_header(), {}};
    for (const std::string& text : awkward_texts()) {
        memory.units.push_back(sample_unit("u" + std::to_string(memory.units.size()), text, "x" + text));
        memory.units.back().properties = {{"x-text", text}};
    }
    const Memory back = read(write(memory));
    CHECK(back == memory);
    REQUIRE(back.units.size() == awkward_texts().size());
    for (std::size_t i = 0; i < back.units.size(); ++i) {
        CHECK(tmx::plain_text(back.units[i].variants[0].segment) == awkward_texts()[i]);
    }
}

TEST_CASE("what is written reads back equal: random memories") {
    Random random(20230428);  // fixed, so that a failure comes again
    for (int round = 0; round < 200; ++round) {
        Memory memory{sample_header(), {}};
        memory.header.properties = random_properties(random);
        memory.header.notes = {{random_text(random)}};
        for (std::size_t n = below(random, 8); n > 0; --n) memory.units.push_back(random_unit(random));
        const std::string file = write(memory);
        const Memory back = read(file);
        if (back == memory && write(back) == file) continue;
        INFO(file);
        REQUIRE(back == memory);
        REQUIRE(write(back) == file);
    }
    SUCCEED("200 memories are equal");
}

TEST_CASE("a file cut off anywhere is an error, never a shorter memory") {
    Random random(7);
    Memory memory{sample_header(), {sample_unit("a", "Eins <&>.", "Один 😀."), random_unit(random)}};
    memory.units[0].variants[0].segment = "<!-- c --><![CDATA[x]]><?p i?><bpt i='1'>&#x41;</bpt>ä";
    const std::string file = write(memory);
    const std::size_t end = file.rfind('>') + 1;
    for (std::size_t length = 0; length < end; ++length) {
        const std::string message = message_of<tmx::ParseError>([&] { read(file.substr(0, length)); });
        if (message.rfind("line ", 0) == 0) continue;
        FAIL("cut to " << length << " bytes: " << message);
    }
    CHECK(read(file.substr(0, end)) == memory);
    CHECK(read(file) == memory);
}

TEST_CASE("a damaged file is read or refused with a place, whatever the damage") {
    Random random(11);
    const std::string file =
        write({sample_header(), {sample_unit("a", "Eins <&>.", "Один."), random_unit(random)}});
    int refused = 0;
    for (int round = 0; round < 5000; ++round) {
        std::string damaged = file;
        for (std::size_t n = 1 + below(random, 3); n > 0; --n) {
            const std::size_t at = below(random, damaged.size());
            const std::size_t kind = below(random, 3);
            if (kind == 0) damaged[at] = static_cast<char>(random());
            if (kind == 1) damaged.erase(at, 1 + below(random, 20));
            if (kind == 2) damaged.insert(at, 1, "<>&\"'/![]-?= x"[below(random, 14)]);
        }
        const std::string message = message_of([&] { read(damaged); });
        if (message.rfind("line ", 0) == 0) {
            ++refused;
        } else if (message != "nothing thrown")
            FAIL(message);
    }
    CHECK(refused > 3000);
}
