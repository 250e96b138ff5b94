#pragma once

#include <memory>

#include "command.hpp"

namespace hexapla {

/// `hexapla eval`: precision, recall and F1 of links, memories and segmentations against gold.
std::unique_ptr<Command> make_eval_command();

constexpr CommandEntry eval_entry{
    "eval", "precision, recall and F1 of results against gold (for those who develop)",
    "eval links SET SOURCE TARGET LINKS [--moved] [--errors N] [--json]\n"
    "       hexapla eval links --gold FILE --links FILE [--json]\n"
    "       hexapla eval tmx SET SOURCE TARGET FOLDER [--show N] [--json]\n"
    "       hexapla eval segments GOLD SYSTEM [--langs LIST] [--by-source] [--errors N] [--json]",
    "links     scores LINKS/DOC.links for every document of one variant of a gold set "
    "(SET/sents/TAG/DOC.tsv\n"
    "          holds ID<tab>sentence; the same ID in two versions marks a translation), or one file of "
    "links\n"
    "          against one of gold links. A link counts strictly when both of its sides are exactly a gold\n"
    "          link's, laxly when both overlap one. Links with an empty side count nowhere.\n"
    "          Then the same by kind of bead (2-1: two source sentences; crossing: outside the longest "
    "chain\n"
    "          in one order), and, where links have costs, whether their probabilities hold: expected\n"
    "          calibration error in 15 bins of equal mass, Brier score, and how often a right link is surer\n"
    "          than a wrong one (AUC).\n"
    "tmx       scores FOLDER/DOC.tmx, made from the set's pages, text to text, white space aside. A unit is "
    "right\n"
    "          when both texts lie in one and the same gold sentence; a sentence is found when right units "
    "cover\n"
    "          at least 80 % of it on both sides. Lax: the same by characters, units of several sentences "
    "allowed.\n"
    "segments  scores sentence boundaries, rows {\"boundaries\": [offset, ...]} of SYSTEM against rows "
    "{\"lang\",\n"
    "          \"text\", \"boundaries\"} of GOLD, two .jsonl files or folders of them. Offsets count code "
    "points;\n"
    "          white space around a boundary does not matter, the end of a text does not count.",
    &make_eval_command};

}  // namespace hexapla
