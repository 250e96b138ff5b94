#pragma once

#include <functional>
#include <map>
#include <string>

#include "story.hpp"

/// What a page saved as text is made of, in its order. Parts that are lines of their own are parted by empty
/// lines when it is written.
struct Dump {
    std::string before;  ///< bytes before all
    std::string title;
    std::vector<std::string> notices;  ///< cookies and the like, behind the title
    std::vector<std::string> links;    ///< numbered
    std::vector<std::string> menu;
    std::vector<std::string> head;  ///< advertising, kicker
    std::string headline;
    std::vector<std::string> credits;  ///< authors and date
    std::vector<std::string> body;     ///< lead and blocks, and what stands between them
    std::vector<std::string> tail;
    std::string line_end = "\n";
    std::string gap = "\n\n";  ///< between blocks
};

Dump plain_dump(const Story& story);
std::string text_of(const Dump& dump);

/// A kind of noise: changes a dump.
using DumpNoise = std::function<void(Dump&, const Story&, Chance&)>;

/// All kinds by their names.
const std::map<std::string, DumpNoise>& dump_noises();
