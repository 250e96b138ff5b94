#include "align/coverage.hpp"

#include "catch.hpp"

using align::Coverage;
using align::CoverageCounter;
using align::ListEntry;

namespace {

std::vector<ListEntry> entries() {
    return {{{"announce", "announced"}, {"melden", "gab bekannt"}},
            {{"government"}, {"Regierung"}},
            {{"come to terms"}, {"sich abfinden"}},
            {{"in"}, {"in"}}};
}

Coverage coverage_of(std::string_view english, std::string_view german) {
    CoverageCounter counter(entries(), "de");
    counter.add(english, german);
    return counter.coverage();
}

}  // namespace

TEST_CASE("names, numbers and the stop list are no content words") {
    const Coverage coverage =
        coverage_of("In 2015 the government of Angela Merkel didn’t announce 3 things.", "");
    CHECK(coverage.words == 11);
    CHECK(coverage.content == 3);  // government, announce, things
    CHECK(coverage.known == 2);
}

TEST_CASE("a word that begins a sentence or a quotation is no name by its capital") {
    CHECK(coverage_of("Governments fell. Governments rose.", "").content == 4);
    CHECK(coverage_of("He said: “Governments fell.”", "").content == 3);
    CHECK(coverage_of("He said: \"Governments fell.\"", "").content == 3);
    CHECK(coverage_of("“It fell,” Merkel said.", "").content == 2);
    CHECK(coverage_of("He met (Merkel) then.", "").content == 1);
}

TEST_CASE("words have an entry by their stem, phrases where their words follow each other") {
    CHECK(coverage_of("Governments were announcing things.", "").known == 2);
    CHECK(coverage_of("They came to good terms.", "").known == 0);
    CHECK(coverage_of("They come to terms.", "").known == 2);
}

TEST_CASE("an entry matches a pair of sentences where both sides hold a form of it") {
    CHECK(coverage_of("The government fell.", "Die Regierung stürzte.").matched == 1);
    CHECK(coverage_of("They announced it.", "Er gab dies bekannt.").matched == 0);
    CHECK(coverage_of("They announced it.", "Er gab bekannt, was war.").matched == 1);
    CHECK(coverage_of("They announced it.", "Die Regierung stürzte.").matched == 0);
    CHECK(coverage_of("She sat in Rome.", "Sie saß in Rom.").matched == 0);  // by a stop word alone
}

TEST_CASE("words without an entry are counted, the most frequent first") {
    CoverageCounter counter(entries(), "de");
    counter.add("Boats and trees and boats fell.", "");
    counter.add("Boats", "");
    const auto unknown = counter.unknown();
    REQUIRE(unknown.size() == 3);
    CHECK(unknown[0].word == "boats");
    CHECK(unknown[0].count == 3);
    CHECK(unknown[1].word == "fell");
    CHECK(unknown[2].word == "trees");
    CHECK(counter.coverage().sentences == 2);
}

TEST_CASE("the stop list holds words in any case and with either apostrophe") {
    for (const char* word : {"the", "The", "didn't", "didn’t", "would"}) CHECK(align::is_stop_word(word));
    for (const char* word : {"government", "#", ""}) CHECK(!align::is_stop_word(word));
}
