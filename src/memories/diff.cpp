#include "memories/diff.hpp"

#include <algorithm>
#include <vector>

#include "memories/values.hpp"

namespace memories {

bool say_the_same(const tmx::Unit& one, const tmx::Unit& other) {
    if (one.variants.size() != other.variants.size()) return false;
    return std::all_of(one.variants.begin(), one.variants.end(), [&](const tmx::Variant& variant) {
        return std::any_of(other.variants.begin(), other.variants.end(), [&](const tmx::Variant& each) {
            return same_tag(each.language, variant.language) && each.segment == variant.segment;
        });
    });
}

std::uint64_t Differ::key_of(const tmx::Unit& unit, const tmx::Header& header) {
    if (!unit.id.empty()) return hash_of(unit.id, 1);
    const tmx::Variant* source = source_of(unit, header);
    return source == nullptr ? 0 : hash_of(source->segment, hash_of(base_language(source->language)));
}

void Differ::add_old(const tmx::Unit& unit, const tmx::Header& header) {
    old_.emplace(key_of(unit, header), store_.add(unit));
}

void Differ::compare(const tmx::Unit& unit, const tmx::Header& header, const One& added,
                     const Changed& changed) {
    const auto [begin, end] = old_.equal_range(key_of(unit, header));
    if (begin == end) return added(unit);
    // Of several the one that says the same.
    auto partner = begin;
    for (auto each = begin; each != end; ++each) {
        if (!say_the_same(store_.get(each->second), unit)) continue;
        old_.erase(each);
        ++same_;
        return;
    }
    changed(store_.get(partner->second), unit);
    old_.erase(partner);
}

void Differ::finish(const One& removed) {
    std::vector<std::uint64_t> places;
    for (const auto& [key, place] : old_) places.push_back(place);
    std::sort(places.begin(), places.end());
    for (const std::uint64_t place : places) removed(store_.get(place));
}

}  // namespace memories
