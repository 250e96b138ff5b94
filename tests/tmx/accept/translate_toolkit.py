#!/usr/bin/python3
"""translate_toolkit.py FILE.tmx SOURCE TARGET: translate-toolkit reads every unit's two texts intact.

Exit codes: 0 it does, 1 it does not, 77 skipped since the module is missing.
"""

import sys

import memory

try:
    from translate.storage import tmx
except ImportError:
    memory.skip("the module translate.storage.tmx is missing (Debian: translate-toolkit)")


def read(path, source, target):
    """What translate-toolkit makes of the units with both languages."""
    with open(path, "rb") as file:
        store = tmx.tmxfile(file, source, target)
    found = []
    for unit in store.units:
        nodes = unit.getlanguageNode(source), unit.getlanguageNode(target)
        if None not in nodes:
            found.append(tuple(unit.getNodeText(node, "preserve") for node in nodes))
            if len(unit.getlanguageNodes()) == 2 and (unit.source, unit.target) != found[-1]:
                memory.fail(f"unit {unit.getid()}: source and target are {unit.source!r}, {unit.target!r}")
    return found


def main(path, source, target):
    # translate-toolkit strips no markup: what stands in inline codes is text to it.
    expected = memory.pairs(path, source, target, with_codes=True)
    got = read(path, source, target)
    if len(got) != len(expected):
        memory.fail(f"{len(expected)} units are in the file, translate-toolkit reads {len(got)}")
    for number, (want, have) in enumerate(zip(expected, got), start=1):
        if want != have:
            memory.fail(f"unit {number} is {want!r}, translate-toolkit reads {have!r}")
    print(f"translate-toolkit reads all {len(got)} units")


main(*sys.argv[1:])
