#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "align/unicode.hpp"

namespace align {

/// A word of a segment as it stands in the text.
struct Token {
    std::string surface;
    WordKind kind = WordKind::word;
    friend bool operator==(const Token&, const Token&) = default;
};

/// The words and numbers of a segment in order; punctuation and symbols are left out.
std::vector<Token> tokenize(std::string_view segment, std::string_view language);

}  // namespace align
