#include "pages/text.hpp"

#include <string>
#include <utility>

#include "align/unicode.hpp"
#include "pages/characters.hpp"
#include "pages/lines.hpp"

namespace pages {

Article read_text(std::string_view text) {
    const std::vector<Line> lines = split_lines(text);
    const bool blank_lines_part = has_gaps(lines);
    Article article;
    for (const Line& line : lines) {
        if (article.blocks.empty() || line.after_gap || !blank_lines_part) article.blocks.emplace_back();
        append_line(article.blocks.back().text, line.text);
    }
    return article;
}

}  // namespace pages
