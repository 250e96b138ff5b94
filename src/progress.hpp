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
    explicit Progress(Streams& streams);
    Progress(const Progress&) = delete;
    Progress& operator=(const Progress&) = delete;
    ~Progress();

    /// Begins a stage of `total` steps, ending the one before.
    void begin(std::string stage, std::size_t total);
    void advance(std::size_t steps = 1);
    /// Ends the stage and clears the bar.
    void end();

  private:
    using Clock = std::chrono::steady_clock;
    void show(Clock::time_point now);

    std::ostream& err_;
    ProgressStyle style_;
    std::mutex mutex_;
    std::string stage_;
    std::size_t total_ = 0;
    std::size_t done_ = 0;
    Clock::time_point shown_;
    bool drawn_ = false;
};

}  // namespace hexapla
