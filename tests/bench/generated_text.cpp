#include "generated_text.hpp"

#include <algorithm>
#include <optional>
#include <unordered_map>

namespace bench {
namespace {

struct Sentence {
    std::string text;
    std::optional<std::size_t> meaning;  // none: one version's own
};
using Version = std::vector<Sentence>;

/// Moves blocks of sentences to elsewhere, one by one.
void move_blocks(Chance& chance, Version& version, const EditOptions& options) {
    for (std::size_t moved = 0; moved < version.size() / options.block_in; ++moved) {
        const std::size_t begin = chance.below(version.size() - options.block - options.farthest);
        const std::size_t distance = options.block + chance.below(options.farthest - options.block);
        const auto first = version.begin() + static_cast<std::ptrdiff_t>(begin);
        const auto middle =
            first + static_cast<std::ptrdiff_t>(chance.happens(0.5) ? options.block : distance);
        const auto last = first + static_cast<std::ptrdiff_t>(options.block + distance);
        std::rotate(first, middle, last);  // the block to the end, or the end's block to the front
    }
}

std::vector<std::string> texts_of(Version& version) {
    std::vector<std::string> texts;
    for (Sentence& sentence : version) texts.push_back(std::move(sentence.text));
    return texts;
}

}  // namespace

TextMaker::TextMaker(std::string_view source, std::string_view target, std::uint64_t seed,
                     EditOptions options)
    : options_(options), chance_(seed), wording_(source, target) {}

GeneratedPair TextMaker::make(std::size_t sentences) {
    std::array<Version, 2> versions;
    wording_.begin_article();
    for (std::size_t number = 0; std::min(versions[0].size(), versions[1].size()) < sentences; ++number) {
        const Meaning meaning = wording_.draw(chance_);
        for (std::size_t side = 0; side < versions.size(); ++side) {
            if (!chance_.happens(options_.dropped))
                versions[side].push_back({wording_.say(chance_, meaning, side), number});
            if (chance_.happens(options_.added))
                versions[side].push_back({wording_.say(chance_, wording_.draw(chance_), side), std::nullopt});
        }
    }
    for (Version& version : versions) version.resize(sentences);
    move_blocks(chance_, versions[1], options_);
    std::unordered_map<std::size_t, std::size_t> places;
    for (std::size_t j = 0; j < sentences; ++j) {
        if (versions[1][j].meaning) places.emplace(*versions[1][j].meaning, j);
    }
    GeneratedPair pair;
    for (std::size_t i = 0; i < sentences; ++i) {
        if (!versions[0][i].meaning) continue;
        const auto place = places.find(*versions[0][i].meaning);
        if (place != places.end()) pair.gold.push_back({{i}, {place->second}, {}, 0});
    }
    pair.source = texts_of(versions[0]);
    pair.target = texts_of(versions[1]);
    return pair;
}

}  // namespace bench
