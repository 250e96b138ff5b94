#include "memory.hpp"

#include <nlohmann/json.hpp>
#include <set>
#include <sstream>

#include "catch.hpp"
#include "command.hpp"
#include "src/epoch.hpp"
#include "src/made_story.hpp"
#include "src/temporary_folder.hpp"

using Catch::Matchers::Contains;
using hexapla::AlignedStory;
using hexapla::Format;
using hexapla::UsageError;
using made::bead;
using made::version;

namespace {

AlignedStory sample() {
    return made::story(
        "floods",
        {version("en", {{"One.", "Two\ttabs\nand lines."}, {"Three \\n \"x\"."}}),
         version("de", {{"Eins.", "Zwei."}, {"Vier."}})},
        {{bead(0, 1, 0, 1, 0.95), bead(1, 2, 1, 2, 0.5), bead(2, 3, 0, 0, 0.8), bead(3, 3, 2, 3, 0.7)}});
}

template <class Write>
std::string text_of(const Write& write) {
    std::ostringstream out;
    write(out);
    return out.str();
}

std::string tmx_of(const std::vector<const AlignedStory*>& stories) {
    return text_of([&](std::ostream& out) { hexapla::write_tmx(out, stories, "en"); });
}

std::vector<std::vector<std::string>> table_of(const std::string& text) {
    std::vector<std::vector<std::string>> rows;
    std::istringstream lines(text);
    for (std::string line; std::getline(lines, line);) {
        std::vector<std::string>& cells = rows.emplace_back(1);
        for (const char c : line) {
            if (c == '\t') {
                cells.emplace_back();
            } else {
                cells.back() += c;
            }
        }
    }
    return rows;
}

}  // namespace

TEST_CASE("the ending says the form") {
    CHECK(hexapla::format_of("a.tmx") == Format::tmx);
    CHECK(hexapla::format_of("x.y/a.tmx.gz") == Format::tmx);
    CHECK(hexapla::format_of("a.tsv") == Format::tsv);
    CHECK(hexapla::format_of("a.tsv.gz") == Format::tsv);
    CHECK(hexapla::format_of("a.jsonl") == Format::jsonl);
    CHECK(hexapla::format_of("x.y/a.xlsx") == Format::xlsx);
    CHECK(hexapla::format_of("a.xlf") == Format::xliff);
    CHECK_THAT(error_of<UsageError>([] { hexapla::format_of("a.xlsx.gz"); }),
               Contains("a.xlsx.gz: a workbook is packed already; end it in .xlsx"));
    for (const char* name : {"a", "a.gz", "a.TMX", "a.docx", "a.tmx.zip", ".tmx"}) {
        INFO(name);
        CHECK_THROWS_AS(hexapla::format_of(name), UsageError);
    }
}

TEST_CASE("a memory is the same bytes when written again, dated by its newest article") {
    const Epoch none(nullptr);
    AlignedStory story = sample();
    story.versions[1].article.date = "2016-03-01";
    AlignedStory undated = sample();
    for (auto& each : undated.versions) each.article.date.clear();
    const std::string text = tmx_of({&story, &undated});
    CHECK(text == tmx_of({&story, &undated}));
    CHECK_THAT(text, Contains("creationdate=\"20160301T000000Z\"") && Contains("srclang=\"en\"") &&
                         Contains("creationtool=\"hexapla\""));
    CHECK(tmx_of({&undated}).find("creationdate") == std::string::npos);
}

TEST_CASE("SOURCE_DATE_EPOCH dates a memory") {
    const AlignedStory story = sample();
    {
        const Epoch second("1000000000");
        CHECK(hexapla::date_from_environment() == "20010909T014640Z");
        CHECK_THAT(tmx_of({&story}), Contains("creationdate=\"20010909T014640Z\""));
    }
    {
        const Epoch first("0");
        CHECK(hexapla::date_from_environment() == "19700101T000000Z");
    }
    {
        const Epoch last("253402300799");
        CHECK(hexapla::date_from_environment() == "99991231T235959Z");
    }
    for (const char* wrong : {"", "now", "1x", " 1", "-1", "1.5", "253402300800", "99999999999999999999"}) {
        INFO(wrong);
        const Epoch epoch(wrong);
        CHECK_THAT(error_of<UsageError>([] { hexapla::date_from_environment(); }),
                   Contains("SOURCE_DATE_EPOCH"));
    }
    const Epoch none(nullptr);
    CHECK_FALSE(hexapla::date_from_environment().has_value());
}

