#include "containers/warc.hpp"

#include <zlib.h>

#include "catch.hpp"
#include "found.hpp"
#include "packed.hpp"

using Catch::Matchers::Contains;
using containers::LeftOut;

namespace {

const std::string page = "<html><p>Rain.</p></html>";

std::string chunked(const std::string& body) {
    return joined({"5;name=value\r\n", body.substr(0, 5), "\r\n14\r\n", body.substr(5), "\r\n0\r\n\r\n"});
}

/// Packed by deflate in zlib's format.
std::string deflated(const std::string& text) {
    std::string out(compressBound(text.size()), '\0');
    uLongf size = out.size();
    compress(reinterpret_cast<Bytef*>(out.data()), &size, reinterpret_cast<const Bytef*>(text.data()),
             text.size());
    out.resize(size);
    return out;
}

}  // namespace

TEST_CASE("a WARC file gives the pages of HTML that servers answered with") {
    const auto found = find_in_bytes(
        "WARC/1.0\r\nWARC-Type: warcinfo\r\nContent-Length: 4\r\n\r\nabcd\r\n\r\n" +
        warc_response("https://www.dw.com/de/a-1", page, "content-TYPE: Text/HTML; charset=\"utf-8\"\r\n") +
        warc_response("https://www.dw.com/x.png", "PNG", "Content-Type: image/png\r\n") +
        warc_response("https://www.dw.com/de/a-2", page, "Content-Type: text/html\r\n", "404 Not Found") +
        warc_response("<https://www.dw.com/de/a-3>", page, "Content-Type: application/xhtml+xml\r\n",
                      "200 OK", "1.1"));
    REQUIRE(found.items.size() == 2);
    CHECK(found.items[0].url == "https://www.dw.com/de/a-1");
    CHECK(found.items[0].charset == "utf-8");
    CHECK(found.items[0].bytes == page);
    CHECK_THAT(found.items[0].place, Contains("standard input, byte 60 (https://www.dw.com/de/a-1)"));
    CHECK(found.items[1].url == "https://www.dw.com/de/a-3");
    REQUIRE(found.passed.size() == 2);
    CHECK(found.passed[0].why == LeftOut::no_html);
    CHECK(found.passed[0].detail == "image/png");
    CHECK(found.passed[1].why == LeftOut::no_answer);
    CHECK(found.passed[1].detail == "404");
    CHECK(found.refused.empty());
}

TEST_CASE("a resource record of HTML is a page as well") {
    const auto found = find_in_bytes(
        "WARC/1.1\r\nWARC-Type: resource\r\nWARC-Target-URI: file:///a\r\nContent-Type: text/html\r\n"
        "Content-Length: 25\r\n\r\n" +
        page + "\r\n\r\n");
    REQUIRE(found.items.size() == 1);
    CHECK(found.items[0].bytes == page);
}

TEST_CASE("bodies in chunks and packed bodies are unpacked, and ones stored unpacked stay") {
    const std::string html = "Content-Type: text/html\r\n";
    const std::string brotli("\x0b\x0c\x80<html><p>Rain.</p></html>\x03", 29);
    const auto found = find_in_bytes(
        warc_response("u:1", chunked(page), html + "Transfer-Encoding: chunked\r\n") +
        warc_response("u:2", gzip(page), html + "Content-Encoding: gzip\r\n") +
        warc_response("u:3", deflated(page), html + "Content-Encoding: deflate\r\n") +
        warc_response("u:4", zstd(page), html + "Content-Encoding: zstd\r\n") +
        warc_response("u:5", page, html + "Content-Encoding: gzip\r\nTransfer-Encoding: chunked\r\n") +
        warc_response("u:6", brotli, html + "Content-Encoding: br\r\n") +
        warc_response("u:7", "xyz", html + "Content-Encoding: secret\r\n") +
        warc_response("u:8", "xyz", html + "Content-Encoding: gzip\r\n"));
    REQUIRE(found.items.size() == 6);
    for (const auto& item : found.items) {
        INFO(item.url);
        CHECK(item.bytes == page);
    }
    REQUIRE(found.refused.size() == 2);
    CHECK_THAT(found.refused[0], Contains("packed by 'secret'"));
    CHECK_THAT(found.refused[1], Contains("u:8"));
}

TEST_CASE("what is no record is refused with its place, and the next record is read") {
    const auto found =
        find_in_bytes(warc_response("u:1", page) + "garbage\r\nmore\r\n" + warc_response("u:2", page) +
                      "WARC/1.0\r\nWARC-Type: response\r\n\r\n" + warc_response("u:3", page));
    CHECK(found.items.size() == 3);
    REQUIRE(found.refused.size() == 2);
    CHECK_THAT(found.refused[0], Contains("15 bytes are no WARC record"));
    CHECK_THAT(found.refused[1], Contains("does not say its length"));
}

TEST_CASE("behind a damaged gzip member of a WARC file the next one is read") {
    const std::string first = gzip(warc_response("u:1", page));
    std::string damaged = gzip(warc_response("u:2", page));
    damaged[damaged.size() / 2] = static_cast<char>(~damaged[damaged.size() / 2]);
    damaged[damaged.size() / 2 + 1] = static_cast<char>(~damaged[damaged.size() / 2 + 1]);
    const auto found = find_in_bytes(first + damaged + gzip(warc_response("u:3", page)));
    REQUIRE(found.items.size() == 2);
    CHECK(found.items[0].url == "u:1");
    CHECK(found.items[1].url == "u:3");
    REQUIRE(found.refused.size() == 1);
    CHECK_THAT(found.refused[0], Contains("byte " + std::to_string(first.size())) && Contains("damaged"));
}

TEST_CASE("a gzip member that is cut short hides none behind it") {
    const std::string cut = gzip(warc_response("u:1", page));
    const auto found = find_in_bytes(cut.substr(0, cut.size() - 30) + gzip(warc_response("u:2", page)));
    REQUIRE(found.items.size() == 1);
    CHECK(found.items[0].url == "u:2");
    CHECK(found.refused.size() == 1);
    const auto end = find_in_bytes(gzip(warc_response("u:3", page)) + cut.substr(0, cut.size() / 2));
    CHECK(end.items.size() == 1);
    REQUIRE(end.refused.size() == 1);
    CHECK_THAT(end.refused[0], Contains("ends in the middle"));
}

TEST_CASE("a record that the file ends in is refused") {
    const std::string whole = warc_response("u:1", page);
    const auto found = find_in_bytes(whole + warc_response("u:2", page).substr(0, whole.size() - 20));
    CHECK(found.items.size() == 1);
    REQUIRE(found.refused.size() == 1);
    CHECK_THAT(found.refused[0], Contains("the file ends in this record"));
}

TEST_CASE("a record larger than a page may be is passed over with a sentence") {
    containers::SourceOptions options;
    options.limits.page_bytes = 1000;
    const auto found =
        find_in_bytes(warc_response("u:1", std::string(2000, 'x')) + warc_response("u:2", page), options);
    CHECK(found.items.size() == 1);
    REQUIRE(found.refused.size() == 1);
    CHECK_THAT(found.refused[0], Contains("--max-page-mb"));
}
