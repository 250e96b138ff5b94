#!/usr/bin/env python3
"""Fit the few global numbers of the aligner on one gold set and show them on another.

usage: fit.py --hexapla EXE --shared FOLDER --work FOLDER --on news-open --show flores [--no-learn]
              [--langs LIST] [--numbers LIST] [--passes N]

One number at a time is moved by a step up and down (a factor of 1.35) and stays where the mean strict F1 of
the languages (English with each, `edited` documents) is highest; passes go on until nothing moves. Then the
numbers found are measured on both sets beside the program's own. Nothing is written into the program: who
takes numbers over does so by hand, and says so in tests/bench/NOTES.md.
"""
import argparse
import concurrent.futures
import json
import subprocess
import sys
from pathlib import Path

DEFAULT_LANGS = "de,am,zh-Hans,ar,sw,tr"
# Where each number starts: as in the program's headers.
START = {"explained": 0.4, "document_share": 0.15, "length_weight": 1.3, "name_strength": 0.2, "smoothing": 4,
         "prior_alone": 0.45, "cost_of_link": 0.4, "first_prior_alone": 0.25, "first_cost_of_link": 0.35,
         "temperature": 1.0}
STEP = 1.35


class Measure:
    def __init__(self, args):
        self.args, self.known = args, {}

    def language(self, gold, numbers, tag):
        lines = gold / "edited" / "lines"
        out = self.args.work / f"links-{gold.name}-{tag}"
        extra = ["--no-learn"] if self.args.no_learn else []
        assignments = ",".join(f"{name}={value:.6g}" for name, value in numbers.items())
        subprocess.run([self.args.hexapla, "links", lines / "en", lines / tag, "-o", f"{out}/", "--langs", f"en,{tag}",
                        "--quiet", "--jobs", "1", "--set", assignments, *extra], check=True)
        scored = subprocess.run([self.args.hexapla, "eval", "links", gold / "edited", "en", tag, out, "--json"],
                                check=True, capture_output=True, text=True)
        return json.loads(scored.stdout)["strict"]["F1"]

    def __call__(self, gold, numbers):
        key = (gold.name, tuple(sorted(numbers.items())))
        if key not in self.known:
            with concurrent.futures.ThreadPoolExecutor(2) as pool:
                scores = list(pool.map(lambda tag: self.language(gold, numbers, tag), self.args.langs))
            self.known[key] = sum(scores) / len(scores)
        return self.known[key]


def fit(measure, gold, names, passes):
    numbers = {name: START[name] for name in names}
    best = measure(gold, numbers)
    for turn in range(passes):
        moved = False
        for name in names:
            for factor in (STEP, 1 / STEP):
                tried = dict(numbers, **{name: numbers[name] * factor})
                value = measure(gold, tried)
                if value > best:
                    numbers, best, moved = tried, value, True
                    break
        print(f"pass {turn + 1}: {gold.name} {best:.4f}  " + " ".join(f"{k}={v:.4g}" for k, v in numbers.items()), flush=True)
        if not moved:
            break
    return numbers


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--hexapla", type=Path, required=True)
    parser.add_argument("--shared", type=Path, required=True)
    parser.add_argument("--work", type=Path, required=True)
    parser.add_argument("--on", default="news-open")
    parser.add_argument("--show", default="flores")
    parser.add_argument("--no-learn", action="store_true")
    parser.add_argument("--langs", default=DEFAULT_LANGS)
    parser.add_argument("--numbers", default=",".join(START))
    parser.add_argument("--passes", type=int, default=3)
    args = parser.parse_args()
    if not (args.shared / "eval" / "make_sets.py").is_file():
        print(f"{args.shared}: the gold sets are not there, nothing to fit on")
        return
    args.hexapla = args.hexapla.resolve()
    args.langs = args.langs.split(",")
    names = args.numbers.split(",")
    unknown = sorted(set(names) - set(START))
    if unknown:
        sys.exit(f"fit.py: no such number: {', '.join(unknown)}; there are {', '.join(START)}")
    for name in (args.on, args.show):
        subprocess.run([sys.executable, args.shared / "eval" / "make_sets.py", args.shared / "eval" / name,
                        args.work / name], check=True, stdout=subprocess.DEVNULL)
    measure = Measure(args)
    on, show = args.work / args.on, args.work / args.show
    found = fit(measure, on, names, args.passes)
    own = {name: START[name] for name in names}
    print(f"strict F1, mean of {len(args.langs)} languages\t{args.on} (fitted)\t{args.show}")
    print(f"the program's own numbers\t{measure(on, own):.4f}\t{measure(show, own):.4f}")
    print(f"fitted on {args.on}\t{measure(on, found):.4f}\t{measure(show, found):.4f}")


if __name__ == "__main__":
    main()
