#include "pages/json.hpp"

#include <nlohmann/json.hpp>

#include "catch.hpp"
#include "errors.hpp"
#include "fixture.hpp"
#include "pages/dump.hpp"
#include "pages/json_text.hpp"

using Catch::Matchers::Contains;
using pages::Article;
using pages::to_json;

namespace {

Article from_json(const std::string& json, const std::string& place) {
    return pages::from_json(pages::parse_json(json), place);
}

}  // namespace

TEST_CASE("an article is read again from JSON as it was written") {
    for (const char* name : {"full_de.txt", "skip_links_id.txt", "rtl_fa.txt", "chinese_zh.txt"}) {
        INFO(name);
        const Article article = pages::read_dump(bytes_of(page_fixture(name)));
        const std::string line = to_json(article, true);
        CHECK(line.find('\n') == std::string::npos);
        CHECK(from_json(line, "x") == article);
    }
}

TEST_CASE("every field of an article comes back from its JSON") {
    const std::string line =
        R"j({"schema":1,"id":"7","url":"https://www.dw.com/de/x/a-7","edition":"de","lang":"de","title":"Regen",)j"
        R"j("kicker":"Wetter","category":"Welt","lead":"Es regnet.","date":"2016-02-23","date_source":"title",)j"
        R"j("dates":[{"date":"2016-02-23","source":"title"},{"date":"2016-03-24","source":"json-ld"}],)j"
        R"j("authors":["Oda Brink"],"byline":"es/kms (AFP)","desk":["es","kms"],"agencies":["AFP"],"way":"dump",)j"
        R"j("contradictions":["its dates differ"],"blocks":[{"kind":"line","text":"Was nun?","subhead":0.9},)j"
        R"j({"kind":"paragraph","text":"It never rains here.","lang":"en"},{"kind":"chrome","text":"Anzeige"}]})j";
    CHECK(to_json(from_json(line, "x"), true) == line);
}

TEST_CASE("halves of surrogate pairs in JSON become replacement characters, whole pairs stay") {
    CHECK(pages::parse_json(R"({"a":"x\ud83dy"})")["a"] == "x\uFFFDy");
    CHECK(pages::parse_json(R"({"a":"\udc00"})")["a"] == "\uFFFD");
    CHECK(pages::parse_json(R"({"a":"\ud83d\ude00 \\ud83d"})")["a"] == "\U0001F600 \\ud83d");
    CHECK(pages::parse_json("{").is_discarded());
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
    CHECK_THROWS_WITH(from_json("{}", "x"), Contains("no list \"blocks\""));
    CHECK_THROWS_WITH(from_json(R"({"schema":2,"blocks":[]})", "x"), Contains("newer hexapla"));
    CHECK_THROWS_WITH(from_json(R"({"schema":"1","blocks":[]})", "x"), Contains("\"schema\" is no number"));
    CHECK_THROWS_WITH(from_json(R"({"id":7,"blocks":[]})", "x"), Contains("\"id\" is no string"));
    CHECK_THROWS_WITH(from_json(R"({"lang":"xx","blocks":[]})", "x"), Contains("names no edition"));
    CHECK_THROWS_WITH(from_json(R"({"blocks":[{"kind":"text","text":"x"}]})", "x"),
                      Contains("'text' is not a kind"));
}
