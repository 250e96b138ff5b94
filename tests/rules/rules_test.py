"""Each rule of rules.py finds its breach in a made-up repository, and finds none where there is none."""
import shutil
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

import rules

SOUND = {
    "CMakeLists.txt": "project(sound)\n",
    ".gitignore": "/build/\n",
    "README.md": "See `tests/rules` and https://example.org/home/page.\n",
    "align/unicode.hpp": "#pragma once\n#include <string>\n",
    "align/unicode.cpp": '#include "align/unicode.hpp"\n#include <unicode/uchar.h>\n',
    "align/document.hpp": '#pragma once\n#include "align/unicode.hpp"\n',
    "align/search.cpp": '// It never calls abort() and knows no std::cout.\n#include <ostream>\n'
                        'const char* name = "printf(";\nstatic_assert(true);\n',
    "tmx/writer.cpp": "#include <pugixml.hpp>\n",
    "src/units.cpp": '#include <iostream>\n#include "align/document.hpp"\n#include "tmx/writer.hpp"\n',
    "tests/search.cpp": 'std::string folder = "/tmp/hexapla-' + "X" * 6 + '";\n',
}


class Rules(unittest.TestCase):
    def setUp(self):
        self.root = Path(tempfile.mkdtemp())
        self.addCleanup(shutil.rmtree, self.root)
        for path, text in SOUND.items():
            self.put(path, text)

    def put(self, path, text):
        (self.root / path).parent.mkdir(parents=True, exist_ok=True)
        (self.root / path).write_text(text)
        if path.endswith(".cpp"):
            with open(self.root / "CMakeLists.txt", "a") as sources:
                sources.write(f"target_sources(sound PRIVATE {path})\n")

    def breaches(self):
        tree = rules.Tree(self.root)
        return [(rule.__name__, breach) for rule in rules.RULES for breach in rule(tree)]

    def expect(self, rule, start, path, text):
        """With this text in this file the rule, and it alone, has one complaint, which starts so."""
        self.put(path, text)
        found = self.breaches()
        self.assertEqual([name for name, _ in found], [rule], found)
        self.assertTrue(found[0][1].startswith(start), found)

    def test_a_sound_repository_has_no_breach(self):
        self.assertEqual(self.breaches(), [])

    def test_an_include_of_a_later_layer_is_found(self):
        self.expect("layers_point_down", "align/tokens.cpp:2: 'aligner' is not below 'tokens'",
                    "align/tokens.cpp", '#include "align/tokens.hpp"\n#include "align/aligner.hpp"\n')

    def test_an_include_within_a_layer_is_found(self):
        self.expect("layers_point_down", "align/names.hpp:1: 'numbers' is not below 'names'",
                    "align/names.hpp", '#include "align/numbers.hpp"\n')

    def test_a_file_without_a_layer_is_found(self):
        self.expect("layers_point_down", "align/helpers.hpp:1: has no layer", "align/helpers.hpp", "#pragma once\n")

    def test_align_including_tmx_is_found(self):
        self.expect("libraries_stand_alone", 'align/search.cpp:1: includes "tmx/unit.hpp"',
                    "align/search.cpp", '#include "tmx/unit.hpp"\n')

    def test_tmx_including_align_is_found(self):
        self.expect("libraries_stand_alone", 'tmx/writer.cpp:1: includes "align/document.hpp"',
                    "tmx/writer.cpp", "#  include <align/document.hpp>\n")

    def test_a_library_including_the_program_is_found(self):
        self.expect("libraries_stand_alone", 'tmx/writer.cpp:1: includes "errors.hpp"',
                    "tmx/writer.cpp", '#include "errors.hpp"\n')

    def test_icu_outside_its_file_is_found(self):
        self.expect("outside_libraries_stay_in_place", "align/document.hpp:1: includes ICU",
                    "align/document.hpp", "#include <unicode/uchar.h>\n")

    def test_pugixml_in_align_is_found(self):
        self.expect("outside_libraries_stay_in_place", "align/document.hpp:1: includes pugixml",
                    "align/document.hpp", "#include <pugixml.hpp>\n")

    def test_pugixml_in_the_program_is_found(self):
        self.expect("outside_libraries_stay_in_place", "src/units.cpp:1: includes pugixml",
                    "src/units.cpp", '#include "pugixml.hpp"\n')

    def test_pugixml_in_srx_is_no_breach(self):
        self.put("align/srx.cpp", "#include <pugixml.hpp>\n")
        self.assertEqual(self.breaches(), [])

    def test_printing_and_exiting_libraries_are_found(self):
        for statement in ("std::cout << 1;", "std::cerr << 1;", "std::fprintf(stderr, text);", "printf(text);",
                          "std::puts(text);", "fmt::print(text);", "std::exit(1);", "std::abort();", "abort ();",
                          "std::terminate();", "assert(x > 0);"):
            with self.subTest(statement):
                self.expect("libraries_neither_print_nor_exit", "tmx/text.cpp:3: '",
                            "tmx/text.cpp", f"/* a\nb */\n{statement}\n")

    def test_iostream_in_a_library_is_found(self):
        self.expect("libraries_neither_print_nor_exit", "align/search.cpp:1: includes <iostream>",
                    "align/search.cpp", "#include <iostream>\n")

    def test_a_stray_file_on_the_top_level_is_found(self):
        self.expect("top_level_is_kept", "NOTES.md:1:", "NOTES.md", "\n")

    def test_a_stray_folder_on_the_top_level_is_found(self):
        self.expect("top_level_is_kept", "tools:1:", "tools/run.py", "\n")

    def test_a_source_that_no_list_names_is_found(self):
        (self.root / "tests" / "document.cpp").write_text("int main() {}\n")
        found = self.breaches()
        self.assertEqual([name for name, _ in found], ["every_source_is_compiled"])
        self.assertTrue(found[0][1].startswith("tests/document.cpp:1: no CMakeLists.txt names it"), found)
        (self.root / "tests" / "CMakeLists.txt").write_text("add_executable(test big_document.cpp)\n")
        self.assertEqual(len(self.breaches()), 1)
        (self.root / "tests" / "CMakeLists.txt").write_text("add_executable(test document.cpp)\n")
        self.assertEqual(self.breaches(), [])

    def test_marks_of_unfinished_work_are_found(self):
        for mark in ("TO" "DO", "FIX" "ME", "X" "XX"):
            with self.subTest(mark):
                self.expect("sources_are_finished", f"src/units.cpp:2: '{mark}'", "src/units.cpp", f"\n// {mark}: more\n")

    def test_paths_of_a_machine_are_found_in_every_text(self):
        for path in ("/wo" "rk/main", "/ho" "me/ann/x", "/tmp/ba" "sh_jobs", "/ro" "ot/x"):
            with self.subTest(path):
                self.expect("no_path_of_a_machine", "fixtures/README.md:1: '", "fixtures/README.md", f"in `{path}`\n")

    def test_in_a_checkout_files_that_git_does_not_know_are_no_breach(self):
        git = ["git", "-C", str(self.root)]
        subprocess.run([*git, "init", "-q"], check=True)
        self.put("my.tmx", "\n")
        self.assertEqual(self.breaches(), [])
        subprocess.run([*git, "add", "my.tmx"], check=True)
        self.assertEqual([name for name, _ in self.breaches()], ["top_level_is_kept"])

    def test_the_exit_code_tells_breaches_from_an_empty_folder(self):
        def run(*arguments):
            return subprocess.run([sys.executable, rules.__file__, *map(str, arguments)], capture_output=True).returncode
        self.assertEqual(run(self.root), 0)
        self.put("NOTES.md", "\n")
        self.assertEqual(run(self.root), 1)
        self.assertEqual(run(self.root / "src"), 2)
        self.assertEqual(run(), 2)


if __name__ == "__main__":
    unittest.main()
