#include "align/aligner.hpp"

#include <algorithm>

#include "align/learn.hpp"
#include "catch.hpp"

using align::Alignment;
using align::Bead;
using align::Evidence;
using align::SegmentRange;

namespace {

using Lines = std::vector<std::string>;

/// Twelve sentences that names and numbers tell apart, in German.
const Lines german = {"Merkel sprach am Montag in Berlin.",       "Putin blieb am Dienstag in Moskau.",
                      "Macron reiste mit 250 Gästen nach Paris.", "Obama hatte 1.500 Briefe bekommen.",
                      "Erdogan kam aus Ankara zurück.",           "Selenskyj warb in Kiew um Waffen.",
                      "Netanjahu verließ Jerusalem um 17 Uhr.",   "Washington zahlte 830 Millionen Dollar.",
                      "Guterres warnte 193 Staaten in New York.", "Xi Jinping empfing Lukaschenko in Peking.",
                      "Maduro floh 2019 nicht aus Caracas.",      "Mandela starb 2013 in Johannesburg."};
/// The same in Russian.
const Lines russian = {"Меркель в понедельник выступила в Берлине.",
                       "Путин во вторник остался в Москве.",
                       "Макрон с 250 гостями поехал в Париж.",
                       "Обама получил 1500 писем.",
                       "Эрдоган вернулся из Анкары.",
                       "Зеленский в Киеве просил оружия.",
                       "Нетаньяху покинул Иерусалим в 17 часов.",
                       "Вашингтон заплатил 830 миллионов долларов.",
                       "Гутерриш предупредил 193 страны в Нью-Йорке.",
                       "Си Цзиньпин принял Лукашенко в Пекине.",
                       "Мадуро в 2019 году не бежал из Каракаса.",
                       "Мандела умер в 2013 году в Йоханнесбурге."};

/// Aligned by names, numbers and what the two lists above teach.
align::SearchResult search_lines(const Lines& source, const Lines& target,
                                 const align::MoveOptions& moves = {}) {
    align::Vocabulary source_words;
    align::Vocabulary target_words;
    const align::LearnOptions learning;
    const align::Counts counts =
        align::learn_list(german, "de", source_words, russian, "ru", target_words, learning);
    const auto a = align::index(align::document_of_lines("de", source), source_words);
    const auto b = align::index(align::document_of_lines("ru", target), target_words);
    align::Frequencies a_frequencies;
    align::Frequencies b_frequencies;
    a_frequencies.add(a);
    b_frequencies.add(b);
    const align::EvidenceOptions options;
    const auto alike = align::find_alike(a, source_words, b, target_words, options.name_least);
    const align::Lexicon lexicon(counts, source_words.size(), target_words.size(), learning.smoothing,
                                 learning.least_probability);
    const Evidence evidence({a, source_words, a_frequencies}, {b, target_words, b_frequencies}, alike,
                            lexicon, {}, 1.0, options);
    return align::align(evidence, {}, moves);
}

Alignment align_lines(const Lines& source, const Lines& target, const align::MoveOptions& moves = {}) {
    return search_lines(source, target, moves).best;
}

void check_cover(const Alignment& beads, std::size_t source_size, std::size_t target_size) {
    std::vector<int> source(source_size, 0);
    std::vector<int> target(target_size, 0);
    std::size_t last = 0;
    for (const Bead& bead : beads) {
        CHECK(bead.source.begin >= last);  // the order is that of the source
        last = bead.source.begin;
        CHECK(bead.source.size() + bead.target.size() > 0);
        CHECK((bead.probability >= 0 && bead.probability <= 1));
        for (std::size_t i = bead.source.begin; i < bead.source.end; ++i) ++source.at(i);
        for (std::size_t j = bead.target.begin; j < bead.target.end; ++j) ++target.at(j);
    }
    CHECK(std::count(source.begin(), source.end(), 1) == static_cast<std::ptrdiff_t>(source_size));
    CHECK(std::count(target.begin(), target.end(), 1) == static_cast<std::ptrdiff_t>(target_size));
}

bool has(const Alignment& beads, std::size_t source, std::size_t target) {
    return std::any_of(beads.begin(), beads.end(), [&](const Bead& bead) {
        return bead.source == SegmentRange{source, source + 1} &&
               bead.target == SegmentRange{target, target + 1};
    });
}

/// The Russian text with `count` sentences from `from` on taken to `to` (counted after taking them out).
Lines moved(std::size_t from, std::size_t count, std::size_t to) {
    Lines lines = russian;
    const auto at = [](Lines& all, std::size_t i) { return all.begin() + static_cast<std::ptrdiff_t>(i); };
    const Lines paragraph(at(lines, from), at(lines, from + count));
    lines.erase(at(lines, from), at(lines, from + count));
    lines.insert(at(lines, to), paragraph.begin(), paragraph.end());
    return lines;
}

}  // namespace

TEST_CASE("sentences in one order are linked one by one") {
    const Alignment beads = align_lines(german, russian);
    check_cover(beads, 12, 12);
    for (std::size_t i = 0; i < 12; ++i) CHECK(has(beads, i, i));
}

TEST_CASE("a moved paragraph is found, beads cross") {
    const Alignment to_the_front = align_lines(german, moved(8, 3, 0));
    check_cover(to_the_front, 12, 12);
    for (std::size_t i = 0; i < 3; ++i) CHECK(has(to_the_front, 8 + i, i));
    for (std::size_t i = 0; i < 8; ++i) CHECK(has(to_the_front, i, i + 3));
    CHECK(has(to_the_front, 11, 11));

    const Alignment to_the_end = align_lines(german, moved(1, 2, 10));
    check_cover(to_the_end, 12, 12);
    CHECK(has(to_the_end, 1, 10));
    CHECK(has(to_the_end, 2, 11));
    CHECK(has(to_the_end, 0, 0));
    CHECK(has(to_the_end, 7, 5));
}

TEST_CASE("links of a moved paragraph are among the likely ones, to be learned from") {
    const auto [best, likely] = search_lines(german, moved(8, 3, 0));
    REQUIRE(has(best, 8, 0));
    for (const Bead& bead : best)
        if (bead.is_link()) CHECK(std::count(likely.begin(), likely.end(), bead) == 1);
    CHECK(std::all_of(likely.begin(), likely.end(), [](const Bead& bead) { return bead.is_link(); }));
}

TEST_CASE("without rounds for moves all beads are in one order") {
    align::MoveOptions none;
    none.rounds = 0;
    const Alignment beads = align_lines(german, moved(8, 3, 0), none);
    check_cover(beads, 12, 12);
    for (std::size_t i = 0; i < 3; ++i) CHECK(!has(beads, 8 + i, i));
    std::size_t target = 0;
    for (const Bead& bead : beads) {
        CHECK(bead.target.begin == target);
        target = bead.target.end;
    }
}

TEST_CASE("a sentence without partner stays alone") {
    Lines target = russian;
    target.erase(target.begin() + 5);
    const Alignment beads = align_lines(german, target);
    check_cover(beads, 12, 11);
    const auto alone =
        std::find_if(beads.begin(), beads.end(), [](const Bead& bead) { return !bead.is_link(); });
    REQUIRE(alone != beads.end());
    CHECK(alone->source == SegmentRange{5, 6});
    CHECK(alone->probability > 0.5);
    CHECK(has(beads, 4, 4));
    CHECK(has(beads, 6, 5));
}

TEST_CASE("empty documents are aligned") {
    CHECK(align_lines({}, {}).empty());
    check_cover(align_lines(german, {}), 12, 0);
    check_cover(align_lines({}, russian), 0, 12);
}
