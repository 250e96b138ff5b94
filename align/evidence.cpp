#include "align/evidence.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>
#include <span>
#include <unordered_map>
#include <utility>

namespace align {
namespace {

double log_normal_density(double x, double variance) {
    return -0.5 * (std::log(2 * std::numbers::pi * variance) + x * x / variance);
}

/// The variance of ln(length), at least that of segments a quarter longer or shorter than the mean.
double variance_of_logs(const std::vector<double>& lengths) {
    double sum = 0;
    double squares = 0;
    for (const double length : lengths) {
        const double x = std::log(length + 1);
        sum += x;
        squares += x * x;
    }
    const auto n = static_cast<double>(std::max<std::size_t>(1, lengths.size()));
    return std::max(0.05, squares / n - (sum / n) * (sum / n));
}

double length_of(const std::vector<double>& lengths, SegmentRange range) {
    double sum = 0;
    for (std::size_t i = range.begin; i < range.end; ++i) sum += lengths[i];
    return sum;
}

/// Calls `found(entry, place)` for the words that stand in both lists, which are sorted. The shorter list is
/// looked up in the longer one where their sizes differ much, else both are walked.
template <class Found>
void for_each_common(std::span<const Lexicon::Entry> row, const std::vector<WordId>& words,
                     const Found& found) {
    constexpr std::size_t much = 8;
    auto entry = row.begin();
    auto word = words.begin();
    const auto seek_entry = [&] {
        entry = std::lower_bound(entry, row.end(), *word,
                                 [](const Lexicon::Entry& e, WordId id) { return e.target < id; });
    };
    const auto seek_word = [&] { word = std::lower_bound(word, words.end(), entry->target); };
    while (entry != row.end() && word != words.end()) {
        if (entry->target == *word) {
            found(*entry, static_cast<std::uint32_t>(word - words.begin()));
            ++entry;
            ++word;
        } else if (entry->target < *word) {
            row.size() > much* words.size() ? seek_entry() : static_cast<void>(++entry);
        } else {
            words.size() > much* row.size() ? seek_word() : static_cast<void>(++word);
        }
    }
}

}  // namespace

std::vector<StrongPair> strengths(const std::vector<AlikePair>& alike, const Vocabulary& source_words,
                                  const Vocabulary& target_words, const EvidenceOptions& options) {
    std::vector<StrongPair> strong;
    strong.reserve(alike.size());
    for (const AlikePair& pair : alike) {
        const Word& source = source_words[pair.source];
        const Word& target = target_words[pair.target];
        const double excess = static_cast<double>(pair.similarity) - options.name_least;
        if (!source.is_number && excess < 0) continue;
        double strength = options.number_strength;
        if (!source.is_number) {
            strength = options.name_strength * (0.2 + 0.8 * excess / (1 - options.name_least));
            // Words of three letters are alike by chance.
            if (std::min(source.spelling.latin.size(), target.spelling.latin.size()) <= 3) strength *= 0.3;
        }
        if (strength > 0) strong.push_back({pair.source, pair.target, static_cast<float>(strength)});
    }
    return strong;
}

template <class Links, class Rest>
Evidence::View Evidence::view(const Side& side, const Links& links, const Rest& rest, const Lexicon& lexicon,
                              const EvidenceOptions& options) {
    View view;
    const auto& segments = side.document.segments;
    view.lengths.assign(side.document.lengths.begin() + static_cast<std::ptrdiff_t>(side.segments.begin),
                        side.document.lengths.begin() + static_cast<std::ptrdiff_t>(side.segments.end));
    view.length_variance = variance_of_logs(view.lengths);
    view.starts.push_back(0);
    for (std::size_t i = side.segments.begin; i < side.segments.end; ++i) {
        view.words.insert(view.words.end(), segments[i].begin(), segments[i].end());
        view.starts.push_back(static_cast<std::uint32_t>(view.words.size()));
    }
    view.distinct = view.words;
    std::sort(view.distinct.begin(), view.distinct.end());
    view.distinct.erase(std::unique(view.distinct.begin(), view.distinct.end()), view.distinct.end());
    std::vector<float> counts(view.distinct.size(), 0);
    for (LocalId& word : view.words) {
        const auto place = std::lower_bound(view.distinct.begin(), view.distinct.end(), word);
        word = static_cast<LocalId>(place - view.distinct.begin());
        counts[word] += 1;
    }
    std::vector<float> unknown;
    const auto total = static_cast<double>(view.words.size());
    for (std::size_t word = 0; word < view.distinct.size(); ++word) {
        const WordId id = view.distinct[word];
        const double all = links(id);
        view.links.push_back(static_cast<float>(all));
        unknown.push_back(static_cast<float>(1 - lexicon.probability(std::max(0.0, all - rest(id)), all)));
        const double in_run = side.frequencies.probability(id, options.prior_share, options.prior_words);
        view.background.push_back(
            static_cast<float>(options.document_share * static_cast<double>(counts[word]) / total +
                               (1 - options.document_share) * in_run));
    }
    for (std::size_t i = 0; i + 1 < view.starts.size(); ++i) {
        float sum = 0;
        for (std::uint32_t k = view.starts[i]; k < view.starts[i + 1]; ++k) sum += unknown[view.words[k]];
        view.unknown.push_back(sum);
    }
    return view;
}

Evidence::Evidence(Side source, Side target, const std::vector<StrongPair>& alike, const Lexicon& lexicon,
                   const OwnLinks& own, double length_ratio, const EvidenceOptions& options)
    : options_(options), length_ratio_(length_ratio) {
    WordLinks own_source = own.rest.source;
    WordLinks own_target = own.rest.target;
    for (const PairCount& pair : own.pairs.pairs()) {
        own_source.emplace_back(pair.source, pair.forward);
        own_target.emplace_back(pair.target, pair.backward);
    }
    add_up(own_source);
    add_up(own_target);
    const auto less_own = [](double links, const WordLinks& of_own, WordId word) {
        const auto found = std::lower_bound(of_own.begin(), of_own.end(), std::pair{word, std::int64_t{0}});
        const bool has = found != of_own.end() && found->first == word;
        return has ? std::max(0.0, links - static_cast<double>(found->second) / count_unit) : links;
    };
    source_ = view(
        source, [&](WordId word) { return less_own(lexicon.links_of_source(word), own_source, word); },
        [&](WordId word) { return lexicon.rest_of_source(word); }, lexicon, options);
    target_ = view(
        target, [&](WordId word) { return less_own(lexicon.links_of_target(word), own_target, word); },
        [&](WordId word) { return lexicon.rest_of_target(word); }, lexicon, options);
    find_affinities(alike, lexicon, own.pairs);
    forward_ = explain(source_, target_, [&](const auto& visit) {
        for (LocalId s = 0; s < source_.distinct.size(); ++s)
            for (std::size_t k = row_starts_[s]; k < row_starts_[s + 1]; ++k)
                visit(s, affinities_[k].target, affinities_[k].forward);
    });
    backward_ = explain(target_, source_, [&](const auto& visit) {
        for (LocalId s = 0; s < source_.distinct.size(); ++s)
            for (std::size_t k = row_starts_[s]; k < row_starts_[s + 1]; ++k)
                visit(affinities_[k].target, s, affinities_[k].backward);
    });
}

void Evidence::find_affinities(const std::vector<StrongPair>& alike, const Lexicon& lexicon,
                               const Counts& own) {
    const std::vector<WordId>& targets = target_.distinct;
    std::vector<Affinity> row(targets.size());  // by target; emptied after each source word
    std::vector<LocalId> filled;
    const auto add = [&](LocalId t, float forward, float backward) {
        if (forward == 0 && backward == 0) return;  // links that were all the segments' own
        if (row[t].forward == 0 && row[t].backward == 0) filled.push_back(t);
        row[t] = {t, std::max(row[t].forward, forward), std::max(row[t].backward, backward)};
    };
    for (LocalId s = 0; s < source_.distinct.size(); ++s) {
        row_starts_.push_back(affinities_.size());
        const WordId word = source_.distinct[s];
        auto own_pair = std::lower_bound(own.pairs().begin(), own.pairs().end(), word,
                                         [](const PairCount& p, WordId id) { return p.source < id; });
        for_each_common(lexicon.translations(word), targets, [&](const Lexicon::Entry& entry, LocalId t) {
            auto forward = static_cast<double>(entry.forward);
            auto backward = static_cast<double>(entry.backward);
            const auto is_before = [&] {
                return own_pair->source == word && own_pair->target < entry.target;
            };
            while (own_pair != own.pairs().end() && is_before()) ++own_pair;
            if (own_pair != own.pairs().end() && own_pair->source == word &&
                own_pair->target == entry.target) {
                forward = std::max(0.0, forward - static_cast<double>(own_pair->forward) / count_unit);
                backward = std::max(0.0, backward - static_cast<double>(own_pair->backward) / count_unit);
            }
            add(t, static_cast<float>(lexicon.probability(forward, static_cast<double>(source_.links[s]))),
                static_cast<float>(lexicon.probability(backward, static_cast<double>(target_.links[t]))));
        });
        auto pair = std::lower_bound(alike.begin(), alike.end(), word,
                                     [](const StrongPair& a, WordId id) { return a.source < id; });
        for (; pair != alike.end() && pair->source == word; ++pair) {
            const auto t = std::lower_bound(targets.begin(), targets.end(), pair->target);
            if (t != targets.end() && *t == pair->target)
                add(static_cast<LocalId>(t - targets.begin()), pair->strength, pair->strength);
        }
        std::sort(filled.begin(), filled.end());
        for (const LocalId t : filled) affinities_.push_back(std::exchange(row[t], {}));
        filled.clear();
    }
    row_starts_.push_back(affinities_.size());
}

template <class Visit>
Evidence::Explained Evidence::explain(const View& given, const View& made, const Visit& for_each_affinity) {
    // Where each made word stands, and what explains it, by giving word.
    std::vector<std::uint32_t> place_starts(made.distinct.size() + 1, 0);
    for (const LocalId word : made.words) ++place_starts[word + 1];
    for (std::size_t w = 1; w < place_starts.size(); ++w) place_starts[w] += place_starts[w - 1];
    std::vector<std::uint32_t> places(made.words.size());
    {
        std::vector<std::uint32_t> next(place_starts.begin(), place_starts.end() - 1);
        for (std::uint32_t k = 0; k < made.words.size(); ++k) places[next[made.words[k]]++] = k;
    }
    struct Partner {
        LocalId word;
        float times;
    };
    std::vector<std::uint32_t> partner_starts(given.distinct.size() + 1, 0);
    for_each_affinity([&](LocalId g, LocalId, float p) { partner_starts[g + 1] += p > 0 ? 1 : 0; });
    for (std::size_t w = 1; w < partner_starts.size(); ++w) partner_starts[w] += partner_starts[w - 1];
    std::vector<Partner> partners(partner_starts.back());
    {
        std::vector<std::uint32_t> next(partner_starts.begin(), partner_starts.end() - 1);
        for_each_affinity([&](LocalId g, LocalId m, float p) {
            if (p > 0) partners[next[g]++] = {m, p / made.background[m]};
        });
    }
    Explained explained;
    explained.made_size = made.size();
    explained.starts.reserve(given.size() * made.size() + 1);
    std::vector<float> times(made.words.size(), 0);
    std::vector<std::uint32_t> touched;
    for (std::size_t i = 0; i < given.size(); ++i) {
        touched.clear();
        for (std::uint32_t k = given.starts[i]; k < given.starts[i + 1]; ++k) {
            const LocalId word = given.words[k];
            for (std::uint32_t p = partner_starts[word]; p < partner_starts[word + 1]; ++p) {
                const Partner& partner = partners[p];
                for (std::uint32_t at = place_starts[partner.word]; at < place_starts[partner.word + 1];
                     ++at) {
                    if (times[places[at]] == 0) touched.push_back(places[at]);
                    times[places[at]] += partner.times;
                }
            }
        }
        std::sort(touched.begin(), touched.end());
        auto next = touched.begin();
        for (std::size_t j = 0; j < made.size(); ++j) {
            explained.starts.push_back(static_cast<std::uint32_t>(explained.words.size()));
            for (; next != touched.end() && *next < made.starts[j + 1]; ++next)
                explained.words.push_back({*next, std::exchange(times[*next], 0.0F)});
        }
    }
    explained.starts.push_back(static_cast<std::uint32_t>(explained.words.size()));
    return explained;
}

double Evidence::one_way(const View& given, SegmentRange given_range, const View& made,
                         SegmentRange made_range, const Explained& explained) const {
    const auto size = static_cast<double>(given.starts[given_range.end] - given.starts[given_range.begin]);
    if (size == 0) return 0;
    double unknown = 0;
    for (std::size_t i = given_range.begin; i < given_range.end; ++i)
        unknown += static_cast<double>(given.unknown[i]);
    // Each word of which nothing is explained has the same factor; the others are some times that.
    const double least = 1 - options_.explained + options_.explained * unknown / size;
    const double spread = size / std::pow(static_cast<double>(given_range.size()), 1 - options_.dilution);
    const double scale = options_.explained / (spread * least);
    double score =
        static_cast<double>(made.starts[made_range.end] - made.starts[made_range.begin]) * std::log(least);
    // A product over words becomes a sum of logarithms every few words, for logarithms are slow.
    double product = 1;
    int factors = 0;
    const auto multiply = [&](double times) {
        product *= 1 + scale * times;
        if (++factors == 16) {
            score += std::log(product);
            product = 1;
            factors = 0;
        }
    };
    for (std::size_t j = made_range.begin; j < made_range.end; ++j) {
        if (given_range.size() == 1) {
            const Explained::Word* const end = explained.begin(given_range.begin, j + 1);
            for (const Explained::Word* word = explained.begin(given_range.begin, j); word != end; ++word)
                multiply(static_cast<double>(word->times));
            continue;
        }
        // What several segments explain is added up: their lists are sorted by place and merged.
        constexpr std::uint32_t past = 0xFFFFFFFF;
        struct Row {
            const Explained::Word* word;
            const Explained::Word* end;
        };
        std::array<Row, 8> few;
        std::vector<Row> many;
        Row* rows = few.data();
        if (given_range.size() > few.size()) {
            many.resize(given_range.size());
            rows = many.data();
        }
        for (std::size_t k = 0; k < given_range.size(); ++k)
            rows[k] = {explained.begin(given_range.begin + k, j),
                       explained.begin(given_range.begin + k, j + 1)};
        for (;;) {
            std::uint32_t place = past;
            for (std::size_t k = 0; k < given_range.size(); ++k)
                if (rows[k].word != rows[k].end) place = std::min(place, rows[k].word->place);
            if (place == past) break;
            double times = 0;
            for (std::size_t k = 0; k < given_range.size(); ++k) {
                if (rows[k].word == rows[k].end || rows[k].word->place != place) continue;
                times += static_cast<double>(rows[k].word->times);
                ++rows[k].word;
            }
            multiply(times);
        }
    }
    return score + std::log(product);
}

Evidence::Scores Evidence::scores(SegmentRange source, SegmentRange target) const {
    const double forward = one_way(source_, source, target_, target, forward_);
    const double backward = one_way(target_, target, source_, source, backward_);
    return {forward, backward, options_.word_weight * (forward + backward) + length_score(source, target)};
}

double Evidence::words_score(SegmentRange source, SegmentRange target) const {
    return options_.word_weight * (one_way(source_, source, target_, target, forward_) +
                                   one_way(target_, target, source_, source, backward_));
}

double Evidence::length_score(SegmentRange source, SegmentRange target) const {
    const double a = length_of(source_.lengths, source) * length_ratio_;
    const double b = length_of(target_.lengths, target);
    const double mean = (a + b) / 2 + 1;
    // δ² = (b − a)² / (s² · mean) of Gale & Church, as a density of ln b − ln a ≈ (b − a) / mean.
    const double x = std::log(b + 1) - std::log(a + 1);
    const double related = options_.length_variance / mean + 0.01;
    return options_.length_weight *
           (log_normal_density(x, related) -
            log_normal_density(x, source_.length_variance + target_.length_variance));
}

double Evidence::score(SegmentRange source, SegmentRange target) const {
    return words_score(source, target) + length_score(source, target);
}

const Evidence::Affinity* Evidence::affinity(LocalId source, LocalId target) const {
    const auto begin = affinities_.begin() + static_cast<std::ptrdiff_t>(row_starts_[source]);
    const auto end = affinities_.begin() + static_cast<std::ptrdiff_t>(row_starts_[source + 1]);
    const auto found =
        std::lower_bound(begin, end, target, [](const Affinity& a, LocalId t) { return a.target < t; });
    return found != end && found->target == target ? &*found : nullptr;
}

std::vector<WordPair> Evidence::word_pairs(SegmentRange source, SegmentRange target) const {
    std::vector<WordPair> pairs;
    for (std::uint32_t i = source_.starts[source.begin]; i < source_.starts[source.end]; ++i) {
        for (std::uint32_t j = target_.starts[target.begin]; j < target_.starts[target.end]; ++j) {
            const LocalId s = source_.words[i];
            const LocalId t = target_.words[j];
            if (const Affinity* a = affinity(s, t)) {
                pairs.push_back({source_.distinct[s], target_.distinct[t], static_cast<double>(a->forward),
                                 static_cast<double>(a->backward)});
            }
        }
    }
    std::stable_sort(pairs.begin(), pairs.end(), [](const WordPair& a, const WordPair& b) {
        return a.forward * a.backward > b.forward * b.backward;
    });
    return pairs;
}

}  // namespace align
