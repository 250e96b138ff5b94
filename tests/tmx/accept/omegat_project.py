"""Projects of OmegaT 3 with one text, and runs of OmegaT on them without a window."""

import os
import shutil
import subprocess
from xml.sax.saxutils import escape

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

TEXT = "texts.utf8"  # OmegaT reads *.utf8 as text in UTF-8, paragraphs parted by empty lines.


def bean(name, properties):
    """An object of OmegaT's segmentation, as Java writes beans."""
    set_all = "".join(f'<void property="{key}">{value}</void>' for key, value in properties)
    return f'<object class="org.omegat.core.segmentation.{name}">{set_all}</object>'


def string(value):
    return f"<string>{escape(value or '')}</string>"


def array(values):
    added = "".join(f'<void method="add">{value}</void>' for value in values)
    return f'<object class="java.util.ArrayList">{added}</object>'


def segmentation(*properties):
    """The rules in the form in which OmegaT keeps a project's; its own do not come to them, for the version."""
    return ('<?xml version="1.0" encoding="UTF-8"?>\n<java version="1.8.0" class="java.beans.XMLDecoder">'
            + bean("SRX", [*properties, ("version", string("0.2.2"))]) + "</java>\n")


def require():
    if shutil.which("omegat") is None:
        memory.skip("omegat is missing (Debian: omegat and a headless Java)")


def make(folder, source, target, paragraphs, rules):
    """A project from one language into another, with paragraphs to translate and rules of segmentation."""
    for name in ("source", "target", "tm/auto", "omegat", "glossary", "dictionary"):
        (folder / name).mkdir(parents=True)
    (folder / "omegat.project").write_text(PROJECT.format(source=source, target=target), encoding="utf-8")
    (folder / "omegat/segmentation.conf").write_text(rules, encoding="utf-8")
    (folder / "source" / TEXT).write_bytes("\n\n".join(paragraphs).encode("utf-8") + b"\n")


def run(project, written, *options):
    """Runs OmegaT on the project; its own settings stand beside the project. The file that must come of it."""
    home = project.parent
    environment = dict(os.environ, LC_ALL="C.UTF-8", JAVA_TOOL_OPTIONS=f"-Duser.home={home} -Djava.awt.headless=true")
    ended = subprocess.run(["omegat", str(project), *options, f"--config-dir={home}/config"], env=environment,
                           stdin=subprocess.DEVNULL, capture_output=True, text=True, errors="replace", timeout=300)
    if ended.returncode != 0 or not written.exists():
        memory.fail(f"OmegaT ended with {ended.returncode} and wrote no {written.name}:\n"
                    f"{ended.stdout[-3000:]}{ended.stderr[-3000:]}")
    return written
