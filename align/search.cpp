#include "align/search.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <stdexcept>
#include <utility>

namespace align {
namespace {

constexpr double never = -std::numeric_limits<double>::infinity();

double log_add(double a, double b) {
    const double high = std::max(a, b);
    const double low = std::min(a, b);
    constexpr double negligible = 40;  // e to minus this is nothing beside 1
    return low < high - negligible || low == never ? high : high + std::log1p(std::exp(low - high));
}

/// The prior of the shape of so many segments; 0 where there is none.
double prior_of(const SearchOptions& options, std::size_t source, std::size_t target) {
    const auto found = std::find_if(
        options.shapes.begin(), options.shapes.end(),
        [&](const BeadShape& shape) { return shape.source == source && shape.target == target; });
    return found == options.shapes.end() ? 0 : found->prior;
}

/// ln of a sum of few terms, given by their logarithms.
class LogSum {
  public:
    void add(double term) {
        if (term == never) return;
        terms_[count_++] = term;
        most_ = std::max(most_, term);
        if (count_ < terms_.size()) return;
        terms_[0] = value();
        count_ = 1;
    }
    [[nodiscard]] double value() const {
        if (count_ <= 1) return most_;
        constexpr double negligible = -40;  // e to this is nothing beside 1
        double sum = 0;
        for (std::size_t k = 0; k < count_; ++k) {
            const double less = terms_[k] - most_;
            if (less == 0)
                sum += 1;
            else if (less > negligible)
                sum += std::exp(less);
        }
        return most_ + std::log(sum);
    }

