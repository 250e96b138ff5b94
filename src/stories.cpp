#include "stories.hpp"

#include <algorithm>
#include <map>
#include <system_error>

#include "command.hpp"
#include "errors.hpp"

namespace hexapla {
namespace {

namespace fs = std::filesystem;
using Stems = std::map<std::string, fs::path>;

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
        if (!at->is_regular_file() || file.filename().string().front() == '.') continue;
        const auto [entry, is_new] = stems.emplace(file.stem().string(), file);
        if (!is_new) {
            const auto [first, second] = std::minmax(entry->second, file);
            throw InputError(folder.string() + ": two files of one stem, " + first.filename().string() +
                             " and " + second.filename().string() + "; rename one or take it out");
        }
    }
    if (error) throw InputError(folder.string() + ": cannot be read: " + error.message());
    return stems;
}

MatchedStories match_folders(const std::vector<fs::path>& folders) {
    std::vector<Stems> all;
    for (const fs::path& folder : folders) all.push_back(stems_of(folder));
    MatchedStories matched;
    matched.from_folders = true;
    const auto everywhere = [&](const std::string& stem) {
        return std::all_of(all.begin(), all.end(),
                           [&](const Stems& stems) { return stems.count(stem) != 0; });
    };
    for (const auto& [stem, file] : all.front()) {
        if (!everywhere(stem)) continue;
        Story& story = matched.stories.emplace_back(Story{stem, {}});
        for (const Stems& stems : all) story.files.push_back(stems.at(stem));
    }
    for (const Stems& stems : all) {
        for (const auto& [stem, file] : stems) {
            if (!everywhere(stem)) matched.unmatched.push_back(file);
        }
    }
    if (matched.stories.empty()) {
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
