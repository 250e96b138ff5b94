#pragma once

#include <cstddef>
#include <functional>
#include <set>
#include <span>
#include <string>
#include <string_view>

namespace memories {

enum class Severity { info, warning, error };
std::string_view name_of(Severity severity);

/// Something that a memory is held to.
struct Rule {
    std::string_view name;
    Severity severity;
    std::string_view tool;    ///< the importer that trips over it ("omegat"); empty: it is for all
    std::string_view advice;  ///< what to do
};

/// All rules, those for everybody first.
std::span<const Rule> rules();
/// The rule of that name; there must be one.
const Rule& rule(std::string_view name);
/// The importers that rules are for.
std::set<std::string> tools();

/// A breach of a rule.
struct Finding {
    const Rule* rule = nullptr;
    std::size_t line = 0;  ///< of the file: where the unit begins; 0: of the file as a whole
    std::string unit;      ///< its tuid; empty: none, or it is about the header
    std::string language;  ///< of the variant; empty: it is about the unit
    std::string what;      ///< a phrase: "'zh_CN' is no language tag"
};

using FindingHandler = std::function<void(const Finding&)>;

}  // namespace memories
