#pragma once

#include <string>
#include <vector>

#include "align/document.hpp"

namespace pages {

/// A piece of an article: its kind and its text, well-formed UTF-8, trimmed, without line feeds inside.
struct ArticleBlock {
    align::BlockKind kind = align::BlockKind::paragraph;
    std::string text;
    double likelihood = 0;  ///< of being a subhead, for the kind `line` alone, which may be a caption instead
    std::string lang = {};  ///< its language, where that is not the article's: a quotation, a description
    friend bool operator==(const ArticleBlock&, const ArticleBlock&) = default;
};

/// A date that a page tells, and where it tells it: "title", "labels", "json-ld", "state", "meta", "visible",
/// or, from outside the page, "record".
struct DateClaim {
    std::string date;  ///< ISO, YYYY-MM-DD
    std::string source;
    friend bool operator==(const DateClaim&, const DateClaim&) = default;
};

/// What a page is about. Fields that the page does not tell are empty.
struct Article {
    std::string id;       ///< DW's article number where known ("18854934"), else the file's stem
    std::string url;      ///< permalink or address, where the page tells it
    std::string edition;  ///< tag of the edition ("de", "zh-Hans", "prs"; see editions.hpp)
    std::string title;    ///< the headline
    std::string kicker;
    std::string category;  ///< the section of the site, where the page names it
    std::string lead;
    std::string date;              ///< ISO, YYYY-MM-DD
    std::string date_source;       ///< which of `dates` it is
    std::vector<DateClaim> dates;  ///< every date of publication that the page tells
    std::vector<std::string> authors;
    std::string byline;
    std::vector<std::string> desk;            ///< initials in the byline: "es", "kms"
    std::vector<std::string> agencies;        ///< agencies in it: "AFP", "dpa"
    std::string way;                          ///< how it was read: see way_* in pages/ways.hpp
    std::vector<std::string> contradictions;  ///< where the page contradicts itself, a sentence each
    std::vector<ArticleBlock>
        blocks;  ///< all of the article in page order, headline, kicker and lead included
    friend bool operator==(const Article&, const Article&) = default;
};

}  // namespace pages
