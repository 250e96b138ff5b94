#include "align/weave.hpp"

#include <algorithm>
#include <random>
#include <set>

#include "catch.hpp"

using align::Alignment;
using align::Bead;
using align::Group;
using align::PairAlignment;
using align::Run;
using align::Weaving;

namespace {

/// Segment i with segment j.
Bead one(std::size_t i, std::size_t j, double probability) { return {{i, i + 1}, {j, j + 1}, probability}; }
Bead alone(std::size_t i, double probability) { return {{i, i + 1}, {0, 0}, probability}; }
Bead target_alone(std::size_t j, double probability) { return {{0, 0}, {j, j + 1}, probability}; }
Run run(std::size_t version, std::size_t begin, std::size_t end) { return {version, {begin, end}}; }

std::vector<std::vector<Run>> runs(const std::vector<Group>& groups) {
    std::vector<std::vector<Run>> all;
    for (const Group& group : groups) all.push_back(group.runs);
    return all;
}
using Runs = std::vector<std::vector<Run>>;

/// A chance alignment of two versions: monotone, beads up to 2-2.
Alignment chance_alignment(std::mt19937& random, std::size_t n, std::size_t m) {
    Alignment beads;
    std::size_t i = 0;
    std::size_t j = 0;
    const auto below = [&](std::size_t count) { return random() % count; };
    while (i < n || j < m) {
        const std::size_t a = std::min(below(3), n - i);
        const std::size_t b = std::min(a == 0 ? 1 + below(2) : below(3), m - j);
        if (a + b == 0) continue;
        const double probability = static_cast<double>(below(1000)) / 1000;
        if (a == 0 || b == 0) {
            for (std::size_t k = 0; k < a; ++k) beads.push_back({{i + k, i + k + 1}, {j, j}, probability});
            for (std::size_t k = 0; k < b; ++k) beads.push_back({{i, i}, {j + k, j + k + 1}, probability});
        } else {
            beads.push_back({{i, i + a}, {j, j + b}, probability});
        }
        i += a;
        j += b;
    }
    return beads;
}

}  // namespace

TEST_CASE("one pair alone gives its links as groups") {
    const Alignment beads = {one(0, 1, 0.9), one(1, 0, 0.4), alone(2, 0.8)};
    const Weaving weaving({{0, 1, &beads}});
    CHECK(runs(weaving.groups(0)) == Runs{{run(0, 0, 1), run(1, 1, 2)}, {run(0, 1, 2), run(1, 0, 1)}});
    CHECK(runs(weaving.groups(0.4)).size() == 2);
    CHECK(runs(weaving.groups(0.41)) == Runs{{run(0, 0, 1), run(1, 1, 2)}});
    CHECK(weaving.groups(0)[0].probability == 0.9);
}

TEST_CASE("links that agree make one group of many versions") {
    const Alignment ab = {one(0, 0, 0.9)};
    const Alignment ac = {one(0, 0, 0.8)};
    const Alignment bc = {one(0, 0, 0.7)};
    const auto groups = Weaving({{0, 1, &ab}, {0, 2, &ac}, {1, 2, &bc}}).groups(0);
    CHECK(runs(groups) == Runs{{run(0, 0, 1), run(1, 0, 1), run(2, 0, 1)}});
    CHECK(groups[0].probability == Approx(0.75));  // the third version comes with 0.8 and 0.7
}

TEST_CASE("versions come together through a third one") {
    const Alignment ab = {one(0, 0, 0.9)};
    const Alignment bc = {one(0, 0, 0.8)};
    const std::vector<PairAlignment> pairs = {{0, 1, &ab}, {1, 2, &bc}};
    const Weaving weaving(pairs);
    const auto groups = weaving.groups(0);
    CHECK(runs(groups) == Runs{{run(0, 0, 1), run(1, 0, 1), run(2, 0, 1)}});
    const Alignment ac = weaving.pair(groups, 0, 2, {1, 1});
    REQUIRE(ac.size() == 1);
    CHECK(ac[0].probability == Approx(0.72));
    const Alignment ca = weaving.pair(groups, 2, 0, {1, 1});
    REQUIRE(ca.size() == 1);
    CHECK(ca[0].probability == Approx(0.72));
}

TEST_CASE("of two links that exclude each other the likelier stands") {
    const Alignment ab = {one(0, 0, 0.99)};
    const Alignment bc = {one(0, 0, 0.95), target_alone(1, 0.5)};
    const Alignment ac = {one(0, 1, 0.7), target_alone(0, 0.6)};
    const Weaving weaving({{0, 1, &ab}, {0, 2, &ac}, {1, 2, &bc}});
    const auto groups = weaving.groups(0);
    CHECK(runs(groups) == Runs{{run(0, 0, 1), run(1, 0, 1), run(2, 0, 1)}});
    const Alignment woven = weaving.pair(groups, 0, 2, {1, 2});
    REQUIRE(woven.size() == 2);
    CHECK(woven[0].target == align::SegmentRange{0, 1});
    CHECK(woven[1].source.empty());
    CHECK(woven[1].probability == Approx(0.3));  // what its own alignment leaves
}

