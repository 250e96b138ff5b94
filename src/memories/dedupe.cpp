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

void Deduper::add(const tmx::Unit& unit) {
    entries_.push_back({key_of(unit, likeness_), store_.add(unit),
                        static_cast<float>(confidence_of(unit).value_or(-1)),
                        number_of(date_of(unit).substr(0, 8))});
}

void Deduper::finish(const std::function<void(const tmx::Unit&)>& kept,
                     const std::function<void(const tmx::Unit&)>& removed) {
    // Equal units beside one another, the best of them first.
    std::sort(entries_.begin(), entries_.end(), [](const Entry& a, const Entry& b) {
        if (a.key != b.key) return a.key < b.key;
        if (a.confidence != b.confidence) return a.confidence > b.confidence;
        if (a.day != b.day) return a.day > b.day;
        return a.place < b.place;
    });
    // From here on the day says how many units one stands for; 0: another one stands for it.
    for (std::size_t begin = 0, end = 0; begin < entries_.size(); begin = end) {
        std::uint32_t count = 0;
        for (end = begin; end < entries_.size() && entries_[end].key == entries_[begin].key; ++end) {
            entries_[end].day = 0;
            ++count;
        }
        entries_[begin].day = count;
    }
    std::sort(entries_.begin(), entries_.end(),
              [](const Entry& a, const Entry& b) { return a.place < b.place; });
    for (const Entry& entry : entries_) {
        tmx::Unit unit = store_.get(entry.place);
        if (entry.day == 0) {
            removed(unit);
            continue;
        }
        if (entry.day > 1) set_property(unit, "x-stands-for", fmt::format("{}", entry.day));
        kept(unit);
    }
}

}  // namespace memories
