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
    REQUIRE(matched.stories.size() == 2);
    CHECK(matched.stories[0].name == "a");
    CHECK(matched.stories[0].files ==
          std::vector<fs::path>{folder / "en/a.txt", folder / "de/a.text", folder / "fr/a.txt"});
    CHECK(matched.stories[1].name == "b");
    CHECK(matched.unmatched ==
          std::vector<fs::path>{folder / "en/alone.txt", folder / "de/both.txt", folder / "fr/both.txt"});
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
               Contains("no file has the same stem in every folder"));
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
