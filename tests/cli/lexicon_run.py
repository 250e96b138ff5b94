#!/usr/bin/python3
"""lexicon_run.py PROGRAM FIXTURES: lexicons made, taken over, merged, looked into and used by a run."""

import gzip
import json

import program
from program import BAD_INPUTS, DONE, FLOODS, USAGE

DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"

GERMAN = "Der Deich hielt.\nDer Fluss stieg.\nDer Fluss sank.\nDer Deich brach.\nEin Deich am Fluss.\n"
ENGLISH = "The dike held.\nThe river rose.\nThe river fell.\nThe dike broke.\nA dike on the river.\n"


def base64(number):
    text = ""
    while number or not text:
        text, number = DIGITS[number % 64] + text, number // 64
    return text


class LexiconCase(program.Case):
    def lexicon(self, *arguments, **more):
        return self.run_program("lexicon", *arguments, **more)

    def write_dictionary(self, name, entries):
        """A dictionary for dictd in the folder where the program looks for them; gives its index."""
        text, index = b"", ""
        for headword, entry in entries:
            index += f"{headword}\t{base64(len(text))}\t{base64(len(entry.encode()))}\n"
            text += entry.encode()
        self.write(f"dictionaries/{name}.dict.dz", gzip.compress(text))
        return self.write(f"dictionaries/{name}.index", index)

    def text(self, name):
        return (self.folder / name).read_text(encoding="utf-8")

    def refused(self, *arguments, code, parts):
        run = self.lexicon(*arguments, code=code)
        self.assertNotIn("internal error", run.stderr)
        for part in parts:
            self.assertIn(part, run.stderr)


class Making(LexiconCase):
    def test_learn_from_lines_and_from_links(self):
        german, english = self.write("de.txt", GERMAN), self.write("en.txt", ENGLISH)
        run = self.lexicon("learn", german, english, "--langs", "de,en", "-o", "words.tsv")
        self.assertIn("learned from 5 pairs of sentences; written to words.tsv", run.stderr)
        lines = self.text("words.tsv").splitlines()
        self.assertEqual(lines[0], "# hexapla lexicon de en")
        self.assertIn("Deich\tdike", "\n".join(lines))
        links = self.write("de.links", "".join(f"[{i}]:[{i}]:0.1000\n" for i in range(5)))
        self.lexicon("learn", german, english, "--langs", "de,en", "--links", links, "-o", "linked.tsv")
        self.assertEqual(self.text("linked.tsv"), self.text("words.tsv"))
        self.lexicon("learn", german, english, "--langs", "de,en", "-o", "words.tsv", code=3)  # it is there
        self.lexicon("learn", german, english, "--langs", "de,en", "-o", "words.tsv", "--force")

    def test_learn_from_a_memory_that_align_wrote(self):
        self.run_program("align", FLOODS / "en.txt", FLOODS / "de.txt", "-o", "floods.tmx", "--quiet")
        run = self.lexicon("learn", "floods.tmx", "--langs", "de,en", "-o", "-")
        self.assertTrue(run.stdout.decode().startswith("# hexapla lexicon de en\n"))
        self.refused("learn", "floods.tmx", "--langs", "ru,sw", "-o", "-", code=BAD_INPUTS,
                     parts=("floods.tmx: has no unit in ru and sw",))

    def test_import_from_every_format(self):
        index = self.write_dictionary("freedict-deu-eng", [("haus", "Haus /x/ <n>\nhouse, building\n")])
        for name in (index, index.with_name("freedict-deu-eng.dict.dz")):
            run = self.lexicon("import", name, "-o", "-")
            self.assertEqual(run.stdout.decode(), "# hexapla lexicon de en\nHaus\thouse\nHaus\tbuilding\n")
        run = self.lexicon("import", index, "-o", "-", "--langs", "en,de")
        self.assertEqual(run.stdout.decode(), "# hexapla lexicon en de\nhouse\tHaus\nbuilding\tHaus\n")
        omegat = self.write("glossary.txt", "Haus\thouse\ta building\nFluss\triver\t\n")
        run = self.lexicon("import", omegat, "--langs", "de,en", "-o", "-")
        self.assertEqual(run.stdout.decode(), "# hexapla lexicon de en\nHaus\thouse\nFluss\triver\n")
        termbase = self.write("terms.tbx", '<martif type="TBX"><text><body><termEntry>'
                              '<langSet xml:lang="en"><tig><term>dike</term></tig></langSet>'
                              '<langSet xml:lang="de"><tig><term>Deich</term></tig></langSet>'
                              "</termEntry></body></text></martif>")
        run = self.lexicon("import", termbase, "--langs", "de,en", "-o", "-")
        self.assertEqual(run.stdout.decode(), "# hexapla lexicon de en\nDeich\tdike\n")

    def test_merge_keeps_the_direction_of_the_first(self):
        one = self.write("one.tsv", "# hexapla lexicon de en\nHaus\thouse\t0.5\n")
        two = self.write("two.tsv", "# hexapla lexicon en de\nhouse\tHaus\t0.25\t0.75\nriver\tFluss\n")
        run = self.lexicon("merge", one, two, "-o", "-")
        self.assertEqual(run.stdout.decode(), "# hexapla lexicon de en\nHaus\thouse\t0.75\t0.5\nFluss\triver\n")
        other = self.write("other.tsv", "# hexapla lexicon de fr\nHaus\tmaison\n")
        self.refused("merge", one, other, "-o", "-", code=BAD_INPUTS, parts=("other.tsv: has words in de and fr",))

    def test_what_is_wrong_is_said(self):
        good = self.write("good.tsv", "Haus\thouse\n")
        self.refused("import", good, "-o", "-", code=USAGE, parts=("does not tell its two languages", "--langs"))
        self.refused("import", "none.tsv", "--langs", "de,en", "-o", "-", code=BAD_INPUTS, parts=("none.tsv: is not there",))
        bad = self.write("bad.tsv", "Haus\thouse\nFluss\n")
        self.refused("import", bad, "--langs", "de,en", "-o", "-", code=BAD_INPUTS,
                     parts=("bad.tsv:2: is no pair of words",))
        memory = self.write("a.tmx", "<tmx/>")
        self.refused("import", memory, "--langs", "de,en", "-o", "-", code=USAGE, parts=("lexicon learn",))
        short, long = self.write("short.txt", "a\n"), self.write("long.txt", "a\nb\n")
        self.refused("learn", short, long, "--langs", "de,en", "-o", "-", code=BAD_INPUTS, parts=("has 2 lines where",))
        self.refused("learn", good, "--langs", "de,en", "-o", "-", code=USAGE, parts=("is no memory",))
        self.refused("import", good, "--langs", "de,en", "-o", good, code=USAGE, parts=("good.tsv",))


