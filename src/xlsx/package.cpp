#include "xlsx/package.hpp"

#include <archive.h>
#include <archive_entry.h>

#include <chrono>
#include <stdexcept>
#include <vector>

namespace xlsx {
namespace {

/// Follows the tags of a part that comes in pieces, as libxlsxwriter writes them: '<' and '>' stand in no
/// text and no value.
class Tags {
  public:
    void add(std::string_view piece) {
        while (!piece.empty()) {
            const std::size_t end = piece.find(inside_ ? '>' : '<');
            const bool is_found = end != std::string_view::npos;
            if (inside_) tag_ += piece.substr(0, end);
            piece.remove_prefix(is_found ? end + 1 : piece.size());
            if (!is_found) continue;
            if (inside_) take();
            tag_.clear();
            inside_ = !inside_;
        }
    }

    /// Whether there was an element, and each that was opened is closed.
    [[nodiscard]] bool are_whole() const { return any_ && !inside_ && !crossed_ && open_.empty(); }
    [[nodiscard]] std::size_t rows() const { return rows_; }
    /// Whether there are as many shared strings as the part says.
    [[nodiscard]] bool have_all_strings() const { return strings_ == said_strings_; }

  private:
    void take() {
        if (tag_.starts_with('?')) return;
        const std::string name = tag_.substr(0, tag_.find_first_of(" /", 1));
        any_ = true;
        if (tag_.starts_with('/')) {
            crossed_ = crossed_ || open_.empty() || "/" + open_.back() != name;
            if (!open_.empty()) open_.pop_back();
            return;
        }
        if (name == "row") ++rows_;
        if (name == "si") ++strings_;
        if (const std::size_t at = tag_.find(" uniqueCount=\""); name == "sst" && at != std::string::npos)
            said_strings_ = std::stoull(tag_.substr(at + 14));
        if (!tag_.ends_with('/')) open_.push_back(name);
    }

    bool inside_ = false;  // a tag
    bool any_ = false;
    bool crossed_ = false;
    std::string tag_;
    std::vector<std::string> open_;
    std::size_t rows_ = 0;
    std::size_t strings_ = 0;
    std::size_t said_strings_ = 0;
};

/// What stands between the two, behind the first `begin`; empty where they are not there.
std::string_view between(std::string_view text, std::string_view begin, std::string_view end) {
    const std::size_t at = text.find(begin);
    if (at == std::string_view::npos) return {};
    text.remove_prefix(at + begin.size());
    return text.substr(0, text.find(end) == std::string_view::npos ? 0 : text.find(end));
}

/// Whether properties are as libxlsxwriter writes them for a book by hexapla.
bool are_own(std::string_view properties) {
    const auto time = [&](const std::string& name) {
        return between(properties, "<" + name + " xsi:type=\"dcterms:W3CDTF\">", "</" + name + ">");
    };
    return between(properties, "<dc:creator>", "<") == "hexapla" &&
           between(properties, "<cp:lastModifiedBy>", "<") == "hexapla" && !time("dcterms:created").empty() &&
           time("dcterms:modified") == time("dcterms:created");
}

}  // namespace

void Package::Close::operator()(archive* opened) const { archive_read_free(opened); }

Package::Package(const std::filesystem::path& file) : archive_(archive_read_new()) {
    constexpr std::size_t block_bytes = 65536;
    if (!archive_) throw std::bad_alloc();
    if (archive_read_support_format_zip_seekable(archive_.get()) != ARCHIVE_OK ||
        archive_read_open_filename(archive_.get(), file.c_str(), block_bytes) != ARCHIVE_OK)
        fail();
}

bool Package::next() {
    archive_entry* entry = nullptr;
    const int result = archive_read_next_header(archive_.get(), &entry);
    if (result == ARCHIVE_EOF) return false;
    if (result != ARCHIVE_OK) fail();
    const char* name = archive_entry_pathname_utf8(entry);
    name_ = name == nullptr ? "" : name;
    // A zip's times are local ones.
    using namespace std::chrono;
    const auto first_day = sys_days{year{1980} / January / 1};
    const auto time = system_clock::from_time_t(archive_entry_mtime(entry));
    undated_ = time > first_day - days{1} && time < first_day + days{1};
    return true;
}

std::string_view Package::read() {
    const void* bytes = nullptr;
    std::size_t size = 0;
    la_int64_t offset = 0;
    const int result = archive_read_data_block(archive_.get(), &bytes, &size, &offset);
    if (result == ARCHIVE_EOF) return {};
    if (result != ARCHIVE_OK) fail();
    return {static_cast<const char*>(bytes), size};
}

void Package::fail() const {
    const char* why = archive_error_string(archive_.get());
    throw std::runtime_error(why == nullptr ? "it cannot be read" : why);
}

bool is_untouched(const std::filesystem::path& file) {
    constexpr std::size_t most = 65536;
    try {
        std::string properties;
        for (Package package(file); package.next();) {
            if (!package.is_undated()) return false;
            if (package.name() != "docProps/core.xml") continue;
            for (auto piece = package.read(); !piece.empty() && properties.size() < most;
                 piece = package.read())
                properties += piece;
        }
        return are_own(properties);
    } catch (const std::runtime_error&) {
        return false;
    }
}

std::string explain_damage(const std::filesystem::path& file, std::size_t rows) {
    std::size_t found = 0;
    try {
        for (Package package(file); package.next();) {
            Tags tags;
            for (auto piece = package.read(); !piece.empty(); piece = package.read()) tags.add(piece);
            if (!tags.are_whole() || !tags.have_all_strings())
                return package.name() + " was not written to its end";
            found += tags.rows();
        }
    } catch (const std::runtime_error& error) {
        return error.what();
    }
    return found == rows ? "" : "not all rows were written";
}

}  // namespace xlsx
