#include "align/search.hpp"

#include <cmath>
#include <map>
#include <random>
#include <stdexcept>
#include <string>
#include <utility>

#include "catch.hpp"

using align::Alignment;
using align::Bead;
using align::BeadScore;
using align::SearchOptions;
using align::SegmentRange;

namespace {

Alignment best_beads(std::size_t source_size, std::size_t target_size, const align::BeadScore& score,
                     const align::SearchOptions& options) {
    return align::search(source_size, target_size, score, options).best;
}

using Ranges = std::pair<SegmentRange, SegmentRange>;

/// The slow obvious search: every monotone alignment there is, one after the other. Of neighbours alone those
/// of the source come first, so that none comes twice.
class AllAlignments {
  public:
    AllAlignments(std::size_t source_size, std::size_t target_size, BeadScore score, SearchOptions options)
        : source_size_(source_size),
          target_size_(target_size),
          score_(std::move(score)),
          options_(std::move(options)) {
        walk(0, 0, 1.0, Last::link, {});
    }

    [[nodiscard]] std::size_t size() const { return paths_.size(); }

    /// How many beads of each kind there are, of each alignment as far as it is likely.
    [[nodiscard]] align::BeadCounts expected() const {
        align::BeadCounts counts = counts_;
        for (double* count : {&counts.alone, &counts.again, &counts.one, &counts.more}) *count /= total_;
        return counts;
    }

    /// Of a link: that just these segments belong together; of a bead without partner: that its segments have
    /// none, wherever that leaves them.
    [[nodiscard]] double probability(const Ranges& bead) const { return weights_.at(key(bead)) / total_; }

    /// Every link of at least this probability, with it.
    [[nodiscard]] std::map<Ranges, double> links_from(double least) const {
        std::map<Ranges, double> links;
        for (const auto& [bead, weight] : weights_)
            if (is_link(bead) && weight / total_ >= least) links.emplace(bead, weight / total_);
        return links;
    }

    /// The sum over the links of an alignment of probability less cost.
    [[nodiscard]] double gain(const std::vector<Ranges>& path) const {
        double sum = 0;
        for (const Ranges& bead : path)
            if (is_link(bead)) sum += probability(bead) - options_.cost_of_link;
        return sum;
    }

    [[nodiscard]] double best_gain() const {
        double best = gain(paths_.front());
        for (const auto& path : paths_) best = std::max(best, gain(path));
        return best;
    }

    /// What the beads that hold one segment add up to.
    [[nodiscard]] double total_probability(bool of_source, std::size_t segment) const {
        double sum = 0;
        for (const auto& [bead, weight] : weights_) {
            const SegmentRange range = of_source ? bead.first : bead.second;
            if (range.begin <= segment && segment < range.end) sum += weight / total_;
        }
        return sum;
    }

  private:
    static bool is_link(const Ranges& bead) { return !bead.first.empty() && !bead.second.empty(); }

    /// A segment without partner is one bead, whatever stands beside it.
    static Ranges key(Ranges bead) {
        if (bead.first.empty()) bead.first = {};
        if (bead.second.empty()) bead.second = {};
        return bead;
    }

    enum class Last { link, source_alone, target_alone };

    static void add(align::BeadCounts& counts, const align::BeadCounts& more, double weight) {
        counts.alone += weight * more.alone;
        counts.again += weight * more.again;
        counts.one += weight * more.one;
        counts.more += weight * more.more;
    }

    void walk(std::size_t i, std::size_t j, double weight, Last last, const align::BeadCounts& counts) {
        if (i == source_size_ && j == target_size_) {
            total_ += weight;
            for (const Ranges& bead : path_) weights_[key(bead)] += weight;
            add(counts_, counts, weight);
            paths_.push_back(path_);
            return;
        }
        for (const auto& [a, b, prior] : options_.shapes) {
            if (i + a > source_size_ || j + b > target_size_) continue;
            const Ranges bead{{i, i + a}, {j, j + b}};
            align::BeadCounts with = counts;
            double factor = prior;
            Last now = Last::link;
            if (is_link(bead)) {
                factor *= std::exp(options_.temperature * score_(bead.first, bead.second));
                (a == 1 && b == 1 ? with.one : with.more) += 1;
            } else {
                now = b == 0 ? Last::source_alone : Last::target_alone;
                if (now == Last::source_alone && last == Last::target_alone) continue;
                if (now == last) factor *= options_.alone_again;
                (now == last ? with.again : with.alone) += 1;
            }
            path_.push_back(bead);
            walk(i + a, j + b, weight * factor, now, with);
            path_.pop_back();
        }
    }

