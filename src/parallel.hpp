#pragma once

#include <oneapi/tbb/global_control.h>
#include <oneapi/tbb/parallel_for.h>

#include <cstddef>
#include <optional>

namespace hexapla {

/// Calls `work(i)` for all i below `count`, on at most `jobs` threads (0: one a core). Work that puts its
/// results into places of their own gives the same whatever the number of threads.
template <class Work>
void for_each(std::size_t count, int jobs, const Work& work) {
    namespace tbb = oneapi::tbb;
    std::optional<tbb::global_control> limit;
    if (jobs > 0) limit.emplace(tbb::global_control::max_allowed_parallelism, static_cast<std::size_t>(jobs));
    tbb::parallel_for(std::size_t{0}, count, work);
}

}  // namespace hexapla
