# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: Plumbline contributors
"""Runs the program that the environment variable PLUMB names."""

import json
import os
import pathlib
import pty
import signal
import subprocess
import tempfile
import unittest
import unittest.mock

ROOT = pathlib.Path(__file__).resolve().parents[2]
COMMANDS = ("init", "sample", "import", "imports", "export", "score", "flags", "funnel", "compare", "process",
            "breakpoints", "bounces", "verify")


class Answer:
    """How a run ended and what it said."""

    def __init__(self, run):
        self.status = run.returncode
        self.out = run.stdout
        self.err = run.stderr

    @property
    def document(self):
        return json.loads(self.out)

    @property
    def lines(self):
        return [json.loads(line) for line in self.out.splitlines()]

    @property
    def error(self):
        return json.loads(self.err)["error"]


def plumb(*arguments):
    environment = {**os.environ, "LC_ALL": "C.UTF-8", "TZ": "Asia/Shanghai"}
    run = subprocess.run([os.environ["PLUMB"], *map(str, arguments)], capture_output=True, encoding="utf-8",
                         env=environment, stdin=subprocess.DEVNULL, check=False)
    return Answer(run)


def into_full(*arguments):
    """Runs plumb on a disk that is full: its status and what it says of it."""
    with open("/dev/full", "w", encoding="utf-8") as full:
        run = subprocess.run([os.environ["PLUMB"], *map(str, arguments)], stdout=full, stderr=subprocess.PIPE, encoding="utf-8",
                             env={**os.environ, "LC_ALL": "C.UTF-8", "TZ": "Asia/Shanghai"}, stdin=subprocess.DEVNULL, check=False)
    return run.returncode, run.stderr


def interrupted(sign, *arguments, by=signal.SIGINT):
    """Starts plumb on a terminal and sends `by` (Ctrl+C) when its progress says `sign`; returns (status, output)."""
    terminal, stderr = pty.openpty()
    with subprocess.Popen([os.environ["PLUMB"], *map(str, arguments)], stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                          stderr=stderr, env={**os.environ, "LC_ALL": "C.UTF-8", "TZ": "Asia/Shanghai"}, encoding="utf-8") as run:
        os.close(stderr)
        said = ""
        try:
            while sign not in said:
                said += os.read(terminal, 4096).decode("utf-8", "replace")
            run.send_signal(by)
            while True:
                os.read(terminal, 4096)
        except OSError:  # the program has closed its end
            pass
        out = run.stdout.read()
    os.close(terminal)
    return run.returncode, out


def on_terminal(*arguments):
    """All that plumb says to a terminal, in the order in which it says it."""
    terminal, end = pty.openpty()
    with subprocess.Popen([os.environ["PLUMB"], *map(str, arguments)], stdin=subprocess.DEVNULL, stdout=end, stderr=end,
                          env={**os.environ, "LC_ALL": "C.UTF-8", "TZ": "Asia/Shanghai"}):
        os.close(end)
        said = b""
        try:
            while block := os.read(terminal, 4096):
                said += block
        except OSError:  # the program has closed its end
            pass
    os.close(terminal)
    return said.decode("utf-8", "replace")


class WithFolder(unittest.TestCase):
    """A test with a folder of its own."""

    def setUp(self):
        folder = tempfile.TemporaryDirectory(prefix="plumbline-", dir="/dev/shm" if os.access("/dev/shm", os.W_OK) else None)
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)
        self.workspace = self.folder / "w.plumb"
        # Nobody's own import profiles have a part in a test.
        data = unittest.mock.patch.dict(os.environ, {"XDG_DATA_HOME": str(self.folder / "data")})
        data.start()
        self.addCleanup(data.stop)

    def put(self, name, text):
        path = self.folder / name
        path.write_text(text, encoding="utf-8")
        return path

    def run_well(self, *arguments):
        answer = plumb(*arguments)
        self.assertEqual(answer.status, 0, (arguments, answer.err, answer.out[:500]))
        return answer