    std::size_t source_size_;
    std::size_t target_size_;
    BeadScore score_;
    SearchOptions options_;
    std::vector<Ranges> path_;
    std::vector<std::vector<Ranges>> paths_;
    std::map<Ranges, double> weights_;
    align::BeadCounts counts_;
    double total_ = 0;
};

std::vector<std::pair<std::string, BeadScore>> score_functions() {
    std::vector<std::pair<std::string, BeadScore>> all;
    all.emplace_back("nothing is known", [](SegmentRange, SegmentRange) { return 0.0; });
    all.emplace_back("everything fits", [](SegmentRange, SegmentRange) { return 2.0; });
    all.emplace_back("nothing fits", [](SegmentRange, SegmentRange) { return -3.0; });
    all.emplace_back("the diagonal", [](SegmentRange source, SegmentRange target) {
        return source.begin == target.begin && source.end == target.end ? 4.0 : -2.0;
    });
    all.emplace_back("longer is better", [](SegmentRange source, SegmentRange target) {
        return static_cast<double>(source.size() * target.size()) - 1.5;
    });
    for (const unsigned seed : {1U, 2U, 3U}) {
        all.emplace_back("random " + std::to_string(seed), [seed](SegmentRange source, SegmentRange target) {
            std::seed_seq place{seed, static_cast<unsigned>(source.begin), static_cast<unsigned>(source.end),
                                static_cast<unsigned>(target.begin), static_cast<unsigned>(target.end)};
            std::mt19937 random(place);
            return std::uniform_real_distribution(-4.0, 4.0)(random);
        });
    }
    return all;
}

/// Each segment of both sides in exactly one bead, both sides in order.
void check_monotone_cover(const Alignment& beads, std::size_t source_size, std::size_t target_size) {
    std::size_t source = 0;
    std::size_t target = 0;
    bool in_order = true;
    bool probable = true;
    for (const Bead& bead : beads) {
        in_order = in_order && bead.source.begin == source && bead.target.begin == target &&
                   bead.source.size() + bead.target.size() > 0;
        probable = probable && bead.probability >= 0 && bead.probability <= 1 + 1e-9;  // false for NaN
        source = bead.source.end;
        target = bead.target.end;
    }
    CHECK(in_order);
    CHECK(probable);
    CHECK(source == source_size);
    CHECK(target == target_size);
}

/// Each link once, with its probability.
void check_likely(const std::vector<Bead>& likely, const std::map<Ranges, double>& expected) {
    CHECK(likely.size() == expected.size());
    std::map<Ranges, double> found;
    for (const Bead& bead : likely) found.emplace(Ranges{bead.source, bead.target}, bead.probability);
    for (const auto& [bead, probability] : expected) {
        REQUIRE(found.count(bead) == 1);
        CHECK(found.at(bead) == Approx(probability).margin(1e-9));
    }
}

void check_counts(const align::BeadCounts& found, const align::BeadCounts& expected) {
    // Beads of less than e to minus 20 are not counted.
    CHECK(found.alone == Approx(expected.alone).margin(1e-6));
    CHECK(found.again == Approx(expected.again).margin(1e-6));
    CHECK(found.one == Approx(expected.one).margin(1e-6));
    CHECK(found.more == Approx(expected.more).margin(1e-6));
}

void check_against_all_alignments(const std::string& name, const BeadScore& score,
                                  const SearchOptions& options) {
    for (std::size_t n = 0; n <= 4; ++n) {
        for (std::size_t m = 0; m <= 4; ++m) {
            INFO(name << ", " << n << " x " << m << ", a link costs " << options.cost_of_link);
            const AllAlignments all(n, m, score, options);
            const auto [beads, likely, expected] = align::search(n, m, score, options);
            check_monotone_cover(beads, n, m);
            check_counts(expected, all.expected());
            check_likely(likely, all.links_from(options.least_likely));
            std::vector<Ranges> path;
            for (const Bead& bead : beads) {
                path.emplace_back(bead.source, bead.target);
                CHECK(bead.probability == Approx(all.probability(path.back())).margin(1e-9));
            }
            CHECK(all.gain(path) == Approx(all.best_gain()).margin(1e-9));
            for (std::size_t i = 0; i < n; ++i) CHECK(all.total_probability(true, i) == Approx(1));
            for (std::size_t j = 0; j < m; ++j) CHECK(all.total_probability(false, j) == Approx(1));
        }
    }
}

double diagonal(SegmentRange source, SegmentRange target) {
    return source.begin == target.begin && source.end == target.end ? 5.0 : -5.0;
}

}  // namespace

