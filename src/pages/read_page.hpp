#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "pages/article.hpp"

namespace pages {

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
};

/// An article and what a reader should be told about it: sentences that begin with the file's name.
struct PageReading {
    Article article;
    std::vector<std::string> warnings;
};

/// Reads a file that holds one article. The edition is what the options say, else what the page says, else
/// what its words say; where these disagree a warning says so. The id is the article's number, else the
/// file's stem. Throws hexapla::InputError: missing, a folder, empty, no text, malformed, HTML beyond its
/// limits, no article in it, several articles, language not known; std::invalid_argument when options.edition
/// names no edition.
PageReading read_page(const std::filesystem::path& file, const ReadOptions& options);

/// Reads a file that may hold several articles, as what `hexapla extract` wrote does; otherwise as read_page.
std::vector<PageReading> read_pages(const std::filesystem::path& file, const ReadOptions& options);

/// The same for bytes in memory; `place` names them in errors and warnings, `stem` is the id where there is
/// none.
std::vector<PageReading> read_pages(std::string_view bytes, const std::string& place, const std::string& stem,
                                    const ReadOptions& options);

}  // namespace pages
