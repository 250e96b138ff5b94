"""Checks the columns of the news lexicon, align/lexicon/TAG.tsv, against its concepts.

usage: check.py LEXICON [--neighbours] [TAG…]

Prints a line for each fault, `file:line: what is wrong`, how many cells equal those of a neighbouring language (a copy may be
one that nobody thought about; --neighbours lists them), then how many concepts each column has. Exit codes: 0 no fault, 1
some, 2 no concepts below LEXICON.
"""
import re
import sys
import unicodedata
from pathlib import Path

MOST_FORMS = 6
SCRIPTS = {"ar": "ARABIC", "fa": "ARABIC", "prs": "ARABIC", "ps": "ARABIC", "ur": "ARABIC", "hi": "DEVANAGARI",
           "bn": "BENGALI", "am": "ETHIOPIC", "ru": "CYRILLIC", "uk": "CYRILLIC", "bg": "CYRILLIC", "mk": "CYRILLIC",
           "el": "GREEK", "zh-Hans": "CJK", "zh-Hant": "CJK"}  # others: Latin


NEIGHBOURS = (("fa", "prs"), ("pt", "pt-BR"), ("zh-Hans", "zh-Hant"), ("hr", "sr"), ("bs", "hr"), ("bs", "sr"), ("ru", "uk"),
              ("bg", "mk"))


def rows_of(path):
    for number, line in enumerate(path.read_text(encoding="utf-8").split("\n"), start=1):
        if line and not line.startswith("#"):
            yield number, line.split("\t")


def concepts_of(lexicon):
    """The ids in order, and the faults of their list."""
    ids, faults = [], []
    for number, cells in rows_of(lexicon / "concepts.tsv"):
        if len(cells) != 4 or not all(cells):
            faults.append(f"concepts.tsv:{number}: has not four filled columns: theme, id, English forms, note")
            continue
        if not re.fullmatch(r"[a-z0-9-]+", cells[1]):
            faults.append(f"concepts.tsv:{number}: '{cells[1]}' is no id; lower case, digits and hyphens")
        if cells[1] in ids:
            faults.append(f"concepts.tsv:{number}: '{cells[1]}' stands there already")
        ids.append(cells[1])
    return ids, faults


def stray_letter(form, script):
    """The first letter that is neither of the version's script nor Latin."""
    for letter in form:
        if letter.isalpha():
            name = unicodedata.name(letter, "")
            if "LATIN" not in name and "MODIFIER" not in name and (script is None or script not in name):
                return letter
    return None


def is_stray_latin(form, english):
    """Latin in another script: only names (they have a capital) and what English calls the same."""
    words = re.findall(r"[A-Za-z][A-Za-z-]*", form)
    return any(word[0].islower() and word not in re.split(r"; | ", english) for word in words)


def faults_of_cell(cell, tag, english):
    if unicodedata.normalize("NFC", cell) != cell:
        yield "is not in Normalization Form C"
    if cell == "-":
        return
    forms = cell.split("|")
    if any(not form or form != form.strip() for form in forms):
        yield "has an empty form, or blanks around one"
    if len(forms) > MOST_FORMS:
        yield f"has {len(forms)} forms, more than {MOST_FORMS}"
    if len(set(forms)) < len(forms):
        yield "has a form twice"
    for form in forms:
        stray = stray_letter(form, SCRIPTS.get(tag))
        if stray:
            yield f"'{form}' has the letter '{stray}' of another script"
        if tag in SCRIPTS and is_stray_latin(form, english):
            yield f"'{form}' is in Latin letters, and neither a name nor the English word"


def check_column(path, ids, english):
    """The faults of a column, and how many concepts it has."""
    tag, place, faults, count = path.stem, {name: i for i, name in enumerate(ids)}, [], 0
    last = -1
    for number, cells in rows_of(path):
        where = f"{path.name}:{number}: "
        if len(cells) != 2:
            faults.append(where + "has not two columns: id, forms")
            continue
        if cells[0] not in place:
            faults.append(where + f"'{cells[0]}' is no concept")
            continue
        if place[cells[0]] <= last:
            faults.append(where + f"'{cells[0]}' is out of the concepts' order, or stands there twice")
        last = place[cells[0]]
        count += 1
        faults += [where + f"{cells[0]} {fault}" for fault in faults_of_cell(cells[1], tag, english[cells[0]])]
    return faults, count


def compare_neighbours(lexicon, tags, listed):
    """A line for each pair of neighbours, and one for each cell that they have in common where `listed`."""
    lines = []
    for one, other in NEIGHBOURS:
        if not {one, other} <= set(tags):
            continue
        cells = [dict(row for _, row in rows_of(lexicon / f"{tag}.tsv") if len(row) == 2) for tag in (one, other)]
        same = [name for name, cell in cells[0].items() if cells[1].get(name) == cell]
        if listed:
            lines += [f"{one} = {other}: {name}: {cells[0][name]}" for name in same]
        lines.append(f"{one} = {other}: {len(same)} cells")
    return lines


def main(arguments):
    listed = "--neighbours" in arguments
    arguments = [argument for argument in arguments if argument != "--neighbours"]
    if not arguments or not (Path(arguments[0]) / "concepts.tsv").exists():
        print(__doc__.split("\n\n")[1], file=sys.stderr)
        return 2
    lexicon = Path(arguments[0])
    ids, faults = concepts_of(lexicon)
    columns = [lexicon / f"{tag}.tsv" for tag in arguments[1:]] or sorted(
        path for path in lexicon.glob("*.tsv") if path.name != "concepts.tsv")
    english = {cells[1]: cells[2] for _, cells in rows_of(lexicon / "concepts.tsv") if len(cells) == 4}
    counts = []
    for column in columns:
        of_column, count = check_column(column, ids, english)
        faults += of_column
        counts.append(f"{column.stem} {count}")
    same = compare_neighbours(lexicon, [column.stem for column in columns], listed)
    print("\n".join([*faults, *same, f"{len(ids)} concepts; {', '.join(counts)}; {len(faults)} faults"]))
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
