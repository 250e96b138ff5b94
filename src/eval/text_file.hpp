#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace eval {

/// A whole file of UTF-8. Throws InputError where it cannot be read or, with the line, is not UTF-8.
std::string read_text(const std::filesystem::path& path);

/// The lines of a text without their line ends (LF or CR LF); what follows the last line end is a line if it
/// is not empty. They are views into the text.
std::vector<std::string_view> lines_of(std::string_view text);

}  // namespace eval
