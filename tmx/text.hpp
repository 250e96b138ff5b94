#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace tmx {

/// Plain text as the content of an XML element: & < > as references, and CR as `&#13;`, which a parser would
/// else take for a line feed. Characters that XML 1.0 forbids (section 2.2, production 2) are left out, for
/// not even a reference may stand for them; `dropped`, when given, is increased by their number. Throws
/// std::invalid_argument, naming the byte, when the text is not well-formed UTF-8.
std::string escape(std::string_view text, std::size_t* dropped = nullptr);

/// The same for an attribute's value: quotation marks, TAB and LF as references too.
std::string escape_attribute(std::string_view text, std::size_t* dropped = nullptr);

/// The same, added to a text.
void append_escaped(std::string& xml, std::string_view text, std::size_t* dropped = nullptr);
void append_escaped_attribute(std::string& xml, std::string_view text, std::size_t* dropped = nullptr);

/// The text of a segment's XML, references resolved. What stands in codes (bpt, ept, ph, it, ut) is markup
/// of the original document and left out, their subflows (sub) with it; the text in hi is text. Throws
/// std::invalid_argument when the segment is no well-formed content of an element.
std::string plain_text(std::string_view segment);

/// The first byte that is not well-formed UTF-8, if any.
std::optional<std::size_t> find_malformed(std::string_view text);

}  // namespace tmx
