#pragma once

#include <chrono>
#include <cstddef>
#include <mutex>
#include <string>

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

  private:
    void show(Clock::time_point now);

    std::ostream& err_;
    ProgressStyle style_;
    Clock::duration interval_;
    std::mutex mutex_;
    std::string stage_;
    std::size_t total_ = 0;
    std::size_t done_ = 0;
    Clock::time_point shown_;  // last, whatever the stage: short stages add up to a line too
    bool drawn_ = false;
};

}  // namespace hexapla
