#include "commands/links.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <map>
#include <optional>
#include <ostream>
#include <set>

#include "align/links.hpp"
#include "align/weave.hpp"
#include "corpus.hpp"
#include "editions.hpp"
#include "errors.hpp"
#include "notices.hpp"
#include "output.hpp"
#include "pages/language.hpp"
#include "run_options.hpp"
#include "sentence_file.hpp"
#include "stories.hpp"
#include "version_pairs.hpp"

namespace po = boost::program_options;
namespace fs = std::filesystem;

namespace hexapla {
namespace {

/// The language of the version's files: what its folder is named, else what the words of the first file tell
/// that can be read. Empty where no file tells.
std::string language_of(const fs::path& version, const std::vector<Story>& stories, std::size_t v,
                        bool from_folders) {
    const fs::path folder = version.has_filename() ? version : version.parent_path();
    const Edition* edition = from_folders ? find_edition(folder.filename().string()) : nullptr;
    if (edition != nullptr) return std::string(edition->tag);
    for (const Story& story : stories) {
        try {
            const align::Document lines = read_sentences(story.files[v], "en").document;
            if (const auto found = pages::detect_language(lines.text())) return found->edition;
        } catch (const InputError&) {
            // It is named when all files are read.
        }
    }
    return "";
}

std::string counted(std::size_t count, const char* one, const char* many) {
    return fmt::format("{} {}", count, count == 1 ? one : many);
}

/// A story's files; none where it lacks a version.
struct StoryTexts {
    std::string name;
    std::vector<std::optional<SentenceFile>> files;
};

class LinksCommand : public Command {
  public:
    void describe(po::options_description& options, po::options_description& hidden,
                  po::positional_options_description& positional) override {
        auto add = options.add_options();
        add("output,o", po::value<std::string>()->value_name("OUT"),
            "file or folder for the links; - : standard output");
        RunOptions::describe(options, hidden);
        add("min-confidence", po::value<double>()->default_value(0)->value_name("P"),
            "empty beads less likely than this");
        add("explain", po::value<std::string>()->value_name("I:J"),
            "say what speaks for sentence I of A being sentence J of B (from 0), and write no links");
        RunOptions::describe_versions(options, hidden, positional);
    }

    void accept(const po::variables_map& given) override {
        for (const std::string& name : RunOptions::versions_of(given)) versions_.emplace_back(name);
        if (versions_.size() < 2)
            throw UsageError("links takes two versions or more: files of one story, or a folder a version");
        run_options_.accept(given, versions_.size());
        if (versions_.size() > 2) run_options_.refuse_repeated_languages();
        least_confidence_ = given["min-confidence"].as<double>();
        if (given.count("explain") != 0) {
            accept_explain(given["explain"].as<std::string>());
        } else if (given.count("output") == 0) {
            throw UsageError("where to? give -o OUT, or -o - for standard output");
        } else {
            output_ = given["output"].as<std::string>();
        }
        if (versions_.size() > 2 && (explain_ || output_ == "-"))
            throw UsageError("--explain and -o - take two versions; with more give a folder");
    }

    ExitCode run(Streams& streams) override {
        Progress progress(streams);
        Notices notices(streams.err);
        const MatchedStories matched = match_stories(versions_);
        if (versions_.size() == 2) check_places(matched, {"", ""});
        for (const std::string& sentence : matched.bad) notices.refuse(sentence);
        languages_ = languages_of(matched);
        if (versions_.size() > 2) check_places(matched, tags());
        read(matched, progress, notices);
        if (explain_) {
            Corpus corpus({{&texts_[0].files[0]->document, &texts_[0].files[1]->document}},
                          run_options_.corpus_options(languages_[0], languages_[1]), progress);
            corpus.align(progress);
            explain(corpus, streams.out);
        } else {
            const std::vector<AlignedVersions> aligned =
                align_versions(documents(), languages_, run_options_, FindCandidates::no, progress);
            progress.begin("writing", texts_.size());
            for (const std::string& fault : faults_of(aligned)) notices.warn(fault);
            const std::vector<PairTally> tallies = write(aligned, matched.from_folders, streams, progress);
            progress.end();
            if (!streams.quiet) summarise(aligned, tallies, matched, notices, streams.err);
        }
        if (run_options_.timings) streams.err << stage_table(progress.stage_times());
        return notices.bad_inputs().size() > run_options_.max_bad ? ExitCode::bad_inputs : ExitCode::done;
    }

