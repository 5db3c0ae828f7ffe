# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: Plumbline contributors
"""Packaging: the desktop files are valid, and `packaging/dev` does what it says, no more, and says so when it cannot."""

import os
import shutil
import stat
import subprocess
import tempfile
import unittest
from pathlib import Path

import tree

ROOT = tree.here().root
LINUX = ROOT / "packaging/linux"


def answer_of(*command):
    answer = subprocess.run(command, capture_output=True, text=True)
    return answer.returncode, answer.stdout + answer.stderr


class DesktopFiles(unittest.TestCase):
    @unittest.skipUnless(shutil.which("man"), "man is not installed")
    def test_the_manual_pages_have_no_faults(self):
        for page in ("plumb.1", "plumbline.1", "plumb-facts.5"):
            status, words = answer_of("man", "--warnings", "--encoding=ascii", "-l", str(LINUX / page))
            self.assertEqual(status, 0, words)
            self.assertNotIn("warning:", words)

    @unittest.skipUnless(shutil.which("desktop-file-validate"), "desktop-file-validate is not installed")
    def test_the_desktop_entry_is_valid(self):
        self.assertEqual(answer_of("desktop-file-validate", str(LINUX / "plumbline.desktop")), (0, ""))

    @unittest.skipUnless(shutil.which("appstreamcli"), "appstreamcli is not installed")
    def test_the_metainfo_is_valid(self):
        status, words = answer_of("appstreamcli", "validate", "--no-net", str(LINUX / "org.plumbline.Plumbline.metainfo.xml"))
        self.assertEqual(status, 0, words)


class Machine:
    """A copy of packaging/ in an empty project, on a machine whose programs only write down how they were called.

    `lacks` names packages that are not installed; `fails` names programs that fail."""

    def __init__(self, folder, lacks=(), fails=()):
        self.root = Path(folder)
        self.diary = self.root / "diary"
        self.diary.touch()
        (self.root / "packaging").mkdir()
        for name in ("dev", "debian-packages.txt"):
            shutil.copy(ROOT / "packaging" / name, self.root / "packaging")
        without = "".join(f"-e '^{name} ' " for name in lacks) or "-e '^$' "
        self.program("bin/dpkg-query", f'shift 2; printf "%s installed\\n" "$@" | grep -v {without}; exit 1')
        for name in ("apt-get", "sudo", "cmake", "ctest", "setarch", "c++"):
            self.program(f"bin/{name}", "exit 1" if name in fails else "true")
        self.program("bin/sudo", '"$@"')
        summary = "100%% tests passed, 0 tests failed out of 3"
        self.program("bin/ctest", f'printf "\\n{summary}\\n\\nTotal Test time (real) =   0.01 sec\\n"')
        self.program("build/release/bin/plumb", 'touch "$2"')
        self.program("build/release/bin/plumbline", "true")

    def program(self, path, does):
        file = self.root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(f'#!/bin/sh\necho "{file.name} $*" >>{self.diary}\n{does}\n', encoding="utf-8")
        file.chmod(file.stat().st_mode | stat.S_IXUSR)

    def dev(self, *arguments, **environment):
        """Runs packaging/dev and returns (exit status, output, the calls it made)."""
        self.diary.write_text("", encoding="utf-8")
        plain = {"PATH": f"{self.root}/bin:{os.environ['PATH']}", "HOME": str(self.root / "home")}
        command = [self.root / "packaging/dev", *arguments]
        both = {"stdout": subprocess.PIPE, "stderr": subprocess.STDOUT}
        answer = subprocess.run(command, env=plain | environment, text=True, **both)
        return answer.returncode, answer.stdout, self.diary.read_text(encoding="utf-8").splitlines()


