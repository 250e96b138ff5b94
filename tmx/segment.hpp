#pragma once

#include <pugixml.hpp>
#include <string>
#include <string_view>

namespace tmx {

/// Whether the segment's XML is text alone, without elements, comments or sections, and well-formed as such.
bool is_plain(std::string_view segment);

/// A segment's XML as a tree below one <seg> element. Throws std::invalid_argument, saying where, when the
/// segment is no well-formed content of an element.
pugi::xml_document parse_segment(std::string_view segment);

/// The text below a <seg> or <hi>, without what stands in codes; see plain_text().
std::string text_of(const pugi::xml_node& element);

/// Holds a segment's XML to the content model of the TMX 1.4 DTD: known codes, each where it may stand, with
/// its attributes; and tells whether it has codes or text that is not blank. Throws std::invalid_argument,
/// naming what is wrong.
bool check_codes(std::string_view segment);

}  // namespace tmx
