#pragma once

#include <chrono>
#include <cstddef>
#include <mutex>
#include <string>
#include <vector>

#include "command.hpp"

namespace hexapla {

/// Shows how far a run is on standard error: a bar on a terminal, else a line a minute. Safe to call from
/// several threads.
class Progress {
  public:
    using Clock = std::chrono::steady_clock;

    /// `line_interval`: how long it is between two lines where there is no bar.
    explicit Progress(Streams& streams, Clock::duration line_interval = std::chrono::minutes(1));
    Progress(const Progress&) = delete;
    Progress& operator=(const Progress&) = delete;
    ~Progress();

    /// Begins a stage of `total` steps, ending the one before.
    void begin(std::string stage, std::size_t total);
    void advance(std::size_t steps = 1);
    /// Ends the stage and clears the bar.
    void end();

    /// How long a stage took, all times that it was run together.
    struct StageTime {
        std::string stage;
        Clock::duration time{};
    };
    /// The stages so far, in the order in which they were first begun. What a stage is called up to a comma
    /// tells it from others ("learning words, round 2" is "learning words"); what passes outside of all is
    /// "other", the last, and what passes since the last stage ended counts there.
    [[nodiscard]] std::vector<StageTime> stage_times();

  private:
    void show(Clock::time_point now);
    /// Gives the time since the last mark to the stage that is on.
    void mark();

    std::ostream& err_;
    ProgressStyle style_;
    Clock::duration interval_;
    std::mutex mutex_;
    std::string stage_;
    std::size_t total_ = 0;
    std::size_t done_ = 0;
    Clock::time_point shown_;  // last, whatever the stage: short stages add up to a line too
    bool drawn_ = false;
    bool in_stage_ = false;
    std::vector<StageTime> times_;
    Clock::duration other_{};
    Clock::time_point marked_;
};

/// The stages' times as a table, a line each: name, seconds, and the share of all in per cent.
std::string stage_table(const std::vector<Progress::StageTime>& times);

}  // namespace hexapla
