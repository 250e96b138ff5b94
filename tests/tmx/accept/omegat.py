#!/usr/bin/python3
"""omegat.py FILE.tmx SOURCE TARGET: OmegaT translates the memory's source texts by the memory.

Makes a project with the memory in tm/auto and a text file of all source texts, runs OmegaT without a window,
and compares what it writes. Exit codes: 0 all are translated, 1 some are not, 77 skipped: no OmegaT.
"""

import pathlib
import shutil
import sys
import tempfile
import unicodedata

import memory
import omegat_project

# Segmentation without a rule: a paragraph of the source file is a segment, just as a segment of the memory is,
# be it of one sentence or two.
SEGMENTATION = omegat_project.segmentation()

# Not in any memory, so it must come out as it went in.
UNKNOWN = "Hexapla 4711 qwxyz."


def translate(project, path, source, target, texts):
    omegat_project.make(project, source, target, texts, SEGMENTATION)
    shutil.copy(path, project / "tm/auto/memory.tmx")
    written = omegat_project.run(project, project / "target" / omegat_project.TEXT, "--mode=console-translate")
    return written.read_bytes().decode("utf-8").rstrip("\n").split("\n\n")


def main(path, source, target):
    omegat_project.require()
    translations = {}
    units = memory.pairs(path, source, target)
    for source_text, target_text in units:
        if any(end in source_text + target_text for end in "\n\r") or source_text != source_text.strip():
            memory.fail(f"{source_text!r} has line breaks or white space at its ends, which no text file can show")
        translations.setdefault(source_text, set()).add(unicodedata.normalize("NFC", target_text))
    texts = list(translations) + [UNKNOWN]
    translations[UNKNOWN] = {UNKNOWN}
    with tempfile.TemporaryDirectory() as home:
        written = translate(pathlib.Path(home, "project"), path, source, target, texts)
    if len(written) != len(texts):
        memory.fail(f"{len(texts)} texts went into OmegaT, {len(written)} came out")
    wrong = [(text, got) for text, got in zip(texts, written)
             if unicodedata.normalize("NFC", got) not in translations[text]]
    for text, got in wrong[:10]:
        print(f"{text!r} came out as {got!r}")
    if wrong:
        memory.fail(f"{len(wrong)} of {len(texts) - 1} texts are not translated by the memory")
    print(f"OmegaT translates all {len(texts) - 1} texts of {len(units)} units")


main(*sys.argv[1:])
