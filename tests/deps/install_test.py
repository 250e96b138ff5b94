"""install.sh against stand-ins for apt-get, dpkg-query, id and sudo: what it runs, says and refuses.

Nothing real can be reached: the path of each run holds the stand-ins alone.
"""
import os
import pty
import shutil
import subprocess
import tempfile
import unittest
from pathlib import Path

SCRIPT = Path(__file__).with_name("install.sh")

DPKG_QUERY = r"""#!/bin/sh
for last; do :; done
while read -r package; do
    if [ "$package" = "$last" ]; then printf installed; exit 0; fi
done < "$WORLD/installed"
exit 1
"""
APT_GET = r"""#!/bin/sh
echo "apt-get $* [$DEBIAN_FRONTEND]" >> "$WORLD/log"
case " $* " in
*" update "*) exit "${UPDATE_FAILS:-0}" ;;
esac
[ -z "${INSTALL_FAILS:-}" ] || exit 100
for word; do
    [ "$word" = "${FORGETS:-}" ] || echo "$word" >> "$WORLD/installed"
done
"""
SUDO = r"""#!/bin/sh
echo sudo >> "$WORLD/log"
exec "$@"
"""


class Install(unittest.TestCase):
    def setUp(self):
        self.world = Path(tempfile.mkdtemp())
        self.addCleanup(shutil.rmtree, self.world)
        self.bin = self.world / "bin"
        self.bin.mkdir()
        (self.bin / "env").symlink_to(shutil.which("env"))
        self.put("dpkg-query", DPKG_QUERY)
        self.put("apt-get", APT_GET)
        self.put("id", "#!/bin/sh\necho 0\n")
        (self.world / "installed").write_text("alpha\nbeta\n")

    def put(self, name, text):
        (self.bin / name).write_text(text)
        (self.bin / name).chmod(0o755)

    def run_script(self, *packages, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, **environment):
        return subprocess.run(
            [shutil.which("sh"), SCRIPT, "a purpose", *packages], stdin=stdin, stdout=stdout,
            stderr=subprocess.PIPE, text=True, timeout=60,
            env={"PATH": str(self.bin), "WORLD": str(self.world), **environment})

    def log(self):
        log = self.world / "log"
        return log.read_text().splitlines() if log.exists() else []

    def test_nothing_is_run_or_said_when_nothing_is_missing(self):
        done = self.run_script("alpha", "beta")
        self.assertEqual((done.returncode, done.stdout, done.stderr, self.log()), (0, "", "", []))

    def test_what_is_missing_is_named_first_and_installed_after_an_update(self):
        done = self.run_script("alpha", "gamma", "delta")
        self.assertEqual(done.returncode, 0, done.stderr)
        self.assertIn("missing for a purpose: gamma delta\n", done.stdout)
        update, install = self.log()
        self.assertRegex(update, r" update .*\[noninteractive\]$")
        self.assertRegex(install, r" install .*-y .*gamma delta \[noninteractive\]$")
        self.assertNotIn("alpha", install)

    def test_a_failing_update_does_not_keep_it_from_installing(self):
        done = self.run_script("gamma", UPDATE_FAILS="100")
        self.assertEqual((done.returncode, len(self.log())), (0, 2))
        self.assertIn("could not be fetched", done.stderr)

    def test_a_failing_installation_fails(self):
        done = self.run_script("gamma", INSTALL_FAILS="1")
        self.assertEqual(done.returncode, 1)
        self.assertIn("could not install", done.stderr)

    def test_a_package_that_is_still_missing_afterwards_is_named(self):
        done = self.run_script("gamma", "delta", FORGETS="delta")
        self.assertEqual(done.returncode, 1)
        self.assertIn("delta is not installed", done.stderr)

    def test_who_is_not_root_goes_through_sudo(self):
        self.put("id", "#!/bin/sh\necho 1000\n")
        self.put("sudo", SUDO)
        done = self.run_script("gamma")
        self.assertEqual(done.returncode, 0, done.stderr)
        self.assertEqual(self.log()[0], "sudo")
        self.assertEqual(len(self.log()), 4)

    def test_who_is_not_root_and_has_no_sudo_is_told_the_command(self):
        self.put("id", "#!/bin/sh\necho 1000\n")
        done = self.run_script("gamma")
        self.assertEqual((done.returncode, self.log()), (1, []))
        self.assertIn("apt-get install -y --no-install-recommends gamma\n", done.stderr)
        self.assertIn("DEPS=no", done.stderr)

    def test_another_system_is_told_what_is_needed(self):
        (self.bin / "apt-get").unlink()
        done = self.run_script("alpha", "gamma")
        self.assertEqual((done.returncode, self.log()), (1, []))
        self.assertIn("alpha gamma", done.stderr)
        self.assertIn("DEPS=no", done.stderr)

    def on_a_terminal(self, answer):
        keyboard, terminal = pty.openpty()
        self.addCleanup(os.close, keyboard)
        os.write(keyboard, answer.encode())
        done = self.run_script("gamma", stdin=terminal, stdout=terminal)
        os.close(terminal)
        return done

    def test_on_a_terminal_it_asks_and_goes_on_at_yes(self):
        self.assertEqual(self.on_a_terminal("y\n").returncode, 0)
        self.assertEqual(len(self.log()), 2)

    def test_on_a_terminal_it_asks_and_stops_at_no(self):
        done = self.on_a_terminal("n\n")
        self.assertEqual((done.returncode, self.log()), (1, []))
        self.assertIn("Nothing was installed", done.stderr)


if __name__ == "__main__":
    unittest.main()