TEST_CASE("a link is not followed where others are sure of the contrary") {
    const Alignment ab = {one(0, 0, 0.9)};
    const Alignment bc = {one(0, 0, 0.6)};
    const Alignment ac = {alone(0, 0.98), target_alone(0, 0.98)};
    CHECK(runs(Weaving({{0, 1, &ab}, {0, 2, &ac}, {1, 2, &bc}}).groups(0)) ==
          Runs{{run(0, 0, 1), run(1, 0, 1)}});
    const Alignment sure = {one(0, 0, 0.995)};
    CHECK(Weaving({{0, 1, &ab}, {0, 2, &ac}, {1, 2, &sure}}).groups(0)[0].runs.size() == 2);
    const Alignment unsure = {alone(0, 0.7), target_alone(0, 0.7)};
    CHECK(Weaving({{0, 1, &ab}, {0, 2, &unsure}, {1, 2, &sure}}).groups(0)[0].runs.size() == 3);
}

TEST_CASE("sentences that one version joins stay apart for the others") {
    const Alignment ab = {one(0, 0, 0.9), one(1, 1, 0.9)};
    const Alignment ac = {{{0, 2}, {0, 1}, 0.8}};
    const Alignment bc = {{{0, 2}, {0, 1}, 0.7}};
    const Weaving weaving({{0, 1, &ab}, {0, 2, &ac}, {1, 2, &bc}});
    const auto groups = weaving.groups(0);
    CHECK(runs(groups) == Runs{{run(0, 0, 1), run(1, 0, 1)},
                               {run(0, 0, 2), run(1, 0, 2), run(2, 0, 1)},
                               {run(0, 1, 2), run(1, 1, 2)}});
    CHECK(weaving.pair(groups, 0, 1, {2, 2}) == ab);
    CHECK(weaving.pair(groups, 0, 2, {2, 1}) == ac);
}

TEST_CASE("a group without the first version stands behind what stands before it") {
    const Alignment ab = {one(0, 0, 0.9), one(1, 2, 0.9), target_alone(1, 0.9)};
    const Alignment bc = {one(0, 1, 0.9), one(1, 2, 0.9), target_alone(0, 0.9)};
    const Alignment ac = {one(0, 1, 0.9), alone(1, 0.9), target_alone(0, 0.9), target_alone(2, 0.9)};
    CHECK(runs(Weaving({{0, 1, &ab}, {0, 2, &ac}, {1, 2, &bc}}).groups(0)) ==
          Runs{{run(0, 0, 1), run(1, 0, 1), run(2, 1, 2)},
               {run(1, 1, 2), run(2, 2, 3)},
               {run(0, 1, 2), run(1, 2, 3)}});
}

TEST_CASE("pairs that make no sense are refused") {
    const Alignment beads = {one(0, 0, 0.9)};
    using Pairs = std::vector<PairAlignment>;
    CHECK_THROWS_AS(Weaving(Pairs{{0, 0, &beads}}), std::invalid_argument);
    CHECK_THROWS_AS(Weaving(Pairs{{0, 1, nullptr}}), std::invalid_argument);
    CHECK_THROWS_AS(Weaving(Pairs{{0, 1, &beads}, {0, 1, &beads}}), std::invalid_argument);
    CHECK_THROWS_AS(Weaving(Pairs{{0, 1, &beads}, {1, 0, &beads}}), std::invalid_argument);
}

TEST_CASE("whatever is woven, groups hold a version once and pairs cover each segment once") {
    std::mt19937 random(20161122);
    for (int time = 0; time < 200; ++time) {
        const std::vector<std::size_t> sizes = {1 + random() % 6, 1 + random() % 6, 1 + random() % 6,
                                                1 + random() % 6};
        std::vector<Alignment> alignments;
        std::vector<PairAlignment> pairs;
        alignments.reserve(6);
        for (std::size_t a = 0; a < sizes.size(); ++a) {
            for (std::size_t b = a + 1; b < sizes.size(); ++b) {
                alignments.push_back(chance_alignment(random, sizes[a], sizes[b]));
                pairs.push_back({a, b, &alignments.back()});
            }
        }
        const Weaving weaving(pairs);
        const double least = static_cast<double>(random() % 10) / 10;
        const auto groups = weaving.groups(least);
        for (const Group& group : groups) {
            std::set<std::size_t> versions;
            for (const Run& member : group.runs) {
                CHECK(versions.insert(member.version).second);
                CHECK(member.segments.end <= sizes[member.version]);
            }
            CHECK(versions.size() >= 2);
            CHECK(group.probability >= least);
        }
        for (const PairAlignment& pair : pairs) {
            const Alignment beads =
                weaving.pair(groups, pair.first, pair.second, {sizes[pair.first], sizes[pair.second]});
            std::multiset<std::size_t> source;
            std::multiset<std::size_t> target;
            for (const Bead& bead : beads) {
                CHECK(bead.source.size() + bead.target.size() > 0);
                CHECK(bead.probability >= 0);
                CHECK(bead.probability <= 1);
                for (std::size_t i = bead.source.begin; i < bead.source.end; ++i) source.insert(i);
                for (std::size_t j = bead.target.begin; j < bead.target.end; ++j) target.insert(j);
            }
            CHECK(source.size() == sizes[pair.first]);
            CHECK(std::set(source.begin(), source.end()).size() == sizes[pair.first]);
            CHECK(target.size() == sizes[pair.second]);
            CHECK(std::set(target.begin(), target.end()).size() == sizes[pair.second]);
        }
    }
}
