#pragma once

#include <string>
#include <string_view>

namespace lexicons {

/// The edition's tag for a language's code of three letters in ISO 639-3 or 639-2 ("deu" is de, "zho" is
/// zh-Hans); the code itself where no edition is in the language.
std::string language_of_code(std::string_view code);

}  // namespace lexicons
