#pragma once

#include <filesystem>

#include "lexicons/contents.hpp"

namespace lexicons {

/// The sentences of a memory (TMX, packed where its name ends in .gz) that stand in both languages: of a
/// unit's variants the nearest to each. Throws InputError with the line.
SentencePairs read_memory(const std::filesystem::path& file, const Languages& languages);

}  // namespace lexicons
