#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace pages {

/// Whether a line closes an article by naming its makers and agencies: "es/kms (AFP, AP, dpa, Reuters)",
/// "RML (efe, dpa)", "jj/se", "ع.ش/ع.خ (د ب أ)", "Anna Berg (AFP, dpa)". A sentence that ends in brackets is
/// not one.
bool is_agency_byline(std::string_view text);

/// The names in a list of authors: "Julia A | Clare B", "Julia A, Clare B".
std::vector<std::string> split_authors(std::string_view list);

}  // namespace pages
