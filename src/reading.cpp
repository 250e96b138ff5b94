#include "reading.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>

#include "align/segmenter.hpp"
#include "align/unicode.hpp"
#include "editions.hpp"
#include "errors.hpp"
#include "limits.hpp"
#include "pages/article_text.hpp"
#include "parallel.hpp"

namespace fs = std::filesystem;

namespace hexapla {
namespace {

/// An id may come from a file's name, which need not be UTF-8: then its bytes beyond ASCII become
/// underscores.
std::string as_utf8(std::string id) {
    if (align::find_malformed(id)) {
        std::replace_if(
            id.begin(), id.end(), [](unsigned char c) { return c >= 0x80; }, '_');
    }
    return id;
}

/// The edition that most stories have at a place; of several, the one met first.
std::string commonest_tag(const std::vector<AlignedStory>& stories, std::size_t place) {
    std::map<std::string, std::size_t> counts;
    std::string commonest;
    for (const AlignedStory& story : stories) {
        for (const Version& version : story.versions) {
            if (version.place == place) ++counts[version.tag];
        }
    }
    for (const AlignedStory& story : stories) {
        for (const Version& version : story.versions) {
            if (version.place != place) continue;
            if (commonest.empty() || counts[version.tag] > counts[commonest]) commonest = version.tag;
        }
    }
    return commonest;
}

/// The tag that rules to cut by are looked up with: what the user says, in the words of their CAT tool.
const std::string& cutting_tag(const std::string& written_tag, const std::string& edition_tag) {
    return written_tag.empty() ? edition_tag : written_tag;
}

/// Stories with fewer than two versions left are none.
void drop_single(std::vector<AlignedStory>& stories, const std::string& why) {
    std::erase_if(stories, [](const AlignedStory& story) { return story.versions.size() < 2; });
    if (stories.empty()) throw InputError(why);
}

/// A memory has one language a version.
void refuse_odd_languages(std::vector<AlignedStory>& stories, const std::vector<fs::path>& names,
                          Notices& notices) {
    for (std::size_t place = 0; place < names.size(); ++place) {
        const std::string common = commonest_tag(stories, place);
        for (AlignedStory& story : stories) {
            std::erase_if(story.versions, [&](const Version& version) {
                if (version.place != place || version.tag == common) return false;
                notices.refuse(fmt::format("{}: {} is {} where most are {}; name the versions with --langs",
                                           names[place].string(), story.name, version.tag, common));
                return true;
            });
        }
        drop_single(stories, "no story is in the same languages as others; see above");
    }
    std::set<std::string> seen;
    const std::vector<std::string> tags = tags_of(stories);
    for (std::size_t place = 0; place < tags.size(); ++place) {
        if (!tags[place].empty() && !seen.insert(tags[place]).second) {
            throw InputError(fmt::format("{}: is {} like another version; name the versions with --langs",
                                         names[place].string(), tags[place]));
        }
    }
}

}  // namespace

VersionReading read_version(const std::filesystem::path& file, const pages::ReadOptions& options,
                            const std::string& written_tag, const SrxFileRules* srx) {
    VersionReading reading;
    try {
        pages::PageReading page = pages::read_page(file, options);
        reading.warnings = std::move(page.warnings);
        Version version;
        version.article = std::move(page.article);
        version.article.id = as_utf8(std::move(version.article.id));
        version.tag = version.article.edition;
        const Edition* edition = find_edition(version.tag);
        version.tmx_tag = !written_tag.empty() ? written_tag
                          : edition != nullptr ? std::string(edition->tmx_tag)
                                               : version.tag;
        pages::ArticleText text = pages::article_text(version.article, options.captions);
        const align::SrxCutter* const cutter =
            srx == nullptr ? nullptr : srx->cutter(cutting_tag(written_tag, version.tag));
        version.document = align::segment(version.tag, std::move(text.text), std::move(text.blocks), cutter);
        const std::size_t segments = version.document.segments().size();
        if (segments == 0) throw InputError(file.string() + ": holds no sentence; is it an article?");
        if (segments > most_segments) {
            throw InputError(fmt::format("{}: holds {} sentences, more than the {} of an article; split it",
                                         file.string(), segments, most_segments));
        }
        reading.version = std::move(version);
    } catch (const InputError& error) {
        reading.error = error.what();
    } catch (const align::SrxRuleFailure& failure) {
        reading.error = file.string() + ": cannot be cut: " + srx->failure(failure).what();
    }
    return reading;
}

std::vector<VersionReading> read_versions(const std::vector<VersionRequest>& requests, int jobs,
                                          Progress& progress) {
    std::vector<VersionReading> readings(requests.size());
    progress.begin("reading", requests.size());
    for_each(requests.size(), jobs, [&](std::size_t i) {
        readings[i] =
            read_version(requests[i].file, requests[i].options, requests[i].written_tag, requests[i].srx);
        progress.advance();
    });
    progress.end();
    return readings;
}

std::vector<AlignedStory> read_stories(const MatchedStories& matched, const VersionOptions& options, int jobs,
                                       Progress& progress, Notices& notices) {
    std::vector<VersionRequest> requests;
    for (const Story& story : matched.stories) {
        for (std::size_t place = 0; place < story.files.size(); ++place) {
            if (story.files[place].empty()) continue;
            VersionRequest& request = requests.emplace_back();
            request.file = story.files[place];
            request.options = options.read;
            request.srx = options.srx;
            if (!options.languages.empty()) {
                request.options.edition = options.languages[place];
                request.written_tag = options.written_tags[place];
            } else if (matched.from_folders) {
                const Edition* edition = find_edition(matched.versions[place].filename().string());
                if (edition != nullptr) request.options.edition = edition->tag;
            }
        }
    }
    std::vector<VersionReading> readings = read_versions(requests, jobs, progress);
    std::vector<AlignedStory> stories;
    auto reading = readings.begin();
    for (const Story& story : matched.stories) {
        AlignedStory& read = stories.emplace_back();
        read.name = story.name;
        for (std::size_t place = 0; place < story.files.size(); ++place) {
            if (story.files[place].empty()) continue;
            for (const std::string& warning : reading->warnings) notices.warn(warning);
            if (!reading->error.empty()) notices.refuse(reading->error);
            if (reading->version) {
                if (options.srx != nullptr) {
                    const std::string& written =
                        requests[static_cast<std::size_t>(reading - readings.begin())].written_tag;
                    options.srx->warn(cutting_tag(written, reading->version->tag), notices);
                }
                if (options.locales && (options.written_tags.empty() || options.written_tags[place].empty()))
                    reading->version->tmx_tag = find_edition(reading->version->tag)->locale;
                read.versions.push_back(std::move(*reading->version));
                read.versions.back().place = place;
            }
            ++reading;
        }
    }
    drop_single(stories, "no story could be read in two versions; see above");
    refuse_odd_languages(stories, matched.versions, notices);
    return stories;
}

std::vector<std::string> tags_of(const std::vector<AlignedStory>& stories, bool of_edition) {
    std::vector<std::string> tags;
    for (const AlignedStory& story : stories) {
        for (const Version& version : story.versions) {
            if (tags.size() <= version.place) tags.resize(version.place + 1);
            tags[version.place] = of_edition ? version.tag : version.tmx_tag;
        }
    }
    return tags;
}

}  // namespace hexapla
