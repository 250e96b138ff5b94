#include "pages/alphabets.hpp"

#include <unicode/uchar.h>
#include <unicode/uscript.h>

#include <algorithm>
#include <map>

#include "align/unicode.hpp"

namespace pages {
namespace {

/// The script of most letters; USCRIPT_INVALID_CODE where there are none.
UScriptCode script_of(const std::string& text) {
    std::map<UScriptCode, std::size_t> letters;
    for (const char32_t c : align::to_code_points(text)) {
        if (u_isalpha(static_cast<UChar32>(c)) == 0) continue;
        UErrorCode status = U_ZERO_ERROR;
        const UScriptCode script = uscript_getScript(static_cast<UChar32>(c), &status);
        if (U_SUCCESS(status) && script != USCRIPT_COMMON && script != USCRIPT_INHERITED) ++letters[script];
    }
    const auto most = std::max_element(letters.begin(), letters.end(),
                                       [](const auto& a, const auto& b) { return a.second < b.second; });
    return most == letters.end() ? USCRIPT_INVALID_CODE : most->first;
}

}  // namespace

std::string second_alphabet(const Article& article) {
    std::map<UScriptCode, std::size_t> blocks;
    std::size_t all = 0;
    for (const ArticleBlock& block : article.blocks) {
        using align::BlockKind;
        if (block.kind == BlockKind::chrome || block.kind == BlockKind::byline) continue;
        const UScriptCode script = script_of(block.text);
        if (script == USCRIPT_INVALID_CODE) continue;
        ++blocks[script];
        ++all;
    }
    std::vector<std::pair<std::size_t, UScriptCode>> by_count;
    for (const auto& [script, count] : blocks) by_count.emplace_back(count, script);
    std::sort(by_count.rbegin(), by_count.rend());
    constexpr std::size_t least_blocks = 2;
    constexpr std::size_t least_share = 8;  // one in so many
    if (by_count.size() < 2 || by_count[1].first < least_blocks || by_count[1].first * least_share < all)
        return {};
    return std::to_string(by_count[1].first) + " of its " + std::to_string(all) + " blocks are in " +
           uscript_getName(by_count[1].second) + " letters, the others in " +
           uscript_getName(by_count[0].second);
}

}  // namespace pages
