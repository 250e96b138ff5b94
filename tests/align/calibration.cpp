#include "align/calibration.hpp"

#include <algorithm>
#include <cmath>
#include <random>
#include <stdexcept>

#include "catch.hpp"

using align::Judgement;

namespace {

bool near(double a, double b) { return std::abs(a - b) < 1e-12; }

}  // namespace

TEST_CASE("probabilities that hold have no calibration error") {
    std::vector<Judgement> some;
    for (int i = 0; i < 100; ++i) some.push_back({0.75, i % 4 != 0});
    const align::Calibration calibration = align::calibrate(some);
    CHECK(calibration.count == 100);
    CHECK(near(calibration.error, 0));
    CHECK(near(calibration.brier, 0.1875));
    CHECK(near(calibration.brier_of_constant, 0.1875));
    CHECK(calibration.auc == 0.5);
    CHECK(calibration.bins.size() == 15);
}

TEST_CASE("a bin's error is how far what holds is from what is said") {
    const align::Calibration calibration =
        align::calibrate({{0.2, false}, {0.4, true}, {0.8, true}, {1.0, true}}, 2);
    REQUIRE(calibration.bins.size() == 2);
    CHECK(near(calibration.bins[0].least, 0.2));
    CHECK(near(calibration.bins[0].most, 0.4));
    CHECK(near(calibration.bins[0].mean_probability, 0.3));
    CHECK(near(calibration.bins[0].share_right, 0.5));
    CHECK(near(calibration.bins[1].mean_probability, 0.9));
    CHECK(near(calibration.bins[1].share_right, 1));
    CHECK(near(calibration.error, 0.15));
    CHECK(near(calibration.brier, (0.04 + 0.36 + 0.04 + 0) / 4));
}

TEST_CASE("AUC is how often a right one is surer than a wrong one, ties half") {
    CHECK(align::calibrate({{0.1, false}, {0.9, true}}).auc == 1.0);
    CHECK(align::calibrate({{0.9, false}, {0.1, true}}).auc == 0.0);
    CHECK(align::calibrate({{0.5, false}, {0.5, true}}).auc == 0.5);
    CHECK(near(*align::calibrate({{0.3, false}, {0.3, true}, {0.1, false}, {0.2, true}}).auc, 0.625));
    CHECK_FALSE(align::calibrate({{0.5, true}, {0.7, true}}).auc.has_value());
    CHECK_FALSE(align::calibrate({{0.5, false}}).auc.has_value());
}

TEST_CASE("the order of judgements does not matter, ties within and across bins included") {
    std::mt19937 random(3);
    std::vector<Judgement> some;
    for (int i = 0; i < 200; ++i) some.push_back({static_cast<double>(random() % 7) / 7, random() % 3 == 0});
    const align::Calibration first = align::calibrate(some);
    std::shuffle(some.begin(), some.end(), random);
    const align::Calibration again = align::calibrate(some);
    CHECK(near(first.error, again.error));
    CHECK(near(first.brier, again.brier));
    CHECK(near(*first.auc, *again.auc));
    REQUIRE(first.bins.size() == 15);
    REQUIRE(again.bins.size() == 15);
    for (std::size_t i = 0; i < 15; ++i) {
        CHECK(std::abs(first.bins[i].count - 200.0 / 15) < 1e-6);
        CHECK(near(first.bins[i].share_right, again.bins[i].share_right));
    }
}

TEST_CASE("few judgements have few bins, none has none") {
    CHECK(align::calibrate({{0.5, true}, {0.6, false}}).bins.size() == 2);
    const align::Calibration nothing = align::calibrate({});
    CHECK(nothing.bins.empty());
    CHECK(nothing.error == 0);
    CHECK_FALSE(nothing.auc.has_value());
}

TEST_CASE("what is no probability is refused") {
    CHECK_THROWS_AS(align::calibrate({{1.1, true}}), std::invalid_argument);
    CHECK_THROWS_AS(align::calibrate({{-0.1, true}}), std::invalid_argument);
    CHECK_THROWS_AS(align::calibrate({{std::nan(""), true}}), std::invalid_argument);
    CHECK_THROWS_AS(align::calibrate({{0.1, true}}, 0), std::invalid_argument);
}

TEST_CASE("links with a cost and both sides are judged, by exactly what they link") {
    const auto gold = align::parse_links("[0]:[0]\n[1,2]:[1]\n");
    const auto judged = align::judge_links(
        gold, align::parse_links("[0]:[0]:0\n[2,1]:[1]:0.6931471805599453\n[3]:[2]:0.1\n[4]:[]:0.1\n[5]:[5]\n"
                                 "[6]:[6]:-1\n"));
    REQUIRE(judged.size() == 3);
    CHECK(judged[0].right);
    CHECK(judged[0].probability == 1);
    CHECK(judged[1].right);
    CHECK(near(judged[1].probability, 0.5));
    CHECK_FALSE(judged[2].right);
}
