#pragma once

#include "align/evidence.hpp"
#include "align/search.hpp"

namespace align {

/// How the aligner treats what does not run in the same order on both sides.
struct MoveOptions {
    double prior = 0.05;  ///< weight of a link out of order, against two segments without a partner
    double least = 0.5;   ///< such a link is taken from this probability on
    int rounds = 2;       ///< moved stretches looked for, at most
};

/// Aligns two documents: beads in one order first (see `search`), then links between what found no partner,
/// wherever it stands, as a moved paragraph does.
SearchResult align(const Evidence& evidence, const SearchOptions& options, const MoveOptions& moves);

}  // namespace align
