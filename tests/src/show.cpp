#include "show.hpp"

#include <cstdlib>
#include <sstream>

#include "catch.hpp"
#include "src/made_story.hpp"

using hexapla::AlignedStory;
using hexapla::wrapped;
using made::bead;
using made::version;
using Lines = std::vector<std::string>;

namespace {

AlignedStory sample() {
    return made::story("s",
                       {version("en", {{"One.", "A sentence that is too long for it."}}),
                        version("fa", {{"یک.", "جمله‌ای دراز."}})},
                       {{bead(0, 1, 0, 1, 0.95), bead(1, 2, 1, 2, 0.91236)}});
}

std::string shown(const std::vector<AlignedStory>& stories, std::size_t count,
                  const hexapla::ShowOptions& options) {
    std::ostringstream out;
    hexapla::print_units(out, stories, count, options);
    return out.str();
}

}  // namespace

TEST_CASE("text is wrapped at spaces") {
    CHECK(wrapped("one two three", 100) == Lines{"one two three"});
    CHECK(wrapped("one two three", 7) == Lines{"one two", "three"});
    CHECK(wrapped("one two three", 8) == Lines{"one two", "three"});
    CHECK(wrapped("one two three", 6) == Lines{"one", "two", "three"});
    CHECK(wrapped("  one  two ", 5) == Lines{"one", "two"});
    CHECK(wrapped("", 5) == Lines{""});
    CHECK(wrapped("   ", 5) == Lines{""});
}

TEST_CASE("a word longer than the line is cut") {
    CHECK(wrapped("abcdefgh", 3) == Lines{"abc", "def", "gh"});
    CHECK(wrapped("a bcdefgh", 3) == Lines{"a", "bcd", "efg", "h"});
    CHECK(wrapped("大", 1) == Lines{"大"});
}

TEST_CASE("Chinese is wrapped between characters of two columns, closing marks kept with them") {
    CHECK(wrapped("河水开始回落", 4) == Lines{"河水", "开始", "回落"});
    CHECK(wrapped("河水开始回落", 5) == Lines{"河水", "开始", "回落"});
    CHECK(wrapped("河水回落。好", 8) == Lines{"河水回", "落。好"});
}

TEST_CASE("marks take no column") {
    CHECK(wrapped("e\u0301e\u0301e\u0301 x", 3) == Lines{"e\u0301e\u0301e\u0301", "x"});
    CHECK(wrapped("हिन्दी", 6).size() == 1);
}

TEST_CASE("a unit has a line of number, confidence and bead, then its versions") {
    CHECK(shown({sample()}, 1, {}) == "1 · 0.9500 · 1-1\n  en  One.\n  fa  یک.\n");
    CHECK(shown({sample()}, 5, {30, false}) ==
          "1 · 0.9500 · 1-1\n  en  One.\n  fa  یک.\n\n"
          "2 · 0.9124 · 1-1\n  en  A sentence that is too\n      long for it.\n  fa  جمله‌ای "
          "دراز.\n");
    CHECK(shown({sample()}, 0, {}).empty());
}

TEST_CASE("units of several stories bear the story's name") {
    auto second = sample();
    second.name = "t";
    const std::string text = shown({sample(), second}, 3, {});
    CHECK(text.rfind("s 1 · ", 0) == 0);
    CHECK(text.find("\ns 2 · ") != std::string::npos);
    CHECK(text.find("\nt 1 · ") != std::string::npos);
    CHECK(text.find("\nt 2 · ") == std::string::npos);
}

TEST_CASE("right-to-left lines stand in isolates where asked for, others never") {
    CHECK(shown({sample()}, 1, {100, true}) == "1 · 0.9500 · 1-1\n  en  One.\n  fa  \u2067یک.\u2069\n");
}

TEST_CASE("the terminal's columns are those of COLUMNS, else 100") {
    const char* before = std::getenv("COLUMNS");
    const std::string kept = before == nullptr ? "" : before;
    ::setenv("COLUMNS", "72", 1);
    CHECK(hexapla::show_options(true).columns == 72);
    CHECK(hexapla::show_options(true).isolate);
    CHECK_FALSE(hexapla::show_options(false).isolate);
    for (const char* wrong : {"", "0", "wide", "-5", "80x"}) {
        ::setenv("COLUMNS", wrong, 1);
        CHECK(hexapla::show_options(false).columns == 100);
    }
    ::unsetenv("COLUMNS");
    CHECK(hexapla::show_options(false).columns == 100);
    if (before != nullptr) ::setenv("COLUMNS", kept.c_str(), 1);
}
