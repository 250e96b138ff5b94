#include "memories/merge.hpp"

#include <algorithm>
#include <map>

#include "memories/language_tags.hpp"
#include "memories/values.hpp"

namespace memories {
namespace {

/// A text of a language, and what speaks for it.
struct Candidate {
    tmx::Variant variant;
    std::string date;
    double confidence = -1;
    int votes = 0;
    std::size_t unit = 0;  // the first that has it
};

bool is_better(const Candidate& one, const Candidate& other, Conflict conflict) {
    if (conflict == Conflict::date) return one.date > other.date;
    if (conflict == Conflict::confidence) return one.confidence > other.confidence;
    return conflict == Conflict::majority && one.votes > other.votes;
}

void add_missing(tmx::Unit& unit, const tmx::Unit& other) {
    for (const tmx::Property& property : other.properties) {
        if (property_of(unit, property.type).empty()) unit.properties.push_back(property);
    }
    for (const tmx::Note& note : other.notes) {
        if (std::find(unit.notes.begin(), unit.notes.end(), note) == unit.notes.end())
            unit.notes.push_back(note);
    }
}

}  // namespace

void Merger::add(const tmx::Unit& unit, const tmx::Header& header) {
    const tmx::Variant* source = source_of(unit, header);
    const std::uint64_t place = store_.add(unit);
    // A unit without variants joins none.
    const std::uint64_t key = source == nullptr
                                  ? hash_of("", place)
                                  : hash_of(source->segment, hash_of(in_canonical_case(source->language)));
    entries_.push_back({key, place});
}

void Merger::finish(const std::function<void(const tmx::Unit&)>& give) {
    std::sort(entries_.begin(), entries_.end(), [](const Entry& a, const Entry& b) {
        return a.key != b.key ? a.key < b.key : a.place < b.place;
    });
    for (std::size_t begin = 0, end = 0; begin < entries_.size(); begin = end) {
        const Entry first = entries_[begin];
        for (end = begin; end < entries_.size() && entries_[end].key == first.key; ++end) continue;
        for (std::size_t i = begin; i < end; ++i) entries_[i].key = first.place;
    }
    std::sort(entries_.begin(), entries_.end(), [](const Entry& a, const Entry& b) {
        return a.key != b.key ? a.key < b.key : a.place < b.place;
    });
    std::vector<tmx::Unit> units;
    for (std::size_t i = 0; i < entries_.size(); ++i) {
        units.push_back(store_.get(entries_[i].place));
        if (i + 1 < entries_.size() && entries_[i + 1].key == entries_[i].key) continue;
        if (units.size() == 1) {
            give(units.front());
        } else {
            for (const tmx::Unit& joined : join(units)) give(joined);
        }
        units.clear();
    }
}

std::vector<tmx::Unit> Merger::join(const std::vector<tmx::Unit>& units) {
    // The texts of each language, in the order in which languages come.
    std::vector<std::vector<Candidate>> languages;
    for (std::size_t u = 0; u < units.size(); ++u) {
        for (const tmx::Variant& variant : units[u].variants) {
            auto of_language = std::find_if(languages.begin(), languages.end(), [&](const auto& each) {
                return same_tag(each.front().variant.language, variant.language);
            });
            if (of_language == languages.end()) of_language = languages.emplace(languages.end());
            auto candidate =
                std::find_if(of_language->begin(), of_language->end(),
                             [&](const Candidate& each) { return each.variant.segment == variant.segment; });
            if (candidate == of_language->end())
                candidate = of_language->insert(of_language->end(), {variant, "", -1, 0, u});
            candidate->date = std::max(candidate->date, date_of(units[u]));
            candidate->confidence = std::max(candidate->confidence, confidence_of(units[u]).value_or(-1));
            ++candidate->votes;
        }
    }
    std::vector<tmx::Unit> joined(1, units.front());
    joined.front().variants.clear();
    for (std::vector<Candidate>& candidates : languages) {
        std::size_t best = 0;
        for (std::size_t i = 1; i < candidates.size(); ++i) {
            if (is_better(candidates[i], candidates[best], conflict_)) best = i;
        }
        joined.front().variants.push_back(candidates[best].variant);
        conflicts_ += candidates.size() - 1;
        if (conflict_ != Conflict::keep) continue;
        // Each further text has a unit of its own, with the source.
        for (std::size_t i = 1; i < candidates.size(); ++i) {
            tmx::Unit other = units[candidates[i].unit];
            std::vector<tmx::Variant> variants = {languages.front().front().variant, candidates[i].variant};
            other.variants = std::move(variants);
            joined.push_back(std::move(other));
        }
    }
    for (std::size_t u = 1; u < units.size(); ++u) add_missing(joined.front(), units[u]);
    joined_ += units.size() - 1;
    return joined;
}

}  // namespace memories
