#pragma once

#include <memory>

#include "command.hpp"

namespace hexapla {

/// `hexapla align`: versions of articles in, translation memories out.
std::unique_ptr<Command> make_align_command();

constexpr CommandEntry align_entry{
    "align", "turn versions of articles into a translation memory", "align A B [C …] -o OUT [OPTIONS]",
    "A, B, … are pages or texts that tell one story in different languages, or folders of them, one a "
    "language,\n"
    "matched by the stem of their files' names. OUT is by its ending a memory (.tmx, .tmx.gz), a table "
    "(.tsv, "
    ".jsonl),\n"
    "a workbook of all pairs to look through before importing (.xlsx), a folder (ends in / or is one) that "
    "gets "
    "one\n"
    "STEM.tmx a story, or - for a memory on standard output.\n"
    "With three versions or more a unit holds all that tell the same, and a story needs two of them.\n"
    "To correct by hand: --keep WORK, edit WORK/STEM.links, then hexapla align --from WORK -o OUT.",
    &make_align_command};

}  // namespace hexapla
