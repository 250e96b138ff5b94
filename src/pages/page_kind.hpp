#pragma once

#include <string_view>

#include "errors.hpp"

namespace pages {

/// What a page is when it is no article.
enum class PageKind {
    article,
    gallery,         ///< pictures with captions: addresses "/g-…"
    media,           ///< a video or audio: "/av-…", "/video-…", "/audio-…"
    live_blog,       ///< "/live-…"
    section,         ///< a list of articles: "/s-…", "/t-…", the home page
    other_language,  ///< an article in another language than its edition
};

/// The name of a kind as summaries have it: "gallery", "video or audio" …
std::string_view name_of(PageKind kind);

/// What an address of dw.com says of the page there; article where it says nothing.
PageKind kind_of_address(std::string_view address);

/// A page that holds no article to be aligned, and is no fault.
struct NoArticle : hexapla::InputError {
    NoArticle(PageKind which, const std::string& sentence) : InputError(sentence), kind(which) {}
    PageKind kind;
};

}  // namespace pages
