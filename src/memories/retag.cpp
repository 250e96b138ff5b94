#include "memories/retag.hpp"

#include <array>
#include <stdexcept>
#include <utility>

#include "editions.hpp"
#include "memories/language_tags.hpp"
#include "memories/values.hpp"

namespace memories {
namespace {

/// The usual region of a language that no edition is in; empty: none is known.
std::string usual_locale(const std::string& tag) {
    constexpr std::array<std::pair<std::string_view, std::string_view>, 14> usual = {{{"it", "it-IT"},
                                                                                      {"ja", "ja-JP"},
                                                                                      {"ko", "ko-KR"},
                                                                                      {"nl", "nl-NL"},
                                                                                      {"sv", "sv-SE"},
                                                                                      {"da", "da-DK"},
                                                                                      {"fi", "fi-FI"},
                                                                                      {"nb", "nb-NO"},
                                                                                      {"cs", "cs-CZ"},
                                                                                      {"sk", "sk-SK"},
                                                                                      {"hu", "hu-HU"},
                                                                                      {"he", "he-IL"},
                                                                                      {"vi", "vi-VN"},
                                                                                      {"th", "th-TH"}}};
    for (const auto& [language, locale] : usual) {
        if (language == tag) return std::string(locale);
    }
    return {};
}

std::string with_region(const std::string& tag) {
    if (!region_of(tag).empty()) return tag;
    if (const hexapla::Edition* edition = hexapla::find_edition(tag);
        edition != nullptr && base_language(edition->tag) == base_language(tag))
        return std::string(edition->locale);
    const std::string locale = usual_locale(tag);
    return locale.empty() ? tag : locale;
}

/// Without a region where the language has only one version, or the region is the usual one.
std::string without_needless_region(const std::string& tag) {
    if (const hexapla::Edition* edition = hexapla::find_edition(tag);
        edition != nullptr && base_language(edition->tag) == base_language(tag) && edition->locale == tag)
        return std::string(edition->tmx_tag);
    return tag;
}

bool assign(std::string& value, std::string changed) {
    if (value == changed) return false;
    value = std::move(changed);
    return true;
}

}  // namespace

std::string Retagging::apply(const std::string& tag) const {
    if (tag.empty() || tag == "*all*") return tag;
    if (const auto found = renamed.find(tag); found != renamed.end()) return found->second;
    std::string changed = repair ? repaired(tag) : tag;
    if (const auto found = renamed.find(changed); found != renamed.end()) return found->second;
    if (regions == Regions::add) return with_region(changed);
    if (regions == Regions::drop) return without_needless_region(changed);
    return changed;
}

bool Retagging::apply(tmx::Header& header) const {
    const bool source_changed =
        assign(header.source_language, source.empty() ? apply(header.source_language) : source);
    return assign(header.admin_language, repaired(header.admin_language)) || source_changed;
}

bool Retagging::apply(tmx::Unit& unit) const {
    bool changed = false;
    for (tmx::Attribute& each : unit.attributes) {
        if (each.name == "srclang") changed = assign(each.value, apply(each.value)) || changed;
    }
    for (tmx::Variant& variant : unit.variants)
        changed = assign(variant.language, apply(variant.language)) || changed;
    return changed;
}

Retagging retagging_for(const std::string& tool) {
    Retagging retagging;
    if (tool == "trados" || tool == "memoq") {
        retagging.regions = Regions::add;
    } else if (tool == "omegat") {
        retagging.regions = Regions::drop;
    } else {
        throw std::invalid_argument("--for " + tool + ": give omegat, trados or memoq");
    }
    return retagging;
}

}  // namespace memories
