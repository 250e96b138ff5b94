#include "work_folder.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <fstream>
#include <nlohmann/json.hpp>
#include <sstream>

#include "align/links.hpp"
#include "align/unicode.hpp"
#include "errors.hpp"
#include "limits.hpp"
#include "output.hpp"
#include "text_lines.hpp"

namespace hexapla {
namespace {

namespace fs = std::filesystem;
using nlohmann::ordered_json;

constexpr const char* manifest_name = "hexapla.json";
constexpr const char* schema = "hexapla-work-1";

std::size_t versions_of_run(const std::vector<AlignedStory>& stories) {
    std::size_t count = 0;
    for (const AlignedStory& story : stories) {
        for (const Version& version : story.versions) count = std::max(count, version.place + 1);
    }
    return count;
}

fs::path segments_file(const fs::path& folder, const AlignedStory& story, const Version& version) {
    return folder / fmt::format("{}.{}.txt", story.name, version.tmx_tag);
}

fs::path links_file(const fs::path& folder, const AlignedStory& story, const AlignedPair& pair,
                    std::size_t versions_of_run) {
    const fs::path name = story.name + ".links";
    if (versions_of_run == 2) return folder / name;
    return folder / (story.versions[pair.source].tmx_tag + "-" + story.versions[pair.target].tmx_tag) / name;
}

ordered_json article_json(const Version& version) {
    const pages::Article& article = version.article;
    return {{"place", version.place}, {"edition", version.tag},  {"lang", version.tmx_tag},
            {"id", article.id},       {"url", article.url},      {"date", article.date},
            {"title", article.title}, {"kicker", article.kicker}};
}

ordered_json manifest_of(const std::vector<AlignedStory>& stories) {
    ordered_json json;
    json["schema"] = schema;
    json["stories"] = ordered_json::array();
    for (const AlignedStory& story : stories) {
        ordered_json versions = ordered_json::array();
        for (const Version& version : story.versions) versions.push_back(article_json(version));
        json["stories"].push_back({{"name", story.name}, {"versions", versions}});
    }
    return json;
}

template <class Write>
void write_file(const fs::path& place, bool force, const Write& write) {
    OutputFile out(place, force);
    write(out.stream());
    out.commit();
}

/// A document of the lines of a file. A line that repeats the article's headline or kicker is one.
align::Document read_segments(const fs::path& file, const std::string& language,
                              const pages::Article& article) {
    std::string text;
    std::vector<align::Block> blocks;
    std::vector<align::Segment> segments;
    TextLines lines(file);
    for (std::string line; lines.next(line);) {
        if (align::is_blank(line))
            throw InputError(lines.place() + "is empty; take the line out, and count the links anew");
        const std::string_view sentence = align::trim(line);
        if (segments.size() == most_segments)
            throw InputError(fmt::format("{}is one more than the {} sentences of an article", lines.place(),
                                         most_segments));
        if (!text.empty()) text += '\n';
        const std::size_t begin = text.size();
        text += sentence;
        const align::BlockKind kind = sentence == article.title    ? align::BlockKind::headline
                                      : sentence == article.kicker ? align::BlockKind::kicker
                                                                   : align::BlockKind::paragraph;
        segments.push_back({{begin, text.size()}, blocks.size()});
        blocks.push_back({kind, {begin, text.size()}});
    }
    if (segments.empty()) throw InputError(file.string() + ": holds no sentence");
    return {language, std::move(text), std::move(blocks), std::move(segments)};
}

/// Costs have four decimals, and so have the probabilities that they stand for.
double probability_of(double cost) { return std::round(std::exp(-std::max(0.0, cost)) * 1e4) / 1e4; }

align::SegmentRange range_of(const std::vector<std::size_t>& numbers, const fs::path& file,
                             std::size_t line) {
    if (numbers.empty()) return {0, 0};
    std::vector<std::size_t> sorted = numbers;
    std::sort(sorted.begin(), sorted.end());
    if (sorted.back() - sorted.front() + 1 != sorted.size())
        throw InputError(fmt::format("{}:{}: joins sentences that are no neighbours; a bead takes a run",
                                     file.string(), line));
    return {sorted.front(), sorted.back() + 1};
}

align::Alignment read_links(const fs::path& file, align::LinkSizes sizes) {
    const std::ifstream in(file, std::ios::binary);
    if (!in) throw InputError(file.string() + ": cannot be opened; was it kept with the rest?");
    std::ostringstream content;
    content << in.rdbuf();
    align::Alignment beads;
    std::vector<bool> in_source(sizes.source, false);
    std::vector<bool> in_target(sizes.target, false);
    try {
        const std::vector<align::LinkLine> links = align::parse_links(content.str());
        align::check_links(links, sizes);
        for (const align::LinkLine& link : links) {
            for (const std::size_t i : link.source) in_source[i] = true;
            for (const std::size_t j : link.target) in_target[j] = true;
            beads.push_back({range_of(link.source, file, link.line), range_of(link.target, file, link.line),
                             link.cost ? probability_of(*link.cost) : 1.0});
        }
    } catch (const align::LinkError& error) {
        throw InputError(fmt::format("{}:{}: {}", file.string(), error.line, error.what()));
    }
    for (std::size_t i = 0; i < sizes.source; ++i) {
        if (!in_source[i]) beads.push_back({{i, i + 1}, {0, 0}, 1});
    }
    for (std::size_t j = 0; j < sizes.target; ++j) {
        if (!in_target[j]) beads.push_back({{sizes.source, sizes.source}, {j, j + 1}, 1});
    }
    std::stable_sort(beads.begin(), beads.end(), [](const align::Bead& a, const align::Bead& b) {
        return !a.source.empty() && !b.source.empty() && a.source < b.source;
    });
    return beads;
}

Version read_version(const fs::path& folder, const AlignedStory& story, const ordered_json& json) {
    Version version;
    version.place = json.at("place").get<std::size_t>();
    version.tag = json.at("edition").get<std::string>();
    version.tmx_tag = json.at("lang").get<std::string>();
    version.article.edition = version.tag;
    version.article.id = json.at("id").get<std::string>();
    version.article.url = json.at("url").get<std::string>();
    version.article.date = json.at("date").get<std::string>();
    version.article.title = json.at("title").get<std::string>();
    version.article.kicker = json.at("kicker").get<std::string>();
    version.document = read_segments(segments_file(folder, story, version), version.tag, version.article);
    return version;
}

}  // namespace

std::vector<fs::path> work_files(const fs::path& folder, const std::vector<AlignedStory>& stories) {
    std::vector<fs::path> files = {folder / manifest_name};
    for (const AlignedStory& story : stories) {
        for (const Version& version : story.versions) files.push_back(segments_file(folder, story, version));
        for (const AlignedPair& pair : story.pairs)
            files.push_back(links_file(folder, story, pair, versions_of_run(stories)));
    }
    return files;
}

void require_no_work(const fs::path& folder, bool force) {
    std::error_code error;
    if (!force && fs::exists(folder / manifest_name, error)) {
        throw OutputError(
            folder.string() +
            ": holds stories kept before, perhaps edited since; keep these in another folder, or "
            "give --force to replace them");
    }
}

void write_work(const fs::path& folder, const std::vector<AlignedStory>& stories, bool force) {
    const std::size_t versions = versions_of_run(stories);
    for (const AlignedStory& story : stories) {
        for (const Version& version : story.versions) {
            write_file(segments_file(folder, story, version), force, [&](std::ostream& out) {
                for (const align::Segment& segment : version.document.segments())
                    out << version.document.text_of(segment) << '\n';
            });
        }
        for (const AlignedPair& woven : woven_pairs(story.versions, story.pairs)) {
            const auto is_aligned = [&](const AlignedPair& pair) {
                return pair.source == woven.source && pair.target == woven.target;
            };
            if (std::none_of(story.pairs.begin(), story.pairs.end(), is_aligned)) continue;
            write_file(links_file(folder, story, woven, versions), force, [&](std::ostream& out) {
                for (const align::Bead& bead : woven.alignment)
                    out << align::format_link(bead.source, bead.target, bead.probability) << '\n';
            });
        }
    }
    // The manifest last: what it names is there.
    write_file(folder / manifest_name, force, [&](std::ostream& out) {
        out << manifest_of(stories).dump(1, ' ', false, ordered_json::error_handler_t::replace) << '\n';
    });
}

std::vector<AlignedStory> read_work(const fs::path& folder) {
    const fs::path manifest = folder / manifest_name;
    std::ifstream in(manifest, std::ios::binary);
    if (!in)
        throw InputError(folder.string() + ": holds no " + manifest_name +
                         "; make such a folder with 'hexapla align A B -o OUT --keep " + folder.string() +
                         "'");
    std::vector<AlignedStory> stories;
    try {
        const ordered_json json = ordered_json::parse(in);
        if (json.at("schema").get<std::string>() != schema)
            throw InputError(manifest.string() + ": is of another version of hexapla; keep the stories anew");
        for (const ordered_json& of_story : json.at("stories")) {
            AlignedStory& story = stories.emplace_back();
            story.name = of_story.at("name").get<std::string>();
            for (const ordered_json& version : of_story.at("versions"))
                story.versions.push_back(read_version(folder, story, version));
        }
    } catch (const nlohmann::json::exception& error) {
        throw InputError(manifest.string() + ": is damaged (" + error.what() + "); keep the stories anew");
    }
    const std::size_t versions = versions_of_run(stories);
    for (AlignedStory& story : stories) {
        for (std::size_t a = 0; a < story.versions.size(); ++a) {
            for (std::size_t b = a + 1; b < story.versions.size(); ++b) {
                AlignedPair pair{a, b, {}, {}};
                const fs::path file = links_file(folder, story, pair, versions);
                // With many versions only some of the pairs were aligned; a version without any says so
                // later.
                std::error_code unknown;
                if (versions > 2 && !fs::exists(file, unknown)) continue;
                pair.alignment = read_links(file, {story.versions[a].document.segments().size(),
                                                   story.versions[b].document.segments().size()});
                story.pairs.push_back(std::move(pair));
            }
        }
        for (std::size_t v = 0; v < story.versions.size(); ++v) {
            if (std::none_of(story.pairs.begin(), story.pairs.end(),
                             [&](const AlignedPair& pair) { return pair.source == v || pair.target == v; })) {
                throw InputError(
                    fmt::format("{}: no file of links names {} of story {}; keep the stories anew",
                                folder.string(), story.versions[v].tmx_tag, story.name));
            }
        }
    }
    if (stories.empty()) throw InputError(manifest.string() + ": holds no story");
    return stories;
}

}  // namespace hexapla
