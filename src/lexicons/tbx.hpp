#pragma once

#include <filesystem>

#include "lexicons/contents.hpp"

namespace lexicons {

/// The concepts of a termbase in TBX that have terms in both languages, an entry each: version 2 (ISO 30042:
/// 2008: termEntry, langSet, tig or ntig, term) and version 3 (2019: conceptEntry, langSec, termSec, term).
/// Of several sections near a language those of the nearest count. Throws InputError with line and column: no
/// XML, or no termbase.
std::vector<align::ListEntry> read_tbx(const std::filesystem::path& file, const Languages& languages);

}  // namespace lexicons
