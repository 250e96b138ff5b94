#pragma once

#include <string>

#include "pages/article.hpp"

namespace pages {

/// What a reader should know of an article whose blocks are in two alphabets: "5 of its 14 blocks are in
/// Cyrillic letters, the others in Latin". Empty where all but single blocks (of names, quotes in the
/// original) are in one. A block is in the script of most of its letters; kinds that translations lack do not
/// count.
std::string second_alphabet(const Article& article);

}  // namespace pages
