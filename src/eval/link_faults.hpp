#pragma once

#include <cstddef>
#include <iosfwd>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "align/links.hpp"
#include "eval/gold_set.hpp"

namespace eval {

/// A document of a set as it was aligned.
struct LinkedDocument {
    std::string name;
    std::vector<align::GoldSentence> source;
    std::vector<align::GoldSentence> target;
    std::vector<align::LinkLine> gold;
    std::vector<align::LinkLine> links;  ///< as given, those with an empty side too
};

/// A link with its texts, several sentences of a side parted by a space.
struct ShownLink {
    align::LinkLine link;
    std::string source;
    std::string target;
};

/// A link that is not gold, or a gold link that is not there.
struct LinkFault {
    std::string document;
    ShownLink at;
    /// What stands there instead, all that has a sentence of either side: gold links for a wrong one, beads
    /// as given for a missed one.
    std::vector<ShownLink> instead;
};

struct LinkFaults {
    std::vector<LinkFault> wrong;   ///< both sides filled, and exactly no gold link
    std::vector<LinkFault> missed;  ///< gold links that are exactly none of the links

    void add(const LinkedDocument& document);
    /// `most` of each, so that a person sees what matters: of the wrong ones the surest, by falling
    /// probability; of the missed ones some from everywhere, in their order.
    [[nodiscard]] LinkFaults chosen(std::size_t most) const;
};

/// Prints the faults with their texts, what stands there instead, and the command that explains the first
/// sentences of each.
void print(std::ostream& out, const LinkFaults& faults, const GoldSet& set);

/// [{"document", "source", "target", "probability", "source_text", "target_text", "instead": [the same],
/// "explain"}, …]; the probability is null where none is given.
nlohmann::ordered_json to_json(const std::vector<LinkFault>& faults, const GoldSet& set);

}  // namespace eval
