#pragma once

#include <memory>

#include "command.hpp"

namespace hexapla {

/// `hexapla links`: texts with a sentence a line in, beads out.
std::unique_ptr<Command> make_links_command();

constexpr CommandEntry links_entry{
    "links", "align texts that have a sentence a line already: sentence numbers out",
    "links A B -o OUT [--langs TAG,TAG] [OPTIONS]",
    "A and B are files with one sentence a line, or folders of them, matched by the stem of their names. "
    "Writes\n"
    "OUT/STEM.links (or the file OUT): a line a bead, '[0,1]:[2]:COST', sentences counted from 0, COST = -ln "
    "of the\n"
    "bead's probability. Every sentence stands in exactly one bead; a side without a partner is []. All "
    "beads of\n"
    "the best alignment are written, whatever their probability; --min-confidence P empties the weaker ones.",
    &make_links_command};

}  // namespace hexapla
