#pragma once

#include "align/evidence.hpp"
#include "units.hpp"

namespace hexapla {

/// The best candidate for every segment of two versions: for one that a link of the alignment holds its
/// partner there; for one without a partner the segment of the other side that it is likest to, and how
/// likely it is its partner when the order of the texts is left aside.
Candidates find_candidates(const align::Evidence& evidence, const align::Alignment& alignment);

}  // namespace hexapla
