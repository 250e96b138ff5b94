#include "reading.hpp"

#include <sstream>

#include "catch.hpp"
#include "limits.hpp"
#include "src/temporary_folder.hpp"

using Catch::Matchers::Contains;
using hexapla::read_version;

namespace {

const std::string german =
    "Der Deich hielt am Montag. Die Bürgermeisterin dankte 300 Helfern für ihre Arbeit.\n";

}  // namespace

TEST_CASE("a version is read and cut into sentences, with the tags of its edition") {
    const TemporaryFolder folder;
    const auto reading = read_version(folder.write("story.txt", german), {}, "");
    REQUIRE(reading.version);
    CHECK(reading.error.empty());
    CHECK(reading.version->tag == "de");
    CHECK(reading.version->tmx_tag == "de");
    CHECK(reading.version->article.id == "story");
    CHECK(reading.version->document.segments().size() == 2);
}

TEST_CASE("an id is UTF-8 where a file's name is not") {
    const TemporaryFolder folder;
    CHECK(read_version(folder.write("caf\xe9.txt", german), {}, "").version->article.id == "caf_");
    CHECK(read_version(folder.write("café.txt", german), {}, "").version->article.id == "café");
}

TEST_CASE("the tag for memories is the one given, else the edition's") {
    const TemporaryFolder folder;
    const auto file = folder.write("story.txt", "河水周一开始回落。市长感谢了三百名志愿者。\n");
    pages::ReadOptions options;
    options.edition = "zh-Hans";
    CHECK(read_version(file, options, "").version->tmx_tag == "zh-CN");
    CHECK(read_version(file, options, "zh-SG").version->tmx_tag == "zh-SG");
}

TEST_CASE("what cannot be read is a sentence, not an exception") {
    const TemporaryFolder folder;
    for (const auto& [name, content, reason] : std::vector<std::array<std::string, 3>>{
             {"empty.txt", "", "is empty"}, {"binary.txt", std::string("a\0b", 3), "is no text"}}) {
        const auto reading = read_version(folder.write(name, content), {}, "");
        CHECK_FALSE(reading.version);
        CHECK_THAT(reading.error, Contains(name) && Contains(reason));
    }
    CHECK_THAT(read_version(folder / "none.txt", {}, "").error, Contains("none.txt: "));
    CHECK_THAT(read_version(folder.path(), {}, "").error, Contains("is a folder"));
}

TEST_CASE("a text of more sentences than an article has is refused") {
    const TemporaryFolder folder;
    std::string text;
    for (std::size_t i = 0; i < hexapla::most_segments / 2; ++i) text += german + "\n";
    CHECK(read_version(folder.write("most.txt", text), {}, "").version);
    const auto reading = read_version(folder.write("long.txt", text + german), {}, "");
    CHECK_FALSE(reading.version);
    CHECK_THAT(reading.error,
               Contains("long.txt: holds " + std::to_string(hexapla::most_segments + 2) + " sentences") &&
                   Contains("split it"));
}

TEST_CASE("versions come in the order of their files, whatever the number of threads") {
    const TemporaryFolder folder;
    std::vector<hexapla::VersionRequest> requests;
    for (int i = 0; i < 20; ++i) {
        const std::string name = "story" + std::to_string(i) + ".txt";
        requests.push_back({i == 7 ? folder / "none.txt" : folder.write(name, german), {}, ""});
    }
    std::istringstream in;
    std::ostringstream out;
    std::ostringstream err;
    hexapla::Streams streams{in, out, err, hexapla::ProgressStyle::none};
    hexapla::Progress progress(streams);
    for (const int jobs : {1, 4}) {
        const auto readings = hexapla::read_versions(requests, jobs, progress);
        REQUIRE(readings.size() == requests.size());
        for (std::size_t i = 0; i < readings.size(); ++i) {
            INFO(i);
            CHECK(readings[i].version.has_value() == (i != 7));
            if (i != 7) CHECK(readings[i].version->article.id == "story" + std::to_string(i));
        }
    }
}
