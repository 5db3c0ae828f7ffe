# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: Plumbline contributors
"""What the program says about itself, and that its manual says the same."""

import re
import unittest

import program
from program import plumb

MANUAL = program.ROOT / "packaging/linux/plumb.1"
OPTION = re.compile(r"--([a-z][a-z-]+)")


def options(command):
    listed = [line for line in plumb(command, "--help").out.splitlines() if line.startswith("  -")]
    return {name for line in listed for name in OPTION.findall(line.split("  ")[1])}


def manual_of(command):
    """The part of the manual about `command`: its synopsis and its description."""
    text = MANUAL.read_text(encoding="utf-8")
    synopsis = "".join(re.findall(rf"^\.Nm\n\.Cm {command}\n(.*?)(?=^\.Nm$|^\.Sh)", text, re.S | re.M))
    described = re.search(rf"^\.It Cm {command}\n(.*?)(?=^\.It Cm |^\.Pp\nAll commands)", text, re.S | re.M)
    return synopsis, described.group(1) if described else ""


def flags(text):
    return set(re.findall(r"Fl -([a-z][a-z-]+)", text))


class Help(unittest.TestCase):
    def test_every_command_explains_itself(self):
        for command in program.COMMANDS:
            answer = plumb(command, "--help")
            self.assertEqual(answer.status, 0, command)
            self.assertIn("--json", answer.out)
            self.assertIn("workspace", answer.out)
            self.assertIn("Exit status: 0 done", answer.out)
            self.assertEqual(answer.err, "")

    def test_the_program_names_its_commands_and_how_it_ends(self):
        answer = plumb("--help")
        self.assertEqual(answer.status, 0)
        for command in program.COMMANDS:
            self.assertRegex(answer.out, rf"(?m)^  {command}\b")
        self.assertIn("Exit status", answer.out)

    def test_says_which_version_it_is(self):
        answer = plumb("--version")
        self.assertEqual((answer.status, answer.err), (0, ""))
        self.assertRegex(answer.out, r"^plumb \d+\.\d+\.\d+\n$")

    def test_wrong_usage_is_a_sentence_and_status_two(self):
        for arguments in ((), ("fly",), ("score",), ("score", "w", "--no-such-option"), ("sample", "w", "--deals", "many")):
            answer = plumb(*arguments)
            self.assertEqual(answer.status, 2, arguments)
            self.assertEqual(answer.out, "", arguments)
            self.assertNotEqual(answer.err, "", arguments)

    def test_wrong_usage_says_what_to_type(self):
        for arguments, words in (((), r"say what to do: one of init, sample, [^\n]+; plumb --help explains them"),
                                 (("fly",), r"“fly” is no command: one of init, [^\n]+"),
                                 (("score",), r"name the workspace file: plumb score FILE"),
                                 (("score", "w", "--no-such-option"), r"[^\n]+--no-such-option; see plumb score --help")):
            self.assertRegex(plumb(*arguments).err, rf"\Aplumb: {words}\n\Z")

    def test_wrong_usage_is_a_document_for_programs(self):
        for arguments in (("score", "--json"), ("score", "w", "--no-such-option", "--json")):
            answer = plumb(*arguments)
            self.assertEqual(answer.status, 2)
            self.assertEqual(answer.error["code"], "usage", answer.err)

    def test_the_manual_lists_every_option_and_no_other(self):
        for command in program.COMMANDS:
            synopsis, described = manual_of(command)
            wanted = options(command) - {"help", "json"}
            everywhere = {"as-of"} if "as-of" in wanted else set()
            self.assertEqual(flags(synopsis), wanted, command)
            self.assertEqual(flags(described) | everywhere, wanted, command)

    def test_help_and_manual_name_every_field_of_a_column(self):
        source = (program.ROOT / "src/exchange/meaning.cpp").read_text(encoding="utf-8")
        fields = re.findall(r'"([a-z_]+)"', source[source.index("meaningNames{"):source.index("roleNames{")])
        self.assertGreater(len(fields), 40)
        text = plumb("import", "--help").out
        manual = set(re.findall(r"Ql ([a-z_]+)", MANUAL.read_text(encoding="utf-8")))
        for field in fields:
            self.assertRegex(text, rf"(?m)^    .*\b{field}\b")
            self.assertIn(field, manual)

    def test_the_manual_knows_the_exit_status(self):
        text = MANUAL.read_text(encoding="utf-8")
        for status in range(5):
            self.assertRegex(text, rf"(?m)^\.It {status}$")


if __name__ == "__main__":
    unittest.main()
