#include "reading.hpp"

#include <fmt/format.h>

#include "align/segmenter.hpp"
#include "editions.hpp"
#include "errors.hpp"
#include "limits.hpp"
#include "pages/article_text.hpp"
#include "parallel.hpp"

namespace hexapla {

VersionReading read_version(const std::filesystem::path& file, const pages::ReadOptions& options,
                            const std::string& written_tag) {
    VersionReading reading;
    try {
        pages::PageReading page = pages::read_page(file, options);
        reading.warnings = std::move(page.warnings);
        Version version;
        version.article = std::move(page.article);
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

std::vector<VersionReading> read_versions(const std::vector<VersionRequest>& requests, int jobs) {
    std::vector<VersionReading> readings(requests.size());
    for_each(requests.size(), jobs, [&](std::size_t i) {
        readings[i] = read_version(requests[i].file, requests[i].options, requests[i].written_tag);
    });
    return readings;
}

}  // namespace hexapla
