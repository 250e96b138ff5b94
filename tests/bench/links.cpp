// What `hexapla links` costs, beside what ICU needs to read the same text at all (icu_floor.hpp): one long
// pair of documents and a folder of many articles, both generated, and the news of the gold sets where they
// are. Every comparison is of figures of this run; bars are shown beside them, and nothing fails by them.
// Ratios are of processor time where one thread works, so that other work on the machine matters little.

#include <algorithm>
#include <boost/program_options.hpp>
#include <cstdio>
#include <cstdlib>
#include <exception>
#include <iostream>
#include <set>
#include <string>

#include "align/lexicon.hpp"
#include "generated_text.hpp"
#include "limits.hpp"
#include "runs.hpp"

namespace fs = std::filesystem;
namespace po = boost::program_options;

namespace {

using bench::LinksRun;
using bench::Setting;
using bench::Versions;

constexpr std::uint64_t seed = 1957;
constexpr double mega = 1 << 20;
constexpr double bytes_of_word_pair = sizeof(align::Lexicon::Entry);
// Bars are for 10,000 and 50,000; less where a document may not have so many.
constexpr const char* sentences_of_long_pairs = hexapla::most_segments >= 50'000 ? "10000,50000" : "300,1500";
const std::vector<std::string> one_job = {"--jobs", "1"};

struct Asked {
    Setting setting;
    fs::path shared;
    std::set<std::string> what;
    std::string source;
    std::string target;
    std::vector<std::size_t> sentences;
    std::size_t articles = 0;
    std::set<std::string> languages;  // of the news; empty: all
};

/// A figure and its bar, as "5.20 (bar: at most 5.5)".
void show(const char* what, double figure, const char* unit, const char* bar) {
    std::printf("  %-44s %9.2f %s  (bar: %s)\n", what, figure, unit, bar);
}

/// The stages by their share, the largest first.
void show_stages(const LinksRun& run) {
    std::vector<std::pair<double, std::string>> stages;
    double all = 0;
    for (const auto& [stage, seconds] : run.stages) {
        stages.emplace_back(seconds, stage);
        all += seconds;
    }
    std::sort(stages.rbegin(), stages.rend());
    std::printf("  stages:");
    for (const auto& [seconds, stage] : stages) {
        std::printf("%s %s %.1f %%", stage == stages.front().second ? "" : ",", stage.c_str(),
                    100 * seconds / all);
    }
    std::printf("\n");
}

double f1_of_files(const fs::path& gold_folder, const fs::path& links_folder) {
    return bench::apart([&] {
               align::LinkCounts counts;
               for (const auto& entry : fs::directory_iterator(gold_folder)) {
                   counts += align::count_links(bench::read_links(entry.path()),
                                                bench::read_links(links_folder / entry.path().filename()));
               }
               return std::vector<double>{align::strict_rates(counts).f1};
           })
        .at(0);
}

// --- generated texts ---

/// Writes generated pairs, of so many sentences or articles where 0, as SOURCE/, TARGET/ and gold/ of a
/// folder.
Versions write_generated(const Asked& asked, const std::string& name, std::size_t pairs,
                         std::size_t sentences) {
    const fs::path folder = asked.setting.work / name;
    fs::remove_all(folder);
    Versions versions{folder / "source", folder / "target", asked.source, asked.target};
    bench::apart([&] {
        bench::TextMaker maker(asked.source, asked.target, seed);
        for (std::size_t i = 0; i < pairs; ++i) {
            const bench::GeneratedPair pair = sentences == 0 ? maker.make_article() : maker.make(sentences);
            const std::string stem = "text" + std::to_string(i);
            bench::write_lines(versions.source / (stem + ".txt"), pair.source);
            bench::write_lines(versions.target / (stem + ".txt"), pair.target);
            bench::write_links(folder / "gold" / (stem + ".links"), pair.gold);
        }
        return std::vector<double>{};
    });
    return versions;
}

void measure_long(const Asked& asked) {
    std::printf("one pair of documents, %s-%s, one thread\n", asked.source.c_str(), asked.target.c_str());
    double first = 0;
    for (const std::size_t sentences : asked.sentences) {
        const std::string name = "long-" + std::to_string(sentences);
        const Versions versions = write_generated(asked, name, 1, sentences);
        const fs::path out = asked.setting.work / name / "links";
        const LinksRun run = bench::run_links(asked.setting, versions, out, one_job);
        const double floor = bench::floor_of(versions);
        std::printf("%zu sentences a side: %.2f s, floor %.3f s, F1 %.4f\n", sentences, run.usage.cpu_seconds,
                    floor, f1_of_files(asked.setting.work / name / "gold", out));
        show("time over the floor", run.usage.cpu_seconds / floor, "", "at most 40");
        show("peak memory", run.usage.megabytes, "MB", "under 300");
        show_stages(run);
        if (first == 0) {
            first = run.usage.cpu_seconds;
        } else {
            show("time over that of the first", run.usage.cpu_seconds / first, "",
                 "at most 5.5 for five times as many");
        }
    }
}

void measure_articles(const Asked& asked) {
    std::printf("%zu pairs of articles, %s-%s, one run\n", asked.articles, asked.source.c_str(),
                asked.target.c_str());
    const Versions versions = write_generated(asked, "articles", asked.articles, 0);
    const fs::path out = asked.setting.work / "articles" / "links";
    const double floor = bench::floor_of(versions);
    const LinksRun alone = bench::run_links(asked.setting, versions, out, {"--jobs", "1", "--no-learn"});
    std::printf("--no-learn: %.2f s, %.2f times the floor of %.3f s, %.1f MB, F1 %.4f\n",
                alone.usage.cpu_seconds, alone.usage.cpu_seconds / floor, floor, alone.usage.megabytes,
                f1_of_files(asked.setting.work / "articles" / "gold", out));
    const LinksRun run = bench::run_links(asked.setting, versions, out, one_job);
    const double lexicon = static_cast<double>(run.word_pairs) * bytes_of_word_pair / mega;
    std::printf("learning: %.2f s, %.2f times the floor, %.1f MB, F1 %.4f\n", run.usage.cpu_seconds,
                run.usage.cpu_seconds / floor, run.usage.megabytes,
                f1_of_files(asked.setting.work / "articles" / "gold", out));
    std::printf("  its lexicon of %zu pairs of words takes %.1f MB\n", run.word_pairs, lexicon);
    show("peak memory beside the lexicon", run.usage.megabytes - lexicon, "MB", "300");
    show_stages(run);
}

// --- the news of the gold sets ---

std::vector<std::string> versions_of_news(const Asked& asked, const fs::path& lines) {
    std::vector<std::string> tags;
    for (const auto& entry : fs::directory_iterator(lines)) {
        const std::string tag = entry.path().filename().string();
        if (tag != "en" && (asked.languages.empty() || asked.languages.contains(tag))) tags.push_back(tag);
    }
    std::sort(tags.begin(), tags.end());
    return tags;
}

void measure_news(const Asked& asked) {
    const fs::path eval = asked.shared / "eval";
    if (!fs::exists(eval / "make_sets.py")) {
        std::printf("news: skipped, %s with the gold sets is not there\n", eval.c_str());
        return;
    }
    const fs::path sets = asked.setting.work / "news-open";
    bench::run({"python3", (eval / "make_sets.py").string(), (eval / "news-open").string(), sets.string()},
               asked.setting.work / "made.txt");
    const fs::path lines = sets / "edited" / "lines";
    const std::vector<std::string> tags = versions_of_news(asked, lines);
    double floor = 0;
    LinksRun together;
    LinksRun alone;
    LinksRun two_jobs;
    for (const std::string& tag : tags) {
        const Versions versions{lines / "en", lines / tag, "en", tag};
        const fs::path out = asked.setting.work / "news-links" / "";
        floor += bench::floor_of(versions);
        together.add(bench::run_links(asked.setting, versions, out, one_job));
        alone.add(bench::run_links(asked.setting, versions, out, {"--jobs", "1", "--no-learn"}));
        two_jobs.add(bench::run_links(asked.setting, versions, out, {"--jobs", "2"}));
    }
    std::printf("news, edited, English with %zu others, all documents: floor %.3f s\n", tags.size(), floor);
    std::printf("together: %.2f s, %.1f MB\n", together.usage.cpu_seconds, together.usage.megabytes);
    show("time over the floor", together.usage.cpu_seconds / floor, "", "at most 25");
    show_stages(together);
    std::printf("alone (--no-learn): %.2f s, %.1f MB\n", alone.usage.cpu_seconds, alone.usage.megabytes);
    show("time over the floor", alone.usage.cpu_seconds / floor, "", "at most 8");
    show_stages(alone);
    std::printf("together by the clock: %.2f s with one job, %.2f s with two\n", together.usage.seconds,
                two_jobs.usage.seconds);
    show("as fast with two jobs", together.usage.seconds / two_jobs.usage.seconds, "times", "at least 1.7");
}

// --- the call ---

std::vector<std::string> split(const std::string& list) {
    std::vector<std::string> parts;
    for (std::size_t begin = 0; begin < list.size();) {
        const std::size_t end = std::min(list.find(',', begin), list.size());
        parts.push_back(list.substr(begin, end - begin));
        begin = end + 1;
    }
    return parts;
}

Asked read_call(int argc, char** argv) {
    po::options_description options("options");
    auto add = options.add_options();
    add("help", "this text");
    add("hexapla", po::value<std::string>()->default_value(HEXAPLA_PROGRAM), "the program to measure");
    add("shared", po::value<std::string>()->default_value(HEXAPLA_SHARED),
        "folder that holds eval/ with gold sets");
    add("work", po::value<std::string>()->default_value("build/bench"), "folder for what is made");
    add("what", po::value<std::string>()->default_value("long,articles,news"), "of long,articles,news");
    add("pair", po::value<std::string>()->default_value("en,ru"), "languages of the generated texts");
    add("sentences", po::value<std::string>()->default_value(sentences_of_long_pairs),
        "of the long pairs, a side");
    add("articles", po::value<std::size_t>()->default_value(10'000), "generated pairs of articles");
    add("langs", po::value<std::string>()->default_value(""), "of the news; empty: all 30");
    add("times", po::value<int>()->default_value(1), "runs of each, of which the best counts");
    add("links-options", po::value<std::string>()->default_value(""),
        "more options for links, parted by commas");
    po::variables_map given;
    po::store(po::parse_command_line(argc, argv, options), given);
    if (given.count("help") != 0) {
        std::cout << options;
        std::exit(0);
    }
    const auto text = [&](const char* name) { return given[name].as<std::string>(); };
    const auto set = [&](const char* name) {
        const auto parts = split(text(name));
        return std::set<std::string>(parts.begin(), parts.end());
    };
    const std::vector<std::string> pair = split(text("pair"));
    if (pair.size() != 2) throw std::invalid_argument("--pair takes two tags, as en,ru");
    Asked asked{{fs::absolute(text("hexapla")), fs::absolute(text("work")), split(text("links-options")),
                 given["times"].as<int>()},
                text("shared"),
                set("what"),
                pair[0],
                pair[1],
                {},
                given["articles"].as<std::size_t>(),
                set("langs")};
    for (const std::string& number : split(text("sentences"))) asked.sentences.push_back(std::stoul(number));
    return asked;
}

}  // namespace

int main(int argc, char** argv) {
    try {
        const Asked asked = read_call(argc, argv);
        fs::create_directories(asked.setting.work);
        // Figures are those of any machine, whatever dictionaries it has.
        setenv("HEXAPLA_DICTIONARIES", (asked.setting.work / "none").c_str(), 1);
        if (asked.what.contains("long")) measure_long(asked);
        if (asked.what.contains("articles")) measure_articles(asked);
        if (asked.what.contains("news")) measure_news(asked);
        return 0;
    } catch (const std::exception& error) {
        std::cerr << "bench_links: " << error.what() << '\n';
        return 1;
    }
}
