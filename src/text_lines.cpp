#include "text_lines.hpp"

#include <fmt/format.h>

#include <system_error>
#include <utility>

#include "align/unicode.hpp"
#include "errors.hpp"

namespace hexapla {

namespace fs = std::filesystem;

TextLines::TextLines(const fs::path& file) : in_(file_), name_(file.string()) {
    std::error_code error;
    const fs::file_status status = fs::status(file, error);
    if (!fs::exists(status)) throw InputError(name_ + ": is not there; check the name");
    if (fs::is_directory(status)) throw InputError(name_ + ": is a folder; name a file in it");
    file_.open(file, std::ios::binary);
    if (!file_) throw InputError(name_ + ": cannot be opened; check who may read it");
}

TextLines::TextLines(std::istream& in, std::string name) : in_(in), name_(std::move(name)) {}

bool TextLines::next(std::string& line) {
    if (!std::getline(in_, line)) {
        if (in_.bad()) throw InputError(name_ + ": cannot be read to its end; check the disk");
        return false;
    }
    ++number_;
    if (!line.empty() && line.back() == '\r') line.pop_back();
    if (number_ == 1 && line.starts_with("\xEF\xBB\xBF")) line.erase(0, 3);
    if (const auto at = align::find_malformed(line)) {
        throw InputError(fmt::format("{}is not UTF-8 at byte {} of the line; convert the file to UTF-8",
                                     place(), *at + 1));
    }
    if (const std::size_t at = line.find('\0'); at != std::string::npos) {
        throw InputError(
            fmt::format("{}holds a NUL byte (byte {} of the line), so it is no text; give a plain text",
                        place(), at + 1));
    }
    return true;
}

std::string TextLines::place() const { return fmt::format("{}:{}: ", name_, number_); }

}  // namespace hexapla
