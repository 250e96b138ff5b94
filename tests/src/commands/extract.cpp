#include <filesystem>
#include <nlohmann/json.hpp>
#include <sstream>

#include "catch.hpp"
#include "command.hpp"
#include "src/temporary_folder.hpp"

using Catch::Matchers::Contains;
using hexapla::ExitCode;
namespace fs = std::filesystem;

namespace {

const std::string fixtures = HEXAPLA_FIXTURES "/pages/";

struct Run {
    ExitCode code;
    std::string out;
    std::string err;
};

Run run(const std::vector<std::string>& arguments, const std::string& input = "") {
    std::istringstream in(input);
    std::ostringstream out;
    std::ostringstream err;
    hexapla::Streams streams{in, out, err};
    const ExitCode code = hexapla::run_program(arguments, streams);
    return {code, out.str(), err.str()};
}

}  // namespace

TEST_CASE("extract writes an object a line and a summary") {
    const Run result = run({"extract", fixtures + "old_en.txt", fixtures + "full_de.txt"});
    CHECK(result.code == ExitCode::done);
    std::istringstream lines(result.out);
    std::string line;
    REQUIRE(std::getline(lines, line));
    const auto object = nlohmann::json::parse(line);
    CHECK(object["schema"] == 1);
    CHECK(object["lang"] == "en");
    CHECK(object["date"] == "2014-03-04");
    CHECK(object["blocks"][0]["kind"] == "headline");
    REQUIRE(std::getline(lines, line));
    CHECK_FALSE(std::getline(lines, line));
    CHECK(result.err == "hexapla: 2 articles read: 1 de, 1 en; 0 bad inputs\n");
    CHECK(run({"extract", "--quiet", fixtures + "old_en.txt"}).err.empty());
}

TEST_CASE("extract names a bad input, goes on and exits as --max-bad says") {
    const Run result = run({"extract", fixtures + "no_such.txt", fixtures + "old_en.txt"});
    CHECK(result.code == ExitCode::bad_inputs);
    CHECK(result.out.find("\"id\":\"old_en\"") != std::string::npos);
    CHECK_THAT(result.err, Contains("no_such.txt: there is no such file") && Contains("1 bad input"));
    CHECK(run({"extract", "--max-bad", "1", fixtures + "no_such.txt", fixtures + "old_en.txt"}).code ==
          ExitCode::done);
}

TEST_CASE("extract reads the files of a folder in order, and its name says the edition") {
    const TemporaryFolder temporary;
    const fs::path folder = temporary / "sr";
    for (const char* const file : {"b.txt", "a.txt", ".hidden"})
        temporary.write(std::string("sr/") + file,
                        "Grad broji oblake svakog jutra, a zatim piše broj na tablu ispred škole.\n");
    fs::create_directories(folder / "sub");
    const Run result = run({"extract", folder.string()});
    CHECK(result.code == ExitCode::done);
    CHECK(result.out.find("\"id\":\"a\"") < result.out.find("\"id\":\"b\""));
    CHECK(result.err == "hexapla: 2 articles read: 2 sr; 0 bad inputs\n");
    CHECK(run({"extract", folder.string() + "/"}).out == result.out);
    CHECK_THAT(run({"extract", (folder / "sub").string()}).err, Contains("holds no files"));
}

TEST_CASE("extract reads standard input, and what it wrote itself") {
    const Run first = run({"extract", "--all-blocks", fixtures + "full_de.txt"});
    const Run again = run({"extract", "--all-blocks", "-"}, first.out);
    CHECK(again.out == first.out);
    CHECK_THAT(first.out, Contains("\"kind\":\"chrome\""));
    CHECK_THAT(run({"extract", fixtures + "full_de.txt"}).out, !Contains("\"kind\":\"chrome\""));
}

