#pragma once

#include <array>
#include <cstddef>
#include <filesystem>
#include <iosfwd>
#include <nlohmann/json_fwd.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "memory.hpp"

namespace hexapla {

/// Counts over the stories of a run, for the summary and the report.
struct Tally {
    struct PerVersion {
        std::string tag;
        std::size_t articles = 0;
        std::size_t sentences = 0;
        std::size_t in_units = 0;
        std::array<std::size_t, all_reasons.size()> left_out{};  ///< by reason
        std::string first_date;                                  ///< of the articles, empty where none tells
        std::string last_date;
    };
    struct PerPair {
        std::size_t source = 0;        ///< of `versions`
        std::size_t target = 0;        ///< of `versions`
        std::size_t links = 0;         ///< beads with both sides
        std::size_t kept = 0;          ///< of them in units
        std::size_t doubtful = 0;      ///< of them under the confidence asked for
        std::size_t sentences = 0;     ///< of both sides
        std::size_t with_partner = 0;  ///< of them in links at least one half sure
        /// What the versions are to each other, by the share of sentences with a partner: "translation" (from
        /// 95 %), "adaptation" (60 %), "partly the same" (25 %), "hardly related".
        [[nodiscard]] std::string_view relation() const;
    };
    std::vector<PerVersion> versions;  ///< by place
    std::vector<PerPair> pairs;        ///< that were aligned, by place
    std::size_t stories = 0;
    std::size_t units = 0;
    std::array<std::size_t, 3> by_quality{};  ///< units of high, medium, low confidence
    double confidence_sum = 0;

    void add(const AlignedStory& story);

  private:
    PerPair& pair_of(std::size_t source, std::size_t target);
};

/// What a run did, beside its counts.
struct RunReport {
    std::vector<std::string> bad_inputs;  ///< a sentence each
    std::vector<std::string> unmatched;   ///< files without a partner
    std::vector<std::string> warnings;
    std::vector<std::string> known;    ///< words known before: a sentence for each pair of languages
    std::vector<std::string> learned;  ///< the same of what was learned
    std::string output;
    Format format = Format::tmx;  ///< of the output
    std::string rest;
    double least_confidence = 0;
};

/// The summary for a person.
void print_summary(std::ostream& err, const Tally& tally, const std::vector<AlignedStory>& stories,
                   const RunReport& report);

/// The same as one JSON object.
nlohmann::ordered_json report_json(const Tally& tally, const std::vector<AlignedStory>& stories,
                                   const RunReport& report);

}  // namespace hexapla
