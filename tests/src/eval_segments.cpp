#include "catch.hpp"
#include "eval_world.hpp"

using hexapla::ExitCode;

namespace {

const std::string gold =
    "{\"lang\": \"de\", \"source\": \"news\", \"text\": \"Eins. Zwei. Drei.\", \"boundaries\": [5, 11, 17]}\n"
    "{\"lang\": \"am\", \"source\": \"web\", \"text\": \"\u12a0\u1362 \u1260\u1362\", \"boundaries\": [2, "
    "5], \"optional\": [1]}\n"
    "{\"lang\": \"de\", \"source\": \"web\", \"text\": \"Nur\\neins.\", \"boundaries\": [9]}\n";
const std::string system_rows =
    "{\"boundaries\": [6, 17]}\n"
    "{\"boundaries\": [1, 2, 5], \"lang\": \"am\"}\n"
    "{\"boundaries\": [3, 9]}\n";

}  // namespace

TEST_CASE("eval segments prints a table with the languages, all rows, and their mean") {
    EvalWorld world;
    world.write("gold.jsonl", gold);
    world.write("mine.jsonl", system_rows);
    CHECK(world.eval({"segments", "@gold.jsonl", "@mine.jsonl"}) == ExitCode::done);
    CHECK(world.out ==
          "lang       chunks    gold  system       P       R      F1  exact%\n"
          "de              2       2       2   50.00   50.00   50.00    0.00\n"
          "am              1       1       1  100.00  100.00  100.00  100.00\n"
          "micro           3       3       3   66.67   66.67   66.67   33.33\n"
          "macro                               75.00   75.00   75.00   50.00\n");
}

TEST_CASE("eval segments shows sources and errors where they are asked for") {
    EvalWorld world;
    world.write("gold/x.jsonl", gold);
    world.write("mine/x.jsonl", system_rows);
    CHECK(world.eval({"segments", "@gold", "@mine", "--by-source", "--errors", "1", "--langs", "de"}) ==
          ExitCode::done);
    CHECK(world.out.find("\nam ") == std::string::npos);
    CHECK(world.out.find("  news" + std::string(46, ' ') +
                         "      1      2  P 100.00 R 50.00 F1 66.67 exact 0.00\n") != std::string::npos);
    CHECK(world.out.find("\nde false: 1\n   Nur \u00a6 \u23ceeins.\n") != std::string::npos);
    CHECK(world.out.find("\nde missed: 1\n   Eins. Zwei. \u00a6  Drei.\n") != std::string::npos);

    CHECK(world.eval({"segments", "@gold", "@mine", "--by-source", "--json"}) == ExitCode::done);
    const auto json = nlohmann::json::parse(world.out);
    CHECK(json["schema"] == 1);
    CHECK(json["micro"]["f1"] == 66.67);
    CHECK(json["languages"]["de"]["system"] == 2);
    CHECK(json["macro"]["exact"] == 50.0);
    CHECK(json["sources"].size() == 3);
    CHECK(json["sources"][1]["lang"] == "am");
}

TEST_CASE("eval segments names the row that is wrong") {
    EvalWorld world;
    const auto error_of = [&](const std::string& rows) {
        world.write("gold.jsonl", gold);
        world.write("mine.jsonl", rows);
        CHECK(world.eval({"segments", "@gold.jsonl", "@mine.jsonl"}) == ExitCode::bad_inputs);
        return world.err;
    };
    const auto second = [](const std::string& row) {
        return "{\"boundaries\": []}\n" + row + "\n{\"boundaries\": []}\n";
    };
    CHECK(error_of(second("{")).find("@mine.jsonl:2: not JSON at byte 2") != std::string::npos);
    CHECK(error_of(second("[]")).find("@mine.jsonl:2: not a JSON object") != std::string::npos);
    CHECK(error_of(second("")).find("@mine.jsonl:2: an empty line") != std::string::npos);
    CHECK(error_of(second("{}")).find("@mine.jsonl:2: a list \"boundaries\" is missing") !=
          std::string::npos);
    CHECK(error_of(second("{\"boundaries\": [6]}")).find("6 lies outside the text, 0 to 5") !=
          std::string::npos);
    CHECK(error_of(second("{\"boundaries\": [-1]}")).find("-1 lies outside the text") != std::string::npos);
    CHECK(error_of(second("{\"boundaries\": [2, 2]}")).find("2 is not above the offset before it") !=
          std::string::npos);
    CHECK(error_of(second("{\"boundaries\": [2.0]}")).find("2.0 is not a whole number") != std::string::npos);
    CHECK(error_of(second("{\"boundaries\": [true]}")).find("true is not a whole number") !=
          std::string::npos);
    CHECK(
        error_of(second("{\"boundaries\": [], \"lang\": \"de\"}")).find("\"lang\" differs from the row of") !=
        std::string::npos);
    CHECK(error_of("{\"boundaries\": []}\n").find("1 rows where @gold.jsonl has 3") != std::string::npos);
}

TEST_CASE("eval segments compares folders with the same files only") {
    EvalWorld world;
    world.write("gold/a.jsonl", gold);
    world.write("gold/b.jsonl", gold);
    world.write("mine/a.jsonl", system_rows);
    CHECK(world.eval({"segments", "@gold", "@mine"}) == ExitCode::bad_inputs);
    CHECK(world.err.find("missing: b.jsonl; too many: nothing") != std::string::npos);
    CHECK(world.eval({"segments", "@gold", "@mine/a.jsonl"}) == ExitCode::bad_inputs);
    CHECK(world.err.find("both be files or both be folders") != std::string::npos);
    CHECK(world.eval({"segments", "@gold", "@nowhere"}) == ExitCode::bad_inputs);
    CHECK(world.err.find("@nowhere: there is no such file or folder") != std::string::npos);
    world.write("mine/b.jsonl", system_rows);
    CHECK(world.eval({"segments", "@gold", "@mine", "--langs", "fr"}) == ExitCode::bad_inputs);
    CHECK(world.err.find("no row is in a language of --langs") != std::string::npos);
    CHECK(world.eval({"segments", "@gold", "@mine"}) == ExitCode::done);
}
