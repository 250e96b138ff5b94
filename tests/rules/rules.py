"""Holds the repository to the rules of its structure.

usage: rules.py ROOT

Prints a line for each breach, `file:line: what is wrong; what to do`. Exit codes: 0 none; 1 some; 2 nothing to
look at below ROOT. In a git checkout only files that git knows are looked at, so that what a user leaves beside
them is no breach.
"""
import re
import subprocess
import sys
from pathlib import Path

# The files of align/ by layer, from the ground up. A file includes files of earlier rows alone, none of its own
# row. A name may stand here before its file does.
ALIGN_LAYERS = (
    ("ranges",),
    ("unicode",),
    ("world", "patterns", "pattern_spelling"),
    ("document", "srx_classes"),
    ("srx",),
    ("srx_rules",),
    ("list_items", "sentence_rules"),
    ("opinion", "places", "srx_language"),
    ("context",),
    ("abbreviations", "quotations"),
    ("boundaries",),
    ("segmenter", "srx_export"),
    ("tokens",),
    ("names", "numbers"),
    ("vocabulary",),
    ("alike", "lexicon"),
    ("word_list",),
    ("coverage",),
    ("news",),
    ("evidence",),
    ("search", "stretches"),
    ("aligner",),
    ("learn", "weave", "links"),
    ("evaluate",),
    ("calibration", "evaluate_beads", "evaluate_text"),
)

INCLUDES_ICU = {"align/unicode.cpp", "align/world.cpp", "align/patterns.cpp"}  # of the files in align/
INCLUDES_PUGIXML = re.compile(r"tmx/|align/srx\.cpp$|src/memories/(xliff|workbook_reader)\.cpp$")

TOP_LEVEL = {"CMakeLists.txt", "CMakePresets.json", "Makefile", "README.md", "LICENSE",
             "align", "fixtures", "src", "tests", "tmx"}  # and names that begin with a dot

PRINTS_OR_ENDS = re.compile(
    r"\b(cout|cerr|clog|stdin|stdout|stderr)\b|\bfmt::(print)\b"
    r"|(?<![\w.>])(printf|vprintf|puts|putchar|perror|exit|_exit|_Exit|quick_exit|abort|terminate|assert)\s*\(")
INCLUDE = re.compile(r'^\s*#\s*include\s*(?:<([^>]+)>|"([^"]+)")')
# Spelled in parts, as this file is held to the rules too.
UNFINISHED = re.compile(r"\b(" + "|".join(("TO" "DO", "FIX" "ME", "X" "XX")) + r")\b")
MACHINE_PATH = re.compile(r"(?<![\w.:/-])/(?:" + "|".join(("work", "home", "root", "Users", "tmp/bash")) + r")[/_]")

COMMENT_OR_LITERAL = re.compile(
    r'R"(\w*)\((?:.*?)\)\1"|"(?:\\.|[^"\\\n])*"|\'(?:\\.|[^\'\\\n]){1,10}\'|//[^\n]*|/\*.*?\*/', re.DOTALL)


class Tree:
    """The files of a repository by their paths from its root, with their texts."""

    def __init__(self, root):
        self.root = Path(root)
        self.texts = {}
        for path in sorted(self._paths()):
            content = (self.root / path).read_bytes()
            if b"\0" not in content:
                self.texts[path] = content.decode("utf-8", errors="replace")

    def _paths(self):
        if (self.root / ".git").exists():
            listed = subprocess.run(
                ["git", "-c", "safe.directory=*", "-C", self.root, "ls-files", "-z", "--cached"],
                check=True, capture_output=True).stdout.decode()
            return [path for path in listed.split("\0") if (self.root / path).is_file()]
        return [path.relative_to(self.root).as_posix() for path in self.root.rglob("*")
                if path.is_file() and not path.relative_to(self.root).parts[0].startswith("build")]

    def cpp(self, *folders):
        """The C++ files of the folders: pairs of path and text."""
        return [(path, text) for path, text in self.texts.items()
                if path.endswith((".cpp", ".hpp")) and path.split("/")[0] in folders]


def lines_of(text):
    return enumerate(text.split("\n"), start=1)


def includes_of(text):
    """Line, name and whether it is quoted, of each include."""
    for number, line in lines_of(text):
        found = INCLUDE.match(line)
        if found:
            yield number, found[1] or found[2], found[2] is not None


def code_of(text):
    """The text without comments and literals, line for line."""
    return COMMENT_OR_LITERAL.sub(lambda found: "\n" * found[0].count("\n"), text)


