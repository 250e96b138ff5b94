#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "chance.hpp"

namespace bench {

/// A made-up word as it is spoken.
using Sounds = std::vector<std::size_t>;

/// How a language writes sounds: as English does, as German does, or in Cyrillic letters as Russian does.
enum class Orthography { english, german, russian };

/// The orthography that comes closest to a language's. Throws std::invalid_argument for a language that is
/// written neither in Latin nor in Cyrillic letters.
Orthography orthography_of(std::string_view language);

/// Draws a word of so many syllables.
Sounds draw_sounds(Chance& chance, std::size_t syllables);

/// The same word as another language may have taken it: one sound lost, or another in its place.
Sounds varied(Chance& chance, Sounds sounds);

/// The word in letters, in lower case.
std::string spell(const Sounds& sounds, Orthography orthography);

}  // namespace bench
