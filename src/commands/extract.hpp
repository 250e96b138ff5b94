#pragma once

#include <memory>

#include "command.hpp"

namespace hexapla {

/// `hexapla extract`: pages in, articles out as JSON Lines or plain text.
std::unique_ptr<Command> make_extract_command();

constexpr CommandEntry extract_entry{
    "extract", "the articles in pages, as JSON Lines or plain text", "extract SOURCES… [OPTIONS]",
    "Reads pages of dw.com saved as HTML or text, plain texts, and what this "
    "command wrote before. Writes each\n"
    "article as one JSON object a line to standard output. SOURCES are files, "
    "folders (their files in order of name;\n"
    "a folder named by an edition says the edition), or - for standard input. "
    "A bad input is named, and the rest\n"
    "goes on.",
    &make_extract_command};

}  // namespace hexapla
