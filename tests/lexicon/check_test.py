"""check.py finds each fault of a small lexicon, and none where there is none."""
import tempfile
import unittest
from pathlib import Path

import check

CONCEPTS = "verbs\tto-say\tsay; said\tv\nwar\tarmy\tarmy\tn\n"


class Lexicon(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = Path(folder.name)
        self.put("concepts.tsv", CONCEPTS)

    def put(self, name, text):
        (self.folder / name).write_text(text, encoding="utf-8")

    def faults(self, text, tag="de"):
        self.put(f"{tag}.tsv", text)
        return check.check_column(self.folder / f"{tag}.tsv", check.concepts_of(self.folder)[0],
                                  {"to-say": "say; said", "army": "army"})[0]

    def test_a_sound_column_has_no_fault(self):
        self.assertEqual(self.faults("# German\nto-say\tsagen|sagte\narmy\tArmee\n"), [])
        self.assertEqual(self.faults("army\tАрмия|NATO\n", "ru"), [])
        self.assertEqual(self.faults("to-say\t-\n"), [])
        self.assertEqual(check.main([str(self.folder)]), 0)

    def test_each_fault_of_a_column_is_found(self):
        for text, fault in (("to-say sagen\n", "two columns"), ("to-see\tsehen\n", "no concept"),
                            ("army\tArmee\nto-say\tsagen\n", "order"), ("army\tA\narmy\tB\n", "twice"),
                            ("army\t\n", "empty form"), ("army\tArmee|\n", "empty form"), ("army\tA| B\n", "blanks"),
                            ("army\ta|b|c|d|e|f|g\n", "more than 6"), ("army\tHeer|Heer\n", "twice"),
                            ("army\tАрмия\n", "another script"), ("army\tBu\u0308rger\n", "Form C")):
            self.assertEqual(len(self.faults(text)), 1, text)
            self.assertIn(fault, self.faults(text)[0])
        self.assertEqual(check.main([str(self.folder)]), 1)

    def test_latin_in_another_script_is_a_name_or_the_english_word(self):
        self.assertEqual(self.faults("army\tBundeswehr|army\n", "ru"), [])
        self.assertIn("Latin", self.faults("army\tarmija\n", "ru")[0])

    def test_cells_of_neighbours_are_compared(self):
        self.put("hr.tsv", "to-say\treći\narmy\tvojska\n")
        self.put("sr.tsv", "to-say\treći\narmy\tarmija\n")
        self.assertEqual(check.compare_neighbours(self.folder, ["hr", "sr"], True), ["hr = sr: to-say: reći", "hr = sr: 1 cells"])
        self.assertEqual(check.compare_neighbours(self.folder, ["hr"], True), [])

    def test_each_fault_of_the_concepts_is_found(self):
        for text, fault in (("war\tarmy\tarmy\n", "four"), ("war\tArmy\tarmy\tn\n", "no id"), (CONCEPTS * 2, "already")):
            self.put("concepts.tsv", text)
            self.assertIn(fault, check.concepts_of(self.folder)[1][0])

    def test_a_folder_without_concepts_is_wrong_usage(self):
        (self.folder / "concepts.tsv").unlink()
        self.assertEqual(check.main([str(self.folder)]), 2)


if __name__ == "__main__":
    unittest.main()
