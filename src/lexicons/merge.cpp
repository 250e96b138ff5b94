#include "lexicons/merge.hpp"

#include <algorithm>
#include <stdexcept>
#include <unordered_map>
#include <utility>

namespace lexicons {

std::vector<align::ListEntry> single_pairs(const std::vector<align::ListEntry>& entries) {
    std::vector<align::ListEntry> pairs;
    std::unordered_map<std::string, std::size_t> places;
    for (const align::ListEntry& entry : entries) {
        for (const std::string& source : entry.source) {
            for (const std::string& target : entry.target) {
                const auto [place, is_new] = places.emplace(source + '\t' + target, pairs.size());
                if (is_new) {
                    pairs.push_back({{source}, {target}, entry.forward, entry.backward});
                } else {
                    align::ListEntry& known = pairs[place->second];
                    known.forward = std::max(known.forward, entry.forward);
                    known.backward = std::max(known.backward, entry.backward);
                }
            }
        }
    }
    return pairs;
}

void merge(WordFile& words, const WordFile& more) {
    const Direction way = direction(more.languages, words.languages);
    if (way == Direction::neither) throw std::invalid_argument("merge: lexicons of other languages");
    std::vector<align::ListEntry> added = way == Direction::reversed ? reversed(more.entries) : more.entries;
    words.entries.insert(words.entries.end(), std::make_move_iterator(added.begin()),
                         std::make_move_iterator(added.end()));
    words.entries = single_pairs(words.entries);
}

}  // namespace lexicons
