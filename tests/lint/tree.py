# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: Plumbline contributors
"""The tree that the checks look at: the real one, or a tiny one planted to prove that a check finds what it is for."""

import contextlib
import pathlib
import subprocess
import tempfile

CODE = (".h", ".cpp")


class Tree:
    """The files of a project, by their paths from its root."""

    def __init__(self, root, paths):
        self.root = pathlib.Path(root)
        self.paths = sorted(paths)

    def text(self, path):
        return (self.root / path).read_text(encoding="utf-8", errors="replace")

    def lines(self, path):
        return self.text(path).splitlines()

    def under(self, *folders, suffixes=None):
        """The paths inside any of the folders ("src", "ui/models"), with one of the suffixes when they are given."""
        prefixes = tuple(folder + "/" for folder in folders)
        return [p for p in self.paths if p.startswith(prefixes) and (suffixes is None or p.endswith(suffixes))]


def here():
    """This project: what git tracks or would track; without git, all files outside the build folder."""
    root = pathlib.Path(__file__).resolve().parents[2]
    git = ["git", "-c", f"safe.directory={root}", "-C", str(root), "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    try:
        listed = subprocess.run(git, capture_output=True, check=True, text=True).stdout.split("\0")
        paths = [p for p in listed if p and (root / p).is_file()]
    except (OSError, subprocess.CalledProcessError):
        files = (p.relative_to(root) for p in root.rglob("*") if p.is_file())
        paths = [f.as_posix() for f in files if f.parts[0] not in ("build", ".git")]
    return Tree(root, [p for p in paths if "__pycache__" not in p])


@contextlib.contextmanager
def planted(files):
    """A tree in a temporary folder with the given texts by path."""
    with tempfile.TemporaryDirectory() as folder:
        root = pathlib.Path(folder)
        for path, text in files.items():
            (root / path).parent.mkdir(parents=True, exist_ok=True)
            (root / path).write_text(text, encoding="utf-8")
        yield Tree(root, files)


def listed(faults):
    """The faults as one message, a line each."""
    return "\n" + "\n".join(faults)


def expect_none(test, faults):
    if faults:
        test.fail(listed(faults))
