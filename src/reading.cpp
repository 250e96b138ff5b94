#include "reading.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "align/segmenter.hpp"
#include "align/unicode.hpp"
#include "editions.hpp"
#include "errors.hpp"
#include "limits.hpp"
#include "pages/article_text.hpp"
#include "parallel.hpp"

namespace hexapla {
namespace {

/// An id may come from a file's name, which need not be UTF-8: then its bytes beyond ASCII become
/// underscores.
std::string as_utf8(std::string id) {
    if (align::find_malformed(id)) {
        std::replace_if(
            id.begin(), id.end(), [](unsigned char c) { return c >= 0x80; }, '_');
    }
    return id;
}

}  // namespace

VersionReading read_version(const std::filesystem::path& file, const pages::ReadOptions& options,
                            const std::string& written_tag) {
    VersionReading reading;
    try {
        pages::PageReading page = pages::read_page(file, options);
        reading.warnings = std::move(page.warnings);
        Version version;
        version.article = std::move(page.article);
        version.article.id = as_utf8(std::move(version.article.id));
        version.tag = version.article.edition;
        const Edition* edition = find_edition(version.tag);
        version.tmx_tag = !written_tag.empty() ? written_tag
                          : edition != nullptr ? std::string(edition->tmx_tag)
                                               : version.tag;
        pages::ArticleText text = pages::article_text(version.article);
        version.document = align::segment(version.tag, std::move(text.text), std::move(text.blocks));
        const std::size_t segments = version.document.segments().size();
        if (segments == 0) throw InputError(file.string() + ": holds no sentence; is it an article?");
        if (segments > most_segments) {
            throw InputError(fmt::format("{}: holds {} sentences, more than the {} of an article; split it",
                                         file.string(), segments, most_segments));
        }
        reading.version = std::move(version);
    } catch (const InputError& error) {
        reading.error = error.what();
    }
    return reading;
}

std::vector<VersionReading> read_versions(const std::vector<VersionRequest>& requests, int jobs,
                                          Progress& progress) {
    std::vector<VersionReading> readings(requests.size());
    progress.begin("reading", requests.size());
    for_each(requests.size(), jobs, [&](std::size_t i) {
        readings[i] = read_version(requests[i].file, requests[i].options, requests[i].written_tag);
        progress.advance();
    });
    progress.end();
    return readings;
}

}  // namespace hexapla
