#pragma once

#include <memory>

#include "command.hpp"

namespace hexapla {

// What is done with memories beside `hexapla tmx check`.

std::unique_ptr<Command> make_tmx_stats_command();
std::unique_ptr<Command> make_tmx_clean_command();
std::unique_ptr<Command> make_tmx_filter_command();
std::unique_ptr<Command> make_tmx_dedupe_command();
std::unique_ptr<Command> make_tmx_merge_command();
std::unique_ptr<Command> make_tmx_split_command();
std::unique_ptr<Command> make_tmx_diff_command();
std::unique_ptr<Command> make_tmx_retag_command();
std::unique_ptr<Command> make_tmx_convert_command();

constexpr CommandEntry tmx_stats_entry{
    "tmx stats", "what memories amount to: units, words, confidence, duplicates",
    "tmx stats FILE.tmx … [--json | --html PAGE.html]",
    "Units, and words and characters by language, how sure the units are, and which sources stand in most of "
    "them,\non a terminal with bars; --html writes a page with plots.",
    &make_tmx_stats_command};

constexpr CommandEntry tmx_clean_entry{
    "tmx clean", "repairs and removes by named rules, and keeps what it removed",
    "tmx clean FILE.tmx -o OUT.tmx [--rules NAME,…] [--removed FILE.tmx] [--list] [--repair]",
    "Says how many units each rule changed or removed; what was removed comes to a second memory, each unit "
    "with the rule\nin x-removed-by. Units that no rule names stay as they are, to the byte.",
    &make_tmx_clean_command};

constexpr CommandEntry tmx_filter_entry{
    "tmx filter", "keeps units by language, property, confidence, length, expression, address",
    "tmx filter FILE.tmx … -o OUT.tmx [conditions]", "Keeps the units for which all conditions hold.",
    &make_tmx_filter_command};

constexpr CommandEntry tmx_dedupe_entry{
    "tmx dedupe", "keeps the best of units that say the same",
    "tmx dedupe FILE.tmx … -o OUT.tmx [--near] [--removed FILE.tmx]",
    "Of units with the same texts the surest is kept, then the newest, then the first; x-stands-for says of "
    "how many.\n--near: case, numbers, punctuation and inline codes aside.",
    &make_tmx_dedupe_command};

constexpr CommandEntry tmx_merge_entry{
    "tmx merge", "joins memories: the languages of equal sources in one unit",
    "tmx merge FILE.tmx FILE.tmx … -o OUT.tmx [--conflicts keep|date|confidence|majority]",
    "Units with the same source become one with the languages of all. Where they differ in a language, each "
    "text keeps a unit\n(keep), or the newest, surest or most frequent one is taken.",
    &make_tmx_merge_command};

constexpr CommandEntry tmx_split_entry{
    "tmx split", "parts a memory by language pair, size, property, or at random",
    "tmx split FILE.tmx -o FOLDER/ (--pairs | --size N | --property TYPE | --test SHARE [--seed N])",
    "Writes FOLDER/STEM.PART.tmx. Parts by size and at random keep the units of a story together (x-story, "
    "x-article, x-url,\nelse the day), so that nothing of a test set is in the rest.",
    &make_tmx_split_command};

constexpr CommandEntry tmx_diff_entry{
    "tmx diff", "what differs between two memories", "tmx diff OLD.tmx NEW.tmx [--json]",
    "Units are the same by tuid, else by source. A line each: - removed, + added, ~ changed with the old and "
    "the new text.\nExit code 1 where there is a difference.",
    &make_tmx_diff_command};

constexpr CommandEntry tmx_retag_entry{
    "tmx retag", "renames language tags, repairs them, adds or drops regions",
    "tmx retag FILE.tmx -o OUT.tmx [--for TOOL | --rename OLD=NEW,… | --regions add|drop] [--source TAG]",
    "Tags such as zh_CN, DE or iw are repaired always. --for: what that tool wants (trados, memoq: full "
    "locales; omegat: a\nregion only where one is needed).",
    &make_tmx_retag_command};

constexpr CommandEntry tmx_convert_entry{
    "tmx convert", "to and from other forms of translations",
    "tmx convert FILE … -o OUT [--from FORM] [--to FORM] [--langs TAG,TAG]",
    "Forms by the ending: .tmx(.gz), .tsv, .jsonl, .xlf and .xliff (XLIFF 1.2; --to xliff2 for 2.1), .xlsx, "
    ".po; moses: OUT.TAG\nfiles, a segment a line. Read too: two texts with a segment a line and, as third "
    "file, links of vecalign or a\nladder of hunalign (.links, .ladder). Of a memory with several languages "
    "--langs says which two.",
    &make_tmx_convert_command};

}  // namespace hexapla
