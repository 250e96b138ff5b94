#include "align/stretches.hpp"

#include <algorithm>

#include "align/made_texts.hpp"
#include "catch.hpp"

using align::Stretch;
using align::StretchOptions;
using made::Languages;
using made::Links;
using made::Texts;

namespace {

/// Cuts whatever is longer than a few segments.
StretchOptions short_ones(std::size_t length = 20, std::size_t most = 60) {
    StretchOptions options;
    options.whole = 400;
    options.length = length;
    options.most = most;
    return options;
}

StretchOptions none() {
    StretchOptions options;
    options.whole = static_cast<std::size_t>(-1);
    return options;
}

/// Stretches that follow each other on both sides, from the first segments to the last.
void check_order(const std::vector<Stretch>& stretches, const Texts& texts) {
    REQUIRE(!stretches.empty());
    std::size_t source = 0;
    std::size_t target = 0;
    for (const Stretch& stretch : stretches) {
        CHECK(stretch.source.begin == source);
        CHECK(stretch.target.begin == target);
        CHECK(stretch.source.end >= source);
        CHECK(stretch.target.end >= target);
        CHECK(stretch.source.size() + stretch.target.size() > 0);
        source = stretch.source.end;
        target = stretch.target.end;
    }
    CHECK(source == texts.source.segments.size());
    CHECK(target == texts.target.segments.size());
}

bool is_within(const std::pair<std::size_t, std::size_t>& link, const std::vector<Stretch>& stretches) {
    return std::any_of(stretches.begin(), stretches.end(), [&](const Stretch& stretch) {
        return stretch.source.begin <= link.first && link.first < stretch.source.end &&
               stretch.target.begin <= link.second && link.second < stretch.target.end;
    });
}

/// How many links both of whose segments are in one stretch.
std::size_t links_within(const Links& links, const std::vector<Stretch>& stretches) {
    return static_cast<std::size_t>(std::count_if(
        links.begin(), links.end(), [&](const auto& link) { return is_within(link, stretches); }));
}

/// Links a few segments from a cut or more.
Links away_from_cuts(const Links& links, const std::vector<Stretch>& stretches) {
    constexpr std::size_t few = 4;
    Links away;
    for (const auto& link : links) {
        const bool is_near = std::any_of(stretches.begin(), stretches.end(), [&](const Stretch& stretch) {
            return (link.first + few >= stretch.source.begin && link.first < stretch.source.begin + few) ||
                   (link.second + few >= stretch.target.begin && link.second < stretch.target.begin + few);
        });
        if (!is_near) away.insert(link);
    }
    return away;
}

}  // namespace

TEST_CASE("documents of usual length stay whole") {
    Languages languages(3000, 1);
    const Texts texts = made::in_order(languages, 100);
    const auto stretches = texts.cut({});
    REQUIRE(stretches.size() == 1);
    CHECK(stretches.front() == texts.whole());
    StretchOptions exactly;
    exactly.whole = texts.source.segments.size() * texts.target.segments.size();
    CHECK(texts.cut(exactly).size() == 1);
    --exactly.whole;
    exactly.length = 20;
    CHECK(texts.cut(exactly).size() > 1);
}

TEST_CASE("long documents are cut in order, where both sides tell the same") {
    Languages languages(3000, 2);
    const Texts texts = made::in_order(languages, 700);
    const StretchOptions options;
    const auto stretches = texts.cut(options);
    check_order(stretches, texts);
    CHECK(stretches.size() >= 5);
    CHECK(links_within(texts.gold, stretches) == texts.gold.size());
    for (std::size_t k = 0; k < stretches.size(); ++k) {
        const std::size_t both = stretches[k].source.size() + stretches[k].target.size();
        if (k + 1 < stretches.size()) CHECK(both >= 2 * options.length);
        CHECK(both <= 4 * options.length);
    }
}

TEST_CASE("names alone, of which the lexicon knows nothing, show where to cut") {
    Languages languages(3000, 3);
    Texts texts = made::in_order(languages, 300);
    const align::Lexicon nothing;
    texts.lexicon = &nothing;
    for (const auto& [source, target] : texts.gold) {
        if (source % 3 != 0) continue;
        for (const std::size_t first : {3000U, 4000U}) {  // one name is too little
            const auto name = static_cast<align::WordId>(first + source);
            texts.source.segments[source].push_back(name);
            texts.target.segments[target].push_back(name);
            texts.alike.push_back({name, name, 0.2F});
        }
    }
    const auto stretches = texts.cut(short_ones());
    check_order(stretches, texts);
    CHECK(stretches.size() > 6);
    CHECK(links_within(texts.gold, stretches) == texts.gold.size());
    texts.alike.clear();
    CHECK(texts.cut(short_ones()).size() <= 6);  // in equal parts, for nothing shows a better end
}

TEST_CASE("where nothing shows an end, no stretch is longer than allowed") {
    Languages languages(3000, 4);
    Texts texts;
    texts.lexicon = &languages.lexicon;
    for (int i = 0; i < 400; ++i) texts.add_source(languages.sentence());
    for (int i = 0; i < 130; ++i) texts.add_target(languages.sentence());
    texts.count();
    const StretchOptions options = short_ones(20, 50);
    const auto stretches = texts.cut(options);
    check_order(stretches, texts);
    CHECK(stretches.size() >= 8);
    for (const Stretch& stretch : stretches) {
        CHECK(stretch.source.size() <= options.most);
        CHECK(stretch.target.size() <= options.most);
    }
}

