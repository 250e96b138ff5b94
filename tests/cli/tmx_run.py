#!/usr/bin/python3
"""tmx_run.py PROGRAM FIXTURES: memories checked, cleaned, filtered, joined, parted, compared, retagged, converted."""

import json
import re
import shutil
import subprocess
import unittest

import program
from program import BAD_INPUTS, DONE, FIXTURES, STOPPED, USAGE

MEMORIES = FIXTURES / "tmx"


def tuv(language, segment, more=""):
    return f'<tuv xml:lang="{language}"{more}><seg>{segment}</seg></tuv>'


def tu(*variants, attributes="", properties=()):
    props = "".join(f'<prop type="{name}">{value}</prop>' for name, value in properties)
    return f"<tu{attributes}>{props}{''.join(variants)}</tu>\n"


def memory(*units, source="de"):
    return ('<?xml version="1.0" encoding="UTF-8"?>\n<tmx version="1.4"><header creationtool="test" creationtoolversion="1" '
            f'segtype="sentence" o-tmf="test" adminlang="en" srclang="{source}" datatype="plaintext"/><body>\n'
            + "".join(units) + "</body></tmx>\n")


class TmxCase(program.Case):
    def tmx(self, *arguments, **more):
        run = self.run_program("tmx", *arguments, **more)
        run.stdout = run.stdout.decode("utf-8")
        return run

    def text(self, name):
        return (self.folder / name).read_text(encoding="utf-8")

    def units(self, name):
        """The units of a memory: a dictionary of segments by language each."""
        return [dict(re.findall(r'xml:lang="([^"]*)"[^>]*>.*?<seg>(.*?)</seg>', unit, re.S))
                for unit in re.findall(r"<tu[ >].*?</tu>", self.text(name), re.S)]

    def rules_of(self, file, *options):
        run = self.tmx("check", file, "--json", "--severity", "info", *options, code=None)
        self.assertNotIn("internal error", run.stderr)
        found = {json.loads(line)["rule"] for line in run.stdout.splitlines()}
        self.assertEqual(run.returncode, BAD_INPUTS if found else DONE)
        return found


class Check(TmxCase):
    def test_each_rule_has_a_fixture_that_breaks_it_alone_and_a_twin_that_does_not(self):
        names = {line.split()[0] for line in self.tmx("check", "--rules").stdout.splitlines()}
        tested = set()
        for folder in ("check", "tools"):
            for file in sorted((MEMORIES / folder).glob("*.tmx")):
                rule = file.name.removesuffix(".tmx").removesuffix(".fine")
                tool = ["--for", rule.split("-")[0]] if folder == "tools" else []
                with self.subTest(file=file.name):
                    found = self.rules_of(file, *tool)
                    if tool:  # what is wrong for everybody is not the importer's
                        found = {name for name in found if name.startswith(tool[1] + "-")}
                    self.assertEqual(found, set() if file.name.endswith(".fine.tmx") else {rule})
                tested.add(rule)
        self.assertEqual(tested, names)

    def test_severity_decides_the_exit_code(self):
        file = MEMORIES / "check/repeated-punctuation.tmx"
        self.tmx("check", file, code=DONE)
        self.tmx("check", file, "--severity", "info", code=BAD_INPUTS)
        self.tmx("check", MEMORIES / "check/length.tmx", "--severity", "error", code=DONE)
        self.tmx("check", file, "--severity", "all", code=USAGE)

    def test_a_damaged_file_is_read_with_repair(self):
        file = MEMORIES / "check/not-well-formed.tmx"
        run = self.tmx("check", file, code=BAD_INPUTS)
        self.assertRegex(run.stdout, r"line \d+, column \d+: ")
        run = self.tmx("check", file, "--repair", code=BAD_INPUTS)
        self.assertIn("was left out", run.stdout)
        self.tmx("check", self.folder / "none.tmx", code=BAD_INPUTS)

    def test_finding_has_place_rule_and_advice(self):
        run = self.tmx("check", MEMORIES / "check/language-tag.tmx", code=BAD_INPUTS)
        self.assertIn("language-tag.tmx:6: error: zh_CN the variant's language 'zh_CN' is no language tag; 'zh-CN' is", run.stdout)
        self.assertIn("'tmx retag' does", run.stderr)


