#include "commands/align.hpp"

#include <fmt/format.h>
#include <unistd.h>

#include <filesystem>
#include <iostream>
#include <map>
#include <nlohmann/json.hpp>
#include <set>

#include "candidates.hpp"
#include "corpus.hpp"
#include "editions.hpp"
#include "errors.hpp"
#include "memory.hpp"
#include "output.hpp"
#include "reading.hpp"
#include "run_options.hpp"
#include "show.hpp"
#include "stories.hpp"
#include "summary.hpp"
#include "workbook.hpp"

namespace po = boost::program_options;
namespace fs = std::filesystem;

namespace hexapla {
namespace {

/// How sure a pair must be for a memory. precise: a wrong pair is worse than a missing one.
const std::map<std::string, double> profiles = {{"precise", 0.9}, {"balanced", 0.5}, {"complete", 0.0}};

class AlignCommand : public Command {
  public:
    void describe(po::options_description& options, po::options_description& hidden,
                  po::positional_options_description& positional) override {
        auto add = options.add_options();
        add("output,o", po::value<std::string>()->value_name("OUT"),
            "memory, table or folder to write; - : standard output");
        add("profile", po::value<std::string>()->default_value("precise")->value_name("NAME"),
            "which pairs are kept: precise (at least 0.90 sure), balanced (0.50), complete (all)");
        add("min-confidence", po::value<double>()->value_name("P"),
            "keep pairs at least this sure, 0 to 1, whatever the profile");
        add("headlines", "keep headlines too; editions rewrite them rather than translate");
        RunOptions::describe(options, hidden);
        add("as", po::value<std::string>()->value_name("page|text"),
            "what the files are, where that is not told by their look");
        add("repair", "put U+FFFD for bytes that are not UTF-8 rather than refuse the file");
        add("rest", po::value<std::string>()->value_name("FILE.tsv"),
            "what was left out, and why (default: beside OUT)");
        add("report", po::value<std::string>()->value_name("FILE.json"), "the summary as JSON");
        add("show", po::value<std::size_t>()->default_value(0)->value_name("N"),
            "print the first N units side by side");
        add("dry-run", "say which files belong together, and stop");
        add("max-bad", po::value<std::size_t>()->default_value(0)->value_name("N"),
            "bad files that are no failure");
        add("force", "replace files that hexapla did not write");
        hidden.add_options()("versions", po::value<std::vector<std::string>>());
        positional.add("versions", -1);
    }

    void accept(const po::variables_map& given) override {
        if (given.count("versions") != 0) {
            for (const std::string& name : given["versions"].as<std::vector<std::string>>()) {
                files_.push_back(fs::path(name).has_filename() ? fs::path(name)
                                                               : fs::path(name).parent_path());
            }
        }
        if (files_.size() < 2)
            throw UsageError("two versions at least are needed: two files, or two folders");
        run_options_.accept(given, files_.size());
        run_options_.refuse_repeated_languages();
        const auto profile = profiles.find(given["profile"].as<std::string>());
        if (profile == profiles.end()) {
            throw UsageError("--profile " + given["profile"].as<std::string>() +
                             ": there is no such profile; give precise, balanced or complete");
        }
        unit_options_.least_confidence = profile->second;
        if (given.count("min-confidence") != 0)
            unit_options_.least_confidence = given["min-confidence"].as<double>();
        if (!(unit_options_.least_confidence >= 0 && unit_options_.least_confidence <= 1)) {
            throw UsageError("--min-confidence: give a number from 0 to 1");
        }
        unit_options_.headlines = given.count("headlines") != 0;
        dry_run_ = given.count("dry-run") != 0;
        if (given.count("output") != 0) output_ = given["output"].as<std::string>();
        if (output_.empty() && !dry_run_)
            throw UsageError("where to? give -o OUT: a .tmx, a folder, or - for standard output");
        std::error_code unknown;
        to_folder_ = output_.ends_with('/') || fs::is_directory(output_, unknown);
        if (!to_folder_ && output_ != "-" && !dry_run_) format_ = format_of(output_);
        if (given.count("as") != 0) {
            const auto kind = given["as"].as<std::string>();
            if (kind != "page" && kind != "text") throw UsageError("--as: give page or text");
            read_options_.as = kind == "page" ? pages::ReadOptions::As::page : pages::ReadOptions::As::text;
        }
        read_options_.language_option = "--langs";
        read_options_.repair = given.count("repair") != 0;
        if (given.count("rest") != 0) report_.rest = given["rest"].as<std::string>();
        if (given.count("report") != 0) report_file_ = given["report"].as<std::string>();
        if (report_.rest == "-" || report_file_ == "-")
            throw UsageError("--rest and --report write files; give a name rather than -");
        if (report_.rest.empty() && !output_.empty() && output_ != "-")
            report_.rest = default_rest().string();
        date_from_environment();  // a wrong one is refused before the work
        show_ = given["show"].as<std::size_t>();
        max_bad_ = given["max-bad"].as<std::size_t>();
        force_ = given.count("force") != 0;
    }

