#include "align/document.hpp"

#include <stdexcept>

#include "catch.hpp"

using align::Block;
using align::BlockKind;
using align::Document;
using align::Segment;

namespace {
const std::string text = "Rain. More rain.\n\nSun.";
const std::vector<Block> blocks = {{BlockKind::paragraph, {0, 16}}, {BlockKind::subhead, {18, 22}}};
}  // namespace

TEST_CASE("a document gives its segments back as they stand in the text") {
    const Document document("en", text, blocks, {{{0, 5}, 0}, {{6, 16}, 0}, {{18, 22}, 1}});
    CHECK(document.text_of(document.segments()[1]) == "More rain.");
    CHECK(document.kind_of(document.segments()[2]) == BlockKind::subhead);
}

TEST_CASE("a document refuses ranges that break its invariant") {
    const auto make = [](std::vector<Segment> segments) {
        return Document("en", text, blocks, std::move(segments));
    };
    CHECK_THROWS_AS(make({{{0, 5}, 0}, {{18, 22}, 1}}), std::invalid_argument);                 // text lost
    CHECK_THROWS_AS(make({{{0, 16}, 0}, {{6, 16}, 0}, {{18, 22}, 1}}), std::invalid_argument);  // overlap
    CHECK_THROWS_AS(make({{{0, 22}, 0}}), std::invalid_argument);                 // beyond its block
    CHECK_THROWS_AS(make({{{0, 16}, 0}, {{18, 22}, 2}}), std::invalid_argument);  // no such block
    CHECK_THROWS_AS(make({{{0, 16}, 0}, {{17, 17}, 0}, {{18, 22}, 1}}), std::invalid_argument);  // empty
    CHECK_THROWS_AS(Document("en", "\xff", {}, {}), std::invalid_argument);                      // not UTF-8
}

TEST_CASE("lines become the segments of one paragraph") {
    const Document document = align::document_of_lines("de", {"Eins.", "Zwei."});
    REQUIRE(document.segments().size() == 2);
    CHECK(document.text_of(document.segments()[1]) == "Zwei.");
    CHECK_THROWS_AS(align::document_of_lines("de", {"Eins.", " "}), std::invalid_argument);
    CHECK(align::document_of_lines("de", {}).segments().empty());
}

TEST_CASE("the name of a kind of block leads back to it") {
    for (const auto kind :
         {BlockKind::headline, BlockKind::kicker, BlockKind::lead, BlockKind::subhead, BlockKind::paragraph,
          BlockKind::caption, BlockKind::list, BlockKind::line, BlockKind::byline, BlockKind::chrome}) {
        CHECK(align::block_kind_of(align::name_of(kind)) == kind);
    }
    CHECK_THROWS_AS(align::block_kind_of("footer"), std::invalid_argument);
}

TEST_CASE("Serbian in Cyrillic is told from Serbian in Latin by its letters") {
    CHECK(align::written_language("sr", "Киша је пала у Београду (BBC).") == "sr-Cyrl");
    CHECK(align::written_language("sr", "Kiša je pala u Beogradu (ЈП).") == "sr");
    CHECK(align::written_language("sr", "") == "sr");
    CHECK(align::written_language("bg", "Вали дъжд.") == "bg");
}
