#include "containers/gzip_members.hpp"

#include <algorithm>
#include <array>
#include <stdexcept>

namespace containers {
namespace {

constexpr int gzip_window = 15 + 16;  // the largest, with gzip's header
constexpr std::size_t chunk = 1 << 16;
constexpr std::size_t most_eaten = 1 << 20;  // of a member that is looked through again after damage
constexpr std::string_view magic = "\x1F\x8B\x08";

}  // namespace

GzipMembers::GzipMembers(std::unique_ptr<BufferedBytes> packed, std::string place, Budget& budget)
    : packed_(std::move(packed)), place_(std::move(place)), budget_(budget) {
    if (inflateInit2(&inflater_, gzip_window) != Z_OK) throw std::runtime_error("zlib cannot be used");
}

GzipMembers::~GzipMembers() { inflateEnd(&inflater_); }

bool GzipMembers::begin_member() {
    const std::string_view head = packed_->peek(2);
    // Files are padded with zeros on tapes and by some disks.
    if (head.empty() || head[0] == '\0') return false;
    member_at_ = packed_->offset();
    eaten_.clear();
    if (head != magic.substr(0, 2)) fail("no gzip member begins here");
    inflateReset(&inflater_);
    in_member_ = true;
    return true;
}

void GzipMembers::fail(const std::string& reason) {
    in_member_ = false;
    throw DamagedData(place_ + ", byte " + std::to_string(member_at_) + ": " + reason +
                      "; what stands before it is kept, get the file again for the rest");
}

std::size_t GzipMembers::read(char* to, std::size_t most) {
    inflater_.next_out = reinterpret_cast<Bytef*>(to);
    inflater_.avail_out = static_cast<uInt>(most);
    while (inflater_.avail_out == most) {
        if (!in_member_ && !begin_member()) return 0;
        const std::string_view packed = packed_->peek(chunk);
        if (packed.empty()) fail("the packed data ends in the middle");
        inflater_.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(packed.data()));
        inflater_.avail_in = static_cast<uInt>(packed.size());
        const int result = inflate(&inflater_, Z_NO_FLUSH);
        const std::size_t used = packed.size() - inflater_.avail_in;
        if (eaten_.size() > 2 * most_eaten) eaten_.erase(0, eaten_.size() - most_eaten);
        eaten_.append(packed, 0, used);
        packed_->consume(used);
        if (result == Z_STREAM_END) in_member_ = false;
        const bool failed = result != Z_OK && result != Z_STREAM_END && result != Z_BUF_ERROR;
        if (failed && inflater_.avail_out == most) fail("the packed data is damaged");
        if (failed) break;  // what is unpacked first; the next call fails again
    }
    const std::size_t size = most - inflater_.avail_out;
    budget_.add_unpacked(size, place_);
    return size;
}

bool GzipMembers::unpacks() {
    const std::string_view packed = packed_->peek(chunk);
    if (packed.size() < 10 || (static_cast<unsigned char>(packed[3]) & 0xE0U) != 0) return false;
    inflateReset(&inflater_);
    std::array<Bytef, 4096> out{};
    inflater_.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(packed.data()));
    inflater_.avail_in = static_cast<uInt>(packed.size());
    inflater_.next_out = out.data();
    inflater_.avail_out = out.size();
    const int result = inflate(&inflater_, Z_NO_FLUSH);
    return result == Z_OK || result == Z_STREAM_END;
}

bool GzipMembers::resume() {
    if (!eaten_.empty()) packed_->unread(std::string_view(eaten_).substr(1));
    eaten_.clear();
    in_member_ = false;
    for (;;) {
        const std::string_view ahead = packed_->peek(chunk);
        if (ahead.size() < magic.size()) return false;
        const std::size_t at = ahead.find(magic);
        if (at == ahead.npos) {
            packed_->consume(ahead.size() - magic.size() + 1);
            continue;
        }
        packed_->consume(at);
        if (unpacks()) return true;
        packed_->consume(1);
    }
}

}  // namespace containers
