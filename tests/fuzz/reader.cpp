// Whatever the bytes are: the reader gives units or a ParseError with its place, in bounded time and memory,
// with and without repair.

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <sstream>
#include <string>

#include "tmx/reader.hpp"
#include "tmx/text.hpp"

namespace {

void read(const std::string& bytes, const tmx::ReadOptions& options) {
    std::istringstream in(bytes);
    try {
        tmx::Reader reader(in, options);
        for (tmx::Unit unit; reader.next(unit);) {
            for (const tmx::Variant& variant : unit.variants) tmx::plain_text(variant.segment);
        }
    } catch (const tmx::ParseError& error) {
        if (error.line == 0 || error.column == 0) std::abort();
    }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string bytes(reinterpret_cast<const char*>(data), size);
    const auto ignore = [](tmx::Place, const std::string&) {};
    read(bytes, {});
    read(bytes, {ignore, {}});
    read(bytes, {ignore, ignore});
    return 0;
}
