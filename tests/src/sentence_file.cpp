#include "sentence_file.hpp"

#include "catch.hpp"
#include "errors.hpp"
#include "limits.hpp"
#include "src/temporary_folder.hpp"

using Catch::Matchers::Contains;
using hexapla::format_beads;
using hexapla::InputError;
using hexapla::read_sentences;

TEST_CASE("blank lines are sentences that no bead links, and keep the numbers of the others") {
    const TemporaryFolder folder;
    const auto source = read_sentences(folder.write("en.txt", "\nOne.\n \nTwo.\n"), "en");
    const auto target = read_sentences(folder.write("de.txt", "Eins.\nZwei.\n\n"), "de");
    CHECK(source.lines == std::vector<std::size_t>{1, 3});
    CHECK(source.count == 4);
    CHECK(source.document.segments().size() == 2);
    const align::Alignment beads = {{{0, 1}, {0, 1}, 0.9}, {{1, 2}, {1, 2}, 0.5}};
    CHECK(format_beads(beads, source, target, 0) ==
          "[1]:[0]:0.1054\n[3]:[1]:0.6931\n[0]:[]:0.0000\n[2]:[]:0.0000\n[]:[2]:0.0000\n");
    CHECK_THAT(format_beads(beads, source, target, 0.6), Contains("[3]:[]:0.6931\n[]:[1]:0.6931\n"));
}

TEST_CASE("what is no list of sentences is refused with its place") {
    const TemporaryFolder folder;
    const auto refusal = [&](const std::string& text) {
        const auto file = folder.write("a.txt", text);
        return error_of<InputError>([&] { read_sentences(file, "en"); });
    };
    CHECK_THAT(refusal("\n \n"), Contains("a.txt: is empty"));
    CHECK_THAT(refusal("One.\n" + std::string(hexapla::most_sentence_bytes + 1, 'x')),
               Contains("a.txt:2: holds 20001 bytes"));
    std::string many;
    for (std::size_t i = 0; i <= hexapla::most_segments; ++i) many += "x\n";
    CHECK_THAT(refusal(many), Contains("more than " + std::to_string(hexapla::most_segments) + " sentences"));
}
