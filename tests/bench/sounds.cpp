#include "sounds.hpp"

#include <array>
#include <stdexcept>

#include "align/news.hpp"
#include "align/unicode.hpp"

namespace bench {
namespace {

/// A sound in each orthography.
using Row = std::array<std::string_view, 3>;

constexpr std::array<Row, 26> sounds_written = {{
    {"a", "a", "а"},    {"e", "e", "е"},    {"i", "i", "и"},     {"o", "o", "о"},   {"u", "u", "у"},
    {"ya", "ja", "я"},  {"b", "b", "б"},    {"d", "d", "д"},     {"f", "f", "ф"},   {"g", "g", "г"},
    {"k", "k", "к"},    {"l", "l", "л"},    {"m", "m", "м"},     {"n", "n", "н"},   {"p", "p", "п"},
    {"r", "r", "р"},    {"s", "s", "с"},    {"t", "t", "т"},     {"v", "w", "в"},   {"z", "s", "з"},
    {"sh", "sch", "ш"}, {"zh", "sch", "ж"}, {"ch", "tsch", "ч"}, {"kh", "ch", "х"}, {"ts", "z", "ц"},
    {"st", "st", "ст"},
}};
constexpr std::size_t vowels = 6;

std::size_t draw_consonant(Chance& chance) { return vowels + chance.below(sounds_written.size() - vowels); }

}  // namespace

Orthography orthography_of(std::string_view language) {
    if (language == "de") return Orthography::german;
    const auto& concepts = align::news_concepts(language);
    if (!concepts.empty() && !concepts.front().forms.empty()) {
        const align::Script script = align::script_of(concepts.front().forms.front());
        if (script == align::Script::latin) return Orthography::english;
        if (script == align::Script::cyrillic) return Orthography::russian;
    }
    throw std::invalid_argument(
        std::string(language) +
        ": words are made up in Latin and Cyrillic letters alone; give such languages");
}

Sounds draw_sounds(Chance& chance, std::size_t syllables) {
    Sounds sounds;
    for (std::size_t i = 0; i < syllables; ++i) {
        sounds.push_back(draw_consonant(chance));
        sounds.push_back(chance.below(vowels));
        if (chance.happens(0.3)) sounds.push_back(draw_consonant(chance));
    }
    return sounds;
}

Sounds varied(Chance& chance, Sounds sounds) {
    const std::size_t at = 1 + chance.below(sounds.size() - 1);
    if (chance.happens(0.5)) {
        sounds.erase(sounds.begin() + static_cast<std::ptrdiff_t>(at));
    } else {
        sounds[at] = sounds[at] < vowels ? chance.below(vowels) : draw_consonant(chance);
    }
    return sounds;
}

std::string spell(const Sounds& sounds, Orthography orthography) {
    std::string word;
    for (const std::size_t sound : sounds)
        word += sounds_written[sound][static_cast<std::size_t>(orthography)];
    return word;
}

}  // namespace bench
