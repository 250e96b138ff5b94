#include "align/weave.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>
#include <optional>
#include <stdexcept>
#include <tuple>
#include <utility>

namespace align {
namespace {

/// A probability is never trusted further than this: one alignment cannot outvote all others for ever.
constexpr double surest = 0.999;
constexpr double unknown_alone = 0.5;

bool contains(SegmentRange outer, SegmentRange inner) {
    return outer.begin <= inner.begin && inner.end <= outer.end;
}

double log_odds(double probability) {
    const double p = std::clamp(probability, 1 - surest, surest);
    return std::log(p / (1 - p));
}

/// An alignment of two versions, looked up by segment.
class PairTable {
  public:
    explicit PairTable(const Alignment& beads) : beads_(&beads) {
        for (std::size_t i = 0; i < beads.size(); ++i) {
            place(source_, beads[i].source, i);
            place(target_, beads[i].target, i);
        }
    }

    /// The bead of just these two runs.
    [[nodiscard]] const Bead* find(SegmentRange source, SegmentRange target) const {
        const Bead* bead = bead_at(source_, source.begin);
        return bead != nullptr && bead->source == source && bead->target == target ? bead : nullptr;
    }
    [[nodiscard]] const Bead* of_source(std::size_t segment) const { return bead_at(source_, segment); }
    [[nodiscard]] const Bead* of_target(std::size_t segment) const { return bead_at(target_, segment); }

    /// How probable it is, by this alignment, that just these runs tell the same: that of their bead, or of
    /// the weakest of the links that they are put together from; else what the beads leave that they are in.
    /// 1 where it has none of their segments.
    [[nodiscard]] double probability(SegmentRange source, SegmentRange target) const {
        double within = 1;
        double left = 1;
        const auto look = [&](const std::vector<std::size_t>& index, SegmentRange run) {
            for (std::size_t i = run.begin; i < run.end; ++i) {
                const Bead* bead = bead_at(index, i);
                if (bead == nullptr) continue;
                const bool inside =
                    bead->is_link() && contains(source, bead->source) && contains(target, bead->target);
                if (inside) {
                    within = std::min(within, bead->probability);
                } else {
                    left = std::min(left, 1 - bead->probability);
                }
            }
        };
        look(source_, source);
        look(target_, target);
        return left < 1 ? left : within;
    }

  private:
    static constexpr std::size_t none = std::numeric_limits<std::size_t>::max();

    static void place(std::vector<std::size_t>& index, SegmentRange range, std::size_t bead) {
        if (index.size() < range.end) index.resize(range.end, none);
        for (std::size_t i = range.begin; i < range.end; ++i) index[i] = bead;
    }
    [[nodiscard]] const Bead* bead_at(const std::vector<std::size_t>& index, std::size_t segment) const {
        return segment < index.size() && index[segment] != none ? &(*beads_)[index[segment]] : nullptr;
    }

    const Alignment* beads_;
    std::vector<std::size_t> source_;  // by segment, its bead
    std::vector<std::size_t> target_;
};

}  // namespace

/// All alignments of a story.
class Weaving::Tables {
  public:
    explicit Tables(const std::vector<PairAlignment>& pairs) {
        for (const PairAlignment& pair : pairs) {
            if (pair.first == pair.second || pair.beads == nullptr)
                throw std::invalid_argument("a pair is of two versions and has beads");
            const bool is_new = !tables_.contains({pair.second, pair.first}) &&
                                tables_.emplace(std::pair(pair.first, pair.second), *pair.beads).second;
            if (!is_new) throw std::invalid_argument("a pair of versions is given twice");
        }
    }

    [[nodiscard]] std::optional<double> probability(const Run& a, const Run& b) const {
        if (const PairTable* table = find(a.version, b.version))
            return table->probability(a.segments, b.segments);
        if (const PairTable* table = find(b.version, a.version))
            return table->probability(b.segments, a.segments);
        return std::nullopt;
    }
    /// The probability of the bead of just these runs; 0: there is none.
    [[nodiscard]] double link(const Run& a, const Run& b) const {
        const PairTable* table = find(a.version, b.version);
        const PairTable* turned = find(b.version, a.version);
        const Bead* bead = table != nullptr    ? table->find(a.segments, b.segments)
                           : turned != nullptr ? turned->find(b.segments, a.segments)
                                               : nullptr;
        return bead == nullptr ? 0 : bead->probability;
    }
    /// How probable it is that a segment of version `a` has no partner in version `b`.
    [[nodiscard]] double alone(std::size_t a, std::size_t b, std::size_t segment) const {
        const PairTable* table = find(a, b);
        const PairTable* turned = find(b, a);
        const Bead* bead = table != nullptr    ? table->of_source(segment)
                           : turned != nullptr ? turned->of_target(segment)
                                               : nullptr;
        if (bead == nullptr) return unknown_alone;
        return bead->is_link() ? 1 - bead->probability : bead->probability;
    }

