// How long the segmenter takes against ICU's sentence iterator alone, on the stories of fixtures/ in each
// version, and on lines that have no end. Times are the best of several runs, of the two in turn.

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <functional>
#include <iterator>
#include <string>
#include <vector>

#include "align/segmenter.hpp"
#include "align/unicode.hpp"

namespace fs = std::filesystem;

namespace {

constexpr int runs = 7;
constexpr double mega = 1e6;

double seconds_of(const std::function<void()>& work) {
    const auto begin = std::chrono::steady_clock::now();
    work();
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
}

std::string read(const fs::path& path) {
    std::ifstream in(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

/// The lines of a text as paragraphs, for that is how articles are cut.
std::vector<std::string> paragraphs_of(const std::string& text) {
    std::vector<std::string> all;
    for (std::size_t begin = 0; begin < text.size();) {
        const std::size_t end = std::min(text.find('\n', begin), text.size());
        if (end > begin) all.push_back(text.substr(begin, end - begin));
        begin = end + 1;
    }
    return all;
}

void compare(const std::string& tag, const std::vector<std::string>& paragraphs, int times) {
    std::size_t bytes = 0;
    for (const std::string& paragraph : paragraphs) bytes += paragraph.size();
    bytes *= static_cast<std::size_t>(times);
    std::size_t cuts = 0;
    const auto run = [&](const auto& cut) {
        return seconds_of([&] {
            for (int i = 0; i < times; ++i) {
                for (const std::string& paragraph : paragraphs) cuts += cut(paragraph, tag).size();
            }
        });
    };
    double icu = 1e9;
    double ours = 1e9;
    for (int i = 0; i < runs; ++i) {
        icu = std::min(icu, run(align::sentence_ends));
        ours = std::min(ours, run(align::sentence_boundaries));
    }
    std::printf("%-8s %6.2f MB  ICU %6.1f MB/s  hexapla %6.1f MB/s  ratio %.2f  (%zu cuts)\n", tag.c_str(),
                static_cast<double>(bytes) / mega, static_cast<double>(bytes) / mega / icu,
                static_cast<double>(bytes) / mega / ours, ours / icu, cuts);
}

void time_line(const char* what, const std::string& piece, std::size_t bytes) {
    std::string line;
    while (line.size() < bytes) line += piece;
    std::size_t cuts = 0;
    const double taken = seconds_of([&] { cuts = align::sentence_boundaries(line, "de").size(); });
    std::printf("%-28s %5.1f MB  %6.2f s  %zu cuts\n", what, static_cast<double>(line.size()) / mega, taken,
                cuts);
}

}  // namespace

int main() {
    const fs::path folder = fs::path(HEXAPLA_FIXTURES) / "stories" / "floods";
    std::vector<fs::path> files;
    for (const auto& entry : fs::directory_iterator(folder)) {
        if (entry.path().extension() == ".txt") files.push_back(entry.path());
    }
    std::sort(files.begin(), files.end());
    for (const fs::path& file : files) compare(file.stem().string(), paragraphs_of(read(file)), 40);
    for (const std::size_t bytes :
         {std::size_t{12'500'000}, std::size_t{25'000'000}, std::size_t{50'000'000}}) {
        time_line("words without a stop", "ein Wort und noch eines ", bytes);
        time_line("letters without a space", "Wort", bytes);
        time_line("dots", ".", bytes);
        time_line("abbreviations", "z. B. Dr. ", bytes);
        time_line("quotation marks", "« “", bytes);
    }
}
