#pragma once

#include <string>
#include <vector>

#include "align/evidence.hpp"
#include "align/lexicon.hpp"
#include "align/search.hpp"
#include "align/vocabulary.hpp"

namespace align {

/// The numbers of learning; README.md has the method.
struct LearnOptions {
    double smoothing = 4;  ///< κ: links of a word after which half of its translations count as known
    double least_probability = 3e-3;  ///< translations less likely than this are forgotten
    double least_bead = 0.02;         ///< beads less likely than this teach nothing
    double list_weight = 20;          ///< how many links a pair of a word list stands for
    int list_rounds = 4;              ///< rounds of EM over a word list
};

/// What a document teaches: the expected links between the words of its likely beads (SearchResult::likely),
/// each bead by its probability. Counts of documents add up in any order.
std::vector<PairCount> links_taught(const Evidence& evidence, const std::vector<Bead>& likely,
                                    const LearnOptions& options);

/// What a list of words or short phrases teaches, pair by pair: IBM Model 1 by EM over the list. The two
/// lists are of one length; a pair with an empty side is passed over.
Counts learn_list(const std::vector<std::string>& source, std::string_view source_language,
                  Vocabulary& source_words, const std::vector<std::string>& target,
                  std::string_view target_language, Vocabulary& target_words, const LearnOptions& options);

}  // namespace align
