#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

#include "align/links.hpp"

/// How good an alignment or a segmentation is, against gold: counts that add up over documents, and rates
/// from their sums. All functions of values.
namespace align {

/// Precision, recall and their harmonic mean, each from 0 to 1.
struct Rates {
    double precision = 0;
    double recall = 0;
    double f1 = 0;
};

/// F1 beside its parts; 0 when both are.
Rates make_rates(double precision, double recall);

/// Part of a whole, from 0 to 1; 0 where the whole is nothing.
double share(std::size_t part, std::size_t whole);

/// The links with both sides filled, the numbers of a side in rising order.
std::vector<LinkLine> filled_links(const std::vector<LinkLine>& links);

/// Links by what they link alone: whether there is a cost, and where they stand in a file, does not matter.
struct BySides {
    bool operator()(const LinkLine& a, const LinkLine& b) const {
        return std::tie(a.source, a.target) < std::tie(b.source, b.target);
    }
};

/// Counts over links with both sides filled.
struct LinkCounts {
    std::size_t gold = 0;
    std::size_t links = 0;
    std::size_t strict_hits = 0;  ///< links whose two sides are exactly a gold link's
    std::size_t lax_right = 0;    ///< links of which both sides overlap one gold link's
    std::size_t lax_found = 0;    ///< gold links of which both sides overlap one link's

    LinkCounts& operator+=(const LinkCounts& other);
};

/// Compares the links of one document; links with an empty side count nowhere. The order of links and of the
/// numbers in them does not matter. These are the two measures of the results published for the Text+Berg
/// corpus (Sennrich and Volk, "MT-based sentence alignment for OCR-generated parallel texts", 2010).
LinkCounts count_links(const std::vector<LinkLine>& gold, const std::vector<LinkLine>& links);

Rates strict_rates(const LinkCounts& counts);
Rates lax_rates(const LinkCounts& counts);

/// The gold links outside the longest chain of links that runs in the same order on both sides: those of
/// sentences that were moved. In order of their sources, numbers sorted. Of several longest chains the one
/// that ends earliest is taken, and before each of its links the latest that fits, so the answer is always
/// the same.
std::vector<LinkLine> moved_links(std::vector<LinkLine> gold);

/// How many moved gold links there are, and how many of them stand exactly among the links.
struct MovedCounts {
    std::size_t gold = 0;
    std::size_t found = 0;
};
MovedCounts count_moved(const std::vector<LinkLine>& gold, const std::vector<LinkLine>& links);

/// The strict rates of what is not moved: gold links in order, and links that are no moved gold link.
Rates unmoved_rates(const LinkCounts& counts, const MovedCounts& moved);

/// Boundaries inside one text, each as the offset just after the last visible code point before it.
struct BoundaryComparison {
    std::vector<std::size_t> hits;
    std::vector<std::size_t> false_cuts;  ///< cut by the system alone
    std::vector<std::size_t> missed;      ///< in gold alone
};

/// Compares sentence boundaries of one text, given as offsets of code points. A boundary before, in or after
/// white space and invisible characters is the same one; the start and the end of the text are none. A cut at
/// an `optional` boundary that is not gold is neither hit nor false. Throws std::invalid_argument when an
/// offset lies beyond the text.
BoundaryComparison compare_boundaries(std::u32string_view text, const std::vector<std::size_t>& gold,
                                      const std::vector<std::size_t>& optional,
                                      const std::vector<std::size_t>& system);

/// Counts over texts.
struct BoundaryCounts {
    std::size_t texts = 0;
    std::size_t exact = 0;  ///< texts without a false cut or a miss
    std::size_t hits = 0;
    std::size_t false_cuts = 0;
    std::size_t missed = 0;

    BoundaryCounts& operator+=(const BoundaryComparison& text);
    BoundaryCounts& operator+=(const BoundaryCounts& other);
};

/// Precision is 1 where nothing was cut and nothing was to be; recall is 1 where nothing was to be cut.
Rates boundary_rates(const BoundaryCounts& counts);

}  // namespace align
