#include "workbook.hpp"

#include <sstream>
#include <streambuf>

#include "catch.hpp"
#include "src/epoch.hpp"
#include "src/made_story.hpp"
#include "src/temporary_folder.hpp"
#include "src/xlsx/parts.hpp"

using Catch::Matchers::Contains;
using hexapla::AlignedStory;
using made::bead;
using made::version;

namespace {

namespace fs = std::filesystem;

AlignedStory sample(const std::string& source = "en", const std::string& target = "de") {
    return made::story(
        "floods",
        {version(source, {{"One.", "Two."}, {"Three."}}), version(target, {{"Eins.", "Zwei."}, {"Vier."}})},
        {{bead(0, 1, 0, 1, 0.95), bead(1, 2, 1, 2, 0.5), bead(2, 3, 0, 0, 0.8), bead(3, 3, 2, 3, 0.7)}});
}

std::string bytes_of(const std::vector<const AlignedStory*>& stories, const xlsx::Limits& limits = {}) {
    std::ostringstream out;
    hexapla::write_workbook(out, stories, limits);
    return out.str();
}

/// A workbook in a file, for looking at its parts.
class Written {
  public:
    explicit Written(const std::vector<const AlignedStory*>& stories, const xlsx::Limits& limits = {})
        : file_(folder_.write("book.xlsx", bytes_of(stories, limits))) {}

    [[nodiscard]] std::string part(const std::string& name) const { return part_of(file_, name); }
    [[nodiscard]] std::string sheet(int number) const {
        return part("xl/worksheets/sheet" + std::to_string(number) + ".xml");
    }
    [[nodiscard]] std::string strings() const { return part("xl/sharedStrings.xml"); }
    /// The names of the sheets, each in quotation marks.
    [[nodiscard]] std::string sheets() const {
        std::string names;
        const std::string book = part("xl/workbook.xml");
        for (std::size_t at = book.find("<sheet "); at != std::string::npos;
             at = book.find("<sheet ", at + 1)) {
            const std::size_t begin = book.find('"', at);
            names += book.substr(begin, book.find('"', begin + 1) + 1 - begin);
        }
        return names;
    }
    [[nodiscard]] const fs::path& file() const { return file_; }

  private:
    TemporaryFolder folder_;
    fs::path file_;
};

/// Takes so many bytes and no more.
class NarrowBuffer : public std::streambuf {
  public:
    explicit NarrowBuffer(std::size_t room) : room_(room) {}

  private:
    int_type overflow(int_type c) override {
        if (room_ == 0) return traits_type::eof();
        --room_;
        return traits_type::not_eof(c);
    }
    std::size_t room_;
};

}  // namespace

TEST_CASE("a workbook has the pairs, what was left out, and a summary") {
    const AlignedStory story = sample();
    const Written book({&story, &story});
    CHECK(book.sheets() == "\"Pairs\"\"Left out\"\"Summary\"");
    CHECK(times("<row ", book.sheet(1)) == 1 + 2 * 2);
    CHECK(times("<row ", book.sheet(2)) == 1 + 2 * 4);
    CHECK_THAT(book.strings(), Contains("<si><t>One.</t></si>") && Contains("<si><t>Vier.</t></si>") &&
                                   Contains("low-confidence") && Contains("no-partner"));
    CHECK_THAT(book.sheet(1), Contains("<v>0.95</v>") && Contains("<v>0.5</v>"));
    CHECK(xlsx::is_untouched(book.file()));
}

TEST_CASE("each pair of languages has a sheet, its name cut to what Excel takes") {
    const std::string long_tag = "de-DE-x-written-in-bonn-and-berlin";
    AlignedStory story =
        made::story("s", {version("en", {{"One."}}), version("de", {{"Eins."}}), version("fr", {{"Un."}})},
                    {{bead(0, 1, 0, 1, 0.95)}, {bead(0, 1, 0, 1, 0.85)}});
    CHECK(Written({&story}).sheets() == "\"en-de\"\"en-fr\"\"Left out\"\"Summary\"");
    story.versions[1].tmx_tag = long_tag + "-1";
    story.versions[2].tmx_tag = long_tag + "-2";
    CHECK(Written({&story}).sheets() ==
          "\"en-de-DE-x-written-in-bonn-and-\"\"en-de-DE-x-written-in-bonn-an 2\"\"Left out\"\"Summary\"");
}

