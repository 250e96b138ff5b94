#pragma once

#include <zlib.h>

#include <memory>
#include <string>

#include "containers/byte_stream.hpp"

namespace containers {

/// A gzip file unpacked: all its members (RFC 1952, section 2.2), one after the other. Where a member is
/// damaged, what was unpacked before is given first; `resume` goes on at the next member. (libarchive's
/// filter loses up to 64 kB of members before the damage, and ends there.)
class GzipMembers final : public ByteStream {
  public:
    /// `place` names the file; `budget` must outlive the stream.
    GzipMembers(std::unique_ptr<BufferedBytes> packed, std::string place, Budget& budget);
    ~GzipMembers() override;
    std::size_t read(char* to, std::size_t most) override;
    bool resume() override;

  private:
    bool begin_member();
    [[noreturn]] void fail(const std::string& reason);
    [[nodiscard]] bool unpacks();

    std::unique_ptr<BufferedBytes> packed_;
    std::string place_;
    Budget& budget_;
    z_stream inflater_{};
    bool in_member_ = false;
    std::uint64_t member_at_ = 0;
    std::string eaten_;  // of the member at hand: where the next one begins may lie in it
};

}  // namespace containers
