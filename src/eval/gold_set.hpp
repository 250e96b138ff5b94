#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "align/evaluate_text.hpp"
#include "align/links.hpp"

namespace eval {

/// One variant of a gold set and two of its versions. SET/sents/TAG/DOC.tsv holds `ID<tab>sentence`, a line
/// each in page order; the same ID in two versions of a document marks a translation, and an ID that begins
/// with x stands in one version only.
struct GoldSet {
    std::filesystem::path folder;
    std::string source;  ///< tags as the folders are named
    std::string target;
};

/// The names of the documents of the source version, sorted. Throws InputError when there are none.
std::vector<std::string> document_names(const GoldSet& set);

/// The sentences of a document in the version `tag`. Throws InputError with file and line.
std::vector<align::GoldSentence> read_sentences(const GoldSet& set, const std::string& tag,
                                                const std::string& name);

/// The links, one sentence each side, that the ids of the two versions mean.
std::vector<align::LinkLine> links_of_ids(const std::vector<align::GoldSentence>& source,
                                          const std::vector<align::GoldSentence>& target);

}  // namespace eval
