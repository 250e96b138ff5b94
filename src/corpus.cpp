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
    first_search.priors.alone = 0.5;
    first_search.cost_of_link = 0.35;
}

Corpus::Corpus(const std::vector<DocumentPair>& pairs, CorpusOptions options, Progress& progress)
    : options_(std::move(options)), alike_(pairs.size()) {
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
        alike_[i] =
            align::strengths(align::find_alike(source_.documents[i], source_.words, target_.documents[i],
                                               target_.words, options_.evidence.name_least),
                             source_.words, target_.words, options_.evidence);
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
    lexicon_ =
        align::Lexicon(known_.counts, source_.words.size(), target_.words.size(), options_.learning.lexicon);
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

align::Texts Corpus::texts(std::size_t pair) const {
    return {source_.documents[pair],
            target_.documents[pair],
            source_.frequencies,
            target_.frequencies,
            alike_[pair],
            lexicon_,
            length_ratio_,
            options_.evidence};
}

align::Evidence Corpus::evidence(std::size_t pair) const {
    const auto part =
        std::find_if(parts_.begin(), parts_.end(), [&](const Part& p) { return p.pair == pair; });
    const align::Stretch whole{{0, source_.documents[pair].segments.size()},
                               {0, target_.documents[pair].segments.size()}};
    const bool is_whole = part != parts_.end() && part->stretch == whole;
    return texts(pair).evidence(whole, is_whole ? part->taught : align::OwnLinks());
}

void Corpus::align(Progress& progress) {
    cut(progress);
    align_all(align::with_priors(options_.first_search, options_.first_search.priors), progress);
    for (int round = 0; learns_ && round < options_.rounds; ++round) {
        progress.begin("learning words, round " + std::to_string(round + 1),
                       static_cast<std::size_t>(options_.em_steps));
        learn(progress);
        measure_lengths();
        // Words learned show better where to cut; but then what each stretch taught is known no more, so
        // once.
        if (round == 0) cut(progress);
        align_all(align::with_priors(options_.search,
                                     align::fitted(options_.search.priors, options_.search.usual, found_)),
                  progress);
    }
    progress.end();
}

void Corpus::cut(Progress& progress) {
    progress.begin("cutting long texts", alike_.size());
    std::vector<std::vector<align::Stretch>> stretches(alike_.size());
    for_each(alike_.size(), options_.jobs, [&](std::size_t i) {
        stretches[i] = texts(i).cut(options_.stretches);
        progress.advance();
    });
    // What a stretch taught belongs to it as long as it is the same.
    std::vector<Part> parts;
    for (std::size_t i = 0; i < stretches.size(); ++i) {
        for (const align::Stretch& stretch : stretches[i]) parts.push_back({i, stretch, {}, {}});
    }
    std::size_t before = 0;
    for (Part& part : parts) {
        const auto place = [](const Part& p) { return std::pair(p.pair, p.stretch.source.begin); };
        while (before < parts_.size() && place(parts_[before]) < place(part)) ++before;
        if (before < parts_.size() && parts_[before].pair == part.pair &&
            parts_[before].stretch == part.stretch)
            part.taught = std::move(parts_[before].taught);
    }
    parts_ = std::move(parts);
}

void Corpus::align_all(const align::SearchOptions& search, Progress& progress) {
    progress.begin("aligning", parts_.size());
    std::vector<align::SearchResult> found(parts_.size());
    for_each(parts_.size(), options_.jobs, [&](std::size_t k) {
        const Part& part = parts_[k];
        found[k] = align::align(texts(part.pair).evidence(part.stretch, part.taught), search, options_.moves);
        progress.advance();
    });
    found_ = {};
    for (const align::SearchResult& part : found)
        if (align::are_related(part)) found_.add(part.expected);
    std::vector<std::size_t> first(alike_.size() + 1, parts_.size());
    for (std::size_t k = parts_.size(); k-- > 0;) first[parts_[k].pair] = k;
    alignments_.resize(alike_.size());
    for_each(alike_.size(), options_.jobs, [&](std::size_t i) {
        std::vector<align::Stretch> stretches;
        std::vector<align::Alignment> results;
        for (std::size_t k = first[i]; k < first[i + 1]; ++k) {
            stretches.push_back(parts_[k].stretch);
            parts_[k].likely.clear();
            for (const align::Bead& bead : found[k].likely)
                parts_[k].likely.push_back(align::placed(bead, parts_[k].stretch));
            results.push_back(std::move(found[k].best));
        }
        alignments_[i] =
            align::join(texts(i), stretches, std::move(results), search, options_.moves, options_.stretches);
    });
}

void Corpus::learn(Progress& progress) {
    std::vector<align::Lesson> lessons;
    for (Part& part : parts_) {
        lessons.push_back({&source_.documents[part.pair], &target_.documents[part.pair],
                           std::move(part.likely), &alike_[part.pair]});
    }
    const auto probabilities = [&](const Language& side) {
        return side.frequencies.probabilities(side.words.size(), options_.evidence.prior_share,
                                              options_.evidence.prior_words);
    };
    const align::Backgrounds backgrounds{probabilities(source_), probabilities(target_)};
    align::Learner learner(std::move(lessons), known_.counts, lexicon_, backgrounds, source_.words.size(),
                           target_.words.size(), options_.learning);
    for (int step = 0; step < options_.em_steps; ++step) {
        for_each(learner.lessons(), options_.jobs, [&](std::size_t lesson) { learner.expect(lesson); });
        learner.maximise();
        progress.advance();
    }
    for_each(learner.lessons(), options_.jobs, [&](std::size_t i) { parts_[i].taught = learner.own(i); });
    lexicon_ = align::Lexicon(learner.counts(), source_.words.size(), target_.words.size(),
                              options_.learning.lexicon, learner.rest());
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
