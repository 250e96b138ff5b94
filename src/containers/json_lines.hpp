#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "containers/open.hpp"

namespace containers {

/// Whether bytes begin as JSON Lines do: an object on the first line that is not blank.
bool is_json_lines(std::string_view head);

/// The lines of JSON Lines, an item each; blank ones are passed over.
Nested read_json_lines(std::unique_ptr<BufferedBytes> bytes, std::string place, OpenOptions options);

}  // namespace containers
