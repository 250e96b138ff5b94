#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace align {

/// What a language calls the things every language has a word for, from CLDR through ICU: countries and
/// regions, languages, months, weekdays, currencies, cities that give their name to a time zone, number
/// words.
///
/// The lists of all languages are parallel: entry i names the same thing everywhere. An entry holds no name
/// where CLDR has none for the language. Serbian is given in Cyrillic and in Latin, one list after the other,
/// so every list holds everything twice.
std::vector<std::string> world_names(std::string_view language);

}  // namespace align
