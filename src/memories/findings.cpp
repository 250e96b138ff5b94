#include "memories/findings.hpp"

#include <algorithm>
#include <array>
#include <stdexcept>

namespace memories {
namespace {

using S = Severity;

constexpr std::array<Rule, 38> all_rules = {{
    {"not-well-formed", S::error, "",
     "mend the file, or let 'tmx check --repair' and 'tmx clean --repair' read what can be read"},
    {"dtd", S::error, "", "correct the file by the TMX DTD; OmegaT from 6.1 on refuses it"},
    {"language-tag", S::error, "", "write a BCP 47 tag such as de or zh-CN; 'tmx retag' does"},
    {"language-case", S::info, "", "write languages in small, regions in capital letters; 'tmx retag' does"},
    {"language-deprecated", S::warning, "", "use the tag that took its place; 'tmx retag' does"},
    {"source-missing", S::error, "", "add the source variant, or correct srclang; 'tmx retag --source' does"},
    {"one-language", S::warning, "", "a unit needs two languages; 'tmx clean' leaves it out"},
    {"repeated-language", S::warning, "",
     "most tools take the first or the last of them; part the unit in two"},
    {"empty-segment", S::error, "", "translate it, or leave the unit out as 'tmx clean' does"},
    {"outer-space", S::warning, "", "TMX wants none at both ends of a segment; 'tmx clean' removes it"},
    {"tuid-space", S::error, "", "a tuid is without white space; take another sign for it"},
    {"duplicate-tuid", S::warning, "", "give each unit an id of its own"},
    {"date", S::error, "", "write YYYYMMDDThhmmssZ, in UTC; other forms are misread"},
    {"number", S::error, "", "write a number"},
    {"odd-character", S::warning, "", "it is damage of an earlier conversion; correct the text"},
    {"unbalanced-codes", S::error, "",
     "each <bpt> needs an <ept> of the same i behind it, and i must not return"},
    {"codes-differ", S::warning, "", "the variants should have the same codes"},
    {"untranslated", S::warning, "", "translate it, or leave the unit out as 'tmx clean' does"},
    {"numbers-differ", S::warning, "", "see whether the variants translate each other"},
    {"wrong-script", S::warning, "", "see whether the tag is right"},
    {"wrong-language", S::warning, "", "see whether the tag is right"},
    {"length", S::warning, "", "see whether the variants translate each other"},
    {"repeated-punctuation", S::info, "", "see whether it is meant"},
    {"space-errors", S::info, "", "'tmx clean' corrects it"},
    {"omegat-tag", S::error, "omegat", "OmegaT from 6.1 on refuses the file; 'tmx retag' corrects it"},
    {"omegat-variants", S::warning, "omegat",
     "OmegaT offers all variants of a language as matches; put each into a file of its own: 'tmx split "
     "--pairs'"},
    {"omegat-tool", S::error, "omegat",
     "OmegaT would read its own dialect of codes; name another creationtool"},
    {"omegat-segmentation", S::warning, "omegat",
     "OmegaT would cut the units again; set segtype to sentence"},
    {"trados-region", S::error, "trados",
     "Trados imports exact locales alone; 'tmx retag --for trados' adds regions"},
    {"trados-length", S::error, "trados", "Trados takes 2,000 characters at most; leave the unit out"},
    {"trados-languages", S::error, "trados", "Trados takes two languages a file; 'tmx split --pairs'"},
    {"memoq-languages", S::warning, "memoq",
     "memoQ lets the user pick two languages by hand; 'tmx split --pairs'"},
    {"memoq-region", S::info, "memoq", "memoQ tells regions apart; 'tmx retag --for memoq' adds them"},
    {"weblate-source", S::error, "weblate",
     "Weblate needs a real language as srclang; 'tmx retag --source TAG'"},
    {"weblate-language", S::error, "weblate",
     "one language that Weblate does not know stops the whole import; 'tmx retag'"},
    {"poedit-source", S::error, "poedit",
     "Poedit finds no translations without a real srclang; 'tmx retag --source TAG'"},
    {"matecat-codes", S::error, "matecat",
     "MateCat refuses codes of XLIFF in TMX; write them as <bpt>, <ept>, <ph>"},
    {"matecat-region", S::warning, "matecat",
     "MateCat's memories stay empty for tags without a region; 'tmx retag --for trados'"},
}};

}  // namespace

std::string_view name_of(Severity severity) {
    constexpr std::array<std::string_view, 3> names = {"info", "warning", "error"};
    return names.at(static_cast<std::size_t>(severity));
}

std::span<const Rule> rules() { return all_rules; }

const Rule& rule(std::string_view name) {
    const auto found = std::find_if(all_rules.begin(), all_rules.end(),
                                    [name](const Rule& each) { return each.name == name; });
    if (found == all_rules.end()) throw std::logic_error("no rule is named " + std::string(name));
    return *found;
}

std::set<std::string> tools() {
    std::set<std::string> names;
    for (const Rule& each : all_rules) {
        if (!each.tool.empty()) names.emplace(each.tool);
    }
    return names;
}

}  // namespace memories
