#include "run_options.hpp"

#include "catch.hpp"
#include "command.hpp"
#include "errors.hpp"
#include "src/temporary_folder.hpp"

using Catch::Matchers::Contains;
using hexapla::Learn;
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

TEST_CASE("lexicons are those known by themselves, the user's own besides, or these alone") {
    using Files = std::vector<std::filesystem::path>;
    const auto known = [](const std::vector<std::string>& arguments) {
        return options_of(arguments).corpus_options("de", "en").known;
    };
    CHECK(known({}).world_names);
    CHECK(known({}).news);
    CHECK(known({}).files.empty());
    CHECK(!known({}).dictionaries.empty());
    CHECK(known({"--lexicon", "auto"}).news);
    for (const auto& none :
         {known({"--lexicon", "none"}), known({"--lexicon", "a.tsv", "--lexicon", "none"})}) {
        CHECK(!none.world_names);
        CHECK(!none.news);
        CHECK(none.dictionaries.empty());
    }
    CHECK(known({"--lexicon", "a.tsv", "--lexicon", "none"}).files == Files{"a.tsv"});
    const auto own = known({"--lexicon", "a.tsv", "--lexicon", "b.tmx"});
    CHECK(own.news);
    CHECK(own.files == Files{"a.tsv", "b.tmx"});
    CHECK_THAT(refusal_of({"--lexicon", "auto", "--lexicon", "none"}), Contains("auto or none, not both"));
    CHECK_THAT(refusal_of({"--lexicon", ""}), Contains("--lexicon"));
}
