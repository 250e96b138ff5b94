#!/usr/bin/env python3
"""Compare `hexapla eval` with the reference scorers on outputs made at random.

usage: compare.py --hexapla PROGRAM --shared FOLDER --work FOLDER

FOLDER of --shared holds eval/ with gold sets and scorers. From a few documents of two sets, and from drawn ones
full of repetitions, links, memories and segmentations are made with faults of every kind that a scorer must tell
apart; then both sides score them, and every figure and every printed line of the reference must be ours too. Of links
we print more, which its lines begin. Exit code 77: the shared data is not there.
"""
import argparse
import json
import random
import shutil
import subprocess
import sys
import unicodedata
from pathlib import Path
from xml.sax.saxutils import escape

SKIPPED = 77
TAGS = ("en", "de", "zh-Hans", "zh-Hant", "prs", "am", "pt-BR")
PAIRS = (("en", "de"), ("en", "zh-Hans"), ("zh-Hant", "am"), ("prs", "pt-BR"))
TMX_TAGS = {"en": "en-US", "de": "de", "zh-Hans": "zh-CN", "zh-Hant": "zh_TW", "prs": "fa-AF", "am": "am",
            "pt-BR": "PT-br"}
QUALITIES = (0.0, 0.1, 0.5)  # the share of faults
OUR_FIGURES = ("beads", "calibration")  # of links, beside the reference's
DOCUMENTS = 4


class Difference(Exception):
    pass


def run(command):
    done = subprocess.run([str(part) for part in command], capture_output=True, text=True, encoding="utf-8")
    if done.returncode != 0:
        raise Difference(f"{' '.join(map(str, command))}: exit code {done.returncode}\n{done.stderr}")
    return done.stdout


def compare(ours, theirs, more=()):
    """Both print the same text; with --json both give the same values, our schema number aside. Gives the values.

    more: the values that we give besides; then our text goes on after theirs.
    """
    text = run(ours), run(theirs)
    if text[0] != text[1] and not (more and text[0].startswith(text[1])):
        raise Difference(f"{' '.join(map(str, ours))} prints\n{text[0]}where the reference prints\n{text[1]}")
    values = json.loads(run([*ours, "--json"])), json.loads(run([*theirs, "--json"]))
    if values[0].pop("schema", None) != 1:
        raise Difference(f"{' '.join(map(str, ours))} --json: no schema number")
    for name in more:
        if name not in values[0]:
            raise Difference(f"{' '.join(map(str, ours))} --json: no {name}")
        del values[0][name]
    if values[0] != values[1]:
        raise Difference(f"{' '.join(map(str, ours))} --json gives\n{values[0]}\nthe reference\n{values[1]}")
    return values[0]


def make_sets(shared, name, work):
    """A gold set of the first documents of a source, in few versions."""
    source, small = shared / "eval" / name, work / f"{name}-source"
    small.mkdir(parents=True)
    docs = (source / "docs.txt").read_text(encoding="utf-8").split("\n")[:-1]
    kept = set(sorted(set(docs))[:DOCUMENTS])
    for stem in ("docs", *TAGS):
        lines = (source / f"{stem}.txt").read_text(encoding="utf-8").split("\n")
        wanted = [line for doc, line in zip(docs, lines) if doc in kept]
        (small / f"{stem}.txt").write_text("".join(line + "\n" for line in wanted), encoding="utf-8")
    run([sys.executable, shared / "eval" / "make_sets.py", small, work / name, "--seed", "7"])
    return work / name


def draw_set(rng, root):
    """A set of very short sentences of few letters, in which most texts stand several times, and are moved."""
    for name in range(40):
        ids = [str(n) for n in range(rng.randint(1, 10))]
        for tag in ("en", "de"):
            order = [ident if rng.random() < 0.8 else f"x{tag}{ident}" for ident in ids if rng.random() < 0.9]
            if rng.random() < 0.5:
                rng.shuffle(order)
            lines = [f"{ident}\t{''.join(rng.choices('ab ', k=rng.randint(1, 6)))}.\n" for ident in order]
            path = root / "sents" / tag / f"d{name}.tsv"
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text("".join(lines), encoding="utf-8")
    return root


