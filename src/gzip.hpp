#pragma once

#include <cstddef>
#include <filesystem>
#include <istream>
#include <memory>
#include <ostream>
#include <string>

namespace hexapla {

/// A stream that packs what is written (gzip, without a name or a time in it, so that the same text gives the
/// same bytes) into `out`; it is complete when destroyed. `out` must outlive it.
std::unique_ptr<std::ostream> gzip_stream(std::ostream& out);

/// Up to `most` first bytes of a file, unpacked where its name ends in .gz; empty when it cannot be read.
std::string beginning_of(const std::filesystem::path& file, std::size_t most);

/// A file's bytes, unpacked where its name ends in .gz or .dz (dictzip: gzip with an index of its own).
/// Reading throws a std::exception where the packed bytes are damaged. Throws InputError when it cannot be
/// opened.
std::unique_ptr<std::istream> unpacked_stream(const std::filesystem::path& file);

}  // namespace hexapla
