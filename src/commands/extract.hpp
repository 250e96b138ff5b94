#pragma once

#include <memory>

#include "command.hpp"

namespace hexapla {

/// `hexapla extract`: pages in, articles out as JSON Lines or plain text.
std::unique_ptr<Command> make_extract_command();

}  // namespace hexapla