def draw_pairs(rng, source, target):
    """Units of any stretches of the two texts, cut without regard to sentences."""
    def stretch(text):
        begin = rng.randrange(len(text) + 1)
        return text[begin:begin + rng.randint(1, 9)]
    whole = ["".join(text for _, text in side) for side in (source, target)]
    sentence = [[text for _, text in side] or [""] for side in (source, target)]
    return [[stretch(whole[side]) if rng.random() < 0.6 else rng.choice(sentence[side]) for side in (0, 1)]
            for _ in range(rng.randint(0, 12))]


def sentences(root, tag, name):
    text = (root / "sents" / tag / f"{name}.tsv").read_text(encoding="utf-8")
    return [line.split("\t", 1) for line in text.split("\n") if line]


def names_of(root):
    return sorted(path.stem for path in (root / "sents" / "en").glob("*.tsv"))


# --- links ---


def random_links(rng, source, target, fault):
    """The gold links, some of them dropped, widened, shifted, split from their partner, in any order."""
    where = {ident: n for n, (ident, _) in enumerate(target) if not ident.startswith("x")}
    used = set(), set()
    links = []

    def add(left, right):
        left = [n for n in left if 0 <= n < len(source) and n not in used[0]]
        right = [n for n in right if 0 <= n < len(target) and n not in used[1]]
        if left or right:
            used[0].update(left)
            used[1].update(right)
            links.append((left, right))

    for n, (ident, _) in enumerate(source):
        if ident not in where:
            continue
        m, kind = where[ident], rng.choice("drop widen both shift half".split())
        if rng.random() >= fault:
            add([n], [m])
        elif kind == "widen":
            add([n], [m, m + 1])
        elif kind == "both":
            add([n + 1, n], [m])
        elif kind == "shift":
            add([n], [m + 1])
        elif kind == "half":
            add([n], [])
    for n in range(len(source)):
        if rng.random() < 0.5:
            add([n], [])
    if fault:
        rng.shuffle(links)
    return "".join(f"{left}:{right}" + rng.choice(("", f":{rng.random():.4f}")) + "\n" + rng.choice(("", "", "\n"))
                   for left, right in links)


def compare_links(args, root, rng, language_pairs):
    reference = [sys.executable, args.shared / "eval" / "score_links.py"]
    count = moved = 0
    for left, right in language_pairs:
        for fault in QUALITIES:
            out = args.work / "links" / root.parent.name / root.name / f"{left}-{right}-{fault}"
            out.mkdir(parents=True)
            for name in names_of(root):
                links = random_links(rng, sentences(root, left, name), sentences(root, right, name), fault)
                (out / f"{name}.links").write_text(links, encoding="utf-8")
            arguments = [root, left, right, out, *(["--moved"] if fault else [])]
            values = compare([args.hexapla, "eval", "links", *arguments], [*reference, *arguments],
                             [*OUR_FIGURES, *(["unmoved"] if fault else [])])
            count, moved = count + 1, moved + values.get("moved", 0)
    return count, moved


def compare_link_files(args, rng):
    gold = args.shared / "eval" / "textberg-dev" / "dev.defr"
    reference = [sys.executable, args.shared / "eval" / "score_links.py"]
    lines = gold.read_text(encoding="utf-8").splitlines()
    for fault in QUALITIES:
        kept = [[json.loads(side) for side in line.split(":")] for line in lines if rng.random() >= fault]
        for one, two in zip(kept[::2], kept[1::2]):  # neighbours lend each other sentences
            if rng.random() < fault:
                one[0], two[0] = one[0] + two[0][1:], two[0][:1]
                one[1], two[1] = one[1][:1], one[1][1:] + two[1]
        path = args.work / f"textberg-{fault}.links"
        path.write_text("".join(f"{left}:{right}\n" for left, right in kept), encoding="utf-8")
        arguments = ["--gold", gold, "--links", path]
        compare([args.hexapla, "eval", "links", *arguments], [*reference, *arguments], OUR_FIGURES)
    return len(QUALITIES)


