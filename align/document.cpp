#include "align/document.hpp"

#include <algorithm>
#include <array>
#include <stdexcept>
#include <utility>

#include "align/unicode.hpp"

namespace align {
namespace {

constexpr std::array<std::string_view, 10> kind_names = {"headline", "kicker", "lead", "subhead", "paragraph",
                                                         "caption",  "list",   "line", "byline",  "chrome"};

[[noreturn]] void refuse(const std::string& what, std::size_t index) {
    throw std::invalid_argument("Document: " + what + " " + std::to_string(index));
}

void check(const std::string& text, const std::vector<Block>& blocks, const std::vector<Segment>& segments) {
    if (const auto at = find_malformed(text)) refuse("the text is not UTF-8 at byte", *at);
    std::size_t end = 0;
    for (std::size_t i = 0; i < blocks.size(); ++i) {
        const ByteRange bytes = blocks[i].bytes;
        if (bytes.begin < end || bytes.end < bytes.begin || bytes.end > text.size())
            refuse("bad range of block", i);
        end = bytes.end;
    }
    end = 0;
    for (std::size_t i = 0; i < segments.size(); ++i) {
        const auto [bytes, block] = segments[i];
        if (block >= blocks.size()) refuse("no such block for segment", i);
        const ByteRange outer = blocks[block].bytes;
        if (bytes.empty() || bytes.begin < std::max(end, outer.begin) || bytes.end < bytes.begin ||
            bytes.end > outer.end) {
            refuse("bad range of segment", i);
        }
        if (!is_blank(std::string_view(text).substr(end, bytes.begin - end)))
            refuse("text lost before segment", i);
        end = bytes.end;
    }
    if (!is_blank(std::string_view(text).substr(end))) refuse("text lost after segment", segments.size());
}

}  // namespace

std::string_view name_of(BlockKind kind) { return kind_names.at(static_cast<std::size_t>(kind)); }

BlockKind block_kind_of(std::string_view name) {
    const auto found = std::find(kind_names.begin(), kind_names.end(), name);
    if (found == kind_names.end())
        throw std::invalid_argument("'" + std::string(name) + "' is not a kind of block");
    return static_cast<BlockKind>(found - kind_names.begin());
}

std::string_view written_language(std::string_view language, std::string_view text) {
    if (language != "sr") return language;
    constexpr int enough = 100;
    int cyrillic = 0;
    int latin = 0;
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        latin += (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') ? 1 : 0;
        cyrillic += byte == 0xD0 || byte == 0xD1 ? 1 : 0;  // what most Cyrillic letters begin with in UTF-8
        if (cyrillic + latin == enough) break;
    }
    return cyrillic > latin ? "sr-Cyrl" : language;
}

Document::Document(std::string language, std::string text, std::vector<Block> blocks,
                   std::vector<Segment> segments)
    : language_(std::move(language)),
      text_(std::move(text)),
      blocks_(std::move(blocks)),
      segments_(std::move(segments)) {
    check(text_, blocks_, segments_);
}

Document document_of_lines(std::string language, const std::vector<std::string>& lines) {
    std::string text;
    std::vector<Segment> segments;
    for (const std::string& line : lines) {
        if (!segments.empty()) text += '\n';
        if (is_blank(line))
            throw std::invalid_argument("line " + std::to_string(segments.size() + 1) + " is blank");
        segments.push_back({{text.size(), text.size() + line.size()}, 0});
        text += line;
    }
    std::vector<Block> blocks;
    if (!segments.empty()) blocks.push_back({BlockKind::paragraph, {0, text.size()}});
    return {std::move(language), std::move(text), std::move(blocks), std::move(segments)};
}

}  // namespace align
