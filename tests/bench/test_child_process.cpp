#include <unistd.h>

#include <filesystem>
#include <stdexcept>

#include "catch.hpp"
#include "child_process.hpp"
#include "runs.hpp"

namespace {

std::filesystem::path said() {
    return std::filesystem::temp_directory_path() / ("hexapla-bench-said-" + std::to_string(getpid()));
}

}  // namespace

TEST_CASE("a program's use of time and memory is measured") {
    const bench::Usage little = bench::run({"sh", "-c", "echo said; sleep 0.1"}, said());
    CHECK(bench::read_text(said()) == "said\n");
    CHECK(little.seconds >= 0.1);
    CHECK(little.cpu_seconds < little.seconds);
    const bench::Usage much =
        bench::run({"sh", "-c", "x=$(head -c 150000000 /dev/zero | tr '\\0' x); echo ${#x}"}, said());
    CHECK(bench::read_text(said()) == "150000000\n");
    CHECK(much.megabytes > 140);
    CHECK(much.megabytes > little.megabytes + 50);
    CHECK(much.cpu_seconds > little.cpu_seconds);
    std::filesystem::remove(said());
}

TEST_CASE("a program that fails, or is none, is told with what it said") {
    CHECK_THROWS_WITH(bench::run({"sh", "-c", "echo why >&2; exit 3"}, said()), "sh failed: why\n");
    CHECK_THROWS_AS(bench::run({"no such program"}, said()), std::runtime_error);
    std::filesystem::remove(said());
}

TEST_CASE("work apart gives its numbers and leaves nothing behind") {
    int here = 1;
    CHECK(bench::apart([&] {
              here = 2;
              return std::vector<double>{3, 4};
          }) == std::vector<double>{3, 4});
    CHECK(here == 1);
    CHECK_THROWS_AS(bench::apart([]() -> std::vector<double> { throw std::runtime_error("no"); }),
                    std::runtime_error);
}
