#include <array>

#include "command.hpp"
#include "commands/eval.hpp"

namespace hexapla {

std::span<const CommandEntry> command_table() {
    static constexpr std::array table = {eval_entry};
    return table;
}

}  // namespace hexapla
