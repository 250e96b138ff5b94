#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace pages {

/// The title of a saved page, its first line: "Headline | Category | DW | 17.11.2015" to 2022, then
/// "Headline – DW – 13.06.2023"; English pages since then put the month first: "– 06/13/2023".
struct TitleLine {
    std::string
        headline;      ///< before 2022 the category follows it; both may hold bars, so they are not parted
    std::string date;  ///< ISO
    bool since_2022 = false;
};

/// The parts of a title line; none when the line is not one.
std::optional<TitleLine> parse_title_line(std::string_view line);

/// Whether that line is the title's headline. Titles have ′ and ″ where headlines have ' and ".
bool is_headline_of(const TitleLine& title, std::string_view line);

/// What follows the headline in a title before 2022: "World | Africa" of "Rain | World | Africa | DW | …".
/// Empty where the title has none, or begins with another headline.
std::string category_of(const TitleLine& title, std::string_view headline);

/// "17.11.2015" as "2015-11-17"; empty when it is not a date of that form.
std::string iso_of_day_first(std::string_view date);
/// "11/17/2015" as "2015-11-17"; empty when it is not a date of that form.
std::string iso_of_month_first(std::string_view date);

}  // namespace pages
