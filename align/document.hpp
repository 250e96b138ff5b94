#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "align/ranges.hpp"

namespace align {

/// What a block of an article is. Headlines, kickers and subheads are one segment each, whatever their stops;
/// so is a line: a short one of a page saved as text, of which it is not sure whether it is a subhead or a
/// caption.
enum class BlockKind { headline, kicker, lead, subhead, paragraph, caption, list, line, byline, chrome };

/// The name of a kind as it stands in files: "headline", "paragraph" …
std::string_view name_of(BlockKind kind);
/// The kind of that name; throws std::invalid_argument when there is none.
BlockKind block_kind_of(std::string_view name);

/// A paragraph, heading or the like: bytes [begin, end) of the text.
struct Block {
    BlockKind kind = BlockKind::paragraph;
    ByteRange bytes;
    friend bool operator==(const Block&, const Block&) = default;
};

/// A sentence or heading: bytes of the text that lie within one block.
struct Segment {
    ByteRange bytes;
    std::size_t block = 0;  ///< index of the block it lies in
    friend bool operator==(const Segment&, const Segment&) = default;
};

/// The language that a text's words and rules are looked up by: "sr-Cyrl" where a Serbian text is in
/// Cyrillic, else the language as it is. What counts is the first hundred letters.
std::string_view written_language(std::string_view language, std::string_view text);

/// The text of one article version with its blocks and segments.
///
/// The text is well-formed UTF-8 and is never rewritten: everything else is ranges into it. Blocks are in
/// order and do not overlap; segments are in order, not empty, do not overlap, and each lies in its block.
/// Between segments stands white space alone, so text and segments give the article back byte for byte.
///
///     text      "Rain. More rain.\n\nSun."
///     blocks    [0,16) [18,22)
///     segments  [0,5) [6,16) [18,22)
class Document {
  public:
    Document() = default;
    /// Takes a version's text. `language` is a BCP-47 tag ("de", "zh-Hans", "prs").
    /// Throws std::invalid_argument when an invariant above does not hold.
    Document(std::string language, std::string text, std::vector<Block> blocks,
             std::vector<Segment> segments);

    [[nodiscard]] const std::string& language() const { return language_; }
    [[nodiscard]] const std::string& text() const { return text_; }
    [[nodiscard]] const std::vector<Block>& blocks() const { return blocks_; }
    [[nodiscard]] const std::vector<Segment>& segments() const { return segments_; }

    [[nodiscard]] std::string_view text_of(const Segment& segment) const { return text_of(segment.bytes); }
    [[nodiscard]] std::string_view text_of(ByteRange bytes) const {
        return std::string_view(text_).substr(bytes.begin, bytes.size());
    }
    [[nodiscard]] BlockKind kind_of(const Segment& segment) const { return blocks_[segment.block].kind; }

  private:
    std::string language_;
    std::string text_;
    std::vector<Block> blocks_;
    std::vector<Segment> segments_;
};

/// A document of one paragraph block whose segments are the given lines, in order (pre-segmented input).
/// Lines are joined by line feeds; a line that is empty or white space alone still counts as a segment of
/// the input, so it is refused: throws std::invalid_argument.
Document document_of_lines(std::string language, const std::vector<std::string>& lines);

}  // namespace align
