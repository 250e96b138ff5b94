#include "run_options.hpp"

#include "catch.hpp"
#include "command.hpp"
#include "errors.hpp"
#include "src/temporary_folder.hpp"

using Catch::Matchers::Contains;
using hexapla::InputError;
using hexapla::Learn;
using hexapla::read_glossary;
using hexapla::RunOptions;
using hexapla::UsageError;
namespace po = boost::program_options;

namespace {

RunOptions options_of(const std::vector<std::string>& arguments, std::size_t versions = 2) {
    po::options_description description;
    po::options_description hidden;
    po::positional_options_description positional;
    RunOptions::describe(description, hidden);
    RunOptions::describe_versions(description, hidden, positional);
    description.add(hidden);
    po::variables_map given;
    po::store(po::command_line_parser(arguments).options(description).positional(positional).run(), given);
    po::notify(given);
    RunOptions options;
    options.accept(given, versions);
    return options;
}

std::string refusal_of(const std::vector<std::string>& arguments, std::size_t versions = 2) {
    return error_of<UsageError>([&] { options_of(arguments, versions); });
}

using Pairs = std::vector<std::pair<std::string, std::string>>;

}  // namespace

TEST_CASE("languages are named by any name of an edition, one a version") {
    const RunOptions options = options_of({"--langs", "de,Chinese (Simplified),fa-af"}, 3);
    CHECK(options.languages == std::vector<std::string>{"de", "zh-Hans", "prs"});
    CHECK(options_of({}).languages.empty());
    CHECK_THAT(refusal_of({"--langs", "de,Germn"}), Contains("--langs: 'Germn'") && Contains("German (de)"));
    CHECK_THAT(refusal_of({"--langs", "de"}), Contains("number of names is 1") && Contains("versions 2"));
    CHECK_THAT(refusal_of({"--langs", "de,en,fr"}), Contains("number of names is 3"));
    CHECK_THAT(refusal_of({"--langs", "de,"}), Contains("--langs: ''"));
}

TEST_CASE("a tag in canonical case is written to memories as given, another name is not") {
    const RunOptions options = options_of({"--langs", "de-AT,zh-Hant,zh-TW,German,DE,pt-002,es-419,prs"}, 8);
    const std::vector<std::string> written = {"de-AT", "zh-Hant", "zh-TW", "", "", "pt-002", "es-419", "prs"};
    for (std::size_t i = 0; i < written.size(); ++i) {
        INFO(options.written_tags[i]);
        CHECK(options.memory_tag(i) == written[i]);
    }
}

TEST_CASE("one language for two versions is refused where a memory is meant") {
    for (const char* same : {"de,de", "de,German", "German,Deutsch", "zh-CN,zh-CN"}) {
        INFO(same);
        CHECK_THAT(error_of<UsageError>([&] {
                       options_of({"--langs", same}).refuse_repeated_languages();
                   }),
                   Contains("twice"));
    }
    for (const char* different : {"de,en", "en-US,en-GB", "zh-Hans,zh-Hant", "pt,pt-BR"}) {
        INFO(different);
        CHECK_NOTHROW(options_of({"--langs", different}).refuse_repeated_languages());
    }
}

TEST_CASE("learning and threads are as told, and wrong ones are refused") {
    CHECK(options_of({}).learn == Learn::automatic);
    CHECK(options_of({"--learn", "yes"}).learn == Learn::yes);
    CHECK(options_of({"--learn", "no"}).learn == Learn::no);
    CHECK(options_of({"--no-learn"}).learn == Learn::no);
    CHECK_THAT(refusal_of({"--learn", "maybe"}), Contains("--learn maybe: give auto, yes or no"));
    CHECK(options_of({"--jobs", "3"}).jobs == 3);
    CHECK_THAT(refusal_of({"--jobs", "1025"}), Contains("0 to 1024"));
    CHECK_THAT(refusal_of({"--jobs=-1"}), Contains("0 to 1024"));
}

TEST_CASE("the lexicon says what is known before") {
    const TemporaryFolder folder;
    const std::string file = folder.write("words.tsv", "Haus\thouse\n").string();
    CHECK(options_of({}).corpus_options("de", "en").world_names);
    CHECK(options_of({}).corpus_options("de", "en").glossary.empty());
    CHECK_FALSE(options_of({"--lexicon", "none"}).corpus_options("de", "en").world_names);
    const auto own = options_of({"--lexicon", file}).corpus_options("de", "en");
    CHECK(own.world_names);
    CHECK(own.glossary == Pairs{{"Haus", "house"}});
    CHECK_THROWS_AS(options_of({"--lexicon", file + "x"}).corpus_options("de", "en"), InputError);
}

TEST_CASE("a glossary is pairs of words, comments and blank lines passed over, more columns too") {
    const TemporaryFolder folder;
    const auto file =
        folder.write("words.tsv", "\xEF\xBB\xBF# comment\n\nHaus\thouse\r\n  \n Fluss \t river \tnote\nä\tб");
    CHECK(read_glossary(file) == Pairs{{"Haus", "house"}, {"Fluss", "river"}, {"ä", "б"}});
    CHECK(read_glossary(folder.write("empty.tsv", "")).empty());
}

TEST_CASE("a line that is no pair of words is named") {
    const TemporaryFolder folder;
    for (const char* line : {"Haus", "Haus\t", "\thouse", "Haus\t \t x", "Haus house"}) {
        INFO(line);
        const auto file = folder.write("words.tsv", std::string("Fluss\triver\n\n") + line + "\n");
        CHECK_THAT(error_of<InputError>([&] { read_glossary(file); }),
                   Contains("words.tsv:3: is no pair of words") && Contains("word<tab>word"));
    }
    const auto malformed = folder.write("words.tsv", "Fluss\triver\nH\xe4user\thouses\n");
    CHECK_THAT(error_of<InputError>([&] { read_glossary(malformed); }),
               Contains("words.tsv:2: is not UTF-8 at byte 2"));
}

TEST_CASE("a glossary that is not there or is a folder is named") {
    const TemporaryFolder folder;
    CHECK_THAT(error_of<InputError>([&] { read_glossary(folder / "none.tsv"); }),
               Contains("none.tsv: is not there"));
    CHECK_THAT(error_of<InputError>([&] { read_glossary(folder.path()); }), Contains("is a folder"));
}
