#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

/// Regular expressions as SRX files have them. Most were written for Java's engine; ICU's is its close
/// relative, and these functions turn what is spelled differently.
namespace align {

/// How often at most something is repeated that a look-behind repeats without limit.
constexpr std::size_t look_behind_limit = 100;

/// An expression in ICU's spelling: \pL as \p{L}, text between \Q and \E sign for sign, a lone } as \},
/// Java's flags u and U left out, and * + {n,} within look-behinds limited as `for_look_behind` does.
std::string icu_spelling(std::string_view expression);

/// The same, to be put into a look-behind: * is {0,100}, + is {1,100}, {n,} is {n,100}, since a look-behind
/// needs a limited length in ICU as in Java.
std::string for_look_behind(std::string_view expression);

/// What every match of the expression surely ends with, sign for sign: "Dr." for \bDr\. and "." for [A-Z]\. ;
/// empty where that is not plain to see.
std::string literal_ending(std::string_view expression);

}  // namespace align
