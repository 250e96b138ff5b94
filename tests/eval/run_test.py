#!/usr/bin/env python3
"""Test run.py: what it calls, what it prints, and that a failure is never a success.

usage: run_test.py --hexapla PROGRAM --shared FOLDER --work FOLDER

A stand-in for the program answers `links`, `align` and `segment` from gold: perfectly for German, with no link at
all for Amharic, with an error for Arabic. By an SRX file it cuts German as expected, and Amharic nowhere. `eval` and
`lexicon` are the real program's. Exit code 77: the shared data is not there.
"""
import argparse
import json
import re
import shutil
import subprocess
import sys
from pathlib import Path

SKIPPED = 77
TAGS = ("en", "de", "am", "ar")
DOCUMENTS = 3

STAND_IN = '''#!{python}
import json, os, sys
from pathlib import Path
from xml.sax.saxutils import escape

PROGRAM, GOLD_LINKS = "{program}", "{gold_links}"
command, args = sys.argv[1], sys.argv[2:]
if command in ("eval", "lexicon"):
    os.execv(PROGRAM, [PROGRAM, *sys.argv[1:]])
value = lambda option: args[args.index(option) + 1]
if "--export-srx" in args:
    Path(value("--out")).write_text("rules")
    sys.exit()
tag = value("--lang") if command == "segment" else value("--langs").split(",")[1]
if tag == "ar":
    sys.exit("no Arabic today")
if command == "segment":
    assert "--jsonl" in args, args
    source, srx = Path(args[-1]), Path(value("--srx")) if "--srx" in args else None
    expected = srx.with_suffix("") / source.parent.name / source.name if srx and srx.stem == "omegat" else source
    for line in expected.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        print(json.dumps({{"boundaries": row["boundaries"] if tag != "am" or not srx else [len(row.get("text", "x"))]}}))
    sys.exit()
out = Path(value("-o"))
if tag == "fr":
    out.write_text(Path(GOLD_LINKS).read_text())
    sys.exit()
assert value("-o").endswith("/"), "a folder ends in /"
if command == "align":
    assert value("--profile") == "balanced" and "--headlines" in args, args
read = lambda path: [line.split("\\t") for line in path.read_text(encoding="utf-8").splitlines()]
for page in sorted(Path(args[0]).iterdir()):
    root = page.parent.parent.parent / "sents"
    source, target = (read(root / name / (page.stem + ".tsv")) for name in ("en", tag))
    where = {{ident: n for n, (ident, _) in enumerate(target)}}
    pairs = [(n, where[ident]) for n, (ident, _) in enumerate(source) if ident in where and tag != "am"]
    if command == "links":
        (out / (page.stem + ".links")).write_text("".join(f"[{{n}}]:[{{m}}]:0.1054\\n" for n, m in pairs))
        continue
    units = "".join(f'<tu><tuv xml:lang="en"><seg>{{escape(source[n][1])}}</seg></tuv>'
                    f'<tuv xml:lang="{{tag}}"><seg>{{escape(target[m][1])}}</seg></tuv></tu>' for n, m in pairs)
    (out / (page.stem + ".tmx")).write_text(
        '<?xml version="1.0"?><tmx version="1.4"><header creationtool="x" creationtoolversion="1" segtype="sentence" '
        'o-tmf="x" adminlang="en" srclang="en" datatype="plaintext"/><body>' + units + "</body></tmx>", encoding="utf-8")
'''


