#include "text_lines.hpp"

#include <sstream>
#include <vector>

#include "catch.hpp"
#include "errors.hpp"
#include "src/temporary_folder.hpp"

using Catch::Matchers::Contains;
using hexapla::InputError;
using hexapla::TextLines;

namespace {

std::vector<std::string> lines_of(const std::string& text) {
    std::istringstream in(text);
    TextLines lines(in, "here");
    std::vector<std::string> found;
    for (std::string line; lines.next(line);) found.push_back(line);
    CHECK(lines.number() == found.size());
    return found;
}

using Lines = std::vector<std::string>;

}  // namespace

TEST_CASE("lines come without their ends and without a byte order mark") {
    CHECK(lines_of("a\nb\r\n\nc") == Lines{"a", "b", "", "c"});
    CHECK(lines_of("\xEF\xBB\xBF"
                   "a\n\xEF\xBB\xBF"
                   "b\n") == Lines{"a",
                                   "\xEF\xBB\xBF"
                                   "b"});
    CHECK(lines_of("a\rb\n") == Lines{"a\rb"});
    CHECK(lines_of("").empty());
}

TEST_CASE("a line that is no text is named with its byte") {
    CHECK_THAT(error_of<InputError>([] {
                   lines_of(
                       "good\nb\xff"
                       "d\n");
               }),
               Contains("here:2: is not UTF-8 at byte 2 of the line; convert"));
    CHECK_THAT(error_of<InputError>([] { lines_of(std::string("good\ngood\nb\0d\n", 14)); }),
               Contains("here:3: holds a NUL byte (byte 2 of the line)"));
}

TEST_CASE("a file that cannot be read is named") {
    const TemporaryFolder folder;
    CHECK_THAT(error_of<InputError>([&] { TextLines lines(folder / "none"); }),
               Contains("none: is not there"));
    CHECK_THAT(error_of<InputError>([&] { TextLines lines(folder.path()); }), Contains("is a folder"));
    TextLines lines(folder.write("one", "line\n"));
    std::string line;
    CHECK(lines.next(line));
    CHECK(lines.place() == (folder / "one").string() + ":1: ");
}
