#include "lexicons/word_file.hpp"

#include <sstream>

#include "catch.hpp"
#include "errors.hpp"
#include "lexicons/merge.hpp"
#include "src/temporary_folder.hpp"

using align::ListEntry;
using Catch::Matchers::Contains;
using hexapla::InputError;
using lexicons::Languages;
using lexicons::read_word_file;
using lexicons::WordFile;

namespace {

/// "Haus~house 1 1; …"
std::string shown(const std::vector<ListEntry>& entries) {
    std::ostringstream text;
    for (const ListEntry& entry : entries) {
        text << (text.tellp() > 0 ? "; " : "");
        for (const std::string& form : entry.source) text << form;
        for (const std::string& form : entry.target) text << '~' << form;
        text << ' ' << entry.forward << ' ' << entry.backward;
    }
    return text.str();
}

std::string refusal_of(const std::string& text) {
    const TemporaryFolder folder;
    return error_of<InputError>([&] { read_word_file(folder.write("words.tsv", text)); });
}

std::string written(const WordFile& words) {
    std::ostringstream out;
    lexicons::write_word_file(out, words);
    return out.str();
}

}  // namespace

TEST_CASE("a glossary is pairs of words; comments, blank lines and remarks are passed over") {
    const TemporaryFolder folder;
    const WordFile words = read_word_file(folder.write(
        "words.tsv", "\xEF\xBB\xBF# comment\n\nHaus\thouse\r\n  \n Fluss \t river \t0.5 or so\nä\tб"));
    CHECK(words.languages.empty());
    CHECK(shown(words.entries) == "Haus~house 1 1; Fluss~river 1 1; ä~б 1 1");
    CHECK(read_word_file(folder.write("empty.tsv", "")).entries.empty());
}

TEST_CASE("a lexicon of this program tells its languages and weights") {
    const TemporaryFolder folder;
    const WordFile words = read_word_file(folder.write(
        "words.tsv", "# hexapla lexicon de-AT English\na\tb\nc\td\t0.25\ne\tf\t0.25\t2\ng\th\t\t3\ti\n"));
    CHECK(words.languages == Languages{"de", "en"});
    CHECK(shown(words.entries) == "a~b 1 1; c~d 0.25 0.25; e~f 0.25 2; g~h 1 3");
}

TEST_CASE("a line that is no pair of words, or has no weight where one is due, is named") {
    for (const char* line : {"Haus", "Haus\t", "\thouse", "Haus\t \t x", "Haus house"}) {
        INFO(line);
        CHECK_THAT(refusal_of(std::string("Fluss\triver\n\n") + line + "\n"),
                   Contains("words.tsv:3: is no pair of words") && Contains("word<tab>word"));
    }
    for (const char* weight : {"many", "-1", "0.5x", "nan", "1e9"}) {
        INFO(weight);
        CHECK_THAT(refusal_of(std::string("# hexapla lexicon de en\na\tb\t") + weight + "\n"),
                   Contains("words.tsv:2: '") && Contains("is no weight") && Contains("0 to 1000"));
    }
    for (const char* languages : {"", " de", " de en fr"}) {
        INFO(languages);
        CHECK_THAT(refusal_of(std::string("# hexapla lexicon") + languages + "\n"),
                   Contains("words.tsv:1: names no two languages") && Contains("de en"));
    }
    CHECK_THAT(refusal_of("Fluss\triver\nH\xe4user\thouses\n"),
               Contains("words.tsv:2: is not UTF-8 at byte 2"));
}

TEST_CASE("what is written is read back") {
    const WordFile words{{"de", "en"},
                         {{{"Haus"}, {"house", "building"}},
                          {{"Fluss", "Strom"}, {"river"}, 0.5, 0.125},
                          {{"a"}, {"b"}, 2, 2}}};
    const std::string text = written(words);
    CHECK(text ==
          "# hexapla lexicon de "
          "en\nHaus\thouse\nHaus\tbuilding\nFluss\triver\t0.5\t0.125\nStrom\triver\t0.5\t0.125\n"
          "a\tb\t2\n");
    const TemporaryFolder folder;
    CHECK(written(read_word_file(folder.write("again.tsv", text))) == text);
    CHECK_THROWS_AS(written({{"de", "en"}, {{{"a\tb"}, {"c"}}}}), std::invalid_argument);
    CHECK_THROWS_AS(written({{"de", "en"}, {{{"#a"}, {"c"}}}}), std::invalid_argument);
}

TEST_CASE("lexicons merge in the direction of the first, the greater weights hold") {
    WordFile words{{"de", "en"}, {{{"Haus"}, {"house"}, 0.5, 0.25}, {{"Fluss"}, {"river"}}}};
    lexicons::merge(
        words, {{"en", "de"}, {{{"house"}, {"Haus"}, 0.75, 0.125}, {{"sea", "ocean"}, {"Meer"}, 0.5, 1}}});
    CHECK(shown(words.entries) == "Haus~house 0.5 0.75; Fluss~river 1 1; Meer~sea 1 0.5; Meer~ocean 1 0.5");
    CHECK_THROWS_AS(lexicons::merge(words, {{"de", "fr"}, {}}), std::invalid_argument);
}

TEST_CASE("a file serves languages that are near its own, whichever way round") {
    using lexicons::direction;
    using lexicons::Direction;
    CHECK(direction({"de", "en"}, {"de", "en"}) == Direction::straight);
    CHECK(direction({"de", "en-US"}, {"en", "de"}) == Direction::reversed);
    CHECK(direction({"pt", "en"}, {"en", "pt-BR"}) == Direction::reversed);
    CHECK(direction({"fa", "prs"}, {"fa", "prs"}) == Direction::straight);
    CHECK(direction({"fa", "prs"}, {"prs", "fa"}) == Direction::reversed);
    CHECK(direction({"de", "en"}, {"de", "fr"}) == Direction::neither);
    CHECK(direction({"zh-Hans", "en"}, {"zh-Hant", "en"}) == Direction::neither);
}
