#include "units.hpp"

#include <map>
#include <set>

#include "catch.hpp"
#include "src/made_story.hpp"
#include "tmx/text.hpp"

using align::BlockKind;
using hexapla::Reason;
using hexapla::StoryUnits;
using hexapla::UnitOptions;
using made::bead;
using made::units;
using made::version;

namespace {

std::string property(const tmx::Unit& unit, const std::string& type) {
    for (const tmx::Property& property : unit.properties) {
        if (property.type == type) return property.value;
    }
    return "(none)";
}

std::map<std::pair<std::size_t, std::size_t>, Reason> reasons(const StoryUnits& made) {
    std::map<std::pair<std::size_t, std::size_t>, Reason> found;
    for (const auto& left : made.left_out) found[{left.version, left.segment}] = left.reason;
    return found;
}

const hexapla::Version english = version("en", {{"One."}, {"Two.", "Three.", "Four."}});
const hexapla::Version german = version("de", {{"Eins."}, {"Zwei.", "Drei."}, {"Fünf."}});

}  // namespace

TEST_CASE("a bead sure enough becomes a unit with its properties") {
    hexapla::Version source = english;
    source.article.url = "https://example.org/1";
    const StoryUnits made =
        units({source, german}, {{bead(0, 1, 0, 1, 0.956), bead(1, 3, 1, 2, 0.999), bead(3, 4, 2, 4, 0.95)}});
    REQUIRE(made.units.size() == 3);
    CHECK(made.left_out.empty());
    CHECK(made.confidences == std::vector<double>{0.956, 0.999, 0.95});
    const tmx::Unit& unit = made.units[1];
    CHECK(unit.variants[0].language == "en");
    CHECK(unit.variants[0].segment == "Two. Three.");
    CHECK(unit.variants[1].language == "de");
    CHECK(unit.variants[1].segment == "Zwei.");
    CHECK(property(unit, "x-confidence") == "0.99");  // cut, not rounded up to certainty
    CHECK(property(unit, "x-quality") == "high");
    CHECK(property(unit, "x-bead") == "2-1");
    CHECK(property(unit, "x-article") == "4711");
    CHECK(property(unit, "x-url") == "https://example.org/1");
    CHECK(property(unit, "x-date") == "2016-02-23");
    CHECK(property(made.units[0], "x-confidence") == "0.95");
    CHECK(property(made.units[2], "x-bead") == "1-2");
}

TEST_CASE("what an article does not tell is no property") {
    hexapla::Version source = english;
    source.article.date.clear();
    const StoryUnits made = units({source, german}, {{bead(0, 1, 0, 1, 1), bead(1, 4, 1, 4, 1)}});
    CHECK(property(made.units[0], "x-date") == "(none)");
    CHECK(property(made.units[0], "x-url") == "(none)");
    CHECK(property(made.units[0], "x-confidence") == "1.00");
}

TEST_CASE("every segment is in a unit or left out with one reason") {
    const align::Alignment alignment = {bead(0, 1, 0, 1, 0.95), bead(1, 2, 0, 0, 0.8), bead(2, 3, 1, 2, 0.7),
                                        bead(3, 4, 3, 4, 0.2), bead(4, 4, 2, 3, 0.9)};
    for (const double least : {0.0, 0.5, 0.9, 1.0}) {
        INFO(least);
        UnitOptions options;
        options.least_confidence = least;
        const StoryUnits made = units({english, german}, {alignment}, options);
        std::vector<std::multiset<std::size_t>> seen(2);
        for (const auto& record : made.beads) {
            if (!record.kept) continue;
            CHECK(record.bead.probability >= least);
            for (std::size_t i = record.bead.source.begin; i < record.bead.source.end; ++i) seen[0].insert(i);
            for (std::size_t i = record.bead.target.begin; i < record.bead.target.end; ++i) seen[1].insert(i);
        }
        for (const auto& left : made.left_out) seen[left.version].insert(left.segment);
        CHECK(seen[0] == std::multiset<std::size_t>{0, 1, 2, 3});
        CHECK(seen[1] == std::multiset<std::size_t>{0, 1, 2, 3});
        CHECK(made.beads.size() == alignment.size());
    }
}

