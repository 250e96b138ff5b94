#include "memories/text_measures.hpp"

#include <fmt/format.h>
#include <unicode/uchar.h>
#include <unicode/uloc.h>
#include <unicode/uscript.h>

#include <algorithm>
#include <array>

#include "align/unicode.hpp"
#include "memories/values.hpp"

namespace memories {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// The script that a language is written in, as ISO 15924 has it, by CLDR's likely subtags.
std::string likely_script(std::string_view language) {
    std::string tag(language);
    std::replace(tag.begin(), tag.end(), '-', '_');
    std::array<char, 128> full{};
    std::array<char, 16> script{};
    UErrorCode status = U_ZERO_ERROR;
    uloc_addLikelySubtags(tag.c_str(), full.data(), static_cast<int32_t>(full.size()), &status);
    if (U_SUCCESS(status))
        uloc_getScript(full.data(), script.data(), static_cast<int32_t>(script.size()), &status);
    return U_SUCCESS(status) ? script.data() : "";
}

bool writes(const std::string& system, UScriptCode script) {
    if (system == "Hans" || system == "Hant") return script == USCRIPT_HAN || script == USCRIPT_BOPOMOFO;
    if (system == "Jpan")
        return script == USCRIPT_HAN || script == USCRIPT_HIRAGANA || script == USCRIPT_KATAKANA;
    if (system == "Kore") return script == USCRIPT_HANGUL || script == USCRIPT_HAN;
    const char* name = uscript_getShortName(script);
    return name != nullptr && system == name;
}

bool is_closing_mark(char c) { return c == ',' || c == '.' || c == ';' || c == ':' || c == '!' || c == '?'; }

/// Whether the language sets a space before high punctuation.
bool spaces_marks(std::string_view language) { return base_language(language) == "fr"; }

/// Where space is wrong, from that byte on: how many bytes are too many there; npos: nowhere.
struct Surplus {
    std::size_t at = std::string_view::npos;
    std::size_t bytes = 0;
};

Surplus find_surplus(std::string_view text, std::string_view language, std::size_t from) {
    for (std::size_t at = text.find(' ', from); at != std::string_view::npos; at = text.find(' ', at + 1)) {
        const std::size_t end = std::min(text.find_first_not_of(' ', at), text.size());
        if (end - at > 1) return {at + 1, end - at - 1};
        const bool mark = end < text.size() && is_closing_mark(text[end]);
        const bool alone = end + 1 >= text.size() || text[end + 1] == ' ';
        const bool high = end < text.size() && text[end] != ',' && text[end] != '.';
        if (mark && alone && at > 0 && !(high && spaces_marks(language))) return {at, 1};
    }
    return {};
}

}  // namespace

std::vector<std::string> numbers_of(std::string_view text) {
    constexpr std::array<std::string_view, 7> separators = {".", ",", "'", "’", "\u00A0", "\u202F", "\u066C"};
    const std::string plain = align::to_ascii_digits(text);
    std::vector<std::string> numbers;
    std::string number;
    for (std::size_t at = 0; at <= plain.size();) {
        const std::string_view rest = std::string_view(plain).substr(at);
        if (!rest.empty() && is_digit(rest.front())) {
            number += rest.front();
            ++at;
            continue;
        }
        const auto between = std::find_if(separators.begin(), separators.end(), [&](std::string_view each) {
            return rest.starts_with(each) && rest.size() > each.size() && is_digit(rest[each.size()]);
        });
        if (!number.empty() && between != separators.end()) {
            at += between->size();
            continue;
        }
        if (number.size() > 1) numbers.push_back(number);
        number.clear();
        ++at;
    }
    std::sort(numbers.begin(), numbers.end());
    return numbers;
}

Letters letters_of(std::string_view text, std::string_view language) {
    const std::string system = likely_script(language);
    Letters letters;
    for (std::size_t at = 0; at < text.size();) {
        const auto c = static_cast<UChar32>(align::next_code_point(text, at));
        if (!u_isalpha(c)) continue;
        UErrorCode status = U_ZERO_ERROR;
        const UScriptCode script = uscript_getScript(c, &status);
        if (script == USCRIPT_COMMON || script == USCRIPT_INHERITED) continue;
        ++letters.all;
        if (system.empty() || writes(system, script)) ++letters.in_script;
    }
    return letters;
}

double weighed_length(std::string_view text) {
    constexpr double ideograph = 2.5;
    constexpr double syllable = 1.5;
    double length = 0;
    for (std::size_t at = 0; at < text.size();) {
        const auto c = static_cast<UChar32>(align::next_code_point(text, at));
        UErrorCode status = U_ZERO_ERROR;
        switch (uscript_getScript(c, &status)) {
            case USCRIPT_HAN:
                length += ideograph;
                break;
            case USCRIPT_HIRAGANA:
            case USCRIPT_KATAKANA:
            case USCRIPT_HANGUL:
            case USCRIPT_ETHIOPIC:
                length += syllable;
                break;
            default:
                length += 1;
        }
    }
    return length;
}

std::string repeated_punctuation(std::string_view text) {
    for (std::size_t at = 0; at + 1 < text.size(); ++at) {
        if (!is_closing_mark(text[at])) continue;
        std::size_t end = at;
        while (end < text.size() && text[end] == text[at]) ++end;
        const std::size_t count = end - at;
        const bool meant =
            (text[at] == '.' && count == 3) ||
            (text[at] != ',' && text[at] != '.' && text[at] != ';' && text[at] != ':' && count <= 3);
        if (count > 1 && !meant) return std::string(text.substr(at, count));
        at = end - 1;
    }
    return {};
}

std::string wrong_space(std::string_view text, std::string_view language) {
    const Surplus surplus = find_surplus(text, language, 0);
    if (surplus.at == std::string_view::npos) return {};
    return surplus.at > 0 && text[surplus.at - 1] == ' ' ? "two spaces" : "a space before a mark";
}

std::string with_right_space(std::string_view text, std::string_view language) {
    std::string right(text);
    for (Surplus surplus = find_surplus(right, language, 0); surplus.at != std::string_view::npos;
         surplus = find_surplus(right, language, surplus.at > 0 ? surplus.at - 1 : 0))
        right.erase(surplus.at, surplus.bytes);
    return right;
}

std::string odd_character(std::string_view text) {
    for (std::size_t at = 0; at < text.size();) {
        const char32_t c = align::next_code_point(text, at);
        const bool control = c >= 0x7F && c < 0xA0 && c != 0x85;
        const bool none = (c & 0xFFFEU) == 0xFFFE || (c >= 0xFDD0 && c <= 0xFDEF);
        if (c == 0xFFFD || control || none) return fmt::format("U+{:04X}", static_cast<std::uint32_t>(c));
    }
    return {};
}

}  // namespace memories
