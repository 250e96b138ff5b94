#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace pages {

/// What a page of HTML may hold. The reader of HTML takes time and memory by the square of depth and of the
/// attributes of a tag: 30,000 nested elements would cost half a minute and gigabytes.
struct HtmlLimits {
    std::size_t depth = 512;           ///< elements open at one place
    std::size_t attributes = 1000;     ///< of one tag
    std::size_t elements = 1'000'000;  ///< tags, their attributes, and copies made of what was never closed
};

/// Looks through a page once, without building its tree, and throws hexapla::InputError where a limit is
/// exceeded: "PLACE:LINE, byte N: …". The text's size was limited by decode (max_page_bytes).
///
/// Scripts, styles, comments and the like are passed over, also where their end is missing. What is open at
/// a place is told as by open_elements.hpp; the reader adds elements of its own, such as rows and bodies of
/// tables, and may have twice as many.
void check_html_limits(std::string_view text, const std::string& place, const HtmlLimits& limits = {});

}  // namespace pages
