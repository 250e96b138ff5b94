#pragma once

#include "align/context.hpp"
#include "align/opinion.hpp"

/// What the abbreviations of the lists say of a full stop.
namespace align {

/// "z." of "z. B.": a listed form goes on behind the stop.
Opinion inside_abbreviation(const Context& at);

/// The stop ends a listed form, the longest of them; its kind and what stands around it decide.
Opinion listed_abbreviation(const Context& at);

/// "Goethestr. 5".
Opinion street(const Context& at);

}  // namespace align
