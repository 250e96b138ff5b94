#include "align/evidence.hpp"

#include <algorithm>
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

/// Calls `found(entry, local id)` for the words that stand in both lists, which are sorted by word. The
/// shorter list is looked up in the longer one where their sizes differ much, else both are walked.
template <class Found>
void for_each_common(std::span<const Lexicon::Entry> row,
                     const std::vector<std::pair<WordId, std::uint32_t>>& words, const Found& found) {
    constexpr std::size_t much = 8;
    auto entry = row.begin();
    auto word = words.begin();
    const auto seek_entry = [&] {
        entry = std::lower_bound(entry, row.end(), word->first,
                                 [](const Lexicon::Entry& e, WordId id) { return e.target < id; });
    };
    const auto seek_word = [&] {
        word = std::lower_bound(
            word, words.end(), entry->target,
            [](const std::pair<WordId, std::uint32_t>& w, WordId id) { return w.first < id; });
    };
    while (entry != row.end() && word != words.end()) {
        if (entry->target == word->first) {
            found(*entry, word->second);
            ++entry;
            ++word;
        } else if (entry->target < word->first) {
            row.size() > much* words.size() ? seek_entry() : static_cast<void>(++entry);
        } else {
            words.size() > much* row.size() ? seek_word() : static_cast<void>(++word);
        }
    }
}

}  // namespace

template <class Links>
Evidence::View Evidence::view(Side side, const Links& links, const Lexicon& lexicon,
                              const EvidenceOptions& options) {
    View view;
    view.lengths = side.document.lengths;
    std::unordered_map<WordId, LocalId> local;
    std::vector<double> counts;
    double total = 0;
    for (const auto& segment : side.document.segments) {
        auto& words = view.words.emplace_back();
        double unknown = 0;
        for (const WordId word : segment) {
            const auto [entry, is_new] = local.try_emplace(word, static_cast<LocalId>(local.size()));
            if (is_new) {
                view.distinct.push_back(word);
                view.links.push_back(links(word));
                view.known.push_back(lexicon.known(view.links.back()));
                counts.push_back(0);
            }
            words.push_back(entry->second);
            counts[entry->second] += 1;
            total += 1;
            unknown += 1 - view.known[entry->second];
        }
        view.unknown.push_back(unknown);
    }
    for (std::size_t word = 0; word < counts.size(); ++word) {
        const double in_run =
            side.frequencies.probability(view.distinct[word], options.prior_share, options.prior_words);
        view.background.push_back(options.document_share * counts[word] / total +
                                  (1 - options.document_share) * in_run);
    }
    return view;
}

Evidence::Evidence(Side source, Side target, const std::vector<AlikePair>& alike, const Lexicon& lexicon,
                   const Counts& own, double length_ratio, const EvidenceOptions& options)
    : options_(options),
      length_ratio_(length_ratio),
      unrelated_length_variance_(variance_of_logs(source.document.lengths) +
                                 variance_of_logs(target.document.lengths)) {
    std::unordered_map<WordId, double> own_source;
    std::unordered_map<WordId, double> own_target;
    for (const PairCount& pair : own.pairs()) {
        own_source[pair.source] += static_cast<double>(pair.forward) / count_unit;
        own_target[pair.target] += static_cast<double>(pair.backward) / count_unit;
    }
    const auto less_own = [](double links, const std::unordered_map<WordId, double>& of_own, WordId word) {
        const auto found = of_own.find(word);
        return found == of_own.end() ? links : std::max(0.0, links - found->second);
    };
    const auto source_links = [&](WordId word) {
        return less_own(lexicon.links_of_source(word), own_source, word);
    };
    const auto target_links = [&](WordId word) {
        return less_own(lexicon.links_of_target(word), own_target, word);
    };
    source_ = view(source, source_links, lexicon, options);
    target_ = view(target, target_links, lexicon, options);
    find_affinities(alike, lexicon, own, source.vocabulary, target.vocabulary);
    sum_affinities();
}

float Evidence::strength(const AlikePair& pair, const Word& source_word, const Word& target_word) const {
    if (source_word.is_number) return static_cast<float>(options_.number_strength);
    const double excess = static_cast<double>(pair.similarity) - options_.name_least;
    if (excess < 0) return 0;
    const double scaled = options_.name_strength * (0.2 + 0.8 * excess / (1 - options_.name_least));
    // Words of three letters are alike by chance.
    const std::size_t letters =
        std::min(source_word.spelling.latin.size(), target_word.spelling.latin.size());
    return static_cast<float>(letters <= 3 ? 0.3 * scaled : scaled);
}