TEST_CASE("documents one of which is empty, or short, are cut all the same") {
    Languages languages(3000, 5);
    Texts empty;
    empty.lexicon = &languages.lexicon;
    for (int i = 0; i < 100; ++i) empty.add_source(languages.sentence());
    empty.count();
    check_order(empty.cut(short_ones()), empty);
    made::check_cover(empty.align(short_ones()), 100, 0);
    empty.add_target(languages.sentence());
    StretchOptions options = short_ones();
    options.whole = 50;
    check_order(empty.cut(options), empty);
    made::check_cover(empty.align(options), 100, 1);
    Texts nothing;
    nothing.lexicon = &languages.lexicon;
    CHECK(nothing.cut(short_ones()).size() == 1);
    CHECK(nothing.align(short_ones()).empty());
}

TEST_CASE("a moved passage is passed over by the cuts and linked in the end") {
    Languages languages(3000, 6);
    Texts texts;
    texts.lexicon = &languages.lexicon;
    std::vector<made::Sentence> passage;
    for (int i = 0; i < 12; ++i) passage.push_back(languages.sentence());
    for (int i = 0; i < 60; ++i) texts.add_both(languages.sentence());
    const std::size_t in_source = texts.source.segments.size();
    for (const made::Sentence& sentence : passage) texts.add_source(sentence);
    for (int i = 0; i < 120; ++i) texts.add_both(languages.sentence());
    const std::size_t in_target = texts.target.segments.size();
    for (const made::Sentence& sentence : passage) texts.add_target(sentence);
    for (int i = 0; i < 60; ++i) texts.add_both(languages.sentence());
    texts.count();
    const auto stretches = texts.cut(short_ones());
    check_order(stretches, texts);
    CHECK(stretches.size() > 5);
    CHECK(links_within(texts.gold, stretches) == texts.gold.size());
    const align::Alignment beads = texts.align(short_ones());
    made::check_cover(beads, texts.source.segments.size(), texts.target.segments.size());
    const Links links = made::links_of(beads);
    CHECK(made::common(links, texts.gold) * 100 >= texts.gold.size() * 95);
    std::size_t found = 0;
    for (std::size_t i = 0; i < passage.size(); ++i) found += links.count({in_source + i, in_target + i});
    CHECK(found >= passage.size() * 3 / 4);
}

TEST_CASE("a part that has no translation does not lead the cuts astray") {
    Languages languages(3000, 7);
    Texts texts;
    texts.lexicon = &languages.lexicon;
    for (int i = 0; i < 80; ++i) texts.add_both(languages.sentence());
    for (int i = 0; i < 90; ++i) texts.add_source(languages.sentence());
    for (int i = 0; i < 80; ++i) texts.add_both(languages.sentence());
    for (int i = 0; i < 40; ++i) texts.add_target(languages.sentence());
    for (int i = 0; i < 80; ++i) texts.add_both(languages.sentence());
    texts.count();
    const StretchOptions options = short_ones(20, 200);
    const auto stretches = texts.cut(options);
    check_order(stretches, texts);
    CHECK(stretches.size() > 6);
    CHECK(links_within(texts.gold, stretches) == texts.gold.size());
    const align::Alignment beads = texts.align(options);
    made::check_cover(beads, texts.source.segments.size(), texts.target.segments.size());
    const Links links = made::links_of(beads);
    CHECK(made::common(links, texts.gold) * 100 >= texts.gold.size() * 95);
    CHECK(made::common(links, texts.gold) * 100 >= links.size() * 95);
}

TEST_CASE("a text that is cut has the links of one that is not, but near the cuts") {
    for (const unsigned seed : {8U, 9U, 10U}) {
        INFO("seed " << seed);
        Languages languages(3000, seed);
        const Texts texts = made::in_order(languages, 200);
        const auto stretches = texts.cut(short_ones());
        REQUIRE(stretches.size() > 4);
        const align::Alignment cut = texts.align(short_ones());
        const align::Alignment whole = texts.align(none());
        made::check_cover(cut, texts.source.segments.size(), texts.target.segments.size());
        const Links of_cut = made::links_of(cut);
        const Links of_whole = made::links_of(whole);
        CHECK(away_from_cuts(of_cut, stretches) == away_from_cuts(of_whole, stretches));
        CHECK(made::common(of_cut, of_whole) * 100 >= of_whole.size() * 97);
        CHECK(made::common(of_whole, texts.gold) * 100 >= texts.gold.size() * 95);
    }
}

TEST_CASE("stretches that are put together are as they were, where nothing is left over") {
    Languages languages(3000, 11);
    Texts texts;
    texts.lexicon = &languages.lexicon;
    for (int i = 0; i < 100; ++i) texts.add_both(languages.sentence());
    texts.count();
    const std::vector<Stretch> stretches = {{{0, 40}, {0, 40}}, {{40, 100}, {40, 100}}};
    std::vector<align::Alignment> parts;
    align::Alignment expected;
    for (const Stretch& stretch : stretches) {
        align::Alignment& part = parts.emplace_back();
        for (std::size_t i = 0; i < stretch.source.size(); ++i) {
            part.push_back({{i, i + 1}, {i, i + 1}, 0.5});
            expected.push_back(align::placed(part.back(), stretch));
        }
    }
    CHECK(align::join(texts.texts(), stretches, parts, {}, {}, short_ones()) == expected);
    // One stretch is the whole, whatever it left over.
    const align::Alignment alone = {{{0, 1}, {0, 0}, 1}, {{1, 1}, {0, 1}, 1}};
    CHECK(align::join(texts.texts(), {{{0, 1}, {0, 1}}}, {alone}, {}, {}, short_ones()) == alone);
}
