#include "summary.hpp"

#include <nlohmann/json.hpp>
#include <numeric>
#include <sstream>

#include "catch.hpp"
#include "src/made_story.hpp"

using Catch::Matchers::Contains;
using hexapla::AlignedStory;
using hexapla::RunReport;
using hexapla::Tally;
using made::bead;
using made::version;

namespace {

/// Four English sentences with a headline; German has a pair for all but one, French for two.
AlignedStory sample(const std::string& date = "2016-02-23") {
    auto english = version("en", {{"Head"}, {"One.", "Two.", "Three."}}, align::BlockKind::headline);
    english.article.date = date;
    english.article.title = "Head";
    return made::story(
        "s", {english, version("de", {{"Kopf"}, {"Eins.", "Zwei."}}), version("fr", {{"Un.", "Deux."}})},
        {{bead(0, 1, 0, 1, 0.95), bead(1, 2, 1, 2, 0.95), bead(2, 3, 2, 3, 0.7), bead(3, 4, 0, 0, 0.9)},
         {bead(0, 1, 0, 0, 1), bead(1, 2, 0, 1, 0.92), bead(2, 4, 1, 2, 0.91)}});
}

Tally tally_of(const std::vector<AlignedStory>& stories) {
    Tally tally;
    for (const AlignedStory& story : stories) tally.add(story);
    return tally;
}

std::string summary_of(const std::vector<AlignedStory>& stories, const RunReport& report) {
    std::ostringstream err;
    hexapla::print_summary(err, tally_of(stories), stories, report);
    return err.str();
}

RunReport report_to(const std::string& output) {
    RunReport report;
    report.output = output;
    report.least_confidence = 0.9;
    return report;
}

}  // namespace

TEST_CASE("what is in units and what is left out are all sentences") {
    const std::vector<AlignedStory> stories = {sample(), sample("2016-03-01")};
    const Tally tally = tally_of(stories);
    CHECK(tally.stories == 2);
    REQUIRE(tally.versions.size() == 3);
    for (const Tally::PerVersion& counts : tally.versions) {
        INFO(counts.tag);
        CHECK(counts.articles == 2);
        CHECK(counts.in_units +
                  std::accumulate(counts.left_out.begin(), counts.left_out.end(), std::size_t{0}) ==
              counts.sentences);
    }
    CHECK(tally.versions[0].sentences == 8);
    CHECK(tally.versions[0].in_units == 6);
    CHECK(tally.versions[1].in_units == 2);
    CHECK(tally.versions[2].in_units == 4);
    CHECK(tally.versions[0].first_date == "2016-02-23");
    CHECK(tally.versions[0].last_date == "2016-03-01");
}

TEST_CASE("pairs are found, kept, doubtful or of headlines") {
    const Tally tally = tally_of({sample()});
    REQUIRE(tally.pairs.size() == 2);
    CHECK(tally.pairs[0].links == 3);
    CHECK(tally.pairs[0].kept == 1);
    CHECK(tally.pairs[0].doubtful == 1);
    CHECK(tally.pairs[1].links == 2);
    CHECK(tally.pairs[1].kept == 2);
    CHECK(tally.units == 2);
    CHECK(tally.by_quality[0] == 2);
    CHECK(tally.confidence_sum == Approx(0.92 + 0.91));
}

TEST_CASE("the summary says what was read, written and left out, and what to do") {
    RunReport report = report_to("out.tmx");
    report.rest = "out.rest.tsv";
    report.learned = {"en-de: learned 3 word pairs from these texts"};
    const std::string text = summary_of({sample()}, report);
    CHECK_THAT(
        text,
        Contains("1 story\n") && Contains("en      1 article, 2016-02-23, 4 sentences, “Head”") &&
            Contains("en-de, adaptation: 3 pairs found, 1 kept, 1 doubtful (under 0.90), 1 of headlines") &&
            Contains("en-fr, adaptation: 2 pairs found, 2 kept, 0 doubtful (under 0.90)\n"));
    CHECK_THAT(text,
               Contains("learned 3 word pairs") &&
                   Contains("2 units written to out.tmx: 2 high, 0 medium, 0 low; mean confidence 0.92") &&
                   Contains("left out of en: 1 sentence (1 headline)") &&
                   Contains("left out of de: 2 sentences (1 low-confidence, 1 headline)") &&
                   Contains("each with its best candidate in out.rest.tsv") &&
                   Contains("next: look at the 1 doubtful pair in out.rest.tsv; --profile balanced"));
}

