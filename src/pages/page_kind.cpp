#include "pages/page_kind.hpp"

#include <algorithm>
#include <array>

#include "pages/address.hpp"

namespace pages {
namespace {

struct Prefix {
    std::string_view begin;
    PageKind kind;
};
constexpr auto prefixes = std::to_array<Prefix>({{"a-", PageKind::article},
                                                 {"av-", PageKind::media},
                                                 {"video-", PageKind::media},
                                                 {"audio-", PageKind::media},
                                                 {"g-", PageKind::gallery},
                                                 {"live-", PageKind::live_blog},
                                                 {"s-", PageKind::section},
                                                 {"t-", PageKind::section}});

bool is_number(std::string_view text) {
    return !text.empty() &&
           std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

}  // namespace

std::string_view name_of(PageKind kind) {
    switch (kind) {
        case PageKind::gallery:
            return "gallery";
        case PageKind::media:
            return "video or audio";
        case PageKind::live_blog:
            return "live blog";
        case PageKind::section:
            return "section";
        case PageKind::other_language:
            return "page in another language";
        case PageKind::article:
            break;
    }
    return "article";
}

PageKind kind_of_address(std::string_view address) {
    if (find_address(address).empty()) return PageKind::article;
    address = address.substr(0, address.find_first_of("?#"));
    while (address.ends_with('/')) address.remove_suffix(1);
    const std::string_view last = address.substr(address.rfind('/') + 1);
    const auto* const found = std::find_if(prefixes.begin(), prefixes.end(), [&](const Prefix& prefix) {
        return last.starts_with(prefix.begin) && is_number(last.substr(prefix.begin.size()));
    });
    return found == prefixes.end() ? PageKind::article : found->kind;
}

}  // namespace pages
