#include "catch.hpp"
#include "eval_world.hpp"

using hexapla::ExitCode;

namespace {

/// A set of two documents: the second paragraph of "a" is moved, "b" has one sentence in common.
void write_set(const EvalWorld& world) {
    world.write("set/sents/en/a.tsv", "1\tOne.\n2\tTwo.\n3\tThree.\n4\tFour.\n");
    world.write("set/sents/de/a.tsv", "1\tEins.\n3\tDrei.\n4\tVier.\nxde.7\tEigenes.\n2\tZwei.\n");
    world.write("set/sents/en/b.tsv", "5\tFive.\nxen.8\tOwn.\n");
    world.write("set/sents/de/b.tsv", "5\tF\u00fcnf.\n\n");
}

}  // namespace

TEST_CASE("eval links scores the documents of a set together") {
    EvalWorld world;
    write_set(world);
    world.write("out/a.links", "[0]:[0]:0.1\n[1]:[4]:0.3\n[2,3]:[1]:0.2\n[]:[2]:0.0\n");
    world.write("out/b.links", "[0]:[0]\n[1]:[]\n");
    CHECK(world.eval({"links", "@set", "en", "de", "@out", "--moved"}) == ExitCode::done);
    CHECK(world.out ==
          "strict  P 0.7500  R 0.6000  F1 0.6667\n"
          "lax     P 1.0000  R 0.8000  F1 0.8889\n"
          "2 documents, 5 gold links, 4 links\n"
          "moved: 1 of 1 found\n"
          "others  P 0.6667  R 0.5000  F1 0.5714\n"
          "\n"
          "bead          gold   found   right        P        R\n"
          "1-1              5       3       3   1.0000   0.6000\n"
          "1-2              0       0       0        -        -\n"
          "2-1              0       1       0   0.0000        -\n"
          "2-2              0       0       0        -        -\n"
          "larger           0       0       0        -        -\n"
          // Of two chains as long the one that ends first stays: of the links [2,3]:[1] crosses.
          "crossing         1       1       0   0.0000   1.0000\n"
          "\n"
          "calibration of 3 links: error 0.3910, Brier 0.2489 (best constant 0.2222), AUC 0.5000\n"
          "probability        links    mean   right\n"
          "0.7408-0.7408        1.0  0.7408  1.0000\n"
          "0.8187-0.8187        1.0  0.8187  0.0000\n"
          "0.9048-0.9048        1.0  0.9048  1.0000\n");
    CHECK(world.err.empty());
    CHECK(world.eval({"links", "@set", "en", "de", "@out", "--json"}) == ExitCode::done);
    const auto json = nlohmann::json::parse(world.out);
    CHECK(json["schema"] == 1);
    CHECK(json["documents"] == 2);
    CHECK(json["strict_hits"] == 3);
    CHECK(json["lax_right"] == 4);
    CHECK(json["lax_found"] == 4);
    CHECK(json["strict"]["P"] == 0.75);
    CHECK(json["beads"]["2-1"]["found"] == 1);
    CHECK(json["beads"]["1-1"]["R"] == 0.6);
    CHECK(json["calibration"]["links"] == 3);
    CHECK(json["calibration"]["auc"] == 0.5);
    CHECK(json["calibration"]["bins"].size() == 3);
    CHECK_FALSE(json.contains("wrong"));
    CHECK_FALSE(json.contains("moved"));
}

TEST_CASE("eval links scores one file against another") {
    EvalWorld world;
    world.write("gold", "[0]:[0]\n[1]:[1, 2]\n");
    world.write("mine", "[0]:[0]:0.5\n[1]:[1]:0.5\n");
    CHECK(world.eval({"links", "--gold", "@gold", "--links", "@mine"}) == ExitCode::done);
    CHECK(
        world.out.starts_with("strict  P 0.5000  R 0.5000  F1 0.5000\n"
                              "lax     P 1.0000  R 1.0000  F1 1.0000\n"
                              "1 documents, 2 gold links, 2 links\n"
                              "\n"
                              "bead "));
    CHECK(world.out.find("calibration of 2 links") != std::string::npos);
    world.write("mine", "[0]:[0]\n");
    CHECK(world.eval({"links", "--gold", "@gold", "--links", "@mine"}) == ExitCode::done);
    CHECK(world.out.find("calibration") == std::string::npos);
    CHECK(world.eval({"links", "--gold", "@gold", "--links", "@mine", "--json"}) == ExitCode::done);
    CHECK(nlohmann::json::parse(world.out)["calibration"].is_null());
}

