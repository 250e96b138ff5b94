#pragma once

#include <string>
#include <string_view>

#include "pages/article.hpp"

namespace pages {

/// An article in HTML, and how it was found.
struct HtmlReading {
    Article article;           ///< without blocks of text where the page holds no article
    bool known_layout = true;  ///< false: the page is laid out like none that dw.com is known to have had
};

/// Whether a text is a page of HTML: it begins with a tag or comment, and one of the elements that pages
/// begin with is near.
bool looks_like_html(std::string_view text);

/// Reads a saved page of dw.com of any of its layouts since 2001 (see html_layouts.hpp); where the text is
/// not in the page but in the data of its script, it is taken from there. Other pages, and other layouts of
/// dw.com, are read by what their tags say. Whatever else a reader sees of the page becomes chrome.
///
/// Title, sections and galleries hold no article: what they name is chrome. Fields are filled from the text
/// first, then from what the page says of itself (see html_metadata.hpp).
///
/// `place` names the page in errors. Throws hexapla::InputError where a limit of html_limits.hpp is exceeded.
HtmlReading read_html(std::string_view text, const std::string& place);

}  // namespace pages
