#include "align/word_list.hpp"

#include <algorithm>
#include <cmath>

#include "align/tokens.hpp"

namespace align {
namespace {

using Phrase = std::vector<WordId>;

/// The phrases of each entry on one side, and in how many entries each word stands.
class SideOfList {
  public:
    SideOfList(std::string_view language, Vocabulary& words) : language_(language), words_(words) {}

    void add(const std::vector<std::string>& forms) {
        auto& phrases = entries_.emplace_back();
        for (const std::string& form : forms) {
            Phrase phrase;
            for (const Token& token : tokenize(form, language_))
                phrase.push_back(words_.intern(token, Spelled::no));
            if (phrase.empty()) continue;
            if (std::find(phrases.begin(), phrases.end(), phrase) == phrases.end())
                phrases.push_back(std::move(phrase));
        }
        Phrase all;
        for (const Phrase& phrase : phrases) all.insert(all.end(), phrase.begin(), phrase.end());
        std::sort(all.begin(), all.end());
        all.erase(std::unique(all.begin(), all.end()), all.end());
        for (const WordId word : all) {
            if (word >= entries_with_.size()) entries_with_.resize(word + 1, 0);
            entries_with_[word] += 1;
        }
    }

    [[nodiscard]] const std::vector<Phrase>& phrases(std::size_t entry) const { return entries_[entry]; }

    /// The share of each word in what its phrase says.
    [[nodiscard]] std::vector<double> shares(const Phrase& phrase) const {
        std::vector<double> shares;
        double sum = 0;
        for (const WordId word : phrase) {
            shares.push_back(1 / entries_with_[word]);
            sum += shares.back();
        }
        for (double& share : shares) share /= sum;
        return shares;
    }

  private:
    std::string language_;
    Vocabulary& words_;
    std::vector<std::vector<Phrase>> entries_;
    std::vector<double> entries_with_;
};

}  // namespace

Counts count_entries(const std::vector<ListEntry>& entries, std::string_view source_language,
                     Vocabulary& source_words, std::string_view target_language, Vocabulary& target_words,
                     double links) {
    SideOfList source(source_language, source_words);
    SideOfList target(target_language, target_words);
    for (const ListEntry& entry : entries) {
        source.add(entry.source);
        target.add(entry.target);
    }
    std::vector<PairCount> counts;
    for (std::size_t i = 0; i < entries.size(); ++i) {
        const auto& from = source.phrases(i);
        const auto& to = target.phrases(i);
        if (from.empty() || to.empty()) continue;
        const double forward = links * entries[i].forward * count_unit / static_cast<double>(to.size());
        const double backward = links * entries[i].backward * count_unit / static_cast<double>(from.size());
        for (const Phrase& a : from) {
            const std::vector<double> of_a = source.shares(a);
            for (const Phrase& b : to) {
                const std::vector<double> of_b = target.shares(b);
                for (std::size_t s = 0; s < a.size(); ++s) {
                    for (std::size_t t = 0; t < b.size(); ++t) {
                        const double share = of_a[s] * of_b[t];
                        counts.push_back(
                            {a[s], b[t], std::llround(share * forward), std::llround(share * backward)});
                    }
                }
            }
        }
    }
    return Counts(std::move(counts));
}

}  // namespace align
