#include "lexicons/installed.hpp"

#include <cstdlib>

#include "catch.hpp"
#include "src/lexicons/made_dictionary.hpp"

using Catch::Matchers::Contains;
using Forms = std::vector<std::string>;
using lexicons::consult;
using lexicons::Consulted;
using lexicons::installed_dictionaries;
using lexicons::NearWords;

namespace {

NearWords near(const Forms& words) {
    NearWords all;
    for (const std::string& word : words) all.add(word);
    return all;
}

void write_dictionaries(const TemporaryFolder& folder) {
    made::dictionary(folder, "freedict-deu-eng",
                     {{"haus", "Haus\nhouse\n"},
                      {"deich", "Deich\ndike\n"},
                      {"schloss", "Schloss\n1. lock\n2. castle\n"}});
    made::dictionary(folder, "freedict-eng-swh",
                     {{"castle", "castle\nngome\n"},
                      {"house", "house\nnyumba\n"},
                      {"lock", "lock\na, b, c, d, e, f, g\n"}});
    made::dictionary(folder, "freedict-fra-deu", {{"maison", "maison\nHaus\n"}, {"digue", "digue\nDeich\n"}});
    folder.write("wn.index", "");
}

}  // namespace

TEST_CASE("a form is near texts that hold it, inflected or not") {
    const NearWords words = near({"Regierungen", "house", "Müller", "gehen", "die"});
    for (const char* form : {"Regierung", "regierungs", "house", "houses", "Muller", "die House", "gehend"}) {
        INFO(form);
        CHECK(words.has(form));
    }
    for (const char* form : {"Regierungssprecher", "Regie", "hoe", "dies", "das House", "", " "}) {
        INFO(form);
        CHECK(!words.has(form));
    }
}

TEST_CASE("FreeDict's dictionaries in a folder are found by their names") {
    const TemporaryFolder folder;
    write_dictionaries(folder);
    const auto found = installed_dictionaries(folder.path());
    REQUIRE(found.size() == 3);
    CHECK(found[0].name == "freedict-deu-eng");
    CHECK(found[1].languages == lexicons::Languages{"en", "sw"});
    CHECK(installed_dictionaries(folder / "none").empty());
}

TEST_CASE("words are looked up in a dictionary as it is, and in one of the other direction") {
    const TemporaryFolder folder;
    write_dictionaries(folder);
    const auto dictionaries = installed_dictionaries(folder.path());
    const auto straight = consult(dictionaries, {"de", "en"}, near({"Hauses", "Schloss"}), near({"x"}));
    REQUIRE(straight.size() == 1);
    CHECK(straight[0].name == "freedict-deu-eng");
    CHECK(straight[0].entries.size() == 3);  // Haus, and Schloss twice
    const auto reversed = consult(dictionaries, {"en", "de"}, near({"x"}), near({"Haus"}));
    REQUIRE(reversed.size() == 1);
    CHECK(reversed[0].name == "freedict-deu-eng (reversed)");
    REQUIRE(reversed[0].entries.size() == 1);
    CHECK(reversed[0].entries[0].source == Forms{"house"});
    CHECK(reversed[0].entries[0].target == Forms{"Haus"});
    CHECK(reversed[0].entries[0].forward == 1);
}

TEST_CASE("two dictionaries meet in a third language where none has both, but for its ambiguous words") {
    const TemporaryFolder folder;
    write_dictionaries(folder);
    const auto dictionaries = installed_dictionaries(folder.path());
    const auto joined = consult(dictionaries, {"de", "sw"}, near({"Haus", "Schloss"}), near({"x"}));
    REQUIRE(joined.size() == 1);
    CHECK(joined[0].name == "freedict-deu-eng with freedict-eng-swh");
    REQUIRE(joined[0].entries.size() == 2);
    CHECK(joined[0].entries[0].target == Forms{"nyumba"});
    CHECK(joined[0].entries[1].target == Forms{"ngome"});
    CHECK(joined[0].entries[0].forward == lexicons::weight_of_joined);

    const auto over_german = consult(dictionaries, {"en", "fr"}, near({"dike"}), near({"digue", "maison"}));
    REQUIRE(over_german.size() == 1);
    CHECK(over_german[0].name == "freedict-deu-eng (reversed) with freedict-fra-deu (reversed)");
    REQUIRE(over_german[0].entries.size() == 1);
    CHECK(over_german[0].entries[0].source == Forms{"dike"});
    CHECK(over_german[0].entries[0].target == Forms{"digue"});
    CHECK(consult(dictionaries, {"ru", "en"}, near({"x"}), near({"house"})).empty());
}

TEST_CASE("a damaged dictionary of the system is named and not used") {
    const TemporaryFolder folder;
    write_dictionaries(folder);
    folder.write("freedict-deu-eng.index", "haus\tA\n");
    const auto found = consult(installed_dictionaries(folder.path()), {"de", "en"}, near({"Haus"}), near({}));
    REQUIRE(found.size() == 1);
    CHECK(found[0].entries.empty());
    CHECK_THAT(found[0].fault, Contains("freedict-deu-eng.index:1: "));
}
