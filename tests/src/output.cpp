#include "output.hpp"

#include "catch.hpp"
#include "command.hpp"
#include "errors.hpp"
#include "gzip.hpp"
#include "src/temporary_folder.hpp"

using Catch::Matchers::Contains;
using hexapla::may_be_replaced;
using hexapla::OutputError;
using hexapla::OutputFile;
using hexapla::UsageError;
namespace fs = std::filesystem;

namespace {

void put(const fs::path& place, const std::string& text, bool force = false) {
    OutputFile out(place, force);
    out.stream() << text;
    out.commit();
}

const std::string own_memory =
    "<?xml version=\"1.0\"?>\n<tmx version=\"1.4\">\n<header creationtool=\"hexapla\"/>";
const std::string foreign_memory =
    "<?xml version=\"1.0\"?>\n<tmx version=\"1.4\">\n<header creationtool=\"other\"/>";

}  // namespace

TEST_CASE("only what hexapla wrote, or what is empty, may be replaced") {
    const TemporaryFolder folder;
    for (const std::string& own :
         {own_memory, std::string("hexapla_story\tbead\n"),
          std::string("{\"schema\":\"hexapla-bead-1\",\"story\":"),
          std::string("{\n  \"schema\": \"hexapla-report-1\",\n"),
          std::string("[0]:[0,1]:0.0190\n[1]:[]:20.7233\n"), std::string("[]:[0]:0.0000\n"), std::string()}) {
        INFO(own);
        CHECK(may_be_replaced(folder.write("own", own)));
    }
    for (const std::string& foreign :
         {foreign_memory, std::string("story\tbead\n"), std::string("{\"schema\": 1}"),
          std::string("{\"a\": 1}"), std::string("[0]:[0]:0.123456\n"), std::string("[0]:[0]:0.12\n"),
          std::string("[0]:[0]\n"), std::string("[0]:[0]:0.12x4\n"), std::string("[1.2345"),
          std::string("\n"), std::string(".0000")}) {
        INFO(foreign);
        CHECK_FALSE(may_be_replaced(folder.write("foreign", foreign)));
    }
    put(folder / "own.tmx.gz", own_memory);
    CHECK(may_be_replaced(folder / "own.tmx.gz"));
    put(folder / "foreign.tmx.gz", foreign_memory);
    CHECK_FALSE(may_be_replaced(folder / "foreign.tmx.gz"));
    CHECK_FALSE(may_be_replaced(folder.write("broken.tmx.gz", own_memory)));
    CHECK_FALSE(may_be_replaced(folder / "none"));
}

TEST_CASE("a file comes to its place with the commit, folders on the way made") {
    const TemporaryFolder folder;
    const fs::path place = folder / "new/folder/out.tmx";
    {
        OutputFile out(place, false);
        out.stream() << own_memory;
        CHECK_FALSE(fs::exists(place));
        out.commit();
    }
    CHECK(content_of(place) == own_memory);
    CHECK(folder.count() == 3);
    put(place, own_memory + "2");
    CHECK(content_of(place) == own_memory + "2");
}

TEST_CASE("without a commit nothing stays, and what stood there does") {
    const TemporaryFolder folder;
    put(folder / "out.tsv", "hexapla_1");
    for (const char* name : {"out.tsv", "new.tmx.gz"}) {
        OutputFile out(folder / name, false);
        out.stream() << std::string(100000, 'x');
    }
    CHECK(content_of(folder / "out.tsv") == "hexapla_1");
    CHECK(folder.count() == 1);
}

TEST_CASE("what another program wrote is replaced by force alone") {
    const TemporaryFolder folder;
    const fs::path place = folder.write("out.tmx", foreign_memory);
    CHECK_THAT(error_of<OutputError>([&] { put(place, own_memory); }), Contains("--force"));
    CHECK(content_of(place) == foreign_memory);
    put(place, own_memory, true);
    CHECK(content_of(place) == own_memory);
    CHECK(folder.count() == 1);
}

TEST_CASE("a name that ends in .gz is packed, the same text to the same bytes") {
    const TemporaryFolder folder;
    put(folder / "a.tmx.gz", own_memory);
    put(folder / "b.tmx.gz", own_memory);
    CHECK(content_of(folder / "a.tmx.gz").substr(0, 2) == "\x1f\x8b");
    CHECK(content_of(folder / "a.tmx.gz") == content_of(folder / "b.tmx.gz"));
    CHECK(hexapla::beginning_of(folder / "a.tmx.gz", 1000) == own_memory);
    CHECK(hexapla::beginning_of(folder / "a.tmx.gz", 5) == own_memory.substr(0, 5));
    CHECK(hexapla::beginning_of(folder / "none.gz", 5).empty());
}

TEST_CASE("a link stays a link, and what it leads to is replaced") {
    const TemporaryFolder folder;
    const fs::path target = folder.write("there/real.tmx", own_memory);
    fs::create_symlink(target, folder / "out.tmx");
    put(folder / "out.tmx", own_memory + "2");
    CHECK(fs::is_symlink(folder / "out.tmx"));
    CHECK(content_of(target) == own_memory + "2");
    CHECK(folder.count() == 3);
}

TEST_CASE("places that cannot be are refused, and nothing is left") {
    const TemporaryFolder folder;
    folder.write("file", "");
    fs::create_directory(folder / "folder.tmx");
    for (const char* name : {"file/out.tmx", "file/a/b.tmx", "folder.tmx"}) {
        INFO(name);
        const std::string looked =
            error_of<OutputError>([&] { hexapla::require_place(folder / name, true); });
        CHECK_THAT(looked, Contains(name) && Contains("; "));
        CHECK(error_of<OutputError>([&] { OutputFile(folder / name, true); }) == looked);
    }
    CHECK_THAT(error_of<OutputError>([&] { OutputFile(folder / (std::string(300, 'x')), false); }),
               Contains("cannot be written"));
    hexapla::require_place(folder / "new/and/deep/out.tmx", false);
    CHECK(folder.count() == 2);
}

TEST_CASE("a device that is full is an error, not a whole file") {
    for (const std::size_t size : {std::size_t{1}, std::size_t{1000000}}) {
        CHECK_THAT(error_of<OutputError>([&] { put("/dev/full", std::string(size, 'x')); }),
                   Contains("/dev/full: cannot be written to its end") && Contains("No space left"));
    }
    put("/dev/null", "x");
    CHECK(fs::is_character_file("/dev/null"));
}

TEST_CASE("packing into a stream that fails comes to an end") {
    std::ofstream full("/dev/full", std::ios::binary);
    {
        const auto packed = hexapla::gzip_stream(full);
        unsigned noise = 1;
        for (int i = 0; i < 200000; ++i)
            *packed << static_cast<char>((noise = noise * 1103515245U + 12345U) >> 16U);
    }
    full.flush();
    CHECK_FALSE(full.good());
}

TEST_CASE("a place that is an input or is there twice is wrong usage") {
    const TemporaryFolder folder;
    const fs::path input = folder.write("in.txt", "");
    CHECK_THROWS_AS(hexapla::require_places({folder / "./in.txt"}, {input}, true), UsageError);
    CHECK_THROWS_AS(hexapla::require_places({folder / "a.tsv", folder / "b/../a.tsv"}, {}, false),
                    UsageError);
    CHECK_NOTHROW(hexapla::require_places({folder / "a.tsv", folder / "b.tsv"}, {input}, false));
    CHECK_NOTHROW(hexapla::require_places({"/dev/null", "/dev/null"}, {}, false));
}