  private:
    /// What the links of two versions come to.
    struct PairTally {
        std::size_t source = 0;
        std::size_t target = 0;
        std::size_t files = 0;
        std::size_t links = 0;
        std::size_t sure = 0;
        std::size_t source_alone = 0;
        std::size_t target_alone = 0;

        void add(const align::Alignment& beads, double least_confidence) {
            ++files;
            for (const align::Bead& bead : beads) {
                if (bead.is_link() && bead.probability >= least_confidence) {
                    ++links;
                    if (bead.probability >= 0.9) ++sure;
                } else {
                    source_alone += bead.source.size();
                    target_alone += bead.target.size();
                }
            }
        }
    };

    void accept_explain(const std::string& text) {
        const std::size_t colon = text.find(':');
        std::size_t used_i = 0;
        std::size_t used_j = 0;
        try {
            explain_ = {std::stoul(text, &used_i), std::stoul(text.substr(colon + 1), &used_j)};
        } catch (const std::exception&) {
            used_i = 0;
        }
        if (colon == std::string::npos || used_i != colon || used_j != text.size() - colon - 1) {
            throw UsageError("--explain " + text + ": give two sentence numbers, as in --explain 3:4");
        }
    }

    /// The tags by which folders of links are named.
    [[nodiscard]] std::vector<std::string> tags() const {
        std::vector<std::string> tags = languages_;
        for (std::size_t v = 0; v < run_options_.languages.size(); ++v) {
            const std::string written = run_options_.memory_tag(v);
            if (!written.empty()) tags[v] = written;
        }
        return tags;
    }

    /// Of two versions OUT or OUT/STEM.links, of more OUT/A-B/STEM.links.
    [[nodiscard]] fs::path place_of(const std::string& story, bool from_folders, const std::string& source,
                                    const std::string& target) const {
        const fs::path name = story + ".links";
        if (versions_.size() > 2) return fs::path(output_) / fmt::format("{}-{}", source, target) / name;
        std::error_code unknown;
        const bool to_folder = from_folders || output_.ends_with('/') || fs::is_directory(output_, unknown);
        return to_folder ? fs::path(output_) / name : fs::path(output_);
    }

    /// Looks at what was asked for and every place before the work.
    void check_places(const MatchedStories& matched, const std::vector<std::string>& tags) const {
        if (matched.stories.size() > 1 && explain_)
            throw UsageError("--explain takes two files; name one of each folder");
        if (matched.stories.size() > 1 && output_ == "-")
            throw UsageError("-o - takes one pair of files; give a folder for more");
        if ((matched.from_folders || versions_.size() > 2) && output_.ends_with(".links"))
            throw UsageError(
                "-o " + output_ +
                " names a file, but there are links for many; name a folder, one without .links");
        if (explain_ || output_ == "-") return;
        std::vector<fs::path> places;
        std::vector<fs::path> inputs;
        for (const Story& story : matched.stories) {
            for (std::size_t a = 0; a < story.files.size(); ++a) {
                if (story.files[a].empty()) continue;
                inputs.push_back(story.files[a]);
                for (std::size_t b = a + 1; b < story.files.size(); ++b) {
                    if (!story.files[b].empty())
                        places.push_back(place_of(story.name, matched.from_folders, tags[a], tags[b]));
                }
            }
        }
        require_places(places, inputs, run_options_.force);
    }

