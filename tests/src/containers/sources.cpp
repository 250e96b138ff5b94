#include "containers/sources.hpp"

#include "catch.hpp"
#include "found.hpp"
#include "packed.hpp"
#include "src/temporary_folder.hpp"

using Catch::Matchers::Contains;

namespace {

std::vector<std::string> names_of(const FoundAll& found) {
    std::vector<std::string> names;
    for (const auto& item : found.items) names.push_back(item.name);
    return names;
}

using Names = std::vector<std::string>;

}  // namespace

TEST_CASE("a folder gives its files and those of the folders in it, in the order of their names") {
    const TemporaryFolder folder;
    for (const char* name :
         {"sw/b.html", "sw/a.html", "sw/2016/c.txt", "sw/.hidden", "sw/style.css", "sw/p.JPG"})
        folder.write(name, "text");
    const auto found = find_all_in({(folder / "sw").string()});
    CHECK(names_of(found) == Names{"c.txt", "a.html", "b.html"});
    CHECK(found.items[0].folder == "2016");
    CHECK(found.items[0].root == "sw");
    CHECK(found.passed.size() == 2);
    containers::SourceOptions options;
    options.include = {"*.html"};
    CHECK(names_of(find_all_in({(folder / "sw").string()}, "", options)) == Names{"a.html", "b.html"});
    options.include = {"2016/*"};
    CHECK(names_of(find_all_in({(folder / "sw").string()}, "", options)) == Names{"c.txt"});
}

TEST_CASE("what a browser puts beside a saved page is passed over, other folders of such names are not") {
    const TemporaryFolder folder;
    for (const char* name : {"a.html", "a_files/x.html", "b.htm", "b-Dateien/y.html", "c_files/z.html"})
        folder.write(name, "text");
    CHECK(names_of(find_all_in({folder.path().string()})) == Names{"a.html", "b.htm", "z.html"});
}

TEST_CASE("packed files and archives give what is in them, also in one another") {
    const TemporaryFolder folder;
    const std::string lines = "{\"text\":\"one\"}\n\n{\"text\":\"two\"}\n";
    folder.write("a.html.gz", gzip("<p>a</p>"));
    folder.write("b.txt.zst", zstd("b"));
    folder.write("c.zip",
                 archive_of(Kind::zip, {{"de/x.html", "x"}, {"de/x.png", "x"}, {"y.gz", gzip("y")}}));
    folder.write("d.tar.zst", archive_of(Kind::tar_zst, {{"./ru/z.html", "z"}}));
    folder.write("e.tgz", archive_of(Kind::tar_gz, {{"f.warc.gz", gzip(warc_response("u:1", "<p>w"))},
                                                    {"g.jsonl", lines}}));
    const auto found = find_all_in({folder.path().string()});
    CHECK(found.refused == std::vector<std::string>());
    REQUIRE(found.items.size() == 8);
    CHECK(found.items[0].bytes == "<p>a</p>");
    CHECK(found.items[0].name == "a.html");
    CHECK(found.items[1].bytes == "b");
    CHECK(found.items[2].bytes == "x");
    CHECK(found.items[2].folder == "de");
    CHECK_THAT(found.items[2].place, Contains("c.zip:de/x.html"));
    CHECK(found.items[3].bytes == "y");
    CHECK(found.items[4].folder == "ru");
    CHECK(found.items[5].url == "u:1");
    CHECK(found.items[6].json_line);
    CHECK_THAT(found.items[7].place, Contains("e.tgz:g.jsonl:3"));
}

TEST_CASE("a path that leads out of an archive is refused, and the rest is read") {
    for (const char* path :
         {"../../evil.html", "/etc/evil.html", "a/../../evil.html", "..\\evil.html", "C:\\evil.html"}) {
        const auto found = find_in_bytes(archive_of(Kind::tar, {{path, "x"}, {"good.html", "good"}}));
        INFO(path);
        CHECK(names_of(found) == Names{"good.html"});
        REQUIRE(found.refused.size() == 1);
        CHECK_THAT(found.refused[0], Contains("leads out of the archive"));
    }
}

