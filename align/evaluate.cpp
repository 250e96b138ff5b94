#include "align/evaluate.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <stdexcept>
#include <utility>

#include "align/unicode.hpp"

namespace align {
namespace {

using Numbers = std::vector<std::size_t>;

std::vector<LinkLine> with_sorted_sides(std::vector<LinkLine> links) {
    for (LinkLine& link : links) {
        std::sort(link.source.begin(), link.source.end());
        std::sort(link.target.begin(), link.target.end());
    }
    return links;
}

bool intersect(const Numbers& a, const Numbers& b) {
    return std::any_of(a.begin(), a.end(),
                       [&](std::size_t n) { return std::binary_search(b.begin(), b.end(), n); });
}

/// How many of the links overlap one of the others on both sides.
std::size_t count_overlapping(const std::vector<LinkLine>& links, const std::vector<LinkLine>& others) {
    std::multimap<std::size_t, const LinkLine*> by_source;
    for (const LinkLine& other : others) {
        for (const std::size_t n : other.source) by_source.emplace(n, &other);
    }
    return static_cast<std::size_t>(std::count_if(links.begin(), links.end(), [&](const LinkLine& link) {
        return std::any_of(link.source.begin(), link.source.end(), [&](std::size_t n) {
            const auto [first, last] = by_source.equal_range(n);
            return std::any_of(
                first, last, [&](const auto& entry) { return intersect(link.target, entry.second->target); });
        });
    }));
}

/// Characters that take no place on the page: zero-width spaces, joiners and marks of direction.
bool is_invisible(char32_t c) {
    return (c >= 0x200B && c <= 0x200F) || (c >= 0x202A && c <= 0x202E) || c == 0x2060 ||
           (c >= 0x2066 && c <= 0x2069) || c == 0xFEFF;
}

/// The offset just after the last visible code point before the given one; 0: there is none.
std::size_t end_of_visible(std::u32string_view text, std::size_t offset) {
    while (offset > 0 && (is_space(text[offset - 1]) || is_invisible(text[offset - 1]))) --offset;
    return offset;
}

std::set<std::size_t> inner_boundaries(std::u32string_view text, const Numbers& offsets) {
    const std::size_t end = end_of_visible(text, text.size());
    std::set<std::size_t> inner;
    for (const std::size_t offset : offsets) {
        if (offset > text.size()) {
            throw std::invalid_argument("boundary " + std::to_string(offset) + " lies beyond the text of " +
                                        std::to_string(text.size()) + " code points");
        }
        const std::size_t boundary = end_of_visible(text, offset);
        if (boundary > 0 && boundary < end) inner.insert(boundary);
    }
    return inner;
}

}  // namespace

double share(std::size_t part, std::size_t whole) {
    return static_cast<double>(part) / static_cast<double>(std::max<std::size_t>(whole, 1));
}

Rates make_rates(double precision, double recall) {
    const double sum = precision + recall;
    return {precision, recall, sum > 0 ? 2 * precision * recall / sum : 0};
}

std::vector<LinkLine> filled_links(const std::vector<LinkLine>& links) {
    std::vector<LinkLine> filled;
    std::copy_if(links.begin(), links.end(), std::back_inserter(filled),
                 [](const LinkLine& link) { return !link.source.empty() && !link.target.empty(); });
    return with_sorted_sides(std::move(filled));
}

LinkCounts& LinkCounts::operator+=(const LinkCounts& other) {
    gold += other.gold;
    links += other.links;
    strict_hits += other.strict_hits;
    lax_right += other.lax_right;
    lax_found += other.lax_found;
    return *this;
}

LinkCounts count_links(const std::vector<LinkLine>& gold, const std::vector<LinkLine>& links) {
    const std::vector<LinkLine> wanted = filled_links(gold);
    const std::vector<LinkLine> given = filled_links(links);
    const std::set<LinkLine, BySides> exact(wanted.begin(), wanted.end());
    LinkCounts counts;
    counts.gold = wanted.size();
    counts.links = given.size();
    counts.strict_hits = static_cast<std::size_t>(std::count_if(
        given.begin(), given.end(), [&](const LinkLine& link) { return exact.contains(link); }));
    counts.lax_right = count_overlapping(given, wanted);
    counts.lax_found = count_overlapping(wanted, given);
    return counts;
}

Rates strict_rates(const LinkCounts& counts) {
    return make_rates(share(counts.strict_hits, counts.links), share(counts.strict_hits, counts.gold));
}

Rates lax_rates(const LinkCounts& counts) {
    return make_rates(share(counts.lax_right, counts.links), share(counts.lax_found, counts.gold));
}

std::vector<LinkLine> moved_links(std::vector<LinkLine> gold) {
    std::vector<LinkLine> order = with_sorted_sides(std::move(gold));
    std::sort(order.begin(), order.end(), BySides());
    // Patience sorting: last[n] is the latest link that ends a rising chain of n + 1 links; among the ends of
    // chains of one length the targets fall, so the latest is also the one that is easiest to go on from.
    constexpr auto none = static_cast<std::size_t>(-1);
    std::vector<std::size_t> last;
    std::vector<std::size_t> before(order.size(), none);
    std::size_t end = none;
    for (std::size_t i = 0; i < order.size(); ++i) {
        const auto place =
            std::lower_bound(last.begin(), last.end(), order[i].target,
                             [&](std::size_t j, const Numbers& target) { return order[j].target < target; });
        if (place != last.begin()) before[i] = *std::prev(place);
        if (place == last.end()) {
            last.push_back(i);
            end = i;
        } else {
            *place = i;
        }
    }
    std::vector<bool> in_chain(order.size(), false);
    for (; end != none; end = before[end]) in_chain[end] = true;
    std::vector<LinkLine> moved;
    for (std::size_t i = 0; i < order.size(); ++i) {
        if (!in_chain[i]) moved.push_back(std::move(order[i]));
    }
    return moved;
}

MovedCounts count_moved(const std::vector<LinkLine>& gold, const std::vector<LinkLine>& links) {
    const std::vector<LinkLine> moved = moved_links(gold);
    const std::vector<LinkLine> sorted = with_sorted_sides(links);
    const std::set<LinkLine, BySides> given(sorted.begin(), sorted.end());
    MovedCounts counts;
    counts.gold = moved.size();
    counts.found = static_cast<std::size_t>(std::count_if(
        moved.begin(), moved.end(), [&](const LinkLine& link) { return given.contains(link); }));
    return counts;
}

Rates unmoved_rates(const LinkCounts& counts, const MovedCounts& moved) {
    const std::size_t hits = counts.strict_hits - moved.found;
    return make_rates(share(hits, counts.links - moved.found), share(hits, counts.gold - moved.gold));
}

BoundaryComparison compare_boundaries(std::u32string_view text, const std::vector<std::size_t>& gold,
                                      const std::vector<std::size_t>& optional,
                                      const std::vector<std::size_t>& system) {
    const std::set<std::size_t> wanted = inner_boundaries(text, gold);
    const std::set<std::size_t> allowed = inner_boundaries(text, optional);
    const std::set<std::size_t> cut = inner_boundaries(text, system);
    BoundaryComparison comparison;
    for (const std::size_t boundary : cut) {
        if (wanted.contains(boundary)) {
            comparison.hits.push_back(boundary);
        } else if (!allowed.contains(boundary)) {
            comparison.false_cuts.push_back(boundary);
        }
    }
    std::set_difference(wanted.begin(), wanted.end(), cut.begin(), cut.end(),
                        std::back_inserter(comparison.missed));
    return comparison;
}

BoundaryCounts& BoundaryCounts::operator+=(const BoundaryComparison& text) {
    return *this += BoundaryCounts{1, text.false_cuts.empty() && text.missed.empty() ? 1U : 0U,
                                   text.hits.size(), text.false_cuts.size(), text.missed.size()};
}

BoundaryCounts& BoundaryCounts::operator+=(const BoundaryCounts& other) {
    texts += other.texts;
    exact += other.exact;
    hits += other.hits;
    false_cuts += other.false_cuts;
    missed += other.missed;
    return *this;
}

Rates boundary_rates(const BoundaryCounts& counts) {
    const std::size_t cut = counts.hits + counts.false_cuts;
    const std::size_t wanted = counts.hits + counts.missed;
    const double recall = wanted > 0 ? share(counts.hits, wanted) : 1;
    if (cut == 0) return make_rates(counts.missed == 0 ? 1 : 0, recall);
    return make_rates(share(counts.hits, cut), recall);
}

}  // namespace align
