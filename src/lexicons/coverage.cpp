#include "lexicons/coverage.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>
#include <ostream>

namespace lexicons {
namespace {

double share(std::size_t part, std::size_t whole) {
    return whole == 0 ? 0 : static_cast<double>(part) / static_cast<double>(whole);
}

double known_share(const LanguageCoverage& one) { return share(one.counts.known, one.counts.content); }
double matched_share(const LanguageCoverage& one) { return share(one.counts.matched, one.counts.sentences); }

template <class Share>
double mean(const std::vector<LanguageCoverage>& all, const Share& of) {
    double sum = 0;
    for (const LanguageCoverage& one : all) sum += of(one);
    return sum / static_cast<double>(all.size());
}

}  // namespace

LanguageCoverage measure_coverage(const std::string& language, const std::vector<align::ListEntry>& entries,
                                  const SentencePairs& pairs) {
    align::CoverageCounter counter(entries, language);
    for (std::size_t i = 0; i < pairs.source.size(); ++i) counter.add(pairs.source[i], pairs.target[i]);
    return {language, entries.size(), counter.coverage(), counter.unknown()};
}

void print_coverage(std::ostream& out, const std::vector<LanguageCoverage>& all, std::size_t missing) {
    constexpr const char* row = "{:<9}{:>9}{:>15}{:>15}{:>8.1f} %{:>16}{:>12}{:>8.1f} %\n";
    out << fmt::format("{:<9}{:>9}{:>15}{:>15}{:>10}{:>16}{:>12}\n", "", "entries", "content words",
                       "with an entry", "", "sentence pairs", "that match");
    for (const LanguageCoverage& one : all) {
        out << fmt::format(fmt::runtime(row), one.language, one.entries, one.counts.content, one.counts.known,
                           100 * known_share(one), one.counts.sentences, one.counts.matched,
                           100 * matched_share(one));
    }
    if (all.size() > 1)
        out << fmt::format(fmt::runtime(row), "mean", "", "", "", 100 * mean(all, known_share), "", "",
                           100 * mean(all, matched_share));
    for (const LanguageCoverage& one : all) {
        if (missing == 0) break;
        out << fmt::format("\nwithout an entry, {}:\n", one.language);
        for (std::size_t i = 0; i < std::min(missing, one.unknown.size()); ++i)
            out << fmt::format("{:>7}  {}\n", one.unknown[i].count, one.unknown[i].word);
    }
}

nlohmann::ordered_json to_json(const std::vector<LanguageCoverage>& all, std::size_t missing) {
    nlohmann::ordered_json json;
    json["schema"] = "hexapla-coverage-1";
    json["languages"] = nlohmann::ordered_json::array();
    for (const LanguageCoverage& one : all) {
        nlohmann::ordered_json row = {{"lang", one.language},
                                      {"entries", one.entries},
                                      {"words", one.counts.words},
                                      {"content_words", one.counts.content},
                                      {"with_entry", one.counts.known},
                                      {"with_entry_share", known_share(one)},
                                      {"sentence_pairs", one.counts.sentences},
                                      {"matched", one.counts.matched},
                                      {"matched_share", matched_share(one)}};
        if (missing > 0) row["missing"] = nlohmann::ordered_json::array();
        for (std::size_t i = 0; i < std::min(missing, one.unknown.size()); ++i)
            row["missing"].push_back({{"word", one.unknown[i].word}, {"count", one.unknown[i].count}});
        json["languages"].push_back(std::move(row));
    }
    return json;
}

}  // namespace lexicons
