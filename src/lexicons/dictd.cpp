#include "lexicons/dictd.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstdint>
#include <exception>
#include <istream>
#include <memory>
#include <optional>
#include <string>

#include "align/unicode.hpp"
#include "errors.hpp"
#include "gzip.hpp"
#include "lexicons/freedict.hpp"
#include "lexicons/language_codes.hpp"
#include "text_lines.hpp"

namespace lexicons {
namespace {

namespace fs = std::filesystem;
using hexapla::InputError;

constexpr std::string_view advice = "install the dictionary again";
constexpr std::uint64_t most_entry_bytes = 1 << 20;

/// Where an entry's text stands.
struct Place {
    std::uint64_t begin = 0;
    std::uint64_t size = 0;
    friend auto operator<=>(const Place&, const Place&) = default;
};

std::optional<std::uint64_t> read_base64(std::string_view digits) {
    constexpr std::string_view alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    if (digits.empty() || digits.size() > 8) return std::nullopt;
    std::uint64_t value = 0;
    for (const char digit : digits) {
        const std::size_t place = alphabet.find(digit);
        if (place == std::string_view::npos) return std::nullopt;
        value = value * alphabet.size() + place;
    }
    return value;
}

std::string_view take_column(std::string_view& line) {
    const std::size_t tab = std::min(line.find('\t'), line.size());
    const std::string_view column = line.substr(0, tab);
    line.remove_prefix(std::min(tab + 1, line.size()));
    return column;
}

std::vector<Place> read_index(const fs::path& index, const Wanted& wanted) {
    std::vector<Place> places;
    hexapla::TextLines lines(index);
    for (std::string line; lines.next(line);) {
        std::string_view rest = line;
        const std::string_view headword = take_column(rest);
        const auto begin = read_base64(take_column(rest));
        const auto size = read_base64(take_column(rest));
        if (!begin || !size || *size > most_entry_bytes)
            throw InputError(fmt::format(
                "{}is no line of a dictionary's index, 'headword<tab>offset<tab>length' in base 64; {}",
                lines.place(), advice));
        const bool is_about_it = headword.starts_with("00database") || headword.starts_with("00-database");
        if (!headword.empty() && !is_about_it && wanted(headword)) places.push_back({*begin, *size});
    }
    std::sort(places.begin(), places.end());
    places.erase(std::unique(places.begin(), places.end()), places.end());
    return places;
}

/// A text read forward only, of which what may be asked for again is kept.
class Window {
  public:
    Window(std::istream& in, std::string name) : in_(in), name_(std::move(name)) {}

    /// The bytes of a place, until the next call. Places come in ascending order of their begin.
    std::string_view at(Place place) {
        while (begin_ + buffer_.size() < place.begin + place.size) {
            const auto passed = std::min<std::uint64_t>(buffer_.size(), place.begin - begin_);
            buffer_.erase(0, passed);
            begin_ += passed;
            read_block();
        }
        return std::string_view(buffer_).substr(place.begin - begin_, place.size);
    }

  private:
    void read_block() {
        constexpr std::size_t block = 1 << 16;
        const std::size_t before = buffer_.size();
        buffer_.resize(before + block);
        try {
            in_.read(buffer_.data() + before, block);
        } catch (const std::exception&) {
            throw InputError(
                fmt::format("{}: is damaged behind byte {} of its text; {}", name_, begin_ + before, advice));
        }
        buffer_.resize(before + static_cast<std::size_t>(in_.gcount()));
        if (buffer_.size() == before)
            throw InputError(fmt::format("{}: ends at byte {} of its text, before what its index names; {}",
                                         name_, begin_ + before, advice));
    }

    std::istream& in_;
    std::string name_;
    std::string buffer_;
    std::uint64_t begin_ = 0;  // of the buffer, in the text
};

}  // namespace

bool is_dictd_name(const fs::path& file) {
    const std::string name = file.filename().string();
    return name.ends_with(".index") || name.ends_with(".dict.dz") || name.ends_with(".dict");
}

DictdFiles dictd_files(const fs::path& one) {
    fs::path stem = one;
    if (stem.extension() == ".dz") stem.replace_extension();
    stem.replace_extension();
    DictdFiles files{stem, stem};
    files.index += ".index";
    files.text += ".dict.dz";
    std::error_code unknown;
    if (!fs::exists(files.text, unknown)) files.text.replace_extension();
    for (const fs::path& file : {files.index, files.text}) {
        if (!fs::exists(file, unknown))
            throw InputError(file.string() +
                             ": is not there; a dictionary is NAME.index and NAME.dict.dz side by side");
    }
    return files;
}

Languages languages_of_name(const fs::path& file) {
    const std::string whole = file.filename().string();
    std::string_view name = whole;
    constexpr std::string_view prefix = "freedict-";
    if (!name.starts_with(prefix)) return {};
    name.remove_prefix(prefix.size());
    const bool has_form = name.size() > 8 && name[3] == '-' && name[7] == '.';
    if (!has_form) return {};
    return {language_of_code(name.substr(0, 3)), language_of_code(name.substr(4, 3))};
}

std::vector<align::ListEntry> read_dictd(const DictdFiles& files, const Wanted& wanted) {
    const std::vector<Place> places = read_index(files.index, wanted);
    std::vector<align::ListEntry> entries;
    if (places.empty()) return entries;
    const std::unique_ptr<std::istream> text = hexapla::unpacked_stream(files.text);
    Window window(*text, files.text.string());
    for (const Place& place : places) {
        const std::string_view bytes = window.at(place);
        if (align::find_malformed(bytes))
            throw InputError(
                fmt::format("{}: is not UTF-8 at byte {} of its text; convert the dictionary to UTF-8",
                            files.text.string(), place.begin + *align::find_malformed(bytes)));
        FreedictEntry entry = parse_freedict(bytes);
        if (entry.headword.empty()) continue;
        for (auto& sense : entry.senses) entries.push_back({{entry.headword}, std::move(sense)});
    }
    return entries;
}

}  // namespace lexicons
