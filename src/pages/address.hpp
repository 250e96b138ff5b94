#pragma once

#include <string>
#include <string_view>

namespace pages {

/// The first address of dw.com (or dw.de, dw-world.de) in a text; empty: none.
std::string find_address(std::string_view text);

/// DW's article number in an address: "18854934" of ".../a-18854934" and of "https://p.dw.com/p/1Gh7e"-like
/// short ones, which hold the number in base 62; empty: none.
std::string article_number(std::string_view address);

/// The path code in an address ("de" in https://www.dw.com/de/…); empty: none, as in addresses before 2015.
std::string path_code(std::string_view address);

}  // namespace pages
