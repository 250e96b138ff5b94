#include "stories.hpp"

#include "catch.hpp"
#include "command.hpp"
#include "errors.hpp"
#include "src/temporary_folder.hpp"

using Catch::Matchers::Contains;
using hexapla::InputError;
using hexapla::match_stories;
using hexapla::UsageError;
namespace fs = std::filesystem;

TEST_CASE("files are one story, named by the first") {
    const TemporaryFolder folder;
    const fs::path a = folder.write("a.page.txt", "x");
    const fs::path b = folder.write("b.txt", "x");
    const fs::path c = folder.write("c.txt", "x");
    const auto matched = match_stories({a, b, c});
    REQUIRE(matched.stories.size() == 1);
    CHECK(matched.stories[0].name == "a.page");
    CHECK(matched.stories[0].files == std::vector<fs::path>{a, b, c});
    CHECK_FALSE(matched.from_folders);
}

TEST_CASE("folders are matched by stem, in order of name") {
    const TemporaryFolder folder;
    for (const char* name : {"en/b.html", "en/a.txt", "de/a.text", "de/b.txt", "fr/a.txt", "fr/b.htm"}) {
        folder.write(name, "x");
    }
    folder.write("en/alone.txt", "x");
    folder.write("fr/both.txt", "x");
    folder.write("de/both.txt", "x");
    folder.write("de/.hidden.txt", "x");
    folder.write("en/a_files/style.css", "x");
    const auto matched = match_stories({folder / "en", folder / "de", folder / "fr"});
    CHECK(matched.from_folders);
    REQUIRE(matched.stories.size() == 3);
    CHECK(matched.stories[0].name == "a");
    CHECK(matched.stories[0].files ==
          std::vector<fs::path>{folder / "en/a.txt", folder / "de/a.text", folder / "fr/a.txt"});
    CHECK(matched.stories[1].name == "b");
    CHECK(matched.stories[2].name == "both");  // two versions are enough
    CHECK(matched.stories[2].files ==
          std::vector<fs::path>{fs::path(), folder / "de/both.txt", folder / "fr/both.txt"});
    CHECK(matched.unmatched == std::vector<fs::path>{folder / "en/alone.txt"});
    CHECK(matched.bad.empty());
}

TEST_CASE("two files of one stem are a bad input, and the other stories are matched") {
    const TemporaryFolder folder;
    for (const char* name : {"en/a.txt", "en/b.txt", "de/a.txt", "de/b.txt", "de/b.html"})
        folder.write(name, "x");
    const auto matched = match_stories({folder / "en", folder / "de"});
    REQUIRE(matched.stories.size() == 1);
    CHECK(matched.stories[0].name == "a");
    REQUIRE(matched.bad.size() == 1);
    CHECK_THAT(matched.bad[0], Contains("de: two files of one stem, b.html and b.txt"));
    CHECK(matched.unmatched.empty());
    fs::remove(folder / "en/a.txt");
    CHECK_THAT(error_of<InputError>([&] {
                   match_stories({folder / "en", folder / "de"});
               }),
               Contains("two files of one stem"));
}

TEST_CASE("folders without a stem in common are refused") {
    const TemporaryFolder folder;
    folder.write("en/a.txt", "x");
    folder.write("de/b.txt", "x");
    CHECK_THAT(error_of<InputError>([&] {
                   match_stories({folder / "en", folder / "de"});
               }),
               Contains("no file has the same stem in two folders") && Contains("--stories FILE"));
}

TEST_CASE("what is not there is named") {
    const TemporaryFolder folder;
    const fs::path a = folder.write("a.txt", "x");
    CHECK_THAT(error_of<InputError>([&] {
                   match_stories({a, folder / "none.txt"});
               }),
               Contains("none.txt: is not there"));
}

TEST_CASE("the same place twice, files mixed with folders, and one version alone are wrong usage") {
    const TemporaryFolder folder;
    const fs::path a = folder.write("en/a.txt", "x");
    const fs::path b = folder.write("de/a.txt", "x");
    fs::create_symlink(a, folder / "link.txt");
    for (const auto& same : {a, folder / "en/../en/a.txt", folder / "link.txt"}) {
        CHECK_THAT(error_of<UsageError>([&] { match_stories({a, same}); }), Contains("given twice"));
        CHECK_THAT(error_of<UsageError>([&] { match_stories({b, a, same}); }), Contains("given twice"));
    }
    CHECK_THAT(error_of<UsageError>([&] { match_stories({a, folder / "de"}); }), Contains("are mixed"));
    CHECK_THAT(error_of<UsageError>([&] { match_stories({a}); }), Contains("two versions"));
}

