#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "align/document.hpp"
#include "align/srx_rules.hpp"

namespace align {

/// The ends of the sentences of a paragraph, as byte offsets in ascending order; the last is the end of the
/// text. The white space after a sentence belongs to it. A line feed ends a sentence.
std::vector<std::size_t> sentence_boundaries(std::string_view paragraph, std::string_view language);

/// Cuts a text into sentences, block by block: no sentence crosses a block. Headlines, kickers, subheads,
/// captions and bylines stay whole. Blocks of chrome are cut like the others; leave them out if unwanted.
/// `srx`: the rules of an SRX file to cut by; null: our own. Throws std::invalid_argument as Document does,
/// and SrxRuleFailure.
Document segment(std::string language, std::string text, std::vector<Block> blocks,
                 const SrxCutter* srx = nullptr);

}  // namespace align
