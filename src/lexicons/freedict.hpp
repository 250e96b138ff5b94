#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace lexicons {

/// An entry of a FreeDict dictionary: a headword and the senses it has, each with its translations.
struct FreedictEntry {
    std::string headword;
    std::vector<std::vector<std::string>> senses;
};

/// Reads an entry's text as the dictionaries for dictd have it:
///
///     Abfluss /apflʊs/ <masc, n, sg>      the headword, its pronunciation, its part of speech
///     1. drain <n>, outflow               a sense; translations parted by commas and semicolons
///     2. [techn.] discharge
///           "der Abfluss ist verstopft"   examples, remarks and references, which are indented, quoted or
///        Synonym: {Ablauf}                led in by a word and a colon
///
/// What stands between slashes or in brackets of any kind is left out, and so are translations of over five
/// words, which explain rather than translate, and beyond the eighth of a sense. Where definitions follow the
/// translations of a sense (as in WikDict's), the lines behind its first are left out.
FreedictEntry parse_freedict(std::string_view text);

}  // namespace lexicons
