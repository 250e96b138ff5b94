#include <array>

#include "command.hpp"
#include "commands/align.hpp"
#include "commands/eval.hpp"
#include "commands/extract.hpp"
#include "commands/lexicon.hpp"
#include "commands/links.hpp"
#include "commands/list_editions.hpp"
#include "commands/segment.hpp"

namespace hexapla {

std::span<const CommandEntry> command_table() {
    static constexpr std::array table = {align_entry,   links_entry,    segment_entry, extract_entry,
                                         lexicon_entry, editions_entry, eval_entry};
    return table;
}

}  // namespace hexapla
