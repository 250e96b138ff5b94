#include "dump_noise.hpp"

namespace {

using Lines = std::vector<std::string>;

/// Puts lines behind a block of the body: not before the lead, and not at the end.
void insert(Dump& dump, Chance& chance, const Lines& lines) {
    const std::size_t at = 2 + chance.below(dump.body.size() - 3);
    dump.body.insert(dump.body.begin() + static_cast<std::ptrdiff_t>(at), lines.begin(), lines.end());
}

/// The same behind the lead.
void insert_below_lead(Dump& dump, const Lines& lines) {
    dump.body.insert(dump.body.begin() + 1, lines.begin(), lines.end());
}

const Lines label_list = {"  \u2022 Date 23.02.2016", "  \u2022 Author Oda Brink",
                          "  \u2022 Keywords rain, rivers", "  \u2022 Permalink https://p.dw.com/p/1Ixyz"};

}  // namespace

Dump plain_dump(const Story& story) {
    Dump dump;
    dump.title = story.title;
    dump.links = {"  1. Inhalt",         "  2. Navigation", "  3. Weitere Inhalte",
                  "  4. Metanavigation", "  5. Suche",      "  6. Choose from 30 Languages"};
    dump.headline = story.headline;
    dump.body.push_back(story.lead);
    for (const Story::Block& block : story.body) dump.body.push_back(block.text);
    dump.tail = {story.byline};
    return dump;
}

std::string text_of(const Dump& dump) {
    std::vector<std::string> parts;
    std::vector<std::string> top = {dump.title};
    top.insert(top.end(), dump.links.begin(), dump.links.end());
    if (dump.title.empty()) top.erase(top.begin());
    if (!dump.notices.empty()) {
        parts.push_back(dump.title);
        parts.insert(parts.end(), dump.notices.begin(), dump.notices.end());
        top = dump.links;
    }
    if (!top.empty()) parts.push_back(join(top, "\n"));
    if (!dump.menu.empty()) parts.push_back(join(dump.menu, "\n"));
    parts.insert(parts.end(), dump.head.begin(), dump.head.end());
    parts.push_back(dump.headline);
    if (!dump.credits.empty()) parts.push_back(join(dump.credits, "\n"));
    parts.insert(parts.end(), dump.body.begin(), dump.body.end());
    parts.insert(parts.end(), dump.tail.begin(), dump.tail.end());
    std::string text = dump.before + join(parts, dump.gap) + "\n";
    if (dump.line_end == "\n") return text;
    std::string out;
    for (const char c : text) {
        if (c == '\n') {
            out += dump.line_end;
        } else {
            out += c;
        }
    }
    return out;
}

