#include "align/aligner.hpp"

#include <algorithm>

#include "align/learn.hpp"
#include "align/made_texts.hpp"
#include "catch.hpp"

using align::Alignment;
using align::Bead;
using align::Evidence;
using align::SegmentRange;
using made::check_cover;

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
    const auto alike =
        align::strengths(align::find_alike(a, source_words, b, target_words, options.name_least),
                         source_words, target_words, options);
    const align::Lexicon lexicon(counts, source_words.size(), target_words.size(), learning.lexicon);
    const Evidence evidence({a, a_frequencies, {0, a.segments.size()}},
                            {b, b_frequencies, {0, b.segments.size()}}, alike, lexicon, {}, 1.0, options);
    return align::align(evidence, {}, moves);
}

Alignment align_lines(const Lines& source, const Lines& target, const align::MoveOptions& moves = {}) {
    return search_lines(source, target, moves).best;
}

bool has(const Alignment& beads, std::size_t source, std::size_t target) {
    return std::any_of(beads.begin(), beads.end(), [&](const Bead& bead) {
        return bead.source == SegmentRange{source, source + 1} &&
               bead.target == SegmentRange{target, target + 1};
    });
}

bool has(const Alignment& beads, SegmentRange source, SegmentRange target) {
    return std::any_of(beads.begin(), beads.end(),
                       [&](const Bead& bead) { return bead.source == source && bead.target == target; });
}

/// The sentences from `begin` to `end` as one.
std::string joined(const Lines& lines, std::size_t begin, std::size_t end) {
    std::string all = lines.at(begin);
    for (std::size_t i = begin + 1; i < end; ++i) all += " " + lines.at(i);
    return all;
}

/// The text with some of its sentences joined to one each: those from each place to the next.
Lines joined_at(const Lines& lines, const std::vector<std::size_t>& places) {
    Lines all;
    for (std::size_t k = 0; k + 1 < places.size(); ++k)
        all.push_back(joined(lines, places[k], places[k + 1]));
    return all;
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
    const auto [best, likely, expected] = search_lines(german, moved(8, 3, 0));
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

TEST_CASE("one long segment is linked with the four that translate it") {
    const Lines source = joined_at(german, {0, 1, 2, 3, 4, 8, 9, 10, 11, 12});
    const Alignment beads = align_lines(source, russian);
    check_cover(beads, 9, 12);
    CHECK(has(beads, {4, 5}, {4, 8}));
    CHECK(has(beads, 3, 3));
    CHECK(has(beads, 5, 8));
    const Alignment reversed = align_lines(german, joined_at(russian, {0, 1, 2, 3, 4, 8, 9, 10, 11, 12}));
    check_cover(reversed, 12, 9);
    CHECK(has(reversed, {4, 8}, {4, 5}));
}

TEST_CASE("two segments are linked with three that break their sentences elsewhere") {
    const Lines source = joined_at(german, {0, 1, 5, 9, 10, 11, 12});
    const Lines target = joined_at(russian, {0, 1, 3, 7, 9, 10, 11, 12});
    const Alignment beads = align_lines(source, target);
    check_cover(beads, 6, 7);
    CHECK(has(beads, {1, 3}, {1, 4}));
    CHECK(has(beads, 0, 0));
    CHECK(has(beads, 3, 4));
}

TEST_CASE("neighbours that have changed places are linked across each other, not as two with two") {
    for (const std::size_t at : {0U, 3U, 6U, 10U}) {
        INFO(at);
        const Alignment beads = align_lines(german, moved(at, 1, at + 1));
        check_cover(beads, 12, 12);
        CHECK(has(beads, at, at + 1));
        CHECK(has(beads, at + 1, at));
        CHECK(!has(beads, {at, at + 2}, {at, at + 2}));
    }
}

TEST_CASE("of texts that have nothing in common few sentences are linked, and none for sure") {
    made::Languages languages(2000, 5);
    made::Texts texts;
    texts.lexicon = &languages.lexicon;
    for (int i = 0; i < 25; ++i) {
        texts.add_source(languages.sentence());
        texts.add_target(languages.sentence());
    }
    texts.count();
    const Alignment beads = texts.align({});
    check_cover(beads, 25, 25);
    std::size_t links = 0;
    for (const Bead& bead : beads) {
        links += bead.is_link() ? 1 : 0;
        if (bead.is_link()) CHECK(bead.probability < 0.9);
    }
    CHECK(links < 25 / 2);
    const made::Texts related = made::in_order(languages, 25);
    CHECK(made::links_of(related.align({})).size() > 20);
}

TEST_CASE("expected beads are as many as there are, more or less") {
    const align::SearchResult found = search_lines(german, russian);
    CHECK(found.expected.one == Approx(12).margin(1));
    CHECK(found.expected.alone + found.expected.again < 1);
    Lines target = russian;
    target.erase(target.begin() + 4, target.begin() + 7);
    const align::SearchResult shorter = search_lines(german, target);
    CHECK(shorter.expected.one == Approx(9).margin(1));
    CHECK(shorter.expected.alone == Approx(1).margin(0.5));
    CHECK(shorter.expected.again == Approx(2).margin(0.8));
}

TEST_CASE("a bead of a stretch is placed in the documents") {
    const Bead bead = align::placed({{1, 3}, {0, 0}, 0.25}, {{10, 20}, {100, 130}});
    CHECK(bead == Bead{{11, 13}, {100, 100}, 0.25});
}

TEST_CASE("whatever the texts and the lexicon, each segment is in one bead") {
    std::mt19937 random(71);
    const auto below = [&](std::size_t n) {
        return std::uniform_int_distribution<std::size_t>(0, n - 1)(random);
    };
    for (int round = 0; round < 60; ++round) {
        INFO("round " << round);
        const std::size_t words = 1 + below(40);
        made::Texts texts;
        const auto sentence = [&] {
            made::Sentence made;
            for (auto* side : {&made.source, &made.target})
                for (std::size_t left = below(9); left > 0; --left)
                    side->push_back(static_cast<align::WordId>(below(words)));
            return made;
        };
        for (std::size_t left = below(25); left > 0; --left) texts.add_source(sentence());
        for (std::size_t left = below(25); left > 0; --left) texts.add_target(sentence());
        texts.count();
        std::vector<align::PairCount> counts;
        for (std::size_t left = below(200); left > 0; --left)
            counts.push_back({static_cast<align::WordId>(below(words)),
                              static_cast<align::WordId>(below(words)),
                              static_cast<std::int64_t>(below(std::size_t{50} << 20)),
                              static_cast<std::int64_t>(below(std::size_t{50} << 20))});
        const align::Lexicon lexicon(align::Counts(counts), words, words, align::LexiconLimits());
        texts.lexicon = &lexicon;
        if (round % 2 == 0) texts.alike.push_back({0, static_cast<align::WordId>(below(words)), 0.8F});
        align::StretchOptions cutting;  // cut in short stretches or not at all
        if (round % 3 == 0) cutting = {20, 2, 1 + below(6), 6, 1};
        check_cover(texts.align(cutting), texts.source.segments.size(), texts.target.segments.size());
        const align::SearchResult found =
            align::align(texts.texts().evidence(texts.whole(), {}), align::SearchOptions(), {});
        check_cover(found.best, texts.source.segments.size(), texts.target.segments.size());
        for (const Bead& bead : found.likely) {
            CHECK(bead.is_link());
            CHECK((bead.probability >= 0 && bead.probability <= 1));
            CHECK(bead.source.end <= texts.source.segments.size());
            CHECK(bead.target.end <= texts.target.segments.size());
        }
    }
}
