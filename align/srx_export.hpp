#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "align/srx.hpp"

namespace align {

/// Our own rules of sentences as far as SRX can say them: rules for all languages that keep text together,
/// the rules of each language, and rules for all that break. They cascade. Their patterns mean the same to
/// Java (OmegaT, Okapi, LanguageTool) and to ICU. Throws std::invalid_argument for a language without a list.
SrxFile export_srx(const std::vector<std::string>& languages);

/// The languages that have lists, by tag.
std::vector<std::string> languages_with_lists();

/// What SRX cannot say of our rules, a clause each.
std::vector<std::string> srx_leaves_out();

}  // namespace align
