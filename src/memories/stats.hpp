#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <map>
#include <ostream>
#include <string>
#include <unordered_map>
#include <vector>

#include "tmx/unit.hpp"

namespace memories {

/// What a memory amounts to. Beside it takes some bytes a unit, for the duplicates.
class Stats {
  public:
    struct Language {
        std::size_t segments = 0;
        std::size_t words = 0;
        std::size_t characters = 0;
        std::size_t longest = 0;  ///< characters of a segment
    };
    struct Duplicate {
        std::string text;  ///< its beginning
        std::string language;
        std::size_t count = 0;
    };
    static constexpr std::size_t bins = 10;

    void add(const tmx::Unit& unit, const tmx::Header& header);

    [[nodiscard]] std::size_t units() const { return units_; }
    [[nodiscard]] const std::map<std::string, Language>& languages() const { return languages_; }
    /// How many units have a confidence from i/10 to (i+1)/10; the last has 1 too.
    [[nodiscard]] const std::array<std::size_t, bins>& confidences() const { return confidences_; }
    [[nodiscard]] std::size_t without_confidence() const { return without_confidence_; }
    /// Units whose source stands in an earlier unit too.
    [[nodiscard]] std::size_t repeated() const { return repeated_; }
    /// The sources that stand in most units, those first.
    [[nodiscard]] std::vector<Duplicate> top_duplicates(std::size_t most) const;

  private:
    std::size_t units_ = 0;
    std::size_t without_confidence_ = 0;
    std::size_t repeated_ = 0;
    std::map<std::string, Language> languages_;
    std::array<std::size_t, bins> confidences_{};
    std::unordered_map<std::uint64_t, std::uint32_t> sources_;  // how often each
    std::unordered_map<std::uint64_t, Duplicate> duplicates_;   // those that came again
};

/// The figures as a table, with bars of so many columns; as one JSON object; as a page with plots.
void print_table(const Stats& stats, std::size_t bar, std::ostream& out);
void print_json(const Stats& stats, std::ostream& out);
void print_page(const Stats& stats, const std::string& title, std::ostream& out);

}  // namespace memories
