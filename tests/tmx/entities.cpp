#include <chrono>
#include <sstream>

#include "catch.hpp"
#include "tmx/message.hpp"
#include "tmx/reader.hpp"

namespace {

std::string memory(const std::string& subset, const std::string& segment, const std::string& property = "") {
    return "<!DOCTYPE tmx [" + subset +
           "]>\n<tmx version=\"1.4\"><header creationtool=\"t\" creationtoolversion=\"1\" "
           "segtype=\"sentence\" "
           "o-tmf=\"f\" adminlang=\"en\" srclang=\"de\" datatype=\"plaintext\"/>\n<body>\n<tu tuid=\"" +
           property + "\"><tuv xml:lang=\"de\"><seg>" + segment + "</seg></tuv></tu></body></tmx>";
}

tmx::Unit read(const std::string& bytes) {
    std::istringstream in(bytes);
    tmx::Reader reader(in);
    tmx::Unit last;
    for (tmx::Unit unit; reader.next(unit);) last = unit;
    return last;
}

std::string segment_of(const std::string& subset, const std::string& segment) {
    return read(memory(subset, segment)).variants.at(0).segment;
}

std::string error_of(const std::string& bytes) {
    return message_of<tmx::ParseError>([&] { read(bytes); });
}

double seconds_for(const std::string& bytes) {
    const auto begin = std::chrono::steady_clock::now();
    message_of<tmx::ParseError>([&] { read(bytes); });
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
}

}  // namespace

TEST_CASE("entities of the internal subset stand for their text") {
    CHECK(segment_of("<!ENTITY co \"Müller &amp; Söhne\">", "bei &co;!") == "bei Müller &amp; Söhne!");
    CHECK(segment_of("<!ENTITY a 'x'>\n<!ENTITY b \"&a;&a;\">", "&b;-&a;") == "xx-x");
    CHECK(segment_of("<!ENTITY a \"1\"><!ENTITY a \"2\">", "&a;") == "1");  // the first holds
    CHECK(segment_of("<!ENTITY a \"&#65;&#x42;\">", "&a;") == "AB");
    CHECK(segment_of("<!ENTITY code \"<ph x='1'>&lt;br></ph>\">", "a&code;b") == "a<ph x='1'>&lt;br></ph>b");
    CHECK(segment_of("<!ENTITY amp \"x\"><!ENTITY lt \"&#38;#60;\">", "&amp;&lt;") == "&amp;&lt;");
    CHECK(read(memory("<!ENTITY q '\"1\"'>", "a", "n&q;")).id == "n\"1\"");
}

TEST_CASE("other declarations of the internal subset are read over") {
    CHECK(segment_of(
              "<!ELEMENT x (#PCDATA)><!ATTLIST x a CDATA \">\" b CDATA '>'>\n<!-- ]> --><?pi ]> ?>"
              "<!NOTATION n SYSTEM \"n\"><!ENTITY % p \"]\"><!ENTITY % q SYSTEM \"file:///etc/passwd\"> %q;",
              "a") == "a");
    CHECK(contains(error_of("<!DOCTYPE tmx [<!ENTITY a \"b\""), "does not end"));
    CHECK(contains(error_of("<!DOCTYPE tmx [ junk ]>" + memory("", "")), "malformed"));
}

TEST_CASE("nothing is fetched: an entity of another file is an error where it is used") {
    const std::string subset =
        "<!ENTITY file SYSTEM \"file:///etc/passwd\"><!ENTITY net PUBLIC \"x\" \"http://localhost:1/\">";
    CHECK(segment_of(subset, "a") == "a");
    CHECK(contains(error_of(memory(subset, "&file;")),
                   "'&file;' stands for another file, which is never fetched"));
    CHECK(contains(error_of(memory(subset, "&net;")), "never fetched"));
    CHECK(contains(error_of(memory(subset + "<!ENTITY by 'a&file;'>", "&by;")), "never fetched"));
}

TEST_CASE("an entity that is unknown, wrong or refers to itself is an error with its place") {
    CHECK(contains(error_of(memory("<!ENTITY a 'b'>", "&b;")),
                   "line 4, column 37: the entity '&b;' is unknown"));
    CHECK(contains(error_of(memory("<!ENTITY a '&b;'><!ENTITY b '&a;'>", "&a;")), "refers to itself"));
    CHECK(contains(error_of(memory("<!ENTITY a '&#0;'>", "")), "no character that XML 1.0 allows"));
    CHECK(contains(error_of(memory("<!ENTITY a '<b>'>", "", "&a;")), "'<' stands in"));
    CHECK(contains(error_of(memory("<!ENTITY a '<hi>'>", "&a;")), "</seg> closes <hi>"));
}

TEST_CASE("entities that grow without end are stopped in bounded time and memory") {
    std::string laughs = "<!ENTITY l0 'lol'>";
    for (int i = 1; i < 20; ++i) {
        const std::string before = "&l" + std::to_string(i - 1) + ";";
        std::string ten;
        for (int k = 0; k < 10; ++k) ten += before;
        laughs += "<!ENTITY l" + std::to_string(i) + " '" + ten + "'>";
    }
    CHECK(contains(error_of(memory(laughs, "&l19;")), "comes to more than 1 MB"));
    CHECK(seconds_for(memory(laughs, "&l19;")) < 2);

    // Quadratic blow-up: a long entity, used often.
    std::string uses;
    for (int i = 0; i < 20'000; ++i) uses += "&a;";
    const std::string quadratic = memory("<!ENTITY a '" + std::string(200'000, 'x') + "'>", uses);
    CHECK(contains(error_of(quadratic), "this is no TMX"));
    CHECK(seconds_for(quadratic) < 2);

    std::string chain = "<!ENTITY c0 'x'>";
    for (int i = 1; i < 5000; ++i)
        chain += "<!ENTITY c" + std::to_string(i) + " '&c" + std::to_string(i - 1) + ";'>";
    CHECK(contains(error_of(memory(chain, "&c4999;")), "refer to one another"));
    std::string many;
    for (int i = 0; i < 10'001; ++i) many += "<!ENTITY e" + std::to_string(i) + " ''>";
    CHECK(contains(error_of(memory(many, "")), "more than 10000 entities"));
    CHECK(seconds_for(memory("<!ENTITY x '&#38;'><!ENTITY y '&x;y;'>", "&y;")) < 5);  // makes itself anew
}
