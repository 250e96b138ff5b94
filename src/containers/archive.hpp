#pragma once

#include <filesystem>
#include <memory>
#include <string>

#include "containers/byte_stream.hpp"
#include "containers/item.hpp"
#include "containers/open.hpp"

namespace containers {

/// Whether bytes (300 or more, where there are so many) begin as a zip or tar archive does.
bool is_zip(std::string_view head);
bool is_tar(std::string_view head);

/// The files in an archive (libarchive). A path that leads out of the archive ("../", the root) is refused,
/// though nothing is written there; a damaged or encrypted entry is refused, and the next one is read.
Nested read_archive(std::unique_ptr<BufferedBytes> bytes, std::string place, OpenOptions options);

}  // namespace containers
