#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace align {

/// The value of a number as written in a text, in one spelling for all languages: digits 0-9 without
/// grouping, "." before a fraction. "1,500" and "1.500" and "۱٬۵۰۰" give "1500"; "2.5" and "2,5" give "2.5";
/// "007" gives "7". A separator followed by exactly three digits groups, another one begins a fraction.
/// None when the text holds no digit.
std::optional<std::string> number_value(std::string_view text);

}  // namespace align
