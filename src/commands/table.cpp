#include <array>

#include "command.hpp"
#include "commands/align.hpp"
#include "commands/eval.hpp"
#include "commands/extract.hpp"
#include "commands/lexicon.hpp"
#include "commands/links.hpp"
#include "commands/list_editions.hpp"
#include "commands/segment.hpp"
#include "commands/tmx.hpp"
#include "commands/tmx_check.hpp"

namespace hexapla {

std::span<const CommandEntry> command_table() {
    static constexpr std::array table = {
        align_entry,     links_entry,     segment_entry,   extract_entry,    lexicon_entry,
        tmx_check_entry, tmx_stats_entry, tmx_clean_entry, tmx_filter_entry, tmx_dedupe_entry,
        tmx_merge_entry, tmx_split_entry, tmx_diff_entry,  tmx_retag_entry,  tmx_convert_entry,
        editions_entry,  eval_entry};
    return table;
}

}  // namespace hexapla
