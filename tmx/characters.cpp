#include "tmx/characters.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstring>

namespace tmx {
namespace {

struct CodeRange {
    char32_t first;
    char32_t last;
};

constexpr std::array<CodeRange, 15> name_start = {{{':', ':'},
                                                   {'A', 'Z'},
                                                   {'_', '_'},
                                                   {'a', 'z'},
                                                   {0xC0, 0xD6},
                                                   {0xD8, 0xF6},
                                                   {0xF8, 0x2FF},
                                                   {0x370, 0x37D},
                                                   {0x37F, 0x1FFF},
                                                   {0x200C, 0x200D},
                                                   {0x2070, 0x218F},
                                                   {0x2C00, 0x2FEF},
                                                   {0x3001, 0xD7FF},
                                                   {0xF900, 0xFDCF},
                                                   {0xFDF0, 0xFFFD}}};

template <class Ranges>
bool holds(const Ranges& ranges, char32_t code) {
    return std::any_of(ranges.begin(), ranges.end(),
                       [code](CodeRange range) { return code >= range.first && code <= range.last; });
}

/// How many bytes, a multiple of eight, are ASCII without control characters.
std::size_t plain_length(const char* bytes, std::size_t size) {
    constexpr std::uint64_t each_space = 0x2020202020202020;
    constexpr std::uint64_t each_top = 0x8080808080808080;
    std::size_t at = 0;
    for (; size - at >= sizeof(std::uint64_t); at += sizeof(std::uint64_t)) {
        std::uint64_t word = 0;
        std::memcpy(&word, bytes + at, sizeof word);
        if ((((word - each_space) | word) & each_top) != 0) break;
    }
    return at;
}

bool all_of(std::string_view text, bool (*test)(char32_t)) {
    while (!text.empty()) {
        const Decoded next = decode(text);
        if (next.length == 0 || !test(next.code)) return false;
        text.remove_prefix(next.length);
    }
    return true;
}

}  // namespace

Decoded decode(std::string_view bytes) {
    if (bytes.empty()) return {};
    const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(bytes[i]); };
    const unsigned lead = byte(0);
    if (lead < 0x80) return {lead, 1};
    const std::size_t length = lead < 0xC2 ? 0 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : lead < 0xF5 ? 4 : 0;
    if (length == 0 || bytes.size() < length) return {};
    char32_t code = lead & (0x7FU >> length);
    for (std::size_t i = 1; i < length; ++i) {
        if ((byte(i) & 0xC0U) != 0x80) return {};
        code = code << 6U | (byte(i) & 0x3FU);
    }
    const bool overlong = (length == 3 && code < 0x800) || (length == 4 && code < 0x10000);
    if (overlong || (code >= 0xD800 && code <= 0xDFFF) || code > 0x10FFFF) return {};
    return {code, length};
}

std::size_t sound_length(std::string_view bytes) {
    const char* const begin = bytes.data();
    const char* const end = begin + bytes.size();
    const auto trails = [](const char* at) { return (static_cast<unsigned char>(*at) & 0xC0U) == 0x80; };
    for (const char* at = begin; at != end;) {
        const auto lead = static_cast<unsigned char>(*at);
        if (lead < 0x80) {
            if (lead < 0x20 && !is_xml_space(lead)) return static_cast<std::size_t>(at - begin);
            ++at;
            // Between words of another alphabet one byte stands alone.
            if (at != end && static_cast<unsigned char>(*at) < 0x80)
                at += plain_length(at, static_cast<std::size_t>(end - at));
        } else if (lead >= 0xC2 && lead < 0xE0 && end - at > 1 && trails(at + 1)) {
            do at += 2;
            while (end - at > 1 && static_cast<unsigned char>(*at) >= 0xC2 &&
                   static_cast<unsigned char>(*at) < 0xE0 && trails(at + 1));
        } else if (((lead > 0xE0 && lead < 0xED) || lead == 0xEE) && end - at > 2 && trails(at + 1) &&
                   trails(at + 2)) {
            at += 3;  // sound whatever the last two bytes are
        } else {
            const Decoded next = decode({at, static_cast<std::size_t>(end - at)});
            if (next.length == 0 || !is_xml_character(next.code)) return static_cast<std::size_t>(at - begin);
            at += next.length;
        }
    }
    return bytes.size();
}

void append(std::string& text, char32_t code) {
    const auto trail = [&](unsigned shift) { text += static_cast<char>(0x80U | (code >> shift & 0x3FU)); };
    if (code < 0x80) {
        text += static_cast<char>(code);
    } else if (code < 0x800) {
        text += static_cast<char>(0xC0U | code >> 6U);
        trail(0);
    } else if (code < 0x10000) {
        text += static_cast<char>(0xE0U | code >> 12U);
        trail(6);
        trail(0);
    } else {
        text += static_cast<char>(0xF0U | code >> 18U);
        trail(12);
        trail(6);
        trail(0);
    }
}

bool is_xml_character(char32_t code) {
    return code >= 0x20
               ? code < 0xD800 || (code > 0xDFFF && code < 0xFFFE) || (code > 0xFFFF && code <= 0x10FFFF)
               : is_xml_space(code);
}

bool is_xml_space(char32_t code) { return code == ' ' || code == '\t' || code == '\n' || code == '\r'; }

bool is_name_start(char32_t code) { return holds(name_start, code) || (code >= 0x10000 && code <= 0xEFFFF); }

bool is_name_character(char32_t code) {
    return is_name_start(code) || (code >= '0' && code <= '9') || code == '-' || code == '.' ||
           code == 0xB7 || (code >= 0x300 && code <= 0x36F) || code == 0x203F || code == 0x2040;
}

bool is_blank(char32_t code) {
    return is_xml_space(code) || code == 0x85 || code == 0xA0 || code == 0x1680 ||
           (code >= 0x2000 && code <= 0x200B) || code == 0x2028 || code == 0x2029 || code == 0x202F ||
           code == 0x205F || code == 0x3000 || code == 0xFEFF;
}

bool is_blank(std::string_view text) {
    return all_of(text, [](char32_t code) { return is_blank(code); });
}

bool is_xml_space(std::string_view text) {
    return all_of(text, [](char32_t code) { return is_xml_space(code); });
}

}  // namespace tmx
