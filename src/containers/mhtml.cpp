#include "containers/mhtml.hpp"

#include <algorithm>
#include <cstdint>
#include <optional>

#include "containers/http_answer.hpp"
#include "errors.hpp"

namespace containers {
namespace {

/// The next line without its end; takes it from the text.
std::string_view next_line(std::string_view& text) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    std::string_view line = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    if (line.ends_with('\r')) line.remove_suffix(1);
    return line;
}

/// The fields up to the empty line; takes them from the text.
Fields read_fields(std::string_view& text) {
    Fields fields;
    while (!text.empty()) {
        const std::string_view line = next_line(text);
        if (line.empty()) break;
        fields.add(line);
    }
    return fields;
}

int hex_value(char c) {
    if (c >= '0' && c <= '9') return c - '0';
    if (c >= 'A' && c <= 'F') return c - 'A' + 10;
    return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

std::string decode_quoted_printable(std::string_view text) {
    std::string out;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] != '=') {
            out += text[i];
            continue;
        }
        const std::string_view rest = text.substr(i + 1);
        if (rest.starts_with("\r\n")) {
            i += 2;
        } else if (rest.starts_with('\n')) {
            i += 1;
        } else if (rest.size() > 1 && hex_value(rest[0]) >= 0 && hex_value(rest[1]) >= 0) {
            out += static_cast<char>(hex_value(rest[0]) * 16 + hex_value(rest[1]));
            i += 2;
        } else {
            out += '=';
        }
    }
    return out;
}

std::string decode_base64(std::string_view text) {
    constexpr std::string_view digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    std::string out;
    std::uint32_t bits = 0;
    int count = 0;
    for (const char c : text) {
        const std::size_t digit = digits.find(c);
        if (digit == digits.npos) continue;
        bits = bits << 6U | static_cast<std::uint32_t>(digit);
        count += 6;
        if (count < 8) continue;
        count -= 8;
        out += static_cast<char>(bits >> static_cast<unsigned>(count) & 0xFFU);
    }
    return out;
}

std::string decode(std::string_view body, const Fields& fields) {
    const std::string coding = media_type(fields.get("content-transfer-encoding"));
    if (coding == "quoted-printable") return decode_quoted_printable(body);
    if (coding == "base64") return decode_base64(body);
    return std::string(body);
}

std::optional<MhtmlPage> page_of(std::string_view body, const Fields& fields) {
    const std::string_view type = fields.get("content-type");
    const std::string media = media_type(type);
    if (media != "text/html" && media != "application/xhtml+xml") return std::nullopt;
    return MhtmlPage{decode(body, fields), std::string(fields.get("content-location")),
                     parameter(type, "charset")};
}

/// The first page in a body of parts; parts may hold parts.
std::optional<MhtmlPage> find_page(std::string_view body, const Fields& fields, int depth) {
    if (auto page = page_of(body, fields)) return page;
    const std::string boundary = "--" + parameter(fields.get("content-type"), "boundary");
    if (boundary.size() == 2 || depth == 0) return std::nullopt;
    const char* begin = nullptr;
    while (!body.empty()) {
        const std::string_view line = next_line(body);
        if (!line.starts_with(boundary)) continue;
        if (begin != nullptr) {
            std::string_view part(begin, static_cast<std::size_t>(line.data() - begin));
            const Fields inner = read_fields(part);
            if (auto page = find_page(part, inner, depth - 1)) return page;
        }
        begin = body.data();
    }
    if (begin == nullptr) return std::nullopt;
    // The last part of a file that was cut off.
    std::string_view part(begin, static_cast<std::size_t>(body.data() - begin));
    const Fields inner = read_fields(part);
    return find_page(part, inner, depth - 1);
}

constexpr int deepest = 4;

}  // namespace

bool is_mhtml(std::string_view head) {
    const std::size_t colon = head.find(':');
    if (colon == head.npos || head.substr(0, colon).find_first_of(" \n<") != head.npos) return false;
    const Fields fields = read_fields(head);
    const std::string media = media_type(fields.get("content-type"));
    return !fields.get("mime-version").empty() && (media.starts_with("multipart/") || media == "text/html");
}

MhtmlPage read_mhtml(std::string_view bytes, const std::string& place) {
    const Fields fields = read_fields(bytes);
    auto page = find_page(bytes, fields, deepest);
    if (!page)
        throw hexapla::InputError(place + ": holds no page of HTML among its parts; save the page again");
    const std::string_view location = fields.get("snapshot-content-location");
    if (!location.empty()) page->url = location;
    return std::move(*page);
}

}  // namespace containers
