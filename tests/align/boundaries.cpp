#include "align/boundaries.hpp"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <set>

#include "align/list_items.hpp"
#include "align/segmenter.hpp"
#include "align/unicode.hpp"
#include "catch.hpp"

namespace fs = std::filesystem;
using align::Boundary;
using Strings = std::vector<std::string>;

namespace {

/// The sentences of a text, without the white space between them.
Strings sentences(std::string_view text, std::string_view language) {
    Strings all;
    std::size_t begin = 0;
    for (const std::size_t end : align::sentence_boundaries(text, language)) {
        const std::string_view sentence = align::trim(text.substr(begin, end - begin));
        if (!sentence.empty()) all.emplace_back(sentence);
        begin = end;
    }
    return all;
}

std::vector<Boundary> boundaries(std::string_view text, std::string_view language) {
    std::vector<Boundary> all;
    align::decide_boundaries(text, language, [&](const Boundary& boundary) { all.push_back(boundary); });
    return all;
}

Strings lines_of(const fs::path& path) {
    Strings lines;
    std::ifstream in(path);
    for (std::string line; std::getline(in, line);) lines.push_back(line);
    return lines;
}

}  // namespace

TEST_CASE("the sentences of each fixture are found again in the text that they make together") {
    std::set<std::string> languages;
    for (const auto& entry : fs::directory_iterator(fs::path(HEXAPLA_FIXTURES) / "segment")) {
        const std::string name = entry.path().filename().string();
        const std::string language = name.substr(0, name.find('.'));
        languages.insert(language);
        const Strings expected = lines_of(entry.path());
        std::string text;
        for (const std::string& line : expected) {
            if (!text.empty() && language.substr(0, 2) != "zh") text += ' ';
            text += line;
        }
        INFO(name);
        CHECK(expected.size() > 1);
        CHECK(sentences(text, language) == expected);
    }
    CHECK(languages.size() == 32);
}

TEST_CASE("a space that was forgotten behind a full stop hides no sentence, names in the net hold none") {
    CHECK(sentences("Der Regen hörte auf.Danach kam die Sonne.", "de").size() == 2);
    CHECK(sentences("Siehe Booking.com und www.Beispiel.de heute.", "de").size() == 1);
    CHECK(sentences("Write to Jane.Doe@Example.org now.", "en").size() == 1);
    CHECK(sentences("It is the U.S.A.F. that he means.", "en").size() == 1);
    CHECK(sentences("Das ist die ul.Lange dort, bzw.Kurze.", "de").size() == 1);
    CHECK(sentences("यह www.example.org है। वह ए.के.शर्मा है।", "hi").size() == 2);
    CHECK(sentences("یہ درست ہے۔اور وہ بھی۔", "ur").size() == 2);
}

TEST_CASE("a quotation mark that closes belongs to the sentence before, one that opens to the next") {
    CHECK(sentences("他走了。“我知道。”", "zh-Hans") == Strings{"他走了。", "“我知道。”"});
    CHECK(sentences("他说： “ 我知道 。 ”大家走了。", "zh-Hans") ==
          Strings{"他说： “ 我知道 。 ”", "大家走了。"});
    CHECK(sentences("Il part. « Bon. » Elle reste.", "fr") == Strings{"Il part.", "« Bon. »", "Elle reste."});
    CHECK(sentences("Er ging. »Gut.« Sie blieb.", "de") == Strings{"Er ging.", "»Gut.«", "Sie blieb."});
    CHECK(sentences("He left. \"Good.\" She stayed.", "en") ==
          Strings{"He left.", "\"Good.\"", "She stayed."});
    CHECK(sentences("He said \"Go. \"", "en").size() == 1);
}

TEST_CASE("a mark within brackets ends nothing, unless it says that something is left out") {
    CHECK(sentences("He won (!) Monday.", "en").size() == 1);
    CHECK(sentences("He won [sic!] Monday.", "en").size() == 2);
    CHECK(sentences("They left (...) Nobody knew.", "en").size() == 2);
}

TEST_CASE("the mark of a name ends nothing, within it too") {
    CHECK(sentences("She watched E! News and Who Framed Roger Rabbit? last night.", "en").size() == 1);
    CHECK(sentences("She works at Yahoo! He does too.", "en").size() == 2);
    CHECK(sentences("他在Yahoo!奇摩工作。", "zh-Hant").size() == 1);
}

TEST_CASE("a footnote belongs to the sentence before it") {
    CHECK(sentences("It rained.[1] He left.[2][3] She stayed.", "en") ==
          Strings{"It rained.[1]", "He left.[2][3]", "She stayed."});
}

TEST_CASE("a number behind a bracket and a stop belongs to the sentence before it") {
    CHECK(sentences("They judge fast (type 1).10 This helps.", "en") ==
          Strings{"They judge fast (type 1).10", "This helps."});
    CHECK(sentences("It cost (much).50 cents more.", "en").size() == 1);
}

