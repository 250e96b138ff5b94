#include "runs.hpp"

#include <algorithm>
#include <fstream>
#include <iterator>
#include <sstream>
#include <stdexcept>

namespace bench {

namespace fs = std::filesystem;

namespace {

constexpr int floor_times = 3;

/// A line of --timings is "NAME  SECONDS s  SHARE %"; one of the summary tells how many word pairs were
/// learned.
void read_said(const fs::path& said, LinksRun& run) {
    std::istringstream lines(read_text(said));
    for (std::string line; std::getline(lines, line);) {
        std::istringstream words(line);
        std::vector<std::string> parts{std::istream_iterator<std::string>(words), {}};
        const std::size_t size = parts.size();
        if (size >= 5 && parts[size - 1] == "%" && parts[size - 3] == "s") {
            std::string name = parts[0];
            for (std::size_t i = 1; i + 4 < size; ++i) name += " " + parts[i];
            run.stages[name] += std::stod(parts[size - 4]);
        } else if (size > 2 && parts[0] == "learned" && parts[1] != "nothing") {
            run.word_pairs = std::stoul(parts[1]);
        }
    }
    if (run.stages.empty())
        throw std::runtime_error("'links --timings' tells no stages; see " + said.string());
}

std::vector<std::string> texts_of(const fs::path& place) {
    if (!fs::is_directory(place)) return {read_text(place)};
    std::vector<fs::path> files;
    for (const auto& entry : fs::directory_iterator(place)) files.push_back(entry.path());
    std::sort(files.begin(), files.end());
    std::vector<std::string> texts;
    for (const fs::path& file : files) texts.push_back(read_text(file));
    return texts;
}

std::ofstream opened(const fs::path& file) {
    fs::create_directories(file.parent_path());
    std::ofstream out(file, std::ios::binary);
    out.exceptions(std::ios::badbit | std::ios::failbit);
    return out;
}

}  // namespace

void LinksRun::add(const LinksRun& other) {
    usage.seconds += other.usage.seconds;
    usage.cpu_seconds += other.usage.cpu_seconds;
    usage.megabytes = std::max(usage.megabytes, other.usage.megabytes);
    for (const auto& [stage, seconds] : other.stages) stages[stage] += seconds;
    word_pairs += other.word_pairs;
}

LinksRun run_links(const Setting& setting, const Versions& versions, const fs::path& out,
                   const std::vector<std::string>& options) {
    std::vector<std::string> command = {setting.program.string(),
                                        "links",
                                        versions.source.string(),
                                        versions.target.string(),
                                        "-o",
                                        out.string(),
                                        "--langs",
                                        versions.source_tag + "," + versions.target_tag,
                                        "--timings",
                                        "--progress",
                                        "none"};
    command.insert(command.end(), options.begin(), options.end());
    command.insert(command.end(), setting.extra.begin(), setting.extra.end());
    const fs::path said = setting.work / "said.txt";
    LinksRun best;
    for (int i = 0; i < setting.times; ++i) {
        fs::remove_all(out);
        LinksRun one;
        one.usage = run(command, said);
        read_said(said, one);
        if (i == 0 || one.usage.cpu_seconds < best.usage.cpu_seconds) best = one;
    }
    return best;
}

double floor_of(const Versions& versions) {
    return apart([&] {
               return std::vector<double>{icu_floor({{versions.source_tag, texts_of(versions.source)},
                                                     {versions.target_tag, texts_of(versions.target)}},
                                                    floor_times)};
           })
        .at(0);
}

std::vector<align::LinkLine> read_links(const fs::path& file) { return align::parse_links(read_text(file)); }

std::string read_text(const fs::path& file) {
    std::ifstream in(file, std::ios::binary);
    if (!in) throw std::runtime_error(file.string() + ": cannot be read");
    return {std::istreambuf_iterator<char>(in), {}};
}

void write_lines(const fs::path& file, const std::vector<std::string>& lines) {
    std::ofstream out = opened(file);
    for (const std::string& line : lines) out << line << '\n';
}

void write_links(const fs::path& file, const std::vector<align::LinkLine>& links) {
    std::ofstream out = opened(file);
    for (const align::LinkLine& link : links) out << align::format_link(link, 1) << '\n';
}

}  // namespace bench