TEST_CASE("the threshold is the least that is kept") {
    const align::Alignment alignment = {bead(0, 1, 0, 1, 0.9), bead(1, 2, 1, 2, 0.8999),
                                        bead(2, 4, 2, 4, 0.5)};
    const StoryUnits made = units({english, german}, {alignment});
    CHECK(made.units.size() == 1);
    const auto found = reasons(made);
    CHECK(found.size() == 6);
    CHECK(found.at({0, 1}) == Reason::low_confidence);
    CHECK(found.at({1, 3}) == Reason::low_confidence);
    CHECK(made.left_out[0].candidate == "Zwei.");
    CHECK(made.left_out[0].probability == 0.8999);
}

TEST_CASE("quality is high from 0.9 on, medium from 0.6") {
    UnitOptions all;
    all.least_confidence = 0;
    const align::Alignment alignment = {bead(0, 1, 0, 1, 0.9), bead(1, 2, 1, 2, 0.6), bead(2, 3, 2, 3, 0.59),
                                        bead(3, 4, 3, 4, 0)};
    const StoryUnits made = units({english, german}, {alignment}, all);
    REQUIRE(made.units.size() == 4);
    CHECK(property(made.units[0], "x-quality") == "high");
    CHECK(property(made.units[1], "x-quality") == "medium");
    CHECK(property(made.units[2], "x-quality") == "low");
    CHECK(property(made.units[3], "x-confidence") == "0.00");
}

TEST_CASE("a sentence without a partner is left out with the best candidate") {
    const align::Alignment alignment = {bead(0, 1, 0, 1, 1), bead(1, 4, 1, 3, 1), bead(4, 4, 3, 4, 0.8)};
    std::vector<hexapla::AlignedPair> pairs = made::with_first({alignment});
    pairs[0].candidates.target = {{}, {}, {}, {{1, 2}, 0.6}};
    const StoryUnits made = hexapla::make_units({english, german}, pairs, {});
    REQUIRE(made.left_out.size() == 1);
    CHECK(made.left_out[0].reason == Reason::no_partner);
    CHECK(made.left_out[0].candidate == "Two.");
    CHECK(made.left_out[0].probability == Approx(0.2));  // no more than the bead leaves it
}

TEST_CASE("headlines and kickers stay out of units unless asked for") {
    for (const BlockKind kind : {BlockKind::headline, BlockKind::kicker}) {
        const auto source = version("en", {{"Head"}, {"One.", "Two."}}, kind);
        const auto target = version("de", {{"Kopf"}, {"Eins.", "Zwei."}});
        const align::Alignment alignment = {bead(0, 1, 0, 1, 1), bead(1, 2, 1, 2, 1), bead(2, 3, 2, 3, 1)};
        const StoryUnits made = units({source, target}, {alignment});
        CHECK(made.units.size() == 2);
        CHECK(reasons(made).at({0, 0}) == Reason::headline);
        CHECK(reasons(made).at({1, 0}) == Reason::headline);
        UnitOptions with;
        with.headlines = true;
        CHECK(units({source, target}, {alignment}, with).units.size() == 3);
    }
    const auto source = version("en", {{"Sub"}, {"One."}}, BlockKind::subhead);
    CHECK(units({source, version("de", {{"Zwi"}, {"Eins."}})}, {{bead(0, 1, 0, 1, 1), bead(1, 2, 1, 2, 1)}})
              .units.size() == 2);
}

TEST_CASE("a headline without a partner is left out as a headline") {
    const auto source = version("en", {{"Head"}, {"One."}}, BlockKind::headline);
    const auto target = version("de", {{"Eins."}});
    const auto found = reasons(units({source, target}, {{bead(0, 1, 0, 0, 1), bead(1, 2, 0, 1, 1)}}));
    CHECK(found == std::map<std::pair<std::size_t, std::size_t>, Reason>{{{0, 0}, Reason::headline}});
}

