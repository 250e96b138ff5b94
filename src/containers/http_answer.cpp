#include "containers/http_answer.hpp"

#include <brotli/decode.h>
#include <zlib.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <memory>
#include <optional>

#include "align/unicode.hpp"
#include "containers/gzip_members.hpp"
#include "containers/unpacked_bytes.hpp"

namespace containers {
namespace {

using hexapla::InputError;

constexpr std::size_t longest_line = 1 << 16;

std::string lower_ascii(std::string_view text) {
    std::string out(text);
    for (char& c : out) {
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    }
    return out;
}

std::string_view trim(std::string_view text) {
    const std::size_t first = text.find_first_not_of(" \t\r");
    return first == text.npos ? std::string_view()
                              : text.substr(first, text.find_last_not_of(" \t\r") - first + 1);
}

[[noreturn]] void refuse_size(const std::string& place, std::uint64_t most) {
    throw InputError(place + ": is larger than " + std::to_string(most >> 20U) +
                     " MB, the limit for a page; --max-page-mb allows more");
}

/// All of a stream. What comes before damage is given where there is any.
std::string drain(ByteStream& stream, const std::string& place, std::uint64_t most) {
    std::string out;
    for (;;) {
        const std::size_t before = out.size();
        out.resize(before + (1 << 16));
        std::size_t size = 0;
        try {
            size = stream.read(out.data() + before, 1 << 16);
        } catch (const DamagedData&) {
            if (before == 0) throw;
        }
        out.resize(before + size);
        if (size == 0) return out;
        if (out.size() > most) refuse_size(place, most);
    }
}

/// The body of chunks; none where it is not chunked.
std::optional<std::string> join_chunks(std::string_view body) {
    std::string out;
    for (bool first = true;; first = false) {
        const std::size_t end = body.find('\n');
        const std::string_view line = trim(body.substr(0, end));
        std::size_t size = 0;
        const char* const last = line.data() + line.size();
        const auto [stop, error] = std::from_chars(line.data(), last, size, 16);
        const bool whole = error == std::errc() && (stop == last || *stop == ';' || *stop == ' ');
        if (!whole || end == body.npos) return first ? std::nullopt : std::optional(std::move(out));
        if (size == 0) return out;
        body.remove_prefix(end + 1);
        out += body.substr(0, size);
        body.remove_prefix(std::min(size, body.size()));
        body.remove_prefix(std::min(body.find('\n'), body.size()));
        body.remove_prefix(std::min<std::size_t>(1, body.size()));
        if (body.empty()) return out;  // cut off
    }
}

/// "deflate" is zlib's format (RFC 1950); some servers send bare deflate (RFC 1951).
std::string inflate_body(std::string_view body, const std::string& place, Budget& budget) {
    for (const int window : {15, -15}) {
        z_stream inflater{};
        if (inflateInit2(&inflater, window) != Z_OK) break;
        const std::unique_ptr<z_stream, int (*)(z_stream*)> guard(&inflater, inflateEnd);
        inflater.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(body.data()));
        inflater.avail_in = static_cast<uInt>(body.size());
        std::string out;
        std::array<char, 1 << 14> buffer{};
        int result = Z_OK;
        while (result == Z_OK) {
            inflater.next_out = reinterpret_cast<Bytef*>(buffer.data());
            inflater.avail_out = static_cast<uInt>(buffer.size());
            result = inflate(&inflater, Z_NO_FLUSH);
            out.append(buffer.data(), buffer.size() - inflater.avail_out);
            budget.add_unpacked(buffer.size() - inflater.avail_out, place);
            if (out.size() > budget.limits().page_bytes) refuse_size(place, budget.limits().page_bytes);
        }
        if (!out.empty()) return out;
    }
    throw InputError(place + ": its packed body is damaged; get the page again");
}

std::string unpack_brotli(std::string_view body, const std::string& place, Budget& budget) {
    const std::unique_ptr<BrotliDecoderState, void (*)(BrotliDecoderState*)> decoder(
        BrotliDecoderCreateInstance(nullptr, nullptr, nullptr), BrotliDecoderDestroyInstance);
    std::size_t left = body.size();
    const auto* next = reinterpret_cast<const std::uint8_t*>(body.data());
    std::string out;
    std::array<std::uint8_t, 1 << 14> buffer{};
    for (;;) {
        std::size_t room = buffer.size();
        std::uint8_t* to = buffer.data();
        const BrotliDecoderResult result =
            BrotliDecoderDecompressStream(decoder.get(), &left, &next, &room, &to, nullptr);
        const std::size_t size = buffer.size() - room;
        out.append(reinterpret_cast<const char*>(buffer.data()), size);
        budget.add_unpacked(size, place);
        if (out.size() > budget.limits().page_bytes) refuse_size(place, budget.limits().page_bytes);
        if (result == BROTLI_DECODER_RESULT_NEEDS_MORE_OUTPUT) continue;
        if (out.empty() && result != BROTLI_DECODER_RESULT_SUCCESS)
            throw InputError(place + ": its packed body is damaged; get the page again");
        return out;
    }
}

std::unique_ptr<BufferedBytes> buffered(std::string_view body) {
    return std::make_unique<BufferedBytes>(std::make_unique<MemoryBytes>(body));
}

}  // namespace

