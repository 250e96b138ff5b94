#include "commands/links.hpp"

#include <fmt/format.h>

#include <filesystem>
#include <optional>
#include <ostream>

#include "align/links.hpp"
#include "align/unicode.hpp"
#include "corpus.hpp"
#include "editions.hpp"
#include "errors.hpp"
#include "limits.hpp"
#include "output.hpp"
#include "pages/language.hpp"
#include "run_options.hpp"
#include "stories.hpp"
#include "text_lines.hpp"

namespace po = boost::program_options;
namespace fs = std::filesystem;

namespace hexapla {
namespace {

/// A file of sentences. Blank lines are sentences too, which no bead links: numbers stay those of the lines.
struct SentenceFile {
    align::Document document;
    std::vector<std::size_t> lines;  ///< the line of each segment, from 0
    std::size_t count = 0;           ///< all lines
};

SentenceFile read_sentences(const fs::path& file, const std::string& language) {
    SentenceFile sentences;
    std::vector<std::string> kept;
    TextLines lines(file);
    for (std::string line; lines.next(line); ++sentences.count) {
        if (align::is_blank(line)) continue;
        if (line.size() > most_sentence_bytes) {
            throw InputError(
                fmt::format("{}holds {} bytes, more than the {} of a sentence; cut the text into sentences "
                            "first ('hexapla segment' does)",
                            lines.place(), line.size(), most_sentence_bytes));
        }
        sentences.lines.push_back(sentences.count);
        kept.push_back(line);
        if (kept.size() > most_segments) {
            throw InputError(
                fmt::format("{}: holds more than {} sentences; split it, by chapters for example",
                            file.string(), most_segments));
        }
    }
    if (kept.empty()) throw InputError(file.string() + ": is empty; give a text with one sentence a line");
    sentences.document = align::document_of_lines(language, kept);
    return sentences;
}

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

/// The beads of an alignment in the numbers of the files' lines, blank lines in beads of their own.
std::string format_beads(const align::Alignment& beads, const SentenceFile& source,
                         const SentenceFile& target, double least_confidence) {
    struct Row {
        align::LinkLine link;
        double probability;
    };
    std::vector<Row> rows;
    const auto lines = [](const SentenceFile& file, align::SegmentRange range) {
        return std::vector<std::size_t>(file.lines.begin() + static_cast<std::ptrdiff_t>(range.begin),
                                        file.lines.begin() + static_cast<std::ptrdiff_t>(range.end));
    };
    for (const align::Bead& bead : beads) {
        if (bead.is_link() && bead.probability < least_confidence) {
            rows.push_back({{lines(source, bead.source), {}, {}, 0}, 1 - bead.probability});
            rows.push_back({{{}, lines(target, bead.target), {}, 0}, 1 - bead.probability});
        } else {
            rows.push_back(
                {{lines(source, bead.source), lines(target, bead.target), {}, 0}, bead.probability});
        }
    }
    const auto add_blank = [&rows](const SentenceFile& file, bool of_source) {
        std::size_t next = 0;
        for (std::size_t line = 0; line < file.count; ++line) {
            if (next < file.lines.size() && file.lines[next] == line) {
                ++next;
            } else {
                align::LinkLine alone;
                (of_source ? alone.source : alone.target) = {line};
                rows.push_back({alone, 1.0});
            }
        }
    };
    add_blank(source, true);
    add_blank(target, false);
    std::string out;
    for (const Row& row : rows) out += align::format_link(row.link, row.probability) + '\n';
    return out;
}

std::string counted(std::size_t count, const char* one, const char* many) {
    return fmt::format("{} {}", count, count == 1 ? one : many);
}

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
        add("max-bad", po::value<std::size_t>()->default_value(0)->value_name("N"),
            "bad files that are no failure");
        add("force", "replace files that hexapla did not write");
        hidden.add_options()("versions", po::value<std::vector<std::string>>());
        positional.add("versions", -1);
    }

    void accept(const po::variables_map& given) override {
        if (given.count("versions") != 0) {
            for (const std::string& name : given["versions"].as<std::vector<std::string>>())
                versions_.emplace_back(name);
        }
        if (versions_.size() != 2) throw UsageError("links takes two versions: two files, or two folders");
        run_options_.accept(given, versions_.size());
        least_confidence_ = given["min-confidence"].as<double>();
        max_bad_ = given["max-bad"].as<std::size_t>();
        force_ = given.count("force") != 0;
        if (given.count("explain") != 0) {
            accept_explain(given["explain"].as<std::string>());
        } else if (given.count("output") == 0) {
            throw UsageError("where to? give -o OUT, or -o - for standard output");
        } else {
            output_ = given["output"].as<std::string>();
        }
    }

    ExitCode run(Streams& streams) override {
        Progress progress(streams);
        const MatchedStories matched = match_stories(versions_);
        check_places(matched);
        for (const std::string& sentence : matched.bad) refuse(sentence, streams.err);
        const std::vector<std::string> languages = languages_of(matched);
        read(matched, languages, streams);
        std::vector<DocumentPair> pairs;
        for (const auto& [source, target] : texts_) pairs.push_back({&source.document, &target.document});
        Corpus corpus(pairs, run_options_.corpus_options(languages[0], languages[1]), progress);
        corpus.align(progress);
        if (explain_) {
            explain(corpus, streams.out);
        } else {
            write(corpus, matched.from_folders, streams);
            if (!streams.quiet) summarise(corpus, matched, languages, streams.err);
        }
        return bad_ > max_bad_ ? ExitCode::bad_inputs : ExitCode::done;
    }

