#pragma once

#include <string>
#include <string_view>

namespace tmx {

/// Plain text as the content of an XML element: & < > as references. Characters that XML 1.0 forbids
/// (section 2.2, production 2) are left out, for not even a reference may stand for them; `dropped`, when
/// given, is increased by their number. Throws std::invalid_argument when the text is not well-formed UTF-8.
std::string escape(std::string_view text, std::size_t* dropped = nullptr);

}  // namespace tmx
