#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "memory.hpp"

namespace hexapla {

/// A folder of plain files that hold aligned stories, for a person to correct (`align --keep`, `--from`):
///
///     hexapla.json      the versions, the stories, and what their articles told
///     STEM.TAG.txt      the segments of one version, a line each
///     STEM.links        of two versions: the beads, '[0,1]:[2]:COST' (align/links.hpp)
///     A-B/STEM.links    of three and more: the same for each two versions that were aligned
///
/// Numbers count the lines from 0. A line of links without cost is certain; a sentence that no line names has
/// no partner.

/// The files that keeping the stories makes.
std::vector<std::filesystem::path> work_files(const std::filesystem::path& folder,
                                              const std::vector<AlignedStory>& stories);

/// Throws OutputError when the folder holds kept stories already, which may have been edited since, and
/// `force` is not given.
void require_no_work(const std::filesystem::path& folder, bool force);

/// Writes the stories, versions and woven alignments, whatever units are made of them.
void write_work(const std::filesystem::path& folder, const std::vector<AlignedStory>& stories, bool force);

/// Reads them back; `made` of each story is empty. Throws InputError with file and line: no such folder or
/// file, a number beyond the sentences, a sentence in two beads, numbers that are no neighbours, an empty
/// line.
std::vector<AlignedStory> read_work(const std::filesystem::path& folder);

}  // namespace hexapla
