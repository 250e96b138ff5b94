#include "align/evaluate.hpp"

#include <algorithm>
#include <random>
#include <stdexcept>

#include "catch.hpp"

using align::LinkLine;

namespace {

using Links = std::vector<LinkLine>;

Links links(const std::string& text) { return align::parse_links(text); }

std::vector<std::size_t> targets(const Links& some) {
    std::vector<std::size_t> numbers;
    for (const LinkLine& link : some) numbers.push_back(link.target.at(0));
    return numbers;
}

/// The links outside the longest rising chain, by trying every earlier link before each.
Links moved_slowly(const Links& order) {
    std::vector<std::pair<std::size_t, std::size_t>>
        best;  // length of the chain that ends here, link before it + 1
    for (std::size_t i = 0; i < order.size(); ++i) {
        std::pair<std::size_t, std::size_t> before{0, 0};
        for (std::size_t j = 0; j < i; ++j) {
            if (order[j].target < order[i].target) before = std::max(before, {best[j].first, j + 1});
        }
        best.emplace_back(before.first + 1, before.second);
    }
    const auto last =
        std::max_element(best.begin(), best.end(), [](auto a, auto b) { return a.first < b.first; });
    std::vector<bool> chained(order.size(), false);
    std::size_t at = last == best.end() ? 0 : static_cast<std::size_t>(last - best.begin()) + 1;
    for (; at != 0; at = best[at - 1].second) chained[at - 1] = true;
    Links moved;
    for (std::size_t i = 0; i < order.size(); ++i) {
        if (!chained[i]) moved.push_back(order[i]);
    }
    return moved;
}

}  // namespace

TEST_CASE("strict hits are equal links, lax ones overlap on both sides") {
    const Links gold = links("[0]:[0]\n[1,2]:[1]\n[3]:[2]\n[]:[3]\n[4]:[4]\n");
    const Links given = links("[0]:[0]\n[2]:[1]\n[1]:[2]\n[3]:[]\n[4]:[5]\n");
    const align::LinkCounts counts = align::count_links(gold, given);
    CHECK(counts.gold == 4);
    CHECK(counts.links == 4);
    CHECK(counts.strict_hits == 1);
    CHECK(counts.lax_right == 2);
    CHECK(counts.lax_found == 2);
    CHECK(align::strict_rates(counts).f1 == 0.25);
    CHECK(align::lax_rates(counts).precision == 0.5);
}

TEST_CASE("a link that overlaps one gold link here and another there is not right") {
    const align::LinkCounts counts =
        align::count_links(links("[0]:[0]\n[1]:[1]\n"), links("[0]:[1]\n[1]:[0]\n"));
    CHECK(counts.lax_right == 0);
    CHECK(counts.lax_found == 0);
}

TEST_CASE("the order of numbers in a link does not matter") {
    CHECK(align::count_links(links("[1,0]:[2,3]\n"), links("[0,1]:[3,2]\n")).strict_hits == 1);
}

TEST_CASE("nothing given and nothing wanted gives rates of 0, not a division by 0") {
    const align::LinkCounts counts = align::count_links({}, {});
    CHECK(align::strict_rates(counts).precision == 0);
    CHECK(align::strict_rates(counts).f1 == 0);
}

TEST_CASE("counts of documents add up") {
    align::LinkCounts total = align::count_links(links("[0]:[0]\n"), links("[0]:[0]\n"));
    total += align::count_links(links("[0]:[0]\n[1]:[1]\n"), links("[0]:[0]\n"));
    CHECK(total.gold == 3);
    CHECK(total.links == 2);
    CHECK(align::strict_rates(total).recall == 2.0 / 3);
    CHECK(align::lax_rates(total).precision == 1);
}

TEST_CASE("a moved sentence stands outside the longest chain") {
    CHECK(targets(align::moved_links(links("[0]:[0]\n[1]:[3]\n[2]:[1]\n[3]:[2]\n"))) ==
          std::vector<std::size_t>{3});
    CHECK(align::moved_links(links("[1]:[1]\n[0]:[0]\n[2]:[2]\n")).empty());
    CHECK(align::moved_links({}).empty());
    // Two chains are as long; the one that ends first stays: 1, not 0.
    CHECK(targets(align::moved_links(links("[0]:[1]\n[1]:[0]\n"))) == std::vector<std::size_t>{0});
}

