#pragma once

#include <memory>

#include "command.hpp"

namespace hexapla {

/// `hexapla segment`: texts in, sentences out.
std::unique_ptr<Command> make_segment_command();

constexpr CommandEntry segment_entry{
    "segment", "cut a text into sentences",
    "segment --lang TAG [FILE] [--srx FILE] [--jsonl|--explain]\n"
    "       hexapla segment --export-srx [--lang TAG,TAG] [--out FILE.srx]",
    "Reads FILE (or standard input) as UTF-8 and writes one sentence a line. A line feed ends a paragraph, "
    "and no\n"
    "sentence crosses it. With --jsonl each input line is an object {\"text\": …}, and each output line an "
    "object\n"
    "{\"boundaries\": [ends of the sentences, in code points]}, in the same order.\n"
    "--srx cuts by a translator's own rules, SRX 1.0 or 2.0, so that sentences are those of their CAT tool: "
    "the "
    "rules of\n"
    "the language patterns that match TAG; where none does, our own count, and a warning says so. "
    "--export-srx "
    "writes\n"
    "our own rules for such a tool, and on standard error what SRX cannot say of them.",
    &make_segment_command};

}  // namespace hexapla
