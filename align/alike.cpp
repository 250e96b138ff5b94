#include "align/alike.hpp"

#include <algorithm>

namespace align {
namespace {

std::vector<WordId> distinct_words(const IndexedDocument& document) {
    std::vector<WordId> words;
    for (const auto& segment : document.segments) words.insert(words.end(), segment.begin(), segment.end());
    std::sort(words.begin(), words.end());
    words.erase(std::unique(words.begin(), words.end()), words.end());
    return words;
}

double similarity(const Word& a, const Word& b) {
    if (a.is_number != b.is_number) return 0;
    if (a.is_number) return a.key == b.key ? 1.0 : 0.0;
    return name_similarity(a.spelling, b.spelling);
}

}  // namespace

std::vector<AlikePair> find_alike(const IndexedDocument& source, const Vocabulary& source_words,
                                  const IndexedDocument& target, const Vocabulary& target_words,
                                  double least) {
    std::vector<AlikePair> alike;
    const std::vector<WordId> targets = distinct_words(target);
    for (const WordId s : distinct_words(source)) {
        for (const WordId t : targets) {
            const double found = similarity(source_words[s], target_words[t]);
            if (found >= least) alike.push_back({s, t, static_cast<float>(found)});
        }
    }
    return alike;
}

}  // namespace align
