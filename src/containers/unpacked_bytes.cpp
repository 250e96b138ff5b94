#include "containers/unpacked_bytes.hpp"

#include <archive_entry.h>

#include <algorithm>
#include <array>
#include <utility>

#include "containers/libarchive.hpp"

namespace containers {
namespace {

constexpr auto marks = std::to_array<std::string_view>({
    "\x28\xB5\x2F\xFD",  // zstd, RFC 8878
    {"\xFD"
     "7zXZ\0",
     6},                 // xz
    "BZh",               // bzip2
    "LZIP",              // lzip
    "\x04\x22\x4D\x18",  // lz4
});

class UnpackedBytes final : public ByteStream {
  public:
    UnpackedBytes(std::unique_ptr<BufferedBytes> packed, std::string place, Budget& budget)
        : archive_(std::move(packed)), place_(std::move(place)), budget_(budget) {
        archive_read_support_format_raw(archive_.get());
        archive_read_support_filter_zstd(archive_.get());
        archive_read_support_filter_xz(archive_.get());
        archive_read_support_filter_bzip2(archive_.get());
        archive_read_support_filter_lzip(archive_.get());
        archive_read_support_filter_lz4(archive_.get());
    }

    std::size_t read(char* to, std::size_t most) override {
        if (!opened_) {
            opened_ = true;
            archive_entry* entry = nullptr;
            if (archive_.open() != ARCHIVE_OK) fail();
            const int code = archive_read_next_header(archive_.get(), &entry);
            if (code == ARCHIVE_EOF) return 0;
            if (code != ARCHIVE_OK) fail();
        }
        const la_ssize_t size = archive_read_data(archive_.get(), to, most);
        if (size < 0) fail();
        budget_.add_unpacked(static_cast<std::uint64_t>(size), place_);
        return static_cast<std::size_t>(size);
    }

  private:
    [[noreturn]] void fail() const {
        archive_.rethrow();
        throw DamagedData(place_ + ": cannot be unpacked (" + archive_.reason() +
                          "); what stands before is kept, get the file again for the rest");
    }

    LibArchive archive_;
    std::string place_;
    Budget& budget_;
    bool opened_ = false;
};

}  // namespace

bool is_packed(std::string_view head) {
    return std::any_of(marks.begin(), marks.end(),
                       [&](std::string_view mark) { return head.starts_with(mark); });
}

std::unique_ptr<ByteStream> unpack(std::unique_ptr<BufferedBytes> packed, std::string place, Budget& budget) {
    return std::make_unique<UnpackedBytes>(std::move(packed), std::move(place), budget);
}

}  // namespace containers