void Fields::add(std::string_view line) {
    const bool continued = line.starts_with(' ') || line.starts_with('\t');
    if (continued && !fields_.empty()) {
        fields_.back().second.append(" ").append(trim(line));
        return;
    }
    const std::size_t colon = line.find(':');
    if (colon == line.npos) return;
    fields_.emplace_back(lower_ascii(trim(line.substr(0, colon))), trim(line.substr(colon + 1)));
}

std::string_view Fields::get(std::string_view name) const {
    const auto found =
        std::find_if(fields_.begin(), fields_.end(), [&](const auto& field) { return field.first == name; });
    return found == fields_.end() ? std::string_view() : found->second;
}

std::string media_type(std::string_view value) { return lower_ascii(trim(value.substr(0, value.find(';')))); }

std::string parameter(std::string_view value, std::string_view name) {
    while (true) {
        const std::size_t semicolon = value.find(';');
        if (semicolon == value.npos) return {};
        value.remove_prefix(semicolon + 1);
        const std::size_t equals = value.find('=');
        if (equals == value.npos) return {};
        if (lower_ascii(trim(value.substr(0, equals))) != name) continue;
        std::string_view rest = trim(value.substr(equals + 1));
        if (rest.starts_with('"')) return std::string(rest.substr(1, rest.find('"', 1) - 1));
        return std::string(trim(rest.substr(0, rest.find(';'))));
    }
}

HttpHead read_http_head(BufferedBytes& bytes, std::uint64_t& left) {
    HttpHead head;
    if (!bytes.peek(5).starts_with("HTTP/")) return head;
    for (bool first = true; left > 0; first = false) {
        const std::uint64_t before = bytes.offset();
        const auto line = bytes.line(std::min<std::uint64_t>(longest_line, left));
        const std::uint64_t used = bytes.offset() - before;
        left -= std::min(left, used);
        if (!line || trim(*line).empty()) break;
        if (!first) {
            head.fields.add(*line);
            continue;
        }
        const std::string_view code =
            trim(std::string_view(*line).substr(std::min(line->find(' '), line->size())));
        std::from_chars(code.data(), code.data() + code.size(), head.status);
    }
    return head;
}

std::string decode_body(std::string body, const Fields& fields, const std::string& place, Budget& budget) {
    if (lower_ascii(fields.get("transfer-encoding")).find("chunked") != std::string::npos) {
        if (auto joined = join_chunks(body)) body = std::move(*joined);
    }
    const std::string packing = lower_ascii(fields.get("content-encoding"));
    const std::uint64_t most = budget.limits().page_bytes;
    if (packing.empty() || packing == "identity") return body;
    // What begins as a page does was unpacked by who stored it.
    const std::size_t start = body.find_first_not_of(" \t\r\n\xEF\xBB\xBF");
    if (start == body.npos || body[start] == '<') return body;
    if (packing == "gzip" || packing == "x-gzip") {
        GzipMembers unpacked(buffered(body), place, budget);
        return drain(unpacked, place, most);
    }
    if (packing == "deflate") return inflate_body(body, place, budget);
    if (packing == "br") return unpack_brotli(body, place, budget);
    if (packing == "zstd") return drain(*unpack(buffered(body), place, budget), place, most);
    throw InputError(place + ": its body is packed by '" + packing +
                     "', which is not known; get the page without packing");
}

}  // namespace containers
