#pragma once

#include <cstddef>
#include <vector>

#include "align/evidence.hpp"
#include "align/lexicon.hpp"
#include "align/ranges.hpp"

namespace align {

/// Parts of two documents that are aligned by themselves.
struct Stretch {
    SegmentRange source;
    SegmentRange target;
    friend bool operator==(const Stretch&, const Stretch&) = default;
};

/// How long documents are cut; README.md has the method.
struct StretchOptions {
    std::size_t whole = 14000;  ///< pairs of segments up to which two documents stay whole
    std::size_t length = 60;    ///< segments of both sides' mean that a stretch has, at least, where it ends
    std::size_t most = 300;     ///< … and at most, where nothing shows a better end
    std::size_t rare = 6;       ///< a word that stands this often on its side, at most, can be an anchor
    double least_anchor = 5;    ///< nats by which the words of two segments speak for each other
};

/// Cuts two long documents where words that are rare and belong together stand in the same order on both
/// sides, so that work and memory grow with their length and not with its square. The stretches follow each
/// other on both sides and cover all segments.
std::vector<Stretch> cut(const IndexedDocument& source, const Frequencies& source_frequencies,
                         const IndexedDocument& target, const Frequencies& target_frequencies,
                         const std::vector<StrongPair>& alike, const Lexicon& lexicon,
                         const EvidenceOptions& evidence, const StretchOptions& options);

}  // namespace align
