// Files made to take time, memory or stack without end.

#include <chrono>
#include <sstream>
#include <streambuf>

#include "catch.hpp"
#include "tmx/message.hpp"
#include "tmx/reader.hpp"

namespace {

const std::string front =
    "<tmx version=\"1.4\"><header creationtool=\"t\" creationtoolversion=\"1\" segtype=\"sentence\" "
    "o-tmf=\"f\" "
    "adminlang=\"en\" srclang=\"de\" datatype=\"plaintext\"/><body>";

/// A beginning, and then the same bytes for as long as they are asked for, up to a number that is counted.
class Endless : public std::streambuf {
  public:
    Endless(std::string begin, const std::string& piece, std::size_t most)
        : begin_(std::move(begin)), most_(most) {
        while (piece_.size() < 65536) piece_ += piece;
        setg(begin_.data(), begin_.data(), begin_.data() + begin_.size());
    }
    std::size_t given = 0;

  protected:
    int_type underflow() override {
        if (given > most_) return traits_type::eof();
        given += piece_.size();
        setg(piece_.data(), piece_.data(), piece_.data() + piece_.size());
        return traits_type::to_int_type(piece_.front());
    }

  private:
    std::string begin_;
    std::string piece_;
    std::size_t most_;
};

struct Outcome {
    std::string error;
    std::size_t bytes;
};

Outcome read(const std::string& begin, const std::string& piece) {
    constexpr std::size_t gigabyte = std::size_t{1} << 30U;
    Endless bytes(begin, piece, gigabyte);
    std::istream in(&bytes);
    const std::string error = message_of<tmx::ParseError>([&] {
        tmx::Reader reader(in);
        for (tmx::Unit unit; reader.next(unit);) continue;
    });
    return {error, bytes.given};
}

}  // namespace

TEST_CASE("one piece of a gigabyte is refused after its first 16 MB") {
    constexpr std::size_t limit = std::size_t{20} << 20U;
    const std::string unit = front + "<tu><tuv xml:lang=\"de\"><seg>";
    for (const auto& [begin, piece] :
         std::vector<std::pair<std::string, std::string>>{{front + "<tu tuid=\"", "a"},  // an attribute
                                                          {front + "<tu ", "a"},         // a name
                                                          {front + "<tu", "\n"},         // space in a tag
                                                          {unit, "text "},               // a text
                                                          {unit, "&amp;"},               // references
                                                          {unit, "<ph/>"},  // many small pieces of a unit
                                                          {unit + "<!--", "x"},       // a comment
                                                          {unit + "<![CDATA[", "x"},  // a section
                                                          {unit + "<?x ", "x"},       // an instruction
                                                          {front + "<tu>", "<prop type=\"a\">b</prop>"},
                                                          {"<tmx><header>", "<note>x</note>"},
                                                          {"<!DOCTYPE tmx [", "<!ELEMENT a ANY>"},
                                                          {"<!DOCTYPE tmx SYSTEM \"", "a"},
                                                          {"", " "}}) {
        INFO(begin << "…" << piece);
        const Outcome outcome = read(begin, piece);
        CHECK(contains(outcome.error, "more than 16 MB"));
        CHECK(outcome.bytes < limit);
    }
}

TEST_CASE("nesting, attributes and NUL are refused at once") {
    const Outcome nested = read(front + "<tu><tuv xml:lang=\"de\"><seg>", "<hi>");
    CHECK(contains(nested.error, "more than 64 elements within one another"));
    CHECK(nested.bytes < 200'000);
    std::string attributes = front + "<tu";
    for (int i = 0; i < 10'000; ++i) attributes += " a" + std::to_string(i) + "=\"\"";
    CHECK(contains(read(attributes, " ").error, "more than 256 attributes"));
    CHECK(contains(read(front + std::string("<tu>\0", 5), " ").error, "U+0000 is forbidden"));
    CHECK(contains(read(std::string("\0\0\0\0", 4), " ").error, "U+0000 is forbidden"));
    CHECK(contains(read(front + "<tu>\xC3\x28", " ").error, "the byte 0xC3 is not UTF-8"));
}

TEST_CASE("units without end are read in flat memory") {
    constexpr std::size_t some = std::size_t{50} << 20U;
    Endless bytes(front, "<tu><tuv xml:lang=\"de\"><seg>a &amp; b</seg></tuv></tu>\n<!-- c -->", some);
    std::istream in(&bytes);
    tmx::Reader reader(in);
    std::size_t units = 0;
    const std::string error = message_of<tmx::ParseError>([&] {
        for (tmx::Unit unit; reader.next(unit);) ++units;
    });
    CHECK(units > 500'000);
    CHECK(contains(error, "the input ends within"));
}
