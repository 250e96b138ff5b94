// How fast memories are read and written against pugixml, which parses the same bytes whole, and what memory
// that takes. Times are the best of several runs, of the two in turn.
//
//   bench_memory          20 MB, ratios
//   bench_memory BYTES    a file of so many bytes (2000000000: 5 million units), read and written as a stream

#include <sys/resource.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <functional>
#include <istream>
#include <pugixml.hpp>
#include <sstream>
#include <streambuf>
#include <string>

#include "tmx/reader.hpp"
#include "tmx/text.hpp"
#include "tmx/writer.hpp"

namespace {

constexpr int runs = 7;
constexpr double mega = 1e6;
constexpr std::size_t small_bytes = 20'000'000;

double seconds_of(const std::function<void()>& work) {
    const auto begin = std::chrono::steady_clock::now();
    work();
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
}

/// Reads from a string in place.
class Bytes : public std::streambuf {
  public:
    explicit Bytes(std::string& text) { setg(text.data(), text.data(), text.data() + text.size()); }
};

/// Counts what is written and throws it away.
class Nowhere : public std::streambuf {
  public:
    std::size_t bytes = 0;

  protected:
    std::streamsize xsputn(const char* /*text*/, std::streamsize count) override {
        bytes += static_cast<std::size_t>(count);
        return count;
    }
    int_type overflow(int_type c) override {
        ++bytes;
        return c;
    }
};

tmx::Header header() {
    tmx::Header header;
    header.creation_tool = "bench";
    header.creation_tool_version = std::string("1");
    header.source_language = std::string("de");
    return header;
}

/// A unit such as align writes; every sixth has codes.
tmx::Unit unit(std::size_t number) {
    const std::string n = std::to_string(number);
    tmx::Unit unit;
    unit.id = std::string("18854934.").append(n);
    unit.properties = {
        {"x-confidence", "0.98"}, {"x-quality", "high"}, {"x-bead", "1-1"}, {"x-article", "18854934"}};
    const std::string german =
        std::string("Im Jahr ").append(n) + " stieg der Fluss über die Ufer, und die Deiche hielten nicht.";
    const std::string russian =
        std::string("В ").append(n) + " году река вышла из берегов, & плотины не выдержали.";
    unit.variants = {{"de", tmx::escape(german)}, {"ru", tmx::escape(russian)}};
    if (number % 6 == 0) {
        for (tmx::Variant& variant : unit.variants)
            variant.segment = std::string("<bpt i=\"1\" x=\"1\">&lt;b&gt;</bpt>")
                                  .append(variant.segment)
                                  .append("<ept i=\"1\">&lt;/b&gt;</ept>");
    }
    return unit;
}

std::size_t write(std::ostream& out, std::size_t bytes) {
    tmx::Writer writer(out, header());
    std::size_t units = 0;
    while (static_cast<std::size_t>(out.tellp()) < bytes) writer.write(unit(units++));
    writer.finish();
    return units;
}

long resident_megabytes() {
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    return usage.ru_maxrss / 1024;
}

void compare() {
    std::ostringstream out;
    const std::size_t count = write(out, small_bytes);
    std::string file = out.str();
    const double megabytes = static_cast<double>(file.size()) / mega;
    double parse = 1e9;
    double read = 1e9;
    double print = 1e9;
    double write = 1e9;
    pugi::xml_document document;
    std::vector<tmx::Unit> units;
    for (tmx::Unit each; units.size() < count;) {
        each = unit(units.size());
        units.push_back(each);
    }
    std::size_t seen = 0;
    for (int i = 0; i < runs; ++i) {
        parse = std::min(parse, seconds_of([&] {
                             document.load_buffer(file.data(), file.size(),
                                                  pugi::parse_default | pugi::parse_ws_pcdata,
                                                  pugi::encoding_utf8);
                         }));
        read = std::min(read, seconds_of([&] {
                            Bytes bytes(file);
                            std::istream in(&bytes);
                            tmx::Reader reader(in);
                            for (tmx::Unit each; reader.next(each);) ++seen;
                        }));
        print = std::min(print, seconds_of([&] {
                             Nowhere nowhere;
                             std::ostream stream(&nowhere);
                             document.save(stream, "", pugi::format_raw, pugi::encoding_utf8);
                         }));
        write = std::min(write, seconds_of([&] {
                             Nowhere nowhere;
                             std::ostream stream(&nowhere);
                             tmx::Writer writer(stream, header());
                             for (const tmx::Unit& each : units) writer.write(each);
                             writer.finish();
                         }));
    }
    std::printf("%.1f MB, %zu units (%zu read)\n", megabytes, count, seen);
    std::printf("read   pugixml whole %6.0f MB/s  hexapla %6.0f MB/s  ratio %.2f (to be 0.3 at least)\n",
                megabytes / parse, megabytes / read, parse / read);
    std::printf("write  pugixml whole %6.0f MB/s  hexapla %6.0f MB/s  ratio %.2f (to be 0.5 at least)\n",
                megabytes / print, megabytes / write, print / write);
}

void stream(std::size_t bytes) {
    const std::filesystem::path file =
        std::filesystem::temp_directory_path() /
        std::string("bench_memory.").append(std::to_string(bytes)).append(".tmx");
    std::size_t units = 0;
    const double written = seconds_of([&] {
        std::ofstream out(file, std::ios::binary);
        units = write(out, bytes);
    });
    std::printf("written %zu units, %.0f MB/s, at most %ld MB of memory\n", units,
                static_cast<double>(bytes) / mega / written, resident_megabytes());
    std::size_t seen = 0;
    const double read = seconds_of([&] {
        std::ifstream in(file, std::ios::binary);
        tmx::Reader reader(in);
        for (tmx::Unit each; reader.next(each);) ++seen;
    });
    std::printf("read    %zu units, %.0f MB/s, at most %ld MB of memory\n", seen,
                static_cast<double>(bytes) / mega / read, resident_megabytes());
    std::filesystem::remove(file);
}

}  // namespace

int main(int argc, char** argv) {
    if (argc > 1) {
        stream(std::strtoull(argv[1], nullptr, 10));
    } else {
        compare();
    }
    return 0;
}
