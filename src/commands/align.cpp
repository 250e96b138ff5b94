#include "commands/align.hpp"

#include <fmt/format.h>
#include <unistd.h>

#include <filesystem>
#include <iostream>
#include <map>
#include <nlohmann/json.hpp>

#include "destination.hpp"
#include "editions.hpp"
#include "errors.hpp"
#include "memory.hpp"
#include "notices.hpp"
#include "output.hpp"
#include "reading.hpp"
#include "run_options.hpp"
#include "show.hpp"
#include "srx_file.hpp"
#include "stories.hpp"
#include "summary.hpp"
#include "version_pairs.hpp"
#include "work_folder.hpp"
#include "workbook.hpp"

namespace po = boost::program_options;
namespace fs = std::filesystem;

namespace hexapla {
namespace {

/// How sure a pair must be for a memory. precise: a wrong pair is worse than a missing one.
const std::map<std::string, double> profiles = {{"precise", 0.9}, {"balanced", 0.5}, {"complete", 0.0}};

std::string text_of(const po::variables_map& given, const char* option) {
    return given.count(option) == 0 ? "" : given[option].as<std::string>();
}

class AlignCommand : public Command {
  public:
    void describe(po::options_description& options, po::options_description& hidden,
                  po::positional_options_description& positional) override {
        auto add = options.add_options();
        add("output,o", po::value<std::string>()->value_name("OUT"),
            "memory, table, workbook or folder to write; - : standard output");
        add("profile", po::value<std::string>()->default_value("precise")->value_name("NAME"),
            "which pairs are kept: precise (at least 0.90 sure), balanced (0.50), complete (all)");
        add("min-confidence", po::value<double>()->value_name("P"),
            "keep pairs at least this sure, 0 to 1, whatever the profile");
        add("headlines", "keep headlines too; editions rewrite them rather than translate");
        add("for", po::value<std::string>()->value_name("omegat|trados|memoq"),
            "tags, files and limits as that tool wants them");
        add("per-pair", "a file for each two versions: OUT.de-ru.tmx");
        add("stories", po::value<std::string>()->value_name("FILE"),
            "what belongs together, 'TAG<tab>NAME<tab>STORY' lines; else files of one stem");
        add("srx", po::value<std::string>()->value_name("FILE"),
            "cut into sentences by these rules (SRX), which your CAT tool exports");
        RunOptions::describe(options, hidden);
        add("as", po::value<std::string>()->value_name("page|text"),
            "what the files are, where that is not told by their look");
        add("captions", "captions of pictures are aligned too");
        add("repair", "put U+FFFD for bytes that are not UTF-8 rather than refuse the file");
        add("rest", po::value<std::string>()->value_name("FILE.tsv"),
            "what was left out, and why (default: beside OUT)");
        add("report", po::value<std::string>()->value_name("FILE.json"), "the summary as JSON");
        add("keep", po::value<std::string>()->value_name("WORK"),
            "write sentences and links there too, as plain files to correct");
        add("from", po::value<std::string>()->value_name("WORK"),
            "make OUT from such files in place of pages");
        add("show", po::value<std::size_t>()->default_value(0)->value_name("N"),
            "print the first N units side by side");
        add("dry-run", "say which files belong together, and stop");
        RunOptions::describe_versions(options, hidden, positional);
    }

    void accept(const po::variables_map& given) override {
        for (const std::string& name : RunOptions::versions_of(given))
            files_.push_back(fs::path(name).has_filename() ? fs::path(name) : fs::path(name).parent_path());
        from_ = text_of(given, "from");
        accept_inputs(given);
        accept_profile(given);
        accept_destination(given);
        if (given.count("as") != 0) {
            const auto kind = given["as"].as<std::string>();
            if (kind != "page" && kind != "text") throw UsageError("--as: give page or text");
            version_options_.read.as =
                kind == "page" ? pages::ReadOptions::As::page : pages::ReadOptions::As::text;
        }
        version_options_.read.language_option = "--langs";
        srx_file_ = text_of(given, "srx");
        version_options_.read.captions = given.count("captions") != 0;
        version_options_.read.repair = given.count("repair") != 0;
        date_from_environment();  // a wrong one is refused before the work
        show_ = given["show"].as<std::size_t>();
    }

