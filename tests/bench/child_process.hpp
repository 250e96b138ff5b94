#pragma once

#include <filesystem>
#include <functional>
#include <string>
#include <vector>

namespace bench {

/// What a program took.
struct Usage {
    double seconds = 0;      ///< of the clock
    double cpu_seconds = 0;  ///< of all its threads, the system's work for it included
    double megabytes = 0;    ///< resident at its peak (ru_maxrss)
};

/// Runs a program to its end; what it says on standard output and error goes to the file. A child takes its
/// parent's peak of memory over, so the parent is to be small: it does large work in `apart`. Throws
/// std::runtime_error with the end of what it said when it does not end with exit code 0.
Usage run(const std::vector<std::string>& command, const std::filesystem::path& said);

/// Does work in a process of its own and gives what it found. Throws std::runtime_error when it fails; what
/// failed is on standard error then.
std::vector<double> apart(const std::function<std::vector<double>()>& work);

}  // namespace bench
