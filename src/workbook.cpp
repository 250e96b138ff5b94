#include "workbook.hpp"

#include <fmt/format.h>

#include <charconv>
#include <chrono>
#include <ctime>
#include <string_view>

#include "editions.hpp"
#include "summary.hpp"

namespace hexapla {
namespace {

using Stories = std::vector<const AlignedStory*>;

constexpr double text_width = 60;

bool is_right_to_left(const Version& version) {
    const Edition* edition = find_edition(version.tag);
    return edition != nullptr && edition->direction == Direction::right_to_left;
}

xlsx::Cell sentence(std::string_view text, const Version& version) {
    return is_right_to_left(version) ? xlsx::right_to_left(std::string(text)) : xlsx::text(std::string(text));
}

/// Seconds since 1970 of YYYYMMDDThhmmssZ; of 1980-01-01, with which a zip's own time begins, for what is no
/// such date.
std::time_t seconds_of(std::string_view date) {
    using namespace std::chrono;
    const auto number = [&](std::size_t at, std::size_t digits) {
        int value = -1;
        if (date.size() == 16) std::from_chars(date.data() + at, date.data() + at + digits, value);
        return value;
    };
    const year_month_day day = year{number(0, 4)} / number(4, 2) / number(6, 2);
    if (!day.ok() || number(9, 2) < 0 || number(11, 2) < 0 || number(13, 2) < 0)
        return system_clock::to_time_t(sys_days{year{1980} / January / 1});
    return system_clock::to_time_t(sys_days{day} + hours{number(9, 2)} + minutes{number(11, 2)} +
                                   seconds{number(13, 2)});
}

const Version* version_at(const AlignedStory& story, std::size_t place) {
    for (const Version& version : story.versions) {
        if (version.place == place) return &version;
    }
    return nullptr;
}

/// Two versions: a row for each bead that has both sides.
void add_pairs(xlsx::Book& book, const Stories& stories, const std::string& name, const Tally& tally,
               const Tally::PerPair& pair) {
    book.begin_table(name, {{"Story", 16},
                            {"Source: " + tally.versions[pair.source].tag, text_width},
                            {"Target: " + tally.versions[pair.target].tag, text_width},
                            {"Probability", 13, true},
                            {"Outcome", 16},
                            {"Bead", 8},
                            {"Source article", 16},
                            {"Target article", 16}});
    for (const AlignedStory* story : stories) {
        const Version* source = version_at(*story, pair.source);
        const Version* target = version_at(*story, pair.target);
        if (source == nullptr || target == nullptr) continue;
        for (const BeadRecord& record : story->made.beads) {
            const bool of_pair = &story->versions[record.source_version] == source &&
                                 &story->versions[record.target_version] == target;
            if (!of_pair || !record.bead.is_link()) continue;
            book.add_row({xlsx::text(story->name), sentence(record.source_text, *source),
                          sentence(record.target_text, *target), xlsx::probability(record.bead.probability),
                          xlsx::text(std::string(outcome(record))), xlsx::text(shape(record.bead)),
                          xlsx::text(source->article.id), xlsx::text(target->article.id)});
        }
    }
}

std::string name_of(const Tally& tally, const Tally::PerPair& pair) {
    return tally.versions[pair.source].tag + "-" + tally.versions[pair.target].tag;
}

void add_left_out(xlsx::Book& book, const Stories& stories) {
    book.begin_table("Left out", {{"Story", 16},
                                  {"Side", 10},
                                  {"Sentence no.", 14},
                                  {"Reason", 16},
                                  {"Probability", 13, true},
                                  {"Sentence", text_width},
                                  {"Best candidate", text_width},
                                  {"Candidate of", 13}});
    for (const AlignedStory* story : stories) {
        for (const LeftOut& left : story->made.left_out) {
            const Version& version = story->versions[left.version];
            const auto text = version.document.text_of(version.document.segments()[left.segment]);
            book.add_row(
                {xlsx::text(story->name), xlsx::text(version.tmx_tag), xlsx::count(left.segment + 1),
                 xlsx::text(std::string(name_of(left.reason))), xlsx::probability(left.probability),
                 sentence(text, version), sentence(left.candidate, story->versions[left.candidate_version]),
                 xlsx::text(left.candidate.empty() ? "" : story->versions[left.candidate_version].tmx_tag)});
        }
    }
}

void add_summary(xlsx::Book& book, const Tally& tally) {
    // Those of the summary's own cells are none: its texts are short.
    const std::vector<xlsx::Cut> cuts = book.cuts();
    book.begin_table("Summary", {{"Of", 24}, {"What", 44}, {"Count", 10}});
    const auto add = [&](const std::string& of, const std::string& what, std::size_t count) {
        book.add_row({xlsx::text(of), xlsx::text(what), xlsx::count(count)});
    };
    add("all", "stories", tally.stories);
    for (const Tally::PerPair& pair : tally.pairs) {
        const std::string of = name_of(tally, pair);
        add(of, "pairs", pair.links);
        add(of, "kept", pair.kept);
        add(of, "doubtful: low-confidence", pair.doubtful);
        add(of, "left out for other reasons", pair.links - pair.kept - pair.doubtful);
    }
    for (const Tally::PerVersion& version : tally.versions) {
        if (version.articles == 0) continue;
        add(version.tag, "articles", version.articles);
        add(version.tag, "sentences", version.sentences);
        add(version.tag, "in units", version.in_units);
        for (const Reason reason : all_reasons)
            add(version.tag, fmt::format("left out: {}", name_of(reason)),
                version.left_out[static_cast<std::size_t>(reason)]);
    }
    for (const xlsx::Cut& cut : cuts)
        add(cut.place, "characters of a text cut to what a cell takes", cut.units);
}

}  // namespace

std::size_t write_workbook(std::ostream& out, const std::vector<const AlignedStory*>& stories,
                           const xlsx::Limits& limits) {
    xlsx::Book book(seconds_of(creation_date(stories)), limits);
    Tally tally;
    for (const AlignedStory* story : stories) tally.add(*story);
    for (const Tally::PerPair& pair : tally.pairs) {
        const bool only = tally.pairs.size() == 1;
        add_pairs(book, stories, only ? "Pairs" : name_of(tally, pair), tally, pair);
    }
    add_left_out(book, stories);
    add_summary(book, tally);
    book.finish(out);
    return book.dropped();
}

}  // namespace hexapla
