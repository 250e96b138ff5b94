#include "lexicons/show.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <ostream>
#include <vector>

#include "align/lexicon.hpp"
#include "align/news.hpp"
#include "align/tokens.hpp"
#include "align/world.hpp"
#include "lexicons/any_file.hpp"
#include "lexicons/installed.hpp"

namespace lexicons {
namespace {

constexpr std::size_t most_translations = 12;

/// A word or phrase asked about.
class Question {
  public:
    Question(const std::string& text, std::string language)
        : language_(std::move(language)), words_(ids(text)) {}

    [[nodiscard]] bool empty() const { return words_.empty(); }
    [[nodiscard]] const std::vector<align::WordId>& words() const { return words_; }
    align::Vocabulary& vocabulary() { return vocabulary_; }

    /// Whether the form holds the word, or the words of the phrase behind each other.
    bool is_in(std::string_view form) {
        const std::vector<align::WordId> of_form = ids(form);
        return std::search(of_form.begin(), of_form.end(), words_.begin(), words_.end()) != of_form.end();
    }
    template <class Forms>
    bool is_in_any(const Forms& forms) {
        return std::any_of(forms.begin(), forms.end(), [&](const auto& form) { return is_in(form); });
    }

  private:
    std::vector<align::WordId> ids(std::string_view text) {
        std::vector<align::WordId> words;
        for (const align::Token& token : align::tokenize(text, language_))
            words.push_back(vocabulary_.intern(token, align::Spelled::no));
        return words;
    }

    std::string language_;
    align::Vocabulary vocabulary_;
    std::vector<align::WordId> words_;
};

/// Prints entries under the name of where they are from.
class Listing {
  public:
    explicit Listing(std::ostream& out) : out_(out) {}

    template <class Source, class Target>
    void add(const std::string& from, const Source& source, const Target& target) {
        out_ << fmt::format("{:<26}  {} ~ {}\n", from, fmt::join(source, ", "), fmt::join(target, ", "));
        any_ = true;
    }
    [[nodiscard]] bool any() const { return any_; }

  private:
    std::ostream& out_;
    bool any_ = false;
};

void list_news(Listing& listing, Question& question, const Languages& languages) {
    for (const align::NewsPair& pair : align::news_pairs(languages.source, languages.target)) {
        if (question.is_in_any(pair.source))
            listing.add(fmt::format("news: {}", pair.id), pair.source, pair.target);
    }
}

void list_names(Listing& listing, Question& question, const Languages& languages) {
    const std::vector<std::string> source = align::world_names(languages.source);
    const std::vector<std::string> target = align::world_names(languages.target);
    std::vector<std::pair<std::string, std::string>> listed;  // Serbian's lists hold all of them twice
    for (std::size_t i = 0; i < source.size(); ++i) {
        if (source[i].empty() || target[i].empty() || !question.is_in(source[i])) continue;
        std::pair<std::string, std::string> pair{source[i], target[i]};
        if (std::find(listed.begin(), listed.end(), pair) != listed.end()) continue;
        listing.add("CLDR", std::vector{pair.first}, std::vector{pair.second});
        listed.push_back(std::move(pair));
    }
}

void list_entries(Listing& listing, Question& question, const std::string& name,
                  const std::vector<align::ListEntry>& entries) {
    for (const align::ListEntry& entry : entries) {
        if (question.is_in_any(entry.source)) listing.add(name, entry.source, entry.target);
    }
}

/// The likeliest translations of each word by all that is known together.
bool list_translations(std::ostream& out, Question& question, const Languages& languages,
                       const hexapla::KnownOptions& options) {
    align::Vocabulary target;
    const align::LearnOptions learning;
    const hexapla::KnownWords known =
        hexapla::know_words(options, learning, {languages.source, question.vocabulary(), languages.source},
                            {languages.target, target, languages.target});
    const align::Lexicon lexicon(known.counts, question.vocabulary().size(), target.size(), learning.lexicon);
    bool any = false;
    for (const align::WordId word : question.words()) {
        const auto found = lexicon.translations(word);
        std::vector<align::Lexicon::Entry> entries(found.begin(), found.end());
        std::stable_sort(entries.begin(), entries.end(),
                         [](const auto& a, const auto& b) { return a.forward > b.forward; });
        entries.resize(std::min(entries.size(), most_translations));
        if (entries.empty()) continue;
        any = true;
        const std::string& form = question.vocabulary()[word].form;
        out << fmt::format("\n{} in {}, by its beginning: p(word|{}), p({}|word)\n", form, languages.target,
                           form, form);
        for (const align::Lexicon::Entry& entry : entries) {
            out << fmt::format("  {:.4f}  {:.4f}  {}\n",
                               lexicon.probability(entry.forward, lexicon.links_of_source(word)),
                               lexicon.probability(entry.backward, lexicon.links_of_target(entry.target)),
                               target[entry.target].form);
        }
    }
    return any;
}

}  // namespace

bool show_word(std::ostream& out, const std::string& word, const Languages& languages,
               const hexapla::KnownOptions& options) {
    Question question(word, languages.source);
    if (question.empty()) return false;
    NearWords near;
    for (const std::string_view surface : question.vocabulary().surfaces()) near.add(surface);
    Listing listing(out);
    if (options.news) list_news(listing, question, languages);
    if (options.world_names) list_names(listing, question, languages);
    const auto dictionaries = installed_dictionaries(options.dictionaries);
    for (const Consulted& found : consult(dictionaries, languages, near, {}))
        list_entries(listing, question, found.name, found.entries);
    for (const std::filesystem::path& file : options.files) {
        const Contents contents =
            read_file(file, languages, languages, [](std::string_view) { return true; });
        list_entries(listing, question, file.filename().string(), contents.entries);
    }
    // A vocabulary of its own: what was looked at above would make more words count as wanted.
    Question alone(word, languages.source);
    const bool translated = list_translations(out, alone, languages, options);
    return listing.any() || translated;
}

}  // namespace lexicons
