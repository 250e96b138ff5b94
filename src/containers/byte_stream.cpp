#include "containers/byte_stream.hpp"

#include <algorithm>
#include <cstring>
#include <utility>

namespace containers {
namespace {

constexpr std::size_t chunk = 1 << 16;

std::size_t read_from(std::istream& stream, char* to, std::size_t most) {
    stream.read(to, static_cast<std::streamsize>(most));
    return static_cast<std::size_t>(stream.gcount());
}

}  // namespace

FileBytes::FileBytes(const std::filesystem::path& file, Budget& budget)
    : place_(file.string()), budget_(budget) {
    std::error_code error;
    const auto status = std::filesystem::status(file, error);
    if (!std::filesystem::exists(status))
        throw hexapla::InputError(place_ + ": there is no such file; check the name");
    if (std::filesystem::is_directory(status))
        throw hexapla::InputError(place_ + ": is a folder, and a file is meant; name a file in it");
    stream_.open(file, std::ios::binary);
    if (!stream_) throw hexapla::InputError(place_ + ": cannot be opened; check who may read it");
    sized_ = std::filesystem::is_regular_file(status);
    if (sized_) budget_.add_packed(std::filesystem::file_size(file, error));
}

std::size_t FileBytes::read(char* to, std::size_t most) {
    const std::size_t size = read_from(stream_, to, most);
    if (stream_.bad()) throw hexapla::InputError(place_ + ": reading it failed; check the disk");
    if (!sized_) budget_.add_packed(size);
    return size;
}

std::size_t StreamBytes::read(char* to, std::size_t most) {
    const std::size_t size = read_from(stream_, to, most);
    budget_.add_packed(size);
    return size;
}

bool BufferedBytes::fill() {
    if (ended_ || damage_) return false;
    if (at_ > 0) {
        buffer_.erase(0, at_);
        at_ = 0;
    }
    const std::size_t size = buffer_.size();
    buffer_.resize(size + chunk);
    std::size_t got = 0;
    try {
        got = stream_->read(buffer_.data() + size, chunk);
        ended_ = got == 0;
    } catch (const hexapla::InputError&) {
        damage_ = std::current_exception();
    }
    buffer_.resize(size + got);
    return got > 0;
}

std::string_view BufferedBytes::peek(std::size_t size) {
    while (buffer_.size() - at_ < size && fill()) {
    }
    return std::string_view(buffer_).substr(at_, size);
}

void BufferedBytes::consume(std::size_t size) {
    at_ += size;
    offset_ += size;
}

std::size_t BufferedBytes::read(char* to, std::size_t most) {
    const std::string_view bytes =
        peek(1).empty() ? std::string_view() : peek(std::min(most, buffer_.size() - at_));
    if (bytes.empty()) {
        if (damage_) std::rethrow_exception(damage_);
        return 0;
    }
    std::memcpy(to, bytes.data(), bytes.size());
    consume(bytes.size());
    return bytes.size();
}

bool BufferedBytes::resume() {
    if (!damage_ || !stream_->resume()) return false;
    damage_ = nullptr;
    return true;
}

std::uint64_t BufferedBytes::skip(std::uint64_t size) {
    std::uint64_t skipped = 0;
    while (skipped < size) {
        const std::size_t ahead = peek(1).empty() ? 0 : buffer_.size() - at_;
        if (ahead == 0 && damage_) std::rethrow_exception(damage_);
        if (ahead == 0) break;
        const std::size_t step = static_cast<std::size_t>(std::min<std::uint64_t>(ahead, size - skipped));
        consume(step);
        skipped += step;
    }
    return skipped;
}

std::string BufferedBytes::take(std::uint64_t size) {
    std::string bytes;
    while (bytes.size() < size) {
        const std::size_t before = bytes.size();
        bytes.resize(before + static_cast<std::size_t>(std::min<std::uint64_t>(chunk, size - before)));
        const std::size_t got = read(bytes.data() + before, bytes.size() - before);
        bytes.resize(before + got);
        if (got == 0) break;
    }
    return bytes;
}

std::optional<std::string> BufferedBytes::line(std::size_t most) {
    std::string text;
    bool any = false;
    for (;;) {
        if (peek(1).empty()) {
            if (damage_) std::rethrow_exception(damage_);
            return any ? std::optional(std::move(text)) : std::nullopt;
        }
        any = true;
        const std::string_view ahead = std::string_view(buffer_).substr(at_);
        const std::size_t end = ahead.find('\n');
        text += ahead.substr(0, std::min(std::min(end, ahead.size()), most - text.size()));
        consume(end == ahead.npos ? ahead.size() : end + 1);
        if (end != ahead.npos) return text;
    }
}

void BufferedBytes::unread(std::string_view bytes) {
    buffer_.replace(0, at_, bytes);
    at_ = 0;
    offset_ -= bytes.size();
}

}  // namespace containers
