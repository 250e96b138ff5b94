#!/usr/bin/python3
"""srx_omegat.py PROGRAM FIXTURES: OmegaT cuts by the rules that `hexapla segment --export-srx` writes as hexapla does.

Makes a project of the stories' texts with these rules, runs OmegaT without a window, and compares the segments
that it finds with those of `hexapla segment --srx`. Exit codes: 0 the same, 1 not, 77 skipped: no OmegaT.
"""

import os
import re
import shutil
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ElementTree
from pathlib import Path
from xml.sax.saxutils import escape

SKIPPED = 77
SRX = "{http://www.lisa.org/srx20}"
TAGS = ("de", "en", "pl", "am", "zh-Hans", "ur")
OMEGAT_TAG = {"zh-Hans": "zh-CN"}  # OmegaT knows languages and countries, but no scripts
STORIES = ("floods", "malaria", "cod")

PROJECT = """<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<omegat>
  <project version="1.0">
    <source_dir>__DEFAULT__</source_dir>
    <target_dir>__DEFAULT__</target_dir>
    <tm_dir>__DEFAULT__</tm_dir>
    <glossary_dir>__DEFAULT__</glossary_dir>
    <dictionary_dir>__DEFAULT__</dictionary_dir>
    <source_lang>{source}</source_lang>
    <target_lang>fi</target_lang>
    <sentence_seg>true</sentence_seg>
    <support_default_translations>true</support_default_translations>
    <remove_tags>false</remove_tags>
  </project>
</omegat>
"""


def bean(name, properties):
    set_all = "".join(f'<void property="{key}">{value}</void>' for key, value in properties)
    return f'<object class="org.omegat.core.segmentation.{name}">{set_all}</object>'


def text(value):
    return f"<string>{escape(value or '')}</string>"


def all_of(values):
    added = "".join(f'<void method="add">{value}</void>' for value in values)
    return f'<object class="java.util.ArrayList">{added}</object>'


def as_configuration(path):
    """The rules in the form in which OmegaT 3 keeps a project's."""
    body = ElementTree.parse(path).getroot().find(f"{SRX}body")
    rules = {named.get("languagerulename"): all_of(bean("Rule", [
        ("breakRule", f"<boolean>{str(rule.get('break') == 'yes').lower()}</boolean>"),
        ("beforebreak", text(rule.findtext(f"{SRX}beforebreak"))),
        ("afterbreak", text(rule.findtext(f"{SRX}afterbreak"))),
    ]) for rule in named) for named in body.iter(f"{SRX}languagerule")}
    maps = all_of(bean("MapRule", [
        ("language", text(entry.get("languagerulename"))), ("pattern", text(entry.get("languagepattern"))),
        ("rules", rules[entry.get("languagerulename")])]) for entry in body.iter(f"{SRX}languagemap"))
    return ('<?xml version="1.0" encoding="UTF-8"?>\n<java version="1.8.0" class="java.beans.XMLDecoder">'
            + bean("SRX", [("mappingRules", maps), ("version", text("0.2.2"))]) + "</java>\n")


def segments_of_omegat(folder, tag, paragraphs, rules):
    project = folder / tag
    for name in ("source", "target", "tm", "omegat", "glossary", "dictionary"):
        (project / name).mkdir(parents=True)
    (project / "omegat.project").write_text(PROJECT.format(source=OMEGAT_TAG.get(tag, tag)), encoding="utf-8")
    (project / "omegat/segmentation.conf").write_text(as_configuration(rules), encoding="utf-8")
    # OmegaT reads *.utf8 as text in UTF-8, paragraphs parted by empty lines.
    (project / "source/texts.utf8").write_text("\n\n".join(paragraphs) + "\n", encoding="utf-8")
    memory = folder / f"{tag}.tmx"
    environment = dict(os.environ, LC_ALL="C.UTF-8",
                       JAVA_TOOL_OPTIONS=f"-Duser.home={folder} -Djava.awt.headless=true")
    run = subprocess.run(
        ["omegat", str(project), "--mode=console-createpseudotranslatetmx", f"--pseudotranslatetmx={memory}",
         "--pseudotranslatetype=equal", f"--config-dir={folder}/config"],
        env=environment, stdin=subprocess.DEVNULL, capture_output=True, text=True, errors="replace", timeout=300)
    if run.returncode != 0 or not memory.exists():
        sys.exit(f"OmegaT ended with {run.returncode} and wrote no segments:\n{run.stdout[-3000:]}{run.stderr[-3000:]}")
    written = re.sub("<!DOCTYPE[^>]*>", "", memory.read_text(encoding="utf-8"))
    return {unit.find("tuv/seg").text.strip() for unit in ElementTree.fromstring(written).iter("tu")}


def main(program, fixtures):
    if shutil.which("omegat") is None:
        print("skipped: omegat is missing (Debian: omegat and a headless Java)")
        return SKIPPED
    wrong = 0
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        rules = folder / "own.srx"
        subprocess.run([program, "segment", "--export-srx", "--quiet", "--out", rules], check=True)
        for tag in TAGS:
            paragraphs = [line for story in STORIES for line in
                          (Path(fixtures) / "stories" / story / f"{tag}.txt").read_text(encoding="utf-8").splitlines()
                          if line.strip()]
            ours = subprocess.run([program, "segment", "--lang", tag, "--srx", rules], check=True, capture_output=True,
                                  input="\n".join(paragraphs).encode()).stdout.decode().splitlines()
            theirs = segments_of_omegat(folder, tag, paragraphs, rules)
            for segment in sorted(theirs ^ set(ours)):
                print(f"{tag}: {'OmegaT' if segment in theirs else 'hexapla'} alone has: {segment}")
                wrong += 1
            print(f"{tag}: {len(theirs)} segments, {len(paragraphs)} paragraphs")
            if len(theirs) < 1.2 * len(set(paragraphs)):
                print(f"{tag}: hardly any paragraph was cut")
                wrong += 1
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
