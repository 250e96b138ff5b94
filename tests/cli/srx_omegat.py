#!/usr/bin/python3
"""srx_omegat.py PROGRAM FIXTURES: OmegaT cuts by the rules that `hexapla segment --export-srx` writes as hexapla does.

Makes a project of the stories' texts with these rules, runs OmegaT without a window, and compares the segments
that it finds with those of `hexapla segment --srx`. Exit codes: 0 the same, 1 not, 77 skipped: no OmegaT.
"""

import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ElementTree
from pathlib import Path

import omegat_project
from omegat_project import array, bean, string

SRX = "{http://www.lisa.org/srx20}"
TAGS = ("de", "en", "pl", "am", "zh-Hans", "ur")
OMEGAT_TAG = {"zh-Hans": "zh-CN"}  # OmegaT knows languages and countries, but no scripts
STORIES = ("floods", "malaria", "cod")


def as_configuration(path):
    """The rules in the form in which OmegaT 3 keeps a project's."""
    body = ElementTree.parse(path).getroot().find(f"{SRX}body")
    rules = {named.get("languagerulename"): array(bean("Rule", [
        ("breakRule", f"<boolean>{str(rule.get('break') == 'yes').lower()}</boolean>"),
        ("beforebreak", string(rule.findtext(f"{SRX}beforebreak"))),
        ("afterbreak", string(rule.findtext(f"{SRX}afterbreak"))),
    ]) for rule in named) for named in body.iter(f"{SRX}languagerule")}
    maps = array(bean("MapRule", [
        ("language", string(entry.get("languagerulename"))), ("pattern", string(entry.get("languagepattern"))),
        ("rules", rules[entry.get("languagerulename")])]) for entry in body.iter(f"{SRX}languagemap"))
    return omegat_project.segmentation(("mappingRules", maps))


def segments_of_omegat(folder, tag, paragraphs, rules):
    project = folder / tag
    omegat_project.make(project, OMEGAT_TAG.get(tag, tag), "fi", paragraphs, as_configuration(rules))
    written = folder / f"{tag}.tmx"
    omegat_project.run(project, written, "--mode=console-createpseudotranslatetmx",
                       f"--pseudotranslatetmx={written}", "--pseudotranslatetype=equal")
    return {unit.find("tuv/seg").text.strip() for unit in ElementTree.parse(written).iter("tu")}


def main(program, fixtures):
    omegat_project.require()
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
