#include "align/stretches.hpp"

#include <algorithm>
#include <cmath>
#include <unordered_map>
#include <utility>

namespace align {
namespace {

/// Two segments that words say belong together.
struct Point {
    std::size_t source = 0;
    std::size_t target = 0;
    double nats = 0;
    friend bool operator<(const Point& a, const Point& b) {
        return std::pair(a.source, a.target) < std::pair(b.source, b.target);
    }
};

using Places = std::unordered_map<WordId, std::vector<std::uint32_t>>;

/// The segments of each word that stands in few of them.
Places rare_words(const IndexedDocument& document, std::size_t most) {
    Places places;
    for (std::size_t i = 0; i < document.segments.size(); ++i) {
        for (const WordId word : document.segments[i]) {
            auto& segments = places[word];
            const auto here = static_cast<std::uint32_t>(i);
            if (segments.size() <= most && (segments.empty() || segments.back() != here))
                segments.push_back(here);
        }
    }
    std::erase_if(places, [&](const auto& each) { return each.second.size() > most; });
    return places;
}

/// Adds up what all rare words say of two segments, and keeps pairs of which they say enough.
class Points {
  public:
    Points(Places source, Places target) : source_(std::move(source)), target_(std::move(target)) {}

    void add(WordId source, WordId target, double nats) {
        const auto from = source_.find(source);
        const auto to = target_.find(target);
        if (from == source_.end() || to == target_.end() || nats <= 0) return;
        // A pair that may belong to several places says so much less of each.
        const double share = nats / static_cast<double>(std::max(from->second.size(), to->second.size()));
        for (const std::uint32_t i : from->second)
            for (const std::uint32_t j : to->second) all_.push_back({i, j, share});
    }
    [[nodiscard]] const Places& source() const { return source_; }

    std::vector<Point> take(double least) && {
        std::sort(all_.begin(), all_.end());
        std::vector<Point> kept;
        for (std::size_t i = 0; i < all_.size();) {
            Point sum = all_[i++];
            while (i < all_.size() && all_[i].source == sum.source && all_[i].target == sum.target)
                sum.nats += all_[i++].nats;
            if (sum.nats >= least) kept.push_back(sum);
        }
        return kept;
    }

  private:
    Places source_;
    Places target_;
    std::vector<Point> all_;
};

/// The heaviest chain of points that go forward on both sides (dynamic programming over a Fenwick tree of
/// maxima: Fenwick 1994, "A new data structure for cumulative frequency tables").
std::vector<Point> heaviest_chain(const std::vector<Point>& points, std::size_t target_size) {
    constexpr std::size_t none = static_cast<std::size_t>(-1);
    std::vector<std::size_t> tree(target_size + 1, none);  // the point that ends the best chain up to there
    std::vector<double> best(points.size(), 0);
    std::vector<std::size_t> before(points.size(), none);
    const auto better = [&](std::size_t a, std::size_t b) {
        return b == none || (a != none && best[a] > best[b]);
    };
    for (std::size_t first = 0; first < points.size();) {
        std::size_t last = first;
        for (; last < points.size() && points[last].source == points[first].source; ++last) {
            std::size_t found = none;
            for (std::size_t j = points[last].target; j > 0; j -= j & (~j + 1))
                if (better(tree[j], found)) found = tree[j];
            before[last] = found;
            best[last] = points[last].nats + (found == none ? 0 : best[found]);
        }
        for (std::size_t p = first; p < last; ++p) {
            for (std::size_t j = points[p].target + 1; j <= target_size; j += j & (~j + 1))
                if (better(p, tree[j])) tree[j] = p;
        }
        first = last;
    }
    std::size_t at = none;
    for (std::size_t p = 0; p < points.size(); ++p)
        if (better(p, at)) at = p;
    std::vector<Point> chain;
    for (; at != none; at = before[at]) chain.push_back(points[at]);
    std::reverse(chain.begin(), chain.end());
    return chain;
}

/// Whether two points lie near a line of the same direction as the texts.
bool near(const Point& a, const Point& b) {
    constexpr std::size_t reach = 12;
    return b.source - a.source <= reach && b.target - a.target <= reach;
}

/// Points of a chain before which the documents may be cut: neighbours on both sides bear them out.
std::vector<Point> sure_ones(const std::vector<Point>& chain) {
    std::vector<Point> sure;
    for (std::size_t k = 1; k + 1 < chain.size(); ++k)
        if (near(chain[k - 1], chain[k]) && near(chain[k], chain[k + 1])) sure.push_back(chain[k]);
    return sure;
}

/// Cuts what is too long for one stretch into equal parts.
void add_in_parts(std::vector<Stretch>& stretches, const Stretch& stretch, std::size_t most) {
    const std::size_t n = stretch.source.size();
    const std::size_t m = stretch.target.size();
    if (n == 0 && m == 0) return;
    const std::size_t parts = std::max<std::size_t>(1, (std::max(n, m) + most - 1) / most);
    for (std::size_t k = 0; k < parts; ++k) {
        stretches.push_back(
            {{stretch.source.begin + n * k / parts, stretch.source.begin + n * (k + 1) / parts},
             {stretch.target.begin + m * k / parts, stretch.target.begin + m * (k + 1) / parts}});
    }
}

}  // namespace

std::vector<Stretch> cut(const IndexedDocument& source, const Frequencies& source_frequencies,
                         const IndexedDocument& target, const Frequencies& target_frequencies,
                         const std::vector<StrongPair>& alike, const Lexicon& lexicon,
                         const EvidenceOptions& evidence, const StretchOptions& options) {
    const std::size_t n = source.segments.size();
    const std::size_t m = target.segments.size();
    if (n * m <= options.whole) return {{{0, n}, {0, m}}};

    Points points(rare_words(source, options.rare), rare_words(target, options.rare));
    // What one word says of another in segments of usual length, both directions.
    constexpr double words = 20;
    const auto nats = [&](double p, const Frequencies& frequencies, WordId word) {
        const double background = frequencies.probability(word, evidence.prior_share, evidence.prior_words);
        return evidence.word_weight * std::log1p(evidence.explained * p / (words * background));
    };
    for (const auto& [word, places] : points.source()) {
        for (const Lexicon::Entry& entry : lexicon.translations(word)) {
            const double forward =
                lexicon.probability(static_cast<double>(entry.forward), lexicon.links_of_source(word));
            const double backward = lexicon.probability(static_cast<double>(entry.backward),
                                                        lexicon.links_of_target(entry.target));
            points.add(
                word, entry.target,
                nats(forward, target_frequencies, entry.target) + nats(backward, source_frequencies, word));
        }
    }
    for (const StrongPair& pair : alike) {
        const auto strength = static_cast<double>(pair.strength);
        points.add(pair.source, pair.target,
                   nats(strength, target_frequencies, pair.target) +
                       nats(strength, source_frequencies, pair.source));
    }
    const std::vector<Point> anchors =
        sure_ones(heaviest_chain(std::move(points).take(options.least_anchor), m));

    std::vector<Stretch> stretches;
    Stretch open{{0, 0}, {0, 0}};
    for (const Point& anchor : anchors) {
        open.source.end = anchor.source;
        open.target.end = anchor.target;
        if (open.source.size() + open.target.size() < 2 * options.length) continue;
        add_in_parts(stretches, open, options.most);
        open = {{anchor.source, anchor.source}, {anchor.target, anchor.target}};
    }
    open.source.end = n;
    open.target.end = m;
    add_in_parts(stretches, open, options.most);
    return stretches;
}

}  // namespace align
