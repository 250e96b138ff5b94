#pragma once

#include <filesystem>
#include <optional>
#include <ostream>
#include <string>
#include <string_view>
#include <vector>

#include "units.hpp"

namespace hexapla {

/// One aligned story, ready to be written.
struct AlignedStory {
    std::string name;
    std::vector<Version> versions;   ///< in the order of their places
    std::vector<AlignedPair> pairs;  ///< that were aligned
    StoryUnits made;
};

/// The forms in which units are written, by the ending of a file's name.
enum class Format { tmx, tsv, jsonl, xlsx, xliff };

/// The form that the name's ending asks for: .tmx(.gz), .tsv(.gz), .jsonl(.gz), .xlsx, .xlf. Throws
/// UsageError for another.
Format format_of(const std::filesystem::path& file);

/// YYYYMMDDThhmmssZ of SOURCE_DATE_EPOCH, where that is set. Throws UsageError when it is no time.
std::optional<std::string> date_from_environment();

/// The date of what is written of the stories, YYYYMMDDThhmmssZ: SOURCE_DATE_EPOCH where that is set, else
/// the newest article's; empty where nothing tells one.
std::string creation_date(const std::vector<const AlignedStory*>& stories);

/// What became of a bead, as it stands in files: "kept", or the name of the reason why it was not.
std::string_view outcome(const BeadRecord& record);

/// How many segments a bead has on each side: "2-1".
std::string shape(const align::Bead& bead);

/// Writes stories as one memory (TMX). The header's source language is the first version's; its date is the
/// newest article's, or SOURCE_DATE_EPOCH where that is set, so that the same input gives the same bytes.
/// Units of an article that stands in two stories get ids of their own. Returns how many characters that XML
/// forbids were left out. As with the writers below, a stream that fails is left in that state.
std::size_t write_tmx(std::ostream& out, const std::vector<const AlignedStory*>& stories,
                      const std::string& source_tag);

/// Writes the units that have both languages as XLIFF 1.2, with their confidence as match quality.
void write_xliff(std::ostream& out, const std::vector<const AlignedStory*>& stories,
                 const std::string& source_tag, const std::string& target_tag);

/// Writes every bead of the stories, kept or not, as a table: a header line, then a line a bead.
void write_tsv(std::ostream& out, const std::vector<const AlignedStory*>& stories);

/// Writes every bead, kept or not, as a JSON object a line.
void write_jsonl(std::ostream& out, const std::vector<const AlignedStory*>& stories);

/// Writes the sentences that are in no unit as a table: a header line, then a line a sentence.
void write_rest(std::ostream& out, const std::vector<const AlignedStory*>& stories);

}  // namespace hexapla
