#include "command.hpp"

namespace hexapla {

std::span<const CommandEntry> command_table() {
    return {};
}

}  // namespace hexapla
