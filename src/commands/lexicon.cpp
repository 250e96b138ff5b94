#include "commands/lexicon.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <filesystem>
#include <nlohmann/json.hpp>
#include <ostream>
#include <string>
#include <string_view>
#include <vector>

#include "align/document.hpp"
#include "align/news.hpp"
#include "editions.hpp"
#include "errors.hpp"
#include "known_words.hpp"
#include "lexicons/any_file.hpp"
#include "lexicons/coverage.hpp"
#include "lexicons/installed.hpp"
#include "lexicons/learn.hpp"
#include "lexicons/line_pairs.hpp"
#include "lexicons/memory_file.hpp"
#include "lexicons/merge.hpp"
#include "lexicons/show.hpp"
#include "lexicons/tbx.hpp"
#include "lexicons/word_file.hpp"
#include "output.hpp"

namespace po = boost::program_options;
namespace fs = std::filesystem;

namespace hexapla {
namespace {

/// One thing that can be done with lexicons, and the options that it knows beside --langs.
struct Action {
    std::string_view name;
    std::size_t least;  ///< arguments behind the name
    std::size_t most;
    std::string_view wanted;
    std::array<std::string_view, 4> options;
    bool writes;
    bool needs_languages;

    [[nodiscard]] bool knows(std::string_view option) const {
        return std::find(options.begin(), options.end(), option) != options.end();
    }
};

constexpr std::size_t any = 1000;
constexpr std::array<Action, 5> actions = {{
    {"learn", 1, 2, "a memory, or two texts", {"output", "force", "links", "least"}, true, true},
    {"import", 1, 1, "a file", {"output", "force"}, true, false},
    {"show", 1, 1, "a word", {"lexicon"}, false, true},
    {"coverage",
     2,
     any,
     "an English text and its versions",
     {"links", "missing", "json", "lexicon"},
     false,
     true},
    {"merge", 2, any, "two lexicons or more", {"output", "force"}, true, false},
}};

constexpr std::array<std::string_view, 7> own_options = {"output",  "force", "links",  "least",
                                                         "missing", "json",  "lexicon"};

const Action& action_of(const std::string& name) {
    const auto found =
        std::find_if(actions.begin(), actions.end(), [&](const Action& each) { return each.name == name; });
    if (found == actions.end())
        throw UsageError("'lexicon " + name + "' is none of lexicon learn, import, show, coverage, merge");
    return *found;
}

/// Edition tags of names parted by commas; a tag that no edition has is taken as it is.
std::vector<std::string> read_languages(const std::string& list) {
    std::vector<std::string> languages;
    for (std::size_t begin = 0; begin <= list.size();) {
        const std::size_t end = std::min(list.find(',', begin), list.size());
        const std::string name = list.substr(begin, end - begin);
        const Edition* edition = find_edition(name);
        if (edition == nullptr) throw UsageError("--langs: " + explain_unknown_edition(name));
        languages.emplace_back(edition->tag);
        begin = end + 1;
    }
    return languages;
}

/// The first of the sentences, enough to tell their alphabet.
std::string beginning_of(const std::vector<std::string>& sentences) {
    constexpr std::size_t enough = 10;
    std::string text;
    for (std::size_t i = 0; i < std::min(enough, sentences.size()); ++i) text += sentences[i] + '\n';
    return text;
}

class LexiconCommand : public Command {
  public:
    void describe(po::options_description& options, po::options_description& hidden,
                  po::positional_options_description& positional) override {
        auto add = options.add_options();
        add("langs", po::value<std::string>()->value_name("TAG,TAG"),
            "the languages in order; any name that 'hexapla editions' lists");
        add("output,o", po::value(&output_)->value_name("OUT"),
            "learn, import, merge: file for the lexicon; - : standard output");
        add("links", po::value(&links_)->value_name("LINKS"),
            "learn, coverage: which sentences translate each other, as 'hexapla links' writes it");
        add("least", po::value(&least_)->default_value(0.1, "0.1")->value_name("P"),
            "learn: leave out pairs less likely than this both ways");
        add("lexicon", po::value<std::vector<std::string>>()->composing()->value_name("FILE|auto|none"),
            "show, coverage: your own words besides, also more than once; show: as for align");
        add("missing", po::value(&missing_)->default_value(0)->value_name("N"),
            "coverage: also the N most frequent words without an entry");
        add("json", "coverage: one JSON object in place of the table");
        add("force", "replace a file that hexapla did not write");
        hidden.add_options()("arguments", po::value(&arguments_));
        positional.add("arguments", -1);
    }

