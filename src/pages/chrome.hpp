#pragma once

#include <string_view>

namespace pages {

/// What a line of page chrome is for.
enum class ChromeRole {
    quick_jump,  ///< numbered links at the top, German in every edition, to 2022
    skip_link,   ///< numbered links at the top, in the edition's language, since 2022
    notice,      ///< cookie notice, advertising label, player, share bar, newsletter: may stand anywhere
    byline,      ///< who wrote, edited, adapted
    box,         ///< heading of a box, or link past it: nothing of the article follows
    footer,      ///< © … Deutsche Welle
};

/// A line as pages have it. A '*' stands for any run of characters.
struct ChromeLine {
    std::string_view
        edition;  ///< tag of the edition whose language it is in; empty: it says nothing about that
    ChromeRole role;
    std::string_view pattern;
};

/// The row that describes a line (trimmed), or null: the line is not known as chrome.
const ChromeLine* find_chrome(std::string_view line);

/// A caption with the credit that pages since 2022 glue to it: "A quiet harbourImage: A. Nobody/agency".
struct Caption {
    std::string_view text;
    std::string_view credit;  ///< "Image: A. Nobody/agency"
};
/// Parts a caption and its credit; the credit is empty where the line has none.
Caption split_credit(std::string_view line);

}  // namespace pages
