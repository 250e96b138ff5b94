#pragma once

#include <optional>
#include <string>
#include <vector>

#include "pages/html_tree.hpp"

namespace pages {

/// The article that a page since 2022 holds a second time, for its script: window.__APOLLO_STATE__.
struct StateArticle {
    std::string title;
    std::string kicker;
    std::string category;
    std::string lead;
    std::string date;  ///< ISO, in universal time
    std::string url;
    std::vector<std::string> authors;
    std::string text;  ///< HTML
};

/// Reads the article of that number, or the only one with a text where the number is empty; none where the
/// page holds no such data.
std::optional<StateArticle> read_state(HtmlNode page, const std::string& number);

}  // namespace pages