TEST_CASE("links that lead nowhere are no files of a folder") {
    const TemporaryFolder folder;
    for (const char* name : {"en/a.txt", "de/a.txt"}) folder.write(name, "x");
    fs::create_symlink("nowhere", folder / "en/ghost.txt");
    fs::create_symlink("loop.txt", folder / "de/loop.txt");
    const auto matched = match_stories({folder / "en", folder / "de"});
    CHECK(matched.stories.size() == 1);
    CHECK(matched.unmatched.empty());
}

namespace {

/// Two folders with two files each, and a list of stories.
struct Listed {
    TemporaryFolder folder;
    hexapla::StoryList list;

    explicit Listed(const std::string& lines) {
        for (const char* name : {"en/rain.txt", "en/sun.txt", "de/a-1.txt", "de/a-2.txt", "de/a-2.html"})
            folder.write(name, "x");
        list.file = folder.write("stories.tsv", lines);
    }
    hexapla::MatchedStories match() const { return match_stories({folder / "en", folder / "de"}, list); }
    std::string refusal() const {
        return error_of<InputError>([&] { match(); });
    }
};

}  // namespace

TEST_CASE("a list says what belongs together") {
    const Listed listed("en\train\t7\nGerman\ta-1\t7\nfr\tpluie\t7\nde\ta-2.html\t9\n\nen\tsun.txt\t9\n");
    const auto matched = listed.match();
    REQUIRE(matched.stories.size() == 2);
    CHECK(matched.stories[0].name == "7");
    CHECK(matched.stories[0].files ==
          std::vector<fs::path>{listed.folder / "en/rain.txt", listed.folder / "de/a-1.txt"});
    CHECK(matched.stories[1].files ==
          std::vector<fs::path>{listed.folder / "en/sun.txt", listed.folder / "de/a-2.html"});
    CHECK(matched.unmatched == std::vector<fs::path>{listed.folder / "de/a-2.txt"});
}

TEST_CASE("a wrong line of a list is named") {
    CHECK_THAT(Listed("en\train\n").refusal(), Contains("stories.tsv:1: has not three columns"));
    CHECK_THAT(Listed("en\train\t1\t2\n").refusal(), Contains("has not three columns"));
    CHECK_THAT(Listed("en\train\t1\nenn\tsun\t1\n").refusal(),
               Contains("stories.tsv:2: 'enn' names no edition"));
    CHECK_THAT(Listed("en\tsnow\t1\n").refusal(), Contains("stories.tsv:1: there is no file snow in"));
    CHECK_THAT(Listed("de\ta-2\t1\n").refusal(), Contains("two files of one stem"));
    CHECK_THAT(Listed("en\train\t1\nen\tsun\t1\n").refusal(), Contains("story 1 has two files of en"));
    CHECK_THAT(Listed("en\train\t1\nen\train\t2\n").refusal(), Contains("stands in two lines"));
    CHECK_THAT(Listed("en\train\ta/b\n").refusal(), Contains("cannot name a file"));
    CHECK_THAT(Listed("en\train\t1\nde\ta-1\t2\n").refusal(), Contains("no story of it has files in two"));
}

TEST_CASE("a list needs folders named by a version, or --langs") {
    const TemporaryFolder folder;
    folder.write("x/a.txt", "x");
    folder.write("y/b.txt", "x");
    hexapla::StoryList list{folder.write("stories.tsv", "en\ta\t1\nde\tb\t1\n"), {}};
    CHECK_THAT(error_of<UsageError>([&] {
                   match_stories({folder / "x", folder / "y"}, list);
               }),
               Contains("name the versions with --langs"));
    list.langs = {"en", "de"};
    CHECK(match_stories({folder / "x", folder / "y"}, list).stories.size() == 1);
    CHECK_THAT(error_of<UsageError>([&] {
                   match_stories({folder / "x/a.txt", folder / "y/b.txt"}, list);
               }),
               Contains("--stories is for folders"));
}
