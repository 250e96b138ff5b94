#include "gzip.hpp"

// g++ 12 sees overlapping copies within std::string where Boost appends to one (GCC bug 105651: there are
// none).
#if defined(__GNUC__) && !defined(__clang__) && __GNUC__ == 12
#pragma GCC diagnostic ignored "-Wrestrict"
#endif

#include <boost/iostreams/categories.hpp>
#include <boost/iostreams/device/file.hpp>
#include <boost/iostreams/filter/gzip.hpp>
#include <boost/iostreams/filtering_stream.hpp>
#include <fstream>

#include "errors.hpp"

namespace hexapla {

namespace io = boost::iostreams;

namespace {

/// Writes into a stream of ours. A stream that fails takes all without writing it, since Boost would offer
/// the same bytes for ever; who owns the stream sees its state.
struct Sink {
    using char_type = char;
    using category = io::sink_tag;
    std::ostream* out;
    std::streamsize write(const char* bytes, std::streamsize count) const {
        out->write(bytes, count);
        return count;
    }
};

}  // namespace

std::unique_ptr<std::ostream> gzip_stream(std::ostream& out) {
    auto packed = std::make_unique<io::filtering_ostream>();
    io::gzip_params params;
    params.mtime = 0;
    packed->push(io::gzip_compressor(params));
    packed->push(Sink{&out});
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

std::unique_ptr<std::istream> unpacked_stream(const std::filesystem::path& file) {
    io::file_source bytes(file.string(), std::ios::binary | std::ios::in);
    if (!bytes.is_open())
        throw InputError(file.string() + ": cannot be opened; check that it is there and who may read it");
    auto unpacked = std::make_unique<io::filtering_istream>();
    if (file.extension() == ".gz" || file.extension() == ".dz") unpacked->push(io::gzip_decompressor());
    unpacked->push(bytes);
    unpacked->exceptions(std::ios::badbit);
    return unpacked;
}

}  // namespace hexapla