    ExitCode run(Streams& streams) override {
        const MatchedStories matched = match_stories(files_);
        for (const fs::path& file : matched.unmatched) report_.unmatched.push_back(file.string());
        if (dry_run_) {
            print_matching(matched, streams.out);
            return ExitCode::done;
        }
        check_places(matched);
        for (const std::string& sentence : matched.bad) refuse(sentence, streams.err);
        Progress progress(streams);
        read(matched, progress, streams.err);
        if (stories_.empty()) throw InputError("no story could be read in all versions; see above");
        refuse_odd_languages(streams.err);
        align_stories(progress);
        progress.end();
        write(streams);
        show(streams);
        finish(streams);
        return report_.bad_inputs.size() > max_bad_ ? ExitCode::bad_inputs : ExitCode::done;
    }

  private:
    void print_matching(const MatchedStories& matched, std::ostream& out) const {
        for (const Story& story : matched.stories) {
            out << story.name;
            for (const fs::path& file : story.files) out << '\t' << file.string();
            out << '\n';
        }
        for (const std::string& file : report_.unmatched) out << "(no partner)\t" << file << '\n';
        for (const std::string& sentence : matched.bad) out << "(not used)\t" << sentence << '\n';
    }

    /// Looks at every place that will be written to, so that no long run ends at one that may not be.
    void check_places(const MatchedStories& matched) const {
        std::vector<fs::path> places;
        if (to_folder_) {
            for (const Story& story : matched.stories) places.push_back(memory_place(story.name));
        } else if (output_ != "-") {
            places.emplace_back(output_);
        }
        if (!report_.rest.empty()) places.emplace_back(report_.rest);
        if (!report_file_.empty()) places.emplace_back(report_file_);
        std::vector<fs::path> inputs;
        for (const Story& story : matched.stories)
            inputs.insert(inputs.end(), story.files.begin(), story.files.end());
        require_places(places, inputs, force_);
    }

    [[nodiscard]] fs::path memory_place(const std::string& story) const {
        return fs::path(output_) / (story + ".tmx");
    }

    void refuse(const std::string& sentence, std::ostream& err) {
        err << "hexapla: " << sentence << '\n';
        report_.bad_inputs.push_back(sentence);
    }

    void warn(const std::string& sentence, std::ostream& err) {
        err << "hexapla: warning: " << sentence << '\n';
        report_.warnings.push_back(sentence);
    }

    void read(const MatchedStories& matched, Progress& progress, std::ostream& err) {
        std::vector<VersionRequest> requests;
        for (const Story& story : matched.stories) {
            for (std::size_t v = 0; v < story.files.size(); ++v) {
                pages::ReadOptions options = read_options_;
                std::string tag;
                if (!run_options_.languages.empty()) {
                    options.edition = run_options_.languages[v];
                    tag = run_options_.memory_tag(v);
                } else if (matched.from_folders) {
                    const Edition* edition = find_edition(files_[v].filename().string());
                    if (edition != nullptr) options.edition = edition->tag;
                }
                requests.push_back({story.files[v], options, tag});
            }
        }
        std::vector<VersionReading> readings = read_versions(requests, run_options_.jobs, progress);
        for (std::size_t s = 0, at = 0; s < matched.stories.size(); ++s) {
            AlignedStory story{matched.stories[s].name, {}, {}};
            for (std::size_t v = 0; v < files_.size(); ++v, ++at) {
                VersionReading& reading = readings[at];
                for (const std::string& warning : reading.warnings) warn(warning, err);
                if (!reading.error.empty()) refuse(reading.error, err);
                if (reading.version) story.versions.push_back(std::move(*reading.version));
            }
            // A story aligns only whole: its versions keep their places.
            if (story.versions.size() == files_.size()) stories_.push_back(std::move(story));
        }
    }

    /// The edition that most stories have at a place; of several, the one met first.
    [[nodiscard]] std::string commonest_tag(std::size_t v) const {
        std::map<std::string, std::size_t> counts;
        for (const AlignedStory& story : stories_) ++counts[story.versions[v].tag];
        std::string commonest;
        for (const AlignedStory& story : stories_) {
            const std::string& tag = story.versions[v].tag;
            if (commonest.empty() || counts[tag] > counts[commonest]) commonest = tag;
        }
        return commonest;
    }

    /// A memory has one language a version: stories in others are bad inputs.
    void refuse_odd_languages(std::ostream& err) {
        std::set<std::string> tags;
        for (std::size_t v = 0; v < files_.size(); ++v) {
            const std::string common = commonest_tag(v);
            std::erase_if(stories_, [&](const AlignedStory& story) {
                const std::string& tag = story.versions[v].tag;
                if (tag == common) return false;
                refuse(fmt::format("{}: {} is {} where most are {}; name the versions with --langs",
                                   files_[v].string(), story.name, tag, common),
                       err);
                return true;
            });
            if (stories_.empty()) throw InputError("no story is in the same languages as others; see above");
            const std::string& tag = stories_[0].versions[v].tmx_tag;
            if (!tags.insert(tag).second) {
                throw InputError(fmt::format("{}: is {} like another version; name the versions with --langs",
                                             files_[v].string(), tag));
            }
        }
    }

