#include "pages/language.hpp"

#include <cld2/public/compact_lang_det.h>
#include <cld2/public/encodings.h>

#include <algorithm>
#include <array>

#include "editions.hpp"

namespace pages {
namespace {

// Enough for any language; a long article costs no more than a short one.
constexpr std::size_t sample_bytes = 1 << 11;
// Where CLD2 is not sure, what it finds in this much of the text is right nevertheless.
constexpr int least_share = 50;
constexpr int least_share_of_block = 90;

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

/// What CLD2 says: the likeliest language, whether it is sure of it, and the three likeliest with their
/// percent.
struct Summary {
    CLD2::Language language = CLD2::UNKNOWN_LANGUAGE;
    bool reliable = false;
    std::array<CLD2::Language, 3> languages{};
    std::array<int, 3> percents{};
};

Summary summarise(std::string_view text) {
    Summary summary;
    std::array<double, 3> scores{};
    int counted_bytes = 0;
    const CLD2::CLDHints no_hints{nullptr, nullptr, CLD2::UNKNOWN_ENCODING, CLD2::UNKNOWN_LANGUAGE};
    summary.language = CLD2::ExtDetectLanguageSummary(
        text.data(), static_cast<int>(text.size()), true, &no_hints, 0, summary.languages.data(),
        summary.percents.data(), scores.data(), nullptr, &counted_bytes, &summary.reliable);
    return summary;
}

/// The percent of the text in the likeliest language and in those that cannot be told from it. CLD2 is never
/// sure of Bosnian, because it finds half of the text to be Croatian.
int share(const Summary& summary) {
    int percent = 0;
    for (std::size_t i = 0; i < summary.languages.size(); ++i) {
        const bool alike = are_alike(edition_of(summary.languages[i]), edition_of(summary.language));
        percent += summary.languages[i] == summary.language || alike ? summary.percents[i] : 0;
    }
    return percent;
}

/// The first bytes of a text, not ending within a character: CLD2 wants whole ones.
std::string_view sample_of(std::string_view text) {
    std::size_t end = std::min(text.size(), sample_bytes);
    while (end < text.size() && end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) --end;
    return text.substr(0, end);
}

DetectedLanguage describe(CLD2::Language language, std::string_view text) {
    DetectedLanguage detected{std::string(edition_of(language)), CLD2::LanguageName(language)};
    // Serbian in Cyrillic is like no other; in Latin script the three are one language to a counter of
    // letters.
    if (detected.edition == "sr" && has_cyrillic(text)) return detected;
    detected.edition = representative(detected.edition);
    detected.ambiguous = detected.edition == "fa" || detected.edition == "hr" || detected.edition == "pt";
    return detected;
}

}  // namespace

std::optional<DetectedLanguage> detect_language(std::string_view text) {
    text = sample_of(text);
    const Summary summary = summarise(text);
    if (summary.language == CLD2::UNKNOWN_LANGUAGE || (!summary.reliable && share(summary) < least_share)) {
        return std::nullopt;
    }
    return describe(summary.language, text);
}

std::optional<DetectedLanguage> detect_block_language(std::string_view text) {
    text = sample_of(text);
    const Summary summary = summarise(text);
    if (!summary.reliable || share(summary) < least_share_of_block) return std::nullopt;
    return describe(summary.language, text);
}

bool are_alike(std::string_view edition, std::string_view other) {
    const auto plain = [](std::string_view tag) { return tag == "sr-Cyrl" ? std::string_view("sr") : tag; };
    return representative(plain(edition)) == representative(plain(other));
}

}  // namespace pages
