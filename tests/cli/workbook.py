#!/usr/bin/python3
"""workbook.py PROGRAM FIXTURES: workbooks that `hexapla align` writes, read back part by part."""

import hashlib
import io
import os
import re
import subprocess
import tempfile
import unittest
import xml.etree.ElementTree as ElementTree
import zipfile

import program
from program import DONE, ENGLISH, FLOODS, GERMAN, STOPPED, USAGE

MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"

RIGHT_TO_LEFT = {
    "ar": "صمد السد يوم الاثنين. شكرت رئيسة البلدية 300 من المساعدين على عملهم.",
    "fa": "سد روز دوشنبه پابرجا ماند. شهردار از ۳۰۰ یاور برای کارشان سپاسگزاری کرد.",
    "prs": "بند روز دوشنبه استوار ماند. شاروال از ۳۰۰ همکار برای کارشان تشکر کرد.",
    "ps": "بند د دوشنبې په ورځ ټينګ پاتې شو. ښاروال د ۳۰۰ مرستندويانو مننه وکړه.",
    "ur": "بند پیر کے روز قائم رہا۔ میئر نے 300 مددگاروں کا ان کے کام پر شکریہ ادا کیا۔",
}


def unescaped(text):
    """A string as Excel reads it: _x0041_ stands for a character."""
    return re.sub("_x([0-9a-fA-F]{4})_", lambda found: chr(int(found[1], 16)), text)


class Sheet:
    """A sheet: `rows` of values, strings or numbers, and `forms`, the attributes of each cell's alignment."""

    def __init__(self, root, strings, alignments):
        self.root = root
        self.rows, self.forms, self.kinds = [], [], []
        for row in root.iter(MAIN + "row"):
            cells = row.findall(MAIN + "c")
            self.rows.append([self._value(cell, strings) for cell in cells])
            self.kinds.append([cell.get("t", "n") for cell in cells])
            self.forms.append([alignments[int(cell.get("s", "0"))] for cell in cells])

    @staticmethod
    def _value(cell, strings):
        value = cell.findtext(MAIN + "v")
        if value is None:
            return ""
        return strings[int(value)] if cell.get("t") == "s" else float(value)

    def records(self):
        header, *rows = self.rows
        return [dict(zip(header, row, strict=True)) for row in rows]


class Workbook:
    def __init__(self, file):
        with zipfile.ZipFile(file) as archive:
            if archive.testzip() is not None:
                raise ValueError(f"{archive.testzip()} is damaged")
            self.parts = {name: archive.read(name) for name in archive.namelist()}
        strings = [unescaped("".join(item.itertext())) for item in self.xml("xl/sharedStrings.xml")]
        self.formats = list(self.xml("xl/styles.xml").find(MAIN + "cellXfs"))
        alignments = [{} if form.find(MAIN + "alignment") is None else form.find(MAIN + "alignment").attrib
                      for form in self.formats]
        targets = {relation.get("Id"): relation.get("Target") for relation in self.xml("xl/_rels/workbook.xml.rels")}
        self.sheets = {sheet.get("name"): Sheet(self.xml("xl/" + targets[sheet.get(RELATION)]), strings, alignments)
                       for sheet in self.xml("xl/workbook.xml").iter(MAIN + "sheet")}

    def xml(self, name):
        return ElementTree.fromstring(self.parts[name])

    def created(self):
        return self.xml("docProps/core.xml").findtext("{http://purl.org/dc/terms/}created")


def table(path):
    """The rows of a table with a header line, as dictionaries."""
    header, *rows = [line.split("\t") for line in path.read_text(encoding="utf-8").splitlines()]
    return [dict(zip(header, row, strict=True)) for row in rows]


class WorkbookCase(program.Case):
    def align(self, *arguments, versions=("en", "de"), **more):
        return self.run_program("align", *(FLOODS / f"{version}.txt" for version in versions), *arguments, **more)

    def workbook(self, name="out.xlsx"):
        return Workbook(self.folder / name)

    def texts(self, *texts):
        """Files of plain text, a.txt, b.txt …"""
        return [self.write(f"{name}.txt", text) for name, text in zip("abcd", texts)]


