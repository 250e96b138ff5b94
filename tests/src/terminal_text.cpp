#include "terminal_text.hpp"

#include "catch.hpp"

using hexapla::terminal_text;

TEST_CASE("nothing in a text can move a terminal's cursor or turn the direction of what follows") {
    CHECK(terminal_text("a\x1b[2Jb\rc\x7f") == "a<U+001B>[2Jb<U+000D>c<U+007F>");
    CHECK(terminal_text("invoice\u202Efdp.exe\u2069") == "invoice<U+202E>fdp.exe<U+2069>");
    CHECK(terminal_text("\u0085") == "<U+0085>");
    CHECK(terminal_text("Größe, می\u200Cخواهم 中文\tx\n") == "Größe, می\u200Cخواهم 中文\tx\n");
}
