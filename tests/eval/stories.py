"""Scores links on the project's own stories, each version against English.

usage: stories.py --hexapla PROGRAM [--work FOLDER] [--langs de,ru] [--stories ROOT] [--options "…"]

For each version, over all stories: strict precision, recall and F1 of `hexapla links` with English, once aligned
with English alone ("plain"), once as all versions together have it ("woven"). Gold are the full pairs; links that
are a half pair of the gold count neither for nor against. `half %`: of what is at least 0.90 sure, how much are half
pairs. Exit codes: 0 measured, 1 a run failed, 2 wrong usage.
"""
import argparse
import math
import re
import subprocess
import sys
import tempfile
from pathlib import Path

BEAD = re.compile(r"\[([\d, ]*)\]:\[([\d, ]*)\](?::([\d.]+))?(?:\t(\w+))?$")


def read_beads(path):
    """Beads with both sides: {(source, target): (label, probability)}."""
    beads = {}
    for line in path.read_text(encoding="utf-8").splitlines():
        source, target, cost, label = BEAD.match(line).groups()
        if source and target:
            key = tuple(int(n) for n in source.split(",")), tuple(int(n) for n in target.split(","))
            beads[key] = (label, math.exp(-float(cost)) if cost else 1.0)
    return beads


class Score:
    def __init__(self):
        self.right = self.found = self.gold = self.sure = self.sure_half = self.sure_right = 0

    def add(self, gold, system):
        for bead, (_, probability) in system.items():
            label = gold.get(bead, (None,))[0]
            if label != "partial":
                self.found += 1
                self.right += label == "full"
            if probability >= 0.9:
                self.sure += 1
                self.sure_half += label == "partial"
                self.sure_right += label == "full"
        self.gold += sum(label == "full" for label, _ in gold.values())

    def join(self, other):
        for name, value in vars(other).items():
            setattr(self, name, getattr(self, name) + value)

    def row(self):
        p = self.right / self.found if self.found else 0.0
        r = self.right / self.gold if self.gold else 0.0
        f = 2 * p * r / (p + r) if p + r else 0.0
        half = self.sure_half / self.sure if self.sure else 0.0
        wrong = 1 - (self.sure_half + self.sure_right) / self.sure if self.sure else 0.0
        return p, r, f, half, wrong


def lay_out(stories, languages, work):
    """One folder a version, one file a story, as `links` takes them."""
    for language in ["en", *languages]:
        (work / "lines" / language).mkdir(parents=True)
        for story in stories:
            source = story / "segments" / f"{language}.txt"
            if source.exists():
                (work / "lines" / language / f"{story.name}.txt").symlink_to(source.resolve())


def links(program, work, languages, out, options):
    folders = [str(work / "lines" / language) for language in languages]
    run = subprocess.run([program, "links", *folders, "-o", f"{out}/", "--langs", ",".join(languages), "--quiet",
                          *options], capture_output=True, text=True)
    if run.returncode:
        print(run.stderr, file=sys.stderr, end="")
        sys.exit(1)


def measure(stories, languages, folder_of):
    scores = {}
    for language in languages:
        scores[language] = Score()
        for story in stories:
            gold = story / f"en-{language}.links"
            if gold.exists():
                scores[language].add(read_beads(gold), read_beads(folder_of(language) / f"{story.name}.links"))
    return scores


def print_table(ways):
    print("| | " + " | ".join(f"{way} P | R | F1 | half % | wrong %" for way in ways) + " |")
    print("|---|" + "---:|" * 5 * len(ways))
    languages = list(next(iter(ways.values())))
    for language in languages:
        cells = [scores[language].row() for scores in ways.values()]
        print(f"| {language} | " + " | ".join(f"{p:.3f} | {r:.3f} | {f:.3f} | {100 * h:.1f} | {100 * w:.1f}"
                                             for p, r, f, h, w in cells) + " |")
    print("| mean | " + " | ".join(
        " | ".join(f"{sum(column) / len(column) * scale:.{digits}f}"
                   for column, scale, digits in zip(zip(*(s.row() for s in scores.values())),
                                                    (1, 1, 1, 100, 100), (3, 3, 3, 1, 1)))
        for scores in ways.values()) + " |")


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n\n")[0])
    parser.add_argument("--hexapla", required=True, type=lambda name: str(Path(name).resolve()))
    parser.add_argument("--work", type=Path)
    parser.add_argument("--langs", default="")
    parser.add_argument("--stories", type=Path,
                        default=Path(__file__).resolve().parents[2] / "fixtures" / "stories")
    parser.add_argument("--options", default="")
    options = parser.parse_args()
    stories = sorted(path for path in options.stories.iterdir() if path.is_dir())
    known = {path.stem for story in stories for path in (story / "segments").glob("*.txt")} - {"en"}
    languages = options.langs.split(",") if options.langs else sorted(known)
    if set(languages) - known:
        parser.error(f"no story has {', '.join(sorted(set(languages) - known))}")
    with tempfile.TemporaryDirectory(dir=options.work) as folder:
        work = Path(folder)
        lay_out(stories, languages, work)
        for language in languages:
            links(options.hexapla, work, ["en", language], work / "plain" / language, options.options.split())
        links(options.hexapla, work, ["en", *languages], work / "woven", options.options.split())
        print_table({"plain": measure(stories, languages, lambda tag: work / "plain" / tag),
                     "woven": measure(stories, languages, lambda tag: work / "woven" / f"en-{tag}")}
                    if len(languages) > 1 else
                    {"plain": measure(stories, languages, lambda tag: work / "plain" / tag)})


if __name__ == "__main__":
    main()