class Change(TmxCase):
    def test_clean_repairs_removes_and_leaves_the_rest_to_the_byte(self):
        kept = tu(tuv("de", "Ein <ph x='1'/>  Satz"), tuv("ru", "Предложение"), attributes=' tuid="k"')
        self.write("a.tmx", memory(kept, tu(tuv("de", " Ein  Satz. "), tuv("zh_CN", "一句话。")),
                                   tu(tuv("de", "Leer"), tuv("ru", " ")), tu(tuv("de", "Allein")),
                                   tu(tuv("de", "Hotel Atlantic Hamburg"), tuv("en", "Hotel Atlantic Hamburg"))))
        run = self.tmx("clean", "a.tmx", "-o", "b.tmx")
        self.assertEqual(self.units("b.tmx"), [{"de": "Ein <ph x='1'/>  Satz", "ru": "Предложение"},
                                               {"de": "Ein Satz.", "zh-CN": "一句话。"}])
        self.assertIn("2 units kept, 3 removed (b.removed.tmx)", run.stderr)
        for rule in ("empty-segment", "one-language", "untranslated"):
            self.assertIn(f'<prop type="x-removed-by">{rule}</prop>', self.text("b.removed.tmx"))
        self.tmx("clean", "a.tmx", "-o", "c.tmx", "--rules", "outer-space")
        self.assertEqual(len(self.units("c.tmx")), 5)
        self.tmx("clean", "a.tmx", "-o", "d.tmx", "--rules", "polish", code=USAGE)
        self.tmx("clean", "a.tmx", "-o", "a.tmx", code=USAGE)

    def test_filter_by_each_condition(self):
        self.write("a.tmx", memory(
            tu(tuv("de", "Regen fiel."), tuv("ru", "Шёл дождь."), tuv("en", "Rain fell."),
               properties=[("x-confidence", "0.95"), ("x-url", "https://www.dw.com/a/1")]),
            tu(tuv("de", "Sonne schien lange."), tuv("ru", "Солнце."),
               properties=[("x-confidence", "0.60"), ("x-url", "https://www.dw.com/b/2")])))
        for options, kept in ((["--min-confidence", "0.9"], 1), (["--langs", "de,en"], 1), (["--langs", "ru"], 2),
                              (["--property", "x-url"], 2), (["--property", "x-confidence=0.60"], 1),
                              (["--max-length", "12"], 1), (["--min-length", "8"], 1), (["--match", "^regen"], 1),
                              (["--not-match", "солнце"], 1), (["--match", "дождь", "--in", "de"], 0)):
            with self.subTest(options=options):
                self.tmx("filter", "a.tmx", "-o", "b.tmx", "--force", *options)
                self.assertEqual(len(self.units("b.tmx")), kept)
        self.tmx("filter", "a.tmx", "-o", "c.tmx", "--langs", "de,en")
        self.assertEqual(self.units("c.tmx"), [{"de": "Regen fiel.", "en": "Rain fell."}])
        self.write("urls", "https://www.dw.com/b\nhttps://www.dw.com/zz\n")
        self.tmx("filter", "a.tmx", "-o", "d.tmx", "--not-url", "urls")
        self.assertEqual([unit["de"] for unit in self.units("d.tmx")], ["Regen fiel."])
        self.tmx("filter", "a.tmx", "-o", "e.tmx", "--match", "(", code=USAGE)

    def test_dedupe_keeps_the_best_and_counts(self):
        self.write("a.tmx", memory(
            tu(tuv("de", "Ja."), tuv("ru", "Да."), properties=[("x-confidence", "0.5")], attributes=' tuid="1"'),
            tu(tuv("de", "Ja."), tuv("ru", "Да."), properties=[("x-confidence", "0.9")], attributes=' tuid="2"'),
            tu(tuv("ru", "Да."), tuv("de", "Ja."), attributes=' tuid="3"'),
            tu(tuv("de", "JA!"), tuv("ru", "да 12"), attributes=' tuid="4"')))
        self.tmx("dedupe", "a.tmx", "-o", "b.tmx", "--removed", "r.tmx")
        self.assertEqual(re.findall(r'tuid="(\d)"', self.text("b.tmx")), ["2", "4"])
        self.assertIn('<prop type="x-stands-for">3</prop>', self.text("b.tmx"))
        self.assertEqual(re.findall(r'tuid="(\d)"', self.text("r.tmx")), ["1", "3"])
        self.tmx("dedupe", "a.tmx", "-o", "c.tmx", "--near")
        self.assertEqual(re.findall(r'tuid="(\d)"', self.text("c.tmx")), ["2"])
        self.assertIn('<prop type="x-stands-for">4</prop>', self.text("c.tmx"))

    def test_merge_joins_languages_and_settles_conflicts(self):
        self.write("a.tmx", memory(tu(tuv("de", "Ja."), tuv("ru", "Да."), properties=[("x-confidence", "0.9")],
                                      attributes=' creationdate="20200101T000000Z"'), tu(tuv("de", "Nur"), tuv("ru", "Лишь"))))
        self.write("b.tmx", memory(tu(tuv("de", "Ja."), tuv("en", "Yes."), tuv("ru", "Ага."),
                                      attributes=' creationdate="20210101T000000Z"')))
        self.tmx("merge", "a.tmx", "b.tmx", "-o", "keep.tmx")
        self.assertEqual(self.units("keep.tmx"), [{"de": "Ja.", "ru": "Да.", "en": "Yes."}, {"de": "Ja.", "ru": "Ага."},
                                                  {"de": "Nur", "ru": "Лишь"}])
        for how, text in (("date", "Ага."), ("confidence", "Да."), ("majority", "Да.")):
            self.tmx("merge", "a.tmx", "b.tmx", "-o", f"{how}.tmx", "--conflicts", how)
            self.assertEqual(self.units(f"{how}.tmx"), [{"de": "Ja.", "ru": text, "en": "Yes."}, {"de": "Nur", "ru": "Лишь"}])
        self.tmx("merge", "a.tmx", "b.tmx", "-o", "x.tmx", "--conflicts", "vote", code=USAGE)

    def test_retag_repairs_renames_and_knows_tools(self):
        self.write("a.tmx", memory(tu(tuv("de", "a"), tuv("zh_CN", "b"), tuv("PT", "c"), tuv("iw", "d")), source="DE"))
        for options, tags in (([], ["de", "zh-CN", "pt", "he"]), (["--for", "trados"], ["de-DE", "zh-CN", "pt-PT", "he-IL"]),
                              (["--for", "memoq"], ["de-DE", "zh-CN", "pt-PT", "he-IL"]),
                              (["--rename", "PT=pt-BR,zh-CN=zh-Hans"], ["de", "zh-Hans", "pt-BR", "he"])):
            self.tmx("retag", "a.tmx", "-o", "b.tmx", "--force", *options)
            self.assertEqual(list(self.units("b.tmx")[0]), tags)
        self.tmx("retag", "b.tmx", "-o", "c.tmx", "--for", "trados")
        self.tmx("retag", "c.tmx", "-o", "d.tmx", "--for", "omegat", "--source", "de")
        self.assertIn('srclang="de"', self.text("d.tmx"))
        self.assertEqual(list(self.units("d.tmx")[0])[0], "de")


