#pragma once

#include <cstddef>
#include <string>
#include <utility>
#include <vector>

#include "progress.hpp"
#include "run_options.hpp"
#include "units.hpp"

namespace hexapla {

/// The documents of one story by the place of their version; null: the story lacks it. They belong to the
/// caller.
using StoryDocuments = std::vector<const align::Document*>;

/// Two versions of a run, aligned in all stories that have both.
struct AlignedVersions {
    std::size_t source = 0;                    ///< place of the version
    std::size_t target = 0;                    ///< … behind it
    std::vector<std::size_t> stories;          ///< those that have both, in order
    std::vector<align::Alignment> alignments;  ///< by `stories`
    std::vector<Candidates> candidates;        ///< by `stories`; none where they were not asked for
    bool has_learned = false;
    std::size_t lexicon_size = 0;
    std::vector<std::string> known;   ///< what was known of words before: KnownWords::sources
    std::vector<std::string> faults;  ///< KnownWords::faults
};

/// The pairs of versions that a run aligns: all of them while that means at most `most_aligned` pairs of
/// documents, else those with the first version and, of versions that some story has without the first, those
/// with the first of these. Others follow from these by weaving.
std::vector<std::pair<std::size_t, std::size_t>> pairs_to_align(const std::vector<StoryDocuments>& stories);
inline constexpr std::size_t most_aligned = 2000;

/// "words known before: …", what was used and how much of it there was; or that nothing was.
std::string known_words_sentence(const AlignedVersions& pair);

/// The dictionaries of the system that could not be read, a sentence each, once.
std::vector<std::string> faults_of(const std::vector<AlignedVersions>& aligned);

/// Whether the best candidates of segments are looked for too, which takes time for every two of them.
enum class FindCandidates { yes, no };

/// Aligns them, learning over all stories of a pair. `languages`: the edition of each version.
std::vector<AlignedVersions> align_versions(const std::vector<StoryDocuments>& stories,
                                            const std::vector<std::string>& languages,
                                            const RunOptions& options, FindCandidates candidates,
                                            Progress& progress);

}  // namespace hexapla
