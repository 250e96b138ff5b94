#pragma once

#include <nlohmann/json_fwd.hpp>
#include <string_view>

namespace pages {

/// Parses JSON; discarded where it is none. Halves of surrogate pairs that stand alone ("\ud83d"), which
/// other programs write where they cut a text, become U+FFFD.
nlohmann::ordered_json parse_json(std::string_view text);

}  // namespace pages
