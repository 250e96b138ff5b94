#include "pages/complete.hpp"

#include "catch.hpp"
#include "pages/byline.hpp"

using align::BlockKind;
using pages::Article;
using pages::DateClaim;
using Texts = std::vector<std::string>;

TEST_CASE("the date is that of the best source, and one that contradicts it is told") {
    Article article;
    article.edition = "am";
    article.dates = {{"ጥቅምት 19 2011", "visible"},
                     {"no date", "visible"},
                     {"2018-10-30", "json-ld"},
                     {"2018-10-29", "title"}};
    pages::complete(article);
    CHECK(article.date == "2018-10-29");
    CHECK(article.date_source == "title");
    CHECK(article.dates == std::vector<DateClaim>{{"2018-10-29", "title"},
                                                  {"2018-10-30", "json-ld"},
                                                  {"2018-10-29", "visible"}});
    CHECK(article.contradictions.empty());  // a day may lie between time zones
    const Article once = article;
    pages::complete(article);
    CHECK(article == once);
    article.dates.push_back({"2017-01-05", "labels"});
    pages::complete(article);
    CHECK(article.date == "2018-10-29");
    CHECK(article.contradictions ==
          Texts{"its date is 2018-10-29 by its title, but 2017-01-05 by its labels"});
}

TEST_CASE("bylines are parted into initials and agencies") {
    const auto parts = [](const std::string& byline) { return pages::parse_byline(byline); };
    CHECK(parts("es/kms (AFP, AP, dpa, Reuters)").desk == Texts{"es", "kms"});
    CHECK(parts("es/kms (AFP, AP, dpa, Reuters)").agencies == Texts{"AFP", "AP", "dpa", "Reuters"});
    CHECK(parts("RML (efe, dpa)").desk == Texts{"RML"});
    CHECK(parts("jj/se").agencies.empty());
    CHECK(parts("Anna Berg (AFP, dpa)").desk.empty());
    CHECK(parts("Anna Berg (AFP, dpa)").agencies == Texts{"AFP", "dpa"});
    CHECK(parts("综合AFP、dpa报道").agencies.empty());
    CHECK(parts("Edited by: Oda Brink; es/kms (dpa)").agencies == Texts{"dpa"});
}

TEST_CASE("blocks that are surely in another language are marked") {
    Article article;
    article.edition = "sw";
    article.blocks.resize(3);
    article.blocks[0].text =
        "Maji ya mto yameanza kupungua baada ya siku nne, lakini maelfu ya watu bado wanasubiri kurudi.";
    article.blocks[1].text =
        "Nach dem Deichbruch dürfen die Bewohner der Stadt noch immer nicht in ihre Häuser zurückkehren.";
    article.blocks[2].text = "Elbe bei Magdeburg";
    article.blocks[2].kind = BlockKind::caption;
    pages::complete(article);
    CHECK(article.blocks[0].lang.empty());
    CHECK(article.blocks[1].lang == "de");
    CHECK(article.blocks[2].lang.empty());
}
