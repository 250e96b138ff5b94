#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "containers/item.hpp"
#include "pages/article.hpp"
#include "pages/decode.hpp"
#include "pages/html_limits.hpp"
#include "pages/json_record.hpp"

namespace pages {

/// How large a page may be.
struct PageLimits {
    std::size_t bytes = max_page_bytes;
    HtmlLimits html;
};

/// How pages are read.
struct ReadOptions {
    /// What a file is taken for. automatic: JSON Lines, a saved page, or else plain text, by what it looks
    /// like.
    enum class As { automatic, page, text };

    std::string
        edition;  ///< a name of the edition as the user says it; empty: the page, then its words decide
    As as = As::automatic;
    std::string language_option = "--lang";  ///< by which the user says the edition, for errors and warnings
    bool repair = false;                     ///< put U+FFFD for malformed bytes rather than refuse the file
    bool captions = false;                   ///< captions belong to the text that is aligned
    FieldNames fields;                       ///< of JSON Lines that other tools wrote
    PageLimits limits;
};

/// An article and what a reader should be told about it: sentences that begin with the file's name.
struct PageReading {
    Article article;
    std::vector<std::string> warnings;
};

/// Reads an item. The edition is what the options say, or the name of the folder that the user gave; else
/// what the page says, or the folder below that it lies in; else what its words say. Where these disagree a
/// warning says so. The id is the article's number, else the file's stem, else a hash of the address.
///
/// Throws hexapla::InputError: empty, no text, malformed, HTML beyond its limits, no article in it, language
/// not known; NoArticle for a gallery and the like, and, where the item is one of many, for an article in
/// another language than its page says; std::invalid_argument when options.edition names no edition.
PageReading read_item(const containers::Item& item, const ReadOptions& options);

/// Reads a file that holds one article, perhaps packed. Throws as read_item, and where the file is missing, a
/// folder, or holds several articles.
PageReading read_page(const std::filesystem::path& file, const ReadOptions& options);

}  // namespace pages