  private:
    [[nodiscard]] const PairTable* find(std::size_t first, std::size_t second) const {
        const auto found = tables_.find({first, second});
        return found == tables_.end() ? nullptr : &found->second;
    }
    std::map<std::pair<std::size_t, std::size_t>, PairTable> tables_;
};

namespace {

struct Link {
    double probability;
    Run a;
    Run b;
};

std::vector<Link> links_in_order(const std::vector<PairAlignment>& pairs, double least) {
    std::vector<Link> links;
    for (const PairAlignment& pair : pairs) {
        for (const Bead& bead : *pair.beads) {
            if (!bead.is_link() || bead.probability < least) continue;
            links.push_back({bead.probability, {pair.first, bead.source}, {pair.second, bead.target}});
        }
    }
    std::sort(links.begin(), links.end(), [](const Link& x, const Link& y) {
        if (x.probability != y.probability) return x.probability > y.probability;
        return std::tie(x.a, x.b) < std::tie(y.a, y.b);
    });
    return links;
}

/// Groups that grow: each run is in one.
class Groups {
  public:
    explicit Groups(const Weaving::Tables& tables) : tables_(tables) {}

    void join(const Link& link, double least) {
        const std::size_t a = group_of(link.a);
        const std::size_t b = group_of(link.b);
        if (a == b || share_a_version(a, b)) return;
        const Agreement agreement = agreement_of(a, b, link);
        if (agreement.log_odds < 0 || agreement.mean < least) return;
        Group& into = groups_[a];
        for (const Run& run : groups_[b].runs) {
            into.runs.push_back(run);
            at_[run] = a;
        }
        into.probability = std::min({into.probability, groups_[b].probability, agreement.mean});
        groups_[b].runs.clear();
    }

    std::vector<Group> finish() {
        std::erase_if(groups_, [](const Group& group) { return group.runs.size() < 2; });
        for (Group& group : groups_) std::sort(group.runs.begin(), group.runs.end());
        return std::move(groups_);
    }

  private:
    std::size_t group_of(const Run& run) {
        const auto [at, is_new] = at_.emplace(run, groups_.size());
        if (is_new) groups_.push_back({{run}, 1});
        return at->second;
    }
    [[nodiscard]] bool share_a_version(std::size_t a, std::size_t b) const {
        return std::any_of(groups_[a].runs.begin(), groups_[a].runs.end(),
                           [&](const Run& run) { return groups_[b].of(run.version) != nullptr; });
    }
    /// What all pairs of runs that would come together say of it: the sum of their log odds, the link's own
    /// not below 0 (one that no other pair speaks against is good, however weak), and the mean probability.
    struct Agreement {
        double log_odds = 0;
        double mean = 0;
    };
    [[nodiscard]] Agreement agreement_of(std::size_t a, std::size_t b, const Link& link) const {
        Agreement agreement{std::max(0.0, log_odds(link.probability)), link.probability};
        double count = 1;
        for (const Run& x : groups_[a].runs) {
            for (const Run& y : groups_[b].runs) {
                if ((x == link.a && y == link.b) || (x == link.b && y == link.a)) continue;
                const auto probability = tables_.probability(x, y);
                if (!probability) continue;
                agreement.log_odds += log_odds(*probability);
                agreement.mean += *probability;
                count += 1;
            }
        }
        agreement.mean /= count;
        return agreement;
    }