    [[nodiscard]] std::vector<std::string> languages_of(const MatchedStories& matched) const {
        std::vector<std::string> languages = run_options_.languages;
        for (std::size_t v = languages.size(); v < versions_.size(); ++v) {
            languages.push_back(language_of(versions_[v], matched.stories, v, matched.from_folders));
        }
        if (languages.size() > 2 && std::set(languages.begin(), languages.end()).size() < languages.size())
            throw InputError(
                "two of the versions are in one language, or their languages cannot be told; name them with "
                "--langs");
        return languages;
    }

    void read(const MatchedStories& matched, Progress& progress, Notices& notices) {
        progress.begin("reading", matched.stories.size());
        std::vector<std::string> faults;  // said when no bar is drawn
        for (const Story& story : matched.stories) {
            StoryTexts texts{story.name, std::vector<std::optional<SentenceFile>>(story.files.size())};
            std::size_t read = 0;
            for (std::size_t v = 0; v < story.files.size(); ++v) {
                if (story.files[v].empty()) continue;
                try {
                    if (languages_[v].empty())
                        throw InputError(story.files[v].string() +
                                         ": its language cannot be told; name all with --langs");
                    texts.files[v] = read_sentences(story.files[v], languages_[v]);
                    ++read;
                } catch (const InputError& error) {
                    faults.emplace_back(error.what());
                }
            }
            if (read > 1) texts_.push_back(std::move(texts));
            progress.advance();
        }
        progress.end();
        for (const std::string& fault : faults) notices.refuse(fault);
        if (texts_.empty()) throw InputError("no pair of files could be read; see above");
    }

    [[nodiscard]] std::vector<StoryDocuments> documents() const {
        std::vector<StoryDocuments> documents;
        for (const StoryTexts& story : texts_) {
            StoryDocuments& of_story = documents.emplace_back();
            for (const auto& file : story.files) of_story.push_back(file ? &file->document : nullptr);
        }
        return documents;
    }

    /// Writes the links of every two versions of every story; counts them by pair of versions.
    std::vector<PairTally> write(const std::vector<AlignedVersions>& aligned, bool from_folders,
                                 Streams& streams, Progress& progress) const {
        std::vector<std::vector<align::PairAlignment>> by_story(texts_.size());
        for (const AlignedVersions& pair : aligned) {
            for (std::size_t i = 0; i < pair.stories.size(); ++i)
                by_story[pair.stories[i]].push_back({pair.source, pair.target, &pair.alignments[i]});
        }
        std::map<std::pair<std::size_t, std::size_t>, PairTally> tallies;
        for (std::size_t s = 0; s < texts_.size(); ++s) {
            const StoryTexts& story = texts_[s];
            const align::Weaving weaving(by_story[s]);
            const auto groups = weaving.groups(0);
            for (std::size_t a = 0; a < story.files.size(); ++a) {
                for (std::size_t b = a + 1; b < story.files.size(); ++b) {
                    if (!story.files[a] || !story.files[b]) continue;
                    const align::PairSizes sizes{story.files[a]->lines.size(), story.files[b]->lines.size()};
                    const align::Alignment beads = versions_.size() == 2 ? *by_story[s].front().beads
                                                                         : weaving.pair(groups, a, b, sizes);
                    write_links(story, a, b, beads, from_folders, streams);
                    PairTally& tally = tallies[{a, b}];
                    tally.source = a;
                    tally.target = b;
                    tally.add(beads, least_confidence_);
                }
            }
            progress.advance();
        }
        std::vector<PairTally> all;
        for (const auto& [places, tally] : tallies) all.push_back(tally);
        return all;
    }

    void write_links(const StoryTexts& story, std::size_t a, std::size_t b, const align::Alignment& beads,
                     bool from_folders, Streams& streams) const {
        const std::string lines = format_beads(beads, *story.files[a], *story.files[b], least_confidence_);
        if (output_ == "-") {
            streams.out << lines;
            return;
        }
        OutputFile out(place_of(story.name, from_folders, tags()[a], tags()[b]), run_options_.force);
        out.stream() << lines;
        out.commit();
    }

