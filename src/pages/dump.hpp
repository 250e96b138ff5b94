#pragma once

#include <string_view>

#include "pages/article.hpp"

namespace pages {

/// Whether a text is a page of dw.com saved as plain text: it has the numbered links that such pages begin
/// with, or a title line ("… | DW | 17.11.2015", "… – DW – 13.06.2023") among its first lines.
bool looks_like_dump(std::string_view text);

/// Reads a page saved as plain text. Menu, advertising, boxes and footer become chrome blocks, so that every
/// line of the page is in some block; what is not known to be anything else between headline and boxes is a
/// paragraph. A short line without a mark is of the kind line, with the likelihood that it is a subhead. The
/// edition is filled where the page's own labels or address tell it, else empty; the id is empty where no
/// address holds it.
///
/// The headline is the first line behind the menu that equals the title line's headline; where none does, the
/// first line of content.
Article read_dump(std::string_view text);

}  // namespace pages
