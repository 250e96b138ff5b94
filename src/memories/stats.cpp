#include "memories/stats.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>

#include "align/unicode.hpp"
#include "memories/values.hpp"
#include "tmx/text.hpp"

namespace memories {
namespace {

constexpr std::size_t shown_characters = 60;
constexpr std::size_t shown_duplicates = 10;

std::string bin_name(std::size_t bin) {
    return fmt::format("{:.1f}-{:.1f}", static_cast<double>(bin) / Stats::bins,
                       static_cast<double>(bin + 1) / Stats::bins);
}

std::size_t share_of(std::size_t count, std::size_t most, std::size_t columns) {
    return most == 0 ? 0 : (count * columns + most - 1) / most;
}

/// A bar chart as SVG: a row a value.
void print_chart(const std::vector<std::pair<std::string, std::size_t>>& rows, std::ostream& out) {
    constexpr std::size_t row_height = 22;
    constexpr std::size_t width = 420;
    std::size_t most = 1;
    for (const auto& [name, count] : rows) most = std::max(most, count);
    out << fmt::format("<svg width=\"680\" height=\"{}\" role=\"img\">\n", rows.size() * row_height + 4);
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const std::size_t y = i * row_height;
        out << fmt::format(
            "<text x=\"90\" y=\"{}\" text-anchor=\"end\">{}</text><rect x=\"100\" y=\"{}\" width=\"{}\" "
            "height=\"16\"/><text x=\"{}\" y=\"{}\">{}</text>\n",
            y + 14, tmx::escape(rows[i].first), y + 2, share_of(rows[i].second, most, width),
            106 + share_of(rows[i].second, most, width), y + 14, rows[i].second);
    }
    out << "</svg>\n";
}

}  // namespace

void Stats::add(const tmx::Unit& unit, const tmx::Header& header) {
    ++units_;
    for (const tmx::Variant& variant : unit.variants) {
        const std::string text = text_of(variant);
        Language& language = languages_[variant.language];
        const std::size_t characters = align::count_code_points(text);
        ++language.segments;
        language.words += align::words_of(text, variant.language).size();
        language.characters += characters;
        language.longest = std::max(language.longest, characters);
    }
    if (const auto confidence = confidence_of(unit)) {
        const double scaled = std::clamp(*confidence, 0.0, 1.0) * bins;
        ++confidences_.at(std::min(static_cast<std::size_t>(scaled), bins - 1));
    } else {
        ++without_confidence_;
    }
    const tmx::Variant* source = source_of(unit, header);
    if (source == nullptr) return;
    const std::uint64_t key = hash_of(source->segment, hash_of(source->language));
    const std::uint32_t times = ++sources_[key];
    if (times < 2) return;
    ++repeated_;
    Duplicate& duplicate = duplicates_[key];
    if (times == 2)
        duplicate = {std::string(align::first_code_points(text_of(*source), shown_characters)),
                     source->language, 0};
    duplicate.count = times;
}

std::vector<Stats::Duplicate> Stats::top_duplicates(std::size_t most) const {
    std::vector<Duplicate> top;
    for (const auto& [key, duplicate] : duplicates_) top.push_back(duplicate);
    std::sort(top.begin(), top.end(), [](const Duplicate& a, const Duplicate& b) {
        return a.count != b.count ? a.count > b.count : a.text < b.text;
    });
    top.resize(std::min(top.size(), most));
    return top;
}

