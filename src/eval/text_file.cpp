#include "eval/text_file.hpp"

#include <algorithm>
#include <fstream>
#include <iterator>

#include "align/unicode.hpp"
#include "errors.hpp"

namespace eval {

std::string read_text(const std::filesystem::path& path) {
    std::ifstream file(path, std::ios::binary);
    if (!file || std::filesystem::is_directory(path)) {
        throw hexapla::InputError(path.string() + ": cannot be read; is it there, and a file?");
    }
    std::string text{std::istreambuf_iterator<char>(file), {}};
    if (file.bad()) throw hexapla::InputError(path.string() + ": reading failed; is the disk all right?");
    if (const auto at = align::find_malformed(text)) {
        const auto line = std::count(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(*at), '\n') + 1;
        throw hexapla::InputError(path.string() + ":" + std::to_string(line) + ": not UTF-8 at byte " +
                                  std::to_string(*at) + " of the file; convert it");
    }
    return text;
}

std::vector<std::string_view> lines_of(std::string_view text) {
    std::vector<std::string_view> lines;
    for (std::size_t begin = 0; begin < text.size();) {
        const std::size_t end = std::min(text.find('\n', begin), text.size());
        std::string_view line = text.substr(begin, end - begin);
        if (line.ends_with('\r')) line.remove_suffix(1);
        lines.push_back(line);
        begin = end + 1;
    }
    return lines;
}

}  // namespace eval
