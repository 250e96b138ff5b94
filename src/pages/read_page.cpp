#include "pages/read_page.hpp"

#include <algorithm>
#include <fstream>
#include <stdexcept>
#include <utility>

#include "editions.hpp"
#include "errors.hpp"
#include "pages/article_text.hpp"
#include "pages/decode.hpp"
#include "pages/dump.hpp"
#include "pages/html.hpp"
#include "pages/json.hpp"
#include "pages/language.hpp"
#include "pages/text.hpp"

namespace pages {
namespace {

using hexapla::InputError;
namespace fs = std::filesystem;

std::string load(const fs::path& file) {
    const std::string place = file.string();
    std::error_code error;
    const fs::file_status status = fs::status(file, error);
    if (!fs::exists(status)) throw InputError(place + ": there is no such file; check the name");
    if (fs::is_directory(status))
        throw InputError(place + ": is a folder, and a file is meant; name a file in it");
    std::ifstream stream(file, std::ios::binary);
    if (!stream) throw InputError(place + ": cannot be opened; check who may read it");
    // One byte more than allowed shows that there is more, also for what has no size, such as a pipe.
    std::string bytes;
    std::string buffer(1 << 16, '\0');
    while (bytes.size() <= max_page_bytes && stream) {
        stream.read(buffer.data(), static_cast<std::streamsize>(buffer.size()));
        bytes.append(buffer, 0, static_cast<std::size_t>(stream.gcount()));
    }
    if (stream.bad()) throw InputError(place + ": reading it failed; check the disk");
    return bytes;
}

/// A headline alone is a short item; a page without even that lost its article.
bool has_text(const Article& article) {
    return std::any_of(article.blocks.begin(), article.blocks.end(), [](const ArticleBlock& block) {
        using align::BlockKind;
        return block.kind == BlockKind::headline || block.kind == BlockKind::lead ||
               block.kind == BlockKind::paragraph || block.kind == BlockKind::list;
    });
}

/// An article as its file gives it, and what its reader should be told.
struct Parsed {
    PlacedArticle placed;
    std::string warning;
};

Parsed parse_html(std::string_view text, const std::string& place) {
    HtmlReading reading = read_html(text, place);
    if (!has_text(reading.article)) {
        throw InputError(place +
                         ": holds no article; it may be a section, a gallery or a page that shows its text "
                         "by script alone: save the page of one article when it is shown");
    }
    const std::string warning = place + ": is not laid out as a page of dw.com; its article was guessed";
    return {{std::move(reading.article), place}, reading.known_layout ? "" : warning};
}

std::vector<Parsed> parse(std::string_view text, const std::string& place, ReadOptions::As as) {
    using As = ReadOptions::As;
    if (as == As::text) return {{{read_text(text), place}, {}}};
    if (as == As::automatic && looks_like_json_lines(text)) {
        std::vector<Parsed> all;
        for (PlacedArticle& placed : read_json_lines(text, place)) all.push_back({std::move(placed), {}});
        return all;
    }
    if (looks_like_html(text)) return {parse_html(text, place)};
    return {{{as == As::page || looks_like_dump(text) ? read_dump(text) : read_text(text), place}, {}}};
}

std::string name_of(std::string_view tag) {
    const auto* edition = hexapla::find_edition(tag);
    return std::string(edition->english) + " (" + std::string(edition->tag) + ")";
}

/// The edition that the user says, else the page, else the words; says what disagrees.
std::string decide_edition(const std::string& said, const std::string& option, const std::string& page,
                           const std::string& words, const std::string& place,
                           std::vector<std::string>& warnings) {
    const auto detected = detect_language(words);
    const std::string found = detected ? detected->edition : "";
    const std::string& taken = !said.empty() ? said : !page.empty() ? page : found;
    if (taken.empty()) {
        throw InputError(place + ": its language is not known" +
                         (detected ? "; it looks like " + detected->name + ", which no edition is in" : "") +
                         "; say it with " + option + " ('hexapla editions' lists what it takes)");
    }
    if (!said.empty() && !page.empty() && !are_alike(said, page)) {
        warnings.push_back(place + ": is taken as " + name_of(said) + " as told, but the page says " +
                           name_of(page));
    } else if (detected && (found.empty() || !are_alike(taken, found))) {
        warnings.push_back(place + ": is taken as " + name_of(taken) + " as " +
                           (said.empty() ? "the page says" : "told") + ", but its words look like " +
                           detected->name);
    } else if (said.empty() && page.empty() && detected && detected->ambiguous) {
        warnings.push_back(place + ": is taken as " + name_of(taken) + ", but by its words it may be " +
                           (taken == "fa"   ? "Dari (prs)"
                            : taken == "pt" ? "Portuguese (Brazil) (pt-BR)"
                                            : "Bosnian (bs) or Serbian (sr)") +
                           " too; " + option + " says which");
    }
    return taken;
}

std::string canonical_edition(const std::string& name) {
    if (name.empty()) return {};
    const auto* edition = hexapla::find_edition(name);
    if (edition == nullptr) throw std::invalid_argument(hexapla::explain_unknown_edition(name));
    return std::string(edition->tag);
}

PageReading finish(Article article, const std::string& place, const std::string& stem,
                   const ReadOptions& options) {
    PageReading reading{std::move(article), {}};
    const std::string words = article_text(reading.article).text;
    if (!has_text(reading.article))
        throw InputError(place + ": holds no article; save the page again, or give --as text");
    reading.article.edition = decide_edition(canonical_edition(options.edition), options.language_option,
                                             reading.article.edition, words, place, reading.warnings);
    if (reading.article.id.empty()) reading.article.id = stem;
    return reading;
}

}  // namespace

std::vector<PageReading> read_pages(std::string_view bytes, const std::string& place, const std::string& stem,
                                    const ReadOptions& options) {
    const DecodedText decoded = decode(bytes, place, options.repair);
    std::vector<PageReading> readings;
    for (Parsed& parsed : parse(decoded.text, place, options.as)) {
        PlacedArticle& placed = parsed.placed;
        readings.push_back(finish(std::move(placed.article), placed.place, stem, options));
        if (!parsed.warning.empty()) readings.back().warnings.push_back(std::move(parsed.warning));
    }
    if (decoded.guessed) {
        readings.front().warnings.push_back(place + ": is not UTF-8 and is read as " + decoded.encoding +
                                            ", which its bytes look like");
    }
    if (decoded.repaired > 0) {
        readings.front().warnings.push_back(place + ", byte " + std::to_string(decoded.first_repair) +
                                            ": U+FFFD stands for malformed bytes here and at " +
                                            std::to_string(decoded.repaired - 1) + " other places");
    }
    return readings;
}

std::vector<PageReading> read_pages(const fs::path& file, const ReadOptions& options) {
    return read_pages(load(file), file.string(), file.stem().string(), options);
}

PageReading read_page(const fs::path& file, const ReadOptions& options) {
    std::vector<PageReading> readings = read_pages(file, options);
    if (readings.size() != 1) {
        throw InputError(file.string() + ": holds " + std::to_string(readings.size()) +
                         " articles, and one is meant; give a file for each");
    }
    return std::move(readings.front());
}

}  // namespace pages
