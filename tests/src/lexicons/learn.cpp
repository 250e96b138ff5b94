#include "lexicons/learn.hpp"

#include <algorithm>

#include "catch.hpp"
#include "errors.hpp"
#include "lexicons/line_pairs.hpp"
#include "src/temporary_folder.hpp"

using Catch::Matchers::Contains;
using Forms = std::vector<std::string>;
using hexapla::InputError;
using lexicons::read_line_pairs_of;
using lexicons::SentencePairs;

namespace {

SentencePairs sentences() {
    SentencePairs pairs;
    pairs.add("Deich hielt.", "Dike held.");
    pairs.add("Deich brach.", "Dike broke.");
    pairs.add("Fluss stieg.", "River rose.");
    pairs.add("Fluss sank.", "River fell.");
    pairs.add("Deiche, Flüsse 12.", "Dikes, rivers 12.");
    return pairs;
}

}  // namespace

TEST_CASE("words that stand in each other's sentences are learned, with weights both ways") {
    const auto entries = lexicons::learn_words(sentences(), {"de", "en"}, 0.05);
    const auto best = [&](const std::string& source) {
        const auto found = std::find_if(entries.begin(), entries.end(),
                                        [&](const auto& entry) { return entry.source == Forms{source}; });
        return found == entries.end() ? "" : found->target.front();
    };
    CHECK(best("Deich") == "Dike");
    CHECK(best("Fluss") == "River");
    for (const align::ListEntry& entry : entries) {
        INFO(entry.source.front() << " " << entry.target.front());
        CHECK(std::max(entry.forward, entry.backward) >= 0.05);
        CHECK(entry.forward < 1);
        CHECK(entry.source.front() != "12");
    }
    CHECK(lexicons::learn_words(sentences(), {"de", "en"}, 0.4).size() < entries.size());
    CHECK(lexicons::learn_words({}, {"de", "en"}, 0).empty());
}

TEST_CASE("sentences translate each other line by line, or as links say") {
    const TemporaryFolder folder;
    const auto source = folder.write("a.txt", "Eins.\n\nZwei.\nDrei.\n");
    const auto target = folder.write("b.txt", "One.\n\nTwo.\nThree.\n");
    CHECK(read_line_pairs_of(source, target, "").source == Forms{"Eins.", "Zwei.", "Drei."});
    const auto links = folder.write("a.links", "[0,2]:[0]:0.1\n[3]:[]\n[]:[2,3]\n");
    const SentencePairs linked = read_line_pairs_of(source, target, links);
    CHECK(linked.source == Forms{"Eins. Zwei."});
    CHECK(linked.target == Forms{"One."});
}

TEST_CASE("folders are read file by file, with links of the same stems") {
    const TemporaryFolder folder;
    for (const char* stem : {"x", "y"}) {
        folder.write(std::string("de/") + stem + ".txt", "Eins.\nZwei.\n");
        folder.write(std::string("en/") + stem + ".txt", "One.\nTwo.\n");
        folder.write(std::string("links/") + stem + ".links", "[0]:[1]\n");
    }
    CHECK(read_line_pairs_of(folder / "de", folder / "en", "").source.size() == 4);
    CHECK(read_line_pairs_of(folder / "de", folder / "en", folder / "links").target == Forms{"Two.", "Two."});
    folder.write("de/z.txt", "Eins.\n");
    CHECK_THAT(error_of<InputError>([&] { read_line_pairs_of(folder / "de", folder / "en", ""); }),
               Contains("z.txt: has no partner"));
}

TEST_CASE("files that do not fit each other are refused, saying why") {
    const TemporaryFolder folder;
    const auto source = folder.write("a.txt", "Eins.\nZwei.\n");
    const auto shorter = folder.write("b.txt", "One.\n");
    const auto refusal = [&](const std::filesystem::path& target, const std::filesystem::path& links) {
        return error_of<InputError>([&] { read_line_pairs_of(source, target, links); });
    };
    CHECK_THAT(refusal(shorter, ""),
               Contains("b.txt: has 1 lines where ") && Contains("has 2") && Contains("--links"));
    CHECK_THAT(refusal(shorter, folder.write("a.links", "[0]:[0]\n[1]:[1]\n")), Contains("a.links:2: "));
    CHECK_THAT(refusal(shorter, folder.write("a.links", "nonsense\n")), Contains("a.links:1: "));
    CHECK_THAT(refusal(folder.write("c.txt", "\n\n"), ""),
               Contains("holds no sentence that has a translation"));
}
