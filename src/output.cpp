#include "output.hpp"

#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <cctype>
#include <cerrno>
#include <cstring>
#include <string>
#include <string_view>
#include <system_error>
#include <utility>

#include "errors.hpp"
#include "gzip.hpp"

namespace hexapla {
namespace {

namespace fs = std::filesystem;

std::string reason() { return errno == 0 ? "unknown reason" : std::strerror(errno); }

/// "[0,1]:[2]:0.1234": costs of other programs have more or fewer decimals.
bool is_own_link_line(std::string_view line) {
    const std::size_t dot = line.rfind('.');
    if (line.empty() || line.front() != '[' || dot == std::string_view::npos || line.size() - dot != 5)
        return false;
    return line.find("]:[") != std::string_view::npos &&
           std::all_of(line.begin() + static_cast<std::ptrdiff_t>(dot) + 1, line.end(),
                       [](unsigned char c) { return std::isdigit(c) != 0; });
}

}  // namespace

bool may_be_replaced(const fs::path& file) {
    std::error_code error;
    if (fs::file_size(file, error) == 0 && !error) return true;
    const std::string head = beginning_of(file, 4096);
    const std::string_view line = std::string_view(head).substr(0, std::min(head.find('\n'), head.size()));
    return head.find("creationtool=\"hexapla\"") != std::string::npos || line.starts_with("hexapla_") ||
           line.starts_with("{\"schema\":\"hexapla") || is_own_link_line(line);
}

OutputFile::OutputFile(fs::path place, bool force) : place_(std::move(place)) {
    std::error_code error;
    const fs::file_status status = fs::status(place_, error);
    if (fs::is_directory(status)) {
        throw OutputError(place_.string() + ": is a folder where a file is to be written; name a file");
    }
    const bool direct = fs::exists(status) && !fs::is_regular_file(status);
    if (!direct && fs::exists(status) && !force && !may_be_replaced(place_)) {
        throw OutputError(place_.string() +
                          ": is there already and was not written by hexapla; give --force to replace it");
    }
    if (!direct) {
        if (place_.has_parent_path()) fs::create_directories(place_.parent_path(), error);
        temporary_ = place_;
        temporary_ += fmt::format(".part{}", ::getpid());
    }
    errno = 0;
    file_ = std::make_unique<std::ofstream>(direct ? place_ : temporary_, std::ios::binary | std::ios::trunc);
    if (!*file_) {
        const std::string why = reason();
        temporary_.clear();
        throw OutputError(place_.string() + ": cannot be written: " + why + "; choose another place with -o");
    }
    if (place_.extension() == ".gz") packed_ = gzip_stream(*file_);
}

OutputFile::~OutputFile() {
    if (committed_ || temporary_.empty()) return;
    packed_.reset();
    file_.reset();
    std::error_code ignored;
    fs::remove(temporary_, ignored);
}

void OutputFile::commit() {
    errno = 0;
    bool good = stream().good();
    packed_.reset();
    file_->close();
    good = good && file_->good();
    if (!good) {
        throw OutputError(place_.string() + ": cannot be written to its end: " + reason() +
                          "; nothing is left there half written");
    }
    if (!temporary_.empty()) {
        std::error_code error;
        fs::rename(temporary_, place_, error);
        if (error) throw OutputError(place_.string() + ": cannot be put in its place: " + error.message());
    }
    committed_ = true;
}

}  // namespace hexapla
