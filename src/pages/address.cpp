#include "pages/address.hpp"

#include <algorithm>
#include <cstdint>

namespace pages {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }

constexpr std::string_view short_address = "p.dw.com/p/";

/// The number that a short address's code stands for: digits are 0-9, then A-Z, then a-z. Empty: no such
/// code.
std::string decode_short(std::string_view code) {
    constexpr std::string_view digits = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    if (code.empty() || code.size() > 8) return {};
    std::uint64_t number = 0;
    for (const char c : code) {
        const std::size_t digit = digits.find(c);
        if (digit == digits.npos) return {};
        number = number * digits.size() + digit;
    }
    return std::to_string(number);
}

std::string_view leading_digits(std::string_view text) {
    return text.substr(
        0, static_cast<std::size_t>(std::find_if_not(text.begin(), text.end(), is_digit) - text.begin()));
}

}  // namespace

std::string find_address(std::string_view text) {
    for (std::size_t at = text.find("http"); at != text.npos; at = text.find("http", at + 1)) {
        const std::string_view address = text.substr(at, text.find_first_of(" \t\n\"<>", at) - at);
        const std::size_t host_at = address.find("://");
        if (host_at == address.npos) continue;
        const std::string_view host =
            address.substr(host_at + 3, address.find('/', host_at + 3) - host_at - 3);
        for (const std::string_view site : {"dw.com", "dw.de", "dw-world.de"}) {
            const bool ours = host.ends_with(site) &&
                              (host.size() == site.size() || host[host.size() - site.size() - 1] == '.');
            if (ours) return std::string(address);
        }
    }
    return {};
}

std::string article_number(std::string_view address) {
    address = address.substr(0, address.find_first_of("?#"));
    if (const std::size_t at = address.find(short_address); at != address.npos) {
        return decode_short(address.substr(at + short_address.size()));
    }
    if (const std::size_t at = address.rfind("/a-"); at != address.npos) {
        return std::string(leading_digits(address.substr(at + 3)));
    }
    if (const std::size_t at = address.find("/article/0,,"); at != address.npos) {
        return std::string(leading_digits(address.substr(at + 12)));
    }
    return {};
}

std::string path_code(std::string_view address) {
    const std::size_t host = address.find("dw.com/");
    if (host == address.npos || address.find(short_address) != address.npos) return {};
    const std::string_view path = address.substr(host + 7);
    const std::size_t slash = path.find('/');
    return slash == path.npos ? std::string() : std::string(path.substr(0, slash));
}

}  // namespace pages
