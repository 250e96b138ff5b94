#include "progress.hpp"

#include <chrono>
#include <sstream>
#include <thread>

#include "catch.hpp"

using hexapla::Progress;
using hexapla::ProgressStyle;
using hexapla::Streams;

namespace {

/// What three steps of two stages print, each after a pause longer than a bar's.
std::string progress_of(ProgressStyle style, bool quiet, std::chrono::milliseconds line_interval) {
    std::istringstream in;
    std::ostringstream out;
    std::ostringstream err;
    Streams streams{in, out, err, style, quiet};
    {
        Progress progress(streams, line_interval);
        progress.begin("reading", 2);
        for (int i = 0; i < 2; ++i) {
            std::this_thread::sleep_for(std::chrono::milliseconds(110));
            progress.advance();
        }
        progress.begin("aligning", 1);
        std::this_thread::sleep_for(std::chrono::milliseconds(110));
        progress.advance();
    }
    CHECK(out.str().empty());
    return err.str();
}

}  // namespace

TEST_CASE("a bar shows how far a stage is, and is cleared at its end") {
    CHECK(progress_of(ProgressStyle::bar, false, std::chrono::minutes(1)) ==
          "\rreading [###############...............] 1/2\033[K\rreading [##############################] "
          "2/2\033[K\r\033[K"
          "\raligning [##############################] 1/1\033[K\r\033[K");
}

TEST_CASE("where there is no terminal a line comes after a while, and no bar") {
    CHECK(progress_of(ProgressStyle::automatic, false, std::chrono::minutes(1)).empty());
    CHECK(progress_of(ProgressStyle::lines, false, std::chrono::minutes(1)).empty());
    CHECK(progress_of(ProgressStyle::automatic, false, std::chrono::milliseconds(1)) ==
          "reading: 1 of 2\nreading: 2 of 2\naligning: 1 of 1\n");
}

TEST_CASE("short stages add up to a line") {
    const std::string text = progress_of(ProgressStyle::lines, false, std::chrono::milliseconds(310));
    CHECK(text == "aligning: 1 of 1\n");
}

TEST_CASE("nothing is shown when told so") {
    CHECK(progress_of(ProgressStyle::none, false, std::chrono::milliseconds(1)).empty());
    CHECK(progress_of(ProgressStyle::bar, true, std::chrono::milliseconds(1)).empty());
}

TEST_CASE("the time of a stage is that of all its runs, whatever is shown") {
    std::istringstream in;
    std::ostringstream out;
    std::ostringstream err;
    Streams streams{in, out, err, ProgressStyle::none, true};
    Progress progress(streams);
    const auto pause = [] { std::this_thread::sleep_for(std::chrono::milliseconds(10)); };
    pause();
    progress.begin("learning, round 1", 1);
    pause();
    progress.begin("aligning", 1);
    pause();
    progress.begin("learning, round 2", 1);
    pause();
    progress.end();
    pause();
    const auto times = progress.stage_times();
    REQUIRE(times.size() == 3);
    CHECK(times[0].stage == "learning");
    CHECK(times[0].time >= std::chrono::milliseconds(20));
    CHECK(times[1].stage == "aligning");
    CHECK(times[1].time >= std::chrono::milliseconds(10));
    CHECK(times[2].stage == "other");
    CHECK(times[2].time >= std::chrono::milliseconds(20));
    CHECK(err.str().empty());
}

TEST_CASE("the table of stages gives seconds and shares") {
    using std::chrono::milliseconds;
    CHECK(hexapla::stage_table({{"reading", milliseconds(250)}, {"aligning", milliseconds(750)}}) ==
          "reading                  0.250 s  25.0 %\n"
          "aligning                 0.750 s  75.0 %\n");
    CHECK(hexapla::stage_table({{"other", milliseconds(0)}}) == "other                    0.000 s   0.0 %\n");
}