def small_copy(shared, work):
    """A shared folder of a few documents and versions; the rest of what is needed as links."""
    small = work / "shared" / "eval"
    (small / "segments").mkdir(parents=True)
    for name in ("make_sets.py", "textberg-dev"):
        (small / name).symlink_to(shared / "eval" / name)
    for name in ("gold", "gold_news", "golden", "silver"):
        (small / "segments" / name).mkdir()
        for tag in ("de", "am"):
            path = shared / "eval" / "segments" / name / f"{tag}.jsonl"
            if path.is_file():
                (small / "segments" / name / path.name).symlink_to(path)
    (small / "segments" / "srx" / "omegat").mkdir(parents=True)
    (small / "segments" / "srx" / "omegat.srx").symlink_to(shared / "eval" / "segments" / "srx" / "omegat.srx")
    (small / "segments" / "srx" / "omegat" / "gold").mkdir()
    for tag in ("de", "am"):
        (small / "segments" / "srx" / "omegat" / "gold" / f"{tag}.jsonl").symlink_to(
            shared / "eval" / "segments" / "srx" / "omegat" / "gold" / f"{tag}.jsonl")
    for name in ("news-open", "flores"):
        (small / name).mkdir()
        docs = (shared / "eval" / name / "docs.txt").read_text(encoding="utf-8").split("\n")[:-1]
        kept = set(sorted(set(docs))[:DOCUMENTS])
        for stem in ("docs", *TAGS):
            lines = (shared / "eval" / name / f"{stem}.txt").read_text(encoding="utf-8").split("\n")
            text = "".join(line + "\n" for doc, line in zip(docs, lines) if doc in kept)
            (small / name / f"{stem}.txt").write_text(text, encoding="utf-8")
    return work / "shared"


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for name in ("--hexapla", "--shared", "--work"):
        parser.add_argument(name, type=Path, required=True)
    args = parser.parse_args()
    shared, program = args.shared.resolve(), args.hexapla.resolve()
    if not (shared / "eval" / "make_sets.py").is_file():
        print(f"skipped: {shared}/eval with gold sets is not there")
        return SKIPPED
    shutil.rmtree(args.work, ignore_errors=True)
    work = args.work.resolve()
    small = small_copy(shared, work)
    stand_in = work / "stand-in"
    stand_in.write_text(STAND_IN.format(python=sys.executable, program=program,
                                        gold_links=shared / "eval" / "textberg-dev" / "dev.defr"))
    stand_in.chmod(0o755)

    def run(*options, at=small):
        script = Path(__file__).with_name("run.py")
        done = subprocess.run([sys.executable, script, "--hexapla", stand_in, "--shared", at, "--work", work / "eval",
                               *options], capture_output=True, text=True, encoding="utf-8")
        return done.returncode, done.stdout, done.stderr

    problems = []

    def check(what, holds, shown):
        if not holds:
            problems.append(f"{what}\n{shown}")

    code, out, err = run("--langs", "de,am")
    check("all of it is done", code == 0, out + err)
    for name in ("news-open", "flores"):
        for variant in ("clean", "edited"):
            for what in ("links", "tmx"):
                title = f"## {what}: {name} {variant}\n"
                check(f"{title.strip()} has a table", title in out, out)
                part = out.split(title)[-1].split("## ")[0]
                check("German is perfect", re.search(r"^\| de \| 1\.0000 \| 1\.0000 \| 1\.0000 \|", part, re.M), part)
                check("Amharic has nothing", re.search(r"^\| am \| 0\.0000 \| 0\.0000 \| 0\.0000 \|", part, re.M), part)
                check("the mean is halfway", re.search(r"^\| mean of 2 \| 0\.5000 \| 0\.5000 \| 0\.5000", part, re.M), part)
                check("the worst is named first", "worst: am 0.0000, de 1.0000" in part, part)
        for title in (f"links: {name} mixed", f"links: {name} edited, alone"):
            part = out.split(f"## {title}\n")[-1].split("## ")[0]
            check(f"{title}: German has moved sentences found, a calibration, and no wrong link to compare with",
                  re.search(r"^\| de \| 1\.0000 .*\| (\d+) \| \1 \| 1\.0000 \| 0\.1000 \| 0\.0100 \| 0\.0000 \| - \|",
                            part, re.M), part)
            check(f"{title}: Amharic has no link to judge", re.search(r"^\| am .*\| - \| - \| - \| - \|", part, re.M), part)
        for way in ("together", "alone"):
            part = out.split(f"## calibration: {name}, {way}\n")[-1].split("## ")[0]
            for variants in ("clean+edited", "mixed"):
                check(f"{way}, {variants}: the pooled links are all right, half of the gold",
                      re.search(rf"^\| {re.escape(variants)} \| \d+ \| 1\.0000 \| 0\.[45]\d+ \| 0\.1000 \|", part, re.M), part)
                check("the bins are shown", f"{variants}, said and held in bins of equal mass: 0.900 1.000," in part, part)
        gold = work / "eval" / "sets" / name
        lines = {variant: sorted((gold / variant / "sents" / "de").iterdir()) for variant in ("edited", "mixed")}
        check("mixed: every second document is the next one",
              [path.read_text() for path in lines["mixed"]]
              == [lines["edited"][i].read_text() for i in (0, 2, 2)], lines)
        check("mixed: English is itself", (gold / "mixed" / "sents" / "en" / lines["edited"][1].name).read_text()
              == (gold / "edited" / "sents" / "en" / lines["edited"][1].name).read_text(), lines)
    check("Text+Berg is perfect", re.search(r"^\| de-fr \| 1\.0000 \| 1\.0000 \| 1\.0000", out, re.M), out)
    segments = out.split("## segments-srx")[0]
    check("segments are perfect", segments.count("| macro |") == 4 and segments.count("| micro |") == 4, out)
    check("German is cut as the reference engine cuts it",
          re.search(r"^\| omegat/gold \| de \| (\d+) \| \1 \| 100\.00 \|$", out, re.M), out)
    check("Amharic is not", re.search(r"^\| omegat/gold \| am \| \d+ \| \d+ \| \d\d?\.\d\d \|$", out, re.M), out)
    check("a difference is shown", "omegat/gold/am: we cut: " in out, out)
    exported = out.split("## segments-srx: our own rules")[-1]
    check("German rules say it all", re.search(r"^\| de \|.*\| 100\.00 \| 100\.00 \|$", exported, re.M), out)
    check("Amharic rules say nothing", re.search(r"^\| am \|.*\| 0\.00 \| 0\.00 \|", exported, re.M), out)
    check("segments are those of gold", len(re.findall(r"\| 100\.00 \| 100\.00 \| 100\.00 \|", out)) >= 8, out)
    for name in ("news-open", "flores"):
        part = out.split(f"## coverage: {name}\n")[-1].split("## ")[0]
        row = re.search(r"^\| de \| (\d+) \| (\d+) \| ([\d.]+) \| (\d+) \| ([\d.]+) \|", part, re.M)
        check("coverage has a row", row and int(row[1]) > 3000 and float(row[3]) > 50 and float(row[5]) > 50, part)
        check("coverage has a mean", "| mean of 2 |" in part, part)
    check("the total time is told", "total time: " in out, out)
    figures = json.loads((work / "eval" / "figures.json").read_text(encoding="utf-8"))
    check("figures.json holds the scores", figures["links: flores clean"]["de"]["strict"]["F1"] == 1.0, figures)

    code, out, err = run("--what", "links", "--sets", "flores", "--variants", "clean")
    check("a failed command is told and ends with 1", code == 1 and "no Arabic today" in out, out + err)
    check("the mean is of those that were measured", "mean of 2" in out and "1 of 3 are missing here" in out, out)
    code, out, err = run("--what", "segments", "--langs", "ar")
    check("no row is passed over silently", code == 0 and out.count("skipped: ") == 4, out + err)
    code, out, err = run("--langs", "xx")
    check("an unknown language is refused", code == 2 and "xx" in err, out + err)
    code, out, err = run(at=work / "nowhere")
    check("without shared data it says so", code == 0 and out.startswith("skipped, nothing measured"), out + err)
    for problem in problems:
        print(f"does not hold: {problem}", file=sys.stderr)
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