TEST_CASE("a line goes on below where it ends with a space, and where letters are set one below the other") {
    CHECK(sentences("It was a cold \nday in May.", "en").size() == 1);
    CHECK(sentences("It was a cold\nday in May.", "en").size() == 2);
    CHECK(sentences("Bread \nSalt", "en").size() == 2);
    CHECK(sentences("E\nX\nIT\n", "en").size() == 1);
    CHECK(sentences("EXIT\nA\nB", "en") == Strings{"EXIT", "A\nB"});
    CHECK(sentences("Call us for prices\n.\nThank you", "en") ==
          Strings{"Call us for prices\n.", "Thank you"});
}

TEST_CASE("a mark before its word, or between initials, ends nothing") {
    CHECK(sentences("He speaks !Kung and (!Xun too.", "en").size() == 1);
    CHECK(sentences("He spoke!Kung went.", "en").size() == 2);
    CHECK(sentences("She works at Y!J. now.", "en").size() == 1);
}

TEST_CASE("three spaced full stops leave words out, four end the sentence") {
    CHECK(sentences("The thing is . . . I forgot it.", "en").size() == 1);
    CHECK(sentences("That was the thing . . . . He forgot it.", "en").size() == 2);
    CHECK(sentences("Он ушёл… Она осталась.", "ru").size() == 2);
}

TEST_CASE("an ellipsis ends a Persian sentence, but not what is counted up") {
    CHECK(sentences("باران آمد… مردم رفتند.", "fa").size() == 2);
    CHECK(sentences("نان و نمک و… خریدند.", "fa").size() == 1);
    CHECK(sentences("مطر… ثم شمس.", "ar").size() == 1);
}

TEST_CASE("what a narrator inserts between dashes does not end a quotation's sentence") {
    CHECK(sentences("«Куда? – спросил он. – Домой». Он ушёл.", "ru").size() == 2);
    CHECK(sentences("Она ждала. – Домой, – сказал он.", "ru").size() == 2);
}

TEST_CASE("names of letters are initials in Hindi that ends its sentences with a danda") {
    CHECK(sentences("मंत्री पी. शर्मा आए। वे बोले।", "hi").size() == 2);
    CHECK(sentences("उसने चाय पी. फिर वह गया.", "hi").size() == 2);
}

TEST_CASE("brackets behind a company's abbreviation tell more of it") {
    CHECK(sentences("He sued Bread Inc. (“the Company”) and won.", "en").size() == 1);
    CHECK(sentences("It costs Rs. 300 a day.", "en").size() == 1);
}

TEST_CASE("Greek's question mark ends sentences in Greek alone") {
    CHECK(sentences("Τι; Ναι.", "el").size() == 2);
    CHECK(sentences("Yes; No.", "en").size() == 1);
}

TEST_CASE("items of a list in a line are sentences, what only looks like one is not") {
    CHECK(sentences("1. Bread is here 2. Salt is there", "en") ==
          Strings{"1. Bread is here", "2. Salt is there"});
    CHECK(sentences("• Bread • Salt", "en") == Strings{"• Bread", "• Salt"});
    CHECK(sentences("(i) Bread (ii) Salt (iii) Water", "en").size() == 3);
    CHECK(sentences("a. Bread b. Salt", "en").size() == 2);
    CHECK(sentences("A. Smith and B. Jones left", "en").size() == 1);
    CHECK(sentences("He saw 1) bread and 2) salt", "en").size() == 1);
    CHECK(sentences("1) Bread 3) Salt", "en").size() == 1);
    CHECK(sentences("1) bread, 2) salt and 3) water", "en").size() == 1);
    CHECK(sentences("1. Mai und 2. Juni", "de").size() == 1);
    CHECK(align::list_items("1) a 2) b", false) == std::vector<std::size_t>{5});
    CHECK(align::list_items("", false).empty());
}

TEST_CASE("each decision names its rule, and the line of the list that it went by") {
    const std::string text = "Er kam z. B. mit Dr. Maier. Dann ging er.";
    const auto all = boundaries(text, "de");
    REQUIRE(all.size() == 5);
    CHECK(all[0].rule == "within an abbreviation");
    CHECK_FALSE(all[0].cut);
    CHECK(all[1].rule == "small letter follows");
    CHECK(all[2].rule == "abbreviation");
    CHECK(all[2].list == "align/segmentation/de.txt");
    const Strings list = lines_of(fs::path(HEXAPLA_FIXTURES) / ".." / std::string(all[2].list));
    REQUIRE(list.size() >= all[2].line);
    CHECK(list[all[2].line - 1] == "title\tDr.");
    CHECK(all[3].cut);
    CHECK(all[3].offset == text.find("Dann"));
    CHECK(all[3].line == 0);
    CHECK(all[4].rule == "the text or a paragraph ends");
    CHECK(all[4].offset == text.size());
}

TEST_CASE("a text in a language without a list is cut by Unicode's rules and by what holds everywhere") {
    CHECK(sentences("Une. Duo! 3 res. J. Smith.", "la").size() == 4);
}

TEST_CASE("time grows with the length of a text alone, whatever it is made of") {
    for (const char* piece :
         {"Regen ", ". ", "\" . ", ".(((", "1) a ", "z. B. ", "\"\"", "( ", "U.S.", "。”", "፡፡", "[1]"}) {
        std::string text;
        while (text.size() < 2'000'000) text += piece;
        INFO(piece);
        CHECK(align::sentence_boundaries(text, "de").back() == text.size());
    }
}
