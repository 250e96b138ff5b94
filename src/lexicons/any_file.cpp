#include "lexicons/any_file.hpp"

#include <utility>

#include "lexicons/memory_file.hpp"
#include "lexicons/tbx.hpp"
#include "lexicons/word_file.hpp"

namespace lexicons {
namespace {

/// Entries of languages `own` in the direction of a run.
Contents turned(std::vector<align::ListEntry> entries, const Languages& own, const Languages& languages) {
    Contents contents{std::move(entries), {}};
    switch (direction(own, languages)) {
        case Direction::straight:
            return contents;
        case Direction::reversed:
            return std::move(contents).reversed();
        case Direction::neither:
            break;
    }
    return {};
}

}  // namespace

Format format_of(const std::filesystem::path& file) {
    if (is_dictd_name(file)) return Format::dictd;
    std::filesystem::path name = file.filename();
    if (name.extension() == ".gz") name.replace_extension();
    if (name.extension() == ".tmx") return Format::memory;
    if (name.extension() == ".tbx") return Format::termbase;
    return Format::words;
}

Contents read_file(const std::filesystem::path& file, const Languages& languages, const Languages& unnamed,
                   const Wanted& wanted) {
    switch (format_of(file)) {
        case Format::memory:
            return {{}, read_memory(file, languages)};
        case Format::termbase:
            return {read_tbx(file, languages), {}};
        case Format::dictd: {
            const Languages named = languages_of_name(file);
            const Languages& own = named.empty() ? unnamed : named;
            const DictdFiles files = dictd_files(file);
            if (direction(own, languages) == Direction::neither) return {};
            return turned(read_dictd(files, wanted), own, languages);
        }
        case Format::words:
            break;
    }
    WordFile words = read_word_file(file);
    return turned(std::move(words.entries), words.languages.empty() ? unnamed : words.languages, languages);
}

}  // namespace lexicons
