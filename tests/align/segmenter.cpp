#include "align/segmenter.hpp"

#include <array>
#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>
#include <random>
#include <stdexcept>

#include "align/unicode.hpp"
#include "catch.hpp"

namespace fs = std::filesystem;
using align::Block;
using align::BlockKind;
using align::Document;
using align::Segment;

namespace {

std::vector<std::string> texts_of(const Document& document) {
    std::vector<std::string> all;
    for (const Segment& segment : document.segments()) all.emplace_back(document.text_of(segment));
    return all;
}

using Strings = std::vector<std::string>;

constexpr std::array all_kinds = {
    BlockKind::headline, BlockKind::kicker, BlockKind::lead, BlockKind::subhead, BlockKind::paragraph,
    BlockKind::caption,  BlockKind::list,   BlockKind::line, BlockKind::byline,  BlockKind::chrome};

/// An article of pieces that a splitter may stumble over, in blocks with white space between them.
struct RandomArticle {
    std::string text;
    std::vector<Block> blocks;

    explicit RandomArticle(unsigned seed) {
        static const Strings pieces = {"Regen",
                                       "правда",
                                       "ጀርመን",
                                       "德国",
                                       "برلين",
                                       "جرمنی",
                                       "बारिश",
                                       "\U0001F600",
                                       "e\u0301",
                                       "a",
                                       "3",
                                       ".",
                                       ". ",
                                       "! ",
                                       "?",
                                       "…",
                                       "።",
                                       "፡",
                                       "。",
                                       "！",
                                       "۔",
                                       "؟",
                                       "।",
                                       ";",
                                       "\"",
                                       "»",
                                       "“",
                                       ")",
                                       ",",
                                       " ",
                                       "  ",
                                       "\n",
                                       "\r\n",
                                       "\t",
                                       "\u00a0",
                                       "\u2028",
                                       "\u0085",
                                       "\u200b",
                                       "\u200d",
                                       "\u200f",
                                       "\ufeff",
                                       "z. B. ",
                                       "Dr. ",
                                       "U.S. ",
                                       "1.500",
                                       "3. Mai",
                                       std::string(1, '\0')};
        static const Strings between = {"", " ", "\n\n", "\r\n", "\u3000", "\u200b\n"};
        std::mt19937 random(seed);
        const auto below = [&](std::size_t n) {
            return std::uniform_int_distribution<std::size_t>(0, n - 1)(random);
        };
        for (std::size_t block = below(6); block > 0; --block) {
            text += between[below(between.size())];
            const std::size_t begin = text.size();
            for (std::size_t piece = below(25); piece > 0; --piece) text += pieces[below(pieces.size())];
            blocks.push_back({all_kinds[below(all_kinds.size())], {begin, text.size()}});
        }
        text += between[below(between.size())];
    }
};

bool stays_whole(BlockKind kind) {
    return kind == BlockKind::headline || kind == BlockKind::kicker || kind == BlockKind::subhead ||
           kind == BlockKind::caption || kind == BlockKind::line || kind == BlockKind::byline;
}

}  // namespace

TEST_CASE("text and segments give the article back, whatever it is made of") {
    for (unsigned seed = 0; seed < 1500; ++seed) {
        const RandomArticle article(seed);
        const Document document = align::segment("de", article.text, article.blocks);
        std::string again;
        std::size_t end = 0;
        bool trimmed = true;
        bool within = true;
        bool blank_between = true;
        std::vector<int> in_block(article.blocks.size(), 0);
        for (const Segment& segment : document.segments()) {
            const std::string_view gap =
                std::string_view(article.text).substr(end, segment.bytes.begin - end);
            blank_between = blank_between && align::is_blank(gap);
            again += gap;
            again += document.text_of(segment);
            end = segment.bytes.end;
            const std::string_view text = document.text_of(segment);
            trimmed = trimmed && !text.empty() && align::trim(text) == text;
            const align::ByteRange block = article.blocks[segment.block].bytes;
            within = within && block.begin <= segment.bytes.begin && segment.bytes.end <= block.end;
            ++in_block[segment.block];
        }
        again += article.text.substr(end);
        bool whole = true;
        for (std::size_t i = 0; i < in_block.size(); ++i) {
            const bool blank = align::is_blank(document.text_of(article.blocks[i].bytes));
            if (blank) whole = whole && in_block[i] == 0;
            if (!blank && stays_whole(article.blocks[i].kind)) whole = whole && in_block[i] == 1;
            if (!blank) whole = whole && in_block[i] >= 1;
        }
        INFO("seed " << seed);
        REQUIRE(again == article.text);
        REQUIRE(trimmed);
        REQUIRE(within);
        REQUIRE(blank_between);
        REQUIRE(whole);
        REQUIRE(align::is_blank(article.text.substr(end)));
    }
}

TEST_CASE("the sentences of every gold row give its text back") {
    const fs::path folder = fs::path(HEXAPLA_SHARED) / "eval" / "segments";
    if (!fs::exists(folder)) {
        WARN("skipped, for there is no " << folder);
        return;
    }
    std::size_t rows = 0;
    for (const std::string set : {"gold", "gold_news", "golden", "silver"}) {
        for (const auto& file : fs::directory_iterator(folder / set)) {
            const std::string language = file.path().stem().string();
            std::ifstream in(file.path());
            for (std::string line; std::getline(in, line); ++rows) {
                const std::string text = nlohmann::json::parse(line).at("text");
                const Document document =
                    align::segment(language, text, {{BlockKind::paragraph, {0, text.size()}}});
                std::string again;
                std::size_t end = 0;
                for (const Segment& segment : document.segments()) {
                    again += text.substr(end, segment.bytes.begin - end);
                    again += document.text_of(segment);
                    end = segment.bytes.end;
                }
                again += text.substr(end);
                if (again != text || !align::is_blank(text.substr(end)))
                    FAIL(file.path().string() << ": row " << rows);
            }
        }
    }
    CHECK(rows > 5000);
}

