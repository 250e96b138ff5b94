#include "output.hpp"

#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <cctype>
#include <cerrno>
#include <cstring>
#include <set>
#include <string>
#include <string_view>
#include <system_error>
#include <utility>

#include "command.hpp"
#include "errors.hpp"
#include "gzip.hpp"
#include "xlsx/package.hpp"

namespace hexapla {
namespace {

namespace fs = std::filesystem;

/// "[0,1]:[2]:0.1234": costs of other programs have more or fewer decimals.
bool is_own_link_line(std::string_view line) {
    const std::size_t dot = line.rfind('.');
    if (line.empty() || line.front() != '[' || dot == std::string_view::npos || line.size() - dot != 5)
        return false;
    return line.find("]:[") != std::string_view::npos &&
           std::all_of(line.begin() + static_cast<std::ptrdiff_t>(dot) + 1, line.end(),
                       [](unsigned char c) { return std::isdigit(c) != 0; });
}

/// An object whose first member is a schema of ours, on one line or indented.
bool is_own_json(std::string_view head) {
    std::string begin;
    for (const char c : head.substr(0, 64)) {
        if (c != ' ' && c != '\n') begin += c;
    }
    return begin.starts_with(R"({"schema":"hexapla-)");
}

OutputError unwritable(const fs::path& place, const std::string& why) {
    return OutputError{place.string() + ": cannot be written: " + why + "; choose another place"};
}

/// The nearest folder on the way to a place that is there already.
fs::path nearest_folder(const fs::path& place) {
    fs::path folder = fs::absolute(place).parent_path();
    std::error_code error;
    while (folder.has_relative_path() && !fs::exists(fs::status(folder, error)))
        folder = folder.parent_path();
    return folder;
}

}  // namespace

bool may_be_replaced(const fs::path& file) {
    std::error_code error;
    if (fs::file_size(file, error) == 0 && !error) return true;
    const std::string head = beginning_of(file, 4096);
    if (head.starts_with("PK\x03\x04")) return xlsx::is_untouched(file);
    const std::string_view line = std::string_view(head).substr(0, std::min(head.find('\n'), head.size()));
    const auto says = [&](std::string_view sign) { return head.find(sign) != std::string::npos; };
    return says("creationtool=\"hexapla\"") || says("tool-id=\"hexapla\"") || says("X-Generator: hexapla") ||
           says("content=\"hexapla\"") || line.starts_with("hexapla_") || is_own_json(head) ||
           is_own_link_line(line);
}

void require_place(const fs::path& place, bool force) {
    std::error_code error;
    const fs::file_status status = fs::status(place, error);
    if (fs::is_directory(status)) {
        throw OutputError(place.string() + ": is a folder where a file is to be written; name a file");
    }
    if (fs::exists(status)) {
        if (fs::is_regular_file(status) && !force && !may_be_replaced(place)) {
            throw OutputError(
                place.string() +
                ": is there already and was not written by hexapla; give --force to replace it");
        }
        if (!fs::is_regular_file(status)) return;
    }
    const fs::path folder = nearest_folder(place);
    if (!fs::is_directory(folder, error)) throw unwritable(place, folder.string() + " is no folder");
    if (::access(folder.c_str(), W_OK | X_OK) != 0)
        throw unwritable(place, folder.string() + ": " + std::strerror(errno));
}

void require_places(const std::vector<fs::path>& places, const std::vector<fs::path>& inputs, bool force) {
    const auto resolved = [](const fs::path& file) {
        std::error_code error;
        const fs::path whole = fs::weakly_canonical(fs::absolute(file), error);
        return error ? file : whole;
    };
    std::set<fs::path> taken;
    for (const fs::path& input : inputs) taken.insert(resolved(input));
    for (const fs::path& place : places) {
        std::error_code error;
        const fs::file_status status = fs::status(place, error);
        const bool is_device =
            fs::exists(status) && !fs::is_regular_file(status) && !fs::is_directory(status);
        if (!is_device && !taken.insert(resolved(place)).second) {
            throw UsageError(place.string() +
                             ": is an input, or written twice in this run; choose another place");
        }
        require_place(place, force);
    }
}

OutputFile::OutputFile(fs::path place, bool force) : place_(std::move(place)) {
    require_place(place_, force);
    std::error_code error;
    const fs::file_status status = fs::status(place_, error);
    const bool direct = fs::exists(status) && !fs::is_regular_file(status);
    fs::path opened = place_;
    if (!direct) {
        // A link stays a link: what it leads to is replaced.
        if (fs::is_symlink(fs::symlink_status(place_, error)) && fs::exists(status))
            opened = fs::canonical(place_, error);
        target_ = opened;
        if (opened.has_parent_path()) fs::create_directories(opened.parent_path(), error);
        opened += fmt::format(".part{}", ::getpid());
    }
    if (!direct) unfinished_ = UnfinishedFile(opened);
    errno = 0;
    file_ = std::make_unique<std::ofstream>(opened, std::ios::binary | std::ios::trunc);
    if (!*file_) throw unwritable(place_, errno == 0 ? "unknown reason" : std::strerror(errno));
    if (!direct) temporary_ = opened;
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
    bool good = stream().good();
    packed_.reset();
    good = good && file_->good();
    errno = 0;
    if (!good) {
        // What stopped an earlier write stops another one too, and errno says what it is.
        file_->clear();
        file_->put('\n');
    }
    file_->flush();
    const int why = errno;
    file_->close();
    if (!good || !file_->good()) {
        throw OutputError(
            fmt::format("{}: cannot be written to its end: {}; make room or choose another place",
                        place_.string(), why == 0 ? "is the disk full?" : std::strerror(why)));
    }
    if (!temporary_.empty()) {
        std::error_code error;
        fs::rename(temporary_, target_, error);
        if (error) throw unwritable(place_, error.message());
    }
    committed_ = true;
}

}  // namespace hexapla
