#include "destination.hpp"

#include <algorithm>
#include <map>

#include "command.hpp"

namespace hexapla {
namespace {

namespace fs = std::filesystem;

std::string base_of(const std::string& tag) { return tag.substr(0, tag.find('-')); }

/// news.tmx.gz with "de-ru" is news.de-ru.tmx.gz.
fs::path with_middle(const fs::path& place, const std::string& middle) {
    std::string endings = place.extension().string();
    fs::path stem = place;
    stem.replace_extension();
    if (endings == ".gz") {
        endings = stem.extension().string() + endings;
        stem.replace_extension();
    }
    stem += "." + middle + endings;
    return stem;
}

std::vector<std::size_t> all_places(std::size_t count) {
    std::vector<std::size_t> places(count);
    for (std::size_t i = 0; i < count; ++i) places[i] = i;
    return places;
}

}  // namespace

Tool tool_of(const std::string& name) {
    if (name == "omegat") return Tool::omegat;
    if (name == "trados") return Tool::trados;
    if (name == "memoq") return Tool::memoq;
    throw UsageError("--for " + name +
                     ": give omegat, trados or memoq; other tools take the memory as it is");
}

bool wants_locales(Tool tool) { return tool == Tool::trados || tool == Tool::memoq; }

std::size_t most_characters(Tool tool) { return tool == Tool::trados ? long_variant : 0; }

bool Destination::parts_pairs(std::size_t versions) const {
    return per_pair || ((wants_locales(tool) || format == Format::xliff) && versions > 2);
}

std::vector<MemoryFile> memory_files(const Destination& destination, const std::string& story,
                                     const std::vector<std::string>& tags) {
    const fs::path whole =
        story.empty() ? fs::path(destination.output) : fs::path(destination.output) / (story + ".tmx");
    std::vector<MemoryFile> files;
    if (destination.parts_pairs(tags.size())) {
        for (std::size_t a = 0; a < tags.size(); ++a) {
            for (std::size_t b = a + 1; b < tags.size(); ++b)
                files.push_back({with_middle(whole, tags[a] + "-" + tags[b]), {a, b}});
        }
        return files;
    }
    const std::vector<std::size_t> places = all_places(tags.size());
    if (destination.tool != Tool::omegat) return {{whole, places}};
    const auto has_sister = [&](std::size_t place) {
        return std::any_of(places.begin(), places.end(), [&](std::size_t other) {
            return other != place && base_of(tags[other]) == base_of(tags[place]);
        });
    };
    MemoryFile main{whole, {}};
    for (const std::size_t place : places) {
        if (place > 0 && has_sister(place)) {
            files.push_back({with_middle(whole, tags[place]), {0, place}});
        } else {
            main.versions.push_back(place);
        }
    }
    if (main.versions.size() > 1) files.insert(files.begin(), main);
    return files;
}

std::vector<std::vector<std::string>> mixed_languages(const std::vector<std::string>& tags) {
    std::map<std::string, std::vector<std::string>> by_base;
    for (const std::string& tag : tags) by_base[base_of(tag)].push_back(tag);
    std::vector<std::vector<std::string>> mixed;
    for (auto& [base, of_base] : by_base) {
        if (of_base.size() > 1) mixed.push_back(std::move(of_base));
    }
    return mixed;
}

AlignedStory with_versions(const AlignedStory& story, const std::vector<std::size_t>& places,
                           const UnitOptions& options) {
    AlignedStory part{story.name, {}, {}, {}};
    std::map<std::size_t, std::size_t> index;  // in the story -> in the part
    for (std::size_t v = 0; v < story.versions.size(); ++v) {
        if (std::find(places.begin(), places.end(), story.versions[v].place) == places.end()) continue;
        index.emplace(v, part.versions.size());
        part.versions.push_back(story.versions[v]);
    }
    if (part.versions.size() < 2) return part;
    const bool is_pair = part.versions.size() == 2;
    for (const AlignedPair& pair : is_pair ? woven_pairs(story.versions, story.pairs) : story.pairs) {
        const auto source = index.find(pair.source);
        const auto target = index.find(pair.target);
        if (source == index.end() || target == index.end()) continue;
        part.pairs.push_back({source->second, target->second, pair.alignment, pair.candidates});
    }
    part.made = make_units(part.versions, part.pairs, options);
    return part;
}

}  // namespace hexapla
