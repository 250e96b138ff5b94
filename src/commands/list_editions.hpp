#pragma once

#include <memory>

#include "command.hpp"

namespace hexapla {

/// `hexapla editions`: the versions, their names and tags.
std::unique_ptr<Command> make_editions_command();

}  // namespace hexapla
