#include "srx_file.hpp"

#include <fmt/format.h>

#include <fstream>
#include <iterator>
#include <vector>

#include "errors.hpp"

namespace fs = std::filesystem;

namespace hexapla {
namespace {

align::SrxFile read(const fs::path& path) {
    constexpr std::uintmax_t most_bytes = 64'000'000;
    std::error_code unknown;
    std::ifstream file(path, std::ios::binary);
    if (!file || fs::is_directory(path, unknown))
        throw InputError(path.string() + ": cannot be read; --srx takes a file of segmentation rules");
    if (const auto size = fs::file_size(path, unknown); !unknown && size > most_bytes)
        throw InputError(path.string() + ": is larger than 64 MB; --srx takes a file of segmentation rules");
    const std::string bytes{std::istreambuf_iterator<char>(file), {}};
    if (file.bad()) throw InputError(path.string() + ": reading failed; is the disk all right?");
    try {
        return align::read_srx(bytes);
    } catch (const align::SrxError& error) {
        throw InputError(
            fmt::format("{}:{}:{}: {}", path.string(), error.place.line, error.place.column, error.text));
    }
}

/// "'EN.*', 'DE.*' …": the first of the file's language patterns.
std::string patterns_of(const align::SrxFile& file) {
    constexpr std::size_t shown = 12;
    std::string patterns;
    for (std::size_t i = 0; i < std::min(file.maps.size(), shown); ++i)
        patterns += (i == 0 ? "'" : ", '") + file.maps[i].pattern + "'";
    return file.maps.size() > shown ? patterns + " …" : patterns;
}

}  // namespace

SrxFileRules::SrxFileRules(const fs::path& file, Notices& notices)
    : name_(file.string()), rules_(std::make_unique<const align::SrxRules>(read(file))) {
    tell(rules_->warnings(), notices);
}

void SrxFileRules::tell(const std::vector<align::SrxWarning>& warnings, Notices& notices) {
    for (const align::SrxWarning& warning : warnings) {
        if (told_.insert({warning.place.line, warning.place.column}).second)
            notices.warn(
                fmt::format("{}:{}:{}: {}", name_, warning.place.line, warning.place.column, warning.text));
    }
}

void SrxFileRules::warn(const std::string& tag, Notices& notices) {
    if (!warned_.insert(tag).second) return;
    if (const align::SrxCutter* const found = cutter(tag)) {
        tell(found->warnings(), notices);
    } else {
        notices.warn(
            fmt::format("{}: no language pattern matches '{}' (there are {}); texts in it are cut by the "
                        "rules built in",
                        name_, tag, patterns_of(rules_->file())));
    }
}

InputError SrxFileRules::failure(const align::SrxRuleFailure& failure) const {
    return InputError{name_ + ": " + failure.what()};
}

}  // namespace hexapla
