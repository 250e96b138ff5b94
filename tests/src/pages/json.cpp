#include "pages/json.hpp"

#include "catch.hpp"
#include "errors.hpp"
#include "fixture.hpp"
#include "pages/dump.hpp"

using Catch::Matchers::Contains;
using pages::Article;
using pages::from_json;
using pages::to_json;

TEST_CASE("an article is read again from JSON as it was written") {
    for (const char* name : {"full_de.txt", "skip_links_id.txt", "rtl_fa.txt", "chinese_zh.txt"}) {
        INFO(name);
        const Article article = pages::read_dump(bytes_of(page_fixture(name)));
        const std::string line = to_json(article, true);
        CHECK(line.find('\n') == std::string::npos);
        CHECK(from_json(line, "x") == article);
    }
}

TEST_CASE("chrome is written only when asked for") {
    Article article;
    article.blocks = {{align::BlockKind::chrome, "Anzeige"}, {align::BlockKind::paragraph, "Regen."}};
    CHECK(from_json(to_json(article, false), "x").blocks.size() == 1);
    CHECK(from_json(to_json(article, true), "x").blocks.size() == 2);
}

TEST_CASE("the text's tag is kept beside the edition's") {
    Article article;
    article.edition = "sr-Cyrl";
    const std::string line = to_json(article, false);
    CHECK_THAT(line, Contains(R"("edition":"sr","lang":"sr-Cyrl")"));
    CHECK(from_json(line, "x").edition == "sr-Cyrl");
    CHECK(from_json(R"({"edition":"fa-af","blocks":[]})", "x").edition == "prs");
}

TEST_CASE("JSON that holds no article is refused with the place and the reason") {
    CHECK_THROWS_AS(from_json("{", "a.jsonl:3"), hexapla::InputError);
    CHECK_THROWS_WITH(from_json("{", "a.jsonl:3"), Contains("a.jsonl:3: is no JSON"));
    CHECK_THROWS_WITH(from_json("[]", "x"), Contains("no JSON object"));
    CHECK_THROWS_WITH(from_json("{}", "x"), Contains("no list \"blocks\""));
    CHECK_THROWS_WITH(from_json(R"({"schema":2,"blocks":[]})", "x"), Contains("newer hexapla"));
    CHECK_THROWS_WITH(from_json(R"({"schema":"1","blocks":[]})", "x"), Contains("\"schema\" is no number"));
    CHECK_THROWS_WITH(from_json(R"({"id":7,"blocks":[]})", "x"), Contains("\"id\" is no string"));
    CHECK_THROWS_WITH(from_json(R"({"lang":"xx","blocks":[]})", "x"), Contains("names no edition"));
    CHECK_THROWS_WITH(from_json(R"({"blocks":[{"kind":"text","text":"x"}]})", "x"),
                      Contains("'text' is not a kind"));
    CHECK_THROWS_WITH(pages::read_json_lines("{\"blocks\":[]}\n\n{}", "a.jsonl"), Contains("a.jsonl:3: "));
}
