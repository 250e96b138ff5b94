#include "memories/values.hpp"

#include <algorithm>
#include <charconv>

#include "tmx/text.hpp"

namespace memories {
namespace {

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

}  // namespace

std::string base_language(std::string_view tag) {
    std::string base(tag.substr(0, tag.find_first_of("-_")));
    std::transform(base.begin(), base.end(), base.begin(), lower);
    return base;
}

bool same_tag(std::string_view one, std::string_view other) {
    return std::equal(one.begin(), one.end(), other.begin(), other.end(),
                      [](char a, char b) { return lower(a) == lower(b); });
}

bool is_in_language(std::string_view tag, std::string_view asked_for) {
    return same_tag(tag, asked_for) || (asked_for.find_first_of("-_") == std::string_view::npos &&
                                        base_language(tag) == base_language(asked_for));
}

const tmx::Variant* variant_in(const tmx::Unit& unit, std::string_view language) {
    const tmx::Variant* found = nullptr;
    for (const tmx::Variant& variant : unit.variants) {
        if (same_tag(variant.language, language)) return &variant;
        if (found == nullptr && is_in_language(variant.language, language)) found = &variant;
    }
    return found;
}

const tmx::Variant* source_of(const tmx::Unit& unit, const tmx::Header& header) {
    if (unit.variants.empty()) return nullptr;
    std::string language = attribute_of(unit.attributes, "srclang");
    if (language.empty()) language = header.source_language;
    const tmx::Variant* source = variant_in(unit, language);
    return source == nullptr ? &unit.variants.front() : source;
}

std::string property_of(const tmx::Unit& unit, std::string_view type) {
    const auto found = std::find_if(unit.properties.begin(), unit.properties.end(),
                                    [type](const tmx::Property& each) { return each.type == type; });
    return found == unit.properties.end() ? "" : found->value;
}

void set_property(tmx::Unit& unit, std::string_view type, const std::string& value) {
    for (tmx::Property& property : unit.properties) {
        if (property.type != type) continue;
        property.value = value;
        return;
    }
    unit.properties.push_back({std::string(type), value});
}

std::string attribute_of(const std::vector<tmx::Attribute>& attributes, std::string_view name) {
    const auto found = std::find_if(attributes.begin(), attributes.end(),
                                    [name](const tmx::Attribute& each) { return each.name == name; });
    return found == attributes.end() ? "" : found->value;
}

std::optional<double> confidence_of(const tmx::Unit& unit) {
    const std::string text = property_of(unit, "x-confidence");
    double value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (text.empty() || error != std::errc() || end != text.data() + text.size()) return std::nullopt;
    return value;
}

std::string date_of(const tmx::Unit& unit) {
    std::string newest = std::max(unit.creation_date, attribute_of(unit.attributes, "changedate"));
    for (const tmx::Variant& variant : unit.variants) {
        for (const char* name : {"creationdate", "changedate"})
            newest = std::max(newest, attribute_of(variant.attributes, name));
    }
    return newest;
}

std::string story_of(const tmx::Unit& unit) {
    for (const char* type : {"x-story", "x-article", "x-url", "x-date"}) {
        if (std::string value = property_of(unit, type); !value.empty()) return value;
    }
    return date_of(unit).substr(0, 8);
}

std::uint64_t hash_of(std::string_view text, std::uint64_t seed) {
    std::uint64_t hash = 0xcbf29ce484222325U ^ seed;
    for (const char c : text) hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001b3U;
    hash = (hash ^ (hash >> 30U)) * 0xbf58476d1ce4e5b9U;
    hash = (hash ^ (hash >> 27U)) * 0x94d049bb133111ebU;
    return hash ^ (hash >> 31U);
}

std::string text_of(const tmx::Variant& variant) { return tmx::plain_text(variant.segment); }

}  // namespace memories
