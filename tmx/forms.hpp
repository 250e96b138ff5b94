#pragma once

#include <string_view>

namespace tmx {

/// Whether the tag is an xs:language (XML Schema 1.0 part 2, section 3.3.3): "de", "zh-Hans-CN".
bool is_language(std::string_view tag);

/// Whether the date is a day and time of the calendar as YYYYMMDDThhmmssZ (TMX 1.4b, creationdate).
bool is_date(std::string_view date);

}  // namespace tmx