const std::map<std::string, DumpNoise>& dump_noises() {
    static const std::map<std::string, DumpNoise> noises = {
        {"nothing", [](Dump&, const Story&, Chance&) {}},
        {"missing title line", [](Dump& dump, const Story&, Chance&) { dump.title.clear(); }},
        {"missing quick-jump lines", [](Dump& dump, const Story&, Chance&) { dump.links.clear(); }},
        {"byte order mark", [](Dump& dump, const Story&, Chance&) { dump.before = "\xEF\xBB\xBF"; }},
        {"line ends of Windows", [](Dump& dump, const Story&, Chance&) { dump.line_end = "\r\n"; }},
        {"more empty lines", [](Dump& dump, const Story&, Chance&) { dump.gap = "\n\n\n \n"; }},
        {"cookie notice",
         [](Dump& dump, const Story&, Chance&) {
             dump.notices = {
                 "We use cookies to improve our service for you. You can find more information in our "
                 "data protection declaration.",
                 "More info OK"};
         }},
        {"language menu",
         [](Dump& dump, const Story&, Chance&) {
             dump.menu = {"  \u2022 Deutsch", "  \u2022 English", "  \u2022 Español", "  \u2022 Kiswahili",
                          "  \u2022 Türkçe"};
         }},
        {"navigation tree",
         [](Dump& dump, const Story&, Chance&) {
             dump.menu = {"  \u2022 Top Stories", "  \u2022 Media Center", "    \u2022 Live TV",
                          "    \u2022 All media content", "  \u2022 TV"};
         }},
        {"advertising label",
         [](Dump& dump, const Story&, Chance&) { dump.head.insert(dump.head.begin(), "Advertisement"); }},
        {"kicker", [](Dump& dump, const Story&, Chance&) { dump.head.emplace_back("Nature"); }},
        {"picture with its text twice",
         [](Dump& dump, const Story&, Chance&) {
             insert_below_lead(dump, {"A heron looks at the river", "A heron looks at the river"});
         }},
        {"picture within the text, its text twice",
         [](Dump& dump, const Story&, Chance& chance) {
             insert(dump, chance,
                    {"Herons at dawn, seen from the tower", "Herons at dawn, seen from the tower"});
         }},
        {"picture without description",
         [](Dump& dump, const Story&, Chance&) {
             insert_below_lead(dump, {"default", "A heron looks at the river"});
         }},
        {"German description of a picture",
         [](Dump& dump, const Story&, Chance&) {
             insert_below_lead(dump, {"Deutschland Elbe Graureiher am Ufer", "A heron looks at the river"});
         }},
        {"credit of a picture",
         [](Dump& dump, const Story&, Chance& chance) {
             insert(dump, chance, {"A heron looks at the riverImage: A. Nobody/agency"});
         }},
        {"video line",
         [](Dump& dump, const Story&, Chance& chance) { insert(dump, chance, {"Watch video 12:00"}); }},
        {"line to read more",
         [](Dump& dump, const Story&, Chance& chance) {
             insert(dump, chance, {"Read more: Herons counted twice"});
         }},
        {"share block",
         [](Dump& dump, const Story& story, Chance&) {
             dump.tail.push_back(
                 "Share " + story.headline +
                 " Send Facebook Twitter google+ Whatsapp Tumblr linkedin stumble Digg reddit "
                 "Newsvine Permalink");
         }},
        {"newsletter plug",
         [](Dump& dump, const Story&, Chance&) {
             dump.body.emplace_back(
                 "Every day, DW's editors send out a selection of the day's hard news and quality "
                 "feature journalism. Sign up for the newsletter here.");
         }},
        {"box of recommendations",
         [](Dump& dump, const Story&, Chance&) {
             dump.tail.insert(dump.tail.end(), {"DW recommends", "Herons counted twice",
                                                "The council asked for a second count. (22.02.2016)"});
         }},
        {"label list, twice",
         [](Dump& dump, const Story&, Chance&) {
             const std::string list = join(label_list, "\n");
             dump.tail.insert(dump.tail.end(), {list, list});
         }},
        {"teasers after the end",
         [](Dump& dump, const Story&, Chance&) {
             dump.tail.insert(dump.tail.end(), {"Related content", "Herons counted twice 22.02.2016",
                                                "The council asked for a second count, and was given one.",
                                                "Storks leave 21.02.2016", "They left early this year."});
         }},
        {"footer",
         [](Dump& dump, const Story&, Chance&) {
             dump.tail.emplace_back("DW recommends");
             dump.tail.emplace_back("© 2016 Deutsche Welle | Privacy Policy | Legal notice | Contact");
         }},
        {"permalink",
         [](Dump& dump, const Story&, Chance&) { insert_below_lead(dump, {"https://p.dw.com/p/1Ixyz"}); }},
        {"skip links, glued kicker and glued author of 2022",
         [](Dump& dump, const Story& story, Chance&) {
             dump.title = story.headline + " – DW – 23.02.2016";
             dump.links = {"  1. Skip to content", "  2. Skip to main menu", "  3. Skip to more DW sites"};
             dump.head = {"NatureGermany"};
             dump.credits = {"Oda Brink23 February 2016"};
         }},
        {"authors and date on lines of 2022",
         [](Dump& dump, const Story& story, Chance&) {
             dump.title = story.headline + " – DW – 23.02.2016";
             dump.links = {"  1. Skip to content", "  2. Skip to main menu", "  3. Skip to more DW sites"};
             dump.credits = {"Oda Brink | Ned Wirral", "02/23/2016"};
         }},
        {"lines with spaces at their ends",
         [](Dump& dump, const Story&, Chance&) {
             for (std::string& line : dump.body) line = " " + line + " \t";
         }},
    };
    return noises;
}
