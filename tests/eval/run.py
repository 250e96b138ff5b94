#!/usr/bin/env python3
"""Measure hexapla on the gold sets and print the figures as Markdown tables.

usage: run.py [options]

The shared data (--shared) holds eval/: news-open and flores, from which its make_sets.py makes gold sets below
WORK/sets; textberg-dev; and segments. From each set's edited documents `mixed` is made, for links alone: every second
document stands beside another version's next one, with which it has nothing to do. English is aligned with each of
the other versions:

links     hexapla links SET/lines/en SET/lines/TAG, scored by hexapla eval links: all documents of two versions
          together, with words learned from them, and alone, with --no-learn; then what the probabilities of all
          versions are worth, clean and edited documents pooled, and those of `mixed`
tmx       hexapla align SET/pages/en SET/pages/TAG --profile balanced --headlines, scored by hexapla eval tmx
textberg  hexapla links dev.de dev.fr, scored against its gold links
segments  hexapla segment --jsonl over four folders of sentence boundaries, scored by hexapla eval segments
segments-srx  hexapla segment --srx with the SRX files that the reference engine's cuts are there for: rows that are
          cut alike, offset for offset; and our own rules, written by --export-srx, against our own cuts, over the
          rows of all four folders
coverage  hexapla lexicon coverage SET/lines/en SET/lines/TAG: what the lexicon of the news knows of them

Dictionaries that the system has are used with --dictionaries alone, so that the figures are those of any machine.

All outputs stay below WORK; WORK/figures.json holds every score. Progress goes to standard error.
Exit codes: 0 all measured, or the shared data is not there (said so); 1 a command failed; 2 wrong usage.
"""
import argparse
import hashlib
import json
import os
import shlex
import shutil
import subprocess
import sys
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

WHAT = ("links", "tmx", "textberg", "segments", "segments-srx", "coverage")
SETS = ("news-open", "flores")
VARIANTS = ("clean", "edited", "mixed")
WAYS = {"together": ("links", []), "alone": ("links-alone", ["--no-learn"])}  # folder of WORK, options
SEGMENT_FOLDERS = ("gold", "gold_news", "golden", "silver")
SRX_FILES = ("omegat", "languagetool")
SRX_FOLDERS = ("gold", "golden")
SRX_SHOWN = 3  # differences of a language
PIVOT = "en"
WORST = 5


class Failure(Exception):
    """A command did not do what it was asked for."""


class Runner:
    """Runs commands, some at a time, and remembers scores and failures."""

    def __init__(self, args):
        self.args = args
        self.pool = ThreadPoolExecutor(max_workers=args.jobs)
        self.lock = threading.Lock()
        self.figures, self.failures = {}, []

    def hexapla(self, *arguments):
        return self.run([self.args.hexapla, *arguments])

    def run(self, command):
        command = [str(part) for part in command]
        environment = os.environ | {"HEXAPLA_DICTIONARIES": str(self.args.dictionaries or self.args.work / "none")}
        done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", env=environment)
        if done.returncode != 0:
            last = " / ".join(done.stderr.strip().splitlines()[-3:]) or "nothing on standard error"
            raise Failure(f"`{shlex.join(command)}`: exit code {done.returncode}: {last}")
        return done.stdout

    def measure_all(self, title, work):
        """work: (name, function that gives a score); gives the scores of those that succeeded, in order."""
        def one(name, function):
            begin = time.monotonic()
            try:
                score = function()
            except (Failure, OSError, ValueError) as error:
                with self.lock:
                    self.failures.append(f"{title}, {name}: {error}")
                return None
            score["seconds"] = time.monotonic() - begin
            print(f"{title}, {name}: {score['seconds']:.1f} s", file=sys.stderr, flush=True)
            return score

        running = [(name, self.pool.submit(one, name, function)) for name, function in work]
        scores = {name: score.result() for name, score in running}
        scores = {name: score for name, score in scores.items() if score is not None}
        self.figures[title] = scores
        return scores


def fresh(folder):
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    return folder


def make_set(runner, name):
    """The gold set below WORK, made anew when its source or the script is another than before."""
    source, script = runner.args.shared / "eval" / name, runner.args.shared / "eval" / "make_sets.py"
    fingerprint = hashlib.sha256(script.read_bytes())
    for path in sorted(source.glob("*.txt")):
        fingerprint.update(path.name.encode() + path.read_bytes())
    out, stamp = runner.args.work / "sets" / name, runner.args.work / "sets" / f"{name}.made"
    if not stamp.is_file() or stamp.read_text() != fingerprint.hexdigest() or not (out / "mixed").is_dir():
        stamp.unlink(missing_ok=True)
        print(f"{name}: making the set", file=sys.stderr, flush=True)
        runner.run([sys.executable, script, source, fresh(out)])
        mix(out / "edited", out / "mixed")
        stamp.write_text(fingerprint.hexdigest())
    return out