TEST_CASE("the fast longest chain is the obvious one, on every small order and on long ones") {
    const auto check = [](const std::vector<std::size_t>& order) {
        Links gold;
        for (std::size_t i = 0; i < order.size(); ++i) gold.push_back({{i}, {order[i]}, {}, 0});
        CHECK(align::moved_links(gold) == moved_slowly(gold));
    };
    for (std::size_t size = 0; size <= 7; ++size) {
        std::vector<std::size_t> order(size);
        for (std::size_t i = 0; i < size; ++i) order[i] = i;
        do {
            check(order);
        } while (std::next_permutation(order.begin(), order.end()));
    }
    std::mt19937 random(7);
    for (int round = 0; round < 50; ++round) {
        std::vector<std::size_t> order;
        for (int i = 0; i < 60; ++i) order.push_back(random() % 40);  // with ties
        check(order);
    }
}

TEST_CASE("moved links are found when they stand exactly so") {
    const Links gold = links("[0]:[0]\n[1]:[3]\n[2]:[1]\n[3]:[2]\n");
    const align::MovedCounts none = align::count_moved(gold, links("[1,2]:[3]\n[3]:[2]\n"));
    CHECK(none.gold == 1);
    CHECK(none.found == 0);
    CHECK(align::count_moved(gold, links("[1]:[3]:0.1\n")).found == 1);
}

TEST_CASE("what is not moved is measured without the moved gold links") {
    const Links gold = links("[0]:[0]\n[1]:[3]\n[2]:[1]\n[3]:[2]\n");
    const Links given = links("[0]:[0]\n[1]:[3]\n[2]:[2]\n[3]:[1]\n");
    const align::Rates others =
        align::unmoved_rates(align::count_links(gold, given), align::count_moved(gold, given));
    CHECK(others.precision == 1.0 / 3);
    CHECK(others.recall == 1.0 / 3);
}

TEST_CASE("a boundary before, in or after white space and marks is the same one") {
    const std::u32string text = U"One. \u200f Two. ";
    for (const std::size_t system : {4U, 5U, 6U, 7U}) {
        const auto compared = align::compare_boundaries(text, {4}, {}, {system});
        CHECK(compared.hits == std::vector<std::size_t>{4});
        CHECK(compared.false_cuts.empty());
        CHECK(compared.missed.empty());
    }
}

TEST_CASE("the ends of a text are no boundaries") {
    const auto compared = align::compare_boundaries(U" One. ", {6}, {}, {0, 1, 5, 6});
    CHECK(compared.hits.empty());
    CHECK(compared.false_cuts.empty());
    CHECK(compared.missed.empty());
    CHECK(align::compare_boundaries(U" \u2060", {2}, {}, {1}).false_cuts.empty());
}

TEST_CASE("optional boundaries count neither way, unless they are gold too") {
    const std::u32string text = U"A. B. C.";
    CHECK(align::compare_boundaries(text, {5}, {2}, {2, 5}).false_cuts.empty());
    CHECK(align::compare_boundaries(text, {5}, {2}, {5}).missed.empty());
    CHECK(align::compare_boundaries(text, {2, 5}, {2}, {2}).hits == std::vector<std::size_t>{2});
    CHECK(align::compare_boundaries(text, {2, 5}, {2}, {5}).missed == std::vector<std::size_t>{2});
    CHECK(align::compare_boundaries(text, {5}, {}, {2, 5}).false_cuts == std::vector<std::size_t>{2});
}

TEST_CASE("a boundary beyond the text is refused") {
    CHECK_THROWS_AS(align::compare_boundaries(U"A. B.", {6}, {}, {}), std::invalid_argument);
    CHECK_NOTHROW(align::compare_boundaries(U"A. B.", {5}, {}, {}));
}

TEST_CASE("boundary rates hold where there is nothing to divide") {
    align::BoundaryCounts counts;
    counts += align::compare_boundaries(U"One.", {4}, {}, {4});
    CHECK(counts.exact == 1);
    CHECK(align::boundary_rates(counts).f1 == 1);
    counts += align::compare_boundaries(U"A. B.", {2, 5}, {}, {5});
    CHECK(counts.texts == 2);
    CHECK(counts.exact == 1);
    CHECK(align::boundary_rates(counts).precision == 0);
    CHECK(align::boundary_rates(counts).recall == 0);
    counts += align::compare_boundaries(U"A. B.", {2, 5}, {}, {2, 5});
    CHECK(align::boundary_rates(counts).precision == 1);
    CHECK(align::boundary_rates(counts).recall == 0.5);
}
