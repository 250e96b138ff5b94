#!/usr/bin/python3
"""align_run.py PROGRAM FIXTURES: what `hexapla align` and `hexapla links` write of whole stories.

Probabilities may change when numbers are tuned anew, so these tests look at what must hold whatever they are.
"""

import gzip
import json
import re
import signal
import subprocess
import time
import unicodedata
import xml.etree.ElementTree as ElementTree

import program
from program import FLOODS, FIXTURES, USAGE

XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"


def table(path):
    """The rows of a table with a header line, as dictionaries."""
    header, *rows = [line.split("\t") for line in path.read_text(encoding="utf-8").splitlines()]
    return [dict(zip(header, row, strict=True)) for row in rows]


class Align(program.Case):
    def align(self, *arguments, versions=("en", "de"), **more):
        return self.run_program("align", *(FLOODS / f"{version}.txt" for version in versions), *arguments, **more)

    def units(self, name):
        return list(ElementTree.parse(self.folder / name).getroot().iter("tu"))

    def test_units_hold_what_the_contract_says(self):
        self.align("-o", "out.tmx", "--profile", "complete")
        root = ElementTree.parse(self.folder / "out.tmx").getroot()
        header = root.find("header").attrib
        self.assertEqual((root.get("version"), header["creationtool"], header["srclang"], header["segtype"]),
                         ("1.4", "hexapla", "en", "sentence"))
        self.assertEqual(header["creationdate"], "20160223T000000Z")
        units = self.units("out.tmx")
        self.assertGreaterEqual(len(units), 15)
        self.assertEqual(len({unit.get("tuid") for unit in units}), len(units))
        for unit in units:
            self.assertEqual([child.tag for child in unit][-2:], ["tuv", "tuv"])
            self.assertEqual([tuv.get(XML_LANG) for tuv in unit.iter("tuv")], ["en", "de"])
            properties = {prop.get("type"): prop.text for prop in unit.iter("prop")}
            self.assertRegex(properties["x-confidence"], r"^[01]\.\d\d$")
            self.assertIn(properties["x-quality"], ("high", "medium", "low"))
            self.assertRegex(properties["x-bead"], r"^[1-9]-[1-9]$")
            self.assertEqual(properties["x-date"], "2016-02-23")
            for segment in unit.iter("seg"):
                self.assertEqual(segment.text, segment.text.strip())

    def test_rules_of_the_user_cut_the_sentences(self):
        rules = FIXTURES / "srx" / "cascade.srx"
        for tag, text in (("en", "Rain fell; it was cold. Mr. Brown stayed."), ("de", "Es regnete; es war kalt. Dr. Braun blieb.")):
            self.write(f"{tag}.txt", f"Rain\n\n{text}\n")
        said = self.run_program("align", "en.txt", "de.txt", "-o", "out.tmx", "--langs", "en-GB,de", "--keep", "work",
                                "--srx", str(rules))
        self.assertNotIn("warning", said.stderr)
        lines = {tag: (self.folder / f"work/{stem}.txt").read_text(encoding="utf-8").splitlines()
                 for tag, stem in (("en", "en.en-GB"), ("de", "en.de"))}
        self.assertEqual(lines["en"][-3:], ["Rain fell;", "it was cold.", "Mr. Brown stayed."])
        self.assertEqual(lines["de"][-2:], ["Es regnete; es war kalt.", "Dr. Braun blieb."])

    def test_rules_that_say_nothing_of_a_language_are_warned_of_once(self):
        rules = FIXTURES / "srx" / "cascade.srx"
        said = self.run_program("align", FLOODS / "en.txt", FLOODS / "fr.txt", "-o", "out.tmx", "--srx", str(rules))
        self.assertEqual(said.stderr.count("no language pattern matches 'fr'"), 1)
        self.assertNotIn("matches 'en'", said.stderr)

    def test_the_rules_are_not_replaced_and_belong_to_texts(self):
        rules = FIXTURES / "srx" / "cascade.srx"
        self.align("-o", "out.tsv", "--srx", str(rules), "--rest", str(rules), code=USAGE)
        self.run_program("align", "--from", "work", "-o", "out.tmx", "--srx", str(rules), code=USAGE)

    def test_the_same_run_gives_the_same_bytes(self):
        for name in ("out.tmx", "out.tmx.gz", "out.tsv", "out.jsonl"):
            self.align("-o", name, "--jobs", "1")
            first = (self.folder / name).read_bytes()
            self.align("-o", name, "--jobs", "4")
            self.assertEqual((self.folder / name).read_bytes(), first, name)
        unpacked = gzip.decompress((self.folder / "out.tmx.gz").read_bytes())
        self.assertEqual(unpacked, (self.folder / "out.tmx").read_bytes())
        self.assertEqual(self.align("-o", "-", "--quiet").stdout, unpacked)

    def test_a_run_that_is_interrupted_leaves_nothing(self):
        for signal_sent in (signal.SIGINT, signal.SIGTERM):
            for number in range(40):
                for tag in ("en", "de"):
                    self.write(f"{tag}/{number}.txt", (FLOODS / f"{tag}.txt").read_text(encoding="utf-8"))
            run = subprocess.Popen([program.PROGRAM, "align", "en", "de", "-o", "out/", "--quiet"], cwd=self.folder,
                                   stdin=subprocess.DEVNULL, stderr=subprocess.PIPE)
            time.sleep(0.3)
            run.send_signal(signal_sent)
            run.communicate(timeout=60)
            self.assertIn(run.returncode, (-signal_sent, 0))
            self.assertEqual([name for name in self.files() if ".part" in name], [])

    def test_source_date_epoch_dates_the_memory(self):
        self.align("-o", "out.tmx", environment={"SOURCE_DATE_EPOCH": "86400"})
        self.assertIn(b'creationdate="19700102T000000Z"', (self.folder / "out.tmx").read_bytes())

    def test_each_sentence_is_in_a_unit_or_in_the_rest(self):
        for versions in (("en", "de"), ("en", "am", "zh-Hans", "de")):
            run = self.align("-o", "out.tmx", "--profile", "balanced", "--report", "report.json", versions=versions)
            report = json.loads((self.folder / "report.json").read_text())
            rest = table(self.folder / "out.rest.tsv")
            units = self.units("out.tmx")
            self.assertEqual(report["schema"], "hexapla-report-1")
            self.assertEqual(report["units"], len(units))
            self.assertEqual(sum(report["units_by_quality"].values()), len(units))
            self.assertIn(f"{len(units)} units written to out.tmx", run.stderr)
            for version in report["versions"]:
                left = [row for row in rest if row["side"] == version["lang"]]
                self.assertEqual(version["in_units"] + len(left), version["sentences"])
                self.assertEqual(sum(version["left_out"].values()), len(left))
                self.assertIn(f"left out of {version['lang']}: {len(left)} sentence", run.stderr)
                texts = "\n".join(tuv.find("seg").text for unit in units for tuv in unit.iter("tuv")
                                  if tuv.get(XML_LANG) == version["lang"])
                for row in left:
                    self.assertIn(row["reason"], version["left_out"])
                    self.assertNotIn(f"\n{row['sentence']}\n", f"\n{texts}\n")
            for pair in report["pairs"]:
                self.assertLessEqual(pair["kept"] + pair["doubtful"], pair["links"])

    def test_more_confidence_is_fewer_pairs_of_the_same(self):
        kept = []
        for profile in ("complete", "balanced", "precise"):
            self.align("-o", "out.tmx", "--profile", profile, versions=("en", "zh-Hans"))
            kept.append({unit.get("tuid") for unit in self.units("out.tmx")})
        self.assertGreater(len(kept[0]), len(kept[2]))
        self.assertTrue(kept[0] >= kept[1] >= kept[2])
        self.align("-o", "out.tmx", "--min-confidence", "0.9", versions=("en", "zh-Hans"))
        self.assertEqual({unit.get("tuid") for unit in self.units("out.tmx")}, kept[2])

    def test_headlines_are_kept_when_told(self):
        headline = (FLOODS / "segments/en.txt").read_text(encoding="utf-8").splitlines()[0]
        for option, there in (((), False), (("--headlines",), True)):
            self.align("-o", "out.tmx", "--profile", "complete", *option)
            self.assertEqual(headline in (self.folder / "out.tmx").read_text(encoding="utf-8"), there)

    def test_four_versions_stand_in_one_unit(self):
        self.align("-o", "out.tmx", "--profile", "complete", versions=("en", "de", "zh-Hans", "am"))
        sizes = [len(list(unit.iter("tuv"))) for unit in self.units("out.tmx")]
        self.assertGreaterEqual(min(sizes), 2)
        self.assertGreaterEqual(max(sizes), 3)
        languages = {tuv.get(XML_LANG) for unit in self.units("out.tmx") for tuv in unit.iter("tuv")}
        self.assertEqual(languages, {"en", "de", "zh-CN", "am"})

    def test_tags_are_written_as_given(self):
        for names, written in (("en-US,de-AT", {"en-US", "de-AT"}), ("English,german", {"en", "de"})):
            self.align("-o", "out.tmx", "--langs", names)
            self.assertEqual({tuv.get(XML_LANG) for unit in self.units("out.tmx") for tuv in unit.iter("tuv")}, written)

    def test_tables_hold_every_bead(self):
        self.align("-o", "out.tsv")
        self.align("-o", "out.jsonl")
        rows = table(self.folder / "out.tsv")
        objects = [json.loads(line) for line in (self.folder / "out.jsonl").read_text(encoding="utf-8").splitlines()]
        self.assertEqual(len(rows), len(objects))
        self.assertTrue({"kept", "no-partner"} <= {row["outcome"] for row in rows})
        text = self.run_program("extract", "--text", "--quiet", FLOODS / "en.txt").stdout
        for row, item in zip(rows, objects):
            self.assertEqual(item["schema"], "hexapla-bead-1")
            self.assertEqual((row["source"], row["target"], row["outcome"], row["bead"]),
                             (item["source"]["text"], item["target"]["text"], item["outcome"], item["bead"]))
            begin, end = item["source"]["bytes"]
            self.assertEqual(" ".join(text[begin:end].decode().split()), " ".join(item["source"]["text"].split()))

    def test_versions_apart_have_files_of_their_own(self):
        versions = ("en", "de", "zh-Hans", "zh-Hant")
        self.align("-o", "p/out.tmx", "--per-pair", "--profile", "balanced", versions=versions[:3])
        self.assertEqual(self.files(), ["p/out.de-zh-CN.tmx", "p/out.en-de.tmx", "p/out.en-zh-CN.tmx", "p/out.rest.tsv"])
        for name, languages in (("en-de", ["en", "de"]), ("de-zh-CN", ["de", "zh-CN"])):
            root = ElementTree.parse(self.folder / f"p/out.{name}.tmx").getroot()
            self.assertEqual(root.find("header").get("srclang"), languages[0])
            units = list(root.iter("tu"))
            self.assertGreater(len(units), 5)
            for unit in units:
                self.assertEqual([tuv.get(XML_LANG) for tuv in unit.iter("tuv")], languages)
                self.assertIsNone(unit.get("srclang"))
        run = self.align("-o", "o/out.tmx", "--for", "omegat", versions=versions)
        self.assertNotIn("OmegaT", run.stderr)
        self.assertEqual(self.files()[:4],
                         ["o/out.rest.tsv", "o/out.tmx", "o/out.zh-CN.tmx", "o/out.zh-TW.tmx"])
        self.assertIn("zh-CN and zh-TW in one memory", self.align("-o", "all.tmx", versions=versions).stderr)

    def test_tools_that_want_locales_get_them(self):
        for tool in ("trados", "memoq"):
            self.align("-o", "out.tmx", "--for", tool, "--force")
            languages = {tuv.get(XML_LANG) for unit in self.units("out.tmx") for tuv in unit.iter("tuv")}
            self.assertEqual(languages, {"en-GB", "de-DE"})
        self.align("-o", "out.tmx", "--for", "trados", "--langs", "en-US,German")
        languages = {tuv.get(XML_LANG) for unit in self.units("out.tmx") for tuv in unit.iter("tuv")}
        self.assertEqual(languages, {"en-US", "de-DE"})
        self.align("-o", "t/", "--for", "trados", versions=("en", "de", "am"))
        self.assertIn("t/en.de-DE-am-ET.tmx", self.files())

    def test_work_that_is_kept_gives_the_same_memory(self):
        for versions in (("en", "de"), ("en", "de", "sw")):
            name = "".join(versions)
            self.align("-o", f"{name}.tmx", "--keep", f"{name}.work", versions=versions)
            self.run_program("align", "--from", f"{name}.work", "-o", f"{name}.again.tmx")
            again, first = ((self.folder / f"{name}{end}").read_text(encoding="utf-8") for end in (".again.tmx", ".tmx"))
            if len(versions) > 2:  # what weaving threw out is not kept, and no longer weighs on the confidence
                again, first = (re.sub(r'"x-(confidence|quality)">[^<]*', "", text) for text in (again, first))
            self.assertEqual(again, first)
        self.assertTrue({"ende.work/hexapla.json", "ende.work/en.en.txt", "ende.work/en.de.txt", "ende.work/en.links",
                         "endesw.work/de-sw/en.links"} <= set(self.files()))

    def test_an_edit_by_hand_changes_the_memory(self):
        self.align("-o", "out.tmx", "--keep", "work")
        links = self.folder / "work/en.links"
        lines = links.read_text().splitlines()
        links.write_text("[3]:[3]\n")
        self.run_program("align", "--from", "work", "-o", "one.tmx")
        unit, = self.units("one.tmx")
        segments = [(FLOODS / f"segments/{tag}.txt").read_text(encoding="utf-8").splitlines()[3] for tag in ("en", "de")]
        self.assertEqual([tuv.find("seg").text for tuv in unit.iter("tuv")], segments)
        self.assertEqual(unit.find("prop").text, "1.00")
        for edit, reason in (("[99]:[3]", "work/en.links:2: there is no source segment 99"),
                             ("[3]:[4]", "work/en.links:2: source segment 3 stands in a link already"),
                             ("[5,7]:[4]", "work/en.links:2: joins sentences that are no neighbours")):
            links.write_text(f"[3]:[3]\n{edit}\n")
            self.assertIn(reason, self.run_program("align", "--from", "work", "-o", "two.tmx", code=1).stderr)
        self.assertNotIn("two.tmx", self.files())
        links.write_text("\n".join(lines))
        self.assertIn("--force", self.align("-o", "out.tmx", "--keep", "work", code=3).stderr)
        self.assertEqual(links.read_text(), "\n".join(lines))

    def test_a_list_says_what_belongs_together(self):
        for tag, name in (("en", "a-1"), ("de", "b-2")):
            self.write(f"pages/{tag}/{name}.txt", (FLOODS / f"{tag}.txt").read_text(encoding="utf-8"))
        folders = ("pages/en", "pages/de")
        said = self.run_program("align", *folders, "-o", "out/", code=1).stderr
        self.assertIn("--stories FILE", said)
        self.write("stories.tsv", "en\ta-1\tflood\nde\tb-2\tflood\n")
        self.run_program("align", *folders, "-o", "out/", "--stories", "stories.tsv")
        self.assertIn("out/flood.tmx", self.files())
        self.write("pages/en/c.txt", (FLOODS / "en.txt").read_text(encoding="utf-8"))
        self.write("pages/de/c.txt", (FLOODS / "de.txt").read_text(encoding="utf-8"))
        for name in "xy":
            self.write(f"pages/de/{name}.txt", "Es regnet.\n")
        said = self.run_program("align", *folders, "-o", "few.tmx").stderr
        self.assertIn("warning: 2 of 6 files share their stem with another version;", said)
        self.assertNotIn("share their stem", self.run_program("align", *folders, "-o", "few.tmx", "--stories",
                                                             "stories.tsv").stderr)
        dry = self.run_program("align", *folders, "--stories", "stories.tsv", "--dry-run").stdout.decode()
        self.assertEqual(dry.splitlines()[0], "flood\tpages/en/a-1.txt\tpages/de/b-2.txt")

    def test_a_story_may_lack_a_version(self):
        for tag, names in (("en", "ab"), ("de", "a"), ("fr", "ab"), ("sw", "b")):
            for name in names:
                self.write(f"{tag}/{name}.txt", (FLOODS / f"{tag}.txt").read_text(encoding="utf-8"))
        run = self.run_program("align", "en", "de", "fr", "sw", "-o", "out.tmx")
        self.assertRegex(run.stderr, r"\n  en +2 articles")
        self.assertRegex(run.stderr, r"\n  sw +1 article,")
        languages = [tuple(tuv.get(XML_LANG) for tuv in unit.iter("tuv")) for unit in self.units("out.tmx")]
        self.assertIn(("en", "de", "fr"), languages)
        self.assertIn(("en", "fr", "sw"), languages)
        self.assertNotIn(True, ["de" in unit and "sw" in unit for unit in languages])

    def test_folders_give_a_memory_a_story(self):
        folders = FIXTURES / "cli/folders"
        run = self.run_program("align", folders / "en", folders / "de", "-o", "new/place/", "--profile", "complete")
        self.assertEqual(self.files(), ["new/place/bridge.tmx", "new/place/dike.tmx", "new/place/rest.tsv"])
        self.assertIn("2 stories", run.stderr)
        self.run_program("align", folders / "en", folders / "de", "-o", "all.tmx", "--profile", "complete")
        one_by_one = [unit.get("tuid") for name in ("bridge", "dike") for unit in self.units(f"new/place/{name}.tmx")]
        self.assertEqual([unit.get("tuid") for unit in self.units("all.tmx")], one_by_one)

    def test_an_article_saved_twice_has_ids_of_its_own(self):
        for version in ("en", "de"):
            article = json.loads(self.run_program("extract", FLOODS / f"{version}.txt").stdout)
            article["id"] = "19069000"
            for name in ("a", "b"):
                self.write(f"{version}/{name}.jsonl", json.dumps(article) + "\n")
        self.run_program("align", "en", "de", "-o", "out.tmx", "--profile", "complete")
        ids = [unit.get("tuid") for unit in self.units("out.tmx")]
        self.assertEqual(len(set(ids)), len(ids))
        self.assertTrue(all(unit_id.startswith("19069000-") for unit_id in ids))
        self.assertTrue(set(ids) >= {unit_id + "-2" for unit_id in ids if unit_id.count("-") == 1})

    def test_what_xml_forbids_is_left_out_and_said(self):
        self.write("en.txt", "The dike held on \x01Monday\x1f. " + "It rained on and on. " * 100)
        self.write("de.txt", "Der Deich hielt am Montag. " + "Es regnete weiter. " * 100)
        run = self.run_program("align", "en.txt", "de.txt", "-o", "out.tmx", "--profile", "complete")
        self.assertIn("warning: out.tmx: 2 characters that XML forbids left out", run.stderr)
        self.assertIn("The dike held on Monday.", (self.folder / "out.tmx").read_text())

    def test_show_keeps_to_the_terminal(self):
        for columns in ("40", "72", "100"):
            shown = self.align("-o", "out.tmx", "--profile", "complete", "--show", "3", environment={"COLUMNS": columns},
                               versions=("en", "de", "zh-Hans", "am")).stdout.decode()
            heads = re.findall(r"^(\d+) · (\d\.\d{4}) · (\d(?:-\d)+)$", shown, re.MULTILINE)
            self.assertEqual([number for number, _, _ in heads], ["1", "2", "3"])
            for line in shown.splitlines():
                wide = sum(1 + (unicodedata.east_asian_width(c) in "WF") for c in line)
                self.assertLessEqual(wide, int(columns))
            self.assertNotIn("\u2067", shown)
        to_output = self.align("-o", "-", "--show", "1", "--quiet")
        self.assertTrue(to_output.stderr.startswith("1 · "))
        ElementTree.fromstring(to_output.stdout)

    def test_quiet_says_nothing_and_a_log_gets_no_bar(self):
        self.assertEqual(self.align("-o", "out.tmx", "--quiet").stderr, "")
        for style in ("auto", "lines", "none"):
            self.assertNotIn("\r", self.align("-o", "out.tmx", "--progress", style).stderr)


