#pragma once

#include <string>
#include <string_view>

#include "pages/article.hpp"
#include "pages/html_limits.hpp"
#include "pages/page_kind.hpp"

namespace pages {

/// An article in HTML, and how it was found.
struct HtmlReading {
    Article article;           ///< without blocks of text where the page holds no article
    bool known_layout = true;  ///< false: the page is laid out like none that dw.com is known to have had
    PageKind kind = PageKind::article;  ///< else a gallery or the like, and the article is empty
};

/// Whether a text is a page of HTML: it begins with a tag or comment, and one of the elements that pages
/// begin with is near.
bool looks_like_html(std::string_view text);

/// Reads a saved page. What the data of its script holds (window.__APOLLO_STATE__) counts first, then its
/// layout, where it is one that dw.com has had since 2001 (see html_layouts.hpp), then the text that JSON-LD
/// holds, then its tags and where its text is densest. Whatever else a reader sees of the page becomes
/// chrome.
///
/// Title, sections and galleries hold no article: what they name is chrome. Fields are filled from the text
/// first, then from what the page says of itself (see html_metadata.hpp).
///
/// `place` names the page in errors. Throws hexapla::InputError where a limit is exceeded.
HtmlReading read_html(std::string_view text, const std::string& place, const HtmlLimits& limits = {});

}  // namespace pages