  private:
    std::array<double, 32> terms_;  // those from count_ on are not set
    std::size_t count_ = 0;
    double most_ = never;
};

}  // namespace

std::vector<BeadShape> shapes_of(const BeadPriors& priors) {
    std::vector<BeadShape> shapes = {{1, 0, priors.alone}, {0, 1, priors.alone}, {1, 1, priors.one}};
    for (std::size_t a = 1; a <= priors.most; ++a) {
        for (std::size_t b = 1; b <= priors.most && a + b <= priors.most_of_both; ++b) {
            if (a + b == 2) continue;
            shapes.push_back({a, b,
                              priors.two * std::pow(priors.more, static_cast<double>(a + b - 3)) *
                                  std::pow(priors.both, static_cast<double>(std::min(a, b) - 1))});
        }
    }
    return shapes;
}

SearchResult search(std::size_t source_size, std::size_t target_size, const BeadScore& score,
                    const SearchOptions& options) {
    const std::size_t n = source_size + 1;
    const std::size_t m = target_size + 1;
    const std::size_t shapes = options.shapes.size();
    for (const BeadShape& shape : options.shapes) {
        if (shape.source + shape.target == 0) throw std::invalid_argument("search: a shape of bead is empty");
        if (shape.source * shape.target == 0 && shape.source + shape.target > 1)
            throw std::invalid_argument("search: segments without a partner are alone, each by itself");
    }
    const auto at = [m](std::size_t i, std::size_t j) { return i * m + j; };

    // weight[k][(i,j)]: log weight of the bead of shape k that ends before (i,j)
    std::vector<std::vector<double>> weight(shapes, std::vector<double>(n * m, never));
    for (std::size_t k = 0; k < shapes; ++k) {
        const BeadShape& shape = options.shapes[k];
        if (shape.source == 0 || shape.target == 0) continue;
        const double prior = std::log(shape.prior);
        for (std::size_t i = shape.source; i < n; ++i) {
            for (std::size_t j = shape.target; j < m; ++j) {
                const double nats = score({i - shape.source, i}, {j - shape.target, j});
                if (!(nats < -never)) throw std::invalid_argument("search: a score is NaN or infinite");
                weight[k][at(i, j)] = prior + options.temperature * nats;
            }
        }
    }

    // Where a path stands: behind a link (or at the beginning), behind a source segment alone, a target
    // segment alone. Of neighbours alone those of the source come first, so that each alignment is one path.
    const double source_opens = std::log(prior_of(options, 1, 0));
    const double target_opens = std::log(prior_of(options, 0, 1));
    const double source_goes_on = source_opens + std::log(options.alone_again);
    const double target_goes_on = target_opens + std::log(options.alone_again);
    struct State {
        double link = never;
        double source = never;
        double target = never;
        [[nodiscard]] double any() const { return log_add(log_add(link, source), target); }
    };
    std::vector<State> forward(n * m);
    std::vector<double> reached(n * m, never);  // ln of the sum over the states
    for (std::size_t i = 0; i < n; ++i) {
        for (std::size_t j = 0; j < m; ++j) {
            LogSum links;
            for (std::size_t k = 0; k < shapes; ++k) {
                const auto& [a, b, prior] = options.shapes[k];
                if (a > 0 && b > 0 && i >= a && j >= b)
                    links.add(reached[at(i - a, j - b)] + weight[k][at(i, j)]);
            }
            State& here = forward[at(i, j)];
            here.link = i + j == 0 ? 0 : links.value();
            if (i > 0) {
                const State& above = forward[at(i - 1, j)];
                here.source = log_add(above.link + source_opens, above.source + source_goes_on);
            }
            if (j > 0) {
                const State& left = forward[at(i, j - 1)];
                here.target =
                    log_add(log_add(left.link, left.source) + target_opens, left.target + target_goes_on);
            }
            reached[at(i, j)] = here.any();
        }
    }
    std::vector<State> backward(n * m);
    for (std::size_t i = n; i-- > 0;) {
        for (std::size_t j = m; j-- > 0;) {
            State& here = backward[at(i, j)];
            if (i + 1 == n && j + 1 == m) {
                here = {0, 0, 0};
                continue;
            }
            LogSum sum;
            for (std::size_t k = 0; k < shapes; ++k) {
                const auto& [a, b, prior] = options.shapes[k];
                if (a == 0 || b == 0 || i + a >= n || j + b >= m) continue;
                const std::size_t to = at(i + a, j + b);
                sum.add(backward[to].link + weight[k][to]);
            }
            const double links = sum.value();
            const double source = i + 1 < n ? backward[at(i + 1, j)].source : never;
            const double target = j + 1 < m ? backward[at(i, j + 1)].target : never;
            here.target = log_add(links, target + target_goes_on);
            here.source = log_add(log_add(links, target + target_opens), source + source_goes_on);
            here.link = log_add(log_add(links, target + target_opens), source + source_opens);
        }
    }

    const double all = reached[at(n - 1, m - 1)];
    if (all == never) throw std::invalid_argument("search: the shapes of beads cannot cover both documents");
    const auto posterior = [&](std::size_t k, std::size_t i, std::size_t j) {
        const BeadShape& shape = options.shapes[k];
        if (shape.target == 0) return std::exp(forward[at(i, j)].source + backward[at(i, j)].source - all);
        if (shape.source == 0) return std::exp(forward[at(i, j)].target + backward[at(i, j)].target - all);
        if (weight[k][at(i, j)] == never) return 0.0;
        return std::exp(reached[at(i - shape.source, j - shape.target)] + weight[k][at(i, j)] +
                        backward[at(i, j)].link - all);
    };
    std::vector<Bead> likely;
    // A segment without a partner may stand between any two segments of the other side: all these places
    // count.
    const auto probability = [&](std::size_t k, std::size_t i, std::size_t j) {
        const BeadShape& shape = options.shapes[k];
        double sum = 0;
        if (shape.target == 0) {
            for (std::size_t other = 0; other < m; ++other) sum += posterior(k, i, other);
        } else if (shape.source == 0) {
            for (std::size_t other = 0; other < n; ++other) sum += posterior(k, other, j);
        } else {
            sum = posterior(k, i, j);
        }
        return std::min(sum, 1.0);
    };
    BeadCounts expected;
    const auto add_expected = [&](double& count, double before, double prior, double after) {
        constexpr double negligible = -20;
        const double log_p = before + prior + after - all;
        if (log_p > negligible) count += std::exp(log_p);
    };
    for (std::size_t i = 0; i < n; ++i) {
        for (std::size_t j = 0; j < m; ++j) {
            if (i > 0) {
                const State& above = forward[at(i - 1, j)];
                add_expected(expected.alone, above.link, source_opens, backward[at(i, j)].source);
                add_expected(expected.again, above.source, source_goes_on, backward[at(i, j)].source);
            }
            if (j > 0) {
                const State& left = forward[at(i, j - 1)];
                add_expected(expected.alone, log_add(left.link, left.source), target_opens,
                             backward[at(i, j)].target);
                add_expected(expected.again, left.target, target_goes_on, backward[at(i, j)].target);
            }
        }
    }
    std::vector<double> gain(n * m, never);
    std::vector<std::size_t> choice(n * m, shapes);
    gain[0] = 0;
    for (std::size_t i = 0; i < n; ++i) {
        for (std::size_t j = 0; j < m; ++j) {
            for (std::size_t k = 0; k < shapes; ++k) {
                const auto& [a, b, prior] = options.shapes[k];
                if (i < a || j < b) continue;
                const double before = gain[at(i - a, j - b)];
                double here = before;
                if (a > 0 && b > 0) {
                    const double p = posterior(k, i, j);
                    (a + b == 2 ? expected.one : expected.more) += p;
                    if (p >= options.least_likely) likely.push_back({{i - a, i}, {j - b, j}, p});
                    here += p - options.cost_of_link;
                }
                if (here > gain[at(i, j)]) {
                    gain[at(i, j)] = here;
                    choice[at(i, j)] = k;
                }
            }
        }
    }

    Alignment beads;
    for (std::size_t i = n - 1, j = m - 1; i > 0 || j > 0;) {
        const std::size_t k = choice[at(i, j)];
        const auto& [a, b, prior] = options.shapes[k];
        beads.push_back({{i - a, i}, {j - b, j}, probability(k, i, j)});
        i -= a;
        j -= b;
    }
    std::reverse(beads.begin(), beads.end());
    return {std::move(beads), std::move(likely), expected};
}

}  // namespace align
