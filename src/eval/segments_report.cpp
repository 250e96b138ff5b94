#include <fmt/format.h>

#include <array>
#include <charconv>
#include <ostream>
#include <system_error>

#include "align/unicode.hpp"
#include "eval/figures.hpp"
#include "eval/segments.hpp"

namespace eval {
namespace {

/// Figures of a group: rates in per cent, rounded to two decimals as they are printed.
struct Figures {
    std::size_t texts = 0;
    std::size_t gold = 0;
    std::size_t system = 0;
    double precision = 0;
    double recall = 0;
    double f1 = 0;
    double exact = 0;
};

double two_decimals(double value) {
    std::array<char, 32> digits{};
    const auto written = std::to_chars(digits.begin(), digits.end(), value, std::chars_format::fixed, 2);
    double rounded = 0;
    std::from_chars(digits.data(), written.ptr, rounded);
    return rounded;
}

Figures figures_of(const align::BoundaryCounts& counts) {
    const align::Rates rates = align::boundary_rates(counts);
    const auto texts = static_cast<double>(std::max<std::size_t>(counts.texts, 1));
    return {counts.texts,
            counts.hits + counts.missed,
            counts.hits + counts.false_cuts,
            two_decimals(100 * rates.precision),
            two_decimals(100 * rates.recall),
            two_decimals(100 * rates.f1),
            two_decimals(static_cast<double>(100 * counts.exact) / texts)};
}

/// All rows together, each boundary weighing the same.
Figures micro(const SegmentsScore& score) {
    align::BoundaryCounts all;
    for (const SegmentsGroup& group : score.languages) all += group.counts;
    return figures_of(all);
}

/// The mean of the languages' rounded figures, each language weighing the same.
Figures macro(const SegmentsScore& score) {
    Figures sum;
    for (const SegmentsGroup& group : score.languages) {
        const Figures one = figures_of(group.counts);
        sum.precision += one.precision;
        sum.recall += one.recall;
        sum.f1 += one.f1;
        sum.exact += one.exact;
    }
    const auto n = static_cast<double>(score.languages.size());
    sum.precision = two_decimals(sum.precision / n);
    sum.recall = two_decimals(sum.recall / n);
    sum.f1 = two_decimals(sum.f1 / n);
    sum.exact = two_decimals(sum.exact / n);
    return sum;
}

void add_counts(nlohmann::ordered_json& json, const Figures& figures) {
    json["chunks"] = figures.texts;
    json["gold"] = figures.gold;
    json["system"] = figures.system;
}

void add_rates(nlohmann::ordered_json& json, const Figures& figures) {
    json["precision"] = figures.precision;
    json["recall"] = figures.recall;
    json["f1"] = figures.f1;
    json["exact"] = figures.exact;
}

nlohmann::ordered_json group_json(const Figures& figures) {
    nlohmann::ordered_json json;
    add_counts(json, figures);
    add_rates(json, figures);
    return json;
}

void print_row(std::ostream& out, std::string_view name, const Figures& f) {
    out << fmt::format("{:<9} {:>7} {:>7} {:>7} {:>7.2f} {:>7.2f} {:>7.2f} {:>7.2f}\n", name, f.texts, f.gold,
                       f.system, f.precision, f.recall, f.f1, f.exact);
}

void print_source(std::ostream& out, const SegmentsGroup& group) {
    const Figures f = figures_of(group.counts);
    std::u32string name = align::to_code_points(group.source).substr(0, 50);
    name.resize(50, U' ');
    out << fmt::format("  {} {:>6} {:>6}  P {:.2f} R {:.2f} F1 {:.2f} exact {:.2f}\n", align::to_utf8(name),
                       f.texts, f.gold, f.precision, f.recall, f.f1, f.exact);
}

void print_errors(std::ostream& out, const std::string& language, std::string_view kind,
                  const std::vector<std::string>& contexts, std::size_t most) {
    out << '\n' << language << ' ' << kind << ": " << contexts.size() << '\n';
    for (std::size_t i = 0; i < std::min(most, contexts.size()); ++i) out << "   " << contexts[i] << '\n';
}

}  // namespace

nlohmann::ordered_json to_json(const SegmentsScore& score, bool by_source) {
    nlohmann::ordered_json json = {{"schema", schema}, {"micro", group_json(micro(score))}};
    json["languages"] = nlohmann::ordered_json::object();
    for (const SegmentsGroup& group : score.languages) {
        json["languages"][group.language] = group_json(figures_of(group.counts));
    }
    add_rates(json["macro"], macro(score));
    json["sources"] = nullptr;
    if (!by_source) return json;
    json["sources"] = nlohmann::ordered_json::array();
    for (const SegmentsGroup& group : score.sources) {
        nlohmann::ordered_json one = {{"lang", group.language}, {"source", group.source}};
        one.update(group_json(figures_of(group.counts)));
        json["sources"].push_back(std::move(one));
    }
    return json;
}

void print(std::ostream& out, const SegmentsScore& score, bool by_source, std::size_t errors) {
    out << fmt::format("{:<9} {:>7} {:>7} {:>7} {:>7} {:>7} {:>7} {:>7}\n", "lang", "chunks", "gold",
                       "system", "P", "R", "F1", "exact%");
    for (const SegmentsGroup& group : score.languages) {
        print_row(out, group.language, figures_of(group.counts));
        if (!by_source) continue;
        for (const SegmentsGroup& source : score.sources) {
            if (source.language == group.language) print_source(out, source);
        }
    }
    print_row(out, "micro", micro(score));
    const Figures mean = macro(score);
    out << fmt::format("{:<9} {:>7} {:>7} {:>7} {:>7.2f} {:>7.2f} {:>7.2f} {:>7.2f}\n", "macro", "", "", "",
                       mean.precision, mean.recall, mean.f1, mean.exact);
    if (errors == 0) return;
    for (const SegmentsErrors& some : score.errors) {
        print_errors(out, some.language, "false", some.false_cuts, errors);
        print_errors(out, some.language, "missed", some.missed, errors);
    }
}

}  // namespace eval
