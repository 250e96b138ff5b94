#include "destination.hpp"

#include "catch.hpp"
#include "command.hpp"
#include "src/made_story.hpp"

using hexapla::Destination;
using hexapla::MemoryFile;
using hexapla::Tool;
using hexapla::UsageError;
using made::bead;
using made::version;
using Tags = std::vector<std::string>;
using Files = std::vector<std::pair<std::string, std::vector<std::size_t>>>;

namespace {

Files files_of(const Destination& to, const std::string& story, const Tags& tags) {
    Files files;
    for (const MemoryFile& file : hexapla::memory_files(to, story, tags))
        files.emplace_back(file.place.string(), file.versions);
    return files;
}

Destination made_for(Tool tool, const std::string& output = "news.tmx") {
    Destination to;
    to.output = output;
    to.tool = tool;
    return to;
}

/// en, de and fr, each of one sentence; the two last are linked through the first alone.
hexapla::AlignedStory linked_through_english() {
    auto story =
        made::story("s", {version("en", {{"One."}}), version("de", {{"Eins."}}), version("fr", {{"Un."}})},
                    {{bead(0, 1, 0, 1, 0.99)}, {bead(0, 1, 0, 1, 0.98)}});
    for (std::size_t v = 0; v < story.versions.size(); ++v) story.versions[v].place = v;
    return story;
}

}  // namespace

TEST_CASE("one file holds all versions unless told otherwise") {
    CHECK(files_of(made_for(Tool::any), "", {"en", "de", "fr"}) == Files{{"news.tmx", {0, 1, 2}}});
    CHECK(files_of(made_for(Tool::any), "", {}) == Files{{"news.tmx", {}}});
    CHECK(files_of(made_for(Tool::any, "out"), "rain", {"en", "de"}) == Files{{"out/rain.tmx", {0, 1}}});
    CHECK(files_of(made_for(Tool::trados), "", {"en-GB", "de-DE"}) == Files{{"news.tmx", {0, 1}}});
}

TEST_CASE("each two versions have a file when asked for, or when the tool has two languages a memory") {
    Destination to = made_for(Tool::any, "a/news.tmx.gz");
    to.per_pair = true;
    const Files expected = {{"a/news.en-de.tmx.gz", {0, 1}},
                            {"a/news.en-zh-CN.tmx.gz", {0, 2}},
                            {"a/news.de-zh-CN.tmx.gz", {1, 2}}};
    CHECK(files_of(to, "", {"en", "de", "zh-CN"}) == expected);
    CHECK(files_of(made_for(Tool::memoq, "out"), "rain", {"en-GB", "de-DE", "fr-FR"})[2] ==
          Files::value_type{"out/rain.de-DE-fr-FR.tmx", {1, 2}});
}

TEST_CASE("for OmegaT versions that differ by region stand apart") {
    CHECK(files_of(made_for(Tool::omegat), "", {"en", "zh-CN", "de", "zh-TW"}) ==
          Files{{"news.tmx", {0, 2}}, {"news.zh-CN.tmx", {0, 1}}, {"news.zh-TW.tmx", {0, 3}}});
    CHECK(files_of(made_for(Tool::omegat), "", {"pt", "pt-BR", "de"}) ==
          Files{{"news.tmx", {0, 2}}, {"news.pt-BR.tmx", {0, 1}}});
    CHECK(files_of(made_for(Tool::omegat), "", {"en", "zh-CN", "zh-TW"}) ==
          Files{{"news.zh-CN.tmx", {0, 1}}, {"news.zh-TW.tmx", {0, 2}}});
    CHECK(files_of(made_for(Tool::omegat), "", {"en", "de"}) == Files{{"news.tmx", {0, 1}}});
}

TEST_CASE("versions of one language are listed") {
    CHECK(hexapla::mixed_languages({"en", "zh-CN", "de", "zh-TW", "sr", "sr-Cyrl"}) ==
          std::vector<Tags>{{"sr", "sr-Cyrl"}, {"zh-CN", "zh-TW"}});
    CHECK(hexapla::mixed_languages({"en", "de"}).empty());
}

TEST_CASE("tools have names, and what they want") {
    CHECK(hexapla::tool_of("omegat") == Tool::omegat);
    CHECK_THROWS_AS(hexapla::tool_of("word"), UsageError);
    CHECK(hexapla::wants_locales(hexapla::tool_of("trados")));
    CHECK(hexapla::wants_locales(hexapla::tool_of("memoq")));
    CHECK_FALSE(hexapla::wants_locales(Tool::omegat));
    CHECK(hexapla::most_characters(Tool::trados) == 2000);
    CHECK(hexapla::most_characters(Tool::memoq) == 0);
}

TEST_CASE("two of a story's versions have what all together say of them") {
    const auto part = hexapla::with_versions(linked_through_english(), {1, 2}, {});
    REQUIRE(part.made.units.size() == 1);
    CHECK(part.made.units[0].variants[0].segment == "Eins.");
    CHECK(part.made.units[0].variants[1].segment == "Un.");
    CHECK(part.made.units[0].attributes.empty());  // German is the source of that file
    CHECK(part.made.confidences[0] == Approx(0.99 * 0.98));
}

TEST_CASE("a story with too few of the versions gives no units") {
    CHECK(hexapla::with_versions(linked_through_english(), {1}, {}).made.units.empty());
    CHECK(hexapla::with_versions(linked_through_english(), {1, 7}, {}).versions.size() == 1);
}
