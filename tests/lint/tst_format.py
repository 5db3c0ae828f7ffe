# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: Plumbline contributors
"""Format: every C++ file is as clang-format leaves it."""

import os
import pathlib
import re
import shutil
import subprocess
import unittest

import tree

SCOPE = ("src", "ui", "app", "tests")
STYLE = pathlib.Path(__file__).resolve().parents[2] / ".clang-format"


def faults(of):
    paths = of.under(*SCOPE, suffixes=tree.CODE)
    if not paths:
        return []
    check = ["xargs", "-d", "\\n", "-n", "8", "-P", str(os.cpu_count()), "clang-format", f"--style=file:{STYLE}", "--dry-run"]
    answer = subprocess.run(check, input="\n".join(paths), cwd=of.root, capture_output=True, text=True)
    if answer.returncode not in (0, 1, 123):
        return [answer.stderr]
    places = re.findall(r"^(\S+?):(\d+):\d+: warning: code should be clang-formatted", answer.stderr, re.M)
    first = {path: line for path, line in reversed(places)}
    return [f"{path}:{first[path]}: is not in the style of the tree; 'packaging/dev format' mends it" for path in sorted(first)]


@unittest.skipUnless(shutil.which("clang-format"), "clang-format is not installed")
class Format(unittest.TestCase):
    def test_this_tree_is_formatted(self):
        tree.expect_none(self, faults(tree.here()))

    def test_finds_a_file_in_another_style(self):
        good = "int f()\n{\n    return 1;\n}\n"
        with tree.planted({"src/engine/x.cpp": good, "src/engine/y.cpp": good.replace("\n{", " {")}) as small:
            found = faults(small)
        self.assertEqual(len(found), 1, tree.listed(found))
        self.assertTrue(found[0].startswith("src/engine/y.cpp:1: is not in the style"))


if __name__ == "__main__":
    unittest.main()
