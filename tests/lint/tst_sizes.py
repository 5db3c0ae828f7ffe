# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: Plumbline contributors
"""Sizes: how long, branched, nested and wide a function may be, and how long a file."""

import json
import shutil
import subprocess
import textwrap
import unittest

import cpp
import tree

FUNCTION_LIMITS = {"lines": 60, "complexity": 15, "nesting": 3, "parameters": 5}
FILE_LIMITS = {".h": 200, ".cpp": 400}
SCOPE = ("src", "ui", "app")
EXCEPTIONS = "tests/lint/exceptions.txt"


def functions(of, paths):
    """Every function of the files as (path, name, measures)."""
    if not paths:
        return
    what = ["--options=NONE", "--languages=C++", "--langmap=C++:.h.cpp", "--kinds-C++=f", "--fields=+neS"]
    ctags = ["ctags", *what, "--output-format=json", "-f", "-", "-L", "-"]
    listed = subprocess.run(ctags, input="\n".join(paths), cwd=of.root, capture_output=True, check=True, text=True).stdout
    for line in listed.splitlines():
        tag = json.loads(line)
        if "end" not in tag or tag["name"].startswith("__anon"):
            continue
        text = "\n".join(of.lines(tag["path"])[tag["line"] - 1 : tag["end"]])
        body = cpp.body(cpp.tokens(text))
        yield tag["path"], tag["name"], {
            "lines": tag["end"] - tag["line"] + 1,
            "complexity": cpp.complexity(body),
            "nesting": cpp.nesting(body),
            "parameters": cpp.parameters(tag.get("signature", "")),
        }


def oversized(of):
    """What is past its limit, as (path, function or "-", measure, value, limit)."""
    paths = of.under(*SCOPE, suffixes=tree.CODE)
    for path in paths:
        limit = next(n for suffix, n in FILE_LIMITS.items() if path.endswith(suffix))
        if len(of.lines(path)) > limit:
            yield path, "-", "lines", len(of.lines(path)), limit
    for path, name, measures in functions(of, paths):
        for measure, limit in FUNCTION_LIMITS.items():
            if measures[measure] > limit:
                yield path, name, measure, measures[measure], limit


def exceptions(of):
    if EXCEPTIONS not in of.paths:
        return []
    rows = [line.split(maxsplit=3) for line in of.lines(EXCEPTIONS) if line and not line.startswith("#")]
    return [tuple(row) if len(row) == 4 else (*row, *[""] * (4 - len(row))) for row in rows]


def faults(of):
    excused = {row[:3] for row in exceptions(of)}
    found = [f"{EXCEPTIONS}: '{' '.join(row)}' gives no reason" for row in exceptions(of) if not row[3]]
    seen = set()
    for path, name, measure, value, limit in oversized(of):
        seen.add((path, name, measure))
        if (path, name, measure) not in excused:
            subject = path if name == "-" else f"{path}: {name}"
            found.append(f"{subject} has {value} {measure}, the limit is {limit}")
    found += [f"{EXCEPTIONS}: '{' '.join(row)}' excuses nothing any more; take it out" for row in sorted(excused - seen)]
    return found


def function(lines):
    return "int f(int a)\n{\n" + textwrap.indent(lines, "    ") + "}\n"


@unittest.skipUnless(shutil.which("ctags"), "universal-ctags is not installed")
class Sizes(unittest.TestCase):
    def test_this_tree_keeps_its_limits(self):
        tree.expect_none(self, faults(tree.here()))

    def found(self, text, path="src/engine/x.cpp", **more):
        with tree.planted({path: text, **more}) as small:
            return faults(small)

    def test_finds_a_long_function_and_lets_the_longest_allowed_pass(self):
        self.assertEqual(self.found(function("++a;\n" * 57)), [])
        self.assertIn("f has 61 lines", self.found(function("++a;\n" * 58))[0])

    def test_finds_a_branched_function(self):
        self.assertEqual(self.found(function("if (a > 1)\n    ++a;\n" * 14)), [])
        self.assertIn("f has 16 complexity", self.found(function("if (a > 1)\n    ++a;\n" * 15))[0])
        self.assertIn("16 complexity", self.found(function("return " + " && ".join("a" * 16) + ";\n"))[0])

    def test_counts_a_switch_once(self):
        cases = "".join(f"case {n}: return {n};\n" for n in range(40))
        self.assertEqual(self.found(function("switch (a) {\n" + cases + "}\n")), [])

    def test_does_not_count_words_in_comments_texts_and_references(self):
        words = '// if if if\nlog("if && || ?", R"x(if (a) while)x"); /* for */\n'
        self.assertEqual(self.found(function(words * 6 + "auto &&b = a;\n" * 20)), [])

    def test_finds_deep_nesting_with_and_without_braces(self):
        self.assertEqual(self.found(function("for (;;)\n    if (a)\n        while (a)\n            --a;\n")), [])
        deep = "for (;;) {\n    if (a)\n        while (a)\n            if (a > 2)\n                --a;\n}\n"
        self.assertIn("f has 4 nesting", self.found(function(deep))[0])
        self.assertIn("f has 4 nesting", self.found(function("run([&] {\n" + deep + "});\n"))[0])

    def test_reads_a_chain_of_else_if_as_one_level(self):
        links = "".join(f"else if (a == {n}) {{\n    ++a;\n}}\n" for n in range(1, 8))
        self.assertEqual(self.found(function("if (a == 0)\n    ++a;\n" + links + "else\n    --a;\n")), [])

    def test_finds_too_many_parameters(self):
        five = "int a, std::map<int, int> b, int (*c)(int, int), int d, int e = g(1, 2)"
        self.assertEqual(self.found("void f(" + five + ")\n{\n}\n"), [])
        self.assertIn("f has 6 parameters", self.found("void f(int a, int b, int c, int d, int e, int g)\n{\n}\n")[0])

    def test_measures_the_body_and_not_the_initializers_before_it(self):
        constructor = "A::A(int a) : m_a{a}, m_b(a ? 1 : 2), m_c<int>{3} { go(); }"
        self.assertEqual(cpp.body(cpp.tokens(constructor)), ["go", "(", ")", ";"])
        self.assertEqual(cpp.body(cpp.tokens("auto f() noexcept -> int { return 1; }")), ["return", "1", ";"])

    def test_finds_long_files(self):
        self.assertIn("has 201 lines", self.found("\n" * 201, "src/engine/x.h")[0])
        self.assertIn("has 401 lines", self.found("\n" * 401)[0])
        self.assertEqual(self.found("\n" * 400), [])

    def test_excuses_what_is_listed_with_a_reason(self):
        long = function("++a;\n" * 60)
        self.assertEqual(self.found(long, **{EXCEPTIONS: "src/engine/x.cpp f lines it is one table\n"}), [])
        self.assertIn("gives no reason", self.found(long, **{EXCEPTIONS: "src/engine/x.cpp f lines\n"})[0])

    def test_finds_an_exception_that_excuses_nothing(self):
        listed = {EXCEPTIONS: "src/engine/x.cpp f lines it was long\n"}
        self.assertIn("excuses nothing", self.found(function("++a;\n"), **listed)[0])


if __name__ == "__main__":
    unittest.main()