class Looking(LexiconCase):
    def test_show_names_where_it_is_from(self):
        self.write_dictionary("freedict-eng-deu", [("river", "river\nFluss, Strom\n")])
        own = self.write("own.tsv", "river\tElbe\n")
        out = self.lexicon("show", "river", "--langs", "en,de", "--lexicon", own).stdout.decode()
        for part in ("freedict-eng-deu ", "river ~ Fluss, Strom", "own.tsv ", "river ~ Elbe", "\nriver in de"):
            self.assertIn(part, out)
        out = self.lexicon("show", "river", "--langs", "en,de", "--lexicon", "none", "--lexicon", own).stdout.decode()
        self.assertNotIn("freedict", out)
        self.assertNotIn("news", out)
        out = self.lexicon("show", "xyzzy", "--langs", "en,de").stdout.decode()
        self.assertEqual(out, "nothing is known of 'xyzzy' in en\n")

    def test_coverage_counts_words_and_pairs(self):
        english = self.write("en.txt", "The government of Angela fell in 2015.\nA xyzzy.\n")
        german = self.write("de.txt", "Die Regierung von Angela stürzte 2015.\nEin Xyzzy.\n")
        run = self.lexicon("coverage", english, german, "--langs", "en,de", "--json", "--missing", "5")
        row = json.loads(run.stdout)["languages"][0]
        self.assertEqual((row["lang"], row["sentence_pairs"], row["matched"]), ("de", 2, 1))
        self.assertEqual(row["content_words"], 3)
        self.assertIn({"word": "xyzzy", "count": 1}, row["missing"])
        own = self.write("own.tsv", "xyzzy\tXyzzy\n")
        run = self.lexicon("coverage", english, german, "--langs", "en,de", "--json", "--lexicon", own)
        self.assertEqual(json.loads(run.stdout)["languages"][0]["matched"], 2)
        self.refused("coverage", german, english, "--langs", "de,en", code=USAGE, parts=("English text first",))


class Using(LexiconCase):
    def links(self, *arguments, code=DONE):
        return self.run_program("links", self.write("de.txt", "Wabbel hier.\nZock dort.\n"),
                                self.write("en.txt", "Frimp here.\nGlonk there.\n"), "-o", "-", "--langs", "de,en",
                                *arguments, code=code)

    def test_a_run_says_what_it_knew(self):
        self.write_dictionary("freedict-deu-eng", [("wabbel", "Wabbel\nfrimp\n")])
        own = self.write("own.tsv", "Zock\tglonk\n")
        run = self.links("--lexicon", own)
        self.assertIn("words known before: own.tsv (1 entry), freedict-deu-eng (1 entry for these texts), "
                      "the lexicon of the news (", run.stderr)
        self.assertIn("words known before: none, as told", self.links("--lexicon", "none").stderr)

    def test_a_bad_dictionary_of_the_system_is_no_failure(self):
        self.write_dictionary("freedict-deu-eng", [("wabbel", "Wabbel\nfrimp\n")])
        self.write("dictionaries/freedict-deu-eng.index", "wabbel\n")
        self.assertIn("warning: freedict-deu-eng is not used: ", self.links().stderr)

    def test_a_bad_file_of_the_user_ends_the_run(self):
        run = self.links("--lexicon", self.write("own.tsv", "Zock\n"), code=BAD_INPUTS)
        self.assertIn("own.tsv:1: is no pair of words", run.stderr)

    def test_align_reports_it(self):
        self.run_program("align", FLOODS / "en.txt", FLOODS / "de.txt", "-o", "a.tmx", "--report", "a.json", "--quiet")
        known = json.loads(self.text("a.json"))["known"]
        self.assertEqual(len(known), 1)
        self.assertIn("en-de: words known before: the lexicon of the news (", known[0])


if __name__ == "__main__":
    program.main()
