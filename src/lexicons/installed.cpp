#include "lexicons/installed.hpp"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <optional>
#include <set>
#include <system_error>
#include <unordered_map>
#include <unordered_set>
#include <utility>

#include "align/unicode.hpp"
#include "errors.hpp"
#include "lexicons/dictd.hpp"

namespace lexicons {
namespace {

namespace fs = std::filesystem;
using Entries = std::vector<align::ListEntry>;

/// A dictionary as it is read for a pair of languages.
struct Reading {
    const Dictionary* dictionary = nullptr;
    bool reversed = false;

    [[nodiscard]] std::string name() const { return dictionary->name + (reversed ? " (reversed)" : ""); }
    /// Entries in the direction of the pair; `wanted` is asked about headwords.
    [[nodiscard]] Entries read(const Wanted& wanted) const {
        Entries entries = read_dictd(dictd_files(dictionary->index), wanted);
        return reversed ? lexicons::reversed(std::move(entries)) : entries;
    }
};

std::vector<Reading> readings(const std::vector<Dictionary>& dictionaries, const Languages& languages) {
    std::vector<Reading> found;
    for (const Dictionary& dictionary : dictionaries) {
        const Direction way = direction(dictionary.languages, languages);
        if (way != Direction::neither) found.push_back({&dictionary, way == Direction::reversed});
    }
    return found;
}

/// The one that gives most: its headwords are of the language asked about.
std::optional<Reading> best_reading(const std::vector<Dictionary>& dictionaries, const Languages& languages) {
    const std::vector<Reading> all = readings(dictionaries, languages);
    if (all.empty()) return std::nullopt;
    const auto straight =
        std::find_if(all.begin(), all.end(), [](const Reading& reading) { return !reading.reversed; });
    return straight == all.end() ? all.front() : *straight;
}

/// Two dictionaries that meet in a third language.
struct Joint {
    Reading from_source;  ///< source to third
    Reading to_target;    ///< third to target
};

std::optional<Joint> find_joint(const std::vector<Dictionary>& dictionaries, const Languages& languages) {
    std::vector<std::string> thirds = {"en", "de", "fr", "es", "ru"};
    std::set<std::string> others;
    for (const Dictionary& dictionary : dictionaries) {
        others.insert(dictionary.languages.source);
        others.insert(dictionary.languages.target);
    }
    thirds.insert(thirds.end(), others.begin(), others.end());
    for (const std::string& third : thirds) {
        if (nearness(third, languages.source) > 0 || nearness(third, languages.target) > 0) continue;
        const auto from = best_reading(dictionaries, {languages.source, third});
        const auto to = best_reading(dictionaries, {third, languages.target});
        if (from && to) return Joint{*from, *to};
    }
    return std::nullopt;
}

Entries join(const Entries& from_source, const Entries& to_target) {
    std::unordered_map<std::string, std::vector<std::string>> translations;
    for (const align::ListEntry& entry : to_target) {
        for (const std::string& third : entry.source) {
            auto& known = translations[align::fold(third)];
            for (const std::string& target : entry.target) {
                if (std::find(known.begin(), known.end(), target) == known.end()) known.push_back(target);
            }
        }
    }
    Entries joined;
    for (const align::ListEntry& entry : from_source) {
        std::vector<std::string> targets;
        for (const std::string& third : entry.target) {
            const auto known = translations.find(align::fold(third));
            if (known == translations.end() || known->second.size() > most_joined) continue;
            for (const std::string& target : known->second) {
                if (std::find(targets.begin(), targets.end(), target) == targets.end())
                    targets.push_back(target);
            }
        }
        if (!targets.empty() && targets.size() <= most_joined)
            joined.push_back({entry.source, std::move(targets), weight_of_joined, weight_of_joined});
    }
    return joined;
}

bool any_near(const std::vector<std::string>& forms, const NearWords& words) {
    return std::any_of(forms.begin(), forms.end(), [&](const std::string& form) { return words.has(form); });
}

Consulted consult_joint(const Joint& joint, const NearWords& source, const NearWords& target) {
    Consulted result{joint.from_source.name() + " with " + joint.to_target.name(), {}, ""};
    Entries from_source = joint.from_source.read(
        [&](std::string_view headword) { return joint.from_source.reversed || source.has(headword); });
    std::erase_if(from_source, [&](const align::ListEntry& e) { return !any_near(e.source, source); });
    std::unordered_set<std::string> thirds;
    for (const align::ListEntry& entry : from_source) {
        for (const std::string& third : entry.target) thirds.insert(align::fold(third));
    }
    const Entries to_target = joint.to_target.read([&](std::string_view headword) {
        return joint.to_target.reversed ? target.has(headword) : thirds.contains(align::fold(headword));
    });
    result.entries = join(from_source, to_target);
    return result;
}

/// The result, or why there is none.
template <class Look>
Consulted looked_up(const std::string& name, const Look& look) {
    try {
        return look();
    } catch (const hexapla::InputError& error) {
        return {name, {}, error.what()};
    }
}

}  // namespace

fs::path dictionaries_folder() {
    const char* named = std::getenv("HEXAPLA_DICTIONARIES");
    return named == nullptr || *named == '\0' ? "/usr/share/dictd" : named;
}

std::vector<Dictionary> installed_dictionaries(const fs::path& folder) {
    std::vector<Dictionary> found;
    std::error_code unreadable;
    for (const fs::directory_entry& file : fs::directory_iterator(folder, unreadable)) {
        if (file.path().extension() != ".index") continue;
        Languages languages = languages_of_name(file.path());
        if (!languages.empty())
            found.push_back({file.path().stem().string(), file.path(), std::move(languages)});
    }
    std::sort(found.begin(), found.end(),
              [](const Dictionary& a, const Dictionary& b) { return a.name < b.name; });
    return found;
}

std::vector<Consulted> consult(const std::vector<Dictionary>& dictionaries, const Languages& languages,
                               const NearWords& source, const NearWords& target) {
    std::vector<Consulted> results;
    for (const Reading& reading : readings(dictionaries, languages)) {
        results.push_back(looked_up(reading.name(), [&] {
            const NearWords& of_headwords = reading.reversed ? target : source;
            return Consulted{
                reading.name(),
                reading.read([&](std::string_view headword) { return of_headwords.has(headword); }), ""};
        }));
    }
    if (!results.empty()) return results;
    if (const auto joint = find_joint(dictionaries, languages)) {
        const std::string name = joint->from_source.name() + " with " + joint->to_target.name();
        results.push_back(looked_up(name, [&] { return consult_joint(*joint, source, target); }));
    }
    return results;
}

}  // namespace lexicons
