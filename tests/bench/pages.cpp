// How long it takes to read pages, against what nobody can do without: for HTML the parsing by the same
// library, for text the reading of the file and the check that it is UTF-8. The detection of languages is
// left aside on both sides.
#include <gumbo.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

#include "align/unicode.hpp"
#include "pages/decode.hpp"
#include "pages/dump.hpp"
#include "pages/html.hpp"

namespace {

namespace fs = std::filesystem;
using Clock = std::chrono::steady_clock;

std::string bytes_of(const fs::path& file) {
    std::ifstream in(file, std::ios::binary);
    std::string bytes(fs::file_size(file), '\0');
    in.read(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    return bytes;
}

/// The least of many runs, in microseconds: what else the machine does only adds.
template <class Work>
double microseconds(const Work& work) {
    constexpr auto time_for_one = std::chrono::milliseconds(300);
    double least = 1e12;
    const auto end = Clock::now() + time_for_one;
    while (Clock::now() < end) {
        const auto begin = Clock::now();
        work();
        least = std::min(least, std::chrono::duration<double, std::micro>(Clock::now() - begin).count());
    }
    return least;
}

void parse(const std::string& html) {
    GumboOptions options = kGumboDefaultOptions;
    options.max_errors = 0;
    gumbo_destroy_output(&options, gumbo_parse_with_options(&options, html.data(), html.size()));
}

/// Prints both times and gives their ratio.
double report(const std::string& name, double bare, double whole) {
    std::printf("  %-44s %9.0f us %9.0f us  %5.2f times\n", name.c_str(), bare, whole, whole / bare);
    return whole / bare;
}

std::vector<fs::path> files_with(const std::vector<fs::path>& folders, const std::string& ending) {
    std::vector<fs::path> files;
    for (const fs::path& folder : folders) {
        if (!fs::exists(folder)) continue;
        for (const auto& entry : fs::recursive_directory_iterator(folder)) {
            if (entry.path().extension() == ending) files.push_back(entry.path());
        }
    }
    std::sort(files.begin(), files.end());
    return files;
}

double read_html_files(const std::vector<fs::path>& files) {
    std::printf("HTML: parsing alone, and extraction\n");
    double bare = 0;
    double whole = 0;
    for (const fs::path& file : files) {
        const std::string html = pages::decode(bytes_of(file), "page", false).text;
        const double one_bare = microseconds([&] { parse(html); });
        const double one_whole = microseconds([&] { pages::read_html(html, "page"); });
        report(file.filename().string(), one_bare, one_whole);
        bare += one_bare;
        whole += one_whole;
    }
    return report("all", bare, whole);
}

double read_dumps(const std::vector<fs::path>& files) {
    std::printf("Text: reading and checking, and with extraction\n");
    double bare = 0;
    double whole = 0;
    for (const fs::path& file : files) {
        const double one_bare = microseconds([&] {
            if (align::find_malformed(bytes_of(file))) std::printf("not UTF-8\n");
        });
        const double one_whole =
            microseconds([&] { pages::read_dump(pages::decode(bytes_of(file), "page", false).text); });
        report(file.filename().string(), one_bare, one_whole);
        bare += one_bare;
        whole += one_whole;
    }
    return report("all", bare, whole);
}

}  // namespace

int main() {
    const fs::path real = fs::path(HEXAPLA_SHARED) / "dw/pages";
    const fs::path made = fs::path(HEXAPLA_FIXTURES) / "stories/malaria";
    const double html = read_html_files(files_with({real, made / "html"}, ".html"));
    std::vector<fs::path> dumps = files_with({real, made}, ".txt");
    std::erase_if(dumps, [](const fs::path& file) { return file.parent_path().filename() == "segments"; });
    const double text = read_dumps(dumps);
    constexpr double most_for_html = 2.5;
    constexpr double most_for_text = 12;  // the aim is 4
    std::printf("HTML %.2f times (at most %.1f), text %.2f times (at most %.1f)\n", html, most_for_html, text,
                most_for_text);
    return html <= most_for_html && text <= most_for_text ? 0 : 1;
}
