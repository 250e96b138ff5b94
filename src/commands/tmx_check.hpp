#pragma once

#include <memory>

#include "command.hpp"

namespace hexapla {

/// `hexapla tmx check`: all that is wrong with memories, in one go.
std::unique_ptr<Command> make_tmx_check_command();

constexpr CommandEntry tmx_check_entry{
    "tmx check", "all that is wrong with memories: format, languages, segments, importers",
    "tmx check FILE.tmx … [--for TOOL,…] [--severity S] [--json] [--repair] [--rules]",
    "Names each breach of a rule with its place and what to do: validity against the DTD of the version that "
    "the file\nnames, language tags, dates, ids, codes, and texts that look wrong. Exit code 1 where there "
    "is one of "
    "the severity\nasked for, or worse.",
    &make_tmx_check_command};

}  // namespace hexapla
