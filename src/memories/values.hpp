#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "tmx/unit.hpp"

namespace memories {

/// The part of a tag before the first '-' or '_', in lower case: "zh" of "zh-CN".
std::string base_language(std::string_view tag);
/// Tags are compared without regard to case (TMX 1.4b, srclang).
bool same_tag(std::string_view one, std::string_view other);
/// Whether a variant's tag is meant by a language that was asked for: the same tag, or the base of it.
bool is_in_language(std::string_view tag, std::string_view asked_for);

/// The variant in a language that was asked for: of that very tag before others of its base; or null.
const tmx::Variant* variant_in(const tmx::Unit& unit, std::string_view language);
/// The variant that is the source: by the unit's srclang, else the header's; where that is "*all*" or no
/// variant is in it, the first one. Null: the unit has none.
const tmx::Variant* source_of(const tmx::Unit& unit, const tmx::Header& header);

/// The value of a property of the unit; empty: it has none.
std::string property_of(const tmx::Unit& unit, std::string_view type);
void set_property(tmx::Unit& unit, std::string_view type, const std::string& value);
/// The value of one of the unit's further attributes; empty: none.
std::string attribute_of(const std::vector<tmx::Attribute>& attributes, std::string_view name);

/// x-confidence, 0 to 1; none: the unit does not say.
std::optional<double> confidence_of(const tmx::Unit& unit);
/// The newest date of the unit and its variants, YYYYMMDDThhmmssZ; empty: none.
std::string date_of(const tmx::Unit& unit);
/// What tells units of one story from those of others: x-story, x-article or x-url, else the date's day;
/// empty: nothing tells.
std::string story_of(const tmx::Unit& unit);

/// A number for a text, the same on every machine (FNV-1a, 64 bits, finished as SplitMix64 does).
std::uint64_t hash_of(std::string_view text, std::uint64_t seed = 0);

/// A variant's text without codes; of a segment whose codes are against the DTD the text all the same.
std::string text_of(const tmx::Variant& variant);

}  // namespace memories
