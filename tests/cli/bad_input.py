#!/usr/bin/python3
"""bad_input.py PROGRAM FIXTURES: what the program does with inputs and places that are no good.

Each run must end with its exit code and one clear sentence on standard error that names the place; it leaves
no output and no part of one behind; and good inputs of the same run are still done.
"""

import json
import os
import resource
import shutil
import subprocess
import tempfile
import time

import program
from program import BAD_INPUTS, DONE, ENGLISH, GERMAN, STOPPED, USAGE

MEGABYTE = 1 << 20


class BadCase(program.Case):
    def assert_sentence(self, error, *parts):
        """One line of standard error holds all parts; none is that of an internal error."""
        self.assertNotIn("internal error", error)
        lines = [line for line in error.splitlines() if line.startswith("hexapla: ")]
        self.assertTrue(any(all(part in line for part in parts) for line in lines), f"{parts} not in:\n{error}")

    def refused(self, *arguments, parts, code=BAD_INPUTS, **more):
        """The run ends with the code, a sentence that holds the parts, and no file that was not there before."""
        before = self.files()
        run = self.run_program(*arguments, code=code, **more)
        self.assert_sentence(run.stderr, *parts)
        self.assertEqual(self.files(), before)
        return run

    def folders(self, bad_german, name="bad.txt"):
        """Two folders with a good story and one whose German version is `bad_german`."""
        self.write("en/good.txt", ENGLISH)
        self.write("de/good.txt", GERMAN)
        self.write("en/bad.txt", ENGLISH)
        if bad_german is not None:
            self.write("de/" + name, bad_german)


