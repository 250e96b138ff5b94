#pragma once

#include <archive.h>

#include <exception>
#include <memory>
#include <vector>

#include "containers/byte_stream.hpp"

namespace containers {

/// libarchive's reader over a stream of ours. What the stream throws is thrown again by `rethrow`, since no
/// exception may pass through C.
class LibArchive {
  public:
    explicit LibArchive(std::unique_ptr<BufferedBytes> bytes)
        : bytes_(std::move(bytes)), handle_(archive_read_new(), archive_read_free) {}

    [[nodiscard]] archive* get() const { return handle_.get(); }
    /// Opens it, with the formats and filters that were chosen; gives libarchive's code.
    int open() { return archive_read_open(get(), this, nullptr, &LibArchive::next, nullptr); }
    void rethrow() const {
        if (error_) std::rethrow_exception(error_);
    }
    /// What libarchive says of its last error.
    [[nodiscard]] std::string reason() const {
        const char* text = archive_error_string(get());
        return text == nullptr ? "damaged" : text;
    }

  private:
    static la_ssize_t next(archive* /*handle*/, void* self, const void** bytes) {
        auto& reader = *static_cast<LibArchive*>(self);
        try {
            const std::size_t size = reader.bytes_->read(reader.buffer_.data(), reader.buffer_.size());
            *bytes = reader.buffer_.data();
            return static_cast<la_ssize_t>(size);
        } catch (...) {
            reader.error_ = std::current_exception();
            return ARCHIVE_FATAL;
        }
    }

    std::unique_ptr<BufferedBytes> bytes_;
    std::unique_ptr<archive, int (*)(archive*)> handle_;
    std::vector<char> buffer_ = std::vector<char>(1 << 16);
    std::exception_ptr error_;
};

}  // namespace containers
