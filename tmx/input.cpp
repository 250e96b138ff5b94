#include "tmx/input.hpp"

#include <array>
#include <ios>
#include <utility>

#include "tmx/characters.hpp"
#include "tmx/errors.hpp"

namespace tmx {
namespace {

constexpr std::size_t chunk = std::size_t{64} << 10U;

std::string hexadecimal(char32_t code, int digits) {
    std::string text;
    for (int shift = 4 * (digits - 1); shift >= 0; shift -= 4) {
        text += "0123456789ABCDEF"[code >> shift & 0xFU];
    }
    return text;
}

std::string code_point(char32_t code) { return "U+" + hexadecimal(code, code > 0xFFFF ? 6 : 4); }

}  // namespace

Input::Input(std::istream& in) : in_(&in) { detect_encoding(); }

void Input::fail(const std::string& what) const { throw ParseError(place_.line, place_.column, what); }

/// Whether so many bytes (few) are left; reads on where needed.
bool Input::ensure(std::size_t bytes) {
    while (rest_.size() < bytes && in_ != nullptr) {
        if (taken_.size() > max_unit_bytes) {
            fail("a piece of more than " + std::to_string(max_unit_bytes >> 20U) +
                 " MB ends here; this is no TMX, or it is damaged");
        }
        std::string next(rest_);
        const std::size_t kept = next.size();
        next.resize(kept + chunk);
        in_->read(next.data() + kept, static_cast<std::streamsize>(chunk));
        const auto got = static_cast<std::size_t>(in_->gcount());
        if (in_->bad()) fail("the file cannot be read on; see whether it is a file and the disk is sound");
        next.resize(kept + got);
        buffer_.swap(next);
        rest_ = buffer_;
        if (got == 0) in_ = nullptr;
    }
    return rest_.size() >= bytes;
}

bool Input::ahead(std::string_view literal) {
    ensure(literal.size());
    return rest_.substr(0, literal.size()) == literal;
}

bool Input::skip(std::string_view literal) {
    if (!ahead(literal)) return false;
    taken_ += literal;
    rest_.remove_prefix(literal.size());
    place_.column += literal.size();
    return true;
}

// The way most of a file goes. It stops short of what needs a closer look, and where a character may be cut
// by the end of the buffer.
void Input::take_plain() {
    std::size_t end = 0;
    std::size_t characters = 0;
    for (; end < rest_.size(); ++characters) {
        const auto c = static_cast<unsigned char>(rest_[end]);
        if (c >= 0x20 && c < 0x80) {
            if (c == '<' || c == '&' || c == ']') break;
            ++end;
        } else {
            const Decoded next = decode(rest_.substr(end));
            if (next.length < 2 || !is_xml_character(next.code)) break;
            end += next.length;
        }
    }
    taken_ += rest_.substr(0, end);
    rest_.remove_prefix(end);
    place_.column += characters;
}

char32_t Input::peek() {
    ensure(4);
    if (rest_.empty()) return nothing;
    const Decoded next = decode(rest_);
    if (next.length == 0) {
        const auto byte = static_cast<unsigned char>(rest_.front());
        fail("the byte 0x" + hexadecimal(byte, 2) + " is not UTF-8 here; convert the file to UTF-8");
    }
    if (!is_xml_character(next.code)) {
        fail("the character " + code_point(next.code) + " is forbidden in XML 1.0; delete it");
    }
    return next.code == '\r' ? U'\n' : next.code;
}

char32_t Input::take() {
    const char32_t code = peek();
    if (code == nothing) fail("the input ends within a tag or reference; it is cut off");
    const bool pair = rest_.size() > 1 && rest_[0] == '\r' && rest_[1] == '\n';
    rest_.remove_prefix(pair ? 2 : decode(rest_).length);
    append(taken_, code);
    if (code == '\n') {
        ++place_.line;
        place_.column = 1;
    } else {
        ++place_.column;
    }
    return code;
}

void Input::detect_encoding() {
    ensure(4);
    const auto begins = [this](std::string_view bytes) { return rest_.substr(0, bytes.size()) == bytes; };
    using namespace std::string_view_literals;
    constexpr std::array<std::pair<std::string_view, std::string_view>, 6> others = {
        {{"\xFF\xFE\0\0"sv, "UTF-32LE"},
         {"\0\0\xFE\xFF"sv, "UTF-32BE"},
         {"\xFF\xFE"sv, "UTF-16LE"},
         {"\xFE\xFF"sv, "UTF-16BE"},
         {"<\0"sv, "UTF-16LE"},
         {"\0<"sv, "UTF-16BE"}}};
    for (const auto& [bytes, encoding] : others) {
        if (begins(bytes)) {
            fail("the file is in " + std::string(encoding) + "; convert it to UTF-8, e.g. iconv -f " +
                 std::string(encoding) + " -t UTF-8, and say so in the XML declaration");
        }
    }
    if (begins("\xEF\xBB\xBF")) rest_.remove_prefix(3);
}

}  // namespace tmx