    ExitCode run(Streams& streams) override {
        Progress progress(streams);
        Notices notices(streams.err);
        if (!srx_file_.empty()) {
            srx_ = std::make_unique<SrxFileRules>(srx_file_, notices);
            version_options_.srx = srx_.get();
        }
        if (from_.empty()) {
            const MatchedStories matched = match_stories(files_, {stories_file_, run_options_.written_tags});
            for (const fs::path& file : matched.unmatched) report_.unmatched.push_back(file.string());
            if (dry_run_) {
                print_matching(matched, streams.out);
                return ExitCode::done;
            }
            for (const Story& story : matched.stories) {
                for (const fs::path& file : story.files) {
                    if (!file.empty()) inputs_.push_back(file);
                }
            }
            if (stories_file_.empty() && matched.unmatched.size() > inputs_.size()) {
                notices.warn(fmt::format(
                    "{} of {} files share their stem with another version; give files of one story the same "
                    "name, or "
                    "say what belongs together with --stories FILE ('TAG<tab>NAME<tab>STORY' lines)",
                    inputs_.size(), inputs_.size() + matched.unmatched.size()));
            }
            if (!names_need_tags()) check_places(names_of(matched), {});
            for (const std::string& sentence : matched.bad) notices.refuse(sentence);
            stories_ = read_stories(matched, version_options_, run_options_.jobs, progress, notices);
        } else {
            stories_ = read_work(from_);
            refuse_parts_on_standard_output(tags().size());
        }
        if (names_need_tags() || !from_.empty() || !keep_.empty()) check_places(names_of(stories_), tags());
        warn_of_mixed_languages(notices);
        if (from_.empty()) {
            align_stories(progress, notices);
            progress.end();
            warn_of_strangers(notices);
        }
        for (AlignedStory& story : stories_)
            story.made = make_units(story.versions, story.pairs, unit_options_);
        progress.end();
        write(streams, notices);
        show(streams);
        finish(streams, notices);
        return notices.bad_inputs().size() > run_options_.max_bad ? ExitCode::bad_inputs : ExitCode::done;
    }

  private:
    void accept_inputs(const po::variables_map& given) {
        stories_file_ = text_of(given, "stories");
        dry_run_ = given.count("dry-run") != 0;
        if (!from_.empty()) {
            if (!files_.empty() || !stories_file_.empty() || dry_run_ || given.count("langs") != 0 ||
                given.count("keep") != 0 || given.count("srx") != 0) {
                throw UsageError(
                    "--from takes versions and links from " + from_ +
                    "; leave out other versions, --stories, --langs, --srx, --keep and --dry-run");
            }
            run_options_.accept(given, 0);
            return;
        }
        if (files_.size() < 2)
            throw UsageError("two versions at least are needed: two files, or two folders");
        const std::size_t known = editions().size() + 1;  // Serbian in Cyrillic
        if (files_.size() > known)
            throw UsageError(
                fmt::format("{} versions are given, and there are {} that articles have; to align "
                            "many stories give a folder a version",
                            files_.size(), known));
        run_options_.accept(given, files_.size());
        run_options_.refuse_repeated_languages();
        version_options_.languages = run_options_.languages;
        for (std::size_t v = 0; v < run_options_.languages.size(); ++v)
            version_options_.written_tags.push_back(run_options_.memory_tag(v));
    }

    void accept_profile(const po::variables_map& given) {
        const auto profile = profiles.find(given["profile"].as<std::string>());
        if (profile == profiles.end()) {
            throw UsageError("--profile " + given["profile"].as<std::string>() +
                             ": there is no such profile; give precise, balanced or complete");
        }
        unit_options_.least_confidence = profile->second;
        if (given.count("min-confidence") != 0)
            unit_options_.least_confidence = given["min-confidence"].as<double>();
        const bool is_probability =
            unit_options_.least_confidence >= 0 && unit_options_.least_confidence <= 1;
        if (!is_probability) throw UsageError("--min-confidence: give a number from 0 to 1");
        unit_options_.headlines = given.count("headlines") != 0;
    }