TEST_CASE("the search finds what trying every alignment finds") {
    for (const auto& [name, score] : score_functions()) {
        SearchOptions options;
        check_against_all_alignments(name, score, options);
        options.cost_of_link = 0.05;  // almost everything is linked
        check_against_all_alignments(name, score, options);
        options.cost_of_link = 0.95;  // almost nothing is
        check_against_all_alignments(name, score, options);
    }
}

TEST_CASE("the search finds what trying every alignment finds, with other shapes of beads") {
    SearchOptions options;
    options.temperature = 0.5;
    options.shapes = {{1, 0, 0.2}, {0, 1, 0.3}, {1, 1, 0.9}, {3, 1, 0.1}, {1, 3, 0.05}, {2, 3, 0.01}};
    for (const auto& [name, score] : score_functions()) check_against_all_alignments(name, score, options);
}

TEST_CASE("the likely links are those from the least probability on, on the best alignment or not") {
    for (const auto& [name, score] : score_functions()) {
        SearchOptions options;
        for (const double least : {1e-6, 0.15, 0.6, 1.1}) {  // of almost all links to none
            options.least_likely = least;
            check_against_all_alignments(name, score, options);
        }
    }
    SearchOptions nothing_linked;
    nothing_linked.cost_of_link = 2;
    const auto [best, likely, expected] = align::search(3, 3, diagonal, nothing_linked);
    for (const Bead& bead : best) CHECK(!bead.is_link());
    CHECK(likely.size() >= 3);
    CHECK(expected.one > 2);  // what is not taken is expected all the same
}

TEST_CASE("the search finds what trying every alignment finds, where segments alone come together or apart") {
    for (const double again : {0.1, 0.5, 2.0, 30.0}) {
        SearchOptions options;
        options.alone_again = again;
        for (const auto& [name, score] : score_functions())
            check_against_all_alignments(name, score, options);
        options.shapes = {{1, 0, 0.2}, {0, 1, 0.05}, {1, 1, 0.9}, {2, 1, 0.1}};  // a side each its own
        for (const auto& [name, score] : score_functions())
            check_against_all_alignments(name, score, options);
    }
}

TEST_CASE("neighbours alone on both sides are one alignment, not one for each order") {
    SearchOptions options;
    options.shapes = {{1, 0, 0.5}, {0, 1, 0.5}, {1, 1, 1}};
    const BeadScore nothing = [](SegmentRange, SegmentRange) { return 0.0; };
    CHECK(AllAlignments(1, 1, nothing, options).size() == 2);
    const align::SearchResult one = align::search(1, 1, nothing, options);
    CHECK(one.expected.one == Approx(1 / 1.25));  // 1 against 0.5 · 0.5
    CHECK(one.expected.alone == Approx(2 * 0.25 / 1.25));
    CHECK(AllAlignments(2, 2, nothing, options).size() == 6);
}

