#include "xlsx/package.hpp"

#include <archive.h>
#include <archive_entry.h>

#include <ctime>
#include <memory>
#include <utility>
#include <vector>

#include "catch.hpp"
#include "src/temporary_folder.hpp"
#include "src/xlsx/parts.hpp"

using Catch::Matchers::Contains;
using xlsx::explain_damage;
using xlsx::is_untouched;

namespace {

namespace fs = std::filesystem;
using Parts = std::vector<std::pair<std::string, std::string>>;

constexpr std::time_t begin_of_1980 = 315532800;  // seconds since 1970

/// A zip archive of these parts, dated so.
fs::path packed(const fs::path& file, const Parts& parts, std::time_t time = begin_of_1980) {
    const std::unique_ptr<archive, decltype(&archive_write_free)> out(archive_write_new(),
                                                                      archive_write_free);
    REQUIRE(archive_write_set_format_zip(out.get()) == ARCHIVE_OK);
    REQUIRE(archive_write_open_filename(out.get(), file.c_str()) == ARCHIVE_OK);
    for (const auto& [name, text] : parts) {
        const std::unique_ptr<archive_entry, decltype(&archive_entry_free)> entry(archive_entry_new(),
                                                                                  archive_entry_free);
        archive_entry_set_pathname(entry.get(), name.c_str());
        archive_entry_set_size(entry.get(), static_cast<la_int64_t>(text.size()));
        archive_entry_set_filetype(entry.get(), AE_IFREG);
        archive_entry_set_perm(entry.get(), 0644);
        archive_entry_set_mtime(entry.get(), time, 0);
        REQUIRE(archive_write_header(out.get(), entry.get()) == ARCHIVE_OK);
        REQUIRE(archive_write_data(out.get(), text.data(), text.size()) ==
                static_cast<la_ssize_t>(text.size()));
    }
    REQUIRE(archive_write_close(out.get()) == ARCHIVE_OK);
    return file;
}

std::string properties(const std::string& creator, const std::string& saved_by, const std::string& created,
                       const std::string& modified) {
    return "<?xml version=\"1.0\"?>\n<cp:coreProperties><dc:creator>" + creator +
           "</dc:creator><cp:lastModifiedBy>" + saved_by +
           "</cp:lastModifiedBy><dcterms:created xsi:type=\"dcterms:W3CDTF\">" + created +
           "</dcterms:created><dcterms:modified xsi:type=\"dcterms:W3CDTF\">" + modified +
           "</dcterms:modified></cp:coreProperties>";
}

const std::string sheet =
    "<?xml version=\"1.0\"?>\n<worksheet><dimension ref=\"A1\"/><row r=\"1\"><c/></row><row "
    "r=\"2\"/></worksheet>";
const std::string strings = R"(<sst count="3" uniqueCount="2"><si><t>a</t></si><si><t>b</t></si></sst>)";

}  // namespace

TEST_CASE("parts are read one after the other, each whole") {
    const TemporaryFolder folder;
    const std::string large(300'000, 'x');
    const auto file = packed(folder / "a.zip", {{"one.xml", "<a/>"}, {"empty", ""}, {"b/large", large}});
    xlsx::Package package(file);
    std::vector<std::string> names;
    while (package.next()) names.push_back(package.name());
    CHECK(names == std::vector<std::string>{"one.xml", "empty", "b/large"});
    CHECK(part_of(file, "one.xml") == "<a/>");
    CHECK(part_of(file, "empty").empty());
    CHECK(part_of(file, "b/large") == large);
    CHECK_THROWS_AS(xlsx::Package(folder / "none.zip"), std::runtime_error);
    CHECK_THROWS_AS(xlsx::Package(folder.write("text.zip", "no archive")), std::runtime_error);
}

TEST_CASE("a workbook is untouched while nobody else saved it") {
    const TemporaryFolder folder;
    const auto untouched = [&](const std::string& core, std::time_t time = begin_of_1980) {
        return is_untouched(
            packed(folder / "a.xlsx", {{"x.xml", "<x/>"}, {"docProps/core.xml", core}}, time));
    };
    CHECK(untouched(properties("hexapla", "hexapla", "2016", "2016")));
    CHECK_FALSE(untouched(properties("hexapla", "hexapla", "2016", "2017")));
    CHECK_FALSE(untouched(properties("hexapla", "", "2016", "2016")));
    CHECK_FALSE(untouched(properties("hexapla", "A. Person", "2016", "2016")));
    CHECK_FALSE(untouched(properties("A. Person", "hexapla", "2016", "2016")));
    CHECK_FALSE(untouched(properties("hexapla", "hexapla", "", "")));
    CHECK_FALSE(
        untouched(properties("hexapla", "hexapla", "2016", "2016"), begin_of_1980 + std::time_t{2} * 86400));
    CHECK_FALSE(untouched(""));
    CHECK_FALSE(untouched("<dc:creator>hexapla"));
    CHECK_FALSE(
        untouched("<x xmlns:dc=\"…\">" + properties("hexapla", "hexapla", "2016", "2016").substr(80)));
    CHECK_FALSE(is_untouched(packed(folder / "b.zip", {{"core.xml", "<x/>"}})));
    CHECK_FALSE(is_untouched(folder.write("c.xlsx", "PK\x03\x04 and no more")));
    CHECK_FALSE(is_untouched(folder / "none.xlsx"));
}

TEST_CASE("a workbook with a part that ends early, or without all its rows, is damaged") {
    const TemporaryFolder folder;
    const auto damage = [&](const Parts& parts, std::size_t rows) {
        return explain_damage(packed(folder / "a.xlsx", parts), rows);
    };
    CHECK(damage({{"sheet.xml", sheet}, {"strings.xml", strings}, {"more.xml", sheet}}, 4).empty());
    CHECK_THAT(damage({{"sheet.xml", sheet}}, 3), Contains("not all rows"));
    for (std::size_t length = 0; length < sheet.size(); ++length) {
        INFO(length);
        CHECK_THAT(damage({{"sheet.xml", sheet.substr(0, length)}}, 2),
                   Contains("sheet.xml was not written"));
    }
    const std::string lost = R"(<sst count="3" uniqueCount="2"><si><t>a</t></si></sst>)";
    CHECK_THAT(damage({{"strings.xml", lost}}, 0), Contains("strings.xml was not written"));
    CHECK_THAT(damage({{"a.xml", "<a><b></a></b>"}}, 0), Contains("a.xml was not written"));
    CHECK_THAT(damage({{"a.xml", "<a/></a>"}}, 0), Contains("a.xml was not written"));
}

TEST_CASE("what is no archive, or half of one, is damaged") {
    const TemporaryFolder folder;
    const std::string whole =
        content_of(packed(folder / "a.xlsx", {{"sheet.xml", sheet}, {"s.xml", strings}}));
    for (const std::size_t length : {std::size_t{0}, whole.size() / 2, whole.size() - 30}) {
        INFO(length);
        CHECK_FALSE(explain_damage(folder.write("half.xlsx", whole.substr(0, length)), 2).empty());
    }
}
