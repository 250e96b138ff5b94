"""Runs of the program for tests, each in a temporary folder of its own."""

import os
import pathlib
import subprocess
import sys
import tempfile
import unittest

PROGRAM, FIXTURES = (pathlib.Path(name).resolve() for name in sys.argv[1:3])
FLOODS = FIXTURES / "stories/floods"

DONE, BAD_INPUTS, USAGE, STOPPED = range(4)

ENGLISH = "The dike at the town held on Monday. The mayor thanked 300 helpers for their work.\n"
GERMAN = "Der Deich in der Stadt hielt am Montag. Die Bürgermeisterin dankte 300 Helfern für ihre Arbeit.\n"


class Case(unittest.TestCase):
    maxDiff = None

    def setUp(self):
        temporary = tempfile.TemporaryDirectory(prefix="hexapla_cli_")
        self.addCleanup(temporary.cleanup)
        self.folder = pathlib.Path(temporary.name)

    def write(self, name, content):
        """A file in the test's folder, folders on the way made."""
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode("utf-8"))
        return path

    def run_program(self, *arguments, code=DONE, seconds=60, environment=None, **more):
        """Runs the program in the test's folder; the exit code must be `code`, unless that is None."""
        variables = {name: value for name, value in os.environ.items() if name not in ("SOURCE_DATE_EPOCH", "COLUMNS")}
        run = subprocess.run([PROGRAM, *map(str, arguments)], cwd=self.folder, stdin=subprocess.DEVNULL, timeout=seconds,
                             env=variables | {"LC_ALL": "C.UTF-8", "HEXAPLA_DICTIONARIES": str(self.folder / "dictionaries")} |
                             (environment or {}),
                             **({"capture_output": True} | more))
        if run.stderr is not None:
            run.stderr = run.stderr.decode("utf-8", errors="surrogateescape")
        if code is not None:
            self.assertEqual(run.returncode, code, run.stderr)
        return run

    def files(self):
        """All files below the test's folder."""
        return sorted(path.relative_to(self.folder).as_posix() for path in self.folder.rglob("*") if not path.is_dir())


def main():
    unittest.main(argv=[sys.argv[0], *sys.argv[3:]])