  private:
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

    [[nodiscard]] fs::path place_of(const std::string& story, bool from_folders) const {
        std::error_code unknown;
        const bool to_folder = from_folders || output_.ends_with('/') || fs::is_directory(output_, unknown);
        return to_folder ? fs::path(output_) / (story + ".links") : fs::path(output_);
    }

    /// Looks at what was asked for and every place before the work.
    void check_places(const MatchedStories& matched) const {
        if (matched.stories.size() > 1 && explain_)
            throw UsageError("--explain takes two files; name one of each folder");
        if (matched.stories.size() > 1 && output_ == "-")
            throw UsageError("-o - takes one pair of files; give a folder for more");
        if (matched.from_folders && output_.ends_with(".links"))
            throw UsageError("-o " + output_ +
                             " names a file, but A and B are folders; name a folder, one without .links");
        if (explain_ || output_ == "-") return;
        std::vector<fs::path> places;
        std::vector<fs::path> inputs;
        for (const Story& story : matched.stories) {
            places.push_back(place_of(story.name, matched.from_folders));
            inputs.insert(inputs.end(), story.files.begin(), story.files.end());
        }
        require_places(places, inputs, force_);
    }

    [[nodiscard]] std::vector<std::string> languages_of(const MatchedStories& matched) const {
        std::vector<std::string> languages = run_options_.languages;
        for (std::size_t v = languages.size(); v < versions_.size(); ++v) {
            languages.push_back(language_of(versions_[v], matched.stories, v, matched.from_folders));
        }
        return languages;
    }

    void refuse(const std::string& sentence, std::ostream& err) {
        err << "hexapla: " << sentence << '\n';
        ++bad_;
    }

    void read(const MatchedStories& matched, const std::vector<std::string>& languages, Streams& streams) {
        for (const Story& story : matched.stories) {
            try {
                std::vector<SentenceFile> files;
                for (std::size_t v = 0; v < story.files.size(); ++v) {
                    files.push_back(read_sentences(story.files[v], languages[v]));
                    if (languages[v].empty())
                        throw InputError(story.files[v].string() +
                                         ": its language cannot be told; name both with --langs");
                }
                texts_.emplace_back(std::move(files[0]), std::move(files[1]));
                names_.push_back(story.name);
            } catch (const InputError& error) {
                refuse(error.what(), streams.err);
            }
        }
        if (texts_.empty()) throw InputError("no pair of files could be read; see above");
    }

    void write(const Corpus& corpus, bool from_folders, Streams& streams) const {
        for (std::size_t i = 0; i < texts_.size(); ++i) {
            const std::string beads =
                format_beads(corpus.alignments()[i], texts_[i].first, texts_[i].second, least_confidence_);
            if (output_ == "-") {
                streams.out << beads;
                continue;
            }
            OutputFile out(place_of(names_[i], from_folders), force_);
            out.stream() << beads;
            out.commit();
        }
    }

    void explain(const Corpus& corpus, std::ostream& out) const {
        const auto& [source, target] = texts_.front();
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

    void summarise(const Corpus& corpus, const MatchedStories& matched,
                   const std::vector<std::string>& languages, std::ostream& err) const {
        std::size_t links = 0;
        std::size_t sure = 0;
        std::size_t alone[2] = {0, 0};
        for (const align::Alignment& beads : corpus.alignments()) {
            for (const align::Bead& bead : beads) {
                if (bead.is_link() && bead.probability >= least_confidence_) {
                    ++links;
                    if (bead.probability >= 0.9) ++sure;
                } else {
                    alone[0] += bead.source.size();
                    alone[1] += bead.target.size();
                }
            }
        }
        err << fmt::format(
            "{}, {}-{}: {}, {} of them at least 0.90 sure; without a partner {} and {} sentences\n",
            counted(texts_.size(), "pair of files", "pairs of files"), languages[0], languages[1],
            counted(links, "link", "links"), sure, alone[0], alone[1]);
        err << (corpus.has_learned()
                    ? fmt::format("learned {} word pairs from these texts\n", corpus.lexicon_size())
                    : std::string("learned nothing from these texts (too few sentences, or told so)\n"));
        for (const fs::path& file : matched.unmatched)
            err << "no partner of the same name: " << file.string() << '\n';
        if (bad_ > 0)
            err << counted(bad_, "pair of files", "pairs of files") << " could not be used, see above\n";
    }

    RunOptions run_options_;
    std::vector<fs::path> versions_;
    std::string output_;
    double least_confidence_ = 0;
    std::size_t max_bad_ = 0;
    bool force_ = false;
    std::optional<std::pair<std::size_t, std::size_t>> explain_;

    std::vector<std::pair<SentenceFile, SentenceFile>> texts_;
    std::vector<std::string> names_;
    std::size_t bad_ = 0;
};

}  // namespace

std::unique_ptr<Command> make_links_command() { return std::make_unique<LinksCommand>(); }

}  // namespace hexapla
