#include "pages/block_languages.hpp"

#include "align/unicode.hpp"
#include "pages/language.hpp"

namespace pages {
namespace {

constexpr std::size_t least_text = 40;     // code points: in fewer, words of another language may be names
constexpr std::size_t most_blocks = 2000;  // no article has more: looking at each would take seconds

}  // namespace

void mark_languages(Article& article) {
    using align::BlockKind;
    if (article.blocks.size() > most_blocks) return;
    for (ArticleBlock& block : article.blocks) {
        if (block.kind == BlockKind::chrome || block.kind == BlockKind::byline || !block.lang.empty())
            continue;
        if (align::count_code_points(block.text) < least_text) continue;
        const auto detected = detect_block_language(block.text);
        if (detected && !detected->edition.empty() && !are_alike(detected->edition, article.edition))
            block.lang = detected->edition;
    }
}

}  // namespace pages
