#pragma once

#include <cstddef>
#include <ostream>
#include <vector>

#include "memory.hpp"
#include "xlsx/book.hpp"

namespace hexapla {

/// Writes stories as a workbook (XLSX) that a translator looks through before importing: a sheet for each two
/// languages that have pairs ("Pairs"; of several "en-de", "en-ru" …) with all beads that have both sides,
/// kept or not, in text order; "Left out" with the sentences that are in no unit; "Summary" with counts and
/// the texts that had no room. Its date is that of a memory (creation_date), or 1980-01-01 where nothing
/// tells one: the same input gives the same bytes. Returns how many characters that XML forbids were left out
/// of cells. Throws OutputError when there is no room for temporary files; a stream that fails is left in
/// that state.
std::size_t write_workbook(std::ostream& out, const std::vector<const AlignedStory*>& stories,
                           const xlsx::Limits& limits = {});

}  // namespace hexapla
