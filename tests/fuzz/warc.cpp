// Containers, WARC files above all: any bytes give items, each within the limits, or sentences.
#include <cstddef>
#include <cstdint>
#include <sstream>
#include <string>

#include "containers/sources.hpp"
#include "demand.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
    std::istringstream in(std::string(reinterpret_cast<const char*>(bytes), size));
    containers::SourceOptions options;
    options.limits.page_bytes = 1 << 16;
    containers::Sources sources({"-"}, options, in);
    std::size_t most = 4 * size + 16;  // of what can be found in so many bytes, unpacked a hundred times
    most *= options.limits.ratio;
    while (auto found = sources.next()) {
        if (const auto* item = std::get_if<containers::Item>(&*found)) {
            demand(item->bytes.size() <= 16 * options.limits.page_bytes, "an item is no larger than a page");
            demand(!item->place.empty(), "an item has a place");
        }
        if (const auto* refused = std::get_if<containers::Refused>(&*found))
            demand(!refused->sentence.empty(), "a refusal has a reason");
        demand(--most > 0, "reading ends");
    }
    return 0;
}