TEST_CASE("an article without a title has none quoted") {
    AlignedStory story = sample("");
    for (auto& each : story.versions) each.article.title.clear();
    const std::string text = summary_of({story}, report_to("o.tmx"));
    CHECK(text.find("“") == std::string::npos);
    CHECK_THAT(text, Contains("no date, 4 sentences\n"));
}

TEST_CASE("the next step fits what was asked for") {
    RunReport report = report_to("o.tmx");
    const auto next = [&](const AlignedStory& story) {
        const std::string text = summary_of({story}, report);
        return text.substr(text.find("next: "));
    };
    const auto pair = [](double probability, double least) {
        hexapla::UnitOptions options;
        options.least_confidence = least;
        return made::story("s", {version("en", {{"One.", "Two."}}), version("de", {{"Eins.", "Zwei."}})},
                           {{bead(0, 1, 0, 1, 0.99), bead(1, 2, 1, 2, probability)}}, options);
    };
    CHECK_THAT(next(pair(0.95, 0.9)), Contains("open o.tmx"));
    CHECK_THAT(next(pair(0.8, 0.9)), Contains("the rest (--rest FILE)") && Contains("--profile balanced"));
    report.least_confidence = 0.5;
    CHECK_THAT(next(pair(0.4, 0.5)), Contains("--profile complete keeps all"));
    report.least_confidence = 1;
    CHECK_THAT(next(pair(0.4, 1)), Contains("no pair is sure enough") && Contains("--profile balanced"));
    CHECK_THAT(next(made::story("s", {version("en", {{"One."}}), version("de", {{"Eins."}})},
                                {{bead(0, 1, 0, 0, 1), bead(1, 1, 0, 1, 1)}})),
               Contains("no pair was found"));
    report.output = "standard output";
    CHECK_THAT(next(pair(1, 0.9)), Contains("put the memory into"));
    report.output = "o.xlsx";
    report.format = hexapla::Format::xlsx;
    CHECK_THAT(next(pair(1, 0.9)), Contains("look through o.xlsx in a spreadsheet") && !Contains("open"));
    report.format = hexapla::Format::jsonl;
    CHECK_THAT(next(pair(1, 0.9)), Contains("a bead a line, for other programs"));
}

TEST_CASE("long lists are cut short, and say so") {
    RunReport report = report_to("o.tmx");
    for (int i = 0; i < 12; ++i) report.bad_inputs.push_back("file" + std::to_string(i) + ": is bad");
    report.unmatched = {"en/alone.txt"};
    const std::string text = summary_of({sample()}, report);
    CHECK_THAT(text, Contains("inputs that could not be used: 12") && Contains("file9: is bad") &&
                         Contains("… and 2 more") && Contains("without a partner: 1\n    en/alone.txt"));
    CHECK(text.find("file10") == std::string::npos);
}

TEST_CASE("the report holds the same counts and all sentences about inputs") {
    RunReport report = report_to("out.tmx");
    report.bad_inputs = {"x: is bad"};
    report.warnings = {"y: looks odd"};
    const std::vector<AlignedStory> stories = {sample(), sample()};
    const auto json = hexapla::report_json(tally_of(stories), stories, report);
    CHECK(json.begin().key() == "schema");
    CHECK(json["schema"] == "hexapla-report-1");
    CHECK(json["units"] == 4);
    CHECK(json["units_by_quality"]["high"] == 4);
    CHECK(json["versions"][1]["left_out"]["headline"] == 2);
    CHECK(json["pairs"][0]["doubtful"] == 2);
    CHECK(json["pairs"][1]["target"] == "fr");
    CHECK(json["articles"].size() == 6);
    CHECK(json["bad_inputs"] == nlohmann::ordered_json{"x: is bad"});
    CHECK(json["warnings"] == nlohmann::ordered_json{"y: looks odd"});
}

TEST_CASE("what versions are to each other is told by how many sentences have a partner") {
    hexapla::Tally::PerPair pair;
    CHECK(pair.relation() == "hardly related");
    pair.sentences = 100;
    for (const auto& [count, relation] : std::vector<std::pair<std::size_t, std::string>>{
             {24, "hardly related"}, {25, "partly the same"}, {60, "adaptation"}, {95, "translation"}}) {
        pair.with_partner = count;
        CHECK(pair.relation() == relation);
    }
}

TEST_CASE("of a few stories each article is listed") {
    auto first = sample();
    first.name = "rain";
    auto second = sample("2016-03-01");
    second.name = "sun";
    const std::string text = summary_of({first, second}, report_to("out.tmx"));
    CHECK_THAT(text, Contains("\n  rain\n    en      2016-02-23, 4 sentences, “Head”\n"));
    CHECK_THAT(text, Contains("\n  sun\n    en      2016-03-01, 4 sentences, “Head”\n"));
}
