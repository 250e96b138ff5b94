#include "tmx/text.hpp"

#include <array>
#include <stdexcept>

#include "tmx/characters.hpp"
#include "tmx/entities.hpp"
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

/// What stands for itself in XML as far as one byte tells, told for each byte.
class ByteSet {
  public:
    constexpr ByteSet(bool with_ascii_alone, std::string_view excepted) {
        for (std::size_t byte = 0; byte < set_.size(); ++byte)
            set_.at(byte) = !with_ascii_alone || (byte >= 0x20 && byte < 0x80);
        for (const char byte : excepted) set_.at(static_cast<unsigned char>(byte)) = false;
    }
    /// How many bytes at the front are of the set.
    [[nodiscard]] std::size_t span(std::string_view text) const {
        std::size_t at = 0;
        while (at < text.size() && set_[static_cast<unsigned char>(text[at])]) ++at;
        return at;
    }

  private:
    std::array<bool, 256> set_{};
};

// Without the bytes that reference_for may have a reference for.
constexpr std::string_view special = "&<>\r";
constexpr std::string_view special_in_attribute = "&<>\r\"\t\n";

/// Escapes what is sound.
void append_sound(std::string& xml, std::string_view text, bool in_attribute) {
    static constexpr ByteSet content(false, special);
    static constexpr ByteSet value(false, special_in_attribute);
    const ByteSet& set = in_attribute ? value : content;
    while (true) {
        const std::size_t plain = set.span(text);
        xml += text.substr(0, plain);
        if (plain == text.size()) return;
        xml += reference_for(static_cast<unsigned char>(text[plain]), in_attribute);
        text.remove_prefix(plain + 1);
    }
}

void append_escaped(std::string& xml, std::string_view text, std::size_t* dropped, bool in_attribute) {
    static constexpr ByteSet plain_ascii(true, special_in_attribute);
    const std::size_t size = text.size();
    const std::size_t plain = plain_ascii.span(text);
    xml += text.substr(0, plain);
    text.remove_prefix(plain);
    while (!text.empty()) {
        const std::size_t sound = sound_length(text);
        append_sound(xml, text.substr(0, sound), in_attribute);
        text.remove_prefix(sound);
        if (text.empty()) return;
        const std::size_t length = decode(text).length;
        if (length == 0) {
            throw std::invalid_argument("the text is not UTF-8 at byte " +
                                        std::to_string(size - text.size()) + "; convert it to UTF-8 first");
        }
        if (dropped != nullptr) ++*dropped;
        text.remove_prefix(length);
    }
}

}  // namespace

void append_escaped(std::string& xml, std::string_view text, std::size_t* dropped) {
    append_escaped(xml, text, dropped, false);
}

void append_escaped_attribute(std::string& xml, std::string_view text, std::size_t* dropped) {
    append_escaped(xml, text, dropped, true);
}

std::string escape(std::string_view text, std::size_t* dropped) {
    std::string xml;
    append_escaped(xml, text, dropped, false);
    return xml;
}

std::string escape_attribute(std::string_view text, std::size_t* dropped) {
    std::string xml;
    append_escaped(xml, text, dropped, true);
    return xml;
}

std::string plain_text(std::string_view segment) {
    std::string text;
    if (is_plain(segment)) {
        append_unescaped(text, segment);
        return text;
    }
    return text_of(parse_segment(segment).document_element());
}

std::optional<std::size_t> find_malformed(std::string_view text) {
    for (std::size_t at = 0;;) {
        at += sound_length(text.substr(at));
        if (at == text.size()) return std::nullopt;
        const std::size_t length = decode(text.substr(at)).length;
        if (length == 0) return at;
        at += length;
    }
}

}  // namespace tmx
