#pragma once

#include <memory>

#include "command.hpp"

namespace hexapla {

/// `hexapla extract`: pages in, articles out as JSON Lines or plain text.
std::unique_ptr<Command> make_extract_command();

constexpr CommandEntry extract_entry{
    "extract", "the articles in pages, as JSON Lines or plain text", "extract SOURCES… [OPTIONS]",
    "Reads pages of dw.com saved as HTML or text, plain texts, and what this command wrote before. Writes "
    "each\narticle as one JSON object a line to standard output. SOURCES are files, folders with all that is "
    "in "
    "them,\narchives (.zip, .tar), WARC files, JSON Lines of other tools, pages that browsers saved as one "
    "file "
    "(.mhtml),\neach packed or not (.gz, .zst, .xz, .bz2), - for standard input, and @FILE for a list of "
    "them, "
    "one a line.\nA folder named by an edition says the edition. Galleries, videos, live blogs and sections "
    "are "
    "counted and left\nout; a bad input is named, and the rest goes on.",
    &make_extract_command};

}  // namespace hexapla