def mix(source, out):
    """Of a set, one whose odd documents have nothing to do with the pivot's: each is the next one's text."""
    for kind, ending in (("sents", "tsv"), ("lines", "txt")):
        for folder in sorted((source / kind).iterdir()):
            made = fresh(out / kind / folder.name)
            names = sorted(path.stem for path in folder.glob(f"*.{ending}"))
            for i, name in enumerate(names):
                other = names[(i + 1) % len(names)] if i % 2 == 1 and folder.name != PIVOT else name
                shutil.copyfile(folder / f"{other}.{ending}", made / f"{name}.{ending}")


def partners(runner, gold):
    """The versions that the pivot is aligned with: all of the set, or those of --langs."""
    tags = sorted(path.name for path in (gold / "lines").iterdir() if path.name != PIVOT)
    wanted = runner.args.langs
    return [tag for tag in tags if wanted is None or tag in wanted]


# --- tables ---


def mean(values):
    values = list(values)
    return sum(values) / len(values)


def table(header, rows):
    print("| " + " | ".join(header) + " |")
    print("|---" + "|---:" * (len(header) - 1) + "|")
    for row in rows:
        print("| " + " | ".join(row) + " |")
    print()


def worst(values, decimals):
    """The lowest of {name: value}, as a line."""
    low = sorted(values.items(), key=lambda item: item[1])[:WORST]
    print(f"worst: {', '.join(f'{name} {value:.{decimals}f}' for name, value in low)}\n")


def rate_cells(score):
    return [f"{score[kind][rate]:.4f}" for kind in ("strict", "lax") for rate in ("P", "R", "F1")]


def figure_cell(value):
    return "-" if value is None else f"{value:.4f}"


def calibration_figure(key):
    """A figure of a score's calibration; None where no link has a cost."""
    return lambda score: score["calibration"] and score["calibration"][key]


CALIBRATION = [("ECE", calibration_figure("error")), ("Brier", calibration_figure("brier")),
               ("constant's", calibration_figure("brier_of_constant")), ("AUC", calibration_figure("auc"))]


def print_pairs(title, scores, expected, count_columns, figures=()):
    """A row for each language, their mean, and the lowest strict F1. figures: pairs of heading and function of a
    score that gives a number, or None where there is none; the mean is over the numbers."""
    print(f"## {title}\n")
    if not scores:
        print("nothing could be measured\n")
        return
    header = ["", "P", "R", "F1", "lax P", "lax R", "lax F1", *count_columns, *(name for name, _ in figures), "s"]
    rows = [[tag, *rate_cells(score), *(str(score[column]) for column in count_columns),
             *(figure_cell(function(score)) for _, function in figures), f"{score['seconds']:.1f}"]
            for tag, score in scores.items()]
    average = {kind: {rate: mean(score[kind][rate] for score in scores.values()) for rate in ("P", "R", "F1")}
               for kind in ("strict", "lax")}
    total = [str(sum(score[column] for score in scores.values())) for column in count_columns]
    seconds = sum(score["seconds"] for score in scores.values())
    known = [[value for value in map(function, scores.values()) if value is not None] for _, function in figures]
    rows.append([f"mean of {len(scores)}", *rate_cells(average), *total,
                 *(figure_cell(mean(values) if values else None) for values in known), f"{seconds:.1f}"])
    table(header, rows)
    worst({tag: score["strict"]["F1"] for tag, score in scores.items()}, 4)
    if len(scores) < expected:
        print(f"{expected - len(scores)} of {expected} are missing here; they failed, see the end\n")


def read_peers(shared, name):
    """{language: {peer: F1}} of a set, of the peers that know the language; "icu" is raw ICU."""
    path = shared / "eval" / "segments" / "peers.tsv"
    if not path.exists():
        return {}
    lines = [line.split("\t") for line in path.read_text(encoding="utf-8").splitlines() if not line.startswith("#")]
    peers = {}
    for cells in lines[1:]:
        row = dict(zip(lines[0], cells))
        if row["set"] == name:
            peers[row["language"]] = {peer: float(cell) for peer, cell in list(row.items())[3:] if cell and peer != "best"}
    return peers


