#pragma once

#include <memory>

#include "command.hpp"

namespace hexapla {

/// `hexapla lexicon`: lexicons learned, taken over from other formats, looked into, measured and merged.
std::unique_ptr<Command> make_lexicon_command();

constexpr CommandEntry lexicon_entry{
    "lexicon", "words known before: learn, import, show, coverage, merge",
    "lexicon learn FILE.tmx --langs de,en -o OUT.tsv [--least P]\n"
    "       hexapla lexicon learn A B --langs de,en -o OUT.tsv [--links LINKS] [--least P]\n"
    "       hexapla lexicon import FILE -o OUT.tsv [--langs de,en]\n"
    "       hexapla lexicon show WORD --langs en,de [--lexicon FILE]\n"
    "       hexapla lexicon coverage A B [C …] --langs en,de,… [--links LINKS] [--missing N] [--json]\n"
    "       hexapla lexicon merge A B [C …] -o OUT.tsv [--langs de,en]",
    "learn     words from a memory, or from two texts (or folders of them) with a sentence a line that "
    "translate each\n"
    "          other line by line or as LINKS say: pairs of words with their probabilities, both "
    "directions.\n"
    "import    pairs of words from a dictionary for dictd (.index beside .dict.dz), a termbase (.tbx) or a "
    "glossary\n"
    "          (word<tab>word lines, OmegaT's too). --langs: the two languages, where the file does not tell "
    "them.\n"
    "show      what is known of WORD, of the first language: concepts of the news, names, dictionaries, "
    "files;\n"
    "          and its translations with their probabilities both ways.\n"
    "coverage  how much the lexicon of the news knows of the English text A and its versions B, C, …: the "
    "share of\n"
    "          content words (no names, numbers, words of the stop list) with an entry, and of sentence "
    "pairs "
    "in\n"
    "          which an entry matches on both sides. Files or folders as for learn.\n"
    "merge     lexicons of the same two languages in one, in the direction of the first; of a pair that "
    "several\n"
    "          have the greatest weights.\n"
    "A lexicon is written as 'word<tab>word<tab>weight<tab>weight back' lines, for --lexicon of align and "
    "links.",
    &make_lexicon_command};

}  // namespace hexapla
