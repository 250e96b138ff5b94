#!/usr/bin/env python3
"""Measure sentence boundaries on two halves of the gold sets, of which one alone is looked at while rules are made.

usage: segment_halves.py [options]

The rows of each file below SHARED/eval/segments are parted by the SHA-256 of their text: even first byte: the half
to develop on ("dev"), odd: the half to be sure by ("held"). Both are cut with `hexapla segment --jsonl` and scored
by `hexapla eval segments`; prints F1 of each set and language and the macro mean. --errors N shows up to N wrong cuts and N
missed ones a language, of the half to develop on alone.
Exit codes: 0 measured, or the shared data is not there (said so); 1 a command failed; 2 wrong usage.
"""
import argparse
import hashlib
import json
import shutil
import subprocess
import sys
from pathlib import Path

FOLDERS = ("gold", "gold_news", "golden", "silver")
HALVES = ("dev", "held")


def half_of(text):
    return HALVES[hashlib.sha256(text.encode()).digest()[0] % 2]


def run(*command):
    done = subprocess.run([str(part) for part in command], capture_output=True, text=True, encoding="utf-8")
    if done.returncode != 0:
        sys.exit(f"segment_halves.py: {' '.join(map(str, command))}: {done.stderr.strip()}")
    return done.stdout


def sure_folder(path):
    shutil.rmtree(path, ignore_errors=True)
    path.mkdir(parents=True)
    return path


def part(source, work, langs):
    """Writes the halves of a set; gives {half: folder}."""
    folders = {half: sure_folder(work / half / "gold") for half in HALVES}
    for path in sorted(source.glob("*.jsonl")):
        if langs and path.stem not in langs:
            continue
        rows = {half: [] for half in HALVES}
        for line in path.read_text(encoding="utf-8").splitlines():
            rows[half_of(json.loads(line)["text"])].append(line)
        for half, lines in rows.items():
            if lines:
                (folders[half] / path.name).write_text("\n".join(lines) + "\n", encoding="utf-8")
    return folders


def measure(hexapla, gold):
    system = sure_folder(gold.parent / "system")
    for path in sorted(gold.glob("*.jsonl")):
        (system / path.name).write_text(run(hexapla, "segment", "--lang", path.stem, "--jsonl", path), encoding="utf-8")
    return json.loads(run(hexapla, "eval", "segments", gold, system, "--json")), system


def ends(offsets, text):
    """The offsets before the white space that they stand in or behind, without the end of the text."""
    trimmed = {len(text[:offset].rstrip()) for offset in offsets}
    return trimmed - {0, len(text.rstrip())}


def show_errors(gold, system, most):
    for path in sorted(gold.glob("*.jsonl")):
        shown = {"cut": 0, "missed": 0}
        answers = (system / path.name).read_text(encoding="utf-8").splitlines()
        for line, answer in zip(path.read_text(encoding="utf-8").splitlines(), answers):
            row = json.loads(line)
            text = row["text"]
            right, given = ends(row["boundaries"], text), ends(json.loads(answer)["boundaries"], text)
            free = ends(row.get("optional", []), text)
            for what, offsets in (("cut", given - right - free), ("missed", right - given - free)):
                for offset in sorted(offsets):
                    if shown[what] < most:
                        shown[what] += 1
                        context = text[max(0, offset - 50):offset] + "┃" + text[offset:offset + 40]
                        print(f"{path.stem} {what}: {context!r}")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--hexapla", type=Path, default=Path("build/hexapla"))
    parser.add_argument("--shared", type=Path, default=Path("../shared"))
    parser.add_argument("--work", type=Path, default=Path("build/segment_halves"))
    parser.add_argument("--sets", default=",".join(FOLDERS))
    parser.add_argument("--langs", help="these languages alone, as de,zh-Hans")
    parser.add_argument("--errors", type=int, default=0, metavar="N")
    args = parser.parse_args()
    data = args.shared / "eval" / "segments"
    if not data.is_dir():
        print(f"skipped: {data} is not there")
        return
    langs = args.langs.split(",") if args.langs else None
    for name in args.sets.split(","):
        folders = part(data / name, args.work / name, langs)
        scores = {}
        for half, gold in folders.items():
            if not any(gold.glob("*.jsonl")):
                continue
            scores[half], system = measure(args.hexapla, gold)
            if half == "dev" and args.errors:
                show_errors(gold, system, args.errors)
        for half, score in scores.items():
            languages = " ".join(f"{tag} {figures['f1']:.2f}" for tag, figures in score["languages"].items())
            print(f"{name} {half}: macro {score['macro']['f1']:.2f}, micro {score['micro']['f1']:.2f}; {languages}")


if __name__ == "__main__":
    main()
