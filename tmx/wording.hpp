#pragma once

#include <string>
#include <string_view>

namespace tmx {

/// How messages show a value: 'de'. (Appending keeps clear of a false -Wrestrict of g++ 12 on "'" + string.)
inline std::string in_quotes(std::string_view text) { return std::string("'").append(text).append("'"); }
/// How messages show an element: <tuv>.
inline std::string as_tag(std::string_view name) { return std::string("<").append(name).append(">"); }
/// ... and its end tag: </tuv>.
inline std::string as_end_tag(std::string_view name) { return std::string("</").append(name).append(">"); }

}  // namespace tmx
