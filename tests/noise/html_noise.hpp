#pragma once

#include <functional>
#include <map>
#include <string>

#include "story.hpp"

/// What a page of HTML is made of.
struct HtmlPage {
    bool since_2022 = false;          ///< the layout
    std::string above;                ///< before the article
    std::vector<std::string> header;  ///< elements between headline and text
    std::vector<std::string> body;    ///< elements of the text
    std::string behind;               ///< behind the text, in the article
    std::string below;                ///< behind the article
};

HtmlPage plain_page(const Story& story, bool since_2022);
std::string html_of(const HtmlPage& page, const Story& story);

using HtmlNoise = std::function<void(HtmlPage&, Chance&)>;

const std::map<std::string, HtmlNoise>& html_noises();