TEST_CASE("boundaries ascend to the end of the text and cut no character") {
    for (unsigned seed = 0; seed < 500; ++seed) {
        const RandomArticle article(seed);
        for (const char* language : {"de", "am", "ur", "zh-Hans", "el"}) {
            const std::vector<std::size_t> ends = align::sentence_boundaries(article.text, language);
            std::size_t begin = 0;
            bool ascending = true;
            bool whole_characters = true;
            for (const std::size_t end : ends) {
                ascending = ascending && begin < end;
                whole_characters =
                    whole_characters && !align::find_malformed(article.text.substr(begin, end - begin));
                begin = end;
            }
            INFO("seed " << seed << ", " << language);
            REQUIRE(ascending);
            REQUIRE(whole_characters);
            REQUIRE(begin == article.text.size());
        }
    }
    CHECK(align::sentence_boundaries("", "de").empty());
}

TEST_CASE("a line feed ends a sentence, a block does too") {
    const std::string text = "Es regnet\nund regnet\r\nimmer. Und dannweiter";
    const std::size_t second = text.find("weiter");
    const Document document = align::segment(
        "de", text, {{BlockKind::paragraph, {0, second}}, {BlockKind::paragraph, {second, text.size()}}});
    CHECK(texts_of(document) == Strings{"Es regnet", "und regnet", "immer.", "Und dann", "weiter"});
    CHECK(document.segments().back().block == 1);
}

TEST_CASE("headlines, kickers, subheads, captions and bylines stay whole, all else is cut") {
    const std::string text = "Regen! Schon wieder? Ja.\nWirklich.";
    for (const BlockKind kind : all_kinds) {
        INFO(align::name_of(kind));
        const Document document = align::segment("de", text, {{kind, {0, text.size()}}});
        CHECK(document.segments().size() == (stays_whole(kind) ? 1 : 4));
        CHECK(document.kind_of(document.segments().front()) == kind);
    }
}

TEST_CASE("blocks that are blank or empty have no segments") {
    const Document document = align::segment(
        "de", " \u200b\nJa.",
        {{BlockKind::headline, {0, 5}}, {BlockKind::list, {5, 8}}, {BlockKind::paragraph, {8, 8}}});
    CHECK(texts_of(document) == Strings{"Ja."});
    CHECK(align::segment("de", "", {}).segments().empty());
}

TEST_CASE("blocks that break the invariants of a document are refused") {
    const auto cut = [](std::string text, std::vector<Block> blocks) {
        return align::segment("de", std::move(text), std::move(blocks));
    };
    CHECK_THROWS_AS(cut("Ja.", {{BlockKind::paragraph, {0, 4}}}), std::invalid_argument);  // beyond the end
    CHECK_THROWS_AS(cut("Ja.", {{BlockKind::paragraph, {2, 1}}}), std::invalid_argument);  // backwards
    CHECK_THROWS_AS(cut("Ja.", {{BlockKind::paragraph, {0, 2}}}), std::invalid_argument);  // text outside
    CHECK_THROWS_AS(cut("Ja.", {}), std::invalid_argument);
    CHECK_THROWS_AS(cut("Ja.", {{BlockKind::paragraph, {0, 3}}, {BlockKind::paragraph, {2, 3}}}),
                    std::invalid_argument);                                                   // overlapping
    CHECK_THROWS_AS(cut("J\xff.", {{BlockKind::paragraph, {0, 3}}}), std::invalid_argument);  // not UTF-8
}

TEST_CASE("a line of 5 MB without a stop is one segment") {
    std::string text;
    while (text.size() < 5'000'000) text += "Regen und noch mehr ";
    text += "Regen";
    const std::size_t size = text.size();
    const Document document = align::segment("de", std::move(text), {{BlockKind::paragraph, {0, size}}});
    REQUIRE(document.segments().size() == 1);
    CHECK(document.segments().front().bytes == align::ByteRange{0, size});
}

TEST_CASE("a line of 1 MB of stops is cut like a short one") {
    std::string text;
    while (text.size() < 1'000'000) text += "3. Ja. 4. ";
    text += "Ja. Nein.";
    const std::size_t size = text.size();
    const Document document = align::segment("de", std::move(text), {{BlockKind::paragraph, {0, size}}});
    CHECK(document.segments().size() > 2);
    CHECK(document.text_of(document.segments().back()) == "Nein.");
}

TEST_CASE("two Ethiopic word spaces end a sentence as the full stop does") {
    const std::string text = "\u1230\u120B\u121D\u1361\u1361 \u12A5\u1295\u12F4\u1275\u1361\u1361";
    const auto ends = align::sentence_boundaries(text, "am");
    REQUIRE(ends.size() == 2);
    CHECK(text.substr(0, ends[0]) == "\u1230\u120B\u121D\u1361\u1361 ");
    CHECK(ends[1] == text.size());
}
