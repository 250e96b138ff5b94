#pragma once

#include <string>
#include <vector>

#include "memory.hpp"
#include "units.hpp"

/// Versions, alignments and stories written down in a line, for tests.
namespace made {

/// A version with these blocks, each a list of sentences, which are joined by spaces (Chinese: by nothing).
inline hexapla::Version version(const std::string& tag, const std::vector<std::vector<std::string>>& blocks,
                                align::BlockKind first = align::BlockKind::paragraph) {
    std::string text;
    std::vector<align::Block> placed;
    std::vector<align::Segment> segments;
    for (const auto& sentences : blocks) {
        if (!text.empty()) text += "\n\n";
        const std::size_t begin = text.size();
        for (const std::string& sentence : sentences) {
            if (text.size() > begin && !tag.starts_with("zh")) text += ' ';
            segments.push_back({{text.size(), text.size() + sentence.size()}, placed.size()});
            text += sentence;
        }
        placed.push_back({placed.empty() ? first : align::BlockKind::paragraph, {begin, text.size()}});
    }
    hexapla::Version made;
    made.tag = tag;
    made.tmx_tag = tag;
    made.article.id = "4711";
    made.article.edition = tag;
    made.article.date = "2016-02-23";
    made.document = align::Document(tag, text, placed, segments);
    return made;
}

/// Segments [a, b) with segments [c, d).
inline align::Bead bead(std::size_t a, std::size_t b, std::size_t c, std::size_t d, double probability) {
    return {{a, b}, {c, d}, probability};
}

/// The first version aligned with each other one; nothing is a candidate for anything.
inline std::vector<hexapla::AlignedPair> with_first(const std::vector<align::Alignment>& alignments) {
    std::vector<hexapla::AlignedPair> pairs;
    for (std::size_t i = 0; i < alignments.size(); ++i) pairs.push_back({0, i + 1, alignments[i], {}});
    return pairs;
}

inline hexapla::StoryUnits units(const std::vector<hexapla::Version>& versions,
                                 const std::vector<align::Alignment>& alignments,
                                 const hexapla::UnitOptions& options = {}) {
    return hexapla::make_units(versions, with_first(alignments), options);
}

/// A story whose units are made with the options.
inline hexapla::AlignedStory story(const std::string& name, std::vector<hexapla::Version> versions,
                                   const std::vector<align::Alignment>& alignments,
                                   const hexapla::UnitOptions& options = {}) {
    for (std::size_t place = 0; place < versions.size(); ++place) versions[place].place = place;
    hexapla::AlignedStory made{name, std::move(versions), with_first(alignments), {}};
    made.made = hexapla::make_units(made.versions, made.pairs, options);
    return made;
}

}  // namespace made
