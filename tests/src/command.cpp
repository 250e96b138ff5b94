#include "command.hpp"

#include <sstream>

#include "catch.hpp"

using hexapla::ExitCode;

namespace {

struct Run {
    ExitCode code;
    std::string out;
    std::string err;
};

Run run(const std::vector<std::string>& arguments) {
    std::istringstream in;
    std::ostringstream out;
    std::ostringstream err;
    hexapla::Streams streams{in, out, err};
    const ExitCode code = hexapla::run_program(arguments, streams);
    return {code, out.str(), err.str()};
}

}  // namespace

TEST_CASE("without a command the program says what is missing") {
    const Run result = run({});
    CHECK(result.code == ExitCode::usage);
    CHECK(result.err.find("hexapla --help") != std::string::npos);
}

TEST_CASE("an unknown command is named") {
    const Run result = run({"algin"});
    CHECK(result.code == ExitCode::usage);
    CHECK(result.err.find("'algin' is not a command") != std::string::npos);
}

TEST_CASE("--version prints the version on standard output") {
    const Run result = run({"--version"});
    CHECK(result.code == ExitCode::done);
    CHECK(result.out == "hexapla " HEXAPLA_VERSION "\n");
    CHECK(result.err.empty());
}

TEST_CASE("every command explains itself and refuses an unknown option") {
    for (const auto& entry : hexapla::command_table()) {
        INFO(entry.name);
        const Run help = run({std::string(entry.name), "--help"});
        CHECK(help.code == ExitCode::done);
        CHECK(help.out.rfind("usage: hexapla " + std::string(entry.name), 0) == 0);
        CHECK(run({std::string(entry.name), "--no-such-option"}).code == ExitCode::usage);
    }
}
