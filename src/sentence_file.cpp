#include "sentence_file.hpp"

#include <fmt/format.h>

#include "align/links.hpp"
#include "align/unicode.hpp"
#include "errors.hpp"
#include "limits.hpp"
#include "text_lines.hpp"

namespace hexapla {

SentenceFile read_sentences(const std::filesystem::path& file, const std::string& language) {
    SentenceFile sentences;
    std::vector<std::string> kept;
    TextLines lines(file);
    for (std::string line; lines.next(line); ++sentences.count) {
        if (align::is_blank(line)) continue;
        if (line.size() > most_sentence_bytes) {
            throw InputError(
                fmt::format("{}holds {} bytes, more than the {} of a sentence; cut the text into sentences "
                            "first ('hexapla segment' does)",
                            lines.place(), line.size(), most_sentence_bytes));
        }
        sentences.lines.push_back(sentences.count);
        kept.push_back(line);
        if (kept.size() > most_segments) {
            throw InputError(
                fmt::format("{}: holds more than {} sentences; split it, by chapters for example",
                            file.string(), most_segments));
        }
    }
    if (kept.empty()) throw InputError(file.string() + ": is empty; give a text with one sentence a line");
    sentences.document = align::document_of_lines(language, kept);
    return sentences;
}

std::string format_beads(const align::Alignment& beads, const SentenceFile& source,
                         const SentenceFile& target, double least_confidence) {
    struct Row {
        align::LinkLine link;
        double probability;
    };
    std::vector<Row> rows;
    const auto lines = [](const SentenceFile& file, align::SegmentRange range) {
        return std::vector<std::size_t>(file.lines.begin() + static_cast<std::ptrdiff_t>(range.begin),
                                        file.lines.begin() + static_cast<std::ptrdiff_t>(range.end));
    };
    for (const align::Bead& bead : beads) {
        if (bead.is_link() && bead.probability < least_confidence) {
            rows.push_back({{lines(source, bead.source), {}, {}, 0}, 1 - bead.probability});
            rows.push_back({{{}, lines(target, bead.target), {}, 0}, 1 - bead.probability});
        } else {
            rows.push_back(
                {{lines(source, bead.source), lines(target, bead.target), {}, 0}, bead.probability});
        }
    }
    const auto add_blank = [&rows](const SentenceFile& file, bool of_source) {
        std::size_t next = 0;
        for (std::size_t line = 0; line < file.count; ++line) {
            if (next < file.lines.size() && file.lines[next] == line) {
                ++next;
            } else {
                align::LinkLine alone;
                (of_source ? alone.source : alone.target) = {line};
                rows.push_back({alone, 1.0});
            }
        }
    };
    add_blank(source, true);
    add_blank(target, false);
    std::string out;
    for (const Row& row : rows) out += align::format_link(row.link, row.probability) + '\n';
    return out;
}

}  // namespace hexapla
