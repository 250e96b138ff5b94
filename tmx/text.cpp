#include "tmx/text.hpp"

#include <stdexcept>

#include "tmx/characters.hpp"
#include "tmx/segment.hpp"

namespace tmx {
namespace {

std::string_view reference_for(char32_t code, bool in_attribute) {
    switch (code) {
        case '&':
            return "&amp;";
        case '<':
            return "&lt;";
        case '>':
            return "&gt;";
        case '\r':
            return "&#13;";
        case '"':
            return in_attribute ? "&quot;" : "";
        case '\t':
            return in_attribute ? "&#9;" : "";
        case '\n':
            return in_attribute ? "&#10;" : "";
        default:
            return "";
    }
}

std::string escape(std::string_view text, std::size_t* dropped, bool in_attribute) {
    std::string result;
    result.reserve(text.size() + text.size() / 16);
    for (std::size_t at = 0; at < text.size();) {
        const auto [code, length] = decode(text.substr(at));
        if (length == 0) {
            throw std::invalid_argument("the text is not UTF-8 at byte " + std::to_string(at) +
                                        "; convert it to UTF-8 first");
        }
        if (const std::string_view reference = reference_for(code, in_attribute); !reference.empty()) {
            result += reference;
        } else if (is_xml_character(code)) {
            result += text.substr(at, length);
        } else if (dropped != nullptr) {
            ++*dropped;
        }
        at += length;
    }
    return result;
}

}  // namespace

std::string escape(std::string_view text, std::size_t* dropped) { return escape(text, dropped, false); }

std::string escape_attribute(std::string_view text, std::size_t* dropped) {
    return escape(text, dropped, true);
}

std::string plain_text(std::string_view segment) {
    return text_of(parse_segment(segment).document_element());
}

std::optional<std::size_t> find_malformed(std::string_view text) {
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t length = decode(text.substr(at)).length;
        if (length == 0) return at;
        at += length;
    }
    return std::nullopt;
}

}  // namespace tmx