    const Weaving::Tables& tables_;
    std::vector<Group> groups_;
    std::map<Run, std::size_t> at_;
};

/// Sorts groups as the header says.
void put_in_order(std::vector<Group>& groups) {
    // Place of a group: that of its first segment in version 0; for groups without it, the place of the group
    // that stands before them in their first version, those met so far being placed already.
    std::sort(groups.begin(), groups.end(), [](const Group& a, const Group& b) { return a.runs < b.runs; });
    std::map<std::size_t, std::map<std::size_t, double>> placed;  // by version: segment -> place
    std::vector<std::pair<double, std::size_t>> order;
    for (std::size_t g = 0; g < groups.size(); ++g) {
        const Run& first = groups[g].runs.front();
        double place = static_cast<double>(first.segments.begin);
        if (first.version != 0) {
            const auto& known = placed[first.version];
            const auto after = known.upper_bound(first.segments.begin);
            place = after == known.begin() ? -1 : std::prev(after)->second;
        }
        order.emplace_back(place, g);
        for (const Run& run : groups[g].runs) placed[run.version].emplace(run.segments.begin, place);
    }
    std::stable_sort(order.begin(), order.end(),
                     [](const auto& a, const auto& b) { return a.first < b.first; });
    std::vector<Group> sorted;
    sorted.reserve(groups.size());
    for (const auto& [place, g] : order) sorted.push_back(std::move(groups[g]));
    groups = std::move(sorted);
}

/// The best that is known of two runs of one group.
double probability_in(const Group& group, const Weaving::Tables& tables, const Run& a, const Run& b) {
    double best = tables.link(a, b);
    if (best > 0) return best;
    for (const Run& over : group.runs) {
        if (over == a || over == b) continue;
        best = std::max(best, tables.link(a, over) * tables.link(over, b));
    }
    if (best == 0) best = group.probability;
    const auto own = tables.probability(a, b);
    return own ? (best + *own) / 2 : best;
}

/// The links of two versions in the order in which they are taken where groups overlap.
std::vector<Bead> links_between(const std::vector<Group>& groups, const Weaving::Tables& tables,
                                std::size_t first, std::size_t second) {
    std::vector<std::pair<bool, Bead>> links;  // whether only other versions say so
    for (const Group& group : groups) {
        const Run* a = group.of(first);
        const Run* b = group.of(second);
        if (a == nullptr || b == nullptr) continue;
        links.push_back(
            {tables.link(*a, *b) == 0, {a->segments, b->segments, probability_in(group, tables, *a, *b)}});
    }
    std::sort(links.begin(), links.end(), [](const auto& x, const auto& y) {
        return std::tuple(x.first, -x.second.probability, x.second.source, x.second.target) <
               std::tuple(y.first, -y.second.probability, y.second.source, y.second.target);
    });
    std::vector<Bead> sorted;
    for (const auto& [through_others, link] : links) sorted.push_back(link);
    return sorted;
}

/// Links that do not overlap, filled up to an alignment.
class PairCover {
  public:
    explicit PairCover(PairSizes sizes) : source_(sizes.first, false), target_(sizes.second, false) {}

    void take(const Bead& link) {
        if (!is_free(source_, link.source) || !is_free(target_, link.target)) return;
        for (std::size_t i = link.source.begin; i < link.source.end; ++i) source_[i] = true;
        for (std::size_t i = link.target.begin; i < link.target.end; ++i) target_[i] = true;
        links_.push_back(link);
    }

    /// What has no partner stands before the next link of its side.
    template <class SourceAlone, class TargetAlone>
    Alignment finish(const SourceAlone& source_alone, const TargetAlone& target_alone) && {
        std::sort(links_.begin(), links_.end(),
                  [](const Bead& x, const Bead& y) { return x.source < y.source; });
        Alignment beads;
        std::size_t i = 0;
        std::size_t j = 0;
        const auto fill = [&](std::size_t source_end, std::size_t target_end) {
            for (; i < source_end; ++i) {
                if (!source_[i]) beads.push_back({{i, i + 1}, {j, j}, source_alone(i)});
            }
            for (; j < target_end; ++j) {
                if (!target_[j]) beads.push_back({{i, i}, {j, j + 1}, target_alone(j)});
            }
        };
        for (const Bead& link : links_) {
            fill(link.source.begin, link.target.begin);
            beads.push_back(link);
            i = link.source.end;
            j = std::max(j, link.target.end);
        }
        fill(source_.size(), target_.size());
        return beads;
    }

  private:
    static bool is_free(const std::vector<bool>& taken, SegmentRange range) {
        for (std::size_t i = range.begin; i < range.end; ++i) {
            if (taken[i]) return false;
        }
        return true;
    }
    std::vector<bool> source_;
    std::vector<bool> target_;
    Alignment links_;
};

}  // namespace

const Run* Group::of(std::size_t version) const {
    const auto found =
        std::find_if(runs.begin(), runs.end(), [&](const Run& run) { return run.version == version; });
    return found == runs.end() ? nullptr : &*found;
}

Weaving::Weaving(const std::vector<PairAlignment>& pairs)
    : pairs_(pairs), tables_(std::make_unique<Tables>(pairs_)) {}

Weaving::~Weaving() = default;

std::vector<Group> Weaving::groups(double least) const {
    Groups groups(*tables_);
    for (const Link& link : links_in_order(pairs_, least)) groups.join(link, least);
    std::vector<Group> woven = groups.finish();
    put_in_order(woven);
    return woven;
}

Alignment Weaving::pair(const std::vector<Group>& groups, std::size_t first, std::size_t second,
                        PairSizes sizes) const {
    PairCover cover(sizes);
    for (const Bead& link : links_between(groups, *tables_, first, second)) cover.take(link);
    return std::move(cover).finish(
        [&](std::size_t segment) { return tables_->alone(first, second, segment); },
        [&](std::size_t segment) { return tables_->alone(second, first, segment); });
}

}  // namespace align
