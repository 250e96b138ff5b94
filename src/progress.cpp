#include "progress.hpp"

#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <iostream>
#include <utility>

namespace hexapla {
namespace {

constexpr std::size_t bar_width = 30;
constexpr auto bar_interval = std::chrono::milliseconds(100);

ProgressStyle resolve(const Streams& streams) {
    if (streams.quiet) return ProgressStyle::none;
    if (streams.progress != ProgressStyle::automatic) return streams.progress;
    const bool terminal = &streams.err == &std::cerr && isatty(STDERR_FILENO) != 0;
    return terminal ? ProgressStyle::bar : ProgressStyle::lines;
}

}  // namespace

Progress::Progress(Streams& streams, Clock::duration line_interval)
    : err_(streams.err),
      style_(resolve(streams)),
      interval_(style_ == ProgressStyle::bar ? Clock::duration(bar_interval) : line_interval),
      shown_(Clock::now()),
      marked_(shown_) {}

Progress::~Progress() { end(); }

void Progress::begin(std::string stage, std::size_t total) {
    end();
    const std::lock_guard lock(mutex_);
    mark();
    in_stage_ = true;
    stage_ = std::move(stage);
    total_ = total;
    done_ = 0;
}

void Progress::advance(std::size_t steps) {
    if (style_ == ProgressStyle::none) return;
    const std::lock_guard lock(mutex_);
    done_ += steps;
    const auto now = Clock::now();
    if (now - shown_ >= interval_) show(now);
}

void Progress::end() {
    const std::lock_guard lock(mutex_);
    mark();
    in_stage_ = false;
    if (std::exchange(drawn_, false)) err_ << "\r\033[K" << std::flush;
}

std::vector<Progress::StageTime> Progress::stage_times() {
    const std::lock_guard lock(mutex_);
    mark();
    std::vector<StageTime> times = times_;
    times.push_back({"other", other_});
    return times;
}

void Progress::mark() {
    const auto now = Clock::now();
    const auto passed = now - std::exchange(marked_, now);
    if (!in_stage_) {
        other_ += passed;
        return;
    }
    const std::string name = stage_.substr(0, stage_.find(','));
    auto found =
        std::find_if(times_.begin(), times_.end(), [&](const StageTime& time) { return time.stage == name; });
    if (found == times_.end()) found = times_.insert(found, {name, {}});
    found->time += passed;
}

void Progress::show(Clock::time_point now) {
    shown_ = now;
    if (style_ == ProgressStyle::bar) {
        const std::size_t filled = total_ == 0 ? 0 : std::min(bar_width, bar_width * done_ / total_);
        err_ << fmt::format("\r{} [{}{}] {}/{}\033[K", stage_, std::string(filled, '#'),
                            std::string(bar_width - filled, '.'), done_, total_)
             << std::flush;
        drawn_ = true;
    } else {
        err_ << fmt::format("{}: {} of {}\n", stage_, done_, total_) << std::flush;
    }
}

std::string stage_table(const std::vector<Progress::StageTime>& times) {
    using Seconds = std::chrono::duration<double>;
    Seconds all{};
    for (const Progress::StageTime& time : times) all += time.time;
    std::string table;
    for (const Progress::StageTime& time : times) {
        const Seconds seconds = time.time;
        table += fmt::format("{:<20} {:>9.3f} s {:>5.1f} %\n", time.stage, seconds.count(),
                             all > Seconds::zero() ? 100 * (seconds / all) : 0.0);
    }
    return table;
}

}  // namespace hexapla