    void accept(const po::variables_map& given) override {
        if (arguments_.empty())
            throw UsageError("say what to do: lexicon learn, import, show, coverage or merge");
        const Action& action = action_of(arguments_.front());
        arguments_.erase(arguments_.begin());
        for (const std::string_view option : own_options) {
            const auto value = given.find(std::string(option));
            if (value != given.end() && !value->second.defaulted() && !action.knows(option))
                throw UsageError(fmt::format(
                    "--{} is no option of 'lexicon {}'; see 'hexapla lexicon --help'", option, action.name));
        }
        if (arguments_.size() < action.least || arguments_.size() > action.most)
            throw UsageError(fmt::format("'lexicon {}' takes {}; see 'hexapla lexicon --help'", action.name,
                                         action.wanted));
        if (action.writes && output_.empty())
            throw UsageError("where to? give -o OUT, or -o - for standard output");
        accept_languages(given, action);
        if (!(least_ >= 0 && least_ <= 1)) throw UsageError("--least: give a number from 0 to 1");
        if (missing_ < 0) throw UsageError("--missing: give a number from 0");
        force_ = given.count("force") != 0;
        json_ = given.count("json") != 0;
        if (given.count("lexicon") != 0) accept_lexicons(given["lexicon"].as<std::vector<std::string>>());
        action_ = action.name;
    }

    ExitCode run(Streams& streams) override {
        if (action_ == "learn") {
            learn(streams);
        } else if (action_ == "import") {
            import(streams);
        } else if (action_ == "show") {
            show(streams);
        } else if (action_ == "coverage") {
            coverage(streams);
        } else {
            merge(streams);
        }
        return ExitCode::done;
    }

  private:
    void accept_languages(const po::variables_map& given, const Action& action) {
        if (given.count("langs") != 0) languages_ = read_languages(given["langs"].as<std::string>());
        if (languages_.empty() && action.needs_languages)
            throw UsageError("which languages? give --langs, as in --langs de,en");
        const std::size_t wanted = action.name == "coverage" ? arguments_.size() : 2;
        if (!languages_.empty() && languages_.size() != wanted)
            throw UsageError(fmt::format("--langs: the number of names is {} where {} are wanted",
                                         languages_.size(), wanted));
        if (action.name == "coverage" && languages_.front() != "en")
            throw UsageError("coverage asks which English words are known; give the English text first");
        if (action.name != "coverage" && languages_.size() == 2 && languages_[0] == languages_[1])
            throw UsageError("--langs names one language twice");
    }

    void accept_lexicons(const std::vector<std::string>& names) {
        for (const std::string& name : names) {
            if (name == "none") {
                known_before_ = false;
            } else if (name != "auto") {
                files_.emplace_back(name);
            }
        }
    }

    [[nodiscard]] lexicons::Languages pair() const {
        return languages_.empty() ? lexicons::Languages() : lexicons::Languages{languages_[0], languages_[1]};
    }

    void learn(Streams& streams) const {
        lexicons::SentencePairs pairs;
        if (arguments_.size() == 2) {
            pairs = lexicons::read_line_pairs_of(arguments_[0], arguments_[1], links_);
        } else if (lexicons::format_of(arguments_[0]) == lexicons::Format::memory) {
            pairs = lexicons::read_memory(arguments_[0], pair());
        } else {
            throw UsageError(arguments_[0] +
                             " alone is no memory (.tmx); give one, or two texts with a sentence a line");
        }
        if (pairs.source.empty())
            throw InputError(fmt::format("{}: has no unit in {} and {}; give the languages that it has",
                                         arguments_[0], languages_[0], languages_[1]));
        const auto entries = lexicons::learn_words(pairs, pair(), least_);
        write({pair(), entries}, streams);
        tell(streams, fmt::format("{} pairs of words learned from {} pairs of sentences",
                                  with_commas(entries.size()), with_commas(pairs.source.size())));
    }

    void import(Streams& streams) const {
        const fs::path file = arguments_.front();
        lexicons::WordFile words = read(file);
        words.entries = lexicons::single_pairs(words.entries);
        if (words.entries.empty())
            throw InputError(file.string() + ": holds no pair of words in these languages; look at --langs");
        write(words, streams);
        tell(streams, with_commas(words.entries.size()) + " pairs of words taken over from " + file.string());
    }

