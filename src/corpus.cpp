#include "corpus.hpp"

#include <algorithm>
#include <map>

#include "align/tokens.hpp"
#include "parallel.hpp"

namespace hexapla {
namespace {

/// Documents whose counts are held at once before they are added up: bounds the memory of learning.
constexpr std::size_t batch_size = 256;

using SegmentTokens = std::vector<std::vector<align::Token>>;

SegmentTokens tokens_of(const align::Document& document) {
    SegmentTokens tokens;
    for (const align::Segment& segment : document.segments()) {
        tokens.push_back(align::tokenize(document.text_of(segment), document.language()));
    }
    return tokens;
}

/// The language whose words most documents have, which is of two alphabets for Serbian.
std::string language_of_words(const std::string& language, const std::vector<DocumentPair>& pairs,
                              const align::Document* DocumentPair::*side) {
    std::map<std::string_view, std::size_t> documents;
    for (const DocumentPair& pair : pairs)
        ++documents[align::written_language(language, (pair.*side)->text())];
    const auto most = std::max_element(documents.begin(), documents.end(),
                                       [](const auto& a, const auto& b) { return a.second < b.second; });
    return most == documents.end() ? language : std::string(most->first);
}

/// Segments measured, in code points.
struct Lengths {
    double sum = 0;
    double count = 0;

    void add(double length) {
        sum += length;
        count += 1;
    }
    [[nodiscard]] double mean() const { return sum / count; }
};

}  // namespace

CorpusOptions::CorpusOptions() {
    first_search.shapes[0].prior = 0.25;
    first_search.shapes[1].prior = 0.25;
    first_search.cost_of_link = 0.35;
}

Corpus::Corpus(const std::vector<DocumentPair>& pairs, CorpusOptions options, Progress& progress)
    : options_(std::move(options)), alike_(pairs.size()), taught_(pairs.size()) {
    progress.begin("reading words", 1);
    read_words(pairs);
    progress.begin("known words", 1);
    const auto side = [&](const std::string& language, Language& words,
                          const align::Document* DocumentPair::*documents) {
        return KnownSide{language, words.words, language_of_words(language, pairs, documents)};
    };
    known_ = know_words(options_.known, options_.learning,
                        side(options_.source_language, source_, &DocumentPair::source),
                        side(options_.target_language, target_, &DocumentPair::target));
    progress.begin("comparing words", pairs.size());
    for_each(pairs.size(), options_.jobs, [&](std::size_t i) {
        alike_[i] = align::find_alike(source_.documents[i], source_.words, target_.documents[i],
                                      target_.words, options_.evidence.name_least);
        progress.advance();
    });
    std::size_t source_segments = 0;
    std::size_t target_segments = 0;
    for (std::size_t i = 0; i < pairs.size(); ++i) {
        source_segments += source_.documents[i].segments.size();
        target_segments += target_.documents[i].segments.size();
    }
    const bool enough = std::min(source_segments, target_segments) >= segments_to_learn_from;
    learns_ = options_.learn == Learn::yes || (options_.learn == Learn::automatic && enough);
    lexicon_ = align::Lexicon(known_.counts, source_.words.size(), target_.words.size(),
                              options_.learning.smoothing, options_.learning.least_probability);
    measure_lengths();
}

void Corpus::read_words(const std::vector<DocumentPair>& pairs) {
    // Cutting is slow and runs in parallel; numbering depends on the order and does not.
    for (std::size_t first = 0; first < pairs.size(); first += batch_size) {
        const std::size_t count = std::min(batch_size, pairs.size() - first);
        std::vector<std::pair<SegmentTokens, SegmentTokens>> tokens(count);
        for_each(count, options_.jobs, [&](std::size_t i) {
            tokens[i] = {tokens_of(*pairs[first + i].source), tokens_of(*pairs[first + i].target)};
        });
        const auto number = [](Language& language, const align::Document& document,
                               const SegmentTokens& segments) {
            align::IndexedDocument& indexed = language.documents.emplace_back();
            for (std::size_t k = 0; k < segments.size(); ++k) {
                indexed.add(document.text_of(document.segments()[k]), segments[k], language.words);
            }
            language.frequencies.add(indexed);
        };
        for (std::size_t i = 0; i < count; ++i) {
            number(source_, *pairs[first + i].source, tokens[i].first);
            number(target_, *pairs[first + i].target, tokens[i].second);
        }
    }
}

align::Evidence Corpus::evidence(std::size_t pair) const {
    return {{source_.documents[pair], source_.words, source_.frequencies},
            {target_.documents[pair], target_.words, target_.frequencies},
            alike_[pair],
            lexicon_,
            taught_[pair],
            length_ratio_,
            options_.evidence};
}

void Corpus::align(Progress& progress) {
    align_all(options_.first_search, progress);
    for (int round = 0; learns_ && round < options_.rounds; ++round) {
        progress.begin("learning words, round " + std::to_string(round + 1),
                       static_cast<std::size_t>(options_.em_steps));
        for (int step = 0; step < options_.em_steps; ++step) {
            learn_once();
            progress.advance();
        }
        measure_lengths();
        align_all(options_.search, progress);
    }
    progress.end();
}

void Corpus::align_all(const align::SearchOptions& search, Progress& progress) {
    progress.begin("aligning", alike_.size());
    alignments_.resize(alike_.size());
    likely_.resize(alike_.size());
    for_each(alike_.size(), options_.jobs, [&](std::size_t i) {
        align::SearchResult found = align::align(evidence(i), search, options_.moves);
        alignments_[i] = std::move(found.best);
        likely_[i] = std::move(found.likely);
        progress.advance();
    });
}

void Corpus::learn_once() {
    align::Counts counts = known_.counts;
    std::vector<align::Counts> taught(alignments_.size());
    for (std::size_t first = 0; first < alignments_.size(); first += batch_size) {
        const std::size_t count = std::min(batch_size, alignments_.size() - first);
        for_each(count, options_.jobs, [&](std::size_t i) {
            taught[first + i] = align::Counts(
                align::links_taught(evidence(first + i), likely_[first + i], options_.learning));
        });
        std::vector<align::PairCount> all;
        for (std::size_t i = first; i < first + count; ++i) {
            all.insert(all.end(), taught[i].pairs().begin(), taught[i].pairs().end());
        }
        counts.add(align::Counts(std::move(all)));
    }
    taught_ = std::move(taught);
    lexicon_ = align::Lexicon(counts, source_.words.size(), target_.words.size(), options_.learning.smoothing,
                              options_.learning.least_probability);
}

void Corpus::measure_lengths() {
    // Before anything is aligned, the mean segments of both languages stand for each other, not whole
    // documents: one version may tell much more than the other. Then sure beads of one segment a side do.
    Lengths source;
    Lengths target;
    for (std::size_t i = 0; i < alike_.size(); ++i) {
        const std::vector<double>& a = source_.documents[i].lengths;
        const std::vector<double>& b = target_.documents[i].lengths;
        if (alignments_.empty()) {
            for (const double length : a) source.add(length);
            for (const double length : b) target.add(length);
            continue;
        }
        for (const align::Bead& bead : alignments_[i]) {
            if (bead.source.size() != 1 || bead.target.size() != 1 || bead.probability < 0.8) continue;
            source.add(a[bead.source.begin]);
            target.add(b[bead.target.begin]);
        }
    }
    if (source.count > 0 && target.count > 0) length_ratio_ = target.mean() / source.mean();
}

}  // namespace hexapla
