#include "pages/article_text.hpp"

namespace pages {

ArticleText article_text(const Article& article) {
    ArticleText out;
    for (const ArticleBlock& block : article.blocks) {
        if (block.kind == align::BlockKind::chrome || block.kind == align::BlockKind::byline) continue;
        if (!out.text.empty()) out.text += "\n\n";
        const std::size_t begin = out.text.size();
        out.text += block.text;
        out.blocks.push_back({block.kind, {begin, out.text.size()}});
    }
    return out;
}

}  // namespace pages
