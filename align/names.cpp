#include "align/names.hpp"

#include <algorithm>
#include <array>
#include <string>

namespace align {
namespace {

constexpr std::size_t longest = 24;  ///< letters compared; names are shorter

/// One letter for all that stand for the same sound somewhere; doubled letters once.
std::string simplify(std::string_view word) {
    std::string out;
    for (std::size_t i = 0; i < word.size() && out.size() < longest; ++i) {
        char c = word[i];
        const char after = i + 1 < word.size() ? word[i + 1] : '\0';
        switch (c) {
            case 'c':
                if (after == 'h') ++i;
                c = 'k';
                break;
            case 'k':
            case 'q':
            case 'g':
                if (after == 'h') ++i;
                c = c == 'g' ? 'g' : 'k';
                break;
            case 'p':
                if (after == 'h') {
                    ++i;
                    c = 'f';
                }
                break;
            case 't':
            case 'd':
            case 's':
                if (after == 'h') ++i;
                break;
            case 'z':
                c = 's';
                break;
            case 'w':
                c = 'v';
                break;
            case 'y':
            case 'j':
                c = 'i';
                break;
            case 'x':
                out += 'k';
                c = 's';
                break;
            default:
                break;
        }
        if (out.empty() || out.back() != c) out += c;
    }
    return out;
}

std::string consonants(std::string_view word) {
    std::string out;
    for (const char c : word) {
        const bool vowel = c == 'a' || c == 'e' || c == 'i' || c == 'o' || c == 'u' || c == 'h';
        if (!vowel && (out.empty() || out.back() != c)) out += c;
    }
    return out;
}

double edit_similarity(std::string_view a, std::string_view b) {
    const std::size_t longer = std::max(a.size(), b.size());
    if (longer == 0) return 0;
    // Over half of the longer word would have to be put in: strangers, whatever the letters.
    if (2 * std::min(a.size(), b.size()) < longer) return 0;
    std::array<std::size_t, 2 * longest + 2> row{};
    for (std::size_t j = 0; j <= b.size(); ++j) row[j] = j;
    for (std::size_t i = 1; i <= a.size(); ++i) {
        std::size_t diagonal = row[0];
        row[0] = i;
        for (std::size_t j = 1; j <= b.size(); ++j) {
            const std::size_t above = row[j];
            row[j] = std::min({above + 1, row[j - 1] + 1, diagonal + (a[i - 1] == b[j - 1] ? 0 : 1)});
            diagonal = above;
        }
    }
    return 1.0 - static_cast<double>(row[b.size()]) / static_cast<double>(longer);
}

}  // namespace

Spelling spelling_of(std::string_view latin) {
    Spelling spelling;
    spelling.latin = latin;
    spelling.sounds = simplify(latin);
    spelling.consonants = consonants(spelling.sounds);
    return spelling;
}

double name_similarity(const Spelling& a, const Spelling& b) {
    if (a.empty() || b.empty()) return 0;
    if (a.latin == b.latin) return 1;
    if (a.latin.size() < 3 || b.latin.size() < 3) return 0;
    const double whole = edit_similarity(a.sounds, b.sounds);
    if (std::min(a.consonants.size(), b.consonants.size()) < 3) return whole;
    return std::max(whole, consonants_worth * edit_similarity(a.consonants, b.consonants));
}

}  // namespace align
