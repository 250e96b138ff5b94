#include "tmx/text_source.hpp"

#include <algorithm>
#include <array>
#include <ios>
#include <stdexcept>
#include <utility>

#include "tmx/characters.hpp"
#include "tmx/wording.hpp"

namespace tmx {
namespace {

constexpr std::size_t chunk = std::size_t{64} << 10U;
constexpr std::size_t longest_character = 4;

std::string hexadecimal(char32_t code, int digits) {
    std::string text;
    for (int shift = 4 * (digits - 1); shift >= 0; shift -= 4)
        text += "0123456789ABCDEF"[code >> shift & 0xFU];
    return text;
}

std::string code_point(char32_t code) { return "U+" + hexadecimal(code, code > 0xFFFF ? 6 : 4); }
std::string shown_byte(char byte) { return "the byte 0x" + hexadecimal(static_cast<unsigned char>(byte), 2); }

std::string lower(std::string_view text) {
    std::string result(text);
    for (char& c : result) {
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    }
    return result;
}

bool is_utf8(std::string_view encoding) {
    const std::string name = lower(encoding);
    return name.empty() || name == "utf-8" || name == "utf8" || name == "us-ascii" || name == "ascii";
}

bool is_of_wide_units(std::string_view encoding) {
    const std::string name = lower(encoding);
    return name.find("utf-16") != std::string::npos || name.find("utf-32") != std::string::npos ||
           name.find("10646") != std::string::npos || name.find("ucs-") != std::string::npos ||
           name.find("utf16") != std::string::npos;
}

/// What the XML declaration at the front names, if anything.
std::string declared_encoding(std::string_view text) {
    if (!text.starts_with("<?xml")) return {};
    const std::string_view declaration = text.substr(0, text.find("?>"));
    const std::size_t at = declaration.find("encoding");
    if (at == std::string_view::npos) return {};
    const std::size_t open = declaration.find_first_of("\"'", at);
    if (open == std::string_view::npos) return {};
    const std::size_t close = declaration.find(declaration[open], open + 1);
    if (close == std::string_view::npos) return {};
    return std::string(declaration.substr(open + 1, close - open - 1));
}

struct Sign {
    std::string_view bytes;
    std::string_view encoding;
    bool is_mark;
};

using namespace std::string_view_literals;
constexpr std::array<Sign, 10> signs = {{{"\xFF\xFE\0\0"sv, "UTF-32LE", true},
                                         {"\0\0\xFE\xFF"sv, "UTF-32BE", true},
                                         {"<\0\0\0"sv, "UTF-32LE", false},
                                         {"\0\0\0<"sv, "UTF-32BE", false},
                                         {"\xFF\xFE"sv, "UTF-16LE", true},
                                         {"\xFE\xFF"sv, "UTF-16BE", true},
                                         {"<\0"sv, "UTF-16LE", false},
                                         {"\0<"sv, "UTF-16BE", false},
                                         {"\xEF\xBB\xBF"sv, "UTF-8", true},
                                         {"\x4C\x6F\xA7\x94"sv, "EBCDIC", false}}};

}  // namespace

TextSource::TextSource(std::istream& in, bool mend) : in_(&in), mend_(mend) {}

bool TextSource::read(std::string& text) {
    mended_.clear();
    if (!fault_.empty()) return false;
    begin_ = text.size();
    if (!started_) detect();
    // What was read may be an incomplete character, or all of it left out.
    while (text.size() == begin_ && fault_.empty() && !(ended_ && bytes_.empty() && converted_.empty())) {
        decode_into(text);
        if (text.size() == begin_ && fault_.empty() && !ended_) fill();
    }
    return text.size() > begin_;
}

/// Reads on; false at the end.
bool TextSource::fill() {
    const std::size_t kept = bytes_.size();
    bytes_.resize(kept + chunk);
    in_->read(bytes_.data() + kept, static_cast<std::streamsize>(chunk));
    const auto got = static_cast<std::size_t>(in_->gcount());
    bytes_.resize(kept + got);
    if (in_->bad()) fault_ = "the file cannot be read on; see whether it is a file and the disk is sound";
    ended_ = got < chunk && !in_->good();
    return got > 0;
}

void TextSource::detect() {
    started_ = true;
    while (fault_.empty() && !ended_ && bytes_.size() < chunk / 2) fill();
    const auto sign = std::find_if(signs.begin(), signs.end(), [this](const Sign& each) {
        return std::string_view(bytes_).starts_with(each.bytes);
    });
    const std::string by_bytes(sign == signs.end() ? std::string_view{} : sign->encoding);
    if (sign != signs.end() && sign->is_mark) bytes_.erase(0, sign->bytes.size());
    if (by_bytes == "EBCDIC") {
        fault_ = "the file is in EBCDIC; convert it to UTF-8, e.g. with iconv";
        return;
    }
    if (by_bytes.empty() || by_bytes == "UTF-8") {
        const std::string declared = declared_encoding(bytes_);
        if (is_of_wide_units(declared)) {
            oddity_ =
                "the XML declaration says " + declared + ", but the file is in bytes; it is read as UTF-8";
        } else if (by_bytes == "UTF-8" && !is_utf8(declared)) {
            oddity_ =
                "the XML declaration says " + declared + ", but the byte order mark UTF-8; it is read so";
        } else {
            choose(declared);
        }
        return;
    }
    choose(by_bytes);
    std::string front;
    bool malformed = false;
    Converter(by_bytes).convert(std::string_view(bytes_).substr(0, 1024), front, malformed);
    const std::string declared = declared_encoding(front);
    if (!declared.empty() && !is_of_wide_units(declared))
        oddity_ = "the XML declaration says " + declared + ", but the file is in " + by_bytes;
    if (sign != signs.end() && !sign->is_mark)
        oddity_ = "the file is in " + by_bytes + " without a byte order mark, which TMX demands there";
}

void TextSource::choose(const std::string& encoding) {
    encoding_ = encoding;
    if (is_utf8(encoding)) return;
    try {
        converter_ = std::make_unique<Converter>(encoding);
    } catch (const std::invalid_argument& error) {
        fault_ = std::string(error.what()) + "; convert the file to UTF-8 and say so in the XML declaration";
    }
}

/// Turns the bytes at hand into text.
void TextSource::decode_into(std::string& text) {
    if (!converter_) {
        accept(std::exchange(bytes_, {}), text, ended_);
        return;
    }
    bool malformed = false;
    const std::size_t used = converter_->convert(bytes_, converted_, malformed);
    bytes_.erase(0, used);
    const bool cut = ended_ && !malformed && !bytes_.empty();
    accept(std::exchange(converted_, {}), text, ended_ || malformed);
    if ((!malformed && !cut) || !fault_.empty()) return;
    const std::string what = shown_byte(bytes_.front()) + " is not " + encoding_;
    if (mend_) {
        mended_.push_back({text.size() - begin_, what + "; U+FFFD stands in its place"});
        append(text, 0xFFFD);
        after_return_ = false;
        bytes_.erase(0, 1);
    } else {
        fault_ = what + " here; find out what encoding the file is in and say so in the XML declaration";
    }
}

/// Takes UTF-8 up to the first fault. What is cut by the end stays in bytes_ (or converted_) unless it is the
/// last.
void TextSource::accept(std::string_view bytes, std::string& text, bool last) {
    while (!bytes.empty()) {
        const std::size_t sound = sound_length(bytes);
        const std::size_t from = text.size();
        text.append(bytes.substr(0, sound));
        give_line_feeds(text, from);
        bytes.remove_prefix(sound);
        if (bytes.empty() || !mend_front(bytes, text, last)) break;
    }
}

/// Deals with what is not sound at the front; false: nothing behind it can be taken now.
bool TextSource::mend_front(std::string_view& bytes, std::string& text, bool last) {
    const Decoded next = decode(bytes);
    const bool may_be_cut = next.length == 0 && bytes.size() < longest_character && !last &&
                            static_cast<unsigned char>(bytes.front()) >= 0xC2;
    if (may_be_cut) {
        (converter_ ? converted_ : bytes_).assign(bytes);
        return false;
    }
    const std::string what = next.length == 0 ? shown_byte(bytes.front()) + " is not UTF-8"
                                              : "the character " + code_point(next.code);
    if (!mend_) {
        fault_ = next.length == 0
                     ? what + " here; convert the file to UTF-8, or name its encoding in the XML declaration"
                     : what + " is forbidden in XML 1.0; delete it";
        return false;
    }
    mended_.push_back({text.size() - begin_, next.length == 0
                                                 ? what + "; U+FFFD stands in its place"
                                                 : what + " is forbidden in XML 1.0; it was left out"});
    if (next.length == 0) append(text, 0xFFFD);
    after_return_ = false;
    bytes.remove_prefix(std::max<std::size_t>(1, next.length));
    return true;
}

/// Line ends of any kind become line feeds, also where two pieces meet within one.
void TextSource::give_line_feeds(std::string& text, std::size_t from) {
    if (text.size() == from) return;
    const bool was_return = std::exchange(after_return_, text.back() == '\r');
    if (text.find('\r', from) == std::string::npos && !was_return) return;
    std::size_t to = from;
    bool after = was_return;
    for (std::size_t at = from; at < text.size(); ++at) {
        const char c = text[at];
        if (c == '\n' && after) {
            after = false;
            continue;
        }
        after = c == '\r';
        text[to++] = after ? '\n' : c;
    }
    text.resize(to);
}

}  // namespace tmx
