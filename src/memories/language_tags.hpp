#pragma once

#include <string>
#include <string_view>

namespace memories {

/// Whether a tag has the form of BCP 47 (RFC 5646, section 2.1): "zh-Hans-CN", in any case; not "zh_CN".
bool is_tag(std::string_view tag);
/// The tag in the case that is recommended (RFC 5646, section 2.1.1): "zh-Hans-CN".
std::string in_canonical_case(std::string_view tag);
/// The tag with subtags that the IANA registry calls deprecated given in their preferred forms: "he" for
/// "iw". The same tag where there are none.
std::string without_deprecated(std::string_view tag);
/// What was meant by a tag: "zh_CN", "DE-de", "pt_BR.UTF-8", "iw" give "zh-CN", "de-DE", "pt-BR", "he".
std::string repaired(std::string_view tag);
/// The parts of a tag; empty where it has none.
std::string region_of(std::string_view tag);
std::string without_region(std::string_view tag);
std::string script_of_tag(std::string_view tag);

}  // namespace memories
