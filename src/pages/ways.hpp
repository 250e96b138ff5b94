#pragma once

#include <string_view>

/// How an article was read, as its JSON says: best first.
namespace pages {

inline constexpr std::string_view way_objects = "blocks";           ///< what `hexapla extract` wrote
inline constexpr std::string_view way_state = "state";              ///< the data of the page's script
inline constexpr std::string_view way_linked_data = "linked-data";  ///< JSON-LD that holds the text
inline constexpr std::string_view way_rich_text = "rich-text";      ///< layout of dw.com since 2022
inline constexpr std::string_view way_long_text = "long-text";      ///< layout of 2012 to 2023
inline constexpr std::string_view way_detail = "detail";            ///< layout to 2012
inline constexpr std::string_view way_generic = "generic";  ///< no known layout: by the density of text
inline constexpr std::string_view way_dump = "dump";        ///< plain text with the menus of dw.com
inline constexpr std::string_view way_text = "text";        ///< plain text

}  // namespace pages
