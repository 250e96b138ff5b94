#pragma once

#include <filesystem>

#include "lexicons/contents.hpp"

namespace lexicons {

/// Texts with a sentence a line that translate each other.
struct LineFiles {
    std::filesystem::path source;
    std::filesystem::path target;
    std::filesystem::path links;  ///< which sentences do (align/links.hpp); empty: line by line
};

/// Adds the sentences of two files that translate each other; those of one side of a link are joined by
/// blanks, pairs with a blank side are passed over. Throws InputError: a file cannot be read, the files have
/// not as many lines, a link names a line that is not there.
void read_line_pairs(const LineFiles& files, SentencePairs& pairs);

/// The same for two files or two folders whose files have the same stems; `links`, where it is not empty, is
/// a file or a folder of STEM.links likewise.
SentencePairs read_line_pairs_of(const std::filesystem::path& source, const std::filesystem::path& target,
                                 const std::filesystem::path& links);

}  // namespace lexicons
