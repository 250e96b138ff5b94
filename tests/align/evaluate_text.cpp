#include "align/evaluate_text.hpp"

#include <stdexcept>

#include "catch.hpp"

using align::GoldSentence;
using align::score_units;
using align::TextScore;

namespace {

const std::vector<GoldSentence> source = {{"1", "Rain fell."}, {"xs", "Only here."}, {"2", "It is cold."}};
const std::vector<GoldSentence> target = {{"1", "Es regnete."}, {"2", "Es ist kalt."}, {"xt", "Nur dort."}};

}  // namespace

TEST_CASE("perfect units are all right and find every shared sentence") {
    const TextScore score =
        score_units(source, target, {{"Rain fell.", "Es regnete."}, {"It is cold.", "Es ist kalt."}});
    CHECK(score.counts.right == 2);
    CHECK(score.counts.shared == 2);
    CHECK(score.counts.found == 2);
    CHECK(score.wrong.empty());
    CHECK(align::strict_rates(score.counts).f1 == 1);
    CHECK(align::lax_rates(score.counts).f1 == 1);
}

TEST_CASE("white space and composition do not keep a text from being found") {
    const TextScore score = score_units({{"1", "Caf\u00e9 au lait."}}, {{"1", "Milchkaffee."}},
                                        {{" Cafe\u0301\u00a0au\u3000lait. ", "Milch kaffee."}});
    CHECK(score.counts.right == 1);
    CHECK(score.counts.characters == 11 + 12);
}

TEST_CASE("halves of a sentence on both sides are right and cover it together") {
    const TextScore score = score_units(source, target, {{"It is", "Es ist"}, {"cold.", "kalt."}});
    CHECK(score.counts.right == 2);
    CHECK(score.counts.found == 1);
}

TEST_CASE("less than four fifths of a sentence is not the sentence") {
    const std::vector<GoldSentence> gold = {{"1", "abcdefghij"}};
    CHECK(score_units(gold, gold, {{"abcdefgh", "abcdefgh"}}).counts.found == 1);
    CHECK(score_units(gold, gold, {{"abcdefg", "abcdefghij"}}).counts.found == 0);
    CHECK(score_units(gold, gold, {{"abcdefghij", "abcdefg"}}).counts.found == 0);
}

TEST_CASE("one unit for a whole article is wrong, though its characters are right") {
    const TextScore score = score_units(
        source, target, {{"Rain fell. Only here. It is cold.", "Es regnete. Es ist kalt. Nur dort."}});
    CHECK(score.counts.right == 0);
    CHECK(score.wrong == std::vector<std::size_t>{0});
    CHECK(align::strict_rates(score.counts).f1 == 0);
    CHECK(align::lax_rates(score.counts).recall == 1);
    CHECK(score.counts.characters_right < score.counts.characters);
}

TEST_CASE("a text that is not the article's makes its unit wrong, and takes the partner's place") {
    const TextScore score =
        score_units(source, target, {{"DW recommends", "Es regnete."}, {"Rain fell.", "Es regnete."}});
    CHECK(score.counts.unlocated == 2);
    CHECK(score.wrong == std::vector<std::size_t>{0, 1});
    CHECK(score_units(source, target, {{"", "Es regnete."}}).counts.unlocated == 1);
}

TEST_CASE("a sentence that stands twice is taken once for each unit, the place after the last one first") {
    const std::vector<GoldSentence> from = {{"1", "Yes."}, {"2", "Why?"}, {"3", "Yes."}};
    const std::vector<GoldSentence> to = {{"1", "Ja."}, {"2", "Warum?"}, {"3", "Doch."}};
    const TextScore score =
        score_units(from, to, {{"Why?", "Warum?"}, {"Yes.", "Doch."}, {"Yes.", "Ja."}, {"Yes.", "Ja."}});
    CHECK(score.counts.right == 3);
    CHECK(score.counts.unlocated == 1);
}

TEST_CASE("sentences of one version only are never right") {
    const TextScore score = score_units({{"xa", "Same."}}, {{"xa", "Same."}}, {{"Same.", "Same."}});
    CHECK(score.counts.shared == 0);
    CHECK(score.counts.right == 0);
    CHECK(score.counts.unlocated == 0);
}

TEST_CASE("a scrap of a neighbour does not count when it is the smaller part of both") {
    // "Rain fell. Only" lies in sentence 1: "Only" is less than half of its sentence and of the text.
    CHECK(score_units(source, target, {{"Rain fell. Only", "Es regnete."}}).counts.right == 1);
    CHECK(score_units(source, target, {{"Rain fell. Only he", "Es regnete."}}).counts.right == 0);
}

TEST_CASE("counts of units in several documents add up") {
    align::TextCounts total = score_units(source, target, {{"Rain fell.", "Es regnete."}}).counts;
    total += score_units(source, target, {{"Rain fell.", "Nur dort."}}).counts;
    CHECK(total.units == 2);
    CHECK(total.right == 1);
    CHECK(total.shared == 4);
    CHECK(align::strict_rates(total).precision == 0.5);
    CHECK(align::strict_rates(total).recall == 0.25);
}

TEST_CASE("a text that is not UTF-8 is refused") {
    CHECK_THROWS_AS(score_units(source, target, {{"\xff", "Es regnete."}}), std::invalid_argument);
}