class BadFiles(BadCase):
    """A bad file beside a good one: named, counted, and the rest is done."""

    # Name, content, what align says, what links says.
    BAD = (
        ("malformed", "Der Fluss f\u00e4llt. ".encode() * 50 + b"\xff\xfe Ende der \xc3\x9cbung.",
         ("byte 900", "UTF-8", "--repair"), ("bad.txt:1:", "is not UTF-8 at byte 901", "convert")),
        ("NUL bytes", GERMAN.encode() + b"Das\0Ende ist nah.\n", ("is no text",), ("bad.txt:2:", "NUL byte (byte 4", "text")),
        ("empty", b"", ("empty",), ("empty", "give a text")),
        ("blank", b"\n \n\n", ("bad.txt: ",), ("empty", "give a text")),
        ("PNG", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x10" + bytes(range(256)), ("bad.txt",), ("bad.txt:1:", "UTF-8")),
    )

    def test_align_names_it_and_does_the_rest(self):
        for name, content, parts, _ in self.BAD:
            with self.subTest(name):
                self.folders(content)
                run = self.run_program("align", "en", "de", "-o", "out/", "--profile", "complete", code=BAD_INPUTS)
                self.assert_sentence(run.stderr, "de/bad.txt", *parts)
                self.assertEqual([file for file in self.files() if file.startswith("out/")], ["out/good.tmx", "out/rest.tsv"])
                self.assertIn("1 story", run.stderr)
                self.assertIn("inputs that could not be used: 1", run.stderr)
                self.run_program("align", "en", "de", "-o", "out/", "--max-bad", "1", code=DONE)
                shutil.rmtree(self.folder / "out")

    def test_links_names_it_and_does_the_rest(self):
        for name, content, _, parts in self.BAD:
            with self.subTest(name):
                self.folders(content)
                run = self.run_program("links", "en", "de", "-o", "out", code=BAD_INPUTS)
                self.assert_sentence(run.stderr, "de/bad.txt", *parts)
                self.assertEqual([file for file in self.files() if file.startswith("out/")], ["out/good.links"])
                self.run_program("links", "en", "de", "-o", "out", "--max-bad", "1", code=DONE)
                shutil.rmtree(self.folder / "out")

    def test_alone_it_ends_the_run(self):
        for name, content, align, links in self.BAD:
            with self.subTest(name):
                good = self.write("good.txt", ENGLISH)
                bad = self.write("bad.txt", content)
                self.refused("align", good, bad, "-o", "out.tmx", parts=align)
                self.refused("links", good, bad, "-o", "out.links", "--langs", "en,de", parts=links)
                self.refused("align", good, bad, "-o", "out.tmx", "--max-bad", "9", parts=align)
                if name != "blank":
                    self.refused("segment", "--lang", "de", bad, parts=("bad.txt",))

    def test_repair_reads_malformed_text(self):
        good = self.write("good.txt", ENGLISH)
        bad = self.write("bad.txt", GERMAN.encode() * 20 + b"Ende der \xff \xc3\x9cbung.")
        run = self.run_program("align", good, bad, "-o", "out.tmx", "--repair")
        self.assertIn("U+FFFD", run.stderr)

    def test_an_odd_language_is_one_bad_input(self):
        self.folders(GERMAN)
        self.write("second/good.txt", GERMAN)
        self.write("second/bad.txt", GERMAN)
        self.write("second/odd.txt", "El río bajó el lunes después de la lluvia. La alcaldesa dio las gracias a todos.\n")
        self.write("en/odd.txt", ENGLISH)
        run = self.run_program("align", "en", "second", "-o", "out/", code=BAD_INPUTS)
        self.assert_sentence(run.stderr, "second: odd is es where most are de", "--langs")
        self.assertEqual([file for file in self.files() if file.startswith("out/")],
                         ["out/bad.tmx", "out/good.tmx", "out/rest.tsv"])

    def test_a_name_that_is_no_utf8_goes_through(self):
        english = self.write("en.txt", ENGLISH)
        german = os.fsdecode(os.fsencode(self.folder) + b"/de\xff.txt")
        shutil.copy(self.write("de.txt", GERMAN), german)
        for output in ("out.tmx", "out.tsv", "out.jsonl"):
            for first, second in ((english, german), (german, english)):
                self.run_program("align", first, second, "-o", output, "--profile", "complete", "--report", "r.json")


class OddVersions(program.Case):
    """Versions that can be read and are not what they are given for."""

    def story(self, name, tag):
        return program.FIXTURES / f"stories/{name}/{tag}.txt"

    def align(self, *files, **more):
        return self.run_program("align", *files, "-o", "out.tmx", **more)

    def test_more_versions_than_there_are_languages(self):
        files = [self.write(f"{i}.txt", "It rains.\n") for i in range(40)]
        error = self.align(*files, code=program.USAGE).stderr
        self.assertIn("40 versions are given, and there are 32", error)

    def test_one_language_twice(self):
        error = self.align(self.story("cod", "en"), self.story("cod", "de"), self.story("floods", "de"), code=1).stderr
        self.assertIn("is de like another version; name the versions with --langs", error)

    def test_a_version_in_another_language_than_said(self):
        error = self.align(self.story("cod", "en"), self.story("cod", "fr"), "--langs", "en,de").stderr
        self.assertIn("fr.txt: is taken as German (de) as told, but its words look like FRENCH", error)

    def test_an_article_in_two_alphabets(self):
        latin, cyrillic = (self.story("cod", tag).read_text(encoding="utf-8").split("\n\n") for tag in ("sr", "sr-Cyrl"))
        self.write("mixed.txt", "\n\n".join(latin[:8] + cyrillic[8:]))
        error = self.align(self.story("cod", "en"), "mixed.txt", "--langs", "en,sr").stderr
        self.assertRegex(error, r"mixed\.txt: \d+ of its \d+ blocks are in (Latin|Cyrillic) letters, the others in "
                                r"(Latin|Cyrillic); is it one article\?")
        for tag in ("sr", "sr-Cyrl", "am", "ar"):
            self.assertNotIn("letters", self.align(self.story("cod", "en"), self.story("cod", tag), "--langs", f"en,{tag}").stderr)

    def test_a_page_named_as_another_form(self):
        html = program.FIXTURES / "stories/malaria/html"
        self.write("dump.html", self.story("malaria", "de").read_text(encoding="utf-8"))
        self.write("react.txt", (html / "ru.rich_text.html").read_text(encoding="utf-8"))
        error = self.align("dump.html", "react.txt").stderr
        self.assertRegex(error, r"\n  ru +1 article, 2016-06-02, 22 sentences")
        self.assertNotIn("warning", error)

    def test_a_version_that_is_another_story(self):
        error = self.align(self.story("cod", "en"), self.story("cod", "fr"), self.story("floods", "de")).stderr
        self.assertEqual([line for line in error.splitlines() if "warning" in line],
                         ["hexapla: warning: en: hardly a sentence of de is surely one of another version; is it another story, "
                          "or in another language?"])


class BadPlacesOfInputs(BadCase):
    def test_a_folder_where_a_file_is_meant(self):
        self.folders(GERMAN)
        self.refused("segment", "--lang", "en", "en", parts=("en: is a folder", "name a file"))
        self.refused("align", "en/good.txt", "de", "-o", "out.tmx", code=USAGE, parts=("files and folders are mixed",))
        self.refused("align", "en/good.txt", "de/good.txt", "-o", "o.tmx", "--lexicon", "en", parts=("en: is a folder",))

    def test_what_is_not_there(self):
        self.write("en.txt", ENGLISH)
        for command in ("align", "links"):
            self.refused(command, "en.txt", "none.txt", "-o", "out.tmx", parts=("none.txt: is not there", "check"))
        self.refused("align", "en.txt", "none.txt", "--dry-run", parts=("none.txt: is not there",))

    def test_two_files_of_one_stem(self):
        self.folders(GERMAN)
        self.write("de/bad.text", GERMAN)
        for command, output in (("align", "out/bad.tmx"), ("links", "out/bad.links")):
            run = self.run_program(command, "en", "de", "-o", "out/", code=BAD_INPUTS)
            self.assert_sentence(run.stderr, "de: two files of one stem, bad.text and bad.txt", "rename one")
            self.assertNotIn(output, self.files())
            self.assertIn(output.replace("bad", "good"), self.files())
        self.assertIn(b"(not used)", self.run_program("align", "en", "de", "--dry-run").stdout)

    def test_one_side_missing(self):
        self.folders(None)
        run = self.run_program("align", "en", "de", "-o", "out/")
        self.assertIn("files without a partner: 1\n    en/bad.txt", run.stderr)
        run = self.run_program("links", "en", "de", "-o", "out/")
        self.assertIn("no partner of the same name: en/bad.txt", run.stderr)
        self.assertEqual([file for file in self.files() if file.startswith("out/")],
                         ["out/good.links", "out/good.tmx", "out/rest.tsv"])
        (self.folder / "de/good.txt").rename(self.folder / "de/other.txt")
        self.refused("align", "en", "de", "-o", "out2/", parts=("en: no file has the same stem in two folders",))

    def test_the_same_file_twice(self):
        file = self.write("en.txt", ENGLISH)
        os.link(file, self.folder / "de.txt")
        for command in ("align", "links"):
            for second in ("en.txt", "./en.txt", "de.txt"):
                self.refused(command, "en.txt", second, "-o", "o.tmx", code=USAGE, parts=("given twice", "two different"))

    def test_one_language_twice(self):
        self.write("a.txt", ENGLISH)
        self.write("b.txt", ENGLISH + "It ended well for all of them.\n")
        self.refused("align", "a.txt", "b.txt", "-o", "o.tmx", parts=("b.txt: is en like another", "--langs"))

    def test_a_link_to_nothing_is_no_file(self):
        self.folders(GERMAN)
        (self.folder / "de/ghost.txt").symlink_to("nowhere")
        (self.folder / "de/loop.txt").symlink_to("loop.txt")
        self.run_program("align", "en", "de", "-o", "out/")


class OddSizes(BadCase):
    def test_one_sentence_against_four_hundred(self):
        one = self.write("one.txt", "The mayor of Lostritz thanked 300 helpers on Monday for their work on the dike.\n")
        many = self.write("many.txt", "".join(
            f"Im Jahr {1500 + i} stand das Wasser in der Stadt {i % 7} Tage lang sehr hoch.\n\n" for i in range(399)) +
            "Die Bürgermeisterin von Lostritz dankte am Montag 300 Helfern für ihre Arbeit am Deich.\n")
        for first, second in ((one, many), (many, one)):
            self.run_program("align", first, second, "-o", "out.tmx", "--profile", "complete", "--report", "report.json")
            report = json.loads((self.folder / "report.json").read_text())
            self.assertEqual(sorted(version["sentences"] for version in report["versions"]), [1, 400])
            for version in report["versions"]:
                self.assertEqual(version["in_units"] + sum(version["left_out"].values()), version["sentences"])
        run = self.run_program("links", one, many, "-o", "-", "--langs", "en,de")
        beads = run.stdout.decode().split()
        self.assertIn(len(beads), (799, 800))  # the blank lines are sentences too

    def refused_within(self, *arguments, parts, seconds=30, megabytes=1500):
        """Refused in time and within memory."""
        limit = megabytes * MEGABYTE

        def bound():
            resource.setrlimit(resource.RLIMIT_DATA, (limit, limit))

        begin = time.monotonic()
        self.refused(*arguments, parts=parts, seconds=seconds, preexec_fn=bound)
        print(f"    {arguments[0]} of 50 MB is refused after {time.monotonic() - begin:.1f} s")

    def test_fifty_megabytes(self):
        small = self.write("small.txt", ENGLISH)
        sentence = "Der Deich hielt. "
        line = sentence * 20 + "\n"
        with_lines = self.write("lines.txt", line * (50 * MEGABYTE // len(line)))
        without = self.write("without.txt", sentence * (50 * MEGABYTE // len(sentence)))
        one_word = self.write("word.txt", "Deich" * (10 * MEGABYTE))
        for command, parts in (("align", ("holds",)), ("links", ("lines.txt: holds more than 100000 sentences", "split it"))):
            self.refused_within(command, small, with_lines, "-o", "out.tmx", "--langs", "en,de",
                                parts=parts)
        for file in (without, one_word):
            self.refused_within("links", small, file, "-o", "out.links", "--langs", "en,de",
                                parts=(f"{file.name}:1: holds 5", "bytes", "hexapla segment"))
        self.refused_within("align", small, without, "-o", "out.tmx", "--langs", "en,de",
                            parts=("without.txt: holds",))

    def test_seventy_megabytes_are_no_page(self):
        small = self.write("small.txt", ENGLISH)
        large = self.write("large.txt", b"Der Deich hielt.\n" * (70 * MEGABYTE // 17))
        self.refused_within("align", small, large, "-o", "out.tmx", parts=("large.txt", "MB"))


class BadPlacesOfOutputs(BadCase):
    def setUp(self):
        super().setUp()
        self.write("en.txt", ENGLISH)
        self.write("de.txt", GERMAN)
        self.write("file", "a file")
        self.write("foreign.tmx", '<tmx version="1.4"><header creationtool="other"/><body/></tmx>')
        self.write("foreign.tsv", "a\tb\n")
        self.write("rest.tsv", "a\tb\n")
        self.write("foreign.json", '{"mine": true}')
        self.write("foreign.links", "[0]:[0]:0.123456\n")
        (self.folder / "folder.tmx").mkdir()

    def test_places_that_cannot_be(self):
        align = ("align", "en.txt", "de.txt")
        for option, place, parts in (
                ("-o", "file/out.tmx", ("file/out.tmx: cannot be written", "is no folder", "choose another")),
                ("-o", "file/", ("cannot be written", "is no folder")),
                ("-o", "file/a/b/", ("cannot be written", "is no folder")),
                ("-o", "x" * 300 + ".tmx", ("cannot be written", "File name too long")),
                ("--rest", "file/rest.tsv", ("file/rest.tsv: cannot be written",)),
                ("--rest", "folder.tmx", ("folder.tmx: is a folder", "name a file")),
                ("--report", "folder.tmx", ("folder.tmx: is a folder",))):
            with self.subTest(f"{option} {place[:20]}"):
                output = () if option == "-o" else ("-o", "out.tmx")
                self.refused(*align, *output, option, place, code=STOPPED, parts=parts)
        self.refused("links", "en.txt", "de.txt", "-o", "file/x.links", code=STOPPED, parts=("cannot be written",))

    def test_what_another_program_wrote_is_kept(self):
        align = ("align", "en.txt", "de.txt")
        links = ("links", "en.txt", "de.txt")
        for call in ((*align, "-o", "foreign.tmx"), (*align, "-o", "foreign.tsv"), (*links, "-o", "foreign.links"),
                     (*align, "-o", "out.tmx", "--rest", "rest.tsv"),
                     (*align, "-o", "out.tmx", "--report", "foreign.json")):
            with self.subTest(call[-1]):
                before = (self.folder / call[-1]).read_bytes()
                self.refused(*call, code=STOPPED, parts=(f"{call[-1]}: is there already", "--force"))
                self.assertEqual((self.folder / call[-1]).read_bytes(), before)
                self.run_program(*call, "--force")
                self.assertNotEqual((self.folder / call[-1]).read_bytes(), before)
                self.run_program(*call)  # its own it replaces unasked

    def test_an_input_is_no_output(self):
        self.refused("links", "en.txt", "de.txt", "-o", "de.txt", "--force", code=USAGE, parts=("de.txt: is an input",))
        self.refused("align", "en.txt", "de.txt", "-o", "o.tsv", "--rest", "./o.tsv", code=USAGE, parts=("written twice",))

    def test_a_wrong_date_is_refused_before_the_work(self):
        for wrong in ("yesterday", "", "12x", "-1", "999999999999999"):
            self.refused("align", "en.txt", "de.txt", "-o", "out.tmx", code=USAGE, parts=("SOURCE_DATE_EPOCH", "unset it"),
                         environment={"SOURCE_DATE_EPOCH": wrong})

    def test_a_full_device(self):
        links = ("links", "en.txt", "de.txt")
        self.refused(*links, "-o", "/dev/full", code=STOPPED, parts=("/dev/full", "No space left on device"))
        self.refused("align", "en.txt", "de.txt", "-o", "-", "--rest", "/dev/full", code=STOPPED, parts=("/dev/full",))
        with open("/dev/full", "wb") as full:
            for call in ((*links, "-o", "-"), ("align", "en.txt", "de.txt", "-o", "-"), ("editions",), ("--help",),
                         ("segment", "--lang", "en", "en.txt"), ("extract", "en.txt")):
                self.refused(*call, code=STOPPED, parts=("standard output", "disk full"), capture_output=False, stdout=full,
                             stderr=subprocess.PIPE)

    def test_a_full_disk(self):
        disk = tempfile.mkdtemp(prefix="hexapla_disk_")
        self.addCleanup(os.rmdir, disk)
        mounted = subprocess.run(["mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", disk], capture_output=True)
        if mounted.returncode != 0:
            self.skipTest("no small disk can be mounted here")
        self.addCleanup(subprocess.run, ["umount", disk], check=True)
        for version, text in (("en", ENGLISH), ("de", GERMAN)):
            self.write(f"{version}.txt", "\n".join(text.strip() + f" {i}.\n" for i in range(250)))
        for name in ("out.tmx", "out.tsv", "out.jsonl"):
            run = self.run_program("align", "en.txt", "de.txt", "-o", f"{disk}/{name}", "--profile", "complete", "--no-learn",
                                   code=STOPPED)
            self.assert_sentence(run.stderr, f"{disk}/{name}", "No space left on device", "make room")
            self.assertEqual(os.listdir(disk), [])
        with open(f"{disk}/all", "wb") as file:
            file.write(b"x" * 60000)
        run = self.run_program("align", "en.txt", "de.txt", "-o", f"{disk}/out.tmx.gz", "--profile", "complete", "--no-learn",
                                   code=STOPPED)
        self.assert_sentence(run.stderr, f"{disk}/out.tmx.gz", "make room")
        self.assertEqual(os.listdir(disk), ["all"])

    def test_a_reader_that_goes_away(self):
        text = self.write("long.txt", ENGLISH * 20000)
        for call in (["segment", "--lang", "en", text], ["extract", *["en.txt"] * 300]):
            run = subprocess.Popen([program.PROGRAM, *call], cwd=self.folder, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
            self.assertEqual(len(run.stdout.read(10)), 10)
            run.stdout.close()
            error = run.stderr.read().decode()
            run.stderr.close()
            self.assertEqual(run.wait(timeout=60), STOPPED)
            self.assert_sentence(error, "standard output: cannot be written", "reader gone")

    def test_a_closed_standard_output(self):
        def close():
            os.close(1)

        self.refused("align", "en.txt", "de.txt", "-o", "-", code=STOPPED, parts=("standard output",), preexec_fn=close)
        self.run_program("align", "en.txt", "de.txt", "-o", "out.tmx", preexec_fn=close)
        self.assertTrue((self.folder / "out.tmx").read_text().rstrip().endswith("</tmx>"))


if __name__ == "__main__":
    program.main()
