#pragma once

#include <vector>

#include "tmx/forms.hpp"
#include "tmx/unit.hpp"
#include "tmx/writer.hpp"

namespace tmx {

/// The elements that carry attributes beyond those that the values name.
enum class Carrier { header, tu, tuv, prop, note };

/// Throws std::invalid_argument unless every attribute is one that the DTD gives the element, is there once
/// and has a value of its kind (date, number, language, segmentation).
void check_attributes(Carrier element, const std::vector<Attribute>& attributes);

/// Throw std::invalid_argument, saying what is wrong and what to do, when the value would give a memory that
/// is invalid or of no use.
void check_header(const Header& header, Strictness strictness);
void check_unit(const Unit& unit, Strictness strictness);

}  // namespace tmx
