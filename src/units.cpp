#include "units.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <map>
#include <optional>
#include <stdexcept>

#include "align/unicode.hpp"
#include "align/weave.hpp"
#include "tmx/text.hpp"

namespace hexapla {
namespace {

using align::BlockKind;
using align::SegmentRange;

/// FNV-1a, 64 bits (Fowler, Noll & Vo): the same on every machine, which std::hash is not.
std::uint64_t stable_hash(std::string_view text) {
    std::uint64_t hash = 0xcbf29ce484222325U;
    for (const char c : text) hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001b3U;
    return hash;
}

std::string without_spaces(std::string text) {
    std::replace_if(
        text.begin(), text.end(), [](unsigned char c) { return c <= ' '; }, '_');
    return text;
}

std::string_view quality(double confidence) {
    if (confidence >= 0.9) return "high";
    return confidence >= 0.6 ? "medium" : "low";
}

bool has_headline(const align::Document& document, SegmentRange range) {
    for (std::size_t i = range.begin; i < range.end; ++i) {
        const BlockKind kind = document.kind_of(document.segments()[i]);
        if (kind == BlockKind::headline || kind == BlockKind::kicker) return true;
    }
    return false;
}

/// A segment as it is written to a memory; adds the characters that XML forbids and that are left out to
/// `dropped`.
std::string written(std::string_view text, std::size_t* dropped = nullptr) {
    const std::string escaped = tmx::escape(text, dropped);
    return std::string(align::trim(escaped));
}

/// Of two reasons why a sentence is in no unit, with different versions, the one that was nearer to a unit: a
/// pair that was found, then the likelier one.
bool is_nearer(const LeftOut& a, const LeftOut& b) {
    const bool a_found = a.reason != Reason::no_partner;
    const bool b_found = b.reason != Reason::no_partner;
    return a_found != b_found ? a_found : a.probability > b.probability;
}

std::vector<align::PairAlignment> alignments_of(const std::vector<AlignedPair>& pairs) {
    std::vector<align::PairAlignment> alignments;
    for (const AlignedPair& pair : pairs) alignments.push_back({pair.source, pair.target, &pair.alignment});
    return alignments;
}

align::PairSizes sizes_of(const std::vector<Version>& versions, std::size_t source, std::size_t target) {
    return {versions[source].document.segments().size(), versions[target].document.segments().size()};
}

class Maker {
  public:
    Maker(const std::vector<Version>& versions, const UnitOptions& options)
        : versions_(versions), options_(options) {
        for (const Version& version : versions) {
            in_unit_.emplace_back(version.document.segments().size(), false);
            notes_.emplace_back(version.document.segments().size());
        }
    }

    StoryUnits make(const std::vector<AlignedPair>& pairs) && {
        const align::Weaving weaving(alignments_of(pairs));
        for (const align::Group& group : weaving.groups(options_.least_confidence)) add_unit(group);
        const auto all = weaving.groups(0);
        for (const AlignedPair& pair : pairs) {
            record(pair, pairs.size() == 1 ? pair.alignment
                                           : weaving.pair(all, pair.source, pair.target,
                                                          sizes_of(versions_, pair.source, pair.target)));
        }
        for (std::size_t v = 0; v < versions_.size(); ++v) {
            for (std::size_t i = 0; i < in_unit_[v].size(); ++i) {
                if (in_unit_[v][i]) continue;
                LeftOut& left = made_.left_out.emplace_back(notes_[v][i].value_or(LeftOut{}));
                left.version = v;
                left.segment = i;
            }
        }
        return std::move(made_);
    }

  private:
    [[nodiscard]] std::string text(std::size_t version, SegmentRange range) const {
        return joined_text(versions_[version].document, range);
    }

    /// Why segments may not stand in a unit, whatever is sure of them.
    [[nodiscard]] std::optional<Reason> unfit(std::size_t version, SegmentRange range) const {
        if (!options_.headlines && has_headline(versions_[version].document, range)) return Reason::headline;
        const std::string content = text(version, range);
        if (written(content).empty()) return Reason::no_text;
        if (options_.most_characters > 0 && align::count_code_points(content) > options_.most_characters)
            return Reason::too_long;
        return std::nullopt;
    }

