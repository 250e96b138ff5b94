#!/usr/bin/python3
"""omegat.py FILE.tmx SOURCE TARGET: OmegaT translates the memory's source texts by the memory.

Makes a project with the memory in tm/auto and a text file of all source texts, runs OmegaT without a window,
and compares what it writes. Exit codes: 0 all are translated, 1 some are not, 77 skipped: no OmegaT.
"""

import os
import pathlib
import shutil
import subprocess
import sys
import tempfile
import unicodedata

import memory

PROJECT = """<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<omegat>
  <project version="1.0">
    <source_dir>__DEFAULT__</source_dir>
    <target_dir>__DEFAULT__</target_dir>
    <tm_dir>__DEFAULT__</tm_dir>
    <glossary_dir>__DEFAULT__</glossary_dir>
    <dictionary_dir>__DEFAULT__</dictionary_dir>
    <source_lang>{source}</source_lang>
    <target_lang>{target}</target_lang>
    <sentence_seg>true</sentence_seg>
    <support_default_translations>true</support_default_translations>
    <remove_tags>false</remove_tags>
  </project>
</omegat>
"""

# Segmentation without a rule: a paragraph of the source file is a segment, just as a segment of the memory is,
# be it of one sentence or two. The version keeps OmegaT from adding its default rules.
SEGMENTATION = """<?xml version="1.0" encoding="UTF-8"?>
<java version="1.8.0" class="java.beans.XMLDecoder">
  <object class="org.omegat.core.segmentation.SRX">
    <void property="version"><string>0.2.2</string></void>
  </object>
</java>
"""

# Not in any memory, so it must come out as it went in.
UNKNOWN = "Hexapla 4711 qwxyz."


def make_project(folder, path, source, target, texts):
    for name in ("source", "target", "tm/auto", "omegat", "glossary", "dictionary"):
        (folder / name).mkdir(parents=True)
    (folder / "omegat.project").write_text(PROJECT.format(source=source, target=target), encoding="utf-8")
    (folder / "omegat/segmentation.conf").write_text(SEGMENTATION, encoding="utf-8")
    shutil.copy(path, folder / "tm/auto/memory.tmx")
    # OmegaT reads *.utf8 as text in UTF-8, paragraphs parted by empty lines.
    (folder / "source/texts.utf8").write_bytes("\n\n".join(texts).encode("utf-8") + b"\n")


def run_omegat(project, home):
    environment = dict(os.environ, LC_ALL="C.UTF-8", JAVA_TOOL_OPTIONS=f"-Duser.home={home} -Djava.awt.headless=true")
    run = subprocess.run(
        ["omegat", str(project), "--mode=console-translate", f"--config-dir={home}/config"],
        env=environment, stdin=subprocess.DEVNULL, capture_output=True, text=True, errors="replace", timeout=300)
    written = project / "target/texts.utf8"
    if run.returncode != 0 or not written.exists():
        memory.fail(f"OmegaT ended with {run.returncode} and wrote no translation:\n{run.stdout[-3000:]}{run.stderr[-3000:]}")
    return written.read_bytes().decode("utf-8").rstrip("\n").split("\n\n")


def main(path, source, target):
    if shutil.which("omegat") is None:
        memory.skip("omegat is missing (Debian: omegat and a headless Java)")
    translations = {}
    units = memory.pairs(path, source, target)
    for source_text, target_text in units:
        if any(end in source_text + target_text for end in "\n\r") or source_text != source_text.strip():
            memory.fail(f"{source_text!r} has line breaks or white space at its ends, which no text file can show")
        translations.setdefault(source_text, set()).add(unicodedata.normalize("NFC", target_text))
    texts = list(translations) + [UNKNOWN]
    translations[UNKNOWN] = {UNKNOWN}
    with tempfile.TemporaryDirectory() as home:
        project = pathlib.Path(home, "project")
        make_project(project, path, source, target, texts)
        written = run_omegat(project, home)
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
