#pragma once

#include <memory>

#include "command.hpp"

namespace hexapla {

/// `hexapla editions`: the versions, their names and tags.
std::unique_ptr<Command> make_editions_command();

constexpr CommandEntry editions_entry{"editions", "the 31 versions: tags, names, path codes",
                                      "editions [--json]",
                                      "Lists the language versions of Deutsche Welle. Wherever a version is "
                                      "to be named, its tag, its path code on\n"
                                      "dw.com or its name will do: prs, fa-af and Dari are one.",
                                      &make_editions_command};

}  // namespace hexapla
