#!/usr/bin/python3
"""workbook_openpyxl.py PROGRAM FIXTURES: openpyxl reads the workbooks that `hexapla align` writes.

Exit codes: 0 it does, 1 it does not, 77 skipped since the module is missing.
"""

import sys

try:
    import openpyxl
except ImportError:
    print("skipped: the module openpyxl is missing (Debian: python3-openpyxl)")
    sys.exit(77)

import program
from program import ENGLISH, STOPPED

PERSIAN = "سد روز دوشنبه پابرجا ماند. شهردار از ۳۰۰ یاور برای کارشان سپاسگزاری کرد.\n"


class Openpyxl(program.Case):
    def setUp(self):
        super().setUp()
        self.write("en.txt", "=1+1 is what the board says.\n\n" + ENGLISH)
        self.write("fa.txt", PERSIAN)
        self.align("-o", "out.tsv")
        self.align("-o", "out.xlsx")

    def align(self, *arguments, **more):
        return self.run_program("align", "en.txt", "fa.txt", "--langs", "en,fa", "--as", "text", "--profile", "complete",
                                "--headlines", *arguments, **more)

    def load(self):
        return openpyxl.load_workbook(self.folder / "out.xlsx")

    def test_every_pair_is_read_as_written(self):
        header, *lines = [line.split("\t") for line in (self.folder / "out.tsv").read_text(encoding="utf-8").splitlines()]
        beads = [dict(zip(header, line)) for line in lines]
        want = [(bead["source"], bead["target"], float(bead["probability"]), bead["outcome"], bead["bead"])
                for bead in beads if bead["source"] and bead["target"]]
        self.assertGreaterEqual(len(want), 1)
        sheet = self.load()["Pairs"]
        self.assertEqual([row[1:6] for row in sheet.iter_rows(min_row=2, values_only=True)], want)
        self.assertEqual(sheet.freeze_panes, "A2")

    def test_texts_are_strings_with_their_direction(self):
        book = self.load()
        sentences = []
        for column, sheet in ((2, book["Pairs"]), (3, book["Pairs"]), (6, book["Left out"])):
            for row in range(2, sheet.max_row + 1):
                cell = sheet.cell(row, column)
                self.assertEqual(cell.data_type, "s")
                is_persian = "\u0600" <= cell.value[0] <= "\u06ff"
                self.assertEqual((cell.alignment.readingOrder, cell.alignment.horizontal),
                                 (2, "right") if is_persian else (0, None), cell.value)
                sentences.append(cell.value)
        self.assertTrue(any(sentence.startswith("=1+1") for sentence in sentences))

    def test_what_openpyxl_saved_is_kept(self):
        book = self.load()
        book["Pairs"]["B2"] = "corrected by hand"
        book.save(self.folder / "out.xlsx")
        run = self.align("-o", "out.xlsx", code=STOPPED)
        self.assertIn("was not written by hexapla; give --force", run.stderr)
        self.assertEqual(self.load()["Pairs"]["B2"].value, "corrected by hand")


if __name__ == "__main__":
    program.main()