    void add_unit(const align::Group& group) {
        std::vector<align::Run> runs;
        for (const align::Run& run : group.runs) {
            if (!unfit(run.version, run.segments)) runs.push_back(run);
        }
        if (runs.size() < 2) return;
        const Version& first = versions_[runs.front().version];
        tmx::Unit unit;
        std::string shape;
        for (const align::Run& run : runs) {
            unit.variants.push_back({versions_[run.version].tmx_tag,
                                     written(text(run.version, run.segments), &made_.dropped),
                                     {}});
            shape += fmt::format("{}{}", shape.empty() ? "" : "-", run.segments.size());
            if (align::count_code_points(unit.variants.back().segment) > long_variant) ++made_.long_variants;
            for (std::size_t i = run.segments.begin; i < run.segments.end; ++i)
                in_unit_[run.version][i] = true;
            unit_of_[run] = made_.units.size();
        }
        if (options_.context) add_context(unit.variants.front(), runs.front());
        const std::string base = fmt::format("{}-{:016x}", without_spaces(first.article.id),
                                             stable_hash(text(runs.front().version, runs.front().segments)));
        const int times = ++ids_[base];
        unit.id = times == 1 ? base : fmt::format("{}-{}", base, times);
        if (runs.front().version != 0) unit.attributes.push_back({"srclang", first.tmx_tag});
        // Two decimals, cut: 1.00 is said of what is sure to the last digit only.
        unit.properties = {
            {"x-confidence",
             fmt::format("{:.2f}", std::floor(std::round(group.probability * 1e4) / 100) / 100)},
            {"x-quality", std::string(quality(group.probability))},
            {"x-bead", shape},
            {"x-article", first.article.id}};
        if (!first.article.url.empty()) unit.properties.push_back({"x-url", first.article.url});
        if (!first.article.date.empty()) unit.properties.push_back({"x-date", first.article.date});
        made_.units.push_back(std::move(unit));
        made_.confidences.push_back(group.probability);
    }

    /// The sentences before and behind, in the form that memoQ writes and reads.
    void add_context(tmx::Variant& variant, const align::Run& run) const {
        const auto add = [&](const char* type, std::size_t segment) {
            const std::string sentence = text(run.version, {segment, segment + 1});
            variant.properties.push_back({type, fmt::format("<seg>{}</seg>", tmx::escape(sentence))});
        };
        if (run.segments.begin > 0) add("x-context-pre", run.segments.begin - 1);
        const std::size_t count = versions_[run.version].document.segments().size();
        if (run.segments.end < count) add("x-context-post", run.segments.end);
    }

    /// Writes down what became of the beads of two versions.
    void record(const AlignedPair& pair, const align::Alignment& alignment) {
        for (const align::Bead& bead : alignment) {
            BeadRecord record{pair.source,
                              pair.target,
                              bead,
                              false,
                              Reason::no_partner,
                              text(pair.source, bead.source),
                              text(pair.target, bead.target)};
            if (bead.is_link()) judge(record);
            if (!record.kept) note(record, pair.candidates);
            made_.beads.push_back(std::move(record));
        }
    }

    /// Whether a link is in a unit; if not, why.
    void judge(BeadRecord& record) const {
        const align::Run source{record.source_version, record.bead.source};
        const align::Run target{record.target_version, record.bead.target};
        const auto source_unit = unit_of_.find(source);
        const auto target_unit = unit_of_.find(target);
        record.kept = source_unit != unit_of_.end() && target_unit != unit_of_.end() &&
                      source_unit->second == target_unit->second;
        const auto of_source = unfit(source.version, source.segments);
        const auto of_target = unfit(target.version, target.segments);
        record.reason = of_source == Reason::headline || of_target == Reason::headline ? Reason::headline
                        : record.bead.probability < options_.least_confidence ? Reason::low_confidence
                        : of_source                                           ? *of_source
                        : of_target                                           ? *of_target
                                                                              : Reason::low_confidence;
    }