TEST_CASE("archive bombs are refused by the ratio of what comes out to what went in") {
    const std::string zeros(std::size_t{4} << 20, '0');
    std::vector<std::pair<std::string, std::string>> files;
    for (int i = 0; i < 8; ++i) files.emplace_back(joined({"f", std::to_string(i), ".txt"}), zeros);
    containers::SourceOptions options;
    options.limits.page_bytes = std::size_t{5} << 20;
    for (const Kind kind : {Kind::zip, Kind::tar_gz, Kind::tar_zst}) {
        const std::string bomb = archive_of(kind, files);
        const auto found = find_in_bytes(bomb, options);
        CHECK(found.items.size() < files.size());
        REQUIRE(found.refused.size() == 1);
        CHECK_THAT(found.refused[0], Contains("--max-ratio"));
        containers::SourceOptions more = options;
        more.limits.ratio = 1'000'000;
        CHECK(find_in_bytes(bomb, more).refused == std::vector<std::string>());
        CHECK(find_in_bytes(bomb, more).items.size() == files.size());
    }
    std::string nested = "page";
    for (int i = 0; i < 7; ++i) nested = gzip(nested);
    const auto deep = find_in_bytes(nested);
    REQUIRE(deep.refused.size() == 1);
    CHECK_THAT(deep.refused[0], Contains("unpack it first"));
    const auto large = find_in_bytes(gzip(zeros + zeros), options);
    REQUIRE(large.refused.size() == 1);
    CHECK_THAT(large.refused[0], Contains("is larger than 5 MB"));
}

TEST_CASE("a damaged entry or file is refused, and the others are read") {
    const TemporaryFolder folder;
    const std::string packed = gzip("one page of text that is long enough to be packed");
    folder.write("a.gz", packed.substr(0, packed.size() - 12));
    folder.write("b.txt", "b");
    const auto found = find_all_in({folder.path().string(), (folder / "none").string()});
    CHECK(names_of(found) == Names{"b.txt"});
    REQUIRE(found.refused.size() == 2);
    CHECK_THAT(found.refused[0], Contains("a.gz, byte 0: "));
    CHECK_THAT(found.refused[1], Contains("none: there is no such file"));
}

TEST_CASE("a list names sources, with an @, or where every line of a file is one") {
    const TemporaryFolder folder;
    folder.write("pages/a.html", "a");
    folder.write("pages/b.html", "b");
    const auto list = folder.write("list.txt", "pages/b.html\r\n\npages/a.html\n");
    CHECK(names_of(find_all_in({list.string()})) == Names{"b.html", "a.html"});
    CHECK(names_of(find_all_in({joined({"@", list.string()})})) == Names{"b.html", "a.html"});
    CHECK(names_of(find_all_in({"@-"}, joined({(folder / "pages").string(), "\n"}))) ==
          Names{"a.html", "b.html"});
    const auto missing = folder.write("missing.txt", "pages/b.html\npages/none.html\n");
    CHECK(names_of(find_all_in({missing.string()})) == Names{"missing.txt"});
    CHECK(find_all_in({joined({"@", missing.string()})}).refused.size() == 1);
}

TEST_CASE("a page saved as MHTML gives its HTML, address and encoding") {
    const std::string mhtml =
        "From: <Saved by Blink>\r\nSnapshot-Content-Location: https://www.dw.com/de/x/a-7\r\nMIME-Version: "
        "1.0\r\n"
        "Content-Type: multipart/related;\r\n\ttype=\"text/html\";\r\n\tboundary=\"----b--\"\r\n\r\n\r\n"
        "------b--\r\nContent-Type: image/png\r\n\r\nxx\r\n"
        "------b--\r\nContent-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: "
        "quoted-printable\r\n"
        "Content-Location: https://other\r\n\r\n<p>Stra=C3=9Fe =\r\nlang</p>\r\n------b----\r\n";
    const auto found = find_in_bytes(mhtml);
    REQUIRE(found.items.size() == 1);
    CHECK(found.items[0].bytes == "<p>Stra\u00DFe lang</p>\r\n");
    CHECK(found.items[0].url == "https://www.dw.com/de/x/a-7");
    CHECK(found.items[0].charset == "utf-8");
    const auto base64 = find_in_bytes(
        "MIME-Version: 1.0\nContent-Type: text/html\nContent-Transfer-Encoding: "
        "base64\n\nPHA+\nUmFpbjwvcD4=\n");
    REQUIRE(base64.items.size() == 1);
    CHECK(base64.items[0].bytes == "<p>Rain</p>");
    const auto none =
        find_in_bytes("MIME-Version: 1.0\nContent-Type: multipart/related; boundary=b\n\n--b\n\nx\n--b--\n");
    REQUIRE(none.refused.size() == 1);
    CHECK_THAT(none.refused[0], Contains("no page of HTML"));
}