    [[nodiscard]] std::string learned(const Corpus& corpus) const {
        if (corpus.has_learned())
            return fmt::format("learned {} word pairs from these texts", corpus.lexicon_size());
        if (run_options_.learn == Learn::no) return "nothing learned from these texts, as told";
        return fmt::format("nothing learned from these texts (from {} sentences on, or with --learn yes)",
                           segments_to_learn_from);
    }

    void align_stories(Progress& progress) {
        std::vector<std::unique_ptr<Corpus>> corpora;
        for (std::size_t v = 1; v < files_.size(); ++v) {
            std::vector<DocumentPair> pairs;
            for (const AlignedStory& story : stories_) {
                pairs.push_back({&story.versions[0].document, &story.versions[v].document});
            }
            const std::string& source = stories_[0].versions[0].tag;
            const std::string& target = stories_[0].versions[v].tag;
            corpora.push_back(
                std::make_unique<Corpus>(pairs, run_options_.corpus_options(source, target), progress));
            corpora.back()->align(progress);
            report_.learned.push_back(fmt::format("{}-{}: {}", source, target, learned(*corpora.back())));
        }
        for (std::size_t s = 0; s < stories_.size(); ++s) {
            std::vector<align::Alignment> alignments;
            for (const auto& corpus : corpora) alignments.push_back(corpus->alignments()[s]);
            const auto candidate = [&](std::size_t version, bool of_source, std::size_t segment) {
                return best_candidate(corpora[version - 1]->evidence(s), of_source, segment);
            };
            stories_[s].made = make_units(stories_[s].versions, alignments, candidate, unit_options_);
        }
    }

    void write(Streams& streams) {
        std::vector<const AlignedStory*> all;
        for (const AlignedStory& story : stories_) all.push_back(&story);
        report_.output = output_ == "-" ? "standard output" : output_;
        if (output_ == "-") {
            warn_of_dropped(write_tmx(streams.out, all, source_tag()), streams.err);
        } else if (to_folder_) {
            for (const AlignedStory* story : all)
                write_file(memory_place(story->name), {story}, Format::tmx, streams);
        } else {
            write_file(output_, all, format_, streams);
        }
        if (report_.rest.empty()) return;
        OutputFile rest(report_.rest, force_);
        write_rest(rest.stream(), all);
        rest.commit();
    }

    void write_file(const fs::path& place, const std::vector<const AlignedStory*>& stories, Format format,
                    Streams& streams) {
        OutputFile out(place, force_);
        if (format == Format::tmx) {
            warn_of_dropped(write_tmx(out.stream(), stories, source_tag()), streams.err);
        } else if (format == Format::tsv) {
            write_tsv(out.stream(), stories);
        } else if (format == Format::xlsx) {
            warn_of_dropped(write_workbook(out.stream(), stories), streams.err);
        } else {
            write_jsonl(out.stream(), stories);
        }
        out.commit();
    }

    void warn_of_dropped(std::size_t characters, std::ostream& err) {
        if (characters == 0) return;
        warn(fmt::format("{}: {} that XML forbids left out", report_.output,
                         characters == 1 ? "1 character" : fmt::format("{} characters", characters)),
             err);
    }

    void show(Streams& streams) const {
        const bool terminal = &streams.out == &std::cout && ::isatty(STDOUT_FILENO) != 0;
        if (show_ > 0)
            print_units(output_ == "-" ? streams.err : streams.out, stories_, show_, show_options(terminal));
    }

    [[nodiscard]] const std::string& source_tag() const { return stories_[0].versions[0].tmx_tag; }

    /// OUT/rest.tsv for a folder; else OUT with its endings replaced: news.tmx.gz gives news.rest.tsv.
    [[nodiscard]] fs::path default_rest() const {
        if (to_folder_) return fs::path(output_) / "rest.tsv";
        fs::path stem(output_);
        if (stem.extension() == ".gz") stem.replace_extension();
        return stem.replace_extension(".rest.tsv");
    }

    void finish(Streams& streams) {
        report_.least_confidence = unit_options_.least_confidence;
        Tally tally;
        for (const AlignedStory& story : stories_) tally.add(story);
        if (!report_file_.empty()) {
            OutputFile out(report_file_, force_);
            out.stream() << report_json(tally, stories_, report_)
                                .dump(2, ' ', false, nlohmann::ordered_json::error_handler_t::replace)
                         << '\n';
            out.commit();
        }
        if (!streams.quiet) print_summary(streams.err, tally, stories_, report_);
    }

    RunOptions run_options_;
    UnitOptions unit_options_;
    pages::ReadOptions read_options_;
    std::vector<fs::path> files_;
    std::string output_;
    Format format_ = Format::tmx;
    bool to_folder_ = false;
    bool dry_run_ = false;
    bool force_ = false;
    std::string report_file_;
    std::size_t show_ = 0;
    std::size_t max_bad_ = 0;

    std::vector<AlignedStory> stories_;
    RunReport report_;
};

}  // namespace

std::unique_ptr<Command> make_align_command() { return std::make_unique<AlignCommand>(); }

}  // namespace hexapla
