#pragma once

#include "align/evidence.hpp"
#include "units.hpp"

namespace hexapla {

/// The segment of the other side that a segment without a partner is likest to, and how likely it is its
/// partner when the order of the texts is left aside.
Candidate best_candidate(const align::Evidence& evidence, bool of_source, std::size_t segment);

}  // namespace hexapla
