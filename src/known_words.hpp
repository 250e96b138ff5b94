#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "align/learn.hpp"
#include "align/lexicon.hpp"
#include "align/vocabulary.hpp"
#include "lexicons/contents.hpp"

namespace hexapla {

/// What is known of words before a run learns its own.
struct KnownOptions {
    bool world_names = true;                   ///< CLDR's names of countries, languages, months …
    bool news = true;                          ///< the lexicon of the news
    std::filesystem::path dictionaries;        ///< folder of dictd's dictionaries; empty: none are used
    std::vector<std::filesystem::path> files;  ///< the user's own: see lexicons::format_of
    lexicons::Languages unnamed;               ///< of files that do not tell theirs; empty: those of the run
    double news_links = 8;                     ///< links that a concept of the news stands for, of each form
    double dictionary_links = 4;               ///< … an entry of a dictionary of the system
    double dictionary_most = 4;                ///< links that a word has by these dictionaries, at most
    double file_links = 20;  ///< … an entry of the user's own, and a word by all of them at most
};

/// A language of a run, and its words met so far.
struct KnownSide {
    std::string language;
    align::Vocabulary& words;
    std::string written;  ///< the language with the alphabet of its texts (align::written_language)
};

struct KnownWords {
    align::Counts counts;
    std::vector<std::string> sources;  ///< "the lexicon of the news (3,628 concepts)" …
    std::vector<std::string> faults;   ///< dictionaries of the system that could not be read, a sentence each
};

/// Gathers what is known of two languages; new words are taken into the vocabularies without their spellings.
/// Of dictionaries, which are large, and of the user's files those entries are taken that are near the words
/// that the vocabularies hold before (lexicons::NearWords), so they are to hold the documents' words. Throws
/// InputError for the user's files.
KnownWords know_words(const KnownOptions& options, const align::LearnOptions& learning,
                      const KnownSide& source, const KnownSide& target);

/// A number as people write it: 3628 gives "3,628".
std::string with_commas(std::size_t number);

}  // namespace hexapla
