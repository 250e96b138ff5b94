#include "pages/decode.hpp"

#include <unicode/uchar.h>
#include <unicode/ucnv.h>
#include <unicode/ucsdet.h>
#include <unicode/ustring.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <memory>
#include <optional>
#include <utility>
#include <vector>

#include "align/unicode.hpp"
#include "errors.hpp"

namespace pages {
namespace {

using hexapla::InputError;

constexpr std::string_view replacement = "\xEF\xBF\xBD";  // U+FFFD

struct Converter {
    explicit Converter(const std::string& encoding) : handle(nullptr, ucnv_close) {
        UErrorCode status = U_ZERO_ERROR;
        handle.reset(ucnv_open(encoding.c_str(), &status));
        if (U_FAILURE(status) != 0) handle.reset();
    }
    std::unique_ptr<UConverter, decltype(&ucnv_close)> handle;
};

std::string to_utf8(const std::u16string& text) {
    std::string out(text.size() * 3, '\0');
    std::int32_t length = 0;
    UErrorCode status = U_ZERO_ERROR;
    u_strToUTF8WithSub(out.data(), static_cast<std::int32_t>(out.size()), &length, text.data(),
                       static_cast<std::int32_t>(text.size()), 0xFFFD, nullptr, &status);
    out.resize(U_FAILURE(status) != 0 ? 0 : static_cast<std::size_t>(length));
    return out;
}

/// What becomes of bytes that are illegal in an encoding.
enum class Illegal { refuse, replace };

/// The bytes in that encoding as UTF-8, with U+FFFD for what is illegal where that is replaced; none when the
/// encoding is not known, or some bytes are illegal and refused.
std::optional<std::string> convert(std::string_view bytes, const std::string& encoding, Illegal illegal) {
    const Converter converter(encoding);
    if (!converter.handle) return std::nullopt;
    UErrorCode status = U_ZERO_ERROR;
    if (illegal == Illegal::refuse) {
        ucnv_setToUCallBack(converter.handle.get(), UCNV_TO_U_CALLBACK_STOP, nullptr, nullptr, nullptr,
                            &status);
    }
    std::u16string text(bytes.size() + 1, u'\0');
    const std::int32_t length =
        ucnv_toUChars(converter.handle.get(), text.data(), static_cast<std::int32_t>(text.size()),
                      bytes.data(), static_cast<std::int32_t>(bytes.size()), &status);
    if (U_FAILURE(status) != 0) return std::nullopt;
    text.resize(static_cast<std::size_t>(length));
    return to_utf8(text);
}

std::size_t count_replacements(std::string_view text) {
    std::size_t count = 0;
    for (auto at = text.find(replacement); at != text.npos;
         at = text.find(replacement, at + replacement.size())) {
        ++count;
    }
    return count;
}

/// How well bytes fit UTF-8: well-formed sequences of several bytes, and malformed ones.
struct Utf8Fit {
    std::size_t sequences = 0;
    std::size_t errors = 0;
    std::size_t first_error = 0;
    std::string repaired;
};

Utf8Fit fit_utf8(std::string_view bytes) {
    Utf8Fit fit;
    fit.repaired.reserve(bytes.size());
    const auto* units = reinterpret_cast<const std::uint8_t*>(bytes.data());
    const auto size = static_cast<std::int32_t>(bytes.size());
    for (std::int32_t i = 0; i < size;) {
        const std::int32_t start = i;
        UChar32 c = 0;
        U8_NEXT(units, i, size, c);
        if (c < 0) {
            if (fit.errors++ == 0) fit.first_error = static_cast<std::size_t>(start);
            fit.repaired += replacement;
            continue;
        }
        // 'ß' before a closing quote in windows-1252 looks like a letter of N'Ko, which no edition is written
        // in.
        if (c >= 0x80 && (c < 0x7C0 || c > 0x7FF)) ++fit.sequences;
        fit.repaired.append(
            bytes.substr(static_cast<std::size_t>(start), static_cast<std::size_t>(i - start)));
    }
    return fit;
}

bool is_broken_utf8(const Utf8Fit& fit, std::size_t bytes) {
    return fit.errors > 0 && fit.sequences > 0 && fit.errors * 100 < bytes;
}

/// UTF-8 that may hold malformed bytes: refused, or repaired where that is wanted.
DecodedText accept_utf8(std::string_view bytes, const std::string& place, bool repair, std::size_t skipped) {
    const auto malformed = align::find_malformed(bytes);
    if (!malformed) return {std::string(bytes), "UTF-8"};
    if (!repair) {
        throw InputError(
            place + ", byte " + std::to_string(*malformed + skipped) +
            ": is not well-formed UTF-8; save it as UTF-8 again, or give --repair to read it with "
            "U+FFFD in place of the bad bytes");
    }
    Utf8Fit fit = fit_utf8(bytes);
    return {std::move(fit.repaired), "UTF-8", {}, false, fit.errors, fit.first_error + skipped};
}

DecodedText accept_encoding(std::string_view bytes, const std::string& encoding, const std::string& place,
                            bool repair) {
    if (auto text = convert(bytes, encoding, Illegal::refuse)) return {std::move(*text), encoding};
    if (repair) {
        if (auto text = convert(bytes, encoding, Illegal::replace)) {
            const std::size_t count = count_replacements(*text);
            return {std::move(*text), encoding, {}, false, count};
        }
    }
    throw InputError(place + ": says it is " + encoding +
                     ", but holds bytes that this encoding has not; save it as UTF-8, or give --repair");
}

struct Mark {
    std::string_view bytes;
    std::string_view encoding;
};
// UTF-32 first: its little-endian mark begins with that of UTF-16.
constexpr std::array<Mark, 4> marks = {{{std::string_view("\xFF\xFE\0\0", 4), "UTF-32LE"},
                                        {std::string_view("\0\0\xFE\xFF", 4), "UTF-32BE"},
                                        {"\xFF\xFE", "UTF-16LE"},
                                        {"\xFE\xFF", "UTF-16BE"}}};

std::string lower(std::string_view text) {
    std::string out(text);
    for (char& c : out) {
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    }
    return out;
}

/// The word that follows `key` and "=", perhaps quoted: "utf-8" in `charset = "utf-8"`; empty: none.
std::string value_after(std::string_view text, std::string_view key) {
    std::size_t at = text.find(key);
    if (at == text.npos) return {};
    at = text.find_first_not_of(" \t\r\n=\"'", at + key.size());
    if (at == text.npos) return {};
    return std::string(text.substr(at, text.find_first_of(" \t\r\n\"'/>;?", at) - at));
}

/// A name of an encoding in the sense that browsers give it (WHATWG, Encoding Standard, section 4.2); empty
/// for one that is not known.
std::string encoding_of_label(const std::string& name) {
    if (name == "iso-8859-1" || name == "latin1" || name == "us-ascii") return "windows-1252";
    if (name == "iso-8859-9") return "windows-1254";
    if (name == "gb2312" || name == "gbk") return "GB18030";
    // What could be read as ASCII so far is no UTF-16.
    if (name.starts_with("utf-16") || name == "utf8") return "utf-8";
    return name.empty() || !Converter(name).handle ? "" : name;
}

/// The encoding that a markup document names; empty: none. Text that does not begin with a tag names none,
/// whatever it talks about.
std::string declared_encoding(std::string_view bytes) {
    const std::size_t start = bytes.find_first_not_of(" \t\r\n");
    if (start == bytes.npos || bytes[start] != '<') return {};
    const std::string head = lower(bytes.substr(start, 4096));
    std::string name;
    if (head.starts_with("<?xml")) name = value_after(head.substr(0, head.find("?>")), "encoding");
    if (name.empty() && head.find("<meta") != head.npos) {
        name = value_after(std::string_view(head).substr(head.find("<meta")), "charset");
    }
    return encoding_of_label(name);
}

/// Bytes that no text has: NUL, or control codes (beside tabs, line and form feeds, and the Ctrl-Z that ends
/// files of DOS) in over 1 % of them.
bool is_binary(std::string_view text) {
    if (text.find('\0') != text.npos) return true;
    const auto control = [](char c) {
        const auto u = static_cast<unsigned char>(c);
        return u < 0x20 && c != '\t' && c != '\n' && c != '\r' && c != '\f' && c != '\v' && c != '\x1A';
    };
    return std::count_if(text.begin(), text.end(), control) * 100 > static_cast<std::ptrdiff_t>(text.size());
}

/// Control codes U+0080 to U+009F: never meant, so their presence says that the encoding is another one.
bool has_c1_controls(std::string_view text) {
    for (std::size_t at = text.find('\xC2'); at != text.npos && at + 1 < text.size();
         at = text.find('\xC2', at + 1)) {
        if (static_cast<unsigned char>(text[at + 1]) < 0xA0) return true;
    }
    return false;
}

struct Guess {
    std::string encoding;
    int confidence = 0;  // percent, as ICU has it
};

/// ICU's guesses, likeliest first, from the part of the bytes where other than ASCII begins.
std::vector<Guess> guess_encodings(std::string_view bytes) {
    constexpr std::size_t context = 1 << 10;
    constexpr std::size_t sample = 1 << 18;
    const auto is_ascii = [](char c) { return static_cast<unsigned char>(c) < 0x80; };
    const auto first =
        static_cast<std::size_t>(std::find_if_not(bytes.begin(), bytes.end(), is_ascii) - bytes.begin());
    const std::size_t start = first > context ? first - context : 0;
    bytes = bytes.substr(start, sample);

    UErrorCode status = U_ZERO_ERROR;
    const std::unique_ptr<UCharsetDetector, decltype(&ucsdet_close)> detector(ucsdet_open(&status),
                                                                              ucsdet_close);
    ucsdet_setText(detector.get(), bytes.data(), static_cast<std::int32_t>(bytes.size()), &status);
    std::int32_t count = 0;
    const UCharsetMatch** matches = ucsdet_detectAll(detector.get(), &count, &status);
    std::vector<Guess> guesses;
    for (std::int32_t i = 0; U_SUCCESS(status) != 0 && i < count; ++i) {
        const char* name = ucsdet_getName(matches[i], &status);
        guesses.push_back({name, ucsdet_getConfidence(matches[i], &status)});
    }
    return guesses;
}

/// Whether every character of the text is one that Unicode has assigned, and none is for private use.
bool is_assigned(std::string_view text) {
    const auto* units = reinterpret_cast<const std::uint8_t*>(text.data());
    const auto size = static_cast<std::int32_t>(text.size());
    for (std::int32_t i = 0; i < size;) {
        UChar32 c = 0;
        U8_NEXT(units, i, size, c);
        const auto kind = u_charType(c);
        if (kind == U_UNASSIGNED || kind == U_PRIVATE_USE_CHAR) return false;
    }
    return true;
}

/// UTF-16 without a mark. Its spaces and line feeds have a NUL byte each, most at even or most at odd
/// offsets; ICU's detector knows it in Latin script alone. Read the wrong way round, a line feed is no
/// character.
std::optional<DecodedText> decode_unmarked_utf16(std::string_view bytes) {
    if (bytes.size() % 2 != 0) return std::nullopt;
    std::size_t even = 0;
    std::size_t odd = 0;
    for (std::size_t i = 0; i < bytes.size(); ++i) (i % 2 == 0 ? even : odd) += bytes[i] == '\0' ? 1 : 0;
    std::vector<std::string> encodings;
    if (odd > 0) encodings.emplace_back("UTF-16LE");
    if (even > 0) encodings.insert(even > odd ? encodings.begin() : encodings.end(), "UTF-16BE");
    for (const std::string& encoding : encodings) {
        auto text = convert(bytes, encoding, Illegal::refuse);
        if (text && !is_binary(*text) && is_assigned(*text)) return DecodedText{std::move(*text), encoding};
    }
    return std::nullopt;
}

DecodedText decode_legacy(std::string_view bytes, const std::string& place) {
    constexpr int likely = 10;
    for (const Guess& guess : guess_encodings(bytes)) {
        if (guess.encoding.starts_with("UTF-") || guess.confidence < likely) continue;
        auto text = convert(bytes, guess.encoding, Illegal::refuse);
        if (text && !has_c1_controls(*text)) return {std::move(*text), guess.encoding, {}, true};
    }
    throw InputError(place + ": its encoding is not known, and it is not UTF-8; save it as UTF-8");
}

DecodedText decode_any(std::string_view bytes, const std::string& place, const Decoding& how) {
    if (bytes.starts_with("\xEF\xBB\xBF")) return accept_utf8(bytes.substr(3), place, how.repair, 3);
    for (const Mark& mark : marks) {
        if (!bytes.starts_with(mark.bytes)) continue;
        return accept_encoding(bytes.substr(mark.bytes.size()), std::string(mark.encoding), place,
                               how.repair);
    }
    if (bytes.find('\0') != bytes.npos) {
        if (auto text = decode_unmarked_utf16(bytes)) return std::move(*text);
    }
    if (is_binary(bytes)) return {};  // refused by the caller
    std::string encoding = encoding_of_label(lower(how.label));
    if (encoding.empty()) encoding = declared_encoding(bytes);
    const bool well_formed = !align::find_malformed(bytes);
    if (!encoding.empty() && encoding != "utf-8") {
        if (!well_formed || fit_utf8(bytes).sequences == 0)
            return accept_encoding(bytes, encoding, place, how.repair);
        return {std::string(bytes), "UTF-8", std::move(encoding)};
    }
    if (well_formed) return {std::string(bytes), "UTF-8"};
    if (is_broken_utf8(fit_utf8(bytes), bytes.size())) return accept_utf8(bytes, place, how.repair, 0);
    DecodedText text = decode_legacy(bytes, place);
    text.wrong_label = std::move(encoding);
    return text;
}

void normalise_line_ends(std::string& text) {
    if (text.find('\r') == text.npos) return;
    std::size_t kept = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == '\r' && i + 1 < text.size() && text[i + 1] == '\n') continue;
        text[kept++] = text[i] == '\r' ? '\n' : text[i];
    }
    text.resize(kept);
}

}  // namespace

DecodedText decode(std::string_view bytes, const std::string& place, const Decoding& how) {
    if (bytes.empty()) throw InputError(place + ": is empty; save the page again");
    if (bytes.size() > how.most_bytes) {
        throw InputError(place + ": is larger than " + std::to_string(how.most_bytes >> 20) +
                         " MB, the limit for a file of pages; split it");
    }
    DecodedText decoded = decode_any(bytes, place, how);
    // What was UTF-8 as it came was looked through already.
    const bool same = decoded.encoding == "UTF-8" && decoded.text.size() == bytes.size();
    if (decoded.text.empty() || (!same && is_binary(decoded.text))) {
        throw InputError(place + ": is no text; give pages saved as HTML or text");
    }
    normalise_line_ends(decoded.text);
    return decoded;
}

}  // namespace pages
