#include "align/search.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <limits>
#include <span>
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
        terms_[0] = most_ = value();
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

/// A bead with both sides filled, by where it ends.
struct Candidate {
    std::uint8_t source = 0;  // segments
    std::uint8_t target = 0;
    float weight = 0;  // ln of prior and evidence
};

/// All beads with both sides filled that are worth a look, by the place where they end.
class Candidates {
  public:
    Candidates(std::size_t source_size, std::size_t target_size, const BeadScore& score,
               const SearchOptions& options) {
        const std::size_t n = source_size + 1;
        const std::size_t m = target_size + 1;
        std::vector<BeadShape> shapes = options.shapes;
        std::erase_if(shapes, [](const BeadShape& shape) { return shape.source == 0 || shape.target == 0; });
        std::stable_sort(shapes.begin(), shapes.end(), [](const BeadShape& a, const BeadShape& b) {
            return a.source + a.target < b.source + b.target;
        });
        // The shapes with one segment less, on either side; `none` where there is none.
        constexpr std::size_t none = static_cast<std::size_t>(-1);
        const auto find = [&](std::size_t source, std::size_t target) {
            const auto found = std::find_if(shapes.begin(), shapes.end(), [&](const BeadShape& shape) {
                return shape.source == source && shape.target == target;
            });
            return found == shapes.end() ? none : static_cast<std::size_t>(found - shapes.begin());
        };
        std::vector<std::vector<float>> nats(shapes.size());
        for (std::size_t k = 0; k < shapes.size(); ++k) {
            const std::size_t a = shapes[k].source;
            const std::size_t b = shapes[k].target;
            if (a > 255 || b > 255) throw std::invalid_argument("search: a bead of over 255 segments");
            const std::size_t without_source = a > 1 ? find(a - 1, b) : none;
            const std::size_t without_target = b > 1 ? find(a, b - 1) : none;
            const bool has_parts = without_source != none || without_target != none;
            const auto least = static_cast<float>(options.least_part);
            nats[k].assign(n * m, static_cast<float>(never));
            for (std::size_t i = a; i < n; ++i) {
                for (std::size_t j = b; j < m; ++j) {
                    const auto good = [&](std::size_t part, std::size_t row, std::size_t column) {
                        return part != none && nats[part][row * m + column] > least;
                    };
                    if (has_parts && !good(without_source, i, j) && !good(without_source, i - 1, j) &&
                        !good(without_target, i, j) && !good(without_target, i, j - 1))
                        continue;
                    const double found = score({i - a, i}, {j - b, j});
                    if (!(found < -never)) throw std::invalid_argument("search: a score is NaN or infinite");
                    nats[k][i * m + j] = static_cast<float>(found);
                }
            }
        }
        starts_.reserve(n * m + 1);
        for (std::size_t place = 0; place < n * m; ++place) {
            starts_.push_back(candidates_.size());
            for (std::size_t k = 0; k < shapes.size(); ++k) {
                if (nats[k][place] == static_cast<float>(never) || shapes[k].prior <= 0) continue;
                const double weight =
                    std::log(shapes[k].prior) + options.temperature * static_cast<double>(nats[k][place]);
                candidates_.push_back({static_cast<std::uint8_t>(shapes[k].source),
                                       static_cast<std::uint8_t>(shapes[k].target),
                                       static_cast<float>(weight)});
            }
        }
        starts_.push_back(candidates_.size());
    }

    [[nodiscard]] std::span<const Candidate> ending(std::size_t place) const {
        return std::span(candidates_).subspan(starts_[place], starts_[place + 1] - starts_[place]);
    }