    void accept_destination(const po::variables_map& given) {
        to_.output = text_of(given, "output");
        if (to_.output.empty() && !dry_run_)
            throw UsageError("where to? give -o OUT: a .tmx, a folder, or - for standard output");
        if (given.count("for") != 0) to_.tool = tool_of(given["for"].as<std::string>());
        version_options_.locales = wants_locales(to_.tool);
        unit_options_.most_characters = most_characters(to_.tool);
        unit_options_.context = to_.tool == Tool::memoq;
        to_.per_pair = given.count("per-pair") != 0;
        std::error_code unknown;
        to_.to_folder = to_.output.ends_with('/') || fs::is_directory(to_.output, unknown);
        if (!to_.to_folder && to_.output != "-" && !dry_run_) to_.format = format_of(to_.output);
        if (from_.empty()) refuse_parts_on_standard_output(files_.size());
        report_.rest = text_of(given, "rest");
        report_file_ = text_of(given, "report");
        keep_ = text_of(given, "keep");
        if (report_.rest == "-" || report_file_ == "-")
            throw UsageError("--rest and --report write files; give a name rather than -");
        if (report_.rest.empty() && !to_.output.empty() && to_.output != "-")
            report_.rest = default_rest().string();
    }

    void refuse_parts_on_standard_output(std::size_t versions) const {
        if (to_.output != "-" || !to_.parts_pairs(versions)) return;
        throw UsageError(
            "-o - is one file, and each two versions need a file of their own; name a file or folder");
    }

    static void print_matching(const MatchedStories& matched, std::ostream& out) {
        for (const Story& story : matched.stories) {
            out << story.name;
            for (const fs::path& file : story.files) out << '\t' << (file.empty() ? "-" : file.string());
            out << '\n';
        }
        for (const fs::path& file : matched.unmatched) out << "(no partner)\t" << file.string() << '\n';
        for (const std::string& sentence : matched.bad) out << "(not used)\t" << sentence << '\n';
    }

    template <class Stories>
    static std::vector<std::string> names_of(const Stories& stories) {
        std::vector<std::string> names;
        for (const auto& story : stories) names.push_back(story.name);
        return names;
    }
    static std::vector<std::string> names_of(const MatchedStories& matched) {
        return names_of(matched.stories);
    }

    /// Whether files are named by the versions' tags, which reading tells.
    [[nodiscard]] bool names_need_tags() const { return to_.per_pair || to_.tool != Tool::any; }
    [[nodiscard]] std::vector<std::string> tags() const { return tags_of(stories_); }

    /// The files that a story, or with an empty name all stories, come to.
    [[nodiscard]] std::vector<MemoryFile> files_of(const std::string& story,
                                                   const std::vector<std::string>& tags) const {
        return memory_files(to_, story, tags);
    }

    /// Looks at every place that will be written to, so that no long run ends at one that may not be.
    void check_places(const std::vector<std::string>& names, const std::vector<std::string>& tags) const {
        std::vector<fs::path> places;
        const auto add = [&](const std::string& story) {
            for (const MemoryFile& file : files_of(story, tags)) places.push_back(file.place);
        };
        if (to_.to_folder) {
            for (const std::string& name : names) add(name);
        } else if (to_.output != "-") {
            add("");
        }
        if (!report_.rest.empty()) places.emplace_back(report_.rest);
        if (!report_file_.empty()) places.emplace_back(report_file_);
        if (!keep_.empty()) require_no_work(keep_, run_options_.force);
        std::vector<fs::path> inputs = inputs_;
        if (!srx_file_.empty()) inputs.emplace_back(srx_file_);
        require_places(places, inputs, run_options_.force);
    }

    void warn_of_mixed_languages(Notices& notices) const {
        if (to_.parts_pairs(tags().size()) || to_.tool == Tool::omegat) return;
        for (const std::vector<std::string>& mixed : mixed_languages(tags())) {
            notices.warn(
                fmt::format("{} in one memory: OmegaT takes them for one language; --for omegat gives each "
                            "a file of its own",
                            fmt::join(mixed, " and ")));
        }
    }

