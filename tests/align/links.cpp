#include "align/links.hpp"

#include <cmath>
#include <limits>

#include "catch.hpp"

using align::LinkError;
using align::LinkLine;
using align::LinkSizes;
using align::parse_link;
using align::parse_links;

namespace {

std::string reason(const std::string& line) {
    try {
        parse_link(line);
    } catch (const std::invalid_argument& error) {
        return error.what();
    }
    return "";
}

std::size_t faulty_line(const std::string& text, std::optional<LinkSizes> sizes = std::nullopt) {
    try {
        align::check_links(parse_links(text), sizes);
    } catch (const LinkError& error) {
        return error.line;
    }
    return 0;
}

}  // namespace

TEST_CASE("a cost is a probability unless it is below 0") {
    CHECK(align::probability_of(align::parse_link("[0]:[0]:0")) == 1.0);
    CHECK(align::probability_of(align::parse_link("[0]:[0]:0.5")) == std::exp(-0.5));
    CHECK_FALSE(align::probability_of(align::parse_link("[0]:[0]:-0.5")).has_value());
    CHECK_FALSE(align::probability_of(align::parse_link("[0]:[0]")).has_value());
}

TEST_CASE("a link is read with and without cost, blanks or not") {
    CHECK(parse_link("[0,1]:[2]:0.1234") == LinkLine{{0, 1}, {2}, 0.1234, 0});
    CHECK(parse_link("[6]:[6, 7, 8]") == LinkLine{{6}, {6, 7, 8}, std::nullopt, 0});
    CHECK(parse_link(" [ ] : [ 17 ] : 3 \r") == LinkLine{{}, {17}, 3.0, 0});
    CHECK(parse_link("[]:[]") == LinkLine{});
}

TEST_CASE("a line that is no link is refused with the place and the form of one") {
    CHECK(reason("[0,1]:[2") == "not a link: ',' is expected at column 9; write [0,1]:[2] or [0,1]:[2]:COST");
    CHECK(reason("[0]").find("':' is expected at column 4") != std::string::npos);
    CHECK(reason("").find("'[' is expected at column 1") != std::string::npos);
    CHECK(reason("[0]:[-1]").find("a segment's number is expected at column 6") != std::string::npos);
    CHECK(reason("[0,]:[1]").find("a segment's number is expected at column 4") != std::string::npos);
    CHECK(reason("[0]:[1]:cheap").find("a cost is expected at column 9") != std::string::npos);
    CHECK(reason("[0]:[1]:inf").find("finite") != std::string::npos);
    CHECK(reason("[0]:[1]:0.5:x").find("nothing more was expected at column 12") != std::string::npos);
    CHECK(reason("[99999999999999999999999]:[1]").find("out of range") != std::string::npos);
}

TEST_CASE("links of a text know their lines, blank ones counted") {
    const auto links = parse_links("[0]:[0]\n\n  \r\n[1]:[]:2.5");
    REQUIRE(links.size() == 2);
    CHECK(links[0].line == 1);
    CHECK(links[1] == LinkLine{{1}, {}, 2.5, 4});
    CHECK(parse_links("").empty());
    CHECK(faulty_line("[0]:[0]\n\nnonsense\n") == 3);
}

TEST_CASE("a segment in two links, or one that is not there, is found with its line") {
    CHECK(faulty_line("[0]:[0]\n[1]:[1]\n", LinkSizes{2, 2}) == 0);
    CHECK(faulty_line("[0]:[0]\n\n[1]:[0]\n") == 3);
    CHECK(faulty_line("[0,0]:[1]\n") == 1);
    CHECK(faulty_line("[0]:[0]\n[2]:[1]\n") == 0);
    CHECK(faulty_line("[0]:[0]\n[2]:[1]\n", LinkSizes{2, 2}) == 2);
    CHECK(faulty_line("[0]:[2]\n", LinkSizes{2, 2}) == 1);
}

TEST_CASE("links made in memory are counted from 1 in an error") {
    const std::vector<LinkLine> links = {{{0}, {0}, {}, 0}, {{0}, {1}, {}, 0}};
    try {
        align::check_links(links);
        FAIL("the second link takes segment 0 again");
    } catch (const LinkError& error) {
        CHECK(error.line == 2);
        CHECK(std::string(error.what()) ==
              "source segment 0 stands in a link already; each may stand in one alone");
    }
}

TEST_CASE("a bead is written with its cost") {
    CHECK(align::format_link({0, 2}, {2, 3}, 0.5) == "[0,1]:[2]:0.6931");
    CHECK(align::format_link({3, 3}, {4, 5}, 0.0) == "[]:[4]:20.7233");
    CHECK(align::format_link({0, 1}, {0, 1}, 1.0) == "[0]:[0]:0.0000");
    CHECK(align::format_link({0, 1}, {0, 1}, 1.0 + 1e-12) == "[0]:[0]:0.0000");
    CHECK_THROWS_AS(align::format_link({0, 1}, {0, 1}, std::numeric_limits<double>::quiet_NaN()),
                    std::invalid_argument);
}

TEST_CASE("what is written is read back, the probability to four decimals of its cost") {
    for (const double probability : {1e-12, 0.001, 0.25, 0.5, 0.9999, 1.0}) {
        const LinkLine link = parse_link(align::format_link({7, 9}, {10, 11}, probability));
        CHECK(link.source == std::vector<std::size_t>{7, 8});
        CHECK(link.target == std::vector<std::size_t>{10});
        REQUIRE(link.cost);
        CHECK(std::abs(*link.cost + std::log(std::max(probability, 1e-9))) < 0.00005 + 1e-9);
    }
}
