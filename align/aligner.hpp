#pragma once

#include <vector>

#include "align/evidence.hpp"
#include "align/search.hpp"
#include "align/stretches.hpp"

namespace align {

/// How the aligner treats what does not run in the same order on both sides.
struct MoveOptions {
    double prior = 0.05;   ///< weight of a link out of order, against two segments without a partner
    double least = 0.5;    ///< such a link is taken from this probability on
    double neighbour = 2;  ///< nats that a link beside it which goes on in the same order adds, at most
    int rounds = 2;        ///< moved stretches looked for, at most, in documents that are aligned whole …
    int long_rounds = 12;  ///< … and in those that are cut
};

/// Two documents, and all that is known to align them by.
struct Texts {
    const IndexedDocument& source;
    const IndexedDocument& target;
    const Frequencies& source_frequencies;
    const Frequencies& target_frequencies;
    const std::vector<StrongPair>& alike;
    const Lexicon& lexicon;
    double length_ratio = 1;  ///< characters of the target for one of the source
    const EvidenceOptions& options;

    [[nodiscard]] Evidence evidence(const Stretch& stretch, const OwnLinks& own) const;
    [[nodiscard]] std::vector<Stretch> cut(const StretchOptions& options) const;
};

/// Aligns what the evidence is of: beads in one order first (see `search`), then links between what found no
/// partner, wherever it stands, as a moved paragraph does.
SearchResult align(const Evidence& evidence, const SearchOptions& options, const MoveOptions& moves);

/// Whether so many segments are expected to have a partner that one text may be a version of the other.
bool are_related(const SearchResult& found);

/// A bead of a stretch, whose segments count from 0 there, as one of the documents.
Bead placed(const Bead& bead, const Stretch& stretch);

/// Puts the alignments of stretches together, whose beads count from 0 in each, and links what found no
/// partner in any. `stretches` are those of `texts.cut`.
Alignment join(const Texts& texts, const std::vector<Stretch>& stretches, std::vector<Alignment> parts,
               const SearchOptions& options, const MoveOptions& moves, const StretchOptions& cutting);

}  // namespace align