TEST_CASE("segments alone that come together open once and go on by a prior of their own") {
    SearchOptions options;
    options.shapes = {{1, 0, 0.5}, {0, 1, 0.5}, {1, 1, 1}};
    options.alone_again = 4;
    const BeadScore never = [](SegmentRange, SegmentRange) { return -100.0; };
    const align::SearchResult apart = align::search(3, 2, never, options);
    CHECK(apart.expected.alone == Approx(2));  // the first of each side
    CHECK(apart.expected.again == Approx(3));
    CHECK(apart.expected.one == Approx(0).margin(1e-9));
    const align::SearchResult counted = align::search(
        2, 1, [](auto, auto) { return 0.0; }, options);
    // Both alone and the target: 0.5 · 2 · 0.5; one of them linked, the other alone: twice 0.5.
    CHECK(counted.expected.one == Approx(1 / 1.5));
    CHECK(counted.expected.alone == Approx((2 * 0.5 + 1) / 1.5));
    CHECK(counted.expected.again == Approx(0.5 / 1.5));
}

TEST_CASE("as many shapes as there may be are all counted") {
    for (const std::size_t most : {30U, 31U, 32U, 33U, 63U, 64U}) {
        INFO(most << " shapes of one against many");
        SearchOptions options;
        options.shapes = {{1, 0, 0.3}, {0, 1, 0.4}};
        for (std::size_t b = 1; b <= most; ++b) options.shapes.push_back({1, b, 0.1});
        const BeadScore score = [](SegmentRange, SegmentRange target) {
            return static_cast<double>(target.size());
        };
        const AllAlignments all(1, most, score, options);
        const align::SearchResult found = align::search(1, most, score, options);
        check_counts(found.expected, all.expected());
        check_likely(found.likely, all.links_from(options.least_likely));
    }
}

TEST_CASE("beads have every shape up to so many segments, each larger one less likely") {
    align::BeadPriors priors;
    priors.most = 4;
    priors.most_of_both = 6;
    const std::vector<align::BeadShape> shapes = align::shapes_of(priors);
    std::map<std::pair<std::size_t, std::size_t>, double> prior;
    for (const align::BeadShape& shape : shapes) prior[{shape.source, shape.target}] = shape.prior;
    CHECK(prior.size() == shapes.size());
    std::map<std::pair<std::size_t, std::size_t>, double> expected = {
        {{1, 0}, priors.alone}, {{0, 1}, priors.alone}, {{1, 1}, priors.one}};
    expected[{1, 2}] = expected[{2, 1}] = priors.two;
    expected[{1, 3}] = expected[{3, 1}] = priors.two * priors.more;
    expected[{1, 4}] = expected[{4, 1}] = priors.two * priors.more * priors.more;
    expected[{2, 2}] = priors.two * priors.more * priors.both;
    expected[{2, 3}] = expected[{3, 2}] = priors.two * priors.more * priors.more * priors.both;
    expected[{2, 4}] = expected[{4, 2}] = priors.two * std::pow(priors.more, 3) * priors.both;
    expected[{3, 3}] = priors.two * std::pow(priors.more, 3) * std::pow(priors.both, 2);
    REQUIRE(prior.size() == expected.size());
    for (const auto& [shape, value] : expected) {
        INFO(shape.first << " to " << shape.second);
        REQUIRE(prior.count(shape) == 1);
        CHECK(prior.at(shape) == Approx(value));
    }
    CHECK((shapes[0].source == 1 && shapes[0].target == 0));
    CHECK((shapes[1].source == 0 && shapes[1].target == 1));
    CHECK((shapes[2].source == 1 && shapes[2].target == 1));
}

TEST_CASE("counts of beads are added kind by kind") {
    align::BeadCounts counts{1, 2, 3, 4};
    counts.add({0.5, 0.25, 10, 20});
    CHECK(counts.alone == 1.5);
    CHECK(counts.again == 2.25);
    CHECK(counts.one == 13);
    CHECK(counts.more == 24);
}

