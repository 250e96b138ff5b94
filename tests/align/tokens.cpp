#include "align/tokens.hpp"

#include "catch.hpp"

using align::Token;
using align::tokenize;
using align::WordKind;

TEST_CASE("a segment is cut into words and numbers, as written") {
    const std::vector<Token> expected = {{"Am", WordKind::word},
                                         {"3", WordKind::number},
                                         {"Mai", WordKind::word},
                                         {"1.500", WordKind::number},
                                         {"Menschen", WordKind::word}};
    CHECK(tokenize("Am 3. Mai: »1.500 Menschen«!", "de") == expected);
}

TEST_CASE("Chinese is cut by a dictionary") {
    const std::vector<Token> expected = {{"德国", WordKind::ideograph}, {"总理", WordKind::ideograph}};
    CHECK(tokenize("德国总理。", "zh-Hans") == expected);
}

TEST_CASE("a segment without words has no tokens") {
    CHECK(tokenize("", "de").empty());
    CHECK(tokenize("* * *", "de").empty());
    CHECK(tokenize("፡፡ ።", "am").empty());
}