void Evidence::find_affinities(const std::vector<AlikePair>& alike, const Lexicon& lexicon, const Counts& own,
                               const Vocabulary& source_words, const Vocabulary& target_words) {
    std::vector<std::pair<WordId, LocalId>> targets;  // sorted by word
    for (LocalId t = 0; t < target_.distinct.size(); ++t) targets.emplace_back(target_.distinct[t], t);
    std::sort(targets.begin(), targets.end());

    std::vector<Affinity> row(targets.size());  // by target; emptied after each source word
    std::vector<LocalId> filled;
    const auto add = [&](LocalId t, float forward, float backward) {
        if (forward == 0 && backward == 0) return;  // links that were all the document's own
        if (row[t].forward == 0 && row[t].backward == 0) filled.push_back(t);
        row[t] = {t, std::max(row[t].forward, forward), std::max(row[t].backward, backward)};
    };
    for (LocalId s = 0; s < source_.distinct.size(); ++s) {
        row_starts_.push_back(affinities_.size());
        const WordId word = source_.distinct[s];
        const auto translations = lexicon.translations(word);
        auto own_pair = std::lower_bound(own.pairs().begin(), own.pairs().end(), word,
                                         [](const PairCount& p, WordId id) { return p.source < id; });
        for_each_common(translations, targets, [&](const Lexicon::Entry& entry, LocalId t) {
            double forward = entry.forward;
            double backward = entry.backward;
            const auto is_before = [&] {
                return own_pair->source == word && own_pair->target < entry.target;
            };
            while (own_pair != own.pairs().end() && is_before()) ++own_pair;
            if (own_pair != own.pairs().end() && own_pair->source == word &&
                own_pair->target == entry.target) {
                forward = std::max(0.0, forward - static_cast<double>(own_pair->forward) / count_unit);
                backward = std::max(0.0, backward - static_cast<double>(own_pair->backward) / count_unit);
            }
            add(t, static_cast<float>(lexicon.probability(forward, source_.links[s])),
                static_cast<float>(lexicon.probability(backward, target_.links[t])));
        });
        auto pair = std::lower_bound(alike.begin(), alike.end(), word,
                                     [](const AlikePair& a, WordId id) { return a.source < id; });
        for (; pair != alike.end() && pair->source == word; ++pair) {
            const float p = strength(*pair, source_words[word], target_words[pair->target]);
            const auto t =
                std::lower_bound(targets.begin(), targets.end(), std::pair<WordId, LocalId>{pair->target, 0});
            if (p > 0 && t != targets.end() && t->first == pair->target) add(t->second, p, p);
        }
        std::sort(filled.begin(), filled.end());
        for (const LocalId t : filled) affinities_.push_back(std::exchange(row[t], {}));
        filled.clear();
    }
    row_starts_.push_back(affinities_.size());
}

void Evidence::sum_affinities() {
    const auto places = [](const View& side) {
        std::vector<std::vector<std::size_t>> where(side.distinct.size());
        for (std::size_t i = 0; i < side.words.size(); ++i) {
            for (const LocalId word : side.words[i]) where[word].push_back(i);
        }
        return where;
    };
    const auto source_places = places(source_);
    const auto target_places = places(target_);
    forward_sums_.assign(target_.distinct.size() * source_size(), 0);
    backward_sums_.assign(source_.distinct.size() * target_size(), 0);
    for (LocalId s = 0; s < source_.distinct.size(); ++s) {
        for (std::size_t k = row_starts_[s]; k < row_starts_[s + 1]; ++k) {
            const Affinity& a = affinities_[k];
            for (const std::size_t i : source_places[s])
                forward_sums_[a.target * source_size() + i] += a.forward;
            for (const std::size_t j : target_places[a.target])
                backward_sums_[s * target_size() + j] += a.backward;
        }
    }
}