    /// A file of words in the direction asked for, else in its own.
    [[nodiscard]] lexicons::WordFile read(const fs::path& file) const {
        lexicons::WordFile words{pair(), {}};
        switch (lexicons::format_of(file)) {
            case lexicons::Format::memory:
                throw UsageError(file.string() +
                                 " is a memory of sentences; 'hexapla lexicon learn' makes words of it");
            case lexicons::Format::words: {
                lexicons::WordFile own = lexicons::read_word_file(file);
                if (words.languages.empty()) words.languages = own.languages;
                break;
            }
            case lexicons::Format::dictd:
                if (words.languages.empty()) words.languages = lexicons::languages_of_name(file);
                break;
            case lexicons::Format::termbase:
                break;
        }
        if (words.languages.empty())
            throw UsageError(file.string() + ": does not tell its two languages; name them with --langs");
        words.entries = lexicons::read_file(file, words.languages, words.languages, [](std::string_view) {
                            return true;
                        }).entries;
        return words;
    }

    void show(Streams& streams) const {
        KnownOptions options;
        options.news = options.world_names = known_before_;
        if (known_before_) options.dictionaries = lexicons::dictionaries_folder();
        options.files = files_;
        if (!lexicons::show_word(streams.out, arguments_.front(), pair(), options))
            streams.out << fmt::format("nothing is known of '{}' in {}\n", arguments_.front(), languages_[0]);
    }

    void coverage(Streams& streams) const {
        std::vector<lexicons::LanguageCoverage> all;
        for (std::size_t v = 1; v < languages_.size(); ++v) {
            const lexicons::Languages languages{languages_[0], languages_[v]};
            const lexicons::SentencePairs pairs =
                lexicons::read_line_pairs_of(arguments_[0], arguments_[v], links_);
            std::vector<align::ListEntry> entries;
            if (known_before_)
                entries = align::news_entries(
                    languages.source, align::written_language(languages.target, beginning_of(pairs.target)));
            for (const fs::path& file : files_) {
                auto own =
                    lexicons::read_file(file, languages, languages, [](std::string_view) { return true; });
                entries.insert(entries.end(), own.entries.begin(), own.entries.end());
            }
            all.push_back(lexicons::measure_coverage(languages.target, entries, pairs));
        }
        const auto missing = static_cast<std::size_t>(missing_);
        if (json_) {
            streams.out << lexicons::to_json(all, missing).dump() << '\n';
        } else {
            lexicons::print_coverage(streams.out, all, missing);
        }
    }

    void merge(Streams& streams) const {
        lexicons::WordFile all = read(arguments_.front());
        all.entries = lexicons::single_pairs(all.entries);
        for (std::size_t i = 1; i < arguments_.size(); ++i) {
            lexicons::WordFile more = read(arguments_[i]);
            if (lexicons::direction(more.languages, all.languages) == lexicons::Direction::neither)
                throw InputError(
                    fmt::format("{}: has words in {} and {}, {} in {} and {}; merge lexicons of the same "
                                "two languages",
                                arguments_[i], more.languages.source, more.languages.target,
                                arguments_.front(), all.languages.source, all.languages.target));
            lexicons::merge(all, more);
        }
        write(all, streams);
        tell(streams, fmt::format("{} pairs of words from {} lexicons", with_commas(all.entries.size()),
                                  arguments_.size()));
    }

    void write(const lexicons::WordFile& words, Streams& streams) const {
        if (output_ == "-") {
            lexicons::write_word_file(streams.out, words);
            return;
        }
        require_places({output_}, {arguments_.begin(), arguments_.end()}, force_);
        OutputFile out(output_, force_);
        lexicons::write_word_file(out.stream(), words);
        out.commit();
    }

    void tell(Streams& streams, const std::string& sentence) const {
        if (streams.quiet) return;
        streams.err << sentence << (output_ == "-" ? "" : "; written to " + output_) << '\n';
    }

    std::vector<std::string> arguments_;
    std::vector<std::string> languages_;
    std::vector<fs::path> files_;
    std::string action_;
    std::string output_;
    std::string links_;
    double least_ = 0;
    int missing_ = 0;
    bool force_ = false;
    bool json_ = false;
    bool known_before_ = true;
};

}  // namespace

std::unique_ptr<Command> make_lexicon_command() { return std::make_unique<LexiconCommand>(); }

}  // namespace hexapla