    [[nodiscard]] std::string learned(const AlignedVersions& pair) const {
        if (pair.has_learned) return fmt::format("learned {} word pairs from these texts", pair.lexicon_size);
        if (run_options_.learn == Learn::no) return "nothing learned from these texts, as told";
        return fmt::format("nothing learned from these texts (from {} sentences on, or with --learn yes)",
                           segments_to_learn_from);
    }

    void align_stories(Progress& progress, Notices& notices) {
        const std::vector<std::string> editions = tags_of(stories_, true);
        std::vector<StoryDocuments> documents;
        for (const AlignedStory& story : stories_) {
            StoryDocuments& of_story = documents.emplace_back(editions.size(), nullptr);
            for (const Version& version : story.versions) of_story[version.place] = &version.document;
        }
        std::vector<AlignedVersions> aligned =
            align_versions(documents, editions, run_options_, FindCandidates::yes, progress);
        for (const std::string& fault : faults_of(aligned)) notices.warn(fault);
        for (AlignedVersions& pair : aligned) {
            report_.known.push_back(fmt::format("{}-{}: {}", editions[pair.source], editions[pair.target],
                                                known_words_sentence(pair)));
            report_.learned.push_back(
                fmt::format("{}-{}: {}", editions[pair.source], editions[pair.target], learned(pair)));
            for (std::size_t i = 0; i < pair.stories.size(); ++i) {
                AlignedStory& story = stories_[pair.stories[i]];
                const auto index = [&](std::size_t place) {
                    const auto found =
                        std::find_if(story.versions.begin(), story.versions.end(),
                                     [&](const Version& version) { return version.place == place; });
                    return static_cast<std::size_t>(found - story.versions.begin());
                };
                story.pairs.push_back({index(pair.source), index(pair.target), std::move(pair.alignments[i]),
                                       std::move(pair.candidates[i])});
            }
        }
    }

    /// A version of which under one sentence in ten is surely one of another version is another story, or in
    /// another language than is said.
    void warn_of_strangers(Notices& notices) const {
        constexpr double sure = 0.9;
        constexpr std::size_t enough = 8;  // sentences, to tell
        for (const AlignedStory& story : stories_) {
            std::vector<bool> has_pair(story.versions.size(), false);
            for (const AlignedPair& pair : story.pairs) {
                const auto found = std::count_if(
                    pair.alignment.begin(), pair.alignment.end(),
                    [](const align::Bead& bead) { return bead.is_link() && bead.probability >= sure; });
                const std::size_t sentences =
                    std::min(story.versions[pair.source].document.segments().size(),
                             story.versions[pair.target].document.segments().size());
                if (found > 0 && 10 * static_cast<std::size_t>(found) >= sentences)
                    has_pair[pair.source] = has_pair[pair.target] = true;
            }
            for (std::size_t v = 0; v < story.versions.size(); ++v) {
                const Version& version = story.versions[v];
                if (has_pair[v] || version.document.segments().size() < enough) continue;
                notices.warn(
                    fmt::format("{}: hardly a sentence of {} is surely one of another version; is it another "
                                "story, or in another language?",
                                story.name, version.tmx_tag));
            }
        }
    }

    void write(Streams& streams, Notices& notices) {
        if (!keep_.empty()) write_work(keep_, stories_, run_options_.force);
        std::vector<const AlignedStory*> all;
        std::size_t long_variants = 0;
        for (const AlignedStory& story : stories_) {
            all.push_back(&story);
            long_variants += story.made.long_variants;
        }
        report_.output = to_.output == "-" ? "standard output" : to_.output;
        report_.format = to_.format;
        if (to_.output == "-") {
            warn_of_dropped(write_tmx(streams.out, all, tags().front()), notices);
        } else if (to_.to_folder) {
            for (const AlignedStory* story : all) write_files(story->name, {story}, notices);
        } else {
            write_files("", all, notices);
        }
        if (long_variants > 0) {
            notices.warn(fmt::format(
                "{} of more than {} characters; some tools refuse such",
                long_variants == 1 ? "1 segment" : fmt::format("{} segments", long_variants), long_variant));
        }
        if (report_.rest.empty()) return;
        OutputFile rest(report_.rest, run_options_.force);
        write_rest(rest.stream(), all);
        rest.commit();
    }

