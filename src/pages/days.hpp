#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace pages {

/// The days from 1 January 1970 to a date "YYYY-MM-DD"; none where it is no date of the calendar.
std::optional<long> day_number(std::string_view iso);

}  // namespace pages
