#include "gzip.hpp"

// g++ 12 sees overlapping copies within std::string where Boost appends to one (GCC bug 105651: there are
// none).
#if defined(__GNUC__) && !defined(__clang__) && __GNUC__ == 12
#pragma GCC diagnostic ignored "-Wrestrict"
#endif

#include <boost/iostreams/filter/gzip.hpp>
#include <boost/iostreams/filtering_stream.hpp>
#include <fstream>

namespace hexapla {

namespace io = boost::iostreams;

std::unique_ptr<std::ostream> gzip_stream(std::ostream& out) {
    auto packed = std::make_unique<io::filtering_ostream>();
    io::gzip_params params;
    params.mtime = 0;
    packed->push(io::gzip_compressor(params));
    packed->push(out);
    return packed;
}

std::string beginning_of(const std::filesystem::path& file, std::size_t most) {
    std::ifstream in(file, std::ios::binary);
    io::filtering_istream unpacked;
    if (file.extension() == ".gz") unpacked.push(io::gzip_decompressor());
    unpacked.push(in);
    std::string head(most, '\0');
    unpacked.read(head.data(), static_cast<std::streamsize>(head.size()));
    head.resize(static_cast<std::size_t>(unpacked.gcount()));
    return head;
}

}  // namespace hexapla