class Content(WorkbookCase):
    def test_it_has_a_row_for_each_pair_and_each_sentence_left_out(self):
        for versions in (("en", "de"), ("en", "de", "am", "zh-Hans")):
            self.align("-o", "out.xlsx", "--profile", "balanced", versions=versions)
            self.align("-o", "out.tsv", "--profile", "balanced", versions=versions)
            book = self.workbook()
            beads = [row for row in table(self.folder / "out.tsv") if row["source"] and row["target"]]
            self.assertGreater(len(beads), 20)
            pairs = list(dict.fromkeys((row["source_lang"], row["target_lang"]) for row in beads))
            names = ["Pairs"] if len(versions) == 2 else ["-".join(pair) for pair in pairs]
            self.assertEqual(len(pairs), len(versions) * (len(versions) - 1) // 2)
            self.assertEqual(list(book.sheets), [*names, "Left out", "Summary"])
            for name, (source, target) in zip(names, pairs):
                got = [(row["Story"], row[f"Source: {source}"], row[f"Target: {target}"], f"{row['Probability']:.4f}",
                        row["Outcome"], row["Bead"], row["Source article"], row["Target article"])
                       for row in book.sheets[name].records()]
                want = [tuple(row[key] for key in ("hexapla_story", "source", "target", "probability", "outcome", "bead",
                                                   "source_article", "target_article"))
                        for row in beads if (row["source_lang"], row["target_lang"]) == (source, target)
                        and row["source"] and row["target"]]
                self.assertEqual(got, want)
            got = [(row["Story"], row["Side"], str(int(row["Sentence no."])), row["Reason"], f"{row['Probability']:.4f}",
                    row["Sentence"], row["Best candidate"], row["Candidate of"]) for row in book.sheets["Left out"].records()]
            self.assertEqual(got, [tuple(row.values()) for row in table(self.folder / "out.rest.tsv")])

    def test_each_two_versions_come_to_a_workbook_of_their_own_when_told(self):
        self.align("-o", "out.xlsx", "--per-pair", versions=("en", "de", "am"))
        self.assertEqual(self.files(), ["out.de-am.xlsx", "out.en-am.xlsx", "out.en-de.xlsx", "out.rest.tsv"])
        for name in ("de-am", "en-am", "en-de"):
            sheets = self.workbook(f"out.{name}.xlsx").sheets
            self.assertEqual(list(sheets), ["Pairs", "Left out", "Summary"])
            self.assertEqual({row["Of"] for row in sheets["Summary"].records()}, {"all", name, *name.split("-")})

    def test_the_summary_adds_up(self):
        self.align("-o", "out.xlsx", "--profile", "balanced")
        book = self.workbook()
        counts = {(row["Of"], row["What"]): row["Count"] for row in book.sheets["Summary"].records()}
        pairs = book.sheets["Pairs"].records()
        self.assertEqual(counts["en-de", "pairs"], len(pairs))
        self.assertEqual(counts["en-de", "kept"], sum(row["Outcome"] == "kept" for row in pairs))
        for tag in ("en", "de"):
            left = sum(count for (of, what), count in counts.items() if of == tag and what.startswith("left out: "))
            self.assertEqual(left, sum(row["Side"] == tag for row in book.sheets["Left out"].records()))
            self.assertEqual(counts[tag, "in units"] + left, counts[tag, "sentences"])

    def test_texts_are_never_formulas(self):
        english = ["=1+1 is what the board says in 2016.", "+300 helpers came on Monday.", "-12 degrees were measured.",
                   "@dike_watch has 4500 readers.", "The file is named _x0041_ since 1987."]
        german = ["=1+1 steht auf der Tafel von 2016.", "+300 Helfer kamen am Montag.", "-12 Grad wurden gemessen.",
                  "@dike_watch hat 4500 Leser.", "Die Datei heißt seit 1987 _x0041_."]
        files = self.texts("\n\n".join(english) + "\n", "\n\n".join(german) + "\n")
        self.run_program("align", *files, "-o", "out.xlsx", "--langs", "en,de", "--as", "text", "--profile", "complete",
                         "--headlines")
        book = self.workbook()
        for sheet in book.sheets.values():
            self.assertIsNone(sheet.root.find(f".//{MAIN}f"))
        cells = {value: kind for sheet in book.sheets.values() for row, kinds in zip(sheet.rows, sheet.kinds)
                 for value, kind in zip(row, kinds)}
        for text in english + german:
            self.assertEqual(cells.get(text), "s", text)

    def test_what_xml_forbids_is_left_out_and_said(self):
        self.write("en.txt", "The dike held on \x01Monday\x1f \ufffe. " + "It rained on and on. " * 100)
        self.write("de.txt", "Der Deich hielt am Montag. " + "Es regnete weiter. " * 100)
        run = self.run_program("align", "en.txt", "de.txt", "-o", "out.xlsx", "--profile", "complete")
        self.assertRegex(run.stderr, "warning: out.xlsx: [0-9]+ characters that XML forbids left out")
        self.assertIn("The dike held on Monday .", [row["Source: en"] for row in self.workbook().sheets["Pairs"].records()])


class Look(WorkbookCase):
    def test_right_to_left_texts_are_set_so(self):
        for tag, text in RIGHT_TO_LEFT.items():
            with self.subTest(tag):
                files = self.texts(ENGLISH, text + "\n")
                self.run_program("align", *files, "-o", "out.xlsx", "--langs", f"en,{tag}", "--as", "text", "--profile",
                                 "complete", "--headlines")
                self.run_program("align", *reversed(files), "-o", "back.xlsx", "--langs", f"{tag},en", "--as", "text",
                                 "--min-confidence", "1", "--headlines")
                book = self.workbook().sheets
                back = self.workbook("back.xlsx").sheets
                self.assertGreater(len(book["Pairs"].rows), 1)
                self.assertGreater(len(back["Left out"].rows), 1)
                for forms in book["Pairs"].forms[1:]:
                    self.assertEqual((forms[2].get("readingOrder"), forms[2].get("horizontal")), ("2", "right"))
                    self.assertEqual(forms[2].get("wrapText"), "1")
                    self.assertEqual([form.get("readingOrder") for form in forms if form is not forms[2]], [None] * 7)
                for row, forms in zip(back["Left out"].rows[1:], back["Left out"].forms[1:]):
                    sentence, candidate = (form.get("readingOrder") for form in forms[5:7])
                    self.assertEqual((sentence, candidate), ("2", None) if row[1] == tag else (None, "2"))

    def test_header_filters_widths_and_colours(self):
        self.align("-o", "out.xlsx")
        book = self.workbook()
        fonts = list(book.xml("xl/styles.xml").find(MAIN + "fonts"))
        for name, columns, graded in (("Pairs", 8, "D"), ("Left out", 8, "E"), ("Summary", 3, None)):
            sheet = book.sheets[name]
            root = sheet.root
            last = chr(ord("A") + columns - 1)
            rows = len(sheet.rows)
            self.assertEqual(root.find(f".//{MAIN}pane").attrib | {"activePane": ""},
                             {"ySplit": "1", "topLeftCell": "A2", "activePane": "", "state": "frozen"})
            self.assertEqual(root.find(MAIN + "autoFilter").get("ref"), f"A1:{last}{rows}")
            widths = [float(column.get("width")) for column in root.iter(MAIN + "col")
                      for _ in range(int(column.get("min")), int(column.get("max")) + 1)]
            self.assertEqual(len(widths), columns)
            header = root.find(f".//{MAIN}row").findall(MAIN + "c")
            for cell in header:
                font = fonts[int(book.formats[int(cell.get("s"))].get("fontId"))]
                self.assertIsNotNone(font.find(MAIN + "b"))
            scale = root.find(MAIN + "conditionalFormatting")
            self.assertEqual(scale is None, graded is None)
            if graded is not None:
                self.assertEqual(scale.get("sqref"), f"{graded}2:{graded}{rows}")
                self.assertEqual([(v.get("type"), v.get("val")) for v in scale.iter(MAIN + "cfvo")],
                                 [("num", "0"), ("num", "0.5"), ("num", "1")])
                self.assertEqual(len(list(scale.iter(MAIN + "color"))), 3)
        formats = {form.get("numFmtId"): form.get("formatCode") for form in book.xml("xl/styles.xml").iter(MAIN + "numFmt")}
        first = book.sheets["Pairs"].root.findall(f".//{MAIN}row")[1].findall(MAIN + "c")[3]
        self.assertEqual(formats[book.formats[int(first.get("s"))].get("numFmtId")], "0.0000")


class File(WorkbookCase):
    def test_the_same_run_gives_the_same_bytes(self):
        for environment, date in (({}, "2016-02-23T00:00:00Z"), ({"SOURCE_DATE_EPOCH": "86400"}, "1970-01-02T00:00:00Z"),
                                  ({"SOURCE_DATE_EPOCH": "0"}, "1970-01-01T00:00:01Z")):
            contents = set()
            for jobs, zone in (("1", "UTC"), ("4", "Asia/Kabul")):
                self.align("-o", "out.xlsx", "--jobs", jobs, environment=environment | {"TZ": zone})
                contents.add((self.folder / "out.xlsx").read_bytes())
            self.assertEqual(len(contents), 1)
            self.assertEqual(self.workbook().created(), date)
            with zipfile.ZipFile(self.folder / "out.xlsx") as archive:
                self.assertEqual({part.date_time for part in archive.infolist()}, {(1980, 1, 1, 0, 0, 0)})

    def test_without_any_date_it_is_not_the_clock_s(self):
        self.run_program("align", *self.texts(ENGLISH, GERMAN), "-o", "out.xlsx")
        self.assertEqual(self.workbook().created(), "1980-01-01T00:00:00Z")

    def test_it_can_go_through_a_pipe(self):
        self.align("-o", "out.xlsx")
        piped = self.align("-o", "/dev/stdout", "--rest", "rest.tsv", "--quiet", code=USAGE)
        self.assertIn("its ending says no form", piped.stderr)
        os.symlink("/dev/stdout", self.folder / "pipe.xlsx")
        piped = self.align("-o", "pipe.xlsx", "--quiet").stdout
        self.assertEqual(piped, (self.folder / "out.xlsx").read_bytes())
        self.assertIn("Pairs", Workbook(io.BytesIO(piped)).sheets)

    def saved_by_another_program(self, name, core, year):
        """The workbook with other properties and times, as a program leaves it that edits workbooks."""
        parts = self.workbook(name).parts
        with zipfile.ZipFile(self.folder / name, "w") as archive:
            for part, content in parts.items():
                archive.writestr(zipfile.ZipInfo(part, (year, 1, 1, 0, 0, 0)),
                                 core(content.decode()) if part == "docProps/core.xml" else content)

    def test_what_a_translator_worked_on_is_kept(self):
        def saved(core):
            return re.sub("(?<=dcterms:W3CDTF\">)[^<]*(?=</dcterms:modified>)", "2026-01-01T10:00:00Z", core)

        def named(core):
            return core.replace("<cp:lastModifiedBy>hexapla", "<cp:lastModifiedBy>Someone")

        self.align("-o", "out.xlsx")
        self.align("-o", "out.xlsx")  # its own it replaces unasked
        self.saved_by_another_program("out.xlsx", str, 1980)  # nothing changed
        for change, year in ((saved, 1980), (named, 1980), (str, 2026)):
            self.align("-o", "out.xlsx", *(("--force",) if change is not saved else ()))
            self.saved_by_another_program("out.xlsx", change, year)
            before = (self.folder / "out.xlsx").read_bytes()
            run = self.align("-o", "out.xlsx", code=STOPPED)
            self.assertIn("out.xlsx: is there already and was not written by hexapla; give --force", run.stderr)
            self.assertEqual((self.folder / "out.xlsx").read_bytes(), before)
        with zipfile.ZipFile(self.folder / "foreign.xlsx", "w") as archive:
            archive.writestr("a.txt", "something else")
        self.align("-o", "foreign.xlsx", code=STOPPED)

    def test_standard_output_takes_a_memory(self):
        self.assertIn(b"<tmx ", self.align("-o", "-", "--quiet").stdout)


class BadPlaces(WorkbookCase):
    def setUp(self):
        super().setUp()
        self.scratch = self.folder / "scratch"
        self.scratch.mkdir()
        self.environment = {"TMPDIR": str(self.scratch)}
        # Sentences that do not deflate well: the workbook has some 40 kB.
        numbers = ["".join(hashlib.sha256(f"{n}-{i}".encode()).hexdigest() for i in range(10)) for n in range(80)]
        self.write("en.txt", "\n\n".join(f"The dike held on days {n}." for n in numbers))
        self.write("de.txt", "\n\n".join(f"Der Deich hielt an den Tagen {n}." for n in numbers))

    def large(self, *arguments, **more):
        return self.run_program("align", "en.txt", "de.txt", "--langs", "en,de", "--no-learn", "--lexicon", "none",
                                "--profile", "complete", *arguments, **{"environment": self.environment} | more)

    def mount(self, kilobytes):
        """A small disk; the test is skipped where none can be mounted."""
        disk = tempfile.mkdtemp(prefix="hexapla_disk_")
        self.addCleanup(os.rmdir, disk)
        mounted = subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={kilobytes}k", "tmpfs", disk], capture_output=True)
        if mounted.returncode != 0:
            self.skipTest("no small disk can be mounted here")
        self.addCleanup(subprocess.run, ["umount", disk], check=True)
        return disk

    def assert_stopped(self, run, *parts):
        self.assert_sentence(run, *parts)
        self.assertEqual(self.files(), ["de.txt", "en.txt"])

    def assert_sentence(self, run, *parts):
        lines = [line for line in run.stderr.splitlines() if line.startswith("hexapla: ")]
        self.assertTrue(any(all(part in line for part in parts) for line in lines), f"{parts} not in:\n{run.stderr}")
        self.assertNotIn("internal error", run.stderr)

    def test_a_full_device(self):
        os.symlink("/dev/full", self.folder / "full.xlsx")
        run = self.large("-o", "full.xlsx", code=STOPPED)
        (self.folder / "full.xlsx").unlink()
        self.assert_stopped(run, "full.xlsx: cannot be written to its end: No space left on device", "make room")

    def test_a_full_disk(self):
        disk = self.mount(16)
        run = self.large("-o", f"{disk}/out.xlsx", "--rest", "rest.tsv", code=STOPPED)
        self.assert_stopped(run, f"{disk}/out.xlsx: cannot be written to its end: No space left on device", "make room")
        self.assertEqual(os.listdir(disk), [])

    def test_where_temporary_files_have_too_little_room_there_is_no_workbook_rather_than_part_of_one(self):
        # libxlsxwriter itself notices when the workbook has no room, but not when a part has none that deflates well.
        self.write("en.txt", "\n\n".join(f"The dike held on day {n}." for n in range(150)))
        self.write("de.txt", "\n\n".join(f"Der Deich hielt am Tag {n}." for n in range(150)))
        self.large("-o", "whole.xlsx")
        whole = self.folder / "whole.xlsx"
        for kilobytes in range(8, 400, 8):
            disk = self.mount(kilobytes)
            run = self.large("-o", "out.xlsx", code=None, environment={"TMPDIR": disk})
            self.assertEqual(os.listdir(disk), [])
            if run.returncode == DONE:
                break
            self.assertEqual(run.returncode, STOPPED, run.stderr)
            self.assert_sentence(run, f"{disk}: the workbook cannot be put together there", "TMPDIR")
            self.assertNotIn("out.xlsx", self.files())
        self.assertGreater(kilobytes, 30)
        self.assertEqual((self.folder / "out.xlsx").read_bytes(), whole.read_bytes())

    def test_no_place_for_temporary_files(self):
        run = self.large("-o", "out.xlsx", code=STOPPED, environment={"TMPDIR": str(self.folder / "none")})
        self.assert_stopped(run, "TMPDIR: the workbook cannot be put together there", "set TMPDIR to another folder")
        run = self.large("-o", "out.xlsx", code=STOPPED, environment={"TMPDIR": str(self.folder / "en.txt")})
        self.assert_stopped(run, "TMPDIR")

    def test_nothing_temporary_stays(self):
        self.large("-o", "out.xlsx")
        self.assertEqual(list(self.scratch.iterdir()), [])
        self.assertEqual(self.files(), ["de.txt", "en.txt", "out.rest.tsv", "out.xlsx"])
        self.assertGreater(len(self.workbook().sheets["Pairs"].rows), 70)


if __name__ == "__main__":
    program.main()
