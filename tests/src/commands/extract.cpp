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