void print_table(const Stats& stats, std::size_t bar, std::ostream& out) {
    out << fmt::format("{} units, {} with a source that came before\n\n", stats.units(), stats.repeated());
    out << fmt::format("{:<12}{:>10}{:>12}{:>14}{:>9}{:>9}\n", "language", "segments", "words", "characters",
                       "mean", "longest");
    for (const auto& [tag, language] : stats.languages())
        out << fmt::format("{:<12}{:>10}{:>12}{:>14}{:>9.1f}{:>9}\n", tag, language.segments, language.words,
                           language.characters,
                           static_cast<double>(language.characters) / static_cast<double>(language.segments),
                           language.longest);
    if (stats.units() > stats.without_confidence()) {
        const std::size_t most = *std::max_element(stats.confidences().begin(), stats.confidences().end());
        out << "\nconfidence\n";
        for (std::size_t bin = 0; bin < Stats::bins; ++bin) {
            const std::size_t count = stats.confidences().at(bin);
            std::string row = fmt::format("{}{:>10} ", bin_name(bin), count);
            for (std::size_t i = 0; i < share_of(count, most, bar); ++i) row += "█";
            while (row.back() == ' ') row.pop_back();
            out << row << '\n';
        }
    }
    const auto top = stats.top_duplicates(shown_duplicates);
    if (!top.empty()) out << "\nsources of most units\n";
    for (const Stats::Duplicate& each : top)
        out << fmt::format("{:>8}  {} {}\n", each.count, each.language, each.text);
}

void print_json(const Stats& stats, std::ostream& out) {
    nlohmann::ordered_json languages;
    for (const auto& [tag, language] : stats.languages())
        languages[tag] = {{"segments", language.segments},
                          {"words", language.words},
                          {"characters", language.characters},
                          {"longest", language.longest}};
    nlohmann::ordered_json duplicates = nlohmann::json::array();
    for (const Stats::Duplicate& each : stats.top_duplicates(shown_duplicates))
        duplicates.push_back({{"count", each.count}, {"language", each.language}, {"text", each.text}});
    const nlohmann::ordered_json all{{"schema", "hexapla-tmx-stats/1"},
                                     {"units", stats.units()},
                                     {"repeated", stats.repeated()},
                                     {"languages", languages},
                                     {"confidences", stats.confidences()},
                                     {"without_confidence", stats.without_confidence()},
                                     {"duplicates", duplicates}};
    out << all.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace) << '\n';
}

void print_page(const Stats& stats, const std::string& title, std::ostream& out) {
    out << "<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"><meta name=\"generator\" "
           "content=\"hexapla\"><title>"
        << tmx::escape(title)
        << "</title>\n<style>body{font:15px sans-serif;max-width:46em;margin:2em auto}rect{fill:#4878a8}"
           "text{font:13px sans-serif}td,th{padding:.2em .8em;text-align:right}td:first-child,th:first-child"
           "{text-align:left}</style></head>\n<body><h1>"
        << tmx::escape(title) << "</h1>\n"
        << fmt::format("<p>{} units, {} with a source that came before</p>\n", stats.units(),
                       stats.repeated())
        << "<table><tr><th>language</th><th>segments</th><th>words</th><th>characters</th></tr>\n";
    std::vector<std::pair<std::string, std::size_t>> words;
    for (const auto& [tag, language] : stats.languages()) {
        out << fmt::format("<tr><td>{}</td><td>{}</td><td>{}</td><td>{}</td></tr>\n", tmx::escape(tag),
                           language.segments, language.words, language.characters);
        words.emplace_back(tag, language.words);
    }
    out << "</table>\n<h2>Words by language</h2>\n";
    print_chart(words, out);
    out << "<h2>Units by confidence</h2>\n";
    std::vector<std::pair<std::string, std::size_t>> confidences;
    for (std::size_t bin = 0; bin < Stats::bins; ++bin)
        confidences.emplace_back(bin_name(bin), stats.confidences().at(bin));
    print_chart(confidences, out);
    out << "<h2>Sources of most units</h2>\n<table>";
    for (const Stats::Duplicate& each : stats.top_duplicates(shown_duplicates))
        out << fmt::format("<tr><td dir=\"auto\">{}</td><td>{}</td></tr>\n", tmx::escape(each.text),
                           each.count);
    out << "</table></body></html>\n";
}

}  // namespace memories