class Part(TmxCase):
    def test_split_by_pairs_size_property_and_at_random(self):
        units = [tu(tuv("de", f"Satz {i}"), tuv("ru", f"Фраза {i}"), tuv("en", f"Sentence {i}"),
                    properties=[("x-article", f"a{i // 5}")]) for i in range(100)]
        self.write("a.tmx", memory(*units))
        self.tmx("split", "a.tmx", "-o", "pairs", "--pairs")
        self.assertEqual([file for file in self.files() if "pairs" in file], ["pairs/a.de-en.tmx", "pairs/a.de-ru.tmx"])
        self.assertEqual(self.units("pairs/a.de-en.tmx")[7], {"de": "Satz 7", "en": "Sentence 7"})
        self.tmx("split", "a.tmx", "-o", "size", "--size", "12")
        self.assertEqual([len(self.units(f"size/a.{part:03}.tmx")) for part in range(1, 8)], [15] * 6 + [10])
        self.tmx("split", "a.tmx", "-o", "property", "--property", "x-article")
        self.assertEqual(len(self.units("property/a.a3.tmx")), 5)
        self.tmx("split", "a.tmx", "-o", "random", "--test", "0.3", "--seed", "7")
        articles = [set(re.findall(r"x-article\">(\w+)", self.text(f"random/a.{part}.tmx"))) for part in ("test", "train")]
        self.assertFalse(articles[0] & articles[1])
        self.assertEqual(len(articles[0] | articles[1]), 20)
        self.assertTrue(2 <= len(articles[0]) <= 10)
        self.tmx("split", "a.tmx", "-o", "again", "--test", "0.3", "--seed", "7")
        self.assertEqual(self.text("again/a.test.tmx"), self.text("random/a.test.tmx"))
        self.tmx("split", "a.tmx", "-o", "x", code=USAGE)

    def test_diff_tells_added_removed_and_changed(self):
        old = tu(tuv("de", "a"), tuv("ru", "б")), tu(tuv("de", "c"), tuv("ru", "д")), tu(tuv("de", "e"), tuv("ru", "ж"))
        new = tu(tuv("de", "a"), tuv("ru", "б")), tu(tuv("de", "c"), tuv("ru", "Д")), tu(tuv("de", "g"), tuv("ru", "з"))
        self.write("old.tmx", memory(*old))
        self.write("new.tmx", memory(*new))
        run = self.tmx("diff", "old.tmx", "new.tmx", code=BAD_INPUTS)
        self.assertEqual(run.stdout, "~ - ru: д -> Д\n+ - de: g\n+ - ru: з\n- - de: e\n- - ru: ж\n")
        self.assertIn("1 the same, 1 changed, 1 added, 1 removed", run.stderr)
        self.tmx("diff", "old.tmx", "old.tmx", code=DONE)
        what = [json.loads(line)["what"] for line in
                self.tmx("diff", "old.tmx", "new.tmx", "--json", code=BAD_INPUTS).stdout.splitlines()]
        self.assertEqual(what, ["changed", "added", "removed"])

    def test_stats_count_words_confidence_and_duplicates(self):
        self.write("a.tmx", memory(tu(tuv("de", "Ein Satz."), tuv("ru", "Да."), properties=[("x-confidence", "0.95")]),
                                   tu(tuv("de", "Ein Satz."), tuv("ru", "Нет."))))
        stats = json.loads(self.tmx("stats", "a.tmx", "--json").stdout)
        self.assertEqual(stats["languages"]["de"], {"segments": 2, "words": 4, "characters": 18, "longest": 9})
        self.assertEqual((stats["confidences"][9], stats["without_confidence"], stats["repeated"]), (1, 1, 1))
        self.assertEqual(stats["duplicates"], [{"count": 2, "language": "de", "text": "Ein Satz."}])
        self.assertIn("2 units, 1 with a source that came before", self.tmx("stats", "a.tmx").stdout)
        self.tmx("stats", "a.tmx", "--html", "page.html")
        self.assertIn("<svg", self.text("page.html"))


