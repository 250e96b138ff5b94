#include "story.hpp"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <set>

namespace fs = std::filesystem;

namespace {

std::vector<std::string> lines_of(const fs::path& file) {
    std::ifstream in(file);
    std::vector<std::string> lines;
    for (std::string line; std::getline(in, line);) {
        if (!line.empty()) lines.push_back(line);
    }
    return lines;
}

/// Whether a line ends as a sentence does, with quotes behind it or without. A question may be a subhead: in
/// the stories no paragraph is one alone.
bool ends(const std::string& line) {
    const std::vector<std::string> marks = {".", "!", "。", "！", "।", "৷", "።", "۔", "…"};
    const std::vector<std::string> quotes = {"", "\"", "”", "“", "»", "」", "’", "'", ")", "）", "«"};
    for (const std::string& mark : marks) {
        for (const std::string& quote : quotes) {
            if (line.ends_with(mark + quote)) return true;
        }
    }
    return false;
}

Story read(const fs::path& dump) {
    constexpr std::size_t menu = 7;  // the title and six links
    const std::vector<std::string> lines = lines_of(dump);
    const std::vector<std::string> segments = lines_of(dump.parent_path() / "segments" / dump.filename());
    const std::set<std::string> known(segments.begin(), segments.end());
    Story story{dump.stem().string(), lines[0], lines[menu], lines[menu + 1], {}, lines[lines.size() - 2]};
    for (std::size_t i = menu + 2; i + 2 < lines.size(); ++i)
        story.body.push_back({known.contains(lines[i]) && !ends(lines[i]), lines[i]});
    return story;
}

}  // namespace

std::vector<Story> all_stories() {
    std::vector<fs::path> files;
    for (const auto& folder : fs::directory_iterator(fs::path(HEXAPLA_FIXTURES) / "stories")) {
        for (const auto& file : fs::directory_iterator(folder.path())) {
            if (file.path().extension() == ".txt") files.push_back(file.path());
        }
    }
    std::sort(files.begin(), files.end());
    std::vector<Story> stories;
    for (const fs::path& file : files) stories.push_back(read(file));
    return stories;
}

std::string join(const std::vector<std::string>& parts, const std::string& between) {
    std::string out;
    for (const std::string& part : parts) {
        if (!out.empty()) out += between;
        out += part;
    }
    return out;
}
