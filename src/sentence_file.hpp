#pragma once

#include <cstddef>
#include <filesystem>
#include <string>
#include <vector>

#include "align/document.hpp"
#include "align/search.hpp"

namespace hexapla {

/// A file of sentences. Blank lines are sentences too, which no bead links: numbers stay those of the lines.
struct SentenceFile {
    align::Document document;
    std::vector<std::size_t> lines;  ///< the line of each segment, from 0
    std::size_t count = 0;           ///< all lines
};

/// Reads a file with a sentence a line. Throws InputError: no text, no sentence, a line that is no sentence
/// by its length, more sentences than a document may have.
SentenceFile read_sentences(const std::filesystem::path& file, const std::string& language);

/// The beads of an alignment of two such files as links in the numbers of their lines (align/links.hpp), one
/// a line. Links less likely than `least_confidence` are emptied: each side gets a bead of its own. Blank
/// lines have beads of their own.
std::string format_beads(const align::Alignment& beads, const SentenceFile& source,
                         const SentenceFile& target, double least_confidence);

}  // namespace hexapla
