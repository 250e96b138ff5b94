#include "align/learn.hpp"

#include <algorithm>
#include <stdexcept>
#include <utility>

namespace align {

std::vector<PairCount> links_taught(const Evidence& evidence, const std::vector<Bead>& likely,
                                    const LearnOptions& options) {
    std::vector<PairCount> counts;
    for (const Bead& bead : likely) {
        if (bead.is_link() && bead.probability >= options.least_bead) {
            evidence.count_links(bead.source, bead.target, bead.probability, counts);
        }
    }
    return counts;
}

Counts learn_list(const std::vector<std::string>& source, std::string_view source_language,
                  Vocabulary& source_words, const std::vector<std::string>& target,
                  std::string_view target_language, Vocabulary& target_words, const LearnOptions& options) {
    if (source.size() != target.size()) throw std::invalid_argument("learn_list: lists of different lengths");
    IndexedDocument a;
    IndexedDocument b;
    for (std::size_t i = 0; i < source.size(); ++i) {
        if (is_blank(source[i]) || is_blank(target[i])) continue;
        a.add(source[i], tokenize(source[i], source_language), source_words, Spelled::no);
        b.add(target[i], tokenize(target[i], target_language), target_words, Spelled::no);
    }
    Frequencies source_frequencies;
    Frequencies target_frequencies;
    source_frequencies.add(a);
    target_frequencies.add(b);
    // Entries of a list are independent of each other: each is a document of its own.
    std::vector<PairCount> links;
    Lexicon lexicon;
    for (int round = 0; round < options.list_rounds; ++round) {
        links.clear();
        for (std::size_t i = 0; i < a.segments.size(); ++i) {
            const IndexedDocument one_a{{a.segments[i]}, {a.lengths[i]}};
            const IndexedDocument one_b{{b.segments[i]}, {b.lengths[i]}};
            EvidenceOptions whole;
            whole.document_share = 0;
            const Evidence evidence({one_a, source_words, source_frequencies},
                                    {one_b, target_words, target_frequencies}, {}, lexicon, {}, 1.0, whole);
            evidence.count_links({0, 1}, {0, 1}, options.list_weight, links);
        }
        lexicon = Lexicon(Counts(links), source_words.size(), target_words.size(), 1.0, 0.01);
    }
    return Counts(std::move(links));
}

}  // namespace align