def print_segments(title, score, peers):
    print(f"## {title}\n")
    keys = ("chunks", "gold", "system", "precision", "recall", "f1", "exact")

    def row(name, figures):
        cells = [figures.get(key, "") for key in keys]
        known = peers.get(name)
        best = max(known, key=known.get) if known else ""
        against = [f"{known['icu']:.2f}", f"{known[best]:.2f} {best}"] if known else ["", ""] if peers else []
        return [name, *(f"{cell:.2f}" if isinstance(cell, float) else str(cell) for cell in cells), *against]
    rows = [row(language, figures) for language, figures in score["languages"].items()]
    table(["", "rows", "gold", "cuts", "P", "R", "F1", "exact %", *(["ICU", "best peer"] if peers else [])],
          [*rows, row("micro", score["micro"]), row("macro", score["macro"])])
    worst({language: figures["f1"] for language, figures in score["languages"].items()}, 2)
    print(f"{score['seconds']:.1f} s\n")


# --- what is measured ---


def measure_links(runner, name, variant, gold, way):
    where, options = WAYS[way]

    def one(tag):
        out = fresh(runner.args.work / where / name / variant / tag)
        runner.hexapla("links", gold / "lines" / PIVOT, gold / "lines" / tag, "-o", f"{out}/",
                       "--langs", f"{PIVOT},{tag}", *options, *runner.args.links_options)
        return json.loads(runner.hexapla("eval", "links", gold, PIVOT, tag, out, "--json", "--moved"))
    tags, title = partners(runner, gold), f"links: {name} {variant}" + (", alone" if way == "alone" else "")
    scores = runner.measure_all(title, [(tag, lambda tag=tag: one(tag)) for tag in tags])
    print_pairs(title, scores, len(tags), ["moved", "moved_found"],
                [("others F1", lambda score: score["unmoved"]["F1"]), *CALIBRATION])
    return list(scores)


def pool(documents, gold_file, links_file):
    """Many documents as one: gold sentences of two versions and links, numbers counted on. documents: triples of
    the two files of sentences and that of links."""
    first = [0, 0]
    with open(gold_file, "w", encoding="utf-8") as gold, open(links_file, "w", encoding="utf-8") as links:
        for *sides, path in documents:
            source, target = ([line.split("\t", 1)[0] for line in side.read_text(encoding="utf-8").split("\n") if line]
                              for side in sides)
            where = {ident: n for n, ident in enumerate(target) if not ident.startswith("x")}
            gold.writelines(f"[{first[0] + n}]:[{first[1] + where[ident]}]\n"
                            for n, ident in enumerate(source) if ident in where)
            for line in path.read_text(encoding="utf-8").splitlines():
                left, right, *cost = line.split(":")
                moved = ([first[side] + n for n in json.loads(part)] for side, part in enumerate((left, right)))
                links.write(":".join([*map(str, moved), *cost]) + "\n")
            first = [first[0] + len(source), first[1] + len(target)]


def measure_calibration(runner, name, gold, way, measured):
    """What probabilities are worth over all versions. measured: the versions of each variant that have links."""
    folder = fresh(runner.args.work / f"{WAYS[way][0]}-pooled" / name)

    def one(variants):
        documents = [(gold / variant / "sents" / PIVOT / f"{path.stem}.tsv",
                      gold / variant / "sents" / tag / f"{path.stem}.tsv", path)
                     for variant in variants for tag in measured[variant]
                     for path in sorted((runner.args.work / WAYS[way][0] / name / variant / tag).glob("*.links"))]
        files = [folder / f"{'+'.join(variants)}.{kind}" for kind in ("gold", "links")]
        pool(documents, *files)
        return json.loads(runner.hexapla("eval", "links", "--gold", files[0], "--links", files[1], "--json"))
    groups = [[variant for variant in group if measured.get(variant)] for group in (("clean", "edited"), ("mixed",))]
    title = f"calibration: {name}, {way}"
    scores = runner.measure_all(title, [("+".join(group), lambda group=group: one(group)) for group in groups if group])
    print(f"## {title}\n")
    if not scores:
        print("nothing could be measured\n")
        return
    table(["", "links", "P", "R", *(heading for heading, _ in CALIBRATION)],
          [[variants, str(score["links"]), *(f"{score['strict'][rate]:.4f}" for rate in ("P", "R")),
            *(figure_cell(function(score)) for _, function in CALIBRATION)] for variants, score in scores.items()])
    for variants, score in scores.items():
        if score["calibration"]:
            print(f"{variants}, said and held in bins of equal mass: " + ", ".join(
                f"{bin['mean']:.3f} {bin['right']:.3f}" for bin in score["calibration"]["bins"]) + "\n")


