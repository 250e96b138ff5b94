#include "align/alike.hpp"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <string_view>
#include <unordered_map>

namespace align {
namespace {

/// How far two strings of which the longer has `longer` letters may be apart and yet be `least` alike.
std::size_t edits_allowed(std::size_t longer, double least) {
    return static_cast<std::size_t>(std::floor((1 - least) * static_cast<double>(longer) + 1e-9));
}

/// Pairs of neighbouring letters, the beginning of the word counted as one: as many as letters. An edit
/// changes two of them at most.
constexpr std::size_t letters = 38;

std::size_t letter(char c) {
    if (c >= 'a' && c <= 'z') return static_cast<std::size_t>(c - 'a') + 1;
    if (c >= '0' && c <= '9') return static_cast<std::size_t>(c - '0') + 27;
    return letters - 1;
}

template <class Visit>
void for_each_bigram(std::string_view word, const Visit& visit) {
    std::size_t before = 0;
    for (const char c : word) {
        visit(before * letters + letter(c));
        before = letter(c);
    }
}

/// Finds the words that may be `least` alike to a given one, as strings.
class NearStrings {
  public:
    NearStrings(std::vector<std::string_view> words, double least)
        : words_(std::move(words)),
          least_(least),
          starts_(letters * letters + 1, 0),
          shared_(words_.size(), 0) {
        for (const std::string_view word : words_)
            for_each_bigram(word, [&](std::size_t b) { ++starts_[b + 1]; });
        for (std::size_t b = 1; b < starts_.size(); ++b) starts_[b] += starts_[b - 1];
        places_.resize(starts_.back());
        std::vector<std::uint32_t> next(starts_.begin(), starts_.end() - 1);
        for (std::uint32_t w = 0; w < words_.size(); ++w)
            for_each_bigram(words_[w], [&](std::size_t b) { places_[next[b]++] = w; });
        for (std::size_t longer = 1; longer <= 64; ++longer)
            shares_some_ = shares_some_ && longer > 2 * edits_allowed(longer, least);
    }

    /// Calls `visit(number)` for every word that may be alike; it may be called for others too, and for one
    /// word once.
    template <class Visit>
    void for_each_near(std::string_view word, const Visit& visit) {
        if (!shares_some_) {
            for (std::uint32_t w = 0; w < words_.size(); ++w) visit(w);
            return;
        }
        met_.clear();
        for_each_bigram(word, [&](std::size_t b) {
            for (std::uint32_t k = starts_[b]; k < starts_[b + 1]; ++k) {
                if (shared_[places_[k]]++ == 0) met_.push_back(places_[k]);
            }
        });
        for (const std::uint32_t w : met_) {
            const std::size_t longer = std::max(word.size(), words_[w].size());
            const std::size_t shorter = std::min(word.size(), words_[w].size());
            const std::size_t edits = edits_allowed(longer, least_);
            const bool near = longer - shorter <= edits && shared_[w] + 2 * edits >= longer;
            shared_[w] = 0;
            if (near) visit(w);
        }
    }

  private:
    std::vector<std::string_view> words_;
    double least_;
    bool shares_some_ = true;            // alike words share a pair of letters, whatever their length
    std::vector<std::uint32_t> starts_;  // of places_, by pair of letters
    std::vector<std::uint32_t> places_;  // numbers of words
    std::vector<std::uint32_t> shared_;
    std::vector<std::uint32_t> met_;
};

std::vector<std::string_view> spellings(const std::vector<WordId>& ids, const Vocabulary& words,
                                        std::string Spelling::*part) {
    std::vector<std::string_view> all;
    all.reserve(ids.size());
    for (const WordId id : ids) all.push_back(words[id].spelling.*part);
    return all;
}

}  // namespace

std::vector<AlikePair> find_alike(const IndexedDocument& source, const Vocabulary& source_words,
                                  const IndexedDocument& target, const Vocabulary& target_words,
                                  double least) {
    std::unordered_map<std::string_view, WordId> numbers;
    std::vector<WordId> targets;  // that are spelled
    for (const WordId t : distinct_words(target)) {
        const Word& word = target_words[t];
        if (word.is_number) numbers.emplace(word.key, t);
        if (!word.spelling.empty()) targets.push_back(t);
    }
    NearStrings by_sounds(spellings(targets, target_words, &Spelling::sounds), least);
    NearStrings by_consonants(spellings(targets, target_words, &Spelling::consonants),
                              std::min(1.0, least / consonants_worth));
    std::vector<AlikePair> alike;
    std::vector<std::uint32_t> near;
    for (const WordId s : distinct_words(source)) {
        const Word& word = source_words[s];
        if (word.is_number) {
            const auto same = numbers.find(word.key);
            if (same != numbers.end() && least <= 1) alike.push_back({s, same->second, 1});
            continue;
        }
        if (word.spelling.empty()) continue;
        near.clear();
        const auto take = [&](std::uint32_t t) { near.push_back(t); };
        by_sounds.for_each_near(word.spelling.sounds, take);
        if (!word.spelling.consonants.empty()) by_consonants.for_each_near(word.spelling.consonants, take);
        std::sort(near.begin(), near.end());
        near.erase(std::unique(near.begin(), near.end()), near.end());
        for (const std::uint32_t t : near) {
            const double found = name_similarity(word.spelling, target_words[targets[t]].spelling);
            if (found >= least) alike.push_back({s, targets[t], static_cast<float>(found)});
        }
    }
    return alike;
}

}  // namespace align
