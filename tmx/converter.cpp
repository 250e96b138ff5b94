#include <iconv.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <stdexcept>

#include "tmx/text_source.hpp"
#include "tmx/wording.hpp"

namespace tmx {
namespace {

constexpr std::size_t buffer_bytes = 16384;

// A slash would begin options of iconv's own.
bool is_encoding_name(const std::string& name) {
    return !name.empty() && name.size() < 64 && std::all_of(name.begin(), name.end(), [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' ||
               c == '_' || c == '.' || c == ':';
    });
}

}  // namespace

Converter::Converter(const std::string& encoding)
    : handle_(is_encoding_name(encoding) ? iconv_open("UTF-8", encoding.c_str())
                                         : reinterpret_cast<iconv_t>(-1)) {
    if (handle_ == reinterpret_cast<iconv_t>(-1))
        throw std::invalid_argument("the encoding " + in_quotes(encoding) + " is not known here");
}

Converter::~Converter() { iconv_close(handle_); }

std::size_t Converter::convert(std::string_view bytes, std::string& text, bool& malformed) {
    malformed = false;
    char* from = const_cast<char*>(bytes.data());  // iconv does not write there
    std::size_t left = bytes.size();
    while (left > 0) {
        std::array<char, buffer_bytes> buffer{};
        char* to = buffer.data();
        std::size_t room = buffer.size();
        const std::size_t result = iconv(handle_, &from, &left, &to, &room);
        const int why = errno;
        text.append(buffer.data(), buffer.size() - room);
        if (result != static_cast<std::size_t>(-1) || why == E2BIG) continue;
        malformed = why == EILSEQ;
        break;
    }
    return bytes.size() - left;
}

}  // namespace tmx
