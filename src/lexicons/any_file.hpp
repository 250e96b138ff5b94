#pragma once

#include <filesystem>
#include <string_view>

#include "lexicons/contents.hpp"
#include "lexicons/dictd.hpp"

namespace lexicons {

/// What a lexicon's file is, by the ending of its name.
enum class Format { dictd, memory, termbase, words };

/// .index, .dict.dz, .dict: a dictionary for dictd; .tmx: a memory; .tbx: a termbase; .gz may follow these
/// two; any other name: pairs of words.
Format format_of(const std::filesystem::path& file);

/// What a file knows of two languages, in their direction, whichever way round the file has them; empty where
/// it tells its languages and they are others. `unnamed`: the languages of a file that does not tell them.
/// Of a dictionary only entries with a headword that `wanted` takes. Throws InputError.
Contents read_file(const std::filesystem::path& file, const Languages& languages, const Languages& unnamed,
                   const Wanted& wanted);

}  // namespace lexicons
