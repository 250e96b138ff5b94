#include "summary.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>
#include <numeric>
#include <ostream>

#include "align/unicode.hpp"
#include "tmx/text.hpp"

namespace hexapla {
namespace {

using nlohmann::ordered_json;

constexpr int report_schema = 1;

std::string counted(std::size_t count, const char* one, const char* many) {
    return fmt::format("{} {}", count, count == 1 ? one : many);
}

std::string shortened(const std::string& text, std::size_t code_points) {
    const std::string_view head = align::first_code_points(text, code_points);
    return head.size() == text.size() ? text : std::string(head) + "…";
}

std::size_t all_left_out(const Tally::PerVersion& version) {
    return std::accumulate(version.left_out.begin(), version.left_out.end(), std::size_t{0});
}

void print_versions(std::ostream& err, const Tally& tally, const std::vector<AlignedStory>& stories) {
    for (std::size_t v = 0; v < tally.versions.size(); ++v) {
        const Tally::PerVersion& version = tally.versions[v];
        std::string dates = version.first_date;
        if (version.last_date != version.first_date) dates += " to " + version.last_date;
        if (dates.empty()) dates = "no date";
        err << fmt::format("  {:<8}{}, {}, {}", version.tag, counted(version.articles, "article", "articles"),
                           dates, counted(version.sentences, "sentence", "sentences"));
        if (stories.size() == 1)
            err << fmt::format(", “{}”", shortened(stories[0].versions[v].article.title, 60));
        err << '\n';
    }
}

void print_left_out(std::ostream& err, const Tally& tally, const RunReport& report) {
    for (const Tally::PerVersion& version : tally.versions) {
        const std::size_t all = all_left_out(version);
        if (all == 0) continue;
        std::string reasons;
        for (const Reason reason : all_reasons) {
            const std::size_t count = version.left_out[static_cast<std::size_t>(reason)];
            if (count == 0) continue;
            reasons += fmt::format("{}{} {}", reasons.empty() ? "" : ", ", count, name_of(reason));
        }
        err << fmt::format("  left out of {}: {} ({})\n", version.tag, counted(all, "sentence", "sentences"),
                           reasons);
    }
    if (!report.rest.empty()) err << "  each with its best candidate in " << report.rest << '\n';
}

void print_list(std::ostream& err, const std::vector<std::string>& lines, const char* heading) {
    constexpr std::size_t shown = 10;
    if (lines.empty()) return;
    err << fmt::format("  {}: {}\n", heading, lines.size());
    for (std::size_t i = 0; i < std::min(shown, lines.size()); ++i) err << "    " << lines[i] << '\n';
    if (lines.size() > shown)
        err << fmt::format("    … and {} more (--report lists all)\n", lines.size() - shown);
}

std::string next_step(const Tally& tally, const RunReport& report) {
    std::size_t doubtful = 0;
    for (const Tally::PerPair& pair : tally.pairs) doubtful += pair.doubtful;
    if (tally.units == 0) {
        return "no pair is sure enough; are these versions of one text? --min-confidence 0.5 lowers the bar";
    }
    if (doubtful > 0) {
        return fmt::format("look at the {} in {}; --profile balanced keeps the better ones",
                           counted(doubtful, "doubtful pair", "doubtful pairs"),
                           report.rest.empty() ? "the rest (--rest FILE)" : report.rest);
    }
    return "open " + report.output + " in your translation tool";
}

}  // namespace

void Tally::add(const AlignedStory& story) {
    versions.resize(std::max(versions.size(), story.versions.size()));
    pairs.resize(versions.size() - 1);
    ++stories;
    for (std::size_t v = 0; v < story.versions.size(); ++v) {
        const Version& version = story.versions[v];
        PerVersion& counts = versions[v];
        counts.tag = version.tmx_tag;
        ++counts.articles;
        counts.sentences += version.document.segments().size();
        counts.in_units += version.document.segments().size();
        const std::string& date = version.article.date;
        if (date.empty()) continue;
        if (counts.first_date.empty() || date < counts.first_date) counts.first_date = date;
        if (date > counts.last_date) counts.last_date = date;
    }
    for (const LeftOut& left : story.made.left_out) {
        ++versions[left.version].left_out[static_cast<std::size_t>(left.reason)];
        --versions[left.version].in_units;
    }
    for (const BeadRecord& record : story.made.beads) {
        if (!record.bead.is_link()) continue;
        PerPair& pair = pairs[record.target_version - 1];
        ++pair.links;
        if (record.kept) ++pair.kept;
        if (!record.kept && record.reason == Reason::low_confidence) ++pair.doubtful;
    }
    units += story.made.units.size();
    for (const double confidence : story.made.confidences) {
        confidence_sum += confidence;
        ++by_quality[confidence >= 0.9 ? 0 : confidence >= 0.6 ? 1 : 2];
    }
}

void print_summary(std::ostream& err, const Tally& tally, const std::vector<AlignedStory>& stories,
                   const RunReport& report) {
    err << fmt::format("\n{}\n", counted(tally.stories, "story", "stories"));
    print_versions(err, tally, stories);
    for (std::size_t v = 1; v < tally.versions.size(); ++v) {
        const Tally::PerPair& pair = tally.pairs[v - 1];
        err << fmt::format("  {}-{}: {} found, {} kept, {} doubtful (under {:.2f})\n", tally.versions[0].tag,
                           tally.versions[v].tag, counted(pair.links, "pair", "pairs"), pair.kept,
                           pair.doubtful, report.least_confidence);
    }
    for (const std::string& sentence : report.learned) err << "  " << sentence << '\n';
    const double mean = tally.units == 0 ? 0 : tally.confidence_sum / static_cast<double>(tally.units);
    err << fmt::format("  {} written to {}: {} high, {} medium, {} low; mean confidence {:.2f}\n",
                       counted(tally.units, "unit", "units"), report.output, tally.by_quality[0],
                       tally.by_quality[1], tally.by_quality[2], mean);
    print_left_out(err, tally, report);
    print_list(err, report.unmatched, "files without a partner of the same name");
    print_list(err, report.bad_inputs, "files that could not be used");
    err << "  next: " << next_step(tally, report) << '\n';
}

ordered_json report_json(const Tally& tally, const std::vector<AlignedStory>& stories,
                         const RunReport& report) {
    ordered_json json;
    json["schema"] = fmt::format("hexapla-report-{}", report_schema);
    json["output"] = report.output;
    json["rest"] = report.rest;
    json["stories"] = tally.stories;
    json["units"] = tally.units;
    json["units_by_quality"] = {
        {"high", tally.by_quality[0]}, {"medium", tally.by_quality[1]}, {"low", tally.by_quality[2]}};
    json["least_confidence"] = report.least_confidence;
    json["versions"] = ordered_json::array();
    for (const Tally::PerVersion& version : tally.versions) {
        ordered_json left;
        for (const Reason reason : all_reasons) {
            left[std::string(name_of(reason))] = version.left_out[static_cast<std::size_t>(reason)];
        }
        json["versions"].push_back({{"lang", version.tag},
                                    {"articles", version.articles},
                                    {"sentences", version.sentences},
                                    {"in_units", version.in_units},
                                    {"left_out", left},
                                    {"first_date", version.first_date},
                                    {"last_date", version.last_date}});
    }
    json["pairs"] = ordered_json::array();
    for (std::size_t i = 0; i < tally.pairs.size(); ++i) {
        json["pairs"].push_back({{"source", tally.versions[0].tag},
                                 {"target", tally.versions[i + 1].tag},
                                 {"links", tally.pairs[i].links},
                                 {"kept", tally.pairs[i].kept},
                                 {"doubtful", tally.pairs[i].doubtful}});
    }
    json["articles"] = ordered_json::array();
    for (const AlignedStory& story : stories) {
        for (const Version& version : story.versions) {
            json["articles"].push_back({{"story", story.name},
                                        {"id", version.article.id},
                                        {"lang", version.tmx_tag},
                                        {"date", version.article.date},
                                        {"headline", version.article.title},
                                        {"sentences", version.document.segments().size()}});
        }
    }
    json["learned"] = report.learned;
    json["unmatched"] = report.unmatched;
    json["bad_inputs"] = report.bad_inputs;
    json["warnings"] = report.warnings;
    return json;
}

void print_units(std::ostream& out, const std::vector<AlignedStory>& stories, std::size_t count) {
    for (const AlignedStory& story : stories) {
        for (std::size_t i = 0; i < story.made.units.size(); ++i) {
            if (count-- == 0) return;
            out << fmt::format("{} · {:.4f}\n", i + 1, story.made.confidences[i]);
            for (const tmx::Variant& variant : story.made.units[i].variants) {
                out << fmt::format("  {:<8}{}\n", variant.language, tmx::plain_text(variant.segment));
            }
        }
    }
}

}  // namespace hexapla
