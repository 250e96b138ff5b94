#include "pages/html_metadata.hpp"

#include "catch.hpp"

using pages::edition_of;
using pages::HtmlMetadata;
using pages::HtmlTree;

using pages::DateClaim;

namespace {

HtmlMetadata metadata_of(const std::string& head, const std::string& lang = "") {
    const HtmlTree tree("<html" + (lang.empty() ? "" : " lang=" + lang) + "><head>" + head + "</head>");
    return pages::read_metadata(tree.root());
}

std::string linked_data(const std::string& json) {
    return "<script type='application/ld+json'>" + json + "</script>";
}

std::string edition(const std::string& url, const std::string& locale, const std::string& lang,
                    bool old = false) {
    HtmlMetadata metadata;
    metadata.url = url;
    metadata.locale = locale;
    metadata.lang = lang;
    return edition_of(metadata, old);
}

using Names = std::vector<std::string>;

}  // namespace

TEST_CASE("the address is the canonical one, or another with an article's number") {
    CHECK(metadata_of("<link rel=canonical href=https://www.dw.com/de/x/a-1><meta property=og:url "
                      "content=https://p.dw.com/p/2>")
              .url == "https://www.dw.com/de/x/a-1");
    CHECK(metadata_of("<link rel=canonical href=https://www.dw.com/de><meta property=og:url "
                      "content=https://www.dw.com/de/x/a-1>")
              .url == "https://www.dw.com/de/x/a-1");
    CHECK(metadata_of("<link rel=canonical href=/x><link rel=alternate href=https://m.dw.com/de/x/a-1>")
              .url.empty());
    CHECK(metadata_of("<link rel=canonical href=https://www.dw.com/de/x/a-1>").of_dw);
    CHECK(metadata_of("<meta property=og:site_name content=dw.com>").of_dw);
    CHECK_FALSE(metadata_of("<link rel=canonical href=https://example.org/a-1>").of_dw);
}

TEST_CASE("the title is that of the title line, and every date is told with its source") {
    const auto titled =
        metadata_of("<title>Rain &amp; snow  – DW – 01/24/2023</title>" +
                    linked_data(R"({"@type":"NewsArticle","datePublished":"2023-01-23T23:00Z"})"));
    CHECK(titled.title == "Rain & snow");
    CHECK(titled.dates == std::vector<DateClaim>{{"2023-01-24", "title"}, {"2023-01-23", "json-ld"}});
    const auto linked =
        metadata_of(linked_data(R"({"@type":"NewsArticle","datePublished":"2023-01-23T23:00Z"})"));
    CHECK(linked.dates == std::vector<DateClaim>{{"2023-01-23", "json-ld"}});
    CHECK(metadata_of("<meta property=article:published_time content=2021-02-03T04:05>").dates ==
          std::vector<DateClaim>{{"2021-02-03", "meta"}});
    CHECK(metadata_of("<meta property=article:published_time content=yesterday>").dates.empty());
    CHECK(metadata_of("<title>Rain | Weather</title>").title == "Rain | Weather");
}

TEST_CASE("JSON-LD and addresses tell pages that are no articles") {
    using pages::PageKind;
    const auto kind = [](const std::string& html) { return metadata_of(html).kind; };
    CHECK(kind(linked_data(R"({"@type":"NewsArticle"})")) == PageKind::article);
    CHECK(kind(linked_data(R"({"@type":["LiveBlogPosting"]})")) == PageKind::live_blog);
    CHECK(kind(linked_data(R"({"@graph":[{"@type":"Person"},{"@type":"ImageGallery"}]})")) ==
          PageKind::gallery);
    CHECK(kind("<link rel=canonical href=https://www.dw.com/de/regen/av-123>") == PageKind::media);
    CHECK(kind("<link rel=canonical href=https://www.dw.com/de/regen/g-123>") == PageKind::gallery);
    CHECK(kind("<link rel=canonical href=https://www.dw.com/de/regen/live-123>") == PageKind::live_blog);
    CHECK(kind("<link rel=canonical href=https://www.dw.com/de/themen/s-9077>") == PageKind::section);
    CHECK(kind("<link rel=canonical href=https://www.dw.com/de/regen/t-123>") == PageKind::section);
    CHECK(kind("<link rel=canonical href=https://example.org/g-123>") == PageKind::article);
    CHECK(kind("<link rel=canonical href=https://www.dw.com/de/g-eight/a-123>") == PageKind::article);
}

TEST_CASE("authors are the persons in JSON-LD, in whichever form it has them") {
    const auto authors = [](const std::string& value) {
        return metadata_of(linked_data(R"({"@type":["Article"],"author":)" + value + "}")).authors;
    };
    CHECK(authors(R"([{"@type":"Person","name":"A B"},{"@type":"Person","name":" C  D "}])") ==
          Names{"A B", "C D"});
    CHECK(authors(R"({"name":"A B"})") == Names{"A B"});
    CHECK(authors(R"(["A B","C D"])") == Names{"A B", "C D"});
    CHECK(authors(R"([{"@type":"Organization","name":"DW"}])").empty());
    CHECK(authors("7").empty());
    const auto graph = linked_data(R"({"@graph":[{"@type":"Person"},{"@type":"Article","author":"A B"}]})");
    CHECK(metadata_of(graph).authors == Names{"A B"});
    CHECK(metadata_of(linked_data("{broken") + linked_data("[]") + graph).authors == Names{"A B"});
}

TEST_CASE("the path in the address says most of the edition") {
    CHECK(edition("https://www.dw.com/fa-af/x/a-1", "fa_IR", "fa") == "prs");
    CHECK(edition("https://www.dw.com/fa-ir/x/a-1", "", "fa") == "fa");
    CHECK(edition("https://www.dw.com/pt-002/x/a-1", "", "pt") == "pt");
    CHECK(edition("https://www.dw.com/pt-br/x/a-1", "", "pt") == "pt-BR");
    CHECK(edition("https://www.dw.com/sr/x/a-1", "", "bs") == "sr");
    CHECK(edition("https://www.dw.com/zh-hant/x/a-1", "", "zh") == "zh-Hant");
}

TEST_CASE("where the address names no edition locale and language do") {
    CHECK(edition("http://www.dw.de/x/a-1", "fa_AF", "fa") == "prs");
    CHECK(edition("http://www.dw.de/x/a-1", "", "ha") == "ha");
    CHECK(edition("https://p.dw.com/p/14quo", "pt_BR", "") == "pt-BR");
    CHECK(edition("", "", "tlh").empty());
    CHECK(edition("", "", "").empty());
    CHECK(metadata_of("<meta name=language content=de_DE>", "en").locale == "de_DE");
    CHECK(metadata_of("", "en").lang == "en");
    CHECK(metadata_of("<meta property=og:locale content=ru_RU>").lang == "ru_RU");
    CHECK(metadata_of("<body><a class=ici data-lang=de-DE>").lang == "de-DE");
}

TEST_CASE("before 2022 Chinese is left to the words where only its path is told") {
    CHECK(edition("https://www.dw.com/zh/x/a-1", "zh_CN", "zh", true).empty());
    CHECK(edition("https://www.dw.com/zh/x/a-1", "zh_CN_trad", "zh", true) == "zh-Hant");
    CHECK(edition("https://www.dw.com/zh/x/a-1", "", "zh-Hans", true) == "zh-Hans");
    CHECK(edition("https://www.dw.com/zh/x/a-1", "", "zh", false) == "zh-Hans");
}
