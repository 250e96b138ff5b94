#include "stories.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>
#include <system_error>

#include "command.hpp"
#include "editions.hpp"
#include "errors.hpp"
#include "text_lines.hpp"

namespace hexapla {
namespace {

namespace fs = std::filesystem;

/// The files of a folder by stem; those of one stem are told apart later.
using Stems = std::map<std::string, std::vector<fs::path>>;

void refuse_repeated(const std::vector<fs::path>& versions) {
    for (std::size_t i = 0; i < versions.size(); ++i) {
        for (std::size_t j = 0; j < i; ++j) {
            std::error_code error;
            if (versions[i] == versions[j] || fs::equivalent(versions[i], versions[j], error)) {
                throw UsageError(versions[i].string() + ": given twice; name two different versions");
            }
        }
    }
}

Stems stems_of(const fs::path& folder) {
    Stems stems;
    std::error_code error;
    for (fs::directory_iterator at(folder, error), end; !error && at != end; at.increment(error)) {
        const fs::path& file = at->path();
        std::error_code unknown;  // a link to nothing is no file
        if (!at->is_regular_file(unknown) || file.filename().string().front() == '.') continue;
        stems[file.stem().string()].push_back(file);
    }
    if (error) throw InputError(folder.string() + ": cannot be read: " + error.message());
    for (auto& [stem, files] : stems) std::sort(files.begin(), files.end());
    return stems;
}

std::string two_of_one_stem(const std::vector<fs::path>& files) {
    return files[0].parent_path().string() + ": two files of one stem, " + files[0].filename().string() +
           " and " + files[1].filename().string() + "; rename one or take it out";
}

std::size_t versions_of(const Story& story) {
    return static_cast<std::size_t>(std::count_if(story.files.begin(), story.files.end(),
                                                  [](const fs::path& file) { return !file.empty(); }));
}

void add_files(std::vector<fs::path>& files, const Story& story) {
    for (const fs::path& file : story.files) {
        if (!file.empty()) files.push_back(file);
    }
}

/// What to do when files of one story have other names.
std::string name_them(const std::vector<fs::path>& folders) {
    return "give files of one story the same name, or say what belongs together with --stories FILE, "
           "'TAG<tab>NAME<tab>STORY' lines (" +
           folders.front().filename().string() + "<tab>a-18854934<tab>1)";
}

MatchedStories match_by_stem(const std::vector<fs::path>& folders) {
    std::vector<Stems> all;
    std::set<std::string> stems;
    for (const fs::path& folder : folders) {
        for (const auto& [stem, files] : all.emplace_back(stems_of(folder))) stems.insert(stem);
    }
    MatchedStories matched;
    matched.from_folders = true;
    matched.versions = folders;
    for (const std::string& stem : stems) {
        Story story{stem, {}};
        std::string bad;
        for (const Stems& of_version : all) {
            const auto found = of_version.find(stem);
            if (found != of_version.end() && found->second.size() > 1 && bad.empty())
                bad = two_of_one_stem(found->second);
            story.files.push_back(found == of_version.end() ? fs::path() : found->second.front());
        }
        if (versions_of(story) < 2) {
            add_files(matched.unmatched, story);
        } else if (!bad.empty()) {
            matched.bad.push_back(bad);
        } else {
            matched.stories.push_back(std::move(story));
        }
    }
    if (matched.stories.empty()) {
        if (!matched.bad.empty()) throw InputError(matched.bad.front());
        throw InputError(folders.front().string() + ": no file has the same stem in two folders; " +
                         name_them(folders));
    }
    return matched;
}

/// The place of each edition among the folders.
std::map<std::string, std::size_t> places_of(const std::vector<fs::path>& folders,
                                             const std::vector<std::string>& langs) {
    std::map<std::string, std::size_t> places;
    for (std::size_t v = 0; v < folders.size(); ++v) {
        const std::string name = langs.empty() ? folders[v].filename().string() : langs[v];
        const Edition* edition = find_edition(name);
        if (edition == nullptr)
            throw UsageError("--stories names files by version, and the folder " + folders[v].string() +
                             " is not named by one; name the versions with --langs");
        places.emplace(edition->tag, v);
    }
    return places;
}

MatchedStories match_by_list(const std::vector<fs::path>& folders, const StoryList& list) {
    const auto places = places_of(folders, list.langs);
    std::vector<Stems> all;
    for (const fs::path& folder : folders) all.push_back(stems_of(folder));
    std::map<std::string, Story> stories;
    std::set<fs::path> used;
    TextLines lines(list.file);
    for (std::string line; lines.next(line);) {
        if (line.empty()) continue;
        const std::size_t first = line.find('\t');
        const std::size_t second = first == std::string::npos ? first : line.find('\t', first + 1);
        if (second == std::string::npos || line.find('\t', second + 1) != std::string::npos)
            throw InputError(lines.place() + "has not three columns; write 'TAG<tab>NAME<tab>STORY'");
        if (second + 1 == line.size() || line[second + 1] == '.' ||
            line.find('/', second) != std::string::npos)
            throw InputError(lines.place() + "the story's name cannot name a file; use letters and digits");
        const std::string tag = line.substr(0, first);
        const std::string name = line.substr(first + 1, second - first - 1);
        const std::string label = line.substr(second + 1);
        const Edition* edition = find_edition(tag);
        if (edition == nullptr) throw InputError(lines.place() + explain_unknown_edition(tag));
        const auto place = places.find(std::string(edition->tag));
        if (place == places.end()) continue;
        const fs::path& folder = folders[place->second];
        const Stems& stems = all[place->second];
        auto found = stems.find(name);
        if (found == stems.end()) found = stems.find(fs::path(name).stem().string());
        const fs::path* file = nullptr;
        if (found != stems.end()) {
            for (const fs::path& candidate : found->second) {
                if (candidate.stem() == name || candidate.filename() == name) file = &candidate;
            }
        }
        if (file == nullptr)
            throw InputError(lines.place() + "there is no file " + name + " in " + folder.string());
        if (found->second.size() > 1 && file->filename() != name)
            throw InputError(lines.place() + two_of_one_stem(found->second));
        if (!used.insert(*file).second)
            throw InputError(lines.place() + file->string() + " stands in two lines; a file has one story");
        Story& story = stories[label];
        story.name = label;
        story.files.resize(folders.size());
        if (!story.files[place->second].empty())
            throw InputError(fmt::format("{}story {} has two files of {}, {} and {}", lines.place(), label,
                                         tag, story.files[place->second].filename().string(),
                                         file->filename().string()));
        story.files[place->second] = *file;
    }
    MatchedStories matched;
    matched.from_folders = true;
    matched.versions = folders;
    for (auto& [label, story] : stories) {
        if (versions_of(story) < 2) {
            add_files(matched.unmatched, story);
        } else {
            matched.stories.push_back(std::move(story));
        }
    }
    for (const Stems& stems : all) {
        for (const auto& [stem, files] : stems) {
            for (const fs::path& file : files) {
                if (!used.contains(file)) matched.unmatched.push_back(file);
            }
        }
    }
    if (matched.stories.empty())
        throw InputError(list.file.string() + ": no story of it has files in two of the folders");
    return matched;
}

}  // namespace

MatchedStories match_stories(const std::vector<fs::path>& versions, const StoryList& list) {
    if (versions.size() < 2) throw UsageError("two versions at least are needed: two files, or two folders");
    refuse_repeated(versions);
    std::size_t folders = 0;
    for (const fs::path& version : versions) {
        std::error_code error;
        const fs::file_status status = fs::status(version, error);
        if (!fs::exists(status)) throw InputError(version.string() + ": is not there; check the name");
        if (fs::is_directory(status)) ++folders;
    }
    if (folders == versions.size())
        return list.file.empty() ? match_by_stem(versions) : match_by_list(versions, list);
    if (folders > 0) {
        throw UsageError("files and folders are mixed; give the files of one story, or one folder a version");
    }
    if (!list.file.empty()) throw UsageError("--stories is for folders; these files are one story already");
    MatchedStories matched;
    matched.versions = versions;
    matched.stories.push_back({versions.front().stem().string(), versions});
    return matched;
}

}  // namespace hexapla