TEST_CASE("a segment is linked or has no partner: both probabilities add up to one") {
    SearchOptions links;
    links.shapes = {{1, 0, 0.6}, {0, 1, 0.6}, {1, 1, 0.7}};
    SearchOptions none = links;
    links.cost_of_link = -1;  // whatever can be linked is
    none.cost_of_link = 2;    // nothing is
    const BeadScore score = [](SegmentRange source, SegmentRange target) {
        return source.begin == target.begin ? 0.5 : -1e4;
    };
    constexpr std::size_t size = 60;
    const Alignment linked = best_beads(size, size, score, links);
    REQUIRE(linked.size() == size);
    std::vector<double> without(size, -1);
    for (const Bead& bead : best_beads(size, size, score, none)) {
        REQUIRE(!bead.is_link());
        if (!bead.source.empty()) without[bead.source.begin] = bead.probability;
    }
    for (std::size_t i = 0; i < size; ++i) {
        CHECK(linked[i].probability > 0.001);
        CHECK(linked[i].probability + without[i] == Approx(1).margin(1e-9));
    }
}

TEST_CASE("documents of very different lengths are aligned") {
    const std::vector<std::pair<std::size_t, std::size_t>> sizes = {{400, 3}, {3, 400}, {1, 400},
                                                                    {400, 1}, {400, 0}, {0, 400}};
    for (const auto& [n, m] : sizes) {
        INFO(n << " x " << m);
        const BeadScore score = [](SegmentRange source, SegmentRange target) {
            return source == SegmentRange{0, 1} && target == SegmentRange{0, 1} ? 20.0 : -20.0;
        };
        const Alignment beads = best_beads(n, m, score, {});
        check_monotone_cover(beads, n, m);
        if (n > 0 && m > 0) {
            CHECK(beads.front().is_link());
            CHECK(beads.front().probability > 0.99);
        } else {
            for (const Bead& bead : beads) CHECK(bead.probability == Approx(1));
        }
    }
}

TEST_CASE("a long diagonal is found") {
    const Alignment beads = best_beads(150, 150, diagonal, {});
    check_monotone_cover(beads, 150, 150);
    std::size_t wrong = 0;
    for (const Bead& bead : beads)
        wrong += bead.source.size() != 1 || bead.source.begin != bead.target.begin ? 1 : 0;
    CHECK(wrong == 0);
}

TEST_CASE("extreme scores give probabilities all the same") {
    for (const double extreme : {1e4, -1e4}) {
        const auto everywhere = [extreme](SegmentRange, SegmentRange) { return extreme; };
        const auto on_diagonal = [extreme](SegmentRange source, SegmentRange target) {
            return source.begin == target.begin ? extreme : -extreme;
        };
        check_monotone_cover(best_beads(12, 9, everywhere, {}), 12, 9);
        check_monotone_cover(best_beads(9, 12, on_diagonal, {}), 9, 12);
    }
    const auto certain = [](SegmentRange, SegmentRange) { return 1e4; };
    const Alignment one = best_beads(1, 1, certain, {});
    REQUIRE(one.size() == 1);
    CHECK(one.front().probability == Approx(1));
}

TEST_CASE("two empty documents have no beads") { CHECK(best_beads(0, 0, diagonal, {}).empty()); }

TEST_CASE("shapes that cannot cover the documents are refused") {
    SearchOptions pairs_alone;
    pairs_alone.shapes = {{1, 1, 1}};
    CHECK(best_beads(3, 3, diagonal, pairs_alone).size() == 3);
    CHECK_THROWS_AS(best_beads(3, 2, diagonal, pairs_alone), std::invalid_argument);
    SearchOptions empty_bead;
    empty_bead.shapes.push_back({0, 0, 1});
    CHECK_THROWS_AS(best_beads(1, 1, diagonal, empty_bead), std::invalid_argument);
    SearchOptions two_alone;
    two_alone.shapes.push_back({2, 0, 1});
    CHECK_THROWS_AS(best_beads(1, 1, diagonal, two_alone), std::invalid_argument);
    const auto not_a_number = [](SegmentRange, SegmentRange) { return std::nan(""); };
    CHECK_THROWS_AS(best_beads(2, 2, not_a_number, {}), std::invalid_argument);
}