# --- memories ---


def random_pairs(rng, source, target, fault):
    """Units of a document as an aligner may give them, right ones and wrong ones."""
    partner = dict(target)
    shared = [(text, partner[ident]) for ident, text in source if ident in partner]
    texts = [text for _, text in target]
    pairs = []
    for n, (a, b) in enumerate(shared):
        kind = rng.choice("drop halves merge stranger chrome cut again alter".split())
        if rng.random() >= fault:
            pairs.append((a, b))
        elif kind == "halves":
            pairs += [(a[:len(a) // 2], b[:len(b) // 2]), (a[len(a) // 2:], b[len(b) // 2:])]
        elif kind == "merge":
            c, d = shared[min(n + 1, len(shared) - 1)]
            pairs.append((f"{a} {c}", f"{b} {d}"))
        elif kind == "stranger":
            pairs.append((a, rng.choice(texts)))
        elif kind == "chrome":
            pairs.append(("DW recommends", b))
        elif kind == "cut":
            pairs.append((a[:int(len(a) * rng.uniform(0.6, 1))], b))
        elif kind == "again":
            pairs += [(a, b), (a, b)]
        elif kind == "alter":
            pairs.append((a.replace("e", "\u00e9"), b))
    if fault:
        rng.shuffle(pairs)
    return pairs


def segment(rng, text):
    """The text as a segment's XML: decomposed, spaced, with inline codes or references at random."""
    kind = rng.randrange(12)
    if kind == 0:
        text = unicodedata.normalize("NFD", text)
    elif kind == 1:
        text = f"\u00a0{text}\u3000\n "
    xml = escape(text)
    if kind == 2:
        xml = f'<bpt i="1" type="a>b"/>{xml}<ept i="1"/>'
    elif kind == 3:
        xml = f'<ph x="1">&lt;br/></ph>{xml}'
    elif kind == 4 and xml and xml[0] not in "&<":
        xml = f"&#{ord(xml[0])};{xml[1:]}<!-- end -->"
    elif kind == 5 and "]]>" not in text:
        xml = f"<hi><![CDATA[{text}]]></hi>"
    return xml


def random_tmx(rng, pairs, left, right):
    units = []
    for n, texts in enumerate(pairs):
        variants = [f'<tuv xml:lang="{TMX_TAGS[tag]}"><seg>{segment(rng, text)}</seg></tuv>\n'
                    for tag, text in zip((left, right), texts)]
        if rng.random() < 0.2:
            variants.insert(0, '<tuv xml:lang="fr"><seg>Autre langue.</seg></tuv>\n')
        if rng.random() < 0.1:
            variants.append(f'<tuv xml:lang="{TMX_TAGS[left]}"><seg>A second one.</seg></tuv>\n')
        if rng.random() < 0.05:
            variants = variants[:1]
        units.append(f'<tu tuid="u{n}"><prop type="x-confidence">0.93</prop>\n{"".join(variants)}</tu>\n')
    return ('<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE tmx SYSTEM "tmx14.dtd">\n<tmx version="1.4">\n'
            '<header creationtool="x" creationtoolversion="1" segtype="sentence" o-tmf="x" adminlang="en" '
            f'srclang="{TMX_TAGS[left]}" datatype="plaintext"/>\n<body>\n{"".join(units)}</body>\n</tmx>\n')


def compare_tmx(args, root, rng, language_pairs, make_pairs):
    reference = [sys.executable, args.shared / "eval" / "score_tmx.py"]
    count = 0
    for left, right in language_pairs:
        for fault in QUALITIES:
            out = args.work / "tmx" / root.parent.name / root.name / f"{left}-{right}-{fault}"
            out.mkdir(parents=True)
            for name in names_of(root):
                pairs = make_pairs(rng, sentences(root, left, name), sentences(root, right, name), fault)
                (out / f"{name}.tmx").write_text(random_tmx(rng, pairs, left, right), encoding="utf-8")
            arguments = [root, left, right, out, *(["--show", "5"] if fault else [])]
            compare([args.hexapla, "eval", "tmx", *arguments], [*reference, *arguments])
            count += 1
    return count


# --- segments ---


def random_cuts(rng, row, fault):
    """Boundaries of a row: gold and optional ones, missed, moved over white space, and cuts anywhere."""
    text, cuts = row["text"], set()
    for n in row["boundaries"]:
        if rng.random() >= fault / 2:
            while rng.random() < 0.3 and n < len(text) and text[n].isspace():
                n += 1
            cuts.add(n)
    cuts.update(n for n in row.get("optional", []) if rng.random() < 0.5)
    cuts.update(n for n in range(len(text) + 1) if rng.random() < fault / 20)
    return sorted(cuts)


def compare_segments(args, rng):
    root = args.shared / "eval" / "segments"
    reference = [sys.executable, root / "score_segments.py"]
    count = 0
    for name, qualities in (("gold_news", (0.1,)), ("golden", QUALITIES)):
        for fault in qualities:
            out = args.work / "segments" / f"{name}-{fault}"
            out.mkdir(parents=True)
            for path in sorted((root / name).glob("*.jsonl")):
                rows = [json.loads(line) for line in path.read_text(encoding="utf-8").split("\n") if line]
                given = [{"boundaries": random_cuts(rng, row, fault)} for row in rows]
                for row, answer in zip(rows, given):
                    if rng.random() < 0.3:
                        answer.update(text=row["text"], lang=row["lang"])
                (out / path.name).write_text("".join(json.dumps(answer) + "\n" for answer in given), encoding="utf-8")
            for extra in (["--errors", "3"], ["--langs", "de,fr,zh-Hans", "--by-source"]):
                arguments = [root / name, out, *extra]
                compare([args.hexapla, "eval", "segments", *arguments], [*reference, *arguments])
                count += 1
    one = "de.jsonl"
    arguments = [root / "golden" / one, args.work / "segments" / "golden-0.5" / one]
    compare([args.hexapla, "eval", "segments", *arguments], [*reference, *arguments])
    return count + 1


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--hexapla", type=Path, required=True)
    parser.add_argument("--shared", type=Path, required=True)
    parser.add_argument("--work", type=Path, required=True)
    args = parser.parse_args()
    if not (args.shared / "eval" / "score_links.py").is_file():
        print(f"skipped: {args.shared}/eval with gold sets and reference scorers is not there")
        return SKIPPED
    args.shared, args.hexapla = args.shared.resolve(), args.hexapla.resolve()
    shutil.rmtree(args.work, ignore_errors=True)
    args.work.mkdir(parents=True)
    count = moved = 0
    try:
        samples = [(draw_set(random.Random("drawn"), args.work / "drawn" / "set"), (("en", "de"),),
                    lambda rng, source, target, fault: draw_pairs(rng, source, target))]
        for name in ("news-open", "flores"):
            made = make_sets(args.shared, name, args.work)
            samples += [(made / variant, PAIRS, random_pairs) for variant in ("clean", "edited")]
        for root, language_pairs, make_pairs in samples:
            rng = random.Random(f"{root.parent.name}/{root.name}")
            linked, out_of_order = compare_links(args, root, rng, language_pairs)
            count += linked + compare_tmx(args, root, rng, language_pairs, make_pairs)
            moved += out_of_order
        if moved == 0:
            raise Difference("no document has moved sentences, so that --moved is not compared; draw more of them")
        count += compare_link_files(args, random.Random("textberg"))
        count += compare_segments(args, random.Random("segments"))
    except Difference as difference:
        print(difference, file=sys.stderr)
        return 1
    print(f"{count} outputs scored, {moved} moved sentences among them, text and JSON: all the same")
    return 0


if __name__ == "__main__":
    sys.exit(main())