TEST_CASE(
    "eval links shows wrong and missed links, what stands there instead, and how to have it explained") {
    EvalWorld world;
    write_set(world);
    world.write("out/a.links", "[0]:[2]:0.1\n[1]:[4]:0.3\n[2,3]:[1]:0\n[]:[0]:0.2\n");
    world.write("out/b.links", "[0]:[0]\n[1]:[]\n");
    CHECK(world.eval({"links", "@set", "en", "de", "@out", "--errors", "1"}) == ExitCode::done);
    CHECK(world.out.substr(world.out.find("\nwrong links")) ==
          "\nwrong links, the surest first:\n"
          "\n"
          "a  wrong [2,3]:[1]  1.0000\n"
          "  en  Three. Four.\n"
          "  de  Drei.\n"
          "  gold [2]:[1]\n"
          "    en  Three.\n"
          "    de  Drei.\n"
          "  gold [3]:[2]\n"
          "    en  Four.\n"
          "    de  Vier.\n"
          "  hexapla links @set/lines/en/a.txt @set/lines/de/a.txt --langs en,de --explain 2:1\n"
          "\n"
          "missed links, some from everywhere:\n"
          "\n"
          "a  missed [0]:[0]\n"
          "  en  One.\n"
          "  de  Eins.\n"
          "  instead [0]:[2]  0.9048\n"
          "    en  One.\n"
          "    de  Vier.\n"
          "  instead []:[0]  0.8187\n"
          "    de  Eins.\n"
          "  hexapla links @set/lines/en/a.txt @set/lines/de/a.txt --langs en,de --explain 0:0\n");
    CHECK(world.eval({"links", "@set", "en", "de", "@out", "--errors", "5", "--json"}) == ExitCode::done);
    const auto json = nlohmann::json::parse(world.out);
    REQUIRE(json["wrong"].size() == 2);
    REQUIRE(json["missed"].size() == 3);
    CHECK(json["wrong"][0]["probability"] == 1.0);
    CHECK(json["wrong"][1]["target_text"] == "Vier.");
    CHECK(json["missed"][0]["probability"].is_null());
    CHECK(json["missed"][1]["source"] == nlohmann::json::array({2}));
    CHECK(json["missed"][1]["instead"][0]["source_text"] == "Three. Four.");
    CHECK(json["missed"][1]["explain"].get<std::string>().ends_with("--explain 2:1"));
}

TEST_CASE("the command that explains a link can be pasted whatever the folder is called") {
    EvalWorld world;
    world.write("it's a set/sents/en/a.tsv", "1\tOne.\n");
    world.write("it's a set/sents/de/a.tsv", "1\tEins.\n");
    world.write("out/a.links", "[0]:[]\n");
    CHECK(world.eval({"links", "@it's a set", "en", "de", "@out", "--errors", "1"}) == ExitCode::done);
    CHECK(world.out.find("hexapla links '@it'\\''s a set/lines/en/a.txt'") != std::string::npos);
}

TEST_CASE("eval links names the file and line of what is wrong") {
    EvalWorld world;
    write_set(world);
    const std::vector<std::string> call = {"links", "@set", "en", "de", "@out"};
    CHECK(world.eval(call) == ExitCode::bad_inputs);
    CHECK(world.err == "hexapla: @out/a.links: missing; every document of the set must be there\n");
    world.write("out/a.links", "[0]:[0]\n\n[4]:[1]\n");
    CHECK(world.eval(call) == ExitCode::bad_inputs);
    CHECK(world.err ==
          "hexapla: @out/a.links:3: there is no source segment 4; there are 4, counted from 0\n");
    world.write("out/a.links", "[0]:[0]\n[1]:[0]\n");
    CHECK(world.eval(call) == ExitCode::bad_inputs);
    CHECK(world.err.find("@out/a.links:2: target segment 0 stands in a link already") != std::string::npos);
    world.write("out/a.links", "0-0\n");
    CHECK(world.eval(call) == ExitCode::bad_inputs);
    CHECK(world.err.find("@out/a.links:1: not a link: '[' is expected at column 1") != std::string::npos);
    world.write("out/a.links", "[0]:[0]\n\xff\n");
    CHECK(world.eval(call) == ExitCode::bad_inputs);
    CHECK(world.err.find("@out/a.links:2: not UTF-8 at byte 8") != std::string::npos);
}

TEST_CASE("eval links refuses a set that is none") {
    EvalWorld world;
    write_set(world);
    CHECK(world.eval({"links", "@set", "fr", "de", "@out"}) == ExitCode::bad_inputs);
    CHECK(world.err.find("@set/sents/fr: no gold sentences") != std::string::npos);
    world.write("out/a.links", "");
    CHECK(world.eval({"links", "@set", "en", "fr", "@out"}) == ExitCode::bad_inputs);
    CHECK(world.err.find("@set/sents/fr/a.tsv: cannot be read") != std::string::npos);
    world.write("set/sents/de/a.tsv", "1\tEins.\nno tab\n");
    CHECK(world.eval({"links", "@set", "en", "de", "@out"}) == ExitCode::bad_inputs);
    CHECK(world.err.find("@set/sents/de/a.tsv:2: no tab") != std::string::npos);
}

TEST_CASE("eval refuses calls that mean nothing") {
    EvalWorld world;
    const auto usage = [&](const std::vector<std::string>& arguments) {
        return world.eval(arguments) == ExitCode::usage && world.out.empty() && !world.err.empty();
    };
    CHECK(usage({}));
    CHECK(usage({"stars"}));
    CHECK(usage({"links", "set", "en", "de"}));
    CHECK(usage({"links", "set", "en", "de", "out", "more"}));
    CHECK(usage({"links", "--gold", "g"}));
    CHECK(usage({"links", "--gold", "g", "--links", "l", "--moved"}));
    CHECK(usage({"links", "--gold", "g", "--links", "l", "--errors", "2"}));
    CHECK(usage({"links", "set", "en", "de", "out", "--errors=-1"}));
    CHECK(usage({"links", "set", "en", "de", "out", "--gold", "g", "--links", "l"}));
    CHECK(usage({"links", "set", "en", "de", "out", "--show", "3"}));
    CHECK(usage({"tmx", "set", "en", "de", "out", "--moved"}));
    CHECK(usage({"tmx", "set", "en", "de", "out", "--show=-1"}));
    CHECK(usage({"tmx", "set", "en", "de", "out", "--show", "few"}));
    CHECK(usage({"segments", "gold"}));
    CHECK(usage({"segments", "gold", "system", "--langs", ","}));
}
