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
constexpr auto line_interval = std::chrono::minutes(1);

ProgressStyle resolve(const Streams& streams) {
    if (streams.quiet) return ProgressStyle::none;
    if (streams.progress != ProgressStyle::automatic) return streams.progress;
    const bool terminal = &streams.err == &std::cerr && isatty(STDERR_FILENO) != 0;
    return terminal ? ProgressStyle::bar : ProgressStyle::lines;
}

}  // namespace

Progress::Progress(Streams& streams) : err_(streams.err), style_(resolve(streams)) {}

Progress::~Progress() { end(); }

void Progress::begin(std::string stage, std::size_t total) {
    end();
    const std::lock_guard lock(mutex_);
    stage_ = std::move(stage);
    total_ = total;
    done_ = 0;
    shown_ = Clock::now();
}

void Progress::advance(std::size_t steps) {
    if (style_ == ProgressStyle::none) return;
    const std::lock_guard lock(mutex_);
    done_ += steps;
    const auto now = Clock::now();
    if (now - shown_ >= (style_ == ProgressStyle::bar ? Clock::duration(bar_interval) : line_interval))
        show(now);
}

void Progress::end() {
    const std::lock_guard lock(mutex_);
    if (std::exchange(drawn_, false)) err_ << "\r\033[K" << std::flush;
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

}  // namespace hexapla
