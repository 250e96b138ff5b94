// What is read and written is read again as the same units, and written as the same bytes.

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <sstream>
#include <string>
#include <vector>

#include "tmx/reader.hpp"
#include "tmx/writer.hpp"

namespace {

struct Memory {
    tmx::Header header;
    std::vector<tmx::Unit> units;
};

Memory read(const std::string& bytes, bool repair) {
    std::istringstream in(bytes);
    const auto ignore = [](tmx::Place, const std::string&) {};
    tmx::ReadOptions options{ignore, {}};
    if (repair) options.on_loss = ignore;
    tmx::Reader reader(in, options);
    Memory memory{reader.header(), {}};
    for (tmx::Unit unit; reader.next(unit);) memory.units.push_back(unit);
    return memory;
}

std::string written(const Memory& memory) {
    std::ostringstream out;
    tmx::Writer writer(out, memory.header, tmx::Strictness::well_formed);
    for (const tmx::Unit& unit : memory.units) writer.write(unit);
    writer.finish();
    if (writer.dropped() > 0) std::abort();  // what is read has no forbidden characters
    return out.str();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    Memory memory;
    try {
        memory = read({reinterpret_cast<const char*>(data), size}, true);
    } catch (const tmx::ParseError&) {
        return 0;
    }
    const std::string file = written(memory);
    const Memory back = read(file, false);
    if (!(back.header == memory.header) || back.units != memory.units || written(back) != file) std::abort();
    return 0;
}