class Links(program.Case):
    def links(self, *arguments, **more):
        return self.run_program("links", FLOODS / "segments/en.txt", FLOODS / "segments/de.txt", *arguments, **more)

    def beads(self, text):
        found = [re.fullmatch(r"\[([\d,]*)\]:\[([\d,]*)\]:(\d+\.\d{4})", line) for line in text.splitlines()]
        self.assertNotIn(None, found)
        return [([int(n) for n in m[1].split(",") if n], [int(n) for n in m[2].split(",") if n]) for m in found]

    def test_every_sentence_is_in_one_bead(self):
        for option in ((), ("--min-confidence", "0.9"), ("--min-confidence", "1")):
            run = self.links("-o", "out.links", *option)
            beads = self.beads((self.folder / "out.links").read_text())
            for side in (0, 1):
                self.assertEqual(sorted(n for bead in beads for n in bead[side]), list(range(25)))
            links = sum(1 for source, target in beads if source and target)
            self.assertRegex(run.stderr, rf"1 pair of files, en-de: {links} links?, ")
            alone = [sum(len(bead[side]) for bead in beads if not bead[1 - side]) for side in (0, 1)]
            self.assertIn(f"without a partner {alone[0]} and {alone[1]} sentences", run.stderr)
            self.assertEqual(self.links("-o", "-", "--quiet", *option).stdout, (self.folder / "out.links").read_bytes())

    def test_timings_tell_every_stage(self):
        said = self.links("-o", "out.links", "--timings", "--learn", "yes").stderr
        rows = re.findall(r"^(\w[\w ]*\w) +(\d+\.\d{3}) s +(\d+\.\d) %$", said, re.M)
        stages = ["reading", "reading words", "known words", "comparing words", "aligning", "learning words", "writing",
                  "other"]
        self.assertEqual([name for name, _, _ in rows if name in stages], stages)
        self.assertNotIn("finding candidates", [name for name, _, _ in rows])
        self.assertGreater(sum(float(seconds) for _, seconds, _ in rows), 0)
        self.assertAlmostEqual(sum(float(share) for _, _, share in rows), 100, delta=1)
        self.assertNotIn("known words  ", self.links("-o", "out.links").stderr)

    def test_three_versions_have_links_of_every_pair(self):
        files = [FLOODS / f"segments/{tag}.txt" for tag in ("en", "de", "sw")]
        run = self.run_program("links", *files, "-o", "out", "--langs", "en,de,sw")
        self.assertEqual(self.files(), ["out/de-sw/en.links", "out/en-de/en.links", "out/en-sw/en.links"])
        self.assertIn("3 pairs of versions aligned", run.stderr)
        sizes = [len(file.read_text(encoding="utf-8").splitlines()) for file in files]
        beads = self.beads((self.folder / "out/de-sw/en.links").read_text())
        for side, size in ((0, sizes[1]), (1, sizes[2])):
            self.assertEqual(sorted(n for bead in beads for n in bead[side]), list(range(size)))
        self.assertGreater(sum(1 for source, target in beads if source and target), 12)

    def test_most_of_the_gold_is_found(self):
        gold = {tuple(line.split("\t")[0].split(":")) for line in (FLOODS / "en-de.links").read_text().splitlines()}
        found = {tuple(line.split(":")[:2]) for line in self.links("-o", "-").stdout.decode().splitlines()}
        self.assertGreater(len(gold & found), len(gold) / 2)

    def test_blank_lines_keep_the_numbers(self):
        self.write("en.txt", "\nThe dike held on Monday.\r\n\r\nIt cost 12 million euros.\n")
        self.write("de.txt", "Der Deich hielt am Montag.\n\n \nEr kostete 12 Millionen Euro.\n")
        beads = self.beads(self.run_program("links", "en.txt", "de.txt", "-o", "-", "--langs", "en,de").stdout.decode())
        for side in (0, 1):
            self.assertEqual(sorted(n for bead in beads for n in bead[side]), [0, 1, 2, 3])
        for blank in (([0], []), ([2], []), ([], [1]), ([], [2])):
            self.assertIn(blank, beads)

    def test_folders_and_a_folder_for_a_pair(self):
        folders = FIXTURES / "cli/folders"
        self.run_program("links", folders / "en", f"{folders}/de/", "-o", "out")
        self.assertEqual(self.files(), ["out/bridge.links", "out/dike.links"])
        self.links("-o", "one/")
        self.assertIn("one/en.links", self.files())

    def test_explain_says_what_speaks_for_a_pair(self):
        text = self.links("--explain", "3:3", "--quiet").stdout.decode()
        for part in ("A 3  Army helicopters", "B 3  Hubschrauber", "words ", "lengths ", "sum ", "300 ~ 300",
                     "the alignment has [3]:"):
            self.assertIn(part, text)
        self.assertEqual(self.files(), [])
        folders = FIXTURES / "cli/folders"
        run = self.run_program("links", folders / "en", folders / "de", "--explain", "0:0", code=USAGE)
        self.assertIn("--explain takes two files", run.stderr)


if __name__ == "__main__":
    program.main()
