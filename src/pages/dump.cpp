#include "pages/dump.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <optional>
#include <string>
#include <utility>

#include "align/unicode.hpp"
#include "editions.hpp"
#include "pages/address.hpp"
#include "pages/byline.hpp"
#include "pages/characters.hpp"
#include "pages/chrome.hpp"
#include "pages/heading.hpp"
#include "pages/lines.hpp"
#include "pages/small_list.hpp"
#include "pages/title_line.hpp"

namespace pages {
namespace {

using align::BlockKind;

constexpr std::size_t longest_kicker = 60;   // code points
constexpr std::size_t longest_credits = 80;  // authors and date below a headline since 2022
constexpr std::size_t longest_byline = 100;
constexpr std::size_t longest_menu_line = 120;
constexpr std::size_t farthest_title = 3;  // lines that a title is looked for in
constexpr std::size_t farthest_menu = 60;  // and the numbered links

/// What a line is by itself; every step asks for it, and finding it costs most of the time.
struct Facts {
    const ChromeLine* chrome = nullptr;  ///< null: not known as chrome
    bool heading = false;                ///< reads as one
    bool agency = false;                 ///< is a byline of agencies
    std::size_t length = 0;              ///< code points

    [[nodiscard]] std::optional<ChromeRole> role() const {
        return chrome == nullptr ? std::nullopt : std::optional(chrome->role);
    }
};

std::vector<Facts> facts_of(const std::vector<Line>& lines) {
    std::vector<Facts> facts;
    facts.reserve(lines.size());
    for (const Line& line : lines) {
        facts.push_back({find_chrome(line.text), looks_like_heading(line.text), is_agency_byline(line.text),
                         align::count_code_points(line.text)});
    }
    return facts;
}

/// Where the parts of a page lie, as indices of its lines. [0, menu_end) are title and links, then come
/// menus, the kicker perhaps, the headline, the article up to `end`, and what follows it.
struct Layout {
    std::optional<TitleLine> title;
    std::size_t title_at = 0;
    std::size_t menu_end = 0;
    bool since_2022 = false;
    std::size_t headline = 0;  ///< == lines.size(): the page has no content
    std::size_t end = 0;
    std::vector<Facts> facts;  ///< of each line
};

/// Three numbered lines 1, 2, 3 of which the first is a known skip link or, at the very top, the last names
/// the site: skip links in whichever language.
bool are_skip_links(const std::vector<Line>& lines, const std::vector<Facts>& facts, std::size_t at) {
    if (at + 2 >= lines.size()) return false;
    if (lines[at].number != 1 || lines[at + 1].number != 2 || lines[at + 2].number != 3) return false;
    return facts[at].role() == ChromeRole::skip_link ||
           (at < farthest_title && lines[at + 2].text.find("DW") != std::string::npos);
}

void find_title(const std::vector<Line>& lines, Layout& layout) {
    for (std::size_t i = 0; i < std::min(lines.size(), farthest_title) && !layout.title; ++i) {
        layout.title = parse_title_line(lines[i].text);
        if (layout.title) layout.title_at = i;
    }
    if (!layout.title) return;
    layout.menu_end = layout.title_at + 1;
    layout.since_2022 = layout.title->since_2022;
}

void find_menu(const std::vector<Line>& lines, Layout& layout) {
    for (std::size_t i = 0; i < std::min(lines.size(), farthest_menu); ++i) {
        if (layout.facts[i].role() == ChromeRole::quick_jump) layout.menu_end = i + 1;
        if (!are_skip_links(lines, layout.facts, i)) continue;
        layout.menu_end = i + 3;
        layout.since_2022 = true;
        return;
    }
}

bool may_be_content(const std::vector<Line>& lines, const Layout& layout, std::size_t at) {
    return !lines[at].bullet && layout.facts[at].chrome == nullptr;
}

/// The headline where no title names it: the first line of content. Behind skip links, what follows without a
/// blank line still is menu. A short line before it, with a heading and then text behind, is a kicker.
std::size_t guess_headline(const std::vector<Line>& lines, const Layout& layout) {
    std::size_t first = layout.menu_end;
    if (layout.since_2022 && layout.menu_end > 0 && has_gaps(lines)) {
        while (first < lines.size() && !lines[first].after_gap) ++first;
    }
    const auto content = [&](std::size_t i) { return may_be_content(lines, layout, i); };
    while (first < lines.size() && !content(first)) ++first;
    const auto& facts = layout.facts;
    const bool kicker = first + 2 < lines.size() && facts[first].heading &&
                        facts[first].length < longest_kicker / 2 && content(first + 1) &&
                        facts[first + 1].heading && lines[first + 1].text.size() > lines[first].text.size() &&
                        content(first + 2) && !facts[first + 2].heading && !layout.since_2022;
    return kicker ? first + 1 : first;
}

/// Behind two paragraphs no headline is looked for: what equals the title there is a link to the article.
void find_headline(const std::vector<Line>& lines, Layout& layout) {
    std::size_t paragraphs = 0;
    for (std::size_t i = layout.menu_end; layout.title && i < lines.size() && paragraphs < 2; ++i) {
        if (!lines[i].bullet && is_headline_of(*layout.title, lines[i].text)) {
            layout.headline = i;
            return;
        }
        if (may_be_content(lines, layout, i) && layout.facts[i].length > longest_menu_line) ++paragraphs;
    }
    layout.headline = guess_headline(lines, layout);
}

/// Two headings and a text that ends in its date in brackets: a box of teasers in whichever language.
bool begins_teasers(const std::vector<Line>& lines, const std::vector<Facts>& facts, std::size_t at) {
    if (at + 2 >= lines.size() || !facts[at].heading || !facts[at + 1].heading) return false;
    const std::string_view text = lines[at + 2].text;
    return text.size() > 12 && text.ends_with(')') && text[text.size() - 12] == '(' &&
           !iso_of_day_first(text.substr(text.size() - 11, 10)).empty();
}

void find_end(const std::vector<Line>& lines, Layout& layout) {
    layout.end = lines.size();
    bool text_seen = false;
    bool byline_seen = false;
    for (std::size_t i = layout.headline + 1; i < lines.size(); ++i) {
        const auto role = layout.facts[i].role();
        const bool heading = layout.facts[i].heading;
        const bool agency = layout.facts[i].agency;
        const bool ends = role == ChromeRole::box || role == ChromeRole::footer ||
                          begins_small_list(lines, i) || begins_teasers(lines, layout.facts, i) ||
                          (byline_seen && heading && !role && !agency && !lines[i].bullet);
        if (ends && text_seen) {
            layout.end = i;
            return;
        }
        const bool byline = role == ChromeRole::byline && layout.facts[i].length <= longest_byline;
        byline_seen = byline_seen || (text_seen && (agency || byline));
        text_seen = text_seen || (!heading && !role);
    }
}

Layout find_layout(const std::vector<Line>& lines) {
    Layout layout;
    layout.facts = facts_of(lines);
    find_title(lines, layout);
    find_menu(lines, layout);
    find_headline(lines, layout);
    find_end(lines, layout);
    return layout;
}

bool is_kicker(const std::vector<Line>& lines, const Layout& layout) {
    if (layout.headline <= layout.menu_end || layout.headline >= lines.size()) return false;
    const Line& line = lines[layout.headline - 1];
    const Facts& facts = layout.facts[layout.headline - 1];
    return may_be_content(lines, layout, layout.headline - 1) && line.number == 0 &&
           facts.length <= longest_kicker && facts.heading &&
           line.text.find(" / ") == std::string::npos;  // a path through the menu
}

/// Pages since 2022 have authors and date below the headline: "Anna B | Carl D", "3 hours ago", or both
/// glued: "Anna B10 Mei 2023". The end of these lines.
std::size_t end_of_credits(const std::vector<Line>& lines, const Layout& layout) {
    const std::size_t end = std::min(layout.headline + 1, layout.end);
    if (!layout.since_2022) return end;
    const auto is_short = [&](std::size_t i) {
        return i < layout.end && layout.facts[i].length <= longest_credits &&
               layout.facts[i].chrome == nullptr;
    };
    const auto is_date = [&](std::size_t i) {
        return is_short(i) && layout.facts[i].length <= 60 && any_of(lines[i].text, is_digit);
    };
    if (is_date(end)) return end + 1;
    if (is_short(end) && is_date(end + 1) && !lines[end + 1].after_gap) return end + 2;
    return is_short(end) && lines[end].text.find(" | ") != std::string::npos ? end + 1 : end;
}

/// The authors in a line of credits; none when it is a date, or a date is glued to it in a way that leaves
/// open where the name ends.
std::vector<std::string> authors_in(std::string_view line) {
    if (!any_of(line, is_digit)) return split_authors(line);
    std::string name;
    for (std::size_t at = 0; at < line.size(); ++at) {
        if (!is_digit(first_code_point(line.substr(at)))) continue;
        name = line.substr(0, at);
        break;
    }
    return !name.empty() && is_letter(last_code_point(name)) ? split_authors(name)
                                                             : std::vector<std::string>();
}

BlockKind kind_by_itself(const Line& line, const Facts& facts) {
    const auto role = facts.role();
    if (role == ChromeRole::byline) {
        return facts.length <= longest_byline ? BlockKind::byline : BlockKind::paragraph;
    }
    if (role || line.text == find_address(line.text)) return BlockKind::chrome;
    if (line.bullet) return BlockKind::list;
    return BlockKind::paragraph;
}

/// Adds the line between headline and end at `at`, as what it is by itself.
void add_line(const Line& line, const Facts& facts, Article& article) {
    const BlockKind kind = facts.agency ? BlockKind::byline : kind_by_itself(line, facts);
    if (kind == BlockKind::paragraph) {
        const Caption caption = split_credit(line.text);
        if (!caption.credit.empty()) {
            if (!caption.text.empty())
                article.blocks.push_back({BlockKind::caption, std::string(caption.text)});
            article.blocks.push_back({BlockKind::chrome, std::string(caption.credit)});
            return;
        }
    }
    article.blocks.push_back({kind, line.text});
}

/// Whether a line ends with the day a picture was taken: "A street in Bonn, 28 April 2023".
bool ends_with_day(std::string_view line) {
    const std::size_t comma = line.rfind(", ");
    if (comma == line.npos || line.size() < 5 || line[line.size() - 5] != ' ') return false;
    const std::string_view year = line.substr(line.size() - 4);
    return std::all_of(year.begin(), year.end(), [](char c) { return c >= '0' && c <= '9'; });
}

/// How likely a short line without a mark is a subhead rather than the caption of a picture or the title of a
/// video, by what stands around it: judged by eye on pages of all years, and sure of none.
double likelihood_of_subhead(const std::vector<ArticleBlock>& blocks, std::size_t at, bool below_lead) {
    constexpr double question = 0.9;
    constexpr double between_paragraphs = 0.8;
    constexpr double with_colon = 0.7;  // "Long fought over: the town of Bachmut"
    constexpr double before_line = 0.4;
    constexpr double beside_chrome = 0.3;
    constexpr double under_lead = 0.2;
    if (is_question_mark(last_code_point(blocks[at].text))) return question;
    if (below_lead) return under_lead;
    const auto kind_at = [&](std::size_t i) {
        return i < blocks.size() ? blocks[i].kind : BlockKind::chrome;
    };
    if (kind_at(at + 1) == BlockKind::chrome || blocks[at - 1].kind == BlockKind::chrome)
        return beside_chrome;
    const bool heading_next =
        kind_at(at + 1) == BlockKind::paragraph && looks_like_heading(blocks[at + 1].text);
    if (heading_next) return before_line;
    return blocks[at].text.find(": ") == std::string::npos ? between_paragraphs : with_colon;
}

/// A page has few lines that stay open: the most doubtful, of equal ones the last. The others are what they
/// are likelier.
void keep_most_doubtful(std::vector<ArticleBlock>& blocks) {
    constexpr std::size_t most_lines = 4;
    std::vector<ArticleBlock*> lines;
    for (auto block = blocks.rbegin(); block != blocks.rend(); ++block) {
        if (block->kind == BlockKind::line) lines.push_back(&*block);
    }
    std::stable_sort(lines.begin(), lines.end(), [](const ArticleBlock* a, const ArticleBlock* b) {
        return std::abs(a->likelihood - 0.5) < std::abs(b->likelihood - 0.5);
    });
    for (std::size_t i = most_lines; i < lines.size(); ++i) {
        lines[i]->kind = lines[i]->likelihood >= 0.5 ? BlockKind::subhead : BlockKind::caption;
        lines[i]->likelihood = 0;
    }
}

/// Finds the lead, captions and lines that may be subheads among the paragraphs from `first` on, by what
/// stands around them.
void tell_apart(std::vector<ArticleBlock>& blocks, std::size_t first) {
    std::vector<std::size_t> text;  // paragraphs, in order
    for (std::size_t i = first; i < blocks.size(); ++i) {
        if (blocks[i].kind == BlockKind::paragraph) text.push_back(i);
    }
    if (text.empty()) return;
    blocks[text[0]].kind = BlockKind::lead;
    for (std::size_t i = 1; i + 1 < text.size(); ++i) {
        ArticleBlock& block = blocks[text[i]];
        if (!looks_like_heading(block.text)) continue;
        // Pictures often have one text twice: as description and as caption.
        const bool doubled = block.text == blocks[text[i - 1]].text || block.text == blocks[text[i + 1]].text;
        if (doubled || ends_with_day(block.text)) {
            block.kind = BlockKind::caption;
            continue;
        }
        block.likelihood = likelihood_of_subhead(blocks, text[i], i == 1);
        block.kind = BlockKind::line;
    }
    keep_most_doubtful(blocks);
}

void read_metadata(const std::vector<Line>& lines, const Layout& layout, Article& article) {
    const SmallList list = read_small_list(lines, layout.end);
    if (!list.date.empty()) article.dates.insert(article.dates.begin(), {list.date, "labels"});
    if (layout.title) {
        article.dates.insert(article.dates.begin(), {layout.title->date, "title"});
        article.category = category_of(*layout.title, article.title);
    }
    if (article.authors.empty()) article.authors = list.authors;
    article.url = list.url;
    for (std::size_t i = layout.headline; i < lines.size() && article.url.empty(); ++i) {
        if (kind_by_itself(lines[i], layout.facts[i]) == BlockKind::chrome)
            article.url = find_address(lines[i].text);
    }
    article.id = article_number(article.url);
}

/// The edition that an address or the labels of the page name; empty: none. Before 2022 Chinese had one path
/// for both scripts, so it decides nothing there.
std::string edition_of(const Layout& layout, const Article& article) {
    const std::string path = path_code(article.url);
    if (const auto* edition = hexapla::find_edition(path); edition != nullptr && path != "zh") {
        return std::string(edition->tag);
    }
    std::string_view by_label;
    for (const Facts& facts : layout.facts) {
        const ChromeLine* row = facts.chrome;
        if (row == nullptr || row->edition.empty()) continue;
        if (row->role == ChromeRole::skip_link) return std::string(row->edition);
        if (row->role != ChromeRole::byline && by_label.empty()) by_label = row->edition;
    }
    return std::string(by_label);
}

}  // namespace

bool looks_like_dump(std::string_view text) {
    // The head of the file is enough: cookie notice and title at most stand before the links.
    const std::vector<Line> lines = split_lines(text.substr(0, 1 << 14));
    Layout layout;
    layout.facts = facts_of(lines);
    find_title(lines, layout);
    const bool title = layout.title.has_value();
    layout.menu_end = 0;
    find_menu(lines, layout);
    return title || layout.menu_end > 1;
}

Article read_dump(std::string_view text) {
    const std::vector<Line> lines = join_wrapped(split_lines(text));
    const Layout layout = find_layout(lines);
    const std::size_t body = end_of_credits(lines, layout);
    const bool kicker = is_kicker(lines, layout);
    Article article;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        const std::string& line = lines[i].text;
        if (i == layout.headline) {
            article.title = line;
            article.blocks.push_back({BlockKind::headline, line});
        } else if (kicker && i + 1 == layout.headline) {
            article.kicker = line;
            article.blocks.push_back({BlockKind::kicker, line});
        } else if (i < layout.headline || i >= layout.end) {
            article.blocks.push_back({BlockKind::chrome, line});
        } else if (i < body) {
            article.blocks.push_back({BlockKind::byline, line});
            if (any_of(line, is_digit)) article.dates.push_back({line, "visible"});
            const auto authors = authors_in(line);
            article.authors.insert(article.authors.end(), authors.begin(), authors.end());
        } else {
            add_line(lines[i], layout.facts[i], article);
        }
    }
    tell_apart(article.blocks, body);
    for (const ArticleBlock& block : article.blocks) {
        if (block.kind == BlockKind::lead) article.lead = block.text;
        if (block.kind == BlockKind::byline)
            article.byline += (article.byline.empty() ? "" : "; ") + block.text;
    }
    read_metadata(lines, layout, article);
    article.edition = edition_of(layout, article);
    return article;
}

}  // namespace pages
