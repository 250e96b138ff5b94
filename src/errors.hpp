#pragma once

#include <stdexcept>
#include <string>

namespace hexapla {

/// An input cannot be used. what() is "PLACE: reason; what to do", PLACE being the file and, where known,
/// ":line" or ", byte N". A run over many inputs counts it and goes on; alone it ends with exit code 1.
struct InputError : std::runtime_error {
    using std::runtime_error::runtime_error;
};

/// An output cannot be written: the run stops with exit code 3 and leaves no half file.
struct OutputError : std::runtime_error {
    using std::runtime_error::runtime_error;
};

}  // namespace hexapla