def measure_tmx(runner, name, variant, gold):
    def one(tag):
        out = fresh(runner.args.work / "tmx" / name / variant / tag)
        runner.hexapla("align", gold / "pages" / PIVOT, gold / "pages" / tag, "-o", f"{out}/",
                       "--langs", f"{PIVOT},{tag}", "--profile", "balanced", "--headlines", *runner.args.align_options)
        return json.loads(runner.hexapla("eval", "tmx", gold, PIVOT, tag, out, "--json"))
    tags, title = partners(runner, gold), f"tmx: {name} {variant}"
    scores = runner.measure_all(title, [(tag, lambda tag=tag: one(tag)) for tag in tags])
    print_pairs(title, scores, len(tags), ["units", "unlocated"])


def measure_textberg(runner):
    source, out = runner.args.shared / "eval" / "textberg-dev", runner.args.work / "textberg"

    def one():
        links = fresh(out) / "dev.links"
        runner.hexapla("links", source / "dev.de", source / "dev.fr", "-o", links, "--langs", "de,fr",
                       *runner.args.links_options)
        return json.loads(runner.hexapla("eval", "links", "--gold", source / "dev.defr", "--links", links, "--json"))
    title = "links: Text+Berg, development text"
    print_pairs(title, runner.measure_all(title, [("de-fr", one)]), 1, ["gold", "links"])


def measure_segments(runner):
    for name in SEGMENT_FOLDERS:
        title, wanted = f"segments: {name}", runner.args.langs
        files = [path for path in sorted((runner.args.shared / "eval" / "segments" / name).glob("*.jsonl"))
                 if wanted is None or path.stem in wanted]
        if not files:
            print(f"## {title}\n\nskipped: no file of the languages asked for\n")
            continue
        gold, out = (fresh(runner.args.work / "segments" / name / side) for side in ("gold", "system"))

        def one(path, out=out):
            (out / path.name).write_text(
                runner.hexapla("segment", "--lang", path.stem, "--jsonl", path, *runner.args.segment_options),
                encoding="utf-8")
            return {}
        for path in files:
            (gold / path.name).symlink_to(path)
        begin = time.monotonic()
        done = runner.measure_all(title, [(path.stem, lambda path=path: one(path)) for path in files])
        seconds = time.monotonic() - begin
        if len(done) < len(files):
            print(f"## {title}\n\nnot measured: {len(files) - len(done)} of {len(files)} files failed, see the end\n")
            continue
        score = runner.measure_all(title, [("score", lambda gold=gold, out=out: json.loads(
            runner.hexapla("eval", "segments", gold, out, "--json")))]).get("score")
        if score:
            print_segments(title, {**score, "seconds": seconds}, read_peers(runner.args.shared, name))


def read_rows(text):
    return [json.loads(line) for line in text.splitlines()]


def files_of(runner, folder):
    """The rows of a folder of the shared segments, or those of --langs."""
    return [path for path in sorted((runner.args.shared / "eval" / "segments" / folder).glob("*.jsonl"))
            if runner.args.langs is None or path.stem in runner.args.langs]


def difference(text, got, expected):
    """The first cut that one of the two has alone, in its context."""
    at = min(set(got) ^ set(expected))
    who = "we cut" if at in got else "we do not cut"
    return f"{who}: {text[max(0, at - 30):at]!r} | {text[at:at + 20]!r}"