def layers_point_down(tree):
    level = {stem: row for row, stems in enumerate(ALIGN_LAYERS) for stem in stems}
    for path, text in tree.cpp("align"):
        stem = path.removeprefix("align/").rsplit(".", 1)[0]
        if stem not in level:
            yield f"{path}:1: has no layer; give it one in ALIGN_LAYERS of tests/rules/rules.py"
            continue
        for number, name, _ in includes_of(text):
            included = name.removeprefix("align/").rsplit(".", 1)[0]
            if name.startswith("align/") and included != stem and level.get(included, -1) >= level[stem]:
                yield (f"{path}:{number}: '{included}' is not below '{stem}'; turn the dependency round, or move "
                       "what both need further down")


def libraries_stand_alone(tree):
    for folder in ("align", "tmx"):
        for path, text in tree.cpp(folder):
            for number, name, quoted in includes_of(text):
                other = name.startswith(("align/", "tmx/", "src/"))
                if (quoted or other) and not name.startswith(folder + "/"):
                    yield f"{path}:{number}: includes \"{name}\"; {folder}/ knows its own files alone, as \"{folder}/…\""


def outside_libraries_stay_in_place(tree):
    for path, text in tree.cpp("align", "tmx", "src"):
        for number, name, _ in includes_of(text):
            if name.startswith("unicode/") and path.startswith("align/") and path not in INCLUDES_ICU:
                yield f"{path}:{number}: includes ICU; in align/ only unicode.cpp does, patterns.cpp for expressions, and world.cpp for locale data"
            if name.startswith("pugi") and not INCLUDES_PUGIXML.match(path):
                yield f"{path}:{number}: includes pugixml; only tmx/ does, align/srx.cpp, and readers of XML in src/memories/"


def libraries_neither_print_nor_exit(tree):
    for path, text in tree.cpp("align", "tmx"):
        for number, name, _ in includes_of(text):
            if name == "iostream":
                yield f"{path}:{number}: includes <iostream>; a library prints nothing, <istream> and <ostream> do for streams"
        for number, line in lines_of(code_of(text)):
            for found in PRINTS_OR_ENDS.finditer(line):
                word = next(filter(None, found.groups()))
                yield f"{path}:{number}: '{word}'; a library neither prints nor exits: return a value or throw"


def top_level_is_kept(tree):
    for name in sorted({path.split("/")[0] for path in tree.texts}):
        if not name.startswith(".") and name not in TOP_LEVEL:
            yield f"{name}:1: does not belong on the top level; put it into one of its folders"


def sources_are_finished(tree):
    sources = (".cpp", ".hpp", ".py", ".sh", ".cmake", "CMakeLists.txt", "Makefile", ".ci/run")
    for path, text in tree.texts.items():
        if path.endswith(sources):
            for number, line in lines_of(text):
                found = UNFINISHED.search(line)
                if found:
                    yield f"{path}:{number}: '{found[1]}'; finish it, or say what holds instead"


def no_path_of_a_machine(tree):
    for path, text in tree.texts.items():
        for number, line in lines_of(text):
            found = MACHINE_PATH.search(line)
            if found:
                yield f"{path}:{number}: '{found[0]}…' is there on one machine only; name it from the repository's root"


def every_source_is_compiled(tree):
    lists = {path.removesuffix("CMakeLists.txt"): text for path, text in tree.texts.items()
             if path.split("/")[-1] == "CMakeLists.txt"}
    for path, _ in tree.cpp("align", "tmx", "src", "tests"):
        if path.endswith(".cpp") and not any(
                path.startswith(folder) and re.search(rf"(?<![\w/.]){re.escape(path.removeprefix(folder))}(?![\w.])", text)
                for folder, text in lists.items()):
            yield f"{path}:1: no CMakeLists.txt names it, so it is never compiled; add it to its folder's list"


RULES = (layers_point_down, every_source_is_compiled, libraries_stand_alone, outside_libraries_stay_in_place, libraries_neither_print_nor_exit,
         top_level_is_kept, sources_are_finished, no_path_of_a_machine)


def main(arguments):
    if len(arguments) != 1:
        print(__doc__.split("\n\n")[1], file=sys.stderr)
        return 2
    tree = Tree(arguments[0])
    if not tree.cpp("align") or not tree.cpp("tmx"):
        print(f"{arguments[0]}: no sources in align/ and tmx/; is this the root of the repository?", file=sys.stderr)
        return 2
    breaches = [breach for rule in RULES for breach in rule(tree)]
    for breach in breaches:
        print(breach)
    print(f"{len(tree.texts)} files, {len(RULES)} rules, {len(breaches)} breaches")
    return 1 if breaches else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
