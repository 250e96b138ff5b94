#pragma once

#include <memory>

#include "command.hpp"

namespace hexapla {

/// `hexapla segment`: texts in, sentences out.
std::unique_ptr<Command> make_segment_command();

constexpr CommandEntry segment_entry{
    "segment", "cut a text into sentences", "segment --lang TAG [FILE] [--jsonl|--explain]",
    "Reads FILE (or standard input) as UTF-8 and writes one sentence a line. A line feed ends a paragraph, "
    "and no\n"
    "sentence crosses it. With --jsonl each input line is an object {\"text\": …}, and each output line an "
    "object\n"
    "{\"boundaries\": [ends of the sentences, in code points]}, in the same order.",
    &make_segment_command};

}  // namespace hexapla
