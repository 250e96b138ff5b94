#include "containers/limits.hpp"

namespace containers {

void Budget::add_unpacked(std::uint64_t bytes, const std::string& place) {
    unpacked_ += bytes;
    if (unpacked_ <= limits_.page_bytes || (unpacked_ - limits_.page_bytes) / limits_.ratio <= packed_)
        return;
    throw BudgetSpent(place + ": unpacks to more than " + std::to_string(limits_.ratio) +
                      " times its size, as an archive made to fill disks does; --max-ratio allows more");
}

}  // namespace containers
