#include "lexicons/dictd.hpp"

#include "catch.hpp"
#include "errors.hpp"
#include "src/lexicons/made_dictionary.hpp"

using Catch::Matchers::Contains;
using hexapla::InputError;
using lexicons::dictd_files;
using lexicons::Languages;
using lexicons::read_dictd;

namespace {

const auto all = [](std::string_view) { return true; };

std::string refusal_of(const std::filesystem::path& file) {
    return error_of<InputError>([&] { read_dictd(dictd_files(file), all); });
}

}  // namespace

TEST_CASE("a dictionary's wanted entries are read, an entry a sense, what is about it is not") {
    const TemporaryFolder folder;
    const auto index = made::dictionary(folder, "freedict-deu-eng",
                                        {{"haus", "Haus /x/ <n>\n1. house, building\n2. home\n"},
                                         {"fluss", "Fluss\nriver\n"},
                                         {"strom", "Strom\nstream\n"}});
    const auto entries = read_dictd(dictd_files(index), all);
    REQUIRE(entries.size() == 4);
    CHECK(entries[0].source == std::vector<std::string>{"Haus"});
    CHECK(entries[0].target == std::vector<std::string>{"house", "building"});
    CHECK(entries[1].target == std::vector<std::string>{"home"});
    const auto one = read_dictd(dictd_files(folder / "freedict-deu-eng.dict.dz"),
                                [](std::string_view headword) { return headword == "fluss"; });
    REQUIRE(one.size() == 1);
    CHECK(one[0].target == std::vector<std::string>{"river"});
}

TEST_CASE("entries are found wherever they stand in a large text") {
    const TemporaryFolder folder;
    std::vector<std::pair<std::string, std::string>> entries;
    for (int i = 0; i < 9000; ++i) {
        const std::string word = "word" + std::to_string(i);
        entries.emplace_back(word, word + " /w/ <n>\n" + word + "x\n     " + std::string(40, 'y') + "\n");
    }
    const auto index = made::dictionary(folder, "large", entries);
    const auto read = read_dictd(dictd_files(index), all);
    REQUIRE(read.size() == entries.size());
    for (std::size_t i = 0; i < read.size(); ++i) {
        REQUIRE(read[i].source.front() == entries[i].first);
        REQUIRE(read[i].target.front() == entries[i].first + "x");
    }
    const auto few = read_dictd(dictd_files(index),
                                [](std::string_view word) { return word == "word10" || word == "word8999"; });
    REQUIRE(few.size() == 2);
    CHECK(few[0].source.front() == "word10");
    CHECK(few[1].source.front() == "word8999");
}

TEST_CASE("an entry that several headwords name is read once") {
    const TemporaryFolder folder;
    folder.write("d.dict", "ab\ncd\n");
    const auto index = folder.write("d.index", "ab\tA\tG\nabs\tA\tG\n");
    CHECK(read_dictd(dictd_files(index), all).size() == 1);
}

TEST_CASE("a damaged dictionary is refused, saying where") {
    const TemporaryFolder folder;
    folder.write("d.dict", "ab\ncd\n");
    CHECK_THAT(refusal_of(folder.write("d.index", "ab\tA\tG\nno line\n")),
               Contains("d.index:2: ") && Contains("base 64"));
    CHECK_THAT(refusal_of(folder.write("d.index", "ab\tA\t?\n")), Contains("d.index:1: "));
    CHECK_THAT(refusal_of(folder.write("d.index", "ab\tA\t/////\n")), Contains("d.index:1: "));
    CHECK_THAT(refusal_of(folder.write("d.index", "ab\tB\tG\n")),
               Contains("d.dict: ends at byte 6") && Contains("install"));
    folder.write("d.dict", "ab\n\xff\n");
    CHECK_THAT(refusal_of(folder.write("d.index", "ab\tA\tF\n")), Contains("d.dict: is not UTF-8 at byte 3"));
    CHECK_THAT(refusal_of(folder / "none.index"), Contains("none.index: is not there"));
    CHECK_THAT(refusal_of(folder.write("alone.index", "ab\tA\tF\n")), Contains("alone.dict: is not there"));

    const auto index = made::dictionary(folder, "cut", {{"a", "a\n" + std::string(500000, 'b') + "\n"}});
    const std::string packed = content_of(folder / "cut.dict.dz");
    folder.write("cut.dict.dz", std::string_view(packed).substr(0, packed.size() / 2));
    CHECK_THAT(refusal_of(index), Contains("cut.dict.dz: ") && Contains("install the dictionary again"));
    folder.write("cut.dict.dz", "no gzip at all, but text of some length");
    CHECK_THAT(refusal_of(index), Contains("cut.dict.dz: is damaged"));
}

TEST_CASE("FreeDict's names tell the languages") {
    CHECK(lexicons::languages_of_name("a/freedict-deu-eng.index") == Languages{"de", "en"});
    CHECK(lexicons::languages_of_name("freedict-swh-nld.dict.dz") == Languages{"sw", "nld"});
    CHECK(lexicons::languages_of_name("freedict-zho-por.index") == Languages{"zh-Hans", "pt"});
    for (const char* other : {"wn.index", "freedict-.index", "freedict-deu.index", "freedict-deu_eng.index"})
        CHECK(lexicons::languages_of_name(other).empty());
}
