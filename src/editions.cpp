#include "editions.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <array>
#include <cstddef>
#include <optional>
#include <utility>
#include <vector>

namespace hexapla {
namespace {

constexpr auto ltr = Direction::left_to_right;
constexpr auto rtl = Direction::right_to_left;

// Locales are the site's own, in the form that translation tools know: a script where their lists have one
// (sr-Latn-RS, ha-Latn-NG), and Portugal for Portuguese for Africa, which no list has.
constexpr std::array<Edition, 31> table = {{
    {"sq", "Albanian", "Shqip", "sq", "sq", "sq", "sq-AL", ltr},
    {"am", "Amharic", "አማርኛ", "am", "am", "am", "am-ET", ltr},
    {"ar", "Arabic", "العربية", "ar", "ar", "ar", "ar-AE", rtl},
    {"bn", "Bengali", "বাংলা", "bn", "bn", "bn", "bn-BD", ltr},
    {"bs", "Bosnian", "B/H/S", "bs", "bs", "bs", "bs-Latn-BA", ltr},
    {"bg", "Bulgarian", "Български", "bg", "bg", "bg", "bg-BG", ltr},
    {"zh-Hans", "Chinese (Simplified)", "简体中文", "zh", "zh?zhongwen=simp", "zh-CN", "zh-CN", ltr},
    {"zh-Hant", "Chinese (Traditional)", "繁體中文", "zh-hant", "zh?zhongwen=trad", "zh-TW", "zh-TW", ltr},
    {"hr", "Croatian", "Hrvatski", "hr", "hr", "hr", "hr-HR", ltr},
    {"prs", "Dari", "دری", "fa-af", "fa-af", "prs", "prs-AF", rtl},
    {"en", "English", "English", "en", "en", "en", "en-GB", ltr},
    {"fr", "French", "Français", "fr", "fr", "fr", "fr-FR", ltr},
    {"de", "German", "Deutsch", "de", "de", "de", "de-DE", ltr},
    {"el", "Greek", "Ελληνικά", "el", "el", "el", "el-GR", ltr},
    {"ha", "Hausa", "Hausa", "ha", "ha", "ha", "ha-Latn-NG", ltr},
    {"hi", "Hindi", "हिन्दी", "hi", "hi", "hi", "hi-IN", ltr},
    {"id", "Indonesian", "Indonesia", "id", "id", "id", "id-ID", ltr},
    {"sw", "Kiswahili", "Kiswahili", "sw", "sw", "sw", "sw-TZ", ltr},
    {"mk", "Macedonian", "Македонски", "mk", "mk", "mk", "mk-MK", ltr},
    {"ps", "Pashto", "پښتو", "ps", "ps", "ps", "ps-AF", rtl},
    {"fa", "Persian", "فارسی", "fa-ir", "fa-ir", "fa", "fa-IR", rtl},
    {"pl", "Polish", "Polski", "pl", "pl", "pl", "pl-PL", ltr},
    {"pt", "Portuguese (Africa)", "Português para África", "pt-002", "pt-002", "pt", "pt-PT", ltr},
    {"pt-BR", "Portuguese (Brazil)", "Português do Brasil", "pt-br", "pt-br", "pt-BR", "pt-BR", ltr},
    {"ro", "Romanian", "Română", "ro", "ro", "ro", "ro-RO", ltr},
    {"ru", "Russian", "Русский", "ru", "ru", "ru", "ru-RU", ltr},
    {"sr", "Serbian", "Srpski", "sr", "sr", "sr", "sr-Latn-RS", ltr},
    {"es", "Spanish", "Español", "es", "es", "es", "es-ES", ltr},
    {"tr", "Turkish", "Türkçe", "tr", "tr", "tr", "tr-TR", ltr},
    {"uk", "Ukrainian", "Українська", "uk", "uk", "uk", "uk-UA", ltr},
    {"ur", "Urdu", "اردو", "ur", "ur", "ur", "ur-PK", rtl},
}};

constexpr Edition serbian_cyrillic = {"sr-Cyrl", "Serbian (Cyrillic)", "Српски", "sr", "sr",
                                      "sr-Cyrl", "sr-Cyrl-RS",         ltr};

// Other names in use, in lower case: of languages, and the codes of the site's own metadata.
constexpr std::array<std::pair<std::string_view, std::string_view>, 14> aliases = {{
    {"brazilian portuguese", "pt-BR"},
    {"chinese", "zh-Hans"},
    {"farsi", "fa"},
    {"portuguese", "pt"},
    {"serbian (latin)", "sr"},
    {"simplified chinese", "zh-Hans"},
    {"swahili", "sw"},
    {"traditional chinese", "zh-Hant"},
    {"ukranian", "uk"},
    {"zh-cn-t", "zh-Hant"},
    {"zh-cn-trad", "zh-Hant"},
    {"српски/srpski", "sr"},
    {"中文", "zh-Hans"},
    {"srpski/српски", "sr"},
}};

constexpr std::array<std::string_view, 9> scripts = {"arab", "beng", "cyrl", "deva", "ethi",
                                                     "grek", "hans", "hant", "latn"};

/// ASCII letters in lower case, '_' as '-', without spaces at the ends: names compare equal in this form.
std::string key_of(std::string_view name) {
    while (!name.empty() && name.front() == ' ') name.remove_prefix(1);
    while (!name.empty() && name.back() == ' ') name.remove_suffix(1);
    std::string key(name);
    for (char& c : key) {
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
        if (c == '_') c = '-';
    }
    return key;
}

const Edition* by_tag(std::string_view tag) {
    const auto found =
        std::find_if(table.begin(), table.end(), [&](const Edition& e) { return e.tag == tag; });
    return found == table.end() ? nullptr : &*found;
}

bool has_name(const Edition& edition, std::string_view key) {
    return key == key_of(edition.tag) || key == edition.path || key == edition.old_path ||
           key == key_of(edition.english) || key == key_of(edition.native) || key == key_of(edition.locale);
}

/// A two-letter or three-digit region, lower case: "br", "002".
bool is_region(std::string_view subtag) {
    const auto letter = [](char c) { return c >= 'a' && c <= 'z'; };
    const auto digit = [](char c) { return c >= '0' && c <= '9'; };
    return (subtag.size() == 2 && std::all_of(subtag.begin(), subtag.end(), letter)) ||
           (subtag.size() == 3 && std::all_of(subtag.begin(), subtag.end(), digit));
}

/// LANGUAGE[-SCRIPT][-REGION] that no row has as it stands: the row of its language, or the one that its
/// script or region asks for.
const Edition* by_subtags(std::string_view key) {
    const std::string_view language = key.substr(0, key.find('-'));
    bool hant = false;
    bool cyrl = false;
    std::string_view region;
    for (std::string_view rest = key.substr(language.size()); !rest.empty();) {
        rest.remove_prefix(1);
        const std::string_view subtag = rest.substr(0, rest.find('-'));
        rest.remove_prefix(subtag.size());
        if (std::find(scripts.begin(), scripts.end(), subtag) != scripts.end()) {
            hant = hant || subtag == "hant";
            cyrl = cyrl || subtag == "cyrl";
        } else if (is_region(subtag)) {
            region = subtag;
        } else {
            return nullptr;
        }
    }
    if (language == "zh" && (hant || region == "tw" || region == "hk" || region == "mo"))
        return by_tag("zh-Hant");
    if (language == "zh") return by_tag("zh-Hans");
    if (language == "fa" && region == "af") return by_tag("prs");
    if (language == "pt" && region == "br") return by_tag("pt-BR");
    if (language == "sr" && cyrl) return &serbian_cyrillic;
    return by_tag(language);
}

std::size_t edit_distance(std::string_view a, std::string_view b) {
    std::vector<std::size_t> row(b.size() + 1);
    for (std::size_t j = 0; j <= b.size(); ++j) row[j] = j;
    for (std::size_t i = 1; i <= a.size(); ++i) {
        std::size_t diagonal = std::exchange(row[0], i);
        for (std::size_t j = 1; j <= b.size(); ++j) {
            const std::size_t replaced = diagonal + (a[i - 1] == b[j - 1] ? 0 : 1);
            diagonal = row[j];
            row[j] = std::min({replaced, row[j] + 1, row[j - 1] + 1});
        }
    }
    return row[b.size()];
}

/// The edition most likely meant: for two letters the one of that country ("gr", "ua"), else the one whose
/// English name or tag is within a third of the name's length.
const Edition* nearest_edition(std::string_view key) {
    if (key.size() <= 2) {
        const std::string country = fmt::format("-{}", key);
        const auto of_country = [&](const Edition& e) { return key_of(e.locale).ends_with(country); };
        const auto found = std::find_if(table.begin(), table.end(), of_country);
        return found == table.end() ? nullptr : &*found;
    }
    const Edition* nearest = nullptr;
    std::size_t least = key.size() / 3 + 1;
    const auto consider = [&](std::string_view name, const Edition* edition) {
        const std::size_t distance = edit_distance(key, key_of(name));
        if (distance < least) {
            least = distance;
            nearest = edition;
        }
    };
    for (const Edition& edition : table) {
        consider(edition.english, &edition);
        consider(edition.native, &edition);
        consider(edition.tag, &edition);
    }
    for (const auto& [alias, tag] : aliases) consider(alias, by_tag(tag));
    return nearest;
}

}  // namespace

std::span<const Edition> editions() { return table; }

const Edition* find_edition(std::string_view name) {
    const std::string key = key_of(name);
    if (key.empty()) return nullptr;
    for (const Edition& edition : table) {
        if (has_name(edition, key)) return &edition;
    }
    if (has_name(serbian_cyrillic, key) && key != serbian_cyrillic.path) return &serbian_cyrillic;
    for (const auto& [alias, tag] : aliases) {
        if (key == alias) return by_tag(tag);
    }
    return by_subtags(key);
}

std::string explain_unknown_edition(std::string_view name) {
    constexpr std::string_view advice = "'hexapla editions' lists them";
    const Edition* nearest = nearest_edition(key_of(name));
    if (nearest == nullptr) return fmt::format("'{}' names no edition; {}", name, advice);
    return fmt::format("'{}' names no edition; did you mean {} ({})? {}", name, nearest->english,
                       nearest->tag, advice);
}

}  // namespace hexapla