def measure_srx_agreement(runner):
    """Rows that are cut as the reference engine cuts them."""
    def one(srx, folder, tag):
        shared = runner.args.shared / "eval" / "segments"
        source = shared / folder / f"{tag}.jsonl"
        got = read_rows(runner.hexapla("segment", "--lang", tag, "--jsonl", "--srx", shared / "srx" / f"{srx}.srx", source))
        expected = read_rows((shared / "srx" / srx / folder / f"{tag}.jsonl").read_text(encoding="utf-8"))
        texts = [row["text"] for row in read_rows(source.read_text(encoding="utf-8"))]
        if not len(got) == len(expected) == len(texts):
            raise Failure(f"{srx}, {folder}, {tag}: {len(got)} rows cut, {len(expected)} expected")
        return {"rows": len(got), "differences": [
            difference(text, ours["boundaries"], theirs["boundaries"])
            for text, ours, theirs in zip(texts, got, expected) if ours["boundaries"] != theirs["boundaries"]]}
    title = "segments-srx: agreement with the reference engine"
    work = [(f"{srx}/{folder}/{path.stem}", lambda srx=srx, folder=folder, tag=path.stem: one(srx, folder, tag))
            for srx in SRX_FILES for folder in SRX_FOLDERS for path in files_of(runner, f"srx/{srx}/{folder}")]
    print(f"## {title}\n")
    if not work:
        print("skipped: no file of the languages asked for\n")
        return
    done = runner.measure_all(title, work)
    totals = {}
    for name, score in done.items():
        for key in ((name.rsplit("/", 1)[0], name.rsplit("/", 1)[1]), ("all", "")):
            rows, same = totals.get(key, (0, 0))
            totals[key] = (rows + score["rows"], same + score["rows"] - len(score["differences"]))
    total = totals.pop(("all", ""), (0, 0))
    table(["rules", "language", "rows", "same", "%"],
          [[name, tag, str(rows), str(same), f"{100 * same / rows:.2f}"]
           for (name, tag), (rows, same) in [*totals.items(), (("all", ""), total)] if rows])
    for name, score in done.items():
        for line in score["differences"][:SRX_SHOWN]:
            print(f"{name}: {line}")
    print()


def measure_srx_export(runner):
    """Our own rules as an SRX file, through our SRX engine, against our own cuts."""
    title = "segments-srx: our own rules as SRX"
    work = fresh(runner.args.work / "segments-srx")
    gold, out, rules = fresh(work / "gold"), fresh(work / "system"), work / "own.srx"
    tags = sorted({path.stem for folder in SEGMENT_FOLDERS for path in files_of(runner, folder)})
    if not tags:
        print(f"## {title}\n\nskipped: no file of the languages asked for\n")
        return

    def export():
        runner.hexapla("segment", "--export-srx", "--out", rules)
        return {}

    def one(tag):
        lines = [line for folder in SEGMENT_FOLDERS for path in files_of(runner, folder) if path.stem == tag
                 for line in path.read_text(encoding="utf-8").splitlines()]
        source = gold / f"{tag}.jsonl"
        source.write_text("".join(line + "\n" for line in lines), encoding="utf-8")
        ours = read_rows(runner.hexapla("segment", "--lang", tag, "--jsonl", source))
        (out / source.name).write_text(
            runner.hexapla("segment", "--lang", tag, "--jsonl", "--srx", rules, source), encoding="utf-8")
        source.write_text("".join(
            json.dumps({"lang": tag, "text": row["text"], "boundaries": own["boundaries"]}, ensure_ascii=False) + "\n"
            for row, own in zip(read_rows("\n".join(lines)), ours)), encoding="utf-8")
        return {}
    begin = time.monotonic()
    done = runner.measure_all(title, [("export", export)]) and runner.measure_all(
        title, [(tag, lambda tag=tag: one(tag)) for tag in tags])
    seconds = time.monotonic() - begin
    if len(done) < len(tags):
        print(f"## {title}\n\nnot measured: {len(tags) - len(done)} of {len(tags)} languages failed, see the end\n")
        return
    score = runner.measure_all(title, [("score", lambda: json.loads(
        runner.hexapla("eval", "segments", gold, out, "--json")))]).get("score")
    if score:
        print_segments(title, {**score, "seconds": seconds}, {})
        print(f"where they fall short: hexapla eval segments {gold} {out} --errors 10\n")


def measure_coverage(runner, name, gold):
    """Of the sentences that no editor has touched: line translates line."""
    def one(tag):
        rows = json.loads(runner.hexapla("lexicon", "coverage", gold / "lines" / PIVOT, gold / "lines" / tag,
                                         "--langs", f"{PIVOT},{tag}", "--json"))["languages"]
        return rows[0]
    tags, title = partners(runner, gold), f"coverage: {name}"
    scores = runner.measure_all(title, [(tag, lambda tag=tag: one(tag)) for tag in tags])
    print(f"## {title}\n")
    if not scores:
        print("nothing could be measured\n")
        return
    shares = ("with_entry_share", "matched_share")
    rows = [[tag, *(str(score[key]) for key in ("entries", "content_words")), f"{100 * score[shares[0]]:.1f}",
             str(score["sentence_pairs"]), f"{100 * score[shares[1]]:.1f}"] for tag, score in scores.items()]
    words, pairs = (100 * mean(score[share] for score in scores.values()) for share in shares)
    rows.append([f"mean of {len(scores)}", "", "", f"{words:.1f}", "", f"{pairs:.1f}"])
    table(["", "entries", "content words", "with an entry %", "sentence pairs", "with a match %"], rows)
    worst({tag: 100 * score["matched_share"] for tag, score in scores.items()}, 1)


