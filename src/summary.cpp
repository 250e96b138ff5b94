#include "summary.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>
#include <numeric>
#include <ostream>

#include "align/unicode.hpp"

namespace hexapla {
namespace {

using nlohmann::ordered_json;

constexpr int report_schema = 1;
constexpr std::size_t lines_shown = 10;  // of a list, in the summary

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

/// The articles one by one, where they are few enough to be read.
void print_articles(std::ostream& err, const std::vector<AlignedStory>& stories) {
    std::size_t count = 0;
    for (const AlignedStory& story : stories) count += story.versions.size();
    if (stories.size() == 1 || count > 2 * lines_shown) return;
    for (const AlignedStory& story : stories) {
        err << fmt::format("  {}\n", story.name);
        for (const Version& version : story.versions) {
            err << fmt::format("    {:<8}{}, {}, “{}”\n", version.tmx_tag,
                               version.article.date.empty() ? "no date" : version.article.date,
                               counted(version.document.segments().size(), "sentence", "sentences"),
                               shortened(version.article.title, 60));
        }
    }
}

void print_versions(std::ostream& err, const Tally& tally, const std::vector<AlignedStory>& stories) {
    for (std::size_t v = 0; v < tally.versions.size(); ++v) {
        const Tally::PerVersion& version = tally.versions[v];
        std::string dates = version.first_date;
        if (version.last_date != version.first_date) dates += " to " + version.last_date;
        if (dates.empty()) dates = "no date";
        err << fmt::format("  {:<8}{}, {}, {}", version.tag, counted(version.articles, "article", "articles"),
                           dates, counted(version.sentences, "sentence", "sentences"));
        for (const Version& of_story : stories[0].versions) {
            if (stories.size() == 1 && of_story.place == v && !of_story.article.title.empty())
                err << fmt::format(", “{}”", shortened(of_story.article.title, 60));
        }
        err << '\n';
    }
}

void print_pairs(std::ostream& err, const Tally& tally, const RunReport& report) {
    for (std::size_t i = 0; i < std::min(lines_shown, tally.pairs.size()); ++i) {
        const Tally::PerPair& pair = tally.pairs[i];
        err << fmt::format("  {}-{}, {}: {} found, {} kept, {} doubtful (under {:.2f})",
                           tally.versions[pair.source].tag, tally.versions[pair.target].tag, pair.relation(),
                           counted(pair.links, "pair", "pairs"), pair.kept, pair.doubtful,
                           report.least_confidence);
        const std::size_t others = pair.links - pair.kept - pair.doubtful;
        err << (others == 0 ? "\n" : fmt::format(", {} of headlines or unfit\n", others));
    }
    if (tally.pairs.size() > lines_shown)
        err << fmt::format("  … and {} more pairs of versions (--report lists all)\n",
                           tally.pairs.size() - lines_shown);
}

/// What was known before, or learned, for each pair of versions; where all say the same, once.
void print_by_pair(std::ostream& err, const std::vector<std::string>& learned) {
    const auto fact = [](const std::string& sentence) { return sentence.substr(sentence.find(": ") + 2); };
    const bool all_alike = std::all_of(learned.begin(), learned.end(), [&](const std::string& sentence) {
        return fact(sentence) == fact(learned.front());
    });
    if (learned.size() > 1 && all_alike) {
        err << "  " << fact(learned.front()) << '\n';
        return;
    }
    for (std::size_t i = 0; i < std::min(lines_shown, learned.size()); ++i) err << "  " << learned[i] << '\n';
    if (learned.size() > lines_shown)
        err << fmt::format("  … and {} more (--report lists all)\n", learned.size() - lines_shown);
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
    constexpr std::size_t shown = lines_shown;
    if (lines.empty()) return;
    err << fmt::format("  {}: {}\n", heading, lines.size());
    for (std::size_t i = 0; i < std::min(shown, lines.size()); ++i) err << "    " << lines[i] << '\n';
    if (lines.size() > shown)
        err << fmt::format("    … and {} more (--report lists all)\n", lines.size() - shown);
}

std::string use_of(const RunReport& report) {
    switch (report.format) {
        case Format::tmx:
            return report.output == "standard output" ? "put the memory into your translation tool"
                                                      : "open " + report.output + " in your translation tool";
        case Format::xliff:
            return "open " + report.output + " in your translation tool and review it there";
        case Format::xlsx:
            return "look through " + report.output +
                   " in a spreadsheet; align to a .tmx to translate with it";
        case Format::tsv:
        case Format::jsonl:
            return report.output +
                   " has a bead a line, for other programs; align to a .tmx to translate with it";
    }
    return {};
}

std::string next_step(const Tally& tally, const RunReport& report) {
    std::size_t doubtful = 0;
    for (const Tally::PerPair& pair : tally.pairs) doubtful += pair.doubtful;
    constexpr double balanced = 0.5;
    const std::string lower =
        report.least_confidence > balanced ? "--profile balanced" : "--profile complete";
    if (tally.units == 0 && doubtful == 0) return "no pair was found; are these versions of one text?";
    if (tally.units == 0) {
        return "no pair is sure enough; are these versions of one text? " + lower + " keeps less sure ones";
    }
    if (doubtful > 0) {
        return fmt::format("look at the {} in {}; {} keeps {}",
                           counted(doubtful, "doubtful pair", "doubtful pairs"),
                           report.rest.empty() ? "the rest (--rest FILE)" : report.rest, lower,
                           report.least_confidence > balanced ? "the better ones" : "all");
    }
    return use_of(report);
}

}  // namespace

Tally::PerPair& Tally::pair_of(std::size_t source, std::size_t target) {
    const auto at = std::lower_bound(
        pairs.begin(), pairs.end(), std::pair(source, target),
        [](const PerPair& pair, const auto& places) { return std::pair(pair.source, pair.target) < places; });
    if (at != pairs.end() && at->source == source && at->target == target) return *at;
    PerPair pair;
    pair.source = source;
    pair.target = target;
    return *pairs.insert(at, pair);
}

std::string_view Tally::PerPair::relation() const {
    const double share =
        sentences == 0 ? 0 : static_cast<double>(with_partner) / static_cast<double>(sentences);
    if (share >= 0.95) return "translation";
    if (share >= 0.6) return "adaptation";
    return share >= 0.25 ? "partly the same" : "hardly related";
}

void Tally::add(const AlignedStory& story) {
    ++stories;
    for (const Version& version : story.versions) {
        versions.resize(std::max(versions.size(), version.place + 1));
        PerVersion& counts = versions[version.place];
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
        PerVersion& counts = versions[story.versions[left.version].place];
        ++counts.left_out[static_cast<std::size_t>(left.reason)];
        --counts.in_units;
    }
    for (const BeadRecord& record : story.made.beads) {
        PerPair& pair =
            pair_of(story.versions[record.source_version].place, story.versions[record.target_version].place);
        const std::size_t segments = record.bead.source.size() + record.bead.target.size();
        pair.sentences += segments;
        if (!record.bead.is_link()) continue;
        if (record.bead.probability >= 0.5) pair.with_partner += segments;
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
    print_articles(err, stories);
    print_versions(err, tally, stories);
    print_pairs(err, tally, report);
    print_by_pair(err, report.known);
    print_by_pair(err, report.learned);
    const double mean = tally.units == 0 ? 0 : tally.confidence_sum / static_cast<double>(tally.units);
    err << fmt::format("  {} written to {}: {} high, {} medium, {} low; mean confidence {:.2f}\n",
                       counted(tally.units, "unit", "units"), report.output, tally.by_quality[0],
                       tally.by_quality[1], tally.by_quality[2], mean);
    print_left_out(err, tally, report);
    print_list(err, report.unmatched, "files without a partner");
    print_list(err, report.bad_inputs, "inputs that could not be used");
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
    for (const Tally::PerPair& pair : tally.pairs) {
        json["pairs"].push_back({{"source", tally.versions[pair.source].tag},
                                 {"target", tally.versions[pair.target].tag},
                                 {"links", pair.links},
                                 {"kept", pair.kept},
                                 {"doubtful", pair.doubtful},
                                 {"relation", pair.relation()},
                                 {"sentences", pair.sentences},
                                 {"with_partner", pair.with_partner}});
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
    json["known"] = report.known;
    json["learned"] = report.learned;
    json["unmatched"] = report.unmatched;
    json["bad_inputs"] = report.bad_inputs;
    json["warnings"] = report.warnings;
    return json;
}

}  // namespace hexapla
