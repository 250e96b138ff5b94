#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "align/evaluate.hpp"
#include "align/links.hpp"
#include "child_process.hpp"
#include "icu_floor.hpp"

namespace bench {

/// Where and how `hexapla links` is run.
struct Setting {
    std::filesystem::path program;
    std::filesystem::path work;      ///< all that is made stays below
    std::vector<std::string> extra;  ///< more options for `links`
    int times = 1;                   ///< each run is made so often, and its best taken
};

/// What runs of `links` took, added up.
struct LinksRun {
    Usage usage;                           ///< seconds add up; megabytes are the most
    std::map<std::string, double> stages;  ///< seconds by the names of --timings
    std::size_t word_pairs = 0;            ///< that the run learned

    void add(const LinksRun& other);
};

/// Two versions as `links` takes them: files or folders, and their tags.
struct Versions {
    std::filesystem::path source;
    std::filesystem::path target;
    std::string source_tag;
    std::string target_tag;
};

/// Runs `hexapla links` on two versions; the links go to `out`.
LinksRun run_links(const Setting& setting, const Versions& versions, const std::filesystem::path& out,
                   const std::vector<std::string>& options);

/// The floor of both versions (see icu_floor.hpp), read and measured in a process of its own.
double floor_of(const Versions& versions);

/// Links of a file.
std::vector<align::LinkLine> read_links(const std::filesystem::path& file);
/// A text as it stands in a file.
std::string read_text(const std::filesystem::path& file);
/// Lines into a file, whose folder is made where it is not there.
void write_lines(const std::filesystem::path& file, const std::vector<std::string>& lines);
void write_links(const std::filesystem::path& file, const std::vector<align::LinkLine>& links);

}  // namespace bench
