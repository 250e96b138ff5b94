#pragma once

#include <cstddef>
#include <cstdint>
#include <exception>
#include <filesystem>
#include <fstream>
#include <istream>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "containers/limits.hpp"
#include "errors.hpp"

namespace containers {

/// Packed bytes are damaged: what was read before holds, and some streams can go on behind the damage.
struct DamagedData : hexapla::InputError {
    using hexapla::InputError::InputError;
};

/// Bytes one after the other.
class ByteStream {
  public:
    ByteStream() = default;
    ByteStream(const ByteStream&) = delete;
    ByteStream& operator=(const ByteStream&) = delete;
    virtual ~ByteStream() = default;

    /// Puts up to `most` bytes there and says how many; 0 at the end alone. Throws hexapla::InputError, as
    /// DamagedData where the bytes are damaged.
    virtual std::size_t read(char* to, std::size_t most) = 0;
    /// After DamagedData: goes to where whole data begins again. False: nowhere.
    virtual bool resume() { return false; }
};

/// A file. Its size counts as packed.
class FileBytes final : public ByteStream {
  public:
    /// Throws hexapla::InputError when it cannot be opened.
    FileBytes(const std::filesystem::path& file, Budget& budget);
    std::size_t read(char* to, std::size_t most) override;

  private:
    std::string place_;
    std::ifstream stream_;
    Budget& budget_;
    bool sized_ = false;  // by the file's size, not by what was read
};

/// A stream that belongs to the caller, such as standard input.
class StreamBytes final : public ByteStream {
  public:
    StreamBytes(std::istream& stream, Budget& budget) : stream_(stream), budget_(budget) {}
    std::size_t read(char* to, std::size_t most) override;

  private:
    std::istream& stream_;
    Budget& budget_;
};

/// Bytes in memory, which belong to the caller.
class MemoryBytes final : public ByteStream {
  public:
    explicit MemoryBytes(std::string_view bytes) : left_(bytes) {}
    std::size_t read(char* to, std::size_t most) override {
        const std::size_t size = left_.copy(to, most);
        left_.remove_prefix(size);
        return size;
    }

  private:
    std::string_view left_;
};

/// A stream with a buffer, which can be looked into before it is read. Damage shows itself when all before it
/// was read.
class BufferedBytes final : public ByteStream {
  public:
    explicit BufferedBytes(std::unique_ptr<ByteStream> stream) : stream_(std::move(stream)) {}

    std::size_t read(char* to, std::size_t most) override;
    bool resume() override;

    /// What comes next: `size` bytes, fewer before the end or damage alone.
    std::string_view peek(std::size_t size);
    /// Passes over bytes that were peeked at.
    void consume(std::size_t size);
    /// Passes over so many bytes; gives how many there were.
    std::uint64_t skip(std::uint64_t size);
    /// Reads so many bytes, fewer at the end.
    std::string take(std::uint64_t size);
    /// A line without its line feed, or the rest; none at the end. Of a line longer than `most` bytes nothing
    /// is kept beyond them: the whole of it is passed over, and its text is cut.
    std::optional<std::string> line(std::size_t most);
    /// Puts bytes back that were read last.
    void unread(std::string_view bytes);
    /// How many bytes were read.
    [[nodiscard]] std::uint64_t offset() const { return offset_; }

  private:
    bool fill();

    std::unique_ptr<ByteStream> stream_;
    std::string buffer_;
    std::size_t at_ = 0;  // in the buffer
    std::uint64_t offset_ = 0;
    std::exception_ptr damage_;  // behind the buffer
    bool ended_ = false;
};

}  // namespace containers
