#include "lexicons/learn.hpp"

#include <algorithm>
#include <tuple>
#include <unordered_map>

#include "align/learn.hpp"
#include "align/tokens.hpp"
#include "align/vocabulary.hpp"

namespace lexicons {
namespace {

/// The spelling of each word of a vocabulary that the sentences have most often; of equals the first by
/// bytes.
std::vector<std::string> frequent_forms(const std::vector<std::string>& sentences,
                                        const std::string& language, align::Vocabulary& words) {
    std::unordered_map<std::string, std::size_t> counts;
    for (const std::string& sentence : sentences) {
        for (const align::Token& token : align::tokenize(sentence, language)) ++counts[token.surface];
    }
    std::vector<std::string> forms(words.size());
    std::vector<std::size_t> most(words.size(), 0);
    for (const auto& [form, count] : counts) {
        const align::WordId word = words.intern({form, align::WordKind::word}, align::Spelled::no);
        if (word >= forms.size()) continue;
        if (count < most[word] || (count == most[word] && form >= forms[word])) continue;
        forms[word] = form;
        most[word] = count;
    }
    return forms;
}

}  // namespace

std::vector<align::ListEntry> learn_words(const SentencePairs& pairs, const Languages& languages,
                                          double least) {
    align::Vocabulary source_words;
    align::Vocabulary target_words;
    align::LearnOptions options;
    options.list_weight = 1;
    const align::Counts counts = align::learn_list(pairs.source, languages.source, source_words, pairs.target,
                                                   languages.target, target_words, options);
    const align::Lexicon lexicon(counts, source_words.size(), target_words.size(),
                                 {.least = least, .specific = 0, .smoothing = 1});
    const auto source_forms = frequent_forms(pairs.source, languages.source, source_words);
    const auto target_forms = frequent_forms(pairs.target, languages.target, target_words);

    std::vector<align::ListEntry> entries;
    for (align::WordId source = 0; source < source_forms.size(); ++source) {
        if (source_words[source].is_number || source_forms[source].empty()) continue;
        for (const align::Lexicon::Entry& each : lexicon.translations(source)) {
            const double forward = lexicon.probability(each.forward, lexicon.links_of_source(source));
            const double backward = lexicon.probability(each.backward, lexicon.links_of_target(each.target));
            const bool is_weak = forward < least && backward < least;
            if (is_weak || target_words[each.target].is_number || target_forms[each.target].empty()) continue;
            entries.push_back({{source_forms[source]}, {target_forms[each.target]}, forward, backward});
        }
    }
    std::sort(entries.begin(), entries.end(), [](const align::ListEntry& a, const align::ListEntry& b) {
        return std::tie(a.source, b.forward, a.target) < std::tie(b.source, a.forward, b.target);
    });
    return entries;
}

}  // namespace lexicons