TEST_CASE("versions that a link holds together stand in one unit") {
    const auto french = version("fr", {{"Un."}, {"Deux.", "Trois.", "Quatre."}});
    const align::Alignment to_german = {bead(0, 1, 0, 1, 0.95), bead(1, 3, 1, 3, 0.99),
                                        bead(3, 4, 3, 4, 0.95)};
    const align::Alignment to_french = {bead(0, 1, 0, 1, 0.92), bead(1, 2, 1, 2, 0.99),
                                        bead(2, 3, 2, 3, 0.99), bead(3, 4, 3, 4, 0.5)};
    const StoryUnits made = units({english, german, french}, {to_german, to_french});
    REQUIRE(made.units.size() == 5);
    CHECK(made.units[0].variants.size() == 3);
    CHECK(property(made.units[0], "x-bead") == "1-1-1");
    CHECK(made.confidences[0] == 0.92);  // a unit is as sure as the weakest link that holds it
    CHECK(made.units[4].variants.size() == 2);
    CHECK(made.units[4].variants[1].language == "de");
    CHECK(made.beads.size() == 7);
    // What is in a unit with one version is not left out, whatever it is with another.
    CHECK(reasons(made) ==
          std::map<std::pair<std::size_t, std::size_t>, Reason>{{{2, 3}, Reason::low_confidence}});
}

TEST_CASE("a unit without the first version names its own source language") {
    const auto french = version("fr", {{"Un."}, {"Deux.", "Trois.", "Quatre."}});
    const std::vector<hexapla::AlignedPair> pairs = {
        {0, 1, {bead(0, 1, 0, 1, 0.95)}, {}},
        {0, 2, {bead(0, 1, 0, 1, 0.95)}, {}},
        {1, 2, {bead(0, 1, 0, 1, 0.95), bead(1, 2, 2, 3, 0.97)}, {}}};
    const StoryUnits made = hexapla::make_units({english, german, french}, pairs, {});
    REQUIRE(made.units.size() == 2);
    CHECK(made.units[0].variants.size() == 3);
    CHECK(made.units[0].attributes.empty());
    CHECK(made.units[1].variants[0].segment == "Zwei.");
    CHECK(made.units[1].variants[1].segment == "Trois.");
    CHECK(made.units[1].attributes == std::vector<tmx::Attribute>{{"srclang", "de"}});
}

TEST_CASE("woven pairs are those of every two versions") {
    const auto french = version("fr", {{"Un."}, {"Deux.", "Trois.", "Quatre."}});
    const std::vector<hexapla::Version> versions = {english, german, french};
    const auto woven =
        hexapla::woven_pairs(versions, made::with_first({{bead(0, 1, 0, 1, 0.9)}, {bead(0, 1, 1, 2, 0.8)}}));
    REQUIRE(woven.size() == 3);
    CHECK(woven[2].source == 1);
    CHECK(woven[2].target == 2);
    REQUIRE(woven[2].alignment.size() == 7);
    CHECK(woven[2].alignment[1].source == align::SegmentRange{0, 1});
    CHECK(woven[2].alignment[1].target == align::SegmentRange{1, 2});
    CHECK(woven[2].alignment[1].probability == Approx(0.72));
    const auto plain = made::with_first({{bead(0, 1, 0, 1, 0.9)}});
    CHECK(hexapla::woven_pairs({english, german}, plain)[0].alignment == plain[0].alignment);
}

TEST_CASE("of two misses with two versions the nearer one is the reason") {
    const auto source = version("en", {{"One."}});
    const auto first = version("de", {{"Eins."}});
    const auto second = version("fr", {{"Un."}});
    const align::Alignment found = {bead(0, 1, 0, 1, 0.1)};
    const align::Alignment alone = {bead(0, 1, 0, 0, 0.3), bead(1, 1, 0, 1, 0.3)};
    CHECK(reasons(units({source, first, second}, {found, alone})).at({0, 0}) == Reason::low_confidence);
    CHECK(reasons(units({source, first, second}, {alone, found})).at({0, 0}) == Reason::low_confidence);
    const StoryUnits likelier = units({source, first, second}, {found, {bead(0, 1, 0, 1, 0.7)}});
    CHECK(likelier.left_out[0].candidate == "Un.");
}