  private:
    std::vector<Candidate> candidates_;
    std::vector<std::size_t> starts_;  // of candidates_, by place
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

BeadPriors fitted(const BeadPriors& priors, const BeadCounts& usual, const BeadCounts& found) {
    BeadCounts all = usual;
    all.add(found);
    const double opens = (all.alone / all.one) / (usual.alone / usual.one);
    const double goes_on = (all.again / all.alone) / (usual.again / usual.alone);
    const double more = (all.more / all.one) / (usual.more / usual.one);
    BeadPriors fit = priors;
    constexpr double most_alone = 2;  // times the usual; and one large bead in three or so
    constexpr double most_two = 0.25;
    fit.alone = priors.alone * std::min(opens, most_alone);
    fit.again = priors.again * goes_on / opens;
    fit.two = std::min(priors.two * more, std::max(priors.two, most_two));
    return fit;
}

SearchOptions with_priors(SearchOptions options, const BeadPriors& priors) {
    options.priors = priors;
    options.shapes = shapes_of(priors);
    options.alone_again = priors.again;
    return options;
}

SearchResult search(std::size_t source_size, std::size_t target_size, const BeadScore& score,
                    const SearchOptions& options) {
    const std::size_t n = source_size + 1;
    const std::size_t m = target_size + 1;
    for (const BeadShape& shape : options.shapes) {
        if (shape.source + shape.target == 0) throw std::invalid_argument("search: a shape of bead is empty");
        if (shape.source * shape.target == 0 && shape.source + shape.target > 1)
            throw std::invalid_argument("search: segments without a partner are alone, each by itself");
    }
    const auto at = [m](std::size_t i, std::size_t j) { return i * m + j; };
    const Candidates candidates(source_size, target_size, score, options);

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
            for (const Candidate& bead : candidates.ending(at(i, j)))
                links.add(reached[at(i - bead.source, j - bead.target)] + bead.weight);
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
    std::vector<double> begun(n * m, never);  // what beads with both sides that begin here lead to
    for (std::size_t i = n; i-- > 0;) {
        for (std::size_t j = m; j-- > 0;) {
            State& here = backward[at(i, j)];
            const double links = begun[at(i, j)];
            const double source = i + 1 < n ? backward[at(i + 1, j)].source : never;
            const double target = j + 1 < m ? backward[at(i, j + 1)].target : never;
            here.target = log_add(links, target + target_goes_on);
            here.source = log_add(log_add(links, target + target_opens), source + source_goes_on);
            here.link = log_add(log_add(links, target + target_opens), source + source_opens);
            if (i + 1 == n && j + 1 == m) here = {0, 0, 0};
            for (const Candidate& bead : candidates.ending(at(i, j))) {
                double& begin = begun[at(i - bead.source, j - bead.target)];
                begin = log_add(begin, here.link + bead.weight);
            }
        }
    }

    const double all = reached[at(n - 1, m - 1)];
    if (all == never) throw std::invalid_argument("search: the shapes of beads cannot cover both documents");
    const auto posterior = [&](const Candidate& bead, std::size_t i, std::size_t j) {
        return std::min(1.0, std::exp(reached[at(i - bead.source, j - bead.target)] + bead.weight +
                                      backward[at(i, j)].link - all));
    };
    // A segment without a partner may stand between any two segments of the other side: all these places
    // count.
    const auto source_alone = [&](std::size_t i) {
        double sum = 0;
        for (std::size_t j = 0; j < m; ++j)
            sum += std::exp(forward[at(i, j)].source + backward[at(i, j)].source - all);
        return std::min(sum, 1.0);
    };
    const auto target_alone = [&](std::size_t j) {
        double sum = 0;
        for (std::size_t i = 0; i < n; ++i)
            sum += std::exp(forward[at(i, j)].target + backward[at(i, j)].target - all);
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
    // The alignment that is worth most: what ends at each place, with the probability of a link.
    struct Choice {
        std::uint8_t source = 0;
        std::uint8_t target = 0;
        double probability = 0;
    };
    std::vector<Bead> likely;
    std::vector<double> gain(n * m, never);
    std::vector<Choice> choice(n * m);
    gain[0] = 0;
    const bool may_stand_alone[] = {source_opens != never, target_opens != never};
    for (std::size_t i = 0; i < n; ++i) {
        for (std::size_t j = 0; j < m; ++j) {
            const auto take = [&](double worth, Choice chosen) {
                if (!(worth > gain[at(i, j)])) return;
                gain[at(i, j)] = worth;
                choice[at(i, j)] = chosen;
            };
            if (i > 0 && may_stand_alone[0]) take(gain[at(i - 1, j)], {1, 0, 0});
            if (j > 0 && may_stand_alone[1]) take(gain[at(i, j - 1)], {0, 1, 0});
            for (const Candidate& bead : candidates.ending(at(i, j))) {
                const double p = posterior(bead, i, j);
                (bead.source + bead.target == 2 ? expected.one : expected.more) += p;
                if (p >= options.least_likely)
                    likely.push_back({{i - bead.source, i}, {j - bead.target, j}, p});
                take(gain[at(i - bead.source, j - bead.target)] + p - options.cost_of_link,
                     {bead.source, bead.target, p});
            }
        }
    }

    Alignment beads;
    for (std::size_t i = n - 1, j = m - 1; i > 0 || j > 0;) {
        const Choice& chosen = choice[at(i, j)];
        double probability = chosen.probability;
        if (chosen.target == 0) probability = source_alone(i);
        if (chosen.source == 0) probability = target_alone(j);
        beads.push_back({{i - chosen.source, i}, {j - chosen.target, j}, probability});
        i -= chosen.source;
        j -= chosen.target;
    }
    std::reverse(beads.begin(), beads.end());
    return {std::move(beads), std::move(likely), expected};
}

}  // namespace align