TEST_CASE("extract counts what is no article, and lists it where asked") {
    const TemporaryFolder folder;
    const std::string gallery =
        "<html><head><link rel=canonical href=https://www.dw.com/de/stare/g-123><body><h1>Stare</h1><p>Ein "
        "Bild.</p>";
    const std::string english =
        "<html lang=sw><head><link rel=canonical "
        "href=https://www.dw.com/sw/x/a-123><body><article><h1>Rain</h1>"
        "<p>The rain that fell on the city for three days has stopped, and the people who had left their "
        "houses were "
        "told by the mayor that they could return to them on Monday, once the cellars are dry and the power "
        "is back."
        "</p></article>";
    folder.write("pages/a.html", gallery);
    folder.write("pages/b.html", english);
    folder.write("pages/c.css", "p {}");
    folder.write("pages/d.txt", "");
    const std::string rest = (folder / "rest.tsv").string();
    const Run result = run({"extract", (folder / "pages").string(), "--rest", rest});
    CHECK(result.code == ExitCode::bad_inputs);
    CHECK(result.out.empty());
    CHECK_THAT(
        result.err,
        Contains("0 articles read; left out: 1 gallery, 1 no page, 1 page in another language; 1 bad"));
    const std::string listed = content_of(rest);
    CHECK_THAT(listed,
               Contains("a.html\t\tgallery\t") && Contains("its words are ENGLISH") && Contains("bad\t"));
    // One page alone is read, with a warning; and what the user says is never acted against.
    CHECK_THAT(run({"extract", (folder / "pages/b.html").string()}).err,
               Contains("its words look like ENGLISH"));
    CHECK_THAT(run({"extract", "--lang", "sw", (folder / "pages").string()}).err,
               Contains("1 article read: 1 sw"));
}

TEST_CASE("extract reads the records of other tools") {
    const std::string text =
        "Der Regen fällt seit drei Tagen auf die Stadt, und die Keller sind voll Wasser.";
    const std::string record = R"({"link":"https://www.dw.com/de/regen/a-77","content":")" + text +
                               R"(","when":"2020-02-03T10:00:00Z","language":"de","headline":"Regen"})";
    const Run result =
        run({"extract", "-", "--fields", "url=link,text=content,date=when,lang=language,title=headline"},
            record + "\n");
    REQUIRE(result.code == ExitCode::done);
    const auto object = nlohmann::json::parse(result.out);
    CHECK(object["id"] == "77");
    CHECK(object["date"] == "2020-02-03");
    CHECK(object["date_source"] == "record");
    CHECK(object["blocks"][0]["kind"] == "headline");
    CHECK(object["blocks"][1]["text"] == text);
    CHECK_THAT(run({"extract", "-"}, record + "\n").err, Contains("--fields"));
    CHECK(run({"extract", "-", "--fields", "uri=link"}).code == ExitCode::usage);
    const std::string html = R"({"url":"https://example.org/x","html":"<p>)" + text + R"(</p>"})";
    CHECK_THAT(run({"extract", "-"}, html + "\n{\"bad\n" + html).out, Contains("\"way\":\"generic\""));
}

TEST_CASE("extract --text writes the article alone") {
    const Run result = run({"extract", "--text", fixtures + "chinese_zh.txt", fixtures + "untitled_fr.txt"});
    CHECK(result.out.starts_with("村庄里的风筝邮局\n\n在青石村"));
    CHECK_THAT(result.out, !Contains("DW recommends") && !Contains("Auteur"));
    CHECK_THAT(result.out, Contains("风筝线。\n\n\nJardins\n\n"));
}

TEST_CASE("extract refuses wrong calls before it reads") {
    CHECK(run({"extract"}).code == ExitCode::usage);
    const Run unknown = run({"extract", "--lang", "Germn", fixtures + "old_en.txt"});
    CHECK(unknown.code == ExitCode::usage);
    CHECK_THAT(unknown.err, Contains("did you mean German (de)?"));
    CHECK(run({"extract", "--as", "html", fixtures + "old_en.txt"}).code == ExitCode::usage);
    CHECK(run({"extract", "--text", "--all-blocks", fixtures + "old_en.txt"}).code == ExitCode::usage);
}

TEST_CASE("editions lists the versions as a table or as JSON") {
    const Run table = run({"editions"});
    CHECK(table.code == ExitCode::done);
    CHECK(std::count(table.out.begin(), table.out.end(), '\n') == 32);
    CHECK_THAT(table.out, Contains("prs      fa-af    prs    prs-AF      Dari                   دری\n"));
    std::istringstream lines(run({"editions", "--json"}).out);
    int count = 0;
    for (std::string line; std::getline(lines, line); ++count) {
        const auto object = nlohmann::json::parse(line);
        CHECK(object["schema"] == 1);
        if (object["tag"] == "ur") CHECK(object["direction"] == "rtl");
    }
    CHECK(count == 31);
}