    void write_files(const std::string& name, const std::vector<const AlignedStory*>& stories,
                     Notices& notices) {
        const std::vector<std::string> tags = this->tags();
        for (const MemoryFile& file : files_of(name, tags)) {
            if (file.versions.size() == tags.size()) {
                write_file(file.place, stories, tags.front(), tags.back(), notices);
                continue;
            }
            std::vector<AlignedStory> parts;
            for (const AlignedStory* story : stories) {
                AlignedStory part = with_versions(*story, file.versions, unit_options_);
                if (part.versions.size() > 1) parts.push_back(std::move(part));
            }
            std::vector<const AlignedStory*> of_file;
            for (const AlignedStory& part : parts) of_file.push_back(&part);
            write_file(file.place, of_file, tags[file.versions.front()], tags[file.versions.back()], notices);
        }
    }

    void write_file(const fs::path& place, const std::vector<const AlignedStory*>& stories,
                    const std::string& source_tag, const std::string& target_tag, Notices& notices) {
        OutputFile out(place, run_options_.force);
        if (to_.format == Format::tmx) {
            warn_of_dropped(write_tmx(out.stream(), stories, source_tag), notices);
        } else if (to_.format == Format::tsv) {
            write_tsv(out.stream(), stories);
        } else if (to_.format == Format::xlsx) {
            warn_of_dropped(write_workbook(out.stream(), stories), notices);
        } else if (to_.format == Format::xliff) {
            write_xliff(out.stream(), stories, source_tag, target_tag);
        } else {
            write_jsonl(out.stream(), stories);
        }
        out.commit();
    }

    void warn_of_dropped(std::size_t characters, Notices& notices) const {
        if (characters == 0) return;
        notices.warn(fmt::format("{}: {} that XML forbids left out", report_.output,
                                 characters == 1 ? "1 character" : fmt::format("{} characters", characters)));
    }

    void show(Streams& streams) const {
        const bool terminal = &streams.out == &std::cout && ::isatty(STDOUT_FILENO) != 0;
        if (show_ > 0)
            print_units(to_.output == "-" ? streams.err : streams.out, stories_, show_,
                        show_options(terminal));
    }

    /// OUT/rest.tsv for a folder; else OUT with its endings replaced: news.tmx.gz gives news.rest.tsv.
    [[nodiscard]] fs::path default_rest() const {
        if (to_.to_folder) return fs::path(to_.output) / "rest.tsv";
        fs::path stem(to_.output);
        if (stem.extension() == ".gz") stem.replace_extension();
        return stem.replace_extension(".rest.tsv");
    }

    void finish(Streams& streams, const Notices& notices) {
        report_.least_confidence = unit_options_.least_confidence;
        report_.bad_inputs = notices.bad_inputs();
        report_.warnings = notices.warnings();
        Tally tally;
        for (const AlignedStory& story : stories_) tally.add(story);
        if (!report_file_.empty()) {
            OutputFile out(report_file_, run_options_.force);
            out.stream() << report_json(tally, stories_, report_)
                                .dump(2, ' ', false, nlohmann::ordered_json::error_handler_t::replace)
                         << '\n';
            out.commit();
        }
        if (!streams.quiet) print_summary(streams.err, tally, stories_, report_);
    }

    RunOptions run_options_;
    UnitOptions unit_options_;
    VersionOptions version_options_;
    Destination to_;
    std::vector<fs::path> files_;
    std::string from_;
    std::string keep_;
    std::string stories_file_;
    std::string srx_file_;
    std::unique_ptr<SrxFileRules> srx_;
    bool dry_run_ = false;
    std::string report_file_;
    std::size_t show_ = 0;

    std::vector<fs::path> inputs_;
    std::vector<AlignedStory> stories_;
    RunReport report_;
};

}  // namespace

std::unique_ptr<Command> make_align_command() { return std::make_unique<AlignCommand>(); }

}  // namespace hexapla