double Evidence::one_way(const View& given, SegmentRange given_range, const View& made,
                         SegmentRange made_range, const std::vector<float>& sums) const {
    double size = 0;
    double unknown = 0;
    for (std::size_t i = given_range.begin; i < given_range.end; ++i) {
        size += static_cast<double>(given.words[i].size());
        unknown += given.unknown[i];
    }
    if (size == 0) return 0;
    // A product over words becomes a sum of logarithms every few words, for logarithms are slow.
    double score = 0;
    double product = 1;
    int factors = 0;
    for (std::size_t j = made_range.begin; j < made_range.end; ++j) {
        for (const LocalId word : made.words[j]) {
            const float* sum = sums.data() + word * given.words.size();
            double known = 0;
            for (std::size_t i = given_range.begin; i < given_range.end; ++i)
                known += static_cast<double>(sum[i]);
            const double ratio = (known / made.background[word] + unknown) / size;
            product *= 1 - options_.explained + options_.explained * ratio;
            if (++factors == 16) {
                score += std::log(product);
                product = 1;
                factors = 0;
            }
        }
    }
    return score + std::log(product);
}

double Evidence::words_score(SegmentRange source, SegmentRange target) const {
    return options_.word_weight * (one_way(source_, source, target_, target, forward_sums_) +
                                   one_way(target_, target, source_, source, backward_sums_));
}

double Evidence::length_score(SegmentRange source, SegmentRange target) const {
    const double a = length_of(source_.lengths, source) * length_ratio_;
    const double b = length_of(target_.lengths, target);
    const double mean = (a + b) / 2 + 1;
    // δ² = (b − a)² / (s² · mean) of Gale & Church, as a density of ln b − ln a ≈ (b − a) / mean.
    const double x = std::log(b + 1) - std::log(a + 1);
    const double related = options_.length_variance / mean + 0.01;
    return options_.length_weight *
           (log_normal_density(x, related) - log_normal_density(x, unrelated_length_variance_));
}

double Evidence::score(SegmentRange source, SegmentRange target) const {
    return words_score(source, target) + length_score(source, target);
}

std::vector<Evidence::LocalId> Evidence::words_of(const View& view, SegmentRange range) {
    std::vector<LocalId> words;
    for (std::size_t i = range.begin; i < range.end; ++i) {
        words.insert(words.end(), view.words[i].begin(), view.words[i].end());
    }
    return words;
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
    for (const LocalId s : words_of(source_, source)) {
        for (const LocalId t : words_of(target_, target)) {
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

void Evidence::count_links(SegmentRange source, SegmentRange target, double weight,
                           std::vector<PairCount>& counts) const {
    const std::vector<LocalId> from = words_of(source_, source);
    const std::vector<LocalId> to = words_of(target_, target);
    const std::size_t n = from.size();
    const std::size_t m = to.size();
    if (n == 0 || m == 0) return;

    // The probability of each pair, smoothed by the background; then each made word's share of its makers.
    std::vector<double> forward(n * m);
    std::vector<double> backward(n * m);
    std::vector<double> forward_total(m, 0);
    std::vector<double> backward_total(n, 0);
    for (std::size_t i = 0; i < n; ++i) {
        for (std::size_t j = 0; j < m; ++j) {
            double f = (1 - source_.known[from[i]]) * target_.background[to[j]];
            double b = (1 - target_.known[to[j]]) * source_.background[from[i]];
            if (const Affinity* a = affinity(from[i], to[j])) {
                f += static_cast<double>(a->forward);
                b += static_cast<double>(a->backward);
            }
            forward[i * m + j] = f;
            backward[i * m + j] = b;
            forward_total[j] += f;
            backward_total[i] += b;
        }
    }
    const double explained = options_.explained;
    const auto share = [&](double p, double total, std::size_t size, double background) {
        const double scale = explained / static_cast<double>(size);
        return scale * p / ((1 - explained) * background + scale * total);
    };
    constexpr double least = 0.005;  // links; less is noise and would only cost memory
    for (std::size_t i = 0; i < n; ++i) {
        for (std::size_t j = 0; j < m; ++j) {
            const double f =
                weight * share(forward[i * m + j], forward_total[j], n, target_.background[to[j]]);
            const double b =
                weight * share(backward[i * m + j], backward_total[i], m, source_.background[from[i]]);
            if (std::max(f, b) < least) continue;
            counts.push_back({source_.distinct[from[i]], target_.distinct[to[j]],
                              std::llround(f * count_unit), std::llround(b * count_unit)});
        }
    }
}

}  // namespace align
