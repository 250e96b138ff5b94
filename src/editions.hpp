#pragma once

#include <span>
#include <string>
#include <string_view>

namespace hexapla {

enum class Direction { left_to_right, right_to_left };

/// One of Deutsche Welle's language versions: 30 services, Chinese in two scripts.
struct Edition {
    std::string_view tag;       ///< BCP-47, the name used everywhere: "de", "zh-Hans", "prs"
    std::string_view english;   ///< "German", as the site's language menu has it
    std::string_view native;    ///< "Deutsch"
    std::string_view path;      ///< dw.com/{path}/… since 2022: "fa-af", "zh-hant"
    std::string_view old_path;  ///< the same from 2015 to 2022; other for Chinese alone
    std::string_view
        tmx_tag;  ///< tag written by default: a region only where one is needed ("zh-CN", "pt-BR")
    std::string_view locale;  ///< full locale, for tools that want one: "de-DE", "prs-AF"
    Direction direction;
};

/// The 31 versions in the order of the site's language menu, by English name.
std::span<const Edition> editions();

/// The version of that name, or null. A name is a BCP-47 tag in any case, with any region or script that
/// the version may have ("DE", "zh-TW", "fa-AF", "sr-Latn", "en-US"), a dw.com path code ("fa-af", "pt-002"),
/// or an English or native name ("Swahili", "Portuguese (Brazil)", "Deutsch").
///
/// "sr-Cyrl" gives a row of its own, with that tag and the Serbian edition's path: text that stands in
/// Cyrillic while the site's Serbian pages are in Latin script. It is not among editions().
const Edition* find_edition(std::string_view name);

/// A sentence for a name that find_edition does not know, with the nearest known name where there is one:
/// "'Germn' names no edition; did you mean German (de)? 'hexapla editions' lists them".
std::string explain_unknown_edition(std::string_view name);

}  // namespace hexapla
