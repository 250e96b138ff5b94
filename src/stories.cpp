#include "stories.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <system_error>

#include "command.hpp"
#include "errors.hpp"

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

MatchedStories match_folders(const std::vector<fs::path>& folders) {
    std::vector<Stems> all;
    std::set<std::string> stems;
    for (const fs::path& folder : folders) {
        for (const auto& [stem, files] : all.emplace_back(stems_of(folder))) stems.insert(stem);
    }
    MatchedStories matched;
    matched.from_folders = true;
    for (const std::string& stem : stems) {
        Story story{stem, {}};
        std::string bad;
        for (const Stems& of_version : all) {
            const auto found = of_version.find(stem);
            if (found == of_version.end()) continue;
            if (found->second.size() > 1 && bad.empty()) bad = two_of_one_stem(found->second);
            story.files.push_back(found->second.front());
        }
        if (story.files.size() < folders.size()) {
            matched.unmatched.insert(matched.unmatched.end(), story.files.begin(), story.files.end());
        } else if (!bad.empty()) {
            matched.bad.push_back(bad);
        } else {
            matched.stories.push_back(std::move(story));
        }
    }
    if (matched.stories.empty()) {
        if (!matched.bad.empty()) throw InputError(matched.bad.front());
        throw InputError(
            folders.front().string() +
            ": no file has the same stem in every folder; give files of one story the same name");
    }
    return matched;
}

}  // namespace

MatchedStories match_stories(const std::vector<fs::path>& versions) {
    if (versions.size() < 2) throw UsageError("two versions at least are needed: two files, or two folders");
    refuse_repeated(versions);
    std::size_t folders = 0;
    for (const fs::path& version : versions) {
        std::error_code error;
        const fs::file_status status = fs::status(version, error);
        if (!fs::exists(status)) throw InputError(version.string() + ": is not there; check the name");
        if (fs::is_directory(status)) ++folders;
    }
    if (folders == versions.size()) return match_folders(versions);
    if (folders > 0) {
        throw UsageError("files and folders are mixed; give the files of one story, or one folder a version");
    }
    MatchedStories matched;
    matched.stories.push_back({versions.front().stem().string(), versions});
    return matched;
}

}  // namespace hexapla
