#include "memories/clean.hpp"

#include <algorithm>
#include <array>

#include "align/unicode.hpp"
#include "memories/checker.hpp"
#include "memories/language_tags.hpp"
#include "memories/text_measures.hpp"
#include "memories/values.hpp"
#include "tmx/forms.hpp"
#include "tmx/text.hpp"

namespace memories {
namespace {

constexpr std::array<Cleaning, 14> all = {{
    {"language-tag", false, true,
     "zh_CN becomes zh-CN, deprecated tags their successors, case as recommended"},
    {"outer-space", false, true, "white space at both ends of segments goes"},
    {"space-errors", false, true, "two spaces become one, a space before a mark goes"},
    {"date", false, true, "other forms of ISO 8601 become YYYYMMDDThhmmssZ; what is none goes"},
    {"codes", false, false, "inline codes go, their text stays"},
    {"empty-segment", true, true, "empty variants go, and the unit where fewer than two remain"},
    {"one-language", true, true, "units of fewer than two variants go"},
    {"untranslated", true, true, "units go whose target is the source"},
    {"unbalanced-codes", true, false, "units go whose codes do not pair up"},
    {"numbers-differ", true, false, "units go whose numbers differ"},
    {"wrong-script", true, false, "units go with a text in another script than its language's"},
    {"wrong-language", true, false, "units go with a text in another language than its tag says"},
    {"length", true, false, "units go with one text over three times as long as the other"},
    {"odd-character", true, false, "units go with characters that show damage"},
}};

/// A date in another form of ISO 8601, as TMX wants it; empty: it is none.
std::string repaired_date(const std::string& date) {
    std::string digits;
    for (const char c : date) {
        if (c >= '0' && c <= '9') digits += c;
        if (c == '.' || c == '+') break;
    }
    if (digits.size() == 8) digits += "000000";
    if (digits.size() == 12) digits += "00";
    if (digits.size() < 14) return {};
    std::string repaired = digits.substr(0, 8) + "T" + digits.substr(8, 6) + "Z";
    return tmx::is_date(repaired) ? repaired : "";
}

/// Whether something was changed.
bool assign(std::string& value, std::string repaired) {
    if (value == repaired) return false;
    value = std::move(repaired);
    return true;
}

bool trim_segment(std::string& segment) { return assign(segment, std::string(align::trim(segment))); }

bool repair_dates_of(std::vector<tmx::Attribute>& attributes) {
    bool changed = false;
    for (tmx::Attribute& each : attributes) {
        const bool date =
            each.name == "creationdate" || each.name == "changedate" || each.name == "lastusagedate";
        if (date && !tmx::is_date(each.value))
            changed = assign(each.value, repaired_date(each.value)) || changed;
    }
    const auto none = [](const tmx::Attribute& each) {
        return each.name.ends_with("date") && each.value.empty();
    };
    return std::erase_if(attributes, none) > 0 || changed;
}

}  // namespace

std::span<const Cleaning> cleanings() { return all; }

Cleaner::Cleaner(const tmx::Header& header, std::set<std::string> names)
    : header_(header), names_(std::move(names)) {}

void Cleaner::repair_dates(tmx::Unit& unit) {
    bool changed = !unit.creation_date.empty() && !tmx::is_date(unit.creation_date) &&
                   assign(unit.creation_date, repaired_date(unit.creation_date));
    changed = repair_dates_of(unit.attributes) || changed;
    for (tmx::Variant& variant : unit.variants) changed = repair_dates_of(variant.attributes) || changed;
    note("date", changed);
}

void Cleaner::repair(tmx::Unit& unit) {
    bool tags = false;
    bool trimmed = false;
    bool spaced = false;
    bool stripped = false;
    for (tmx::Variant& variant : unit.variants) {
        if (does("language-tag")) tags = assign(variant.language, repaired(variant.language)) || tags;
        const bool has_codes = variant.segment.find('<') != std::string::npos;
        if (does("codes") && has_codes)
            stripped = assign(variant.segment, tmx::escape(text_of(variant))) || stripped;
        if (does("outer-space")) trimmed = trim_segment(variant.segment) || trimmed;
        if (does("space-errors") && (!has_codes || does("codes")))
            spaced = assign(variant.segment, with_right_space(variant.segment, variant.language)) || spaced;
    }
    note("language-tag", tags);
    note("outer-space", trimmed);
    note("space-errors", spaced);
    note("codes", stripped);
    if (does("date")) repair_dates(unit);
}

std::string Cleaner::clean(tmx::Unit& unit) {
    repair(unit);
    const auto is_empty = [](const tmx::Variant& variant) {
        return variant.segment.find('<') == std::string::npos && align::is_blank(text_of(variant));
    };
    const auto empty = std::count_if(unit.variants.begin(), unit.variants.end(), is_empty);
    if (does("empty-segment") && empty > 0) {
        ++counts_["empty-segment"];
        if (unit.variants.size() - static_cast<std::size_t>(empty) < 2) return "empty-segment";
        std::erase_if(unit.variants, is_empty);
    }
    std::set<std::string> found;
    CheckOptions options;
    options.detect_languages = does("wrong-language");
    Checker checker(header_, options, [&](const Finding& finding) { found.emplace(finding.rule->name); });
    checker.check(unit, 0);
    for (const Cleaning& cleaning : all) {
        if (!cleaning.removes || cleaning.name == "empty-segment" || !does(cleaning.name) ||
            !found.contains(std::string(cleaning.name)))
            continue;
        ++counts_[std::string(cleaning.name)];
        return std::string(cleaning.name);
    }
    return {};
}

}  // namespace memories
