#include "containers/archive.hpp"

#include <archive_entry.h>

#include <algorithm>
#include <optional>
#include <utility>

#include "containers/libarchive.hpp"

namespace containers {
namespace {

constexpr std::size_t tar_magic_at = 257;

/// A path as it is in the archive; a drive or the root at its begin, or a way up, lead out of it.
bool leads_out(std::string_view path) {
    if (path.starts_with('/') || path.starts_with('\\') || path.substr(1).starts_with(':')) return true;
    while (!path.empty()) {
        const std::size_t end = std::min(path.find_first_of("/\\"), path.size());
        if (path.substr(0, end) == "..") return true;
        path.remove_prefix(std::min(end + 1, path.size()));
    }
    return false;
}

/// Names of entries made by other systems' tools for themselves.
bool is_hidden(const std::string& path) {
    return path.starts_with('.') ? !path.starts_with("./")
                                 : path.find("/.") != path.npos || path.starts_with("__MACOSX/");
}

/// The entry at hand of an archive. It is read, by whoever holds this, before the next one is asked for.
class EntryBytes final : public ByteStream {
  public:
    EntryBytes(LibArchive& archive, std::string place, Budget& budget)
        : archive_(archive), place_(std::move(place)), budget_(budget) {}
    std::size_t read(char* to, std::size_t most) override {
        const la_ssize_t size = archive_read_data(archive_.get(), to, most);
        if (size < 0) {
            archive_.rethrow();
            throw DamagedData(place_ + ": cannot be unpacked (" + archive_.reason() +
                              "); get the archive again");
        }
        budget_.add_unpacked(static_cast<std::uint64_t>(size), place_);
        return static_cast<std::size_t>(size);
    }

  private:
    LibArchive& archive_;
    std::string place_;
    Budget& budget_;
};

class ArchiveReader final : public Reader {
  public:
    ArchiveReader(std::unique_ptr<BufferedBytes> bytes, std::string place, OpenOptions options)
        : archive_(std::move(bytes)), place_(std::move(place)), options_(std::move(options)) {
        archive_read_support_format_zip_streamable(archive_.get());
        archive_read_support_format_tar(archive_.get());
    }

    std::optional<Found> next() override {
        if (!std::exchange(opened_, true) && archive_.open() != ARCHIVE_OK) fail();
        archive_entry* entry = nullptr;
        for (;;) {
            const int code = archive_read_next_header(archive_.get(), &entry);
            if (code == ARCHIVE_EOF) return std::nullopt;
            if (code == ARCHIVE_RETRY) continue;
            if (code != ARCHIVE_OK && code != ARCHIVE_WARN) fail();
            if (archive_entry_filetype(entry) != AE_IFREG) continue;
            if (auto found = read(entry)) return found;
        }
    }

  private:
    [[noreturn]] void fail() const {
        archive_.rethrow();
        throw DamagedData(place_ + ": cannot be read on (" + archive_.reason() +
                          "); what stands before is kept, get the archive again for the rest");
    }

    std::optional<Found> read(archive_entry* entry) {
        const char* utf8 = archive_entry_pathname_utf8(entry);
        const char* raw = utf8 != nullptr ? utf8 : archive_entry_pathname(entry);
        std::string path = raw == nullptr ? "" : raw;
        const std::string place = place_ + ":" + path;
        if (leads_out(path)) return Refused{place + ": its path leads out of the archive; it is left out"};
        if (is_hidden(path)) return std::nullopt;
        if (path.starts_with("./")) path.erase(0, 2);
        if (archive_entry_is_encrypted(entry) != 0)
            return Refused{place + ": is encrypted; unpack the archive with its password"};
        if (!options_.globs->include(path) || is_no_page(path))
            return Passed{place, {}, LeftOut::no_page, {}};
        const std::size_t slash = path.rfind('/');
        OpenOptions inner = options_;
        inner.alone = false;
        if (slash != path.npos) inner.folder = path_below(inner.folder, path.substr(0, slash));
        auto bytes = std::make_unique<EntryBytes>(archive_, place, *options_.budget);
        return open(std::make_unique<BufferedBytes>(std::move(bytes)), place, path, std::move(inner));
    }

    LibArchive archive_;
    std::string place_;
    OpenOptions options_;
    bool opened_ = false;
};

}  // namespace

bool is_zip(std::string_view head) {
    return head.starts_with("PK\x03\x04") || head.starts_with("PK\x05\x06");
}

bool is_tar(std::string_view head) {
    return head.size() > tar_magic_at && head.substr(tar_magic_at).starts_with("ustar");
}

Nested read_archive(std::unique_ptr<BufferedBytes> bytes, std::string place, OpenOptions options) {
    return std::make_unique<ArchiveReader>(std::move(bytes), std::move(place), std::move(options));
}

}  // namespace containers
