#include "pages/language.hpp"

#include <cld2/public/compact_lang_det.h>
#include <cld2/public/encodings.h>

#include <algorithm>
#include <array>

#include "editions.hpp"

namespace pages {
namespace {

// Enough for any language; a long article costs no more than a short one.
constexpr std::size_t sample_bytes = 1 << 16;

/// The edition that stands for all that are like it.
std::string_view representative(std::string_view edition) {
    if (edition == "prs") return "fa";
    if (edition == "bs" || edition == "sr") return "hr";
    if (edition == "pt-BR") return "pt";
    return edition;
}

/// CLD2's code as an edition's tag; empty: no edition.
std::string_view edition_of(CLD2::Language language) {
    if (language == CLD2::CHINESE) return "zh-Hans";
    if (language == CLD2::CHINESE_T) return "zh-Hant";
    if (language == CLD2::MALAY) return "id";  // too like it for CLD2 on news
    const std::string_view code = CLD2::LanguageCode(language);
    if (code == "sr-ME") return "sr";
    const auto* edition = hexapla::find_edition(code);
    return edition == nullptr || code.find('-') != code.npos ? std::string_view() : edition->tag;
}

bool has_cyrillic(std::string_view text) {
    return std::any_of(text.begin(), text.end(), [](char c) { return c == '\xD0' || c == '\xD1'; });
}

}  // namespace

std::optional<DetectedLanguage> detect_language(std::string_view text) {
    // Not in the middle of a character: CLD2 wants whole ones.
    std::size_t end = std::min(text.size(), sample_bytes);
    while (end < text.size() && end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) --end;
    text = text.substr(0, end);
    bool reliable = false;
    const CLD2::Language language =
        CLD2::DetectLanguage(text.data(), static_cast<int>(text.size()), true, &reliable);
    if (!reliable || language == CLD2::UNKNOWN_LANGUAGE) return std::nullopt;
    DetectedLanguage detected{std::string(edition_of(language)), CLD2::LanguageName(language)};
    // Serbian in Cyrillic is like no other; in Latin script the three are one language to a counter of
    // letters.
    if (detected.edition == "sr" && has_cyrillic(text)) return detected;
    detected.edition = representative(detected.edition);
    detected.ambiguous = detected.edition == "fa" || detected.edition == "hr" || detected.edition == "pt";
    return detected;
}

bool are_alike(std::string_view edition, std::string_view other) {
    const auto plain = [](std::string_view tag) { return tag == "sr-Cyrl" ? std::string_view("sr") : tag; };
    return representative(plain(edition)) == representative(plain(other));
}

}  // namespace pages