TEST_CASE("ids are unique in a memory of several stories") {
    const AlignedStory story = sample();
    const std::string text = tmx_of({&story, &story, &story});
    std::set<std::string> ids;
    for (std::size_t at = text.find("tuid=\""); at != std::string::npos; at = text.find("tuid=\"", at + 1)) {
        ids.insert(text.substr(at + 6, text.find('"', at + 6) - at - 6));
    }
    CHECK(ids.size() == 3);
}

TEST_CASE("writing a memory tells how many characters were left out") {
    const AlignedStory story = made::story("s",
                                           {version("en", {{"One\x01."}}), version("de", {{"\x02"
                                                                                           "Eins\x03."}})},
                                           {{bead(0, 1, 0, 1, 1)}});
    std::ostringstream out;
    CHECK(hexapla::write_tmx(out, {&story, &story}, "en") == 6);
}

TEST_CASE("a stream that fails is left in that state") {
    const AlignedStory story = sample();
    std::ofstream full("/dev/full", std::ios::binary);
    hexapla::write_tmx(full, std::vector<const AlignedStory*>(2000, &story), "en");
    CHECK_FALSE(full.good());
}

TEST_CASE("the table has a line a bead, its cells without tabs and line ends") {
    const AlignedStory story = sample();
    const auto rows = table_of(text_of([&](std::ostream& out) {
        hexapla::write_tsv(out, {&story, &story});
    }));
    REQUIRE(rows.size() == 1 + 2 * 4);
    for (const auto& row : rows) CHECK(row.size() == rows[0].size());
    CHECK(rows[0][0] == "hexapla_story");
    CHECK(rows[1] == std::vector<std::string>{"floods", "1-1", "0.9500", "kept", "en", "de", "4711", "4711",
                                              "0", "4", "0", "5", "One.", "Eins."});
    CHECK(rows[2][3] == "low-confidence");
    CHECK(rows[2][12] == "Two tabs and lines.");
    CHECK(rows[3] == std::vector<std::string>{"floods", "1-0", "0.8000", "no-partner", "en", "de", "4711",
                                              "4711", "26", "39", "0", "0", "Three \\n \"x\".", ""});
}

TEST_CASE("each bead is an object a line, with where its texts stand") {
    const AlignedStory story = sample();
    std::istringstream lines(text_of([&](std::ostream& out) { hexapla::write_jsonl(out, {&story}); }));
    std::vector<nlohmann::json> objects;
    for (std::string line; std::getline(lines, line);) objects.push_back(nlohmann::json::parse(line));
    REQUIRE(objects.size() == 4);
    for (std::size_t i = 0; i < objects.size(); ++i) {
        INFO(i);
        const auto& object = objects[i];
        CHECK(object["schema"] == "hexapla-bead-1");
        CHECK(object["story"] == "floods");
        for (const std::size_t v : {0U, 1U}) {
            const auto& side = object[v == 0 ? "source" : "target"];
            CHECK(side["lang"] == story.versions[v].tmx_tag);
            const align::ByteRange bytes{side["bytes"][0], side["bytes"][1]};
            CHECK(side["text"] == std::string(story.versions[v].document.text_of(bytes)));
        }
    }
    CHECK(objects[0]["probability"] == 0.95);
    CHECK(objects[0]["outcome"] == "kept");
    CHECK(objects[1]["source"]["segments"] == nlohmann::json{1, 2});
    CHECK(objects[3]["bead"] == "0-1");
    CHECK(objects[3]["source"]["text"] == "");
}

TEST_CASE("a story's name need not be UTF-8") {
    AlignedStory story = sample();
    story.name = "caf\xe9";
    const std::string text = text_of([&](std::ostream& out) { hexapla::write_jsonl(out, {&story}); });
    CHECK_THAT(text, Contains("caf\xEF\xBF\xBD"));
}

TEST_CASE("the rest is a table of the sentences left out, counted from 1") {
    const AlignedStory story = sample();
    const auto rows = table_of(text_of([&](std::ostream& out) { hexapla::write_rest(out, {&story}); }));
    REQUIRE(rows.size() == 5);
    CHECK(rows[0] == std::vector<std::string>{"hexapla_story", "side", "segment", "reason", "probability",
                                              "sentence", "best_candidate", "candidate_side"});
    CHECK(rows[1] == std::vector<std::string>{"floods", "en", "2", "low-confidence", "0.5000",
                                              "Two tabs and lines.", "Zwei.", "de"});
    CHECK(rows[2][3] == "no-partner");
    CHECK(rows[3] == std::vector<std::string>{"floods", "de", "2", "low-confidence", "0.5000", "Zwei.",
                                              "Two tabs and lines.", "en"});
    CHECK(rows[4][2] == "3");
}
