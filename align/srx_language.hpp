#pragma once

#include <string_view>

#include "align/sentence_rules.hpp"
#include "align/srx.hpp"

namespace align {

/// The rules of one list (segmentation/TAG.txt) as rules of SRX, in their order: names with marks,
/// abbreviations, initials, acronyms, ordinals, attributions, and the marks of the language's script. They
/// are to stand before the common rules that break (srx_export.cpp).
SrxLanguageRule srx_of_list(std::string_view name, const RulesList& list);

}  // namespace align
