#include "units.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <map>

#include "align/unicode.hpp"
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

class Maker {
  public:
    Maker(const std::vector<Version>& versions, const UnitOptions& options)
        : versions_(versions), options_(options) {
        for (const Version& version : versions) {
            in_unit_.emplace_back(version.document.segments().size(), false);
            notes_.emplace_back(version.document.segments().size());
        }
    }

    void add(std::size_t target, const align::Alignment& alignment, const FindCandidate& candidate) {
        for (const align::Bead& bead : alignment) {
            BeadRecord record{
                target, bead, false, Reason::no_partner, text(0, bead.source), text(target, bead.target)};
            record.kept = bead.is_link() && judge(target, bead, record);
            if (record.kept) {
                groups_[{bead.source.begin, bead.source.end}].push_back({target, bead});
                mark(0, bead.source);
                mark(target, bead.target);
            } else {
                note(record, candidate);
            }
            made_.beads.push_back(std::move(record));
        }
    }

    StoryUnits finish() {
        for (const auto& [source, members] : groups_) add_unit({source.first, source.second}, members);
        for (std::size_t v = 0; v < versions_.size(); ++v) {
            for (std::size_t i = 0; i < in_unit_[v].size(); ++i) {
                if (in_unit_[v][i]) continue;
                LeftOut& note = notes_[v][i];
                note.version = v;
                note.segment = i;
                made_.left_out.push_back(std::move(note));
            }
        }
        return std::move(made_);
    }

  private:
    struct Member {
        std::size_t version;
        align::Bead bead;
    };

    [[nodiscard]] std::string text(std::size_t version, SegmentRange range) const {
        return joined_text(versions_[version].document, range);
    }

    /// Whether a link is good enough for a unit; if not, record.reason says why.
    [[nodiscard]] bool judge(std::size_t target, const align::Bead& bead, BeadRecord& record) const {
        if (!options_.headlines && (has_headline(versions_[0].document, bead.source) ||
                                    has_headline(versions_[target].document, bead.target))) {
            record.reason = Reason::headline;
        } else if (bead.probability < options_.least_confidence) {
            record.reason = Reason::low_confidence;
        } else if (align::is_blank(tmx::escape(record.source_text)) ||
                   align::is_blank(tmx::escape(record.target_text))) {
            record.reason = Reason::no_text;
        } else {
            return true;
        }
        return false;
    }

    void mark(std::size_t version, SegmentRange range) {
        for (std::size_t i = range.begin; i < range.end; ++i) in_unit_[version][i] = true;
    }

    /// Keeps, for each segment of a bead not taken, the best that was known of it.
    void note(const BeadRecord& record, const FindCandidate& candidate) {
        const align::Bead& bead = record.bead;
        const auto keep = [&](std::size_t version, std::size_t segment, LeftOut found) {
            if (!options_.headlines && has_headline(versions_[version].document, {segment, segment + 1})) {
                found.reason = Reason::headline;
            }
            LeftOut& known = notes_[version][segment];
            if (known.candidate.empty() || found.probability > known.probability) known = std::move(found);
        };
        const auto side = [&](bool of_source, SegmentRange range) {
            const std::size_t version = of_source ? 0 : record.target_version;
            const std::size_t other = of_source ? record.target_version : 0;
            for (std::size_t i = range.begin; i < range.end; ++i) {
                if (bead.is_link()) {
                    keep(version, i,
                         {0, 0, record.reason, of_source ? record.target_text : record.source_text,
                          bead.probability});
                    continue;
                }
                const Candidate best = candidate(record.target_version, of_source, i);
                keep(version, i,
                     {0, 0, Reason::no_partner, text(other, best.range),
                      std::min(best.probability, 1 - bead.probability)});
            }
        };
        side(true, bead.source);
        side(false, bead.target);
    }

    void add_unit(SegmentRange source, const std::vector<Member>& members) {
        const Version& first = versions_[0];
        const std::string source_text = text(0, source);
        double confidence = 1;
        std::string shape = std::to_string(source.size());
        tmx::Unit unit;
        unit.variants.push_back({first.tmx_tag, tmx::escape(source_text), {}});
        for (const Member& member : members) {
            confidence = std::min(confidence, member.bead.probability);
            shape += fmt::format("-{}", member.bead.target.size());
            unit.variants.push_back({versions_[member.version].tmx_tag,
                                     tmx::escape(text(member.version, member.bead.target)),
                                     {}});
        }
        const std::string base =
            fmt::format("{}-{:016x}", without_spaces(first.article.id), stable_hash(source_text));
        const int times = ++ids_[base];
        unit.id = times == 1 ? base : fmt::format("{}-{}", base, times);
        // Two decimals, cut: 1.00 is said of what is sure to the last digit only.
        unit.properties = {{"x-confidence", fmt::format("{:.2f}", std::floor(confidence * 100 + 1e-9) / 100)},
                           {"x-quality", std::string(quality(confidence))},
                           {"x-bead", shape},
                           {"x-article", first.article.id}};
        if (!first.article.url.empty()) unit.properties.push_back({"x-url", first.article.url});
        if (!first.article.date.empty()) unit.properties.push_back({"x-date", first.article.date});
        made_.units.push_back(std::move(unit));
        made_.confidences.push_back(confidence);
    }

    const std::vector<Version>& versions_;
    const UnitOptions& options_;
    std::vector<std::vector<bool>> in_unit_;
    std::vector<std::vector<LeftOut>> notes_;
    std::map<std::pair<std::size_t, std::size_t>, std::vector<Member>>
        groups_;  // by segments of the first version
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

StoryUnits make_units(const std::vector<Version>& versions, const std::vector<align::Alignment>& alignments,
                      const FindCandidate& candidate, const UnitOptions& options) {
    Maker maker(versions, options);
    for (std::size_t i = 0; i < alignments.size(); ++i) maker.add(i + 1, alignments[i], candidate);
    return maker.finish();
}

}  // namespace hexapla
