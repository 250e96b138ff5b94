#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "align/word_list.hpp"

namespace align {

/// A concept of the news lexicon in one language.
struct NewsConcept {
    std::string_view id;                  ///< "to-announce": what joins the columns
    std::vector<std::string_view> forms;  ///< best first; empty where the language has no word for it
};

/// The tags of the languages that the lexicon has a column for.
std::vector<std::string_view> news_languages();

/// The concepts that the lexicon has words for in a language, in the order of its source; none where it has
/// no column. The words live as long as the program. Serbian in Cyrillic is the Latin column in other
/// letters.
const std::vector<NewsConcept>& news_concepts(std::string_view language);

/// A concept that two languages have words for.
struct NewsPair {
    std::string_view id;
    std::span<const std::string_view> source;  ///< best first, as the target
    std::span<const std::string_view> target;
};

/// The two columns joined through the concept, in the order of the source's.
std::vector<NewsPair> news_pairs(std::string_view source_language, std::string_view target_language);

/// The same as entries of a list. A form that stands in many concepts stands in many entries.
std::vector<ListEntry> news_entries(std::string_view source_language, std::string_view target_language);

/// A column as it was built in: lines "id<tab>form|form", of "concepts" with more between.
struct NewsColumn {
    std::string_view tag;
    std::string_view text;
};
std::span<const NewsColumn> news_columns();

}  // namespace align
