# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: Plumbline contributors
"""Format: every C++ file is as clang-format leaves it."""

import concurrent.futures
import os
import pathlib
import re
import shutil
import subprocess
import unittest

import tree

SCOPE = ("src", "ui", "app", "tests")
STYLE = pathlib.Path(__file__).resolve().parents[2] / ".clang-format"


def warnings(of, paths):
    check = ["clang-format", f"--style=file:{STYLE}", "--dry-run", *paths]
    answer = subprocess.run(check, cwd=of.root, capture_output=True, text=True)
    return answer.stderr


def faults(of):
    paths = of.under(*SCOPE, suffixes=tree.CODE)
    shares = [paths[first : first + 16] for first in range(0, len(paths), 16)]
    with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        words = "".join(pool.map(lambda share: warnings(of, share), shares))
    places = re.findall(r"^(\S+?):(\d+):\d+: warning: code should be clang-formatted", words, re.M)
    first = {path: line for path, line in reversed(places)}
    mend = "is not in the style of the tree; 'packaging/dev format' mends it"
    found = [f"{path}:{first[path]}: {mend}" for path in sorted(first)]
    return found or re.findall(r"^.*error:.*$|^Invalid.*$", words, re.M)


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
