#include "memories/dedupe.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <map>
#include <unordered_map>

#include "align/unicode.hpp"
#include "memories/values.hpp"

namespace memories {
namespace {

std::uint32_t number_of(const std::string& text) {
    std::uint32_t value = 0;
    std::from_chars(text.data(), text.data() + text.size(), value);
    return value;
}

/// Letters alone, folded, with one space between words.
std::string bare(const std::string& text, const std::string& language) {
    std::string key;
    for (const align::WordSpan& word : align::words_of(text, language)) {
        if (word.kind == align::WordKind::number) continue;
        key +=
            align::fold(std::string_view(text).substr(word.bytes.begin, word.bytes.end - word.bytes.begin));
        key += ' ';
    }
    return key;
}

}  // namespace

std::string key_of(const tmx::Variant& variant, Likeness likeness) {
    if (!likeness.near) return variant.segment;
    const std::string text = text_of(variant);
    std::string key = bare(text, variant.language);
    return key.empty() ? text : key;  // numbers and marks alone are not all one
}

std::uint64_t key_of(const tmx::Unit& unit, Likeness likeness) {
    std::vector<std::uint64_t> hashes;
    for (const tmx::Variant& variant : unit.variants)
        hashes.push_back(
            hash_of(key_of(variant, likeness), hash_of(fmt::format("{}", base_language(variant.language)) +
                                                       (likeness.near ? "" : variant.language))));
    std::sort(hashes.begin(), hashes.end());
    std::uint64_t key = 0;
    for (const std::uint64_t hash : hashes) key = hash_of(fmt::format("{:x}", hash), key);
    return key;
}

/// The confidence in ten thousandths before the day; no confidence is least.
std::uint32_t Deduper::rank_of(const tmx::Unit& unit) {
    constexpr double steps = 10000;
    constexpr std::uint32_t day_bits = 18;
    constexpr std::uint32_t first_year = 1990;
    const auto confidence = confidence_of(unit);
    const auto sure =
        confidence ? static_cast<std::uint32_t>(std::clamp(*confidence, 0.0, 1.0) * steps) + 1 : 0U;
    const std::uint32_t date = number_of(date_of(unit).substr(0, 8));  // YYYYMMDD
    const std::uint32_t year = date / 10000;
    const std::uint32_t day = date / 100 % 100 * 31 + date % 100;
    constexpr std::uint32_t days_of_year = 12 * 31 + 31;
    const std::uint32_t days = year < first_year ? 0 : (year - first_year) * days_of_year + day;
    return sure << day_bits | std::min(days, (1U << day_bits) - 1);
}

void Deduper::add(const tmx::Unit& unit) {
    entries_.push_back({key_of(unit, likeness_), static_cast<std::uint32_t>(entries_.size()), rank_of(unit)});
    store_.add(unit);
}

void Deduper::finish(const std::function<void(const tmx::Unit&)>& kept,
                     const std::function<void(const tmx::Unit&)>& removed) {
    // Equal units beside one another, the best of them first.
    std::sort(entries_.begin(), entries_.end(), [](const Entry& a, const Entry& b) {
        if (a.key != b.key) return a.key < b.key;
        return a.rank != b.rank ? a.rank > b.rank : a.number < b.number;
    });
    // From here on the rank says how many units one stands for; 0: another one stands for it.
    for (std::size_t begin = 0, end = 0; begin < entries_.size(); begin = end) {
        std::uint32_t count = 0;
        for (end = begin; end < entries_.size() && entries_[end].key == entries_[begin].key; ++end) {
            entries_[end].rank = 0;
            ++count;
        }
        entries_[begin].rank = count;
    }
    std::sort(entries_.begin(), entries_.end(),
              [](const Entry& a, const Entry& b) { return a.number < b.number; });
    std::uint64_t place = 0;
    for (const Entry& entry : entries_) {
        tmx::Unit unit = store_.get_and_move(place);
        if (entry.rank == 0) {
            removed(unit);
            continue;
        }
        if (entry.rank > 1) set_property(unit, "x-stands-for", fmt::format("{}", entry.rank));
        kept(unit);
    }
}

}  // namespace memories
