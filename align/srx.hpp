#pragma once

#include <cstddef>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

/// SRX files as values: Segmentation Rules eXchange 1.0 (LISA, 2004) and 2.0 (2008). What their rules do to a
/// text is in srx_rules.hpp.
namespace align {

/// Where something stands in a file: both count from 1, a column is a character.
struct SrxPlace {
    std::size_t line = 1;
    std::size_t column = 1;
};

/// Something that a user of the file should know; the rest of it is used.
struct SrxWarning {
    SrxPlace place;
    std::string text;
};

/// The file is no SRX, or one that does not hold together. what() is "line L, column C: what; advice".
struct SrxError : std::runtime_error {
    SrxError(SrxPlace at, const std::string& problem)
        : std::runtime_error("line " + std::to_string(at.line) + ", column " + std::to_string(at.column) +
                             ": " + problem),
          place(at),
          text(problem) {}
    SrxPlace place;
    std::string text;  ///< what() without the place
};

/// Where the text on the left of a place ends with `before` and that on its right begins with `after`, the
/// rule says whether a segment ends. Both are regular expressions as the file has them; empty: anything.
struct SrxRule {
    bool breaks = true;
    std::string before;
    std::string after;
    SrxPlace place;  ///< of its <rule>
};

/// The rules that go by one name, in order.
struct SrxLanguageRule {
    std::string name;
    std::vector<SrxRule> rules;
};

/// Languages whose tag matches the whole pattern, in any case of letters, have the rules of that name.
struct SrxLanguageMap {
    std::string pattern;
    std::string rules;
    SrxPlace place;
};

/// A file. Every map names rules that are there, and no two rules have one name.
struct SrxFile {
    enum class Version { one, two };
    Version version = Version::two;
    /// The rules of all maps that match a language count, one after the other; else those of the first. Files
    /// of version 1.0 never do.
    bool cascade = false;
    /// What a file says of text with inline codes: it is kept, and says nothing of plain text.
    bool segment_subflows = true;
    bool include_start_codes = false;
    bool include_end_codes = true;
    bool include_isolated_codes = false;
    std::vector<SrxLanguageRule> rules;
    std::vector<SrxLanguageMap> maps;
    std::vector<SrxWarning> warnings;
};

/// Reads a file: UTF-8, or UTF-16 with a byte order mark. Elements of other namespaces, as Okapi's, are
/// passed over. Throws SrxError.
SrxFile read_srx(std::string_view bytes);

/// Writes a file of version 2.0, UTF-8, a rule a line. What read_srx reads again is the same but for places.
std::string write_srx(const SrxFile& file);

}  // namespace align
