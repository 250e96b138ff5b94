#include "pages/article_text.hpp"

#include <optional>

namespace pages {
namespace {

using align::BlockKind;

/// What a block is in the text; none: it is not in it.
std::optional<BlockKind> kind_in_text(const ArticleBlock& block, bool captions) {
    BlockKind kind = block.kind;
    if (kind == BlockKind::line) kind = block.likelihood >= 0.5 ? BlockKind::subhead : BlockKind::caption;
    if (kind == BlockKind::chrome || kind == BlockKind::byline) return std::nullopt;
    if (kind == BlockKind::caption && !captions) return std::nullopt;
    return kind;
}

}  // namespace

ArticleText article_text(const Article& article, bool captions) {
    ArticleText out;
    for (const ArticleBlock& block : article.blocks) {
        const auto kind = kind_in_text(block, captions);
        if (!kind) continue;
        if (!out.text.empty()) out.text += "\n\n";
        const std::size_t begin = out.text.size();
        out.text += block.text;
        out.blocks.push_back({*kind, {begin, out.text.size()}});
    }
    return out;
}

}  // namespace pages
