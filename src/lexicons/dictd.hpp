#pragma once

#include <filesystem>
#include <functional>
#include <string_view>
#include <vector>

#include "lexicons/contents.hpp"

namespace lexicons {

/// Says of a headword whether its entries are wanted.
using Wanted = std::function<bool(std::string_view headword)>;

/// The files of a dictionary for dictd, by any one of them: NAME.index, and NAME.dict.dz or NAME.dict.
struct DictdFiles {
    std::filesystem::path index;
    std::filesystem::path text;
};

/// Throws InputError when one of the two is missing.
DictdFiles dictd_files(const std::filesystem::path& one);

/// Whether the name is one of a dictionary's files.
bool is_dictd_name(const std::filesystem::path& file);

/// The languages that FreeDict's names tell, "freedict-deu-eng.index"; empty where the name is another.
Languages languages_of_name(const std::filesystem::path& file);

/// Reads the entries of a dictionary (an entry for each sense), those alone whose headword in the index is
/// `wanted`; the index has them in lower case and without marks. A line of the index is
/// "headword<tab>offset<tab>length", numbers in base 64 (dictfmt(1)); the text is gzip. The text is read
/// through, a block at a time. Throws InputError with line or byte: damaged files.
std::vector<align::ListEntry> read_dictd(const DictdFiles& files, const Wanted& wanted);

}  // namespace lexicons