class Dev(unittest.TestCase):
    def machine(self, **state):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        return Machine(folder.name, **state)

    def test_says_what_it_can_do(self):
        status, words, calls = self.machine().dev()
        self.assertEqual((status, calls), (0, []))
        self.assertIn("packaging/dev <command>", words)

    def test_refuses_what_it_does_not_know(self):
        self.assertEqual(self.machine().dev("fly")[0], 2)
        self.assertEqual(self.machine().dev("fuzz", "long")[0], 1)

    def test_touches_no_network_when_nothing_is_missing(self):
        status, words, calls = self.machine().dev("run")
        self.assertEqual(status, 0, words)
        self.assertFalse([call for call in calls if call.startswith("apt-get")])

    def test_installs_exactly_what_is_missing(self):
        status, words, calls = self.machine(lacks=["cmake", "tzdata"]).dev("run")
        self.assertEqual(status, 0, words)
        installs = [call.split() for call in calls if call.startswith("apt-get") and "install" in call]
        self.assertEqual(len(installs), 1)
        self.assertEqual(installs[0][-2:], ["cmake", "tzdata"])

    def test_says_what_to_do_when_packages_cannot_be_had(self):
        status, words, _ = self.machine(lacks=["cmake"], fails=["apt-get"]).dev("run")
        self.assertEqual(status, 1)
        self.assertIn("check the network", words)

    def test_says_what_to_do_when_the_build_fails(self):
        status, words, _ = self.machine(fails=["cmake"]).dev("test")
        self.assertEqual(status, 1)
        self.assertIn("starts afresh", words)

    def test_draws_into_a_file_without_a_display(self):
        machine = self.machine()
        status, words, calls = machine.dev("run")
        self.assertEqual(status, 0, words)
        self.assertIn("there is no display", words)
        picture = machine.root / "build/today.png"
        self.assertIn(f"the picture is {picture}", words)
        sample = machine.root / "home/.local/share/plumbline/sample.plumb"
        self.assertEqual(calls[-1], f"plumbline --render {picture} {sample}")

    def test_opens_a_window_on_a_display(self):
        machine = self.machine()
        _, words, calls = machine.dev("run", DISPLAY=":7", XDG_DATA_HOME=str(machine.root / "data"))
        self.assertEqual(calls[-1], f"plumbline {machine.root}/data/plumbline/sample.plumb", words)

    def test_leaves_the_language_to_the_user(self):
        machine = self.machine()
        machine.program("build/release/bin/plumbline", 'echo "in $LANG, ${LC_ALL:-unset}"')
        _, words, _ = machine.dev("run", LANG="zh_CN.UTF-8", DISPLAY=":7")
        self.assertIn("in zh_CN.UTF-8, unset", words)

    def test_makes_the_sample_once(self):
        machine = self.machine()
        _, _, first = machine.dev("run")
        _, _, second = machine.dev("run")
        self.assertEqual([call.split()[0] for call in first].count("plumb"), 1)
        self.assertEqual([call.split()[0] for call in second].count("plumb"), 0)

    def test_ends_on_the_summary_of_the_tests(self):
        machine = self.machine()
        compiler = 'while [ "$1" != -o ]; do shift; done; printf "#!/bin/sh\\n" >"$2"; chmod +x "$2"'
        machine.program("bin/c++", compiler)
        status, words, _ = machine.dev("test")
        self.assertEqual(status, 0, words)
        self.assertEqual(words.splitlines()[-1], "100% tests passed, 0 tests failed out of 3")

    def test_puts_the_summary_after_the_lists_and_fails_when_a_test_does(self):
        machine = self.machine()
        machine.program("bin/c++", "exit 1")
        lists = "The following tests FAILED:\\n\\t  2 - Money.Adds (Failed)\\n"
        summary = "66%% tests passed, 1 tests failed out of 3\\n\\nTotal Test time (real) = 1 sec\\n\\n"
        machine.program("bin/ctest", f'printf "{summary}{lists}"; exit 8')
        status, words, _ = machine.dev("test")
        self.assertNotEqual(status, 0)
        self.assertLess(words.index("Money.Adds"), words.index("66% tests passed"))


if __name__ == "__main__":
    unittest.main()
