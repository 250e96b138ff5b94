#include "eval/tmx.hpp"

#include "catch.hpp"
#include "eval_world.hpp"

using hexapla::ExitCode;

namespace {

std::string memory(const std::string& units) {
    return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<tmx version=\"1.4\"><header creationtool=\"t\" "
           "creationtoolversion=\"1\" segtype=\"sentence\" o-tmf=\"t\" adminlang=\"en\" srclang=\"en\" "
           "datatype=\"plaintext\"/><body>" +
           units + "</body></tmx>\n";
}

std::string unit(const std::string& english, const std::string& chinese, const std::string& tag = "zh-CN") {
    return "<tu><tuv xml:lang=\"en-US\"><seg>" + english + "</seg></tuv><tuv xml:lang=\"" + tag + "\"><seg>" +
           chinese + "</seg></tuv></tu>\n";
}

void write_set(const EvalWorld& world) {
    world.write("set/sents/en/a.tsv", "1\tRain & snow.\n2\tIt is cold.\nxen.3\tOwn.\n");
    world.write("set/sents/zh-Hans/a.tsv",
                "2\t\u5f88\u51b7\u3002\n1\t\u4e0b\u96e8\u548c\u4e0b\u96ea\u3002\n");
}

const std::vector<std::string> call = {"tmx", "@set", "en", "zh-Hans", "@out"};

}  // namespace

TEST_CASE("eval tmx finds the texts of units in the gold sentences") {
    EvalWorld world;
    write_set(world);
    world.write("out/a.tmx",
                memory(unit("Rain &amp; snow.", " \u4e0b\u96e8 \u548c\u4e0b\u96ea\u3002") +
                       unit("It is cold.", "\u4e0b\u96ea\u3002") +
                       unit("DW recommends", "\u5f88\u51b7\u3002") + unit("It is cold.", "Kalt.", "de")));
    std::vector<std::string> arguments = call;
    CHECK(world.eval(arguments) == ExitCode::done);
    CHECK(world.out ==
          "strict  P 0.3333  R 0.5000  F1 0.4000\n"
          "lax     P 0.3721  R 0.5714  F1 0.4507\n"
          "1 documents, 2 shared sentences, 3 units, 2 with text that is not the article's\n");
    arguments.insert(arguments.end(), {"--show", "1"});
    CHECK(world.eval(arguments) == ExitCode::done);
    CHECK(world.out.find("\n- It is cold.\n  \u4e0b\u96ea\u3002\n") != std::string::npos);
    CHECK(world.out.find("DW recommends") == std::string::npos);
    arguments.emplace_back("--json");
    CHECK(world.eval(arguments) == ExitCode::done);
    const auto json = nlohmann::json::parse(world.out);
    CHECK(json["schema"] == 1);
    CHECK(json["units"] == 3);
    CHECK(json["right"] == 1);
    CHECK(json["unlocated"] == 2);
    CHECK(json["strict"]["R"] == 0.5);
}

TEST_CASE("text in inline codes is not the article's, empty codes do not matter") {
    EvalWorld world;
    write_set(world);
    world.write("out/a.tmx", memory(unit("It is <bpt i=\"1\" type=\"a>b\"/>cold<ept i=\"1\"/>.<!-- no -->",
                                         "\u5f88<![CDATA[\u51b7]]>\u3002") +
                                    unit("Rain <ph x=\"1\">&lt;br/&gt;</ph>&amp; snow.",
                                         "\u4e0b\u96e8\u548c\u4e0b\u96ea\u3002")));
    CHECK(world.eval(call) == ExitCode::done);
    CHECK(world.out.find("2 units, 1 with text") != std::string::npos);
    CHECK(world.out.find("strict  P 0.5000  R 0.5000") != std::string::npos);
}

TEST_CASE("eval tmx names the memory that is missing or broken") {
    EvalWorld world;
    write_set(world);
    CHECK(world.eval(call) == ExitCode::bad_inputs);
    CHECK(world.err.find("@out/a.tmx: cannot be read; every document of the set must be there") !=
          std::string::npos);
    world.write("out/a.tmx", "<?xml version=\"1.0\"?>\n<tmx version=\"1.4\">\n<header");
    CHECK(world.eval(call) == ExitCode::bad_inputs);
    CHECK(world.err.find("@out/a.tmx: line 3") != std::string::npos);
}

TEST_CASE("tags mean editions") {
    using eval::same_edition;
    for (const auto& [tag, other] : std::vector<std::pair<std::string, std::string>>{{"zh-CN", "zh-Hans"},
                                                                                     {"zh", "zh-Hans"},
                                                                                     {"zh_tw", "zh-Hant"},
                                                                                     {"zh-Hant-HK", "zh-TW"},
                                                                                     {"fa-AF", "prs"},
                                                                                     {"prs-AF", "prs"},
                                                                                     {"en-US", "en"},
                                                                                     {"PT-br", "pt-BR"},
                                                                                     {"pt-PT", "pt"},
                                                                                     {"sr-Latn", "sr"}}) {
        INFO(tag << " and " << other);
        CHECK(same_edition(tag, other));
        CHECK(same_edition(other, tag));
    }
    for (const auto& [tag, other] : std::vector<std::pair<std::string, std::string>>{
             {"zh-CN", "zh-TW"}, {"fa", "prs"}, {"pt", "pt-BR"}, {"hr", "sr"}, {"", "en"}}) {
        INFO(tag << " and " << other);
        CHECK_FALSE(same_edition(tag, other));
    }
}
