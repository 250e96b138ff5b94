#include "work_folder.hpp"

#include <sstream>

#include "catch.hpp"
#include "errors.hpp"
#include "src/made_story.hpp"
#include "src/temporary_folder.hpp"

using Catch::Matchers::Contains;
using hexapla::AlignedStory;
using hexapla::InputError;
using hexapla::OutputError;
using hexapla::read_work;
using hexapla::write_work;
using made::bead;
using made::version;

namespace {

AlignedStory sample() {
    auto english = version("en", {{"Head"}, {"One.", "Two."}, {"Three."}}, align::BlockKind::headline);
    english.article.title = "Head";
    english.article.url = "https://example.org/1";
    AlignedStory story = made::story(
        "rain", {english, version("de", {{"Kopf"}, {"Eins.", "Zwei.", "Drei."}})},
        {{bead(0, 1, 0, 1, 0.95), bead(1, 3, 1, 2, 0.97), bead(3, 4, 2, 3, 0.99), bead(4, 4, 3, 4, 0.8)}});
    story.versions[1].place = 1;
    return story;
}

std::string written(const AlignedStory& story) {
    std::ostringstream out;
    hexapla::write_tmx(out, {&story}, story.versions[0].tmx_tag);
    return out.str();
}

std::string content(const std::filesystem::path& file) {
    std::ifstream in(file);
    return {std::istreambuf_iterator<char>(in), {}};
}

/// A kept story with one file changed.
struct Kept {
    TemporaryFolder folder;
    Kept() { write_work(folder / "work", {sample()}, false); }
    void change(const std::string& name, const std::string& text) const {
        folder.write("work/" + name, text);
    }
    [[nodiscard]] std::string refusal() const {
        return error_of<InputError>([&] { read_work(folder / "work"); });
    }
};

}  // namespace

TEST_CASE("kept stories are plain files") {
    const Kept kept;
    CHECK(content(kept.folder / "work/rain.en.txt") == "Head\nOne.\nTwo.\nThree.\n");
    CHECK(content(kept.folder / "work/rain.links") ==
          "[0]:[0]:0.0513\n[1,2]:[1]:0.0305\n[3]:[2]:0.0101\n[]:[3]:0.2231\n");
}

TEST_CASE("kept stories read back give the same units") {
    const Kept kept;
    std::vector<AlignedStory> stories = read_work(kept.folder / "work");
    REQUIRE(stories.size() == 1);
    stories[0].made = hexapla::make_units(stories[0].versions, stories[0].pairs, {});
    CHECK(written(stories[0]) == written(sample()));
    CHECK(stories[0].made.units.size() == 2);  // the headline is known again
}

TEST_CASE("an edited link is certain, and what no line names is alone") {
    const Kept kept;
    kept.change("rain.links", "[1]:[1]\n\n[2]:[2]\r\n");
    const AlignedStory story = read_work(kept.folder / "work")[0];
    const align::Alignment& beads = story.pairs[0].alignment;
    CHECK(beads.size() == 6);
    CHECK(std::count(beads.begin(), beads.end(), bead(1, 2, 1, 2, 1)) == 1);
    CHECK(std::count_if(beads.begin(), beads.end(), [](const align::Bead& b) { return !b.is_link(); }) == 4);
}

TEST_CASE("a wrong edit is named by file and line") {
    const Kept kept;
    kept.change("rain.links", "[0]:[0]\n[9]:[1]\n");
    CHECK_THAT(kept.refusal(),
               Contains("rain.links:2: there is no source segment 9; there are 4, counted from 0"));
    kept.change("rain.links", "[0]:[0]\n[1]:[1]\n[1]:[2]\n");
    CHECK_THAT(kept.refusal(), Contains("rain.links:3: source segment 1 stands in a link already"));
    kept.change("rain.links", "[0,2]:[0]\n");
    CHECK_THAT(kept.refusal(), Contains("rain.links:1: joins sentences that are no neighbours"));
    kept.change("rain.links", "0:0\n");
    CHECK_THAT(kept.refusal(), Contains("rain.links:1: not a link"));
    kept.change("rain.links", "[0]:[0]\n");
    kept.change("rain.de.txt", "Eins.\n\nZwei.\n");
    CHECK_THAT(kept.refusal(), Contains("rain.de.txt:2: is empty; take the line out"));
    kept.change("rain.de.txt", "");
    CHECK_THAT(kept.refusal(), Contains("rain.de.txt: holds no sentence"));
    std::filesystem::remove(kept.folder / "work/rain.de.txt");
    CHECK_THAT(kept.refusal(), Contains("rain.de.txt"));
}

TEST_CASE("a folder without kept stories, or with damaged ones, says what to do") {
    const Kept kept;
    CHECK_THAT(error_of<InputError>([&] { read_work(kept.folder / "other"); }), Contains("--keep"));
    for (const char* text :
         {"", "{", "{}", R"({"schema":"hexapla-work-1","stories":[{}]})", R"({"schema":7})"}) {
        kept.change("hexapla.json", text);
        CHECK_THAT(kept.refusal(), Contains("hexapla.json: is damaged"));
    }
    kept.change("hexapla.json", R"({"schema":"hexapla-work-2","stories":[]})");
    CHECK_THAT(kept.refusal(), Contains("another version"));
}

TEST_CASE("kept stories are not replaced unless forced") {
    const Kept kept;
    CHECK_THROWS_AS(hexapla::require_no_work(kept.folder / "work", false), OutputError);
    CHECK_NOTHROW(hexapla::require_no_work(kept.folder / "work", true));
    CHECK_NOTHROW(hexapla::require_no_work(kept.folder / "other", false));
    CHECK_THROWS_AS(write_work(kept.folder / "work", {sample()}, false), OutputError);
}

TEST_CASE("of three versions the links of each aligned pair are kept") {
    AlignedStory story =
        made::story("rain", {version("en", {{"One."}}), version("de", {{"Eins."}}), version("fr", {{"Un."}})},
                    {{bead(0, 1, 0, 1, 0.99)}, {bead(0, 1, 0, 1, 0.98)}});
    for (std::size_t v = 0; v < story.versions.size(); ++v) story.versions[v].place = v;
    const TemporaryFolder folder;
    write_work(folder / "work", {story}, false);
    CHECK(content(folder / "work/en-fr/rain.links") == "[0]:[0]:0.0202\n");
    CHECK_FALSE(std::filesystem::exists(folder / "work/de-fr"));
    auto read = read_work(folder / "work");
    read[0].made = hexapla::make_units(read[0].versions, read[0].pairs, {});
    CHECK(written(read[0]) == written(story));
    std::filesystem::remove_all(folder / "work/en-fr");
    CHECK_THAT(error_of<InputError>([&] { read_work(folder / "work"); }),
               Contains("no file of links names fr"));
}
