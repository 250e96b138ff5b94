// The stories of fixtures/, which are known word for word, with noise of every kind that pages have around
// and in them: reading must give the stories back. The noise is made by chance with a fixed seed. Nothing of
// the program makes it, and no table of the program's strings.
#include <algorithm>
#include <map>

#include "catch.hpp"
#include "containers/item.hpp"
#include "dump_noise.hpp"
#include "html_noise.hpp"
#include "pages/read_page.hpp"
#include "story.hpp"

namespace {

using align::BlockKind;

constexpr unsigned seed = 20160223;

pages::Article read(const std::string& bytes, const std::string& tag) {
    containers::Item item;
    item.place = "made page";
    item.name = "made";
    item.bytes = bytes;
    item.alone = true;
    pages::ReadOptions options;
    options.edition = tag;
    return pages::read_item(item, options).article;
}

std::vector<std::string> texts(const pages::Article& article, const std::vector<BlockKind>& kinds) {
    std::vector<std::string> texts;
    for (const auto& block : article.blocks) {
        if (std::find(kinds.begin(), kinds.end(), block.kind) != kinds.end()) texts.push_back(block.text);
    }
    return texts;
}

std::vector<std::string> texts(const Story& story, bool subheads) {
    std::vector<std::string> texts;
    for (const auto& block : story.body) {
        if (block.subhead == subheads) texts.push_back(block.text);
    }
    return texts;
}

/// What differs between an article and its story; empty: nothing. A dump does not tell subheads from
/// captions, so that there each has to be among the lines that may be one.
std::string difference(const pages::Article& article, const Story& story, bool dump) {
    if (texts(article, {BlockKind::headline}) != std::vector{story.headline})
        return "headline: " + article.title;
    if (texts(article, {BlockKind::lead}) != std::vector{story.lead}) return "lead: " + article.lead;
    const auto paragraphs = texts(article, {BlockKind::paragraph, BlockKind::list});
    const auto wanted = texts(story, false);
    for (std::size_t i = 0; i < std::max(paragraphs.size(), wanted.size()); ++i) {
        const std::string found = i < paragraphs.size() ? paragraphs[i] : "(none)";
        if (i >= wanted.size() || found != wanted[i]) return "paragraph: " + found;
    }
    if (!dump) {
        return texts(article, {BlockKind::subhead}) == texts(story, true) ? "" : "subheads";
    }
    const auto lines = texts(article, {BlockKind::subhead, BlockKind::line, BlockKind::caption});
    for (const std::string& subhead : texts(story, true)) {
        if (std::find(lines.begin(), lines.end(), subhead) == lines.end()) return "subhead lost: " + subhead;
    }
    return {};
}

/// How many of the stories come back, and the first that does not.
struct Score {
    std::size_t exact = 0;
    std::size_t all = 0;
    std::string first;
    void add(const std::string& tag, const std::string& difference) {
        ++all;
        if (difference.empty()) {
            ++exact;
        } else {
            first += "\n      " + tag + ": " + difference.substr(0, 100);
        }
    }
};

void demand_all(const std::map<std::string, Score>& scores) {
    for (const auto& [name, score] : scores) {
        INFO(name << ": " << score.exact << " of " << score.all << score.first.substr(0, 1500));
        CHECK(score.exact == score.all);
    }
}

}  // namespace

TEST_CASE("a story comes back from a page saved as text with noise of each kind") {
    std::map<std::string, Score> scores;
    Chance chance(seed);
    for (const Story& story : all_stories()) {
        for (const auto& [name, noise] : dump_noises()) {
            Dump dump = plain_dump(story);
            noise(dump, story, chance);
            scores[name].add(story.tag, difference(read(text_of(dump), story.tag), story, true));
        }
    }
    CHECK(scores.size() >= 20);
    demand_all(scores);
}

TEST_CASE("a story comes back from HTML of either layout with noise of each kind") {
    std::map<std::string, Score> scores;
    Chance chance(seed);
    for (const Story& story : all_stories()) {
        for (const auto& [name, noise] : html_noises()) {
            for (const bool since_2022 : {false, true}) {
                HtmlPage page = plain_page(story, since_2022);
                noise(page, chance);
                scores[name + (since_2022 ? ", since 2022" : ", to 2023")].add(
                    story.tag, difference(read(html_of(page, story), story.tag), story, false));
            }
        }
    }
    CHECK(scores.size() >= 40);
    demand_all(scores);
}

TEST_CASE("a story comes back from HTML with three kinds of noise at once") {
    std::map<std::string, Score> scores;
    Chance chance(seed);
    const auto& noises = html_noises();
    for (const Story& story : all_stories()) {
        for (const bool since_2022 : {false, true}) {
            HtmlPage page = plain_page(story, since_2022);
            std::string names;
            for (int i = 0; i < 3; ++i) {
                const auto noise =
                    std::next(noises.begin(), static_cast<std::ptrdiff_t>(chance.below(noises.size())));
                noise->second(page, chance);
                names += noise->first + "; ";
            }
            scores[since_2022 ? "since 2022" : "to 2023"].add(
                names + story.tag, difference(read(html_of(page, story), story.tag), story, false));
        }
    }
    demand_all(scores);
}
