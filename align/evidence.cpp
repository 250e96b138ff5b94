#include "align/evidence.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <string_view>
#include <tuple>
#include <unordered_map>

#include "align/names.hpp"

namespace align {
namespace {

double log_normal_density(double x, double variance) {
    return -0.5 * (std::log(2 * std::numbers::pi * variance) + x * x / variance);
}

double variance_of_logs(const std::vector<double>& lengths) {
    if (lengths.size() < 2) return 0.5;
    double sum = 0;
    double squares = 0;
    for (const double length : lengths) {
        const double x = std::log(length + 1);
        sum += x;
        squares += x * x;
    }
    const auto n = static_cast<double>(lengths.size());
    return std::max(0.05, squares / n - (sum / n) * (sum / n));
}

}  // namespace

void Frequencies::add(const TokenizedDocument& document) {
    for (const auto& segment : document.segments) {
        for (const Token& token : segment) {
            if (token.word >= counts_.size()) counts_.resize(token.word + 1, 0);
            counts_[token.word] += 1;
            total_ += 1;
        }
    }
}

double Frequencies::probability(WordId word) const {
    const double count = word < counts_.size() ? counts_[word] : 0.0;
    return (count + 0.5) / (total_ + 1);
}

std::vector<AlikePair> find_alike(const TokenizedDocument& source, const Vocabulary& source_words,
                                  const TokenizedDocument& target, const Vocabulary& target_words, double least) {
    const auto distinct = [](const TokenizedDocument& document) {
        std::vector<WordId> words;
        for (const auto& segment : document.segments) {
            for (const Token& token : segment) words.push_back(token.word);
        }
        std::sort(words.begin(), words.end());
        words.erase(std::unique(words.begin(), words.end()), words.end());
        return words;
    };
    std::vector<AlikePair> alike;
    const std::vector<WordId> targets = distinct(target);
    for (const WordId s : distinct(source)) {
        const Word& a = source_words[s];
        for (const WordId t : targets) {
            const Word& b = target_words[t];
            if (a.is_number != b.is_number) continue;
            const double similarity = a.is_number ? (a.key == b.key ? 1.0 : 0.0) : name_similarity(a.latin, b.latin);
            if (similarity >= least) alike.push_back({s, t, static_cast<float>(similarity)});
        }
    }
    return alike;
}

template <class Known>
Evidence::SideView Evidence::view(Side side, const Known& known, double document_share) {
    SideView view;
    std::unordered_map<WordId, LocalId> local;
    std::vector<double> counts;
    double total = 0;
    for (const auto& segment : side.document.segments) {
        auto& words = view.words.emplace_back();
        double unknown = 0;
        for (const Token& token : segment) {
            const auto [entry, is_new] = local.try_emplace(token.word, static_cast<LocalId>(local.size()));
            if (is_new) {
                view.distinct.push_back(token.word);
                view.known.push_back(known(token.word));
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
        view.background.push_back(document_share * counts[word] / total +
                                  (1 - document_share) * side.frequencies.probability(view.distinct[word]));
    }
    view.lengths = side.document.lengths;
    return view;
}

Evidence::Evidence(Side source, Side target, const std::vector<AlikePair>& alike, const Lexicon& lexicon,
                   LengthModel lengths, const EvidenceOptions& options)
    : options_(options),
      lengths_(lengths),
      source_(view(source, [&](WordId w) { return lexicon.known_source(w); }, options.document_share)),
      target_(view(target, [&](WordId w) { return lexicon.known_target(w); }, options.document_share)) {
    log_length_variance_ = variance_of_logs(source_.lengths) + variance_of_logs(target_.lengths);
    add_affinities(alike, lexicon, source.vocabulary);
    sum_affinities();
}

void Evidence::add_affinities(const std::vector<AlikePair>& alike, const Lexicon& lexicon, const Vocabulary& source_words) {
    std::vector<std::pair<WordId, LocalId>> targets;  // sorted by word
    for (LocalId t = 0; t < target_.distinct.size(); ++t) targets.emplace_back(target_.distinct[t], t);
    std::sort(targets.begin(), targets.end());
    std::vector<Affinity> row(target_.distinct.size());
    std::vector<LocalId> filled;
    const auto add = [&](LocalId s, LocalId t, double forward, double backward) {
        if (row[t].forward == 0 && row[t].backward == 0) filled.push_back(t);
        row[t] = {s, t, std::max(row[t].forward, static_cast<float>(forward)), std::max(row[t].backward, static_cast<float>(backward))};
    };
    for (LocalId s = 0; s < source_.distinct.size(); ++s) {
        const WordId word = source_.distinct[s];
        const auto translations = lexicon.translations(word);
        const auto known = [&](const Lexicon::Entry& entry, LocalId t) {
            add(s, t, source_.known[s] * static_cast<double>(entry.forward), target_.known[t] * static_cast<double>(entry.backward));
        };
        if (translations.size() > 8 * targets.size()) {
            auto at = translations.begin();
            for (const auto& [target, t] : targets) {
                at = std::lower_bound(at, translations.end(), target, [](const Lexicon::Entry& e, WordId w) { return e.target < w; });
                if (at == translations.end()) break;
                if (at->target == target) known(*at, t);
            }
        } else {
            auto at = targets.begin();
            for (const auto& entry : translations) {
                while (at != targets.end() && at->first < entry.target) ++at;
                if (at == targets.end()) break;
                if (at->first == entry.target) known(entry, at->second);
            }
        }
        const auto same = std::equal_range(alike.begin(), alike.end(), AlikePair{word, 0, 0}, [](const AlikePair& a, const AlikePair& b) { return a.source < b.source; });
        for (auto pair = same.first; pair != same.second; ++pair) {
            double p = options_.number_strength;
            if (!source_words[word].is_number) {
                if (static_cast<double>(pair->similarity) < options_.name_least) continue;
                const double x = (static_cast<double>(pair->similarity) - options_.name_least) / (1 - options_.name_least);
                p = options_.name_strength * (0.2 + 0.8 * x);
                if (source_words[word].latin.size() <= 3) p *= 0.3;
            }
            const auto t = std::lower_bound(targets.begin(), targets.end(), std::pair<WordId, LocalId>{pair->target, 0});
            add(s, t->second, p, p);
        }
        row_starts_.push_back(affinities_.size());
        std::sort(filled.begin(), filled.end());
        for (const LocalId t : filled) {
            affinities_.push_back(row[t]);
            row[t] = {};
        }
        filled.clear();
    }
    row_starts_.push_back(affinities_.size());
}

void Evidence::sum_affinities() {
    const auto places = [](const SideView& side) {
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
    for (const Affinity& a : affinities_) {
        for (const std::size_t i : source_places[a.source]) forward_sums_[a.target * source_size() + i] += a.forward;
        for (const std::size_t j : target_places[a.target]) backward_sums_[a.source * target_size() + j] += a.backward;
    }
}

double Evidence::words_score(const SideView& given, SegmentRange given_range, const SideView& made,
                             SegmentRange made_range, const std::vector<float>& sums) const {
    double size = 0;
    double unknown = 0;
    for (std::size_t i = given_range.begin; i < given_range.end; ++i) {
        size += static_cast<double>(given.words[i].size());
        unknown += given.unknown[i];
    }
    if (size == 0) return 0;
    double score = 0;
    for (std::size_t j = made_range.begin; j < made_range.end; ++j) {
        for (const LocalId word : made.words[j]) {
            const float* sum = sums.data() + word * given.words.size();
            double explained = 0;
            for (std::size_t i = given_range.begin; i < given_range.end; ++i) explained += static_cast<double>(sum[i]);
            const double ratio = (explained / made.background[word] + unknown) / size;
            score += std::log(1 - options_.explained + options_.explained * ratio);
        }
    }
    return score;
}

double Evidence::length_score(SegmentRange source, SegmentRange target) const {
    double a = 0;
    double b = 0;
    for (std::size_t i = source.begin; i < source.end; ++i) a += source_.lengths[i];
    for (std::size_t j = target.begin; j < target.end; ++j) b += target_.lengths[j];
    a *= lengths_.ratio;
    const double mean = (a + b) / 2 + 1;
    // Gale & Church's δ² = (b − a)² / (s² mean), as a density of ln b − ln a ≈ (b − a) / mean.
    const double x = std::log(b + 1) - std::log(a + 1);
    return log_normal_density(x, options_.length_variance / mean + 0.01) - log_normal_density(x, log_length_variance_);
}

double Evidence::score(SegmentRange source, SegmentRange target) const {
    return options_.word_weight * (words_score(source_, source, target_, target, forward_sums_) +
                                   words_score(target_, target, source_, source, backward_sums_)) +
           options_.length_weight * length_score(source, target);
}

void Evidence::count(SegmentRange source, SegmentRange target, double weight, std::vector<PairCount>& counts) const {
    std::vector<LocalId> from;
    std::vector<LocalId> to;
    for (std::size_t i = source.begin; i < source.end; ++i) from.insert(from.end(), source_.words[i].begin(), source_.words[i].end());
    for (std::size_t j = target.begin; j < target.end; ++j) to.insert(to.end(), target_.words[j].begin(), target_.words[j].end());
    if (from.empty() || to.empty()) return;
    const std::size_t n = from.size();
    const std::size_t m = to.size();
    std::vector<double> forward(n * m);
    std::vector<double> backward(n * m);
    for (std::size_t i = 0; i < n; ++i) {
        const auto begin = affinities_.begin() + static_cast<std::ptrdiff_t>(row_starts_[from[i]]);
        const auto end = affinities_.begin() + static_cast<std::ptrdiff_t>(row_starts_[from[i] + 1]);
        for (std::size_t j = 0; j < m; ++j) {
            double f = (1 - source_.known[from[i]]) * target_.background[to[j]];
            double b = (1 - target_.known[to[j]]) * source_.background[from[i]];
            const auto found = std::lower_bound(begin, end, to[j], [](const Affinity& a, LocalId t) { return a.target < t; });
            if (found != end && found->target == to[j]) {
                f += static_cast<double>(found->forward);
                b += static_cast<double>(found->backward);
            }
            forward[i * m + j] = f;
            backward[i * m + j] = b;
        }
    }
    const double lambda = options_.explained;
    for (std::size_t j = 0; j < m; ++j) {
        double sum = 0;
        for (std::size_t i = 0; i < n; ++i) sum += forward[i * m + j];
        const double scale = lambda / static_cast<double>(n);
        const double all = (1 - lambda) * target_.background[to[j]] + scale * sum;
        for (std::size_t i = 0; i < n; ++i) forward[i * m + j] *= scale / all;
    }
    for (std::size_t i = 0; i < n; ++i) {
        double sum = 0;
        for (std::size_t j = 0; j < m; ++j) sum += backward[i * m + j];
        const double scale = lambda / static_cast<double>(m);
        const double all = (1 - lambda) * source_.background[from[i]] + scale * sum;
        for (std::size_t j = 0; j < m; ++j) backward[i * m + j] *= scale / all;
    }
    for (std::size_t i = 0; i < n; ++i) {
        for (std::size_t j = 0; j < m; ++j) {
            const double f = weight * forward[i * m + j];
            const double b = weight * backward[i * m + j];
            if (std::max(f, b) < 0.001) continue;
            counts.push_back({source_.distinct[from[i]], target_.distinct[to[j]],
                              std::llround(f * count_unit), std::llround(b * count_unit)});
        }
    }
}

}  // namespace align
