#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "containers/byte_stream.hpp"

namespace containers {

/// Whether bytes begin as a file packed by zstd, xz, bzip2, lzip or lz4 does.
bool is_packed(std::string_view head);

/// Such a file unpacked (libarchive's filters). Damage ends it.
std::unique_ptr<ByteStream> unpack(std::unique_ptr<BufferedBytes> packed, std::string place, Budget& budget);

}  // namespace containers
