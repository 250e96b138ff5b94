#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace pages {

/// Whether a line closes an article by naming its makers and agencies: "es/kms (AFP, AP, dpa, Reuters)",
/// "RML (efe, dpa)", "jj/se", "ع.ش/ع.خ (د ب أ)", "Anna Berg (AFP, dpa)". A sentence that ends in brackets is
/// not one.
bool is_agency_byline(std::string_view text);

/// What a byline of agencies says: "es/kms (AFP, AP, dpa)" is the desk es, kms and the agencies AFP, AP, dpa.
struct BylineParts {
    std::vector<std::string> desk;      ///< initials of who wrote and who edited
    std::vector<std::string> agencies;  ///< as they are written
};
/// The parts of an article's byline, which may hold several, parted by "; ". A name before the brackets is no
/// initials and is left out: authors are fields of their own.
BylineParts parse_byline(std::string_view byline);

/// The names in a list of authors: "Julia A | Clare B", "Julia A, Clare B".
std::vector<std::string> split_authors(std::string_view list);

}  // namespace pages
