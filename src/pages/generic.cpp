#include "pages/generic.hpp"

#include <algorithm>
#include <cstddef>
#include <string>
#include <utility>

#include "align/unicode.hpp"
#include "pages/characters.hpp"
#include "pages/html_layouts.hpp"
#include "pages/ways.hpp"

namespace pages {
namespace {

using align::BlockKind;

constexpr std::size_t least_sure_paragraph = 80;  // code points; half of it where a character is a word
constexpr std::size_t least_known_text = 200;     // bytes of a text that JSON-LD holds
constexpr double least_shared = 0.6;              // of that text in the blocks, for them to be it

bool is_text(BlockKind kind) {
    return kind == BlockKind::paragraph || kind == BlockKind::list || kind == BlockKind::subhead;
}

/// Whether a text ends as sentences do, closing quotes and brackets aside.
bool ends_with_stop(std::string_view text) {
    while (!text.empty() && is_closer(last_code_point(text))) text = align::trim(without_last(text));
    const char32_t last = last_code_point(text);
    return is_stop(last) || is_question_mark(last);
}

/// A sentence or more of some length: nothing but an article has such.
bool is_sure(const ArticleBlock& block) {
    const bool dense = any_of(block.text, is_cjk);
    return block.kind == BlockKind::paragraph && ends_with_stop(block.text) &&
           align::count_code_points(block.text) >= least_sure_paragraph / (dense ? 2 : 1);
}

/// Before the first sure paragraph and behind the last one what is no sentence is dates, tags and links.
void trim_ends(std::vector<ArticleBlock>& blocks) {
    const auto first = std::find_if(blocks.begin(), blocks.end(), is_sure);
    if (first == blocks.end()) return;
    const auto last = std::find_if(blocks.rbegin(), blocks.rend(), is_sure).base();
    for (auto block = blocks.begin(); block != blocks.end(); ++block) {
        if (block >= first && block < last) continue;
        if (is_text(block->kind) && (block->kind != BlockKind::paragraph || !ends_with_stop(block->text)))
            block->kind = BlockKind::chrome;
    }
}

/// Keeps what is in the known text; false where most of that is in no block.
bool keep_known(std::vector<ArticleBlock>& blocks, const std::string& known) {
    std::size_t shared = 0;
    std::vector<ArticleBlock*> others;
    for (ArticleBlock& block : blocks) {
        if (!is_text(block.kind)) continue;
        if (known.find(squeeze(block.text)) == known.npos) {
            others.push_back(&block);
        } else {
            shared += block.text.size();
        }
    }
    if (static_cast<double>(shared) < least_shared * static_cast<double>(known.size())) return false;
    for (ArticleBlock* block : others) block->kind = BlockKind::chrome;
    return true;
}

/// The blocks of a layout without those in elements that name themselves boxes, unless half of the article
/// would go with them, as where a frame around it is called "with-sidebar".
std::vector<ArticleBlock> read_without_boxes(HtmlNode page, HtmlLayout layout) {
    const auto sure_bytes = [](const std::vector<ArticleBlock>& blocks) {
        std::size_t bytes = 0;
        for (const ArticleBlock& block : blocks) bytes += is_sure(block) ? block.text.size() : 0;
        return bytes;
    };
    std::vector<ArticleBlock> all = read_blocks(page, layout);
    layout.named_boxes = true;
    std::vector<ArticleBlock> some = read_blocks(page, layout);
    return sure_bytes(some) * 2 >= sure_bytes(all) ? std::move(some) : std::move(all);
}

void add_lines(std::string_view text, std::vector<ArticleBlock>& blocks) {
    while (!text.empty()) {
        const std::size_t end = std::min(text.find('\n'), text.size());
        if (std::string line = squeeze(text.substr(0, end)); !line.empty())
            blocks.push_back({BlockKind::paragraph, std::move(line)});
        text.remove_prefix(std::min(end + 1, text.size()));
    }
}

}  // namespace

void read_generic(HtmlNode page, const HtmlMetadata& metadata, Article& article) {
    if (const auto guess = guess_layout(page)) {
        article.blocks = read_without_boxes(page, guess->layout);
        article.way = way_generic;
        trim_ends(article.blocks);
    }
    if (metadata.text.size() < least_known_text) return;
    if (!keep_known(article.blocks, squeeze(metadata.text))) {
        for (ArticleBlock& block : article.blocks) {
            if (is_text(block.kind)) block.kind = BlockKind::chrome;
        }
        add_lines(metadata.text, article.blocks);
    }
    article.way = way_linked_data;
}

}  // namespace pages
