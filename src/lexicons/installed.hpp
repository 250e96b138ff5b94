#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "lexicons/contents.hpp"
#include "lexicons/near_words.hpp"

namespace lexicons {

/// A bilingual dictionary that the system has.
struct Dictionary {
    std::string name;  ///< "freedict-deu-eng"
    std::filesystem::path index;
    Languages languages;
};

/// Where dictionaries are looked for: what the environment variable HEXAPLA_DICTIONARIES names, else dictd's
/// folder, /usr/share/dictd.
std::filesystem::path dictionaries_folder();

/// FreeDict's dictionaries in a folder (freedict-deu-eng.index beside freedict-deu-eng.dict.dz), by name;
/// none where there is no such folder.
std::vector<Dictionary> installed_dictionaries(const std::filesystem::path& folder);

/// What was found in a dictionary, or by two.
struct Consulted {
    std::string name;  ///< "freedict-deu-eng", "freedict-eng-deu (reversed)", "freedict-deu-eng with …"
    std::vector<align::ListEntry> entries;
    std::string fault;  ///< why it could not be used; empty: it could
};

/// Looks words up in the dictionaries of two languages, in both directions; entries are near the words of
/// either side. Where no dictionary has the two, two of them are joined through a third language, English
/// first: an entry of the one with all that the other has for its translations, as long as these are few.
/// Such an entry weighs `weight_of_joined`.
std::vector<Consulted> consult(const std::vector<Dictionary>& dictionaries, const Languages& languages,
                               const NearWords& source, const NearWords& target);

/// How many meanings an entry counts for that is a guess through a third language.
inline constexpr double weight_of_joined = 0.3;
/// Translations from which on a word of the third language is too ambiguous to join by.
inline constexpr std::size_t most_joined = 6;

}  // namespace lexicons
