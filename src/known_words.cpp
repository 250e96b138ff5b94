#include "known_words.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "align/news.hpp"
#include "align/unicode.hpp"
#include "align/world.hpp"
#include "lexicons/any_file.hpp"
#include "lexicons/installed.hpp"

namespace hexapla {
namespace {

using Entries = std::vector<align::ListEntry>;

lexicons::NearWords near_words(const align::Vocabulary& words) {
    lexicons::NearWords near;
    for (const std::string_view surface : words.surfaces()) near.add(surface);
    return near;
}

/// Gathers counts from one source after the other.
class Gathering {
  public:
    Gathering(const KnownOptions& options, const align::LearnOptions& learning, const KnownSide& source,
              const KnownSide& target)
        : options_(options),
          learning_(learning),
          source_(source),
          target_(target),
          languages_{source.language, target.language} {}

    void add_world_names() {
        const std::vector<std::string> source = align::world_names(source_.language);
        const std::vector<std::string> target = align::world_names(target_.language);
        std::size_t both = 0;
        for (std::size_t i = 0; i < source.size(); ++i) both += !source[i].empty() && !target[i].empty();
        learn({source, target}, learning_);
        tell("names of CLDR", both, "name", "names");
    }

    void add_news() {
        const Entries entries = align::news_entries(source_.written, target_.written);
        known_.counts.add(count(entries, options_.news_links));
        tell("the lexicon of the news", entries.size(), "concept", "concepts");
    }

    void add_dictionaries(const lexicons::NearWords& source, const lexicons::NearWords& target) {
        align::Counts of_dictionaries;
        const auto dictionaries = lexicons::installed_dictionaries(options_.dictionaries);
        for (const lexicons::Consulted& found : lexicons::consult(dictionaries, languages_, source, target)) {
            if (!found.fault.empty()) {
                known_.faults.push_back(found.name + " is not used: " + found.fault);
                continue;
            }
            of_dictionaries.add(count(found.entries, options_.dictionary_links));
            tell(found.name, found.entries.size(), "entry for these texts", "entries for these texts");
        }
        known_.counts.add(align::with_at_most(of_dictionaries, options_.dictionary_most));
    }

    void add_file(const std::filesystem::path& file, const lexicons::NearWords& source,
                  const lexicons::NearWords& target) {
        const auto wanted = [&](std::string_view word) { return source.has(word) || target.has(word); };
        const lexicons::Languages unnamed = options_.unnamed.empty() ? languages_ : options_.unnamed;
        lexicons::Contents contents = lexicons::read_file(file, languages_, unnamed, wanted);
        const std::string name = file.filename().string();
        if (contents.empty()) {
            known_.sources.push_back(
                fmt::format("{} (nothing in {} and {})", name, languages_.source, languages_.target));
            return;
        }
        if (!contents.sentences.source.empty()) {
            align::LearnOptions as_sentences = learning_;
            as_sentences.list_weight = 1;
            learn(contents.sentences, as_sentences);
            tell(name, contents.sentences.source.size(), "pair of sentences", "pairs of sentences");
            return;
        }
        const std::size_t size = contents.entries.size();
        std::erase_if(contents.entries, [&](const align::ListEntry& entry) {
            return std::none_of(entry.source.begin(), entry.source.end(),
                                [&](const std::string& form) { return source.has(form); }) &&
                   std::none_of(entry.target.begin(), entry.target.end(),
                                [&](const std::string& form) { return target.has(form); });
        });
        known_.counts.add(
            align::with_at_most(count(contents.entries, options_.file_links), options_.file_links));
        tell(name, size, "entry", "entries");
    }

    KnownWords take() && { return std::move(known_); }

  private:
    void learn(const lexicons::SentencePairs& pairs, const align::LearnOptions& learning) {
        known_.counts.add(align::learn_list(pairs.source, source_.language, source_.words, pairs.target,
                                            target_.language, target_.words, learning));
    }

    align::Counts count(const Entries& entries, double links) {
        return align::count_entries(entries, source_.language, source_.words, target_.language, target_.words,
                                    links);
    }

    void tell(const std::string& name, std::size_t count, const char* one, const char* many) {
        known_.sources.push_back(
            fmt::format("{} ({} {})", name, with_commas(count), count == 1 ? one : many));
    }

    const KnownOptions& options_;
    const align::LearnOptions& learning_;
    const KnownSide& source_;
    const KnownSide& target_;
    lexicons::Languages languages_;
    KnownWords known_;
};

}  // namespace

KnownWords know_words(const KnownOptions& options, const align::LearnOptions& learning,
                      const KnownSide& source, const KnownSide& target) {
    Gathering gathering(options, learning, source, target);
    if (!options.dictionaries.empty() || !options.files.empty()) {
        const lexicons::NearWords of_source = near_words(source.words);
        const lexicons::NearWords of_target = near_words(target.words);
        for (const std::filesystem::path& file : options.files)
            gathering.add_file(file, of_source, of_target);
        if (!options.dictionaries.empty()) gathering.add_dictionaries(of_source, of_target);
    }
    if (options.news) gathering.add_news();
    if (options.world_names) gathering.add_world_names();
    return std::move(gathering).take();
}

std::string with_commas(std::size_t number) {
    std::string digits = std::to_string(number);
    for (std::size_t at = digits.size(); at > 3; at -= 3) digits.insert(at - 3, 1, ',');
    return digits;
}

}  // namespace hexapla
