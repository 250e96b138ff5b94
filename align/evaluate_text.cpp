#include "align/evaluate_text.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <unordered_map>
#include <utility>

#include "align/ranges.hpp"
#include "align/unicode.hpp"

namespace align {
namespace {

/// Positions in a version's squeezed text.
using PointRange = Range<struct PointRangeTag>;
/// Code points by the id of the sentence that they belong to.
using PointsById = std::map<std::string, std::size_t>;

std::u32string squeeze(const std::string& text) {
    std::u32string points = to_code_points(compose(text));
    std::erase_if(points, is_space);
    return points;
}

/// One version: its sentences joined without white space, each code point owned by a sentence.
class Version {
  public:
    explicit Version(const std::vector<GoldSentence>& sentences) : sentences_(sentences) {
        for (std::size_t i = 0; i < sentences.size(); ++i) {
            const std::u32string points = squeeze(sentences[i].text);
            text_ += points;
            owner_.insert(owner_.end(), points.size(), i);
            sizes_[sentences[i].id] = points.size();
        }
        taken_.assign(text_.size(), false);
    }

    [[nodiscard]] const PointsById& sizes() const { return sizes_; }

    /// Where a squeezed text stands, in a place that no text took before: after the last one first.
    std::optional<PointRange> take(const std::u32string& points) {
        if (points.empty()) return std::nullopt;
        std::size_t at = find_free(points, cursor_);
        if (at == std::u32string::npos) at = find_free(points, 0);
        if (at == std::u32string::npos) return std::nullopt;
        cursor_ = at + points.size();
        std::fill(place(at), place(cursor_), true);
        return PointRange{at, cursor_};
    }

    /// The sentences that a range lies in, with how much of each.
    [[nodiscard]] PointsById owners(PointRange range) const {
        PointsById counts;
        for (std::size_t i = range.begin; i < range.end;) {
            const std::size_t begin = i;
            while (i < range.end && owner_[i] == owner_[begin]) ++i;
            counts[sentences_[owner_[begin]].id] += i - begin;
        }
        std::erase_if(counts, [&](const auto& entry) {
            return 2 * entry.second < sizes_.at(entry.first) && 2 * entry.second < range.size();
        });
        return counts;
    }

  private:
    [[nodiscard]] std::size_t find_free(const std::u32string& points, std::size_t from) const {
        std::size_t at = text_.find(points, from);
        while (at != std::u32string::npos && is_taken({at, at + points.size()}))
            at = text_.find(points, at + 1);
        return at;
    }

    [[nodiscard]] bool is_taken(PointRange range) const {
        const auto end = taken_.begin() + static_cast<std::ptrdiff_t>(range.end);
        return std::find(taken_.begin() + static_cast<std::ptrdiff_t>(range.begin), end, true) != end;
    }

    std::vector<bool>::iterator place(std::size_t at) {
        return taken_.begin() + static_cast<std::ptrdiff_t>(at);
    }

    const std::vector<GoldSentence>& sentences_;
    std::u32string text_;
    std::vector<std::size_t> owner_;  ///< of each code point, the index of its sentence
    std::vector<bool> taken_;
    PointsById sizes_;
    std::size_t cursor_ = 0;
};

/// A gold sentence that both versions hold, and how much of it units cover, source and target.
struct Shared {
    std::size_t source_size = 0;
    std::size_t target_size = 0;
    std::size_t source_by_right = 0;
    std::size_t target_by_right = 0;
    std::size_t source_by_any = 0;
    std::size_t target_by_any = 0;

    /// Right units cover at least 80 % of both sides.
    [[nodiscard]] bool found() const {
        return 5 * source_by_right >= 4 * source_size && 5 * target_by_right >= 4 * target_size;
    }
};

using SharedById = std::map<std::string, Shared>;

SharedById shared_sentences(const Version& source, const Version& target) {
    SharedById shared;
    for (const auto& [id, size] : source.sizes()) {
        const auto other = target.sizes().find(id);
        if (other == target.sizes().end() || id.starts_with('x')) continue;
        shared[id] = {size, other->second};
    }
    return shared;
}

bool same_ids(const PointsById& a, const PointsById& b) {
    return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                      [](const auto& left, const auto& right) { return left.first == right.first; });
}

/// Credits the shared sentences that both texts of a unit lie in; true when the unit is right.
bool credit(const PointsById& left, const PointsById& right, SharedById& shared, TextCounts& counts) {
    std::vector<SharedById::iterator> both;
    for (const auto& [id, points] : left) {
        const auto sentence = shared.find(id);
        const auto other = right.find(id);
        if (sentence == shared.end() || other == right.end()) continue;
        both.push_back(sentence);
        counts.characters_right += points + other->second;
        sentence->second.source_by_any += points;
        sentence->second.target_by_any += other->second;
    }
    if (both.size() != 1 || !same_ids(left, right)) return false;
    both.front()->second.source_by_right += left.begin()->second;
    both.front()->second.target_by_right += right.begin()->second;
    return true;
}

Rates ratio(std::size_t right, std::size_t given, std::size_t found, std::size_t wanted) {
    const auto share = [](std::size_t part, std::size_t whole) {
        return static_cast<double>(part) / static_cast<double>(std::max<std::size_t>(whole, 1));
    };
    return make_rates(share(right, given), share(found, wanted));
}

}  // namespace

TextCounts& TextCounts::operator+=(const TextCounts& other) {
    units += other.units;
    right += other.right;
    unlocated += other.unlocated;
    shared += other.shared;
    found += other.found;
    characters += other.characters;
    characters_right += other.characters_right;
    gold_characters += other.gold_characters;
    gold_characters_found += other.gold_characters_found;
    return *this;
}

TextScore score_units(const std::vector<GoldSentence>& source, const std::vector<GoldSentence>& target,
                      const std::vector<TextPair>& units) {
    Version from(source);
    Version to(target);
    SharedById shared = shared_sentences(from, to);
    TextScore score;
    TextCounts& counts = score.counts;
    for (std::size_t i = 0; i < units.size(); ++i) {
        const std::u32string left = squeeze(units[i].source);
        const std::u32string right = squeeze(units[i].target);
        counts.characters += left.size() + right.size();
        const auto left_place = from.take(left);
        const auto right_place = to.take(right);
        if (!left_place || !right_place) {
            ++counts.unlocated;
            score.wrong.push_back(i);
        } else if (credit(from.owners(*left_place), to.owners(*right_place), shared, counts)) {
            ++counts.right;
        } else {
            score.wrong.push_back(i);
        }
    }
    counts.units = units.size();
    counts.shared = shared.size();
    for (const auto& [id, sentence] : shared) {
        counts.found += sentence.found() ? 1 : 0;
        counts.gold_characters += sentence.source_size + sentence.target_size;
        counts.gold_characters_found += std::min(sentence.source_by_any, sentence.source_size) +
                                        std::min(sentence.target_by_any, sentence.target_size);
    }
    return score;
}

Rates strict_rates(const TextCounts& counts) {
    return ratio(counts.right, counts.units, counts.found, counts.shared);
}

Rates lax_rates(const TextCounts& counts) {
    return ratio(counts.characters_right, counts.characters, counts.gold_characters_found,
                 counts.gold_characters);
}

}  // namespace align