class Convert(TmxCase):
    def setUp(self):
        super().setUp()
        self.write("a.tmx", memory(
            tu(tuv("de", "Regen &amp; „Sonne“."), tuv("ru", "Дождь &amp; «солнце»."), properties=[("x-confidence", "0.9500")],
               attributes=' tuid="1" creationdate="20230428T060000Z"'),
            tu(tuv("de", "Zwei \\ \"Worte\""), tuv("ru", "Два слова"), properties=[("x-confidence", "0.5000")],
               attributes=' tuid="2"')))
        self.expected = self.units("a.tmx")

    def test_each_form_comes_back_equal(self):
        for name in ("b.tsv", "b.jsonl", "b.xlf", "b.xlsx", "b.po"):
            with self.subTest(name=name):
                self.tmx("convert", "a.tmx", "-o", name)
                self.tmx("convert", name, "-o", name + ".tmx")
                self.assertEqual(self.units(name + ".tmx"), self.expected)
                if not name.endswith(".po"):
                    confidences = [float(value) for value in re.findall(r"x-confidence\">([\d.]+)", self.text(name + ".tmx"))]
                    self.assertEqual(confidences, [0.95, 0.5])
                if not name.endswith(".tsv"):
                    self.assertEqual(re.findall(r'tuid="(\d)"', self.text(name + ".tmx")), ["1", "2"])
        self.tmx("convert", "a.tmx", "-o", "c.xlf", "--to", "xliff2")
        self.assertIn('version="2.1"', self.text("c.xlf"))
        self.tmx("convert", "c.xlf", "-o", "c.tmx")
        self.assertEqual(self.units("c.tmx"), self.expected)

    def test_moses_and_links_and_ladder(self):
        self.tmx("convert", "a.tmx", "-o", "m", "--to", "moses")
        self.assertEqual(self.text("m.ru"), "Дождь & «солнце».\nДва слова\n")
        self.tmx("convert", "m.de", "m.ru", "--langs", "de,ru", "-o", "m.tmx")
        self.assertEqual(self.units("m.tmx"), self.expected)
        self.write("x.de", "Eins.\nZwei.\nDrei.\n")
        self.write("x.ru", "Один и два.\nТри.\n")
        self.write("x.links", "[0,1]:[0]:0.1\n[2]:[1]:0.2\n")
        self.write("x.ladder", "0\t0\t0.3\n2\t1\t0.5\n3\t2\t0.1\n")
        for links in ("x.links", "x.ladder"):
            self.tmx("convert", "x.de", "x.ru", links, "--langs", "de,ru", "-o", links + ".tmx")
            self.assertEqual(self.units(links + ".tmx"), [{"de": "Eins. Zwei.", "ru": "Один и два."}, {"de": "Drei.", "ru": "Три."}])
        self.tmx("convert", "x.de", "x.ru", "--langs", "de,ru", "-o", "y.tmx", code=BAD_INPUTS)

    def test_what_is_wrong_is_said(self):
        self.write("three.tmx", memory(tu(tuv("de", "a"), tuv("ru", "б"), tuv("en", "c"))))
        run = self.tmx("convert", "three.tmx", "-o", "x.tsv", code=BAD_INPUTS)
        self.assertIn("more than two languages; say which with --langs", run.stderr)
        self.tmx("convert", "three.tmx", "-o", "x.tsv", "--langs", "en,ru")
        self.assertEqual(self.text("x.tsv").splitlines()[1], "c\tб\t")
        self.tmx("convert", "three.tmx", "-o", "x.docx", code=USAGE)
        for name, content in (("bad.xlf", "<xliff"), ("bad.jsonl", "{"), ("bad.po", "nonsense\n"), ("bad.tsv", "de\tru\tconfidence\none\n"),
                              ("bad.xlsx", "no zip")):
            self.write(name, content)
            run = self.tmx("convert", name, "-o", "y.tmx", code=BAD_INPUTS)
            self.assertIn(name, run.stderr)
            self.assertNotIn("internal error", run.stderr)


