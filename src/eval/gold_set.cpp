#include "eval/gold_set.hpp"

#include <algorithm>
#include <system_error>
#include <unordered_map>

#include "errors.hpp"
#include "eval/text_file.hpp"

namespace eval {

namespace fs = std::filesystem;

std::vector<std::string> document_names(const GoldSet& set) {
    const fs::path folder = set.folder / "sents" / set.source;
    std::vector<std::string> names;
    std::error_code error;
    for (const auto& entry : fs::directory_iterator(folder, error)) {
        if (entry.path().extension() == ".tsv") names.push_back(entry.path().stem().string());
    }
    if (names.empty()) {
        throw hexapla::InputError(
            folder.string() +
            ": no gold sentences (*.tsv) there; give one variant of a set, as SETS/edited, "
            "and a tag that has a folder in its 'sents'");
    }
    std::sort(names.begin(), names.end());
    return names;
}

std::vector<align::GoldSentence> read_sentences(const GoldSet& set, const std::string& tag,
                                                const std::string& name) {
    const fs::path path = set.folder / "sents" / tag / (name + ".tsv");
    const std::string text = read_text(path);
    std::vector<align::GoldSentence> sentences;
    std::size_t number = 0;
    for (const std::string_view line : lines_of(text)) {
        ++number;
        if (line.empty()) continue;
        const std::size_t tab = line.find('\t');
        if (tab == std::string_view::npos) {
            throw hexapla::InputError(path.string() + ":" + std::to_string(number) +
                                      ": no tab; a line is ID<tab>sentence");
        }
        sentences.push_back({std::string(line.substr(0, tab)), std::string(line.substr(tab + 1))});
    }
    return sentences;
}

std::vector<align::LinkLine> links_of_ids(const std::vector<align::GoldSentence>& source,
                                          const std::vector<align::GoldSentence>& target) {
    std::unordered_map<std::string, std::size_t> place;
    for (std::size_t i = 0; i < target.size(); ++i) {
        if (!target[i].id.starts_with('x')) place[target[i].id] = i;
    }
    std::vector<align::LinkLine> links;
    for (std::size_t i = 0; i < source.size(); ++i) {
        const auto partner = place.find(source[i].id);
        if (partner != place.end()) links.push_back({{i}, {partner->second}, {}, 0});
    }
    return links;
}

}  // namespace eval
