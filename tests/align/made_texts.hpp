#pragma once

#include <algorithm>
#include <cmath>
#include <random>
#include <set>
#include <utility>
#include <vector>

#include "align/aligner.hpp"
#include "catch.hpp"

namespace made {

using Links = std::set<std::pair<std::size_t, std::size_t>>;

/// A sentence of a made-up language and its translation.
struct Sentence {
    std::vector<align::WordId> source;
    std::vector<align::WordId> target;
};

/// Two made-up languages of so many words, the frequent ones first, and a lexicon of what translates what.
class Languages {
  public:
    Languages(std::size_t words, unsigned seed) : words_(words), random_(seed) {
        std::vector<align::PairCount> counts;
        for (align::WordId word = 0; word < words; ++word)
            counts.push_back({word, translation(word), 20 << 20, 20 << 20});
        lexicon = align::Lexicon(align::Counts(counts), words, words, align::LexiconLimits());
    }

    std::size_t below(std::size_t n) { return std::uniform_int_distribution<std::size_t>(0, n - 1)(random_); }

    /// One word in six is translated freely.
    Sentence sentence() {
        Sentence made;
        for (std::size_t left = 6 + below(12); left > 0; --left) {
            made.source.push_back(word());
            made.target.push_back(below(6) == 0 ? word() : translation(made.source.back()));
        }
        std::shuffle(made.target.begin(), made.target.end(), random_);
        return made;
    }

    align::Lexicon lexicon;

  private:
    align::WordId word() {
        const double share = std::uniform_real_distribution(0.0, 1.0)(random_);
        const auto rank = std::pow(static_cast<double>(words_), share) - 1;  // Zipf's law
        return static_cast<align::WordId>(std::min(static_cast<std::size_t>(rank), words_ - 1));
    }
    [[nodiscard]] align::WordId translation(align::WordId word) const {
        return static_cast<align::WordId>((word * 7 + 3) % words_);  // words_ is no multiple of 7
    }

    std::size_t words_;
    std::mt19937 random_;
};

/// Two documents, what stands in which, and what is known of their languages.
struct Texts {
    align::IndexedDocument source;
    align::IndexedDocument target;
    align::Frequencies source_frequencies;
    align::Frequencies target_frequencies;
    Links gold;
    std::vector<align::StrongPair> alike;
    align::EvidenceOptions options;
    const align::Lexicon* lexicon = nullptr;

    /// Sentence after sentence, on one side, the other or both.
    void add_source(const Sentence& sentence) { add(source, sentence.source); }
    void add_target(const Sentence& sentence) { add(target, sentence.target); }
    void add_both(const Sentence& sentence) {
        gold.insert({source.segments.size(), target.segments.size()});
        add_source(sentence);
        add_target(sentence);
    }
    /// To be called when all sentences are there.
    void count() {
        source_frequencies.add(source);
        target_frequencies.add(target);
    }

    [[nodiscard]] align::Texts texts() const {
        return {source, target, source_frequencies, target_frequencies, alike, *lexicon, 1, options};
    }
    [[nodiscard]] align::Stretch whole() const {
        return {{0, source.segments.size()}, {0, target.segments.size()}};
    }
    [[nodiscard]] std::vector<align::Stretch> cut(const align::StretchOptions& cutting) const {
        return texts().cut(cutting);
    }
    /// As a run aligns them: cut, stretch by stretch, put together.
    [[nodiscard]] align::Alignment align(const align::StretchOptions& cutting) const {
        const std::vector<align::Stretch> stretches = cut(cutting);
        std::vector<align::Alignment> parts;
        for (const align::Stretch& stretch : stretches)
            parts.push_back(align::align(texts().evidence(stretch, {}), {}, {}).best);
        return align::join(texts(), stretches, std::move(parts), {}, {}, cutting);
    }

  private:
    static void add(align::IndexedDocument& document, const std::vector<align::WordId>& words) {
        document.segments.push_back(words);
        document.lengths.push_back(6 * static_cast<double>(words.size()));
    }
};

/// Translations in one order, with a sentence in ten on one side alone.
inline Texts in_order(Languages& languages, std::size_t sentences) {
    Texts texts;
    texts.lexicon = &languages.lexicon;
    for (std::size_t i = 0; i < sentences; ++i) {
        const Sentence sentence = languages.sentence();
        const std::size_t fate = languages.below(20);
        if (fate == 0)
            texts.add_source(sentence);
        else if (fate == 1)
            texts.add_target(sentence);
        else
            texts.add_both(sentence);
    }
    texts.count();
    return texts;
}

/// The links of one segment a side.
inline Links links_of(const align::Alignment& beads) {
    Links links;
    for (const align::Bead& bead : beads)
        if (bead.source.size() == 1 && bead.target.size() == 1)
            links.insert({bead.source.begin, bead.target.begin});
    return links;
}

inline std::size_t common(const Links& a, const Links& b) {
    return static_cast<std::size_t>(
        std::count_if(a.begin(), a.end(), [&](const auto& link) { return b.count(link) == 1; }));
}

/// Beads in the order of the source that hold each segment of both sides once, all probabilities from 0 to 1.
inline void check_cover(const align::Alignment& beads, std::size_t source_size, std::size_t target_size) {
    std::vector<std::size_t> source(source_size, 0);
    std::vector<std::size_t> target(target_size, 0);
    std::size_t last = 0;
    bool in_order = true;
    bool probable = true;
    bool filled = true;
    for (const align::Bead& bead : beads) {
        in_order = in_order && bead.source.begin >= last;
        last = bead.source.begin;
        filled = filled && bead.source.size() + bead.target.size() > 0;
        probable = probable && bead.probability >= 0 && bead.probability <= 1;  // false for NaN
        for (std::size_t i = bead.source.begin; i < bead.source.end; ++i) ++source.at(i);
        for (std::size_t j = bead.target.begin; j < bead.target.end; ++j) ++target.at(j);
    }
    CHECK(in_order);
    CHECK(probable);
    CHECK(filled);
    CHECK(source == std::vector<std::size_t>(source_size, 1));
    CHECK(target == std::vector<std::size_t>(target_size, 1));
}

}  // namespace made