TEST_CASE("an id stays when other sentences change, and differs within a story") {
    const align::Alignment alignment = {bead(0, 1, 0, 1, 1), bead(1, 2, 1, 2, 1), bead(2, 3, 2, 3, 1)};
    const auto german_three = version("de", {{"a", "b", "c"}});
    const StoryUnits before = units({version("en", {{"Same.", "Old.", "Same."}}), german_three}, {alignment});
    const StoryUnits after = units({version("en", {{"Same.", "New.", "Same."}}), german_three}, {alignment});
    CHECK(before.units[0].id == after.units[0].id);
    CHECK(before.units[1].id != after.units[1].id);
    CHECK(before.units[2].id == after.units[2].id);
    CHECK(before.units[2].id == before.units[0].id + "-2");
    // FNV-1a of "Same.", which must not change between versions of the program.
    CHECK(before.units[0].id == "4711-704fc073fa745caf");
    const auto target_changed =
        units({version("en", {{"Same.", "Old.", "Same."}}), version("de", {{"x", "y", "z"}})}, {alignment});
    CHECK(target_changed.units[0].id == before.units[0].id);
}

TEST_CASE("an id has no spaces whatever the article's id holds") {
    auto source = version("en", {{"One."}});
    source.article.id = "my page\t1";
    const StoryUnits made = units({source, version("de", {{"Eins."}})}, {{bead(0, 1, 0, 1, 1)}});
    CHECK(made.units[0].id.rfind("my_page_1-", 0) == 0);
    CHECK(property(made.units[0], "x-article") == "my page\t1");
}

TEST_CASE("characters that XML forbids are left out and counted") {
    const auto source = version("en", {{"\x01 One\x1f.", "\x02\x03"}});
    const auto target = version("de", {{"Eins & <mehr>.\xEF\xBF\xBE", "Zwei."}});
    const StoryUnits made = units({source, target}, {{bead(0, 1, 0, 1, 1), bead(1, 2, 1, 2, 1)}});
    REQUIRE(made.units.size() == 1);
    CHECK(made.units[0].variants[0].segment == "One.");
    CHECK(made.units[0].variants[1].segment == "Eins &amp; &lt;mehr&gt;.");
    CHECK(made.dropped == 3);
    CHECK(reasons(made).at({0, 1}) == Reason::no_text);
    CHECK(reasons(made).at({1, 1}) == Reason::no_text);
}

TEST_CASE("text is joined by what stands between, across blocks by a space, in Chinese by nothing") {
    const auto spaced = align::Document("de", "A.  B.\nC.\n\nD.",
                                        {{BlockKind::paragraph, {0, 9}}, {BlockKind::paragraph, {11, 13}}},
                                        {{{0, 2}, 0}, {{4, 6}, 0}, {{7, 9}, 0}, {{11, 13}, 1}});
    CHECK(hexapla::joined_text(spaced, {0, 1}) == "A.");
    CHECK(hexapla::joined_text(spaced, {0, 2}) == "A.  B.");
    CHECK(hexapla::joined_text(spaced, {2, 4}) == "C. D.");
    CHECK(hexapla::joined_text(spaced, {1, 1}).empty());
    const auto chinese = version("zh-Hans", {{"一。", "二。"}, {"三。"}});
    CHECK(hexapla::joined_text(chinese.document, {0, 3}) == "一。二。三。");
}

TEST_CASE("units need two versions, each aligned with another") {
    CHECK_THROWS_AS(units({english}, {}), std::invalid_argument);
    CHECK_THROWS_AS(units({english, german}, {}), std::invalid_argument);
    CHECK_THROWS_AS(units({english, german}, {{}, {}}), std::out_of_range);
}

TEST_CASE("each reason has a name of its own") {
    std::set<std::string_view> names;
    for (const Reason reason : hexapla::all_reasons) names.insert(hexapla::name_of(reason));
    CHECK(names.size() == hexapla::all_reasons.size());
    CHECK(names.count("") == 0);
}
