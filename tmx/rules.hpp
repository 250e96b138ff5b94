#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "tmx/unit.hpp"
#include "tmx/writer.hpp"

namespace tmx {

/// Whether the tag is an xs:language (XML Schema 1.0 part 2, section 3.3.3): "de", "zh-Hans-CN".
bool is_language(std::string_view tag);

/// Whether the date is a day and time of the calendar as YYYYMMDDThhmmssZ (TMX 1.4b, creationdate).
bool is_date(std::string_view date);

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