    void explain(const Corpus& corpus, std::ostream& out) const {
        const SentenceFile& source = *texts_.front().files[0];
        const SentenceFile& target = *texts_.front().files[1];
        const auto segment = [](const SentenceFile& file, std::size_t line, const char* side) {
            const auto found = std::find(file.lines.begin(), file.lines.end(), line);
            if (found == file.lines.end()) {
                throw UsageError(fmt::format("--explain: {} has no sentence {}; it has lines 0 to {}", side,
                                             line, file.count - 1));
            }
            return static_cast<std::size_t>(found - file.lines.begin());
        };
        const std::size_t i = segment(source, explain_->first, "A");
        const std::size_t j = segment(target, explain_->second, "B");
        const align::Evidence evidence = corpus.evidence(0);
        const align::SegmentRange from{i, i + 1};
        const align::SegmentRange to{j, j + 1};
        out << fmt::format("A {}  {}\nB {}  {}\n\n", explain_->first,
                           source.document.text_of(source.document.segments()[i]), explain_->second,
                           target.document.text_of(target.document.segments()[j]));
        out << fmt::format(
            "words    {:+.2f} nats\nlengths  {:+.2f} nats\nsum      {:+.2f} nats (0 says nothing, +3 twenty "
            "to one)\n\n",
            evidence.words_score(from, to), evidence.length_score(from, to), evidence.score(from, to));
        constexpr std::size_t shown = 15;
        std::size_t count = 0;
        for (const align::WordPair& pair : evidence.word_pairs(from, to)) {
            if (++count > shown) break;
            out << fmt::format("{:.2f} {:.2f}  {} ~ {}\n", pair.forward, pair.backward,
                               corpus.source_words()[pair.source].form,
                               corpus.target_words()[pair.target].form);
        }
        for (const align::Bead& bead : corpus.alignments()[0]) {
            if (bead.source.begin <= i && i < bead.source.end) {
                out << "\nthe alignment has "
                    << align::format_link(bead.source, bead.target, bead.probability) << " for sentence "
                    << explain_->first << " of A\n";
            }
        }
    }

    void summarise(const std::vector<AlignedVersions>& aligned, const std::vector<PairTally>& tallies,
                   const MatchedStories& matched, const Notices& notices, std::ostream& err) const {
        const std::vector<std::string> tags = this->tags();
        for (const PairTally& tally : tallies) {
            err << fmt::format(
                "{}, {}-{}: {}, {} of them at least 0.90 sure; without a partner {} and {} sentences\n",
                counted(tally.files, "pair of files", "pairs of files"), tags[tally.source],
                tags[tally.target], counted(tally.links, "link", "links"), tally.sure, tally.source_alone,
                tally.target_alone);
        }
        std::size_t learned = 0;
        std::size_t words = 0;
        for (const AlignedVersions& pair : aligned) {
            if (!pair.has_learned) continue;
            ++learned;
            words += pair.lexicon_size;
        }
        if (versions_.size() > 2)
            err << fmt::format("{} of versions aligned{}\n", counted(aligned.size(), "pair", "pairs"),
                               aligned.size() < tallies.size() ? ", the others follow from these" : "");
        if (aligned.size() == 1) err << known_words_sentence(aligned.front()) << '\n';
        err << (learned > 0
                    ? fmt::format("learned {} word pairs from these texts\n", words)
                    : std::string("learned nothing from these texts (too few sentences, or told so)\n"));
        for (const fs::path& file : matched.unmatched)
            err << "no partner of the same name: " << file.string() << '\n';
        if (!notices.bad_inputs().empty())
            err << counted(notices.bad_inputs().size(), "input", "inputs")
                << " could not be used, see above\n";
    }

    RunOptions run_options_;
    std::vector<fs::path> versions_;
    std::string output_;
    double least_confidence_ = 0;
    std::optional<std::pair<std::size_t, std::size_t>> explain_;

    std::vector<std::string> languages_;
    std::vector<StoryTexts> texts_;
};

}  // namespace

std::unique_ptr<Command> make_links_command() { return std::make_unique<LinksCommand>(); }

}  // namespace hexapla
