#include <algorithm>
#include <fstream>
#include <sstream>

#include "catch.hpp"
#include "pages/article_text.hpp"
#include "pages/read_page.hpp"

namespace fs = std::filesystem;
using align::BlockKind;

namespace {

const fs::path stories = fs::path(HEXAPLA_FIXTURES) / "stories";

std::vector<fs::path> files_in(const fs::path& folder, const std::string& ending) {
    std::vector<fs::path> files;
    for (const auto& entry : fs::directory_iterator(folder)) {
        if (entry.path().extension() == ending) files.push_back(entry.path());
    }
    std::sort(files.begin(), files.end());
    return files;
}

pages::Article read(const fs::path& file, const std::string& edition = "") {
    pages::ReadOptions options;
    options.edition = edition;
    return pages::read_page(file, options).article;
}

std::string without_white_space(std::string text) {
    std::erase_if(text, [](char c) { return c == ' ' || c == '\n'; });
    return text;
}

std::string content(const fs::path& file) {
    std::ifstream in(file);
    std::ostringstream out;
    out << in.rdbuf();
    return out.str();
}

/// What a translation has too, block by block.
std::vector<std::pair<BlockKind, std::string>> blocks_of(const pages::Article& article) {
    std::vector<std::pair<BlockKind, std::string>> blocks;
    for (const pages::ArticleBlock& block : article.blocks) {
        if (block.kind != BlockKind::caption && block.kind != BlockKind::chrome &&
            block.kind != BlockKind::byline)
            // A page saved as text leaves open what a short line is.
            blocks.emplace_back(block.kind == BlockKind::line ? BlockKind::subhead : block.kind, block.text);
    }
    return blocks;
}

}  // namespace

TEST_CASE("the article of each story's dump is its sentences, without menu, byline and boxes") {
    std::size_t versions = 0;
    for (const auto& story : fs::directory_iterator(stories)) {
        for (const fs::path& dump : files_in(story.path(), ".txt")) {
            INFO(dump.string());
            const std::string tag = dump.stem().string();
            const pages::Article article = read(dump, tag);
            CHECK(article.edition == tag);
            CHECK(without_white_space(pages::article_text(article).text) ==
                  without_white_space(content(story.path() / "segments" / dump.filename())));
            CHECK_FALSE(article.byline.empty());
            CHECK(article.date.starts_with("2016-"));
            ++versions;
        }
    }
    CHECK(versions >= 96);
}

TEST_CASE("a story's HTML in either layout gives the article of its dump") {
    std::size_t seen = 0;
    for (const auto& story : fs::directory_iterator(stories)) {
        if (!fs::exists(story.path() / "html")) continue;
        for (const fs::path& page : files_in(story.path() / "html", ".html")) {
            INFO(page.string());
            const std::string tag = page.stem().stem().string();  // TAG.layout.html
            const pages::Article article = read(page);
            const pages::Article dump = read(story.path() / (tag + ".txt"), tag);
            CHECK(article.edition == tag);
            CHECK(article.date == dump.date);
            CHECK(article.byline == dump.byline);
            CHECK(article.id.starts_with("193000"));
            CHECK(blocks_of(article) == blocks_of(dump));
            ++seen;
        }
    }
    CHECK(seen >= 14);
}
