#include "align/evaluate_beads.hpp"

#include "catch.hpp"

namespace {

align::BeadTable table(const std::string& gold, const std::string& links) {
    return align::count_by_type(align::parse_links(gold), align::parse_links(links));
}

}  // namespace

TEST_CASE("links are counted by how many segments are on either side") {
    const align::BeadTable counts =
        table("[0]:[0]\n[1]:[1,2]\n[2,3]:[3]\n[4,5]:[4,5]\n[6]:[6,7,8]\n[7]:[]\n",
              "[0]:[0]\n[1]:[2,1]\n[2]:[3]\n[4,5]:[4,5]\n[6]:[6,7]\n[7]:[9]\n[]:[8]\n");
    CHECK(counts[0].gold == 1);
    CHECK(counts[0].found == 3);
    CHECK(counts[0].right == 1);
    CHECK(counts[1].gold == 1);
    CHECK(counts[1].found == 2);
    CHECK(counts[1].right == 1);
    CHECK(counts[2].gold == 1);
    CHECK(counts[2].found == 0);
    CHECK(counts[3].gold_found == 1);
    CHECK(counts[3].right == 1);
    CHECK(counts[4].gold == 1);
    CHECK(counts[4].found == 0);
    CHECK(counts[5].gold == 0);
    CHECK(align::rates_of(counts[0]).precision == 1.0 / 3);
    CHECK(align::rates_of(counts[0]).recall == 1);
}

TEST_CASE("links out of order have a row besides") {
    // Gold moves sentence 1 to the end; the links have 0 and 2 in order, 1 moved, and 3 moved by mistake.
    const align::BeadTable counts = table("[0]:[0]\n[1]:[4]\n[2]:[1]\n[3]:[2]\n[4]:[3]\n",
                                          "[0]:[0]\n[1]:[4]\n[2]:[1]\n[4]:[2]\n[5]:[3]\n");
    CHECK(counts[5].gold == 1);
    CHECK(counts[5].found == 1);
    CHECK(counts[5].right == 1);
    CHECK(counts[5].gold_found == 1);
    CHECK(counts[0].gold == 5);
    CHECK(counts[0].found == 5);
    const align::BeadTable in_order = table("[0]:[1]\n[1]:[0]\n[2]:[2]\n", "[0]:[1]\n[2]:[2]\n");
    CHECK(in_order[5].gold == 1);
    CHECK(in_order[5].found == 0);
    CHECK(in_order[5].gold_found == 1);
    CHECK(align::rates_of(in_order[5]).recall == 1);
}

TEST_CASE("tables of documents add up") {
    align::BeadTable sum = table("[0]:[0]\n", "[0]:[0]\n");
    align::add(sum, table("[0]:[0]\n[1]:[1,2]\n", "[0]:[1]\n"));
    CHECK(sum[0].gold == 2);
    CHECK(sum[0].found == 2);
    CHECK(sum[0].right == 1);
    CHECK(sum[0].gold_found == 1);
    CHECK(sum[1].gold == 1);
}
