#include "align/segmenter.hpp"

#include <stdexcept>
#include <utility>

#include "align/boundaries.hpp"
#include "align/unicode.hpp"

namespace align {
namespace {

bool stays_whole(BlockKind kind) {
    switch (kind) {
        case BlockKind::headline:
        case BlockKind::kicker:
        case BlockKind::subhead:
        case BlockKind::caption:
        case BlockKind::line:
        case BlockKind::byline:
            return true;
        case BlockKind::lead:
        case BlockKind::paragraph:
        case BlockKind::list:
        case BlockKind::chrome:
            return false;
    }
    return false;
}

ByteRange trimmed(std::string_view text, ByteRange bytes) {
    const std::string_view piece = text.substr(bytes.begin, bytes.size());
    const std::string_view kept = trim(piece);
    const std::size_t begin = bytes.begin + static_cast<std::size_t>(kept.data() - piece.data());
    return {begin, begin + kept.size()};
}

}  // namespace

std::vector<std::size_t> sentence_boundaries(std::string_view paragraph, std::string_view language) {
    std::vector<std::size_t> ends;
    decide_boundaries(paragraph, language, [&](const Boundary& boundary) {
        if (boundary.cut) ends.push_back(boundary.offset);
    });
    return ends;
}

Document segment(std::string language, std::string text, std::vector<Block> blocks, const SrxCutter* srx) {
    const auto cut = [&](std::string_view block) {
        return srx == nullptr ? sentence_boundaries(block, language) : srx->boundaries(block);
    };
    std::vector<Segment> segments;
    for (std::size_t index = 0; index < blocks.size(); ++index) {
        const ByteRange bytes = blocks[index].bytes;
        if (bytes.begin > bytes.end || bytes.end > text.size()) {
            throw std::invalid_argument("segment: bad range of block " + std::to_string(index));
        }
        const std::string_view block = std::string_view(text).substr(bytes.begin, bytes.size());
        const std::vector<std::size_t> ends =
            stays_whole(blocks[index].kind) ? std::vector<std::size_t>{block.size()} : cut(block);
        std::size_t begin = 0;
        for (const std::size_t end : ends) {
            const ByteRange sentence = trimmed(text, {bytes.begin + begin, bytes.begin + end});
            if (!sentence.empty()) segments.push_back({sentence, index});
            begin = end;
        }
    }
    return {std::move(language), std::move(text), std::move(blocks), std::move(segments)};
}

}  // namespace align
