#include "align/evaluate_beads.hpp"

#include <set>

namespace align {
namespace {

constexpr std::size_t larger = 4;
constexpr std::size_t crossing = 5;

/// The row of a link with both sides filled, by its size.
std::size_t row_of(const LinkLine& link) {
    const std::size_t source = link.source.size();
    const std::size_t target = link.target.size();
    return source > 2 || target > 2 ? larger : 2 * (source - 1) + (target - 1);
}

}  // namespace

BeadTable count_by_type(const std::vector<LinkLine>& gold, const std::vector<LinkLine>& links) {
    using Set = std::set<LinkLine, BySides>;
    BeadTable table{};
    const auto count = [&table](const std::vector<LinkLine>& some, const std::vector<LinkLine>& others,
                                std::size_t BeadTypeCounts::*all, std::size_t BeadTypeCounts::*shared) {
        const Set among(others.begin(), others.end());
        const auto add = [&](std::size_t row, const LinkLine& link) {
            ++(table[row].*all);
            if (among.contains(link)) ++(table[row].*shared);
        };
        for (const LinkLine& link : some) add(row_of(link), link);
        for (const LinkLine& link : moved_links(some)) add(crossing, link);
    };
    const std::vector<LinkLine> wanted = filled_links(gold);
    const std::vector<LinkLine> given = filled_links(links);
    count(wanted, given, &BeadTypeCounts::gold, &BeadTypeCounts::gold_found);
    count(given, wanted, &BeadTypeCounts::found, &BeadTypeCounts::right);
    return table;
}

void add(BeadTable& sum, const BeadTable& other) {
    for (std::size_t row = 0; row < sum.size(); ++row) {
        sum[row].gold += other[row].gold;
        sum[row].found += other[row].found;
        sum[row].right += other[row].right;
        sum[row].gold_found += other[row].gold_found;
    }
}

Rates rates_of(const BeadTypeCounts& counts) {
    return make_rates(share(counts.right, counts.found), share(counts.gold_found, counts.gold));
}

}  // namespace align
