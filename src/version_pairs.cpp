#include "version_pairs.hpp"

#include <fmt/ranges.h>

#include <algorithm>
#include <set>

#include "candidates.hpp"
#include "corpus.hpp"
#include "parallel.hpp"

namespace hexapla {
namespace {

using Places = std::pair<std::size_t, std::size_t>;

/// The versions that a story has.
std::vector<std::size_t> places_of(const StoryDocuments& story) {
    std::vector<std::size_t> places;
    for (std::size_t place = 0; place < story.size(); ++place) {
        if (story[place] != nullptr) places.push_back(place);
    }
    return places;
}

void find_all_candidates(AlignedVersions& aligned, const Corpus& corpus, int jobs, Progress& progress) {
    progress.begin("finding candidates", aligned.alignments.size());
    aligned.candidates.resize(aligned.alignments.size());
    for_each(aligned.alignments.size(), jobs, [&](std::size_t i) {
        aligned.candidates[i] = find_candidates(corpus.evidence(i), aligned.alignments[i]);
        progress.advance();
    });
    progress.end();
}

AlignedVersions align_pair(const std::vector<StoryDocuments>& stories, const Places& places,
                           const CorpusOptions& options, FindCandidates wanted, Progress& progress) {
    AlignedVersions aligned;
    aligned.source = places.first;
    aligned.target = places.second;
    std::vector<DocumentPair> documents;
    for (std::size_t s = 0; s < stories.size(); ++s) {
        if (stories[s][places.first] == nullptr || stories[s][places.second] == nullptr) continue;
        aligned.stories.push_back(s);
        documents.push_back({stories[s][places.first], stories[s][places.second]});
    }
    Corpus corpus(documents, options, progress);
    corpus.align(progress);
    aligned.alignments = corpus.alignments();
    if (wanted == FindCandidates::yes) find_all_candidates(aligned, corpus, options.jobs, progress);
    aligned.has_learned = corpus.has_learned();
    aligned.lexicon_size = corpus.lexicon_size();
    aligned.known = corpus.known().sources;
    aligned.faults = corpus.known().faults;
    return aligned;
}

}  // namespace

std::vector<Places> pairs_to_align(const std::vector<StoryDocuments>& stories) {
    std::set<Places> all;
    std::set<Places> with_first;
    std::size_t documents = 0;
    for (const StoryDocuments& story : stories) {
        const std::vector<std::size_t> places = places_of(story);
        for (std::size_t i = 0; i < places.size(); ++i) {
            if (i > 0) with_first.emplace(places[0], places[i]);
            for (std::size_t j = i + 1; j < places.size(); ++j, ++documents)
                all.emplace(places[i], places[j]);
        }
    }
    const std::set<Places>& chosen = documents <= most_aligned ? all : with_first;
    return {chosen.begin(), chosen.end()};
}

std::string known_words_sentence(const AlignedVersions& pair) {
    if (pair.known.empty()) return "words known before: none, as told";
    return fmt::format("words known before: {}", fmt::join(pair.known, ", "));
}

std::vector<std::string> faults_of(const std::vector<AlignedVersions>& aligned) {
    std::set<std::string> faults;
    for (const AlignedVersions& pair : aligned) faults.insert(pair.faults.begin(), pair.faults.end());
    return {faults.begin(), faults.end()};
}

std::vector<AlignedVersions> align_versions(const std::vector<StoryDocuments>& stories,
                                            const std::vector<std::string>& languages,
                                            const RunOptions& options, FindCandidates candidates,
                                            Progress& progress) {
    std::vector<AlignedVersions> aligned;
    for (const Places& places : pairs_to_align(stories)) {
        CorpusOptions of_pair = options.corpus_options(languages[places.first], languages[places.second]);
        of_pair.known.unnamed = {languages[0], languages[1]};
        aligned.push_back(align_pair(stories, places, of_pair, candidates, progress));
    }
    return aligned;
}

}  // namespace hexapla