TEST_CASE("rows beyond the limit go on, header and all, on a further sheet") {
    const AlignedStory story = sample();
    const Written book({&story, &story, &story}, {.rows = 5, .cell_units = xlsx::max_cell_units});
    CHECK(
        book.sheets().starts_with("\"Pairs\"\"Pairs 2\"\"Left out\"\"Left out 2\"\"Left out 3\"\"Summary\""));
    CHECK(times("<row ", book.sheet(1)) == 5);
    CHECK(times("<row ", book.sheet(2)) == 1 + 2);
    for (const int number : {1, 2})
        CHECK_THAT(book.sheet(number), Contains("<pane ySplit=\"1\"") && Contains("<autoFilter ref=\"A1:H"));
}

TEST_CASE("a text that has no room is cut, and the summary says where") {
    AlignedStory story = sample();
    story.made.beads[0].target_text = "Eins und noch einiges mehr.";
    CHECK(times("cut to what", Written({&story}).strings()) == 0);
    const Written book({&story}, {.rows = 100, .cell_units = 26});
    CHECK_THAT(book.strings(), Contains("<t>Eins und noch einiges meh…</t>") && Contains("<t>Pairs!C2</t>"));
    CHECK_THAT(book.sheet(3), Contains("<v>27</v>"));
}

TEST_CASE("texts of right-to-left languages are set so, others are not") {
    for (const char* tag : {"ar", "fa", "prs", "ps", "ur"}) {
        INFO(tag);
        const AlignedStory story = sample("en", tag);
        const Written book({&story});
        // Of cellXfs: 0 none, then header, text, right-to-left, probability, in order of first use.
        CHECK_THAT(
            book.part("xl/styles.xml"),
            Contains("<alignment horizontal=\"right\" vertical=\"top\" wrapText=\"1\" readingOrder=\"2\"/>"));
        CHECK_THAT(book.sheet(1), Contains("<c r=\"B2\" s=\"2\"") && Contains("<c r=\"C2\" s=\"3\""));
    }
    const AlignedStory story = sample("en", "he-unknown");
    CHECK_THAT(Written({&story}).sheet(1),
               Contains("<c r=\"B2\" s=\"2\"") && Contains("<c r=\"C2\" s=\"2\""));
}

TEST_CASE("a workbook is the same bytes when written again, dated as a memory is") {
    const Epoch none(nullptr);
    AlignedStory story = sample();
    CHECK(bytes_of({&story}) == bytes_of({&story}));
    const auto date = [&] {
        const std::string core = Written({&story}).part("docProps/core.xml");
        const std::size_t begin = core.find('>', core.find("<dcterms:created")) + 1;
        return core.substr(begin, core.find('<', begin) - begin);
    };
    CHECK(date() == "2016-02-23T00:00:00Z");
    {
        const Epoch second("1000000000");
        CHECK(date() == "2001-09-09T01:46:40Z");
    }
    {
        // To libxlsxwriter 0 means now.
        const Epoch first("0");
        CHECK(date() == "1970-01-01T00:00:01Z");
    }
    for (const char* no_date : {"", "yesterday", "2016-02-31", "2016-2-3"}) {
        INFO(no_date);
        for (auto& each : story.versions) each.article.date = no_date;
        CHECK(date() == "1980-01-01T00:00:00Z");
    }
}

TEST_CASE("a workbook without stories is one") { CHECK(Written({}).sheets() == "\"Left out\"\"Summary\""); }

TEST_CASE("writing a workbook tells how many characters were left out") {
    AlignedStory story = sample();
    story.name = "caf\xe9\x01";
    std::ostringstream out;
    CHECK(hexapla::write_workbook(out, {&story}) == 2 + 4);
}

TEST_CASE("a stream that fails is left in that state by a workbook, wherever it fails") {
    const AlignedStory story = sample();
    const std::vector<const AlignedStory*> stories(300, &story);
    const std::size_t size = bytes_of(stories).size();
    REQUIRE(size > 30'000);
    for (const std::size_t room : {std::size_t{0}, std::size_t{1}, size / 2, size - 1, size}) {
        INFO(room);
        NarrowBuffer buffer(room);
        std::ostream out(&buffer);
        hexapla::write_workbook(out, stories);
        CHECK(out.good() == (room == size));
    }
}