class Align(TmxCase):
    FLOODS = program.FLOODS

    def test_align_writes_xliff_that_convert_reads(self):
        versions = [self.FLOODS / "en.txt", self.FLOODS / "de.txt"]
        self.run_program("align", *versions, "-o", "a.xlf")
        self.run_program("align", *versions, "-o", "a.tmx")
        self.tmx("convert", "a.xlf", "-o", "b.tmx")
        self.assertEqual(self.units("b.tmx"), self.units("a.tmx"))
        self.assertGreater(len(self.units("b.tmx")), 3)
        self.assertIn('state="final"', self.text("a.xlf"))
        self.run_program("align", *versions, "-o", "a.xlf")  # its own file is replaced

    def test_align_for_memoq_names_the_sentences_around_on_the_source(self):
        versions = [self.FLOODS / "en.txt", self.FLOODS / "de.txt"]
        self.run_program("align", *versions, "-o", "a.tmx", "--for", "memoq")
        variants = re.findall(r"<tuv (.*?)</tuv>", self.text("a.tmx"), re.S)
        self.assertTrue(all(("x-context-pre" in each) == each.startswith('xml:lang="en') for each in variants[2:]))
        self.assertIn("&lt;seg&gt;", variants[2])
        self.run_program("align", *versions, "-o", "b.tmx")
        self.assertNotIn("x-context", self.text("b.tmx"))
        self.tmx("check", "a.tmx", "--for", "memoq,trados,omegat", "--severity", "error")


class Same(TmxCase):
    def test_a_memory_says_the_same_to_xmllint_when_it_is_read_and_written(self):
        if shutil.which("xmllint") is None:
            self.skipTest("there is no xmllint")

        def canonical(file):
            text = subprocess.run(["xmllint", "--c14n", "--nonet", file], check=True, capture_output=True).stdout.decode()
            text = re.sub(r"<!--.*?-->|<\?.*?\?>", "", text, flags=re.S)
            return re.sub(r">\s+<(?=/?(tmx|header|body|tu|tuv|seg|prop|note|ude|map)\b)", "><", text)

        for file in sorted(MEMORIES.glob("[ct]*/*.tmx")):
            if file.name in ("not-well-formed.tmx", ):
                continue
            with self.subTest(file=file.name):
                self.tmx("convert", file, "-o", "again.tmx", "--force", "--quiet")
                self.assertEqual(canonical(self.folder / "again.tmx"), canonical(file))


class Usage(TmxCase):
    def test_the_group_is_explained(self):
        self.assertIn("tmx check", self.tmx("--help").stdout)
        self.assertIn("--severity", self.tmx("check", "--help").stdout)
        self.tmx(code=USAGE)
        self.tmx("polish", code=USAGE)
        self.tmx("clean", code=USAGE)

    def test_a_file_of_others_is_not_replaced(self):
        self.write("a.tmx", memory(tu(tuv("de", "a"), tuv("ru", "б"))))
        self.write("b.tmx", memory())
        self.tmx("retag", "a.tmx", "-o", "b.tmx", code=STOPPED)


if __name__ == "__main__":
    program.main()
