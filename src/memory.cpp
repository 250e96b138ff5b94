#include "memory.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <cstdlib>
#include <cstring>
#include <ctime>
#include <nlohmann/json.hpp>
#include <set>

#include "command.hpp"
#include "memories/forms.hpp"
#include "tmx/writer.hpp"

namespace hexapla {
namespace {

using align::SegmentRange;
using nlohmann::ordered_json;

constexpr int bead_schema = 1;

/// A cell of a table: tabs and line ends within a text become spaces.
std::string cell(std::string text) {
    std::replace_if(
        text.begin(), text.end(), [](char c) { return c == '\t' || c == '\n' || c == '\r'; }, ' ');
    return text;
}

/// The bytes of the article's text that a bead covers.
align::ByteRange bytes_of(const align::Document& document, SegmentRange range) {
    if (range.empty()) return {0, 0};
    return {document.segments()[range.begin].bytes.begin, document.segments()[range.end - 1].bytes.end};
}

/// Two stories may hold one article, saved twice: its units' ids are then told apart by a counter.
tmx::Unit with_new_id(tmx::Unit unit, std::set<std::string>& ids) {
    const std::string base = unit.id;
    for (int times = 2; !ids.insert(unit.id).second; ++times) unit.id = fmt::format("{}-{}", base, times);
    return unit;
}

}  // namespace

std::string_view outcome(const BeadRecord& record) { return record.kept ? "kept" : name_of(record.reason); }

std::string shape(const align::Bead& bead) {
    return fmt::format("{}-{}", bead.source.size(), bead.target.size());
}

std::optional<std::string> date_from_environment() {
    const char* epoch = std::getenv("SOURCE_DATE_EPOCH");
    if (epoch == nullptr) return std::nullopt;
    constexpr std::time_t end_of_year_9999 = 253402300799;
    std::time_t seconds = 0;
    const char* end = epoch + std::strlen(epoch);
    const auto [stop, error] = std::from_chars(epoch, end, seconds);
    std::tm utc{};
    if (error != std::errc{} || stop != end || seconds < 0 || seconds > end_of_year_9999 ||
        gmtime_r(&seconds, &utc) == nullptr) {
        throw UsageError(fmt::format(
            "SOURCE_DATE_EPOCH is '{}', no number of seconds since 1970; unset it or set it right", epoch));
    }
    return fmt::format("{:04}{:02}{:02}T{:02}{:02}{:02}Z", utc.tm_year + 1900, utc.tm_mon + 1, utc.tm_mday,
                       utc.tm_hour, utc.tm_min, utc.tm_sec);
}

std::string creation_date(const std::vector<const AlignedStory*>& stories) {
    if (const auto set = date_from_environment()) return *set;
    std::string newest;
    for (const AlignedStory* story : stories) {
        for (const Version& version : story->versions) newest = std::max(newest, version.article.date);
    }
    if (newest.empty()) return "";
    std::erase(newest, '-');
    return newest + "T000000Z";
}

Format format_of(const std::filesystem::path& file) {
    const std::filesystem::path plain = file.extension() == ".gz" ? file.stem() : file.filename();
    if (plain.extension() == ".tmx") return Format::tmx;
    if (plain.extension() == ".tsv") return Format::tsv;
    if (plain.extension() == ".jsonl") return Format::jsonl;
    if (plain.extension() == ".xlsx") {
        if (plain == file.filename()) return Format::xlsx;
        throw UsageError(file.string() + ": a workbook is packed already; end it in .xlsx");
    }
    if (plain.extension() == ".xlf" || plain.extension() == ".xliff") return Format::xliff;
    throw UsageError(file.string() +
                     ": its ending says no form; end it in .tmx, .tmx.gz, .tsv, .jsonl, .xlsx or .xlf, or in "
                     "/ for a folder");
}

std::size_t write_tmx(std::ostream& out, const std::vector<const AlignedStory*>& stories,
                      const std::string& source_tag) {
    tmx::Header header;
    header.creation_tool = "hexapla";
    header.creation_tool_version = HEXAPLA_VERSION;
    header.source_language = source_tag;
    header.creation_date = creation_date(stories);
    std::size_t dropped = 0;
    std::set<std::string> ids;
    try {
        tmx::Writer writer(out, header);
        for (const AlignedStory* story : stories) {
            dropped += story->made.dropped;
            for (const tmx::Unit& unit : story->made.units) {
                if (ids.insert(unit.id).second) {
                    writer.write(unit);
                } else {
                    writer.write(with_new_id(unit, ids));
                }
            }
        }
        writer.finish();
        dropped += writer.dropped();
    } catch (const tmx::WriteError&) {
        out.setstate(std::ios::badbit);  // whoever owns the stream knows its place, and says what to do
    }
    return dropped;
}

void write_xliff(std::ostream& out, const std::vector<const AlignedStory*>& stories,
                 const std::string& source_tag, const std::string& target_tag) {
    const auto writer =
        memories::make_writer(memories::Form::xliff1, {source_tag, target_tag}, "hexapla", out, nullptr);
    for (const AlignedStory* story : stories) {
        for (const tmx::Unit& unit : story->made.units) writer->write(unit);
    }
    writer->finish();
}

void write_tsv(std::ostream& out, const std::vector<const AlignedStory*>& stories) {
    out << "hexapla_story\tbead\tprobability\toutcome\tsource_lang\ttarget_lang\tsource_article\ttarget_"
           "article\t"
           "source_begin\tsource_end\ttarget_begin\ttarget_end\tsource\ttarget\n";
    for (const AlignedStory* story : stories) {
        for (const BeadRecord& record : story->made.beads) {
            const Version& source = story->versions[record.source_version];
            const Version& target = story->versions[record.target_version];
            const auto from = bytes_of(source.document, record.bead.source);
            const auto to = bytes_of(target.document, record.bead.target);
            out << fmt::format("{}\t{}\t{:.4f}\t{}\t{}\t{}\t{}\t{}\t{}\t{}\t{}\t{}\t{}\t{}\n",
                               cell(story->name), shape(record.bead), record.bead.probability,
                               outcome(record), source.tmx_tag, target.tmx_tag, cell(source.article.id),
                               cell(target.article.id), from.begin, from.end, to.begin, to.end,
                               cell(record.source_text), cell(record.target_text));
        }
    }
}

void write_jsonl(std::ostream& out, const std::vector<const AlignedStory*>& stories) {
    for (const AlignedStory* story : stories) {
        const auto side = [](const Version& version, SegmentRange range, const std::string& text) {
            const auto bytes = bytes_of(version.document, range);
            ordered_json json;
            json["lang"] = version.tmx_tag;
            json["article"] = version.article.id;
            json["url"] = version.article.url;
            json["date"] = version.article.date;
            json["segments"] = {range.begin, range.end};
            json["bytes"] = {bytes.begin, bytes.end};
            json["text"] = text;
            return json;
        };
        for (const BeadRecord& record : story->made.beads) {
            ordered_json json;
            json["schema"] = fmt::format("hexapla-bead-{}", bead_schema);
            json["story"] = story->name;
            json["bead"] = shape(record.bead);
            json["probability"] = std::round(record.bead.probability * 1e4) / 1e4;
            json["outcome"] = outcome(record);
            json["source"] =
                side(story->versions[record.source_version], record.bead.source, record.source_text);
            json["target"] =
                side(story->versions[record.target_version], record.bead.target, record.target_text);
            // A file's name need not be UTF-8.
            out << json.dump(-1, ' ', false, ordered_json::error_handler_t::replace) << '\n';
        }
    }
}

void write_rest(std::ostream& out, const std::vector<const AlignedStory*>& stories) {
    out << "hexapla_story\tside\tsegment\treason\tprobability\tsentence\tbest_candidate\tcandidate_side\n";
    for (const AlignedStory* story : stories) {
        for (const LeftOut& left : story->made.left_out) {
            const Version& version = story->versions[left.version];
            const auto sentence = version.document.text_of(version.document.segments()[left.segment]);
            out << fmt::format("{}\t{}\t{}\t{}\t{:.4f}\t{}\t{}\t{}\n", cell(story->name), version.tmx_tag,
                               left.segment + 1, name_of(left.reason), left.probability,
                               cell(std::string(sentence)), cell(left.candidate),
                               left.candidate.empty() ? "" : story->versions[left.candidate_version].tmx_tag);
        }
    }
}

}  // namespace hexapla