# --- the call ---


def choice_list(known):
    def parse(text):
        chosen = text.split(",")
        for name in chosen:
            if name not in known:
                raise argparse.ArgumentTypeError(f"'{name}' is none of {', '.join(known)}")
        return chosen
    return parse


def parse_arguments():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--hexapla", type=Path, default=Path("build/hexapla"), help="the program to measure")
    parser.add_argument("--shared", type=Path, default=Path("../shared"), help="folder that holds eval/")
    parser.add_argument("--work", type=Path, default=Path("build/eval"), help="where sets and outputs go")
    parser.add_argument("--what", type=choice_list(WHAT), default=list(WHAT), help="of " + ",".join(WHAT))
    parser.add_argument("--sets", type=choice_list(SETS), default=list(SETS), help="of " + ",".join(SETS))
    parser.add_argument("--variants", type=choice_list(VARIANTS), default=list(VARIANTS), help="of " + ",".join(VARIANTS))
    parser.add_argument("--ways", type=choice_list(WAYS), default=list(WAYS), help="links: of " + ",".join(WAYS))
    parser.add_argument("--langs", type=lambda text: set(text.split(",")), help="these languages alone, as de,zh-Hans")
    parser.add_argument("--dictionaries", type=Path, help="folder of dictd's dictionaries to use, as /usr/share/dictd")
    parser.add_argument("--jobs", type=int, default=2, help="commands at a time (2)")
    for name in ("links", "align", "segment"):
        parser.add_argument(f"--{name}-options", type=shlex.split, default=[], metavar="OPTIONS",
                            help=f"more options for hexapla {name}; write --{name}-options='--learn no'")
    args = parser.parse_args()
    args.hexapla, args.shared, args.work = (path.resolve() for path in (args.hexapla, args.shared, args.work))
    if args.jobs < 1:
        parser.error("--jobs takes a number from 1")
    return parser, args


def check_languages(parser, args):
    """A tag that is nowhere is a slip; without this it would only make the tables shorter."""
    known = {path.stem for name in SETS for path in (args.shared / "eval" / name).glob("*.txt")} - {"docs"}
    known |= {path.stem for path in (args.shared / "eval" / "segments").glob("*/*.jsonl")}
    for tag in sorted((args.langs or set()) - known):
        parser.error(f"--langs {tag}: no such version; there are {', '.join(sorted(known))}")


def main():
    sys.stdout.reconfigure(encoding="utf-8", line_buffering=True)
    parser, args = parse_arguments()
    if not (args.shared / "eval" / "make_sets.py").is_file():
        print(f"skipped, nothing measured: {args.shared}/eval with the gold sets is not there; "
              "put it beside the clone or name it with --shared")
        return 0
    check_languages(parser, args)
    if not args.hexapla.is_file():
        parser.error(f"{args.hexapla}: there is no such program; build it, or name it with --hexapla")
    begin = time.monotonic()
    runner = Runner(args)
    for name in args.sets if {"links", "tmx", "coverage"} & set(args.what) else []:
        gold = make_set(runner, name)
        if "coverage" in args.what:
            measure_coverage(runner, name, gold / "clean")
        for way in args.ways if "links" in args.what else []:
            measured = {variant: measure_links(runner, name, variant, gold / variant, way) for variant in args.variants}
            measure_calibration(runner, name, gold, way, measured)
        for variant in args.variants:
            if "tmx" in args.what and variant != "mixed":
                measure_tmx(runner, name, variant, gold / variant)
    if "textberg" in args.what:
        measure_textberg(runner)
    if "segments" in args.what:
        measure_segments(runner)
    if "segments-srx" in args.what:
        measure_srx_agreement(runner)
        measure_srx_export(runner)
    args.work.mkdir(parents=True, exist_ok=True)
    (args.work / "figures.json").write_text(json.dumps(runner.figures, indent=1) + "\n", encoding="utf-8")
    print(f"total time: {time.monotonic() - begin:.0f} s; outputs and figures.json are in {args.work}")
    for failure in runner.failures:
        print(f"failed: {failure}")
    return 1 if runner.failures else 0


if __name__ == "__main__":
    sys.exit(main())
