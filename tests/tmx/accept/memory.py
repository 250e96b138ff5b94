"""A memory as the standard library's XML parser sees it: an independent witness for the acceptance tests."""

import sys
import xml.etree.ElementTree as ElementTree

XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
SKIPPED = 77
CODES = {"bpt", "ept", "ph", "it", "ut"}


def skip(why):
    print(f"skipped: {why}")
    sys.exit(SKIPPED)


def fail(why):
    print(f"failed: {why}")
    sys.exit(1)


def text_of(element, with_codes):
    """The text of a segment; what stands in inline codes belongs to it for some tools only."""
    parts = [element.text or ""]
    for child in element:
        if with_codes or child.tag not in CODES:
            parts.append(text_of(child, with_codes))
        parts.append(child.tail or "")
    return "".join(parts)


def units(path, with_codes=False):
    """One dictionary a unit: language tag -> text."""
    found = []
    for tu in ElementTree.parse(path).getroot().iter("tu"):
        found.append({tuv.get(XML_LANG): text_of(tuv.find("seg"), with_codes) for tuv in tu.iter("tuv")})
    return found


def pairs(path, source, target, with_codes=False):
    """(source text, target text) of every unit that has both languages."""
    both = [(unit[source], unit[target]) for unit in units(path, with_codes) if source in unit and target in unit]
    if not both:
        fail(f"{path} has no unit with both {source} and {target}")
    return both