    /// Keeps, for each segment of a bead not taken, the best that was known of it.
    void note(const BeadRecord& record, const Candidates& candidates) {
        const align::Bead& bead = record.bead;
        const auto keep = [&](std::size_t version, std::size_t segment, LeftOut found) {
            if (!options_.headlines && has_headline(versions_[version].document, {segment, segment + 1})) {
                found.reason = Reason::headline;
            }
            std::optional<LeftOut>& known = notes_[version][segment];
            if (!known || is_nearer(found, *known)) known = std::move(found);
        };
        const auto side = [&](std::size_t version, std::size_t other, SegmentRange range,
                              const std::string& partner, const std::vector<Candidate>& of_side) {
            for (std::size_t i = range.begin; i < range.end; ++i) {
                if (bead.is_link()) {
                    keep(version, i, {0, 0, record.reason, partner, bead.probability, other});
                    continue;
                }
                const Candidate best = i < of_side.size() ? of_side[i] : Candidate{};
                keep(version, i,
                     {0, 0, Reason::no_partner, text(other, best.range),
                      std::min(best.probability, 1 - bead.probability), other});
            }
        };
        side(record.source_version, record.target_version, bead.source, record.target_text,
             candidates.source);
        side(record.target_version, record.source_version, bead.target, record.source_text,
             candidates.target);
    }

    const std::vector<Version>& versions_;
    const UnitOptions& options_;
    std::vector<std::vector<bool>> in_unit_;
    std::vector<std::vector<std::optional<LeftOut>>> notes_;
    std::map<align::Run, std::size_t> unit_of_;
    std::map<std::string, int> ids_;
    StoryUnits made_;
};

}  // namespace

std::string_view name_of(Reason reason) {
    switch (reason) {
        case Reason::no_partner:
            return "no-partner";
        case Reason::low_confidence:
            return "low-confidence";
        case Reason::headline:
            return "headline";
        case Reason::no_text:
            return "no-text";
        case Reason::too_long:
            return "too-long";
    }
    return "";
}

std::string joined_text(const align::Document& document, SegmentRange range) {
    std::string text;
    const auto& segments = document.segments();
    const bool spaces = !document.language().starts_with("zh");
    for (std::size_t i = range.begin; i < range.end; ++i) {
        if (i > range.begin) {
            const align::Segment& before = segments[i - 1];
            if (before.block == segments[i].block) {
                text += document.text_of(align::ByteRange{before.bytes.end, segments[i].bytes.begin});
            } else if (spaces) {
                text += ' ';
            }
        }
        text += document.text_of(segments[i]);
    }
    return text;
}

StoryUnits make_units(const std::vector<Version>& versions, const std::vector<AlignedPair>& pairs,
                      const UnitOptions& options) {
    std::vector<bool> in_pair(versions.size(), false);
    for (const AlignedPair& pair : pairs) {
        in_pair.at(pair.source) = true;
        in_pair.at(pair.target) = true;
    }
    if (versions.size() < 2 || std::find(in_pair.begin(), in_pair.end(), false) != in_pair.end())
        throw std::invalid_argument("units are made of two versions or more, each aligned with another");
    return Maker(versions, options).make(pairs);
}

std::vector<AlignedPair> woven_pairs(const std::vector<Version>& versions,
                                     const std::vector<AlignedPair>& pairs) {
    if (versions.size() == 2) return pairs;
    const align::Weaving weaving(alignments_of(pairs));
    const auto groups = weaving.groups(0);
    std::vector<AlignedPair> woven;
    for (std::size_t source = 0; source < versions.size(); ++source) {
        for (std::size_t target = source + 1; target < versions.size(); ++target) {
            AlignedPair& pair = woven.emplace_back();
            pair.source = source;
            pair.target = target;
            pair.alignment = weaving.pair(groups, source, target, sizes_of(versions, source, target));
            const auto own = std::find_if(pairs.begin(), pairs.end(), [&](const AlignedPair& p) {
                return p.source == source && p.target == target;
            });
            if (own != pairs.end()) pair.candidates = own->candidates;
        }
    }
    return woven;
}

}  // namespace hexapla
