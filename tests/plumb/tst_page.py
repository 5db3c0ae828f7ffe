# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: Plumbline contributors
"""What plumb-facts(5) shows can be imported, and what it says of answers is what the program answers."""

import json
import re
import unittest

import program
from program import plumb

PAGE = (program.ROOT / "packaging/linux/plumb-facts.5").read_text(encoding="utf-8")
PLAYBOOK = program.ROOT / "resources/playbooks/default.json"


def examples():
    """Every line of the page that shows a fact."""
    whole = json.dumps(json.loads(PLAYBOOK.read_text(encoding="utf-8")), ensure_ascii=False)
    return [line.replace("PLAYBOOK", whole) for line in PAGE.splitlines() if line.startswith("{")]


def answers():
    """What the page tells of each command: the keys in their order, each with the words that are quoted below it."""
    told = {}
    for part in re.split(r"^\.Ss ", PAGE[PAGE.index(".Sh ANSWERS"):], flags=re.M)[1:]:
        command, _, text = part.partition("\n")
        items = re.split(r"^\.It Cm ", text, flags=re.M)[1:]
        told[command] = {item.split("\n")[0]: set(re.findall(r"Ql (\w+)", item)) for item in items}
    return told


def keys_within(value):
    """The keys of the objects in `value`, however deep, but those whose names are data."""
    if isinstance(value, list):
        return set().union(*map(keys_within, value))
    return set(value).union(*map(keys_within, value.values())) if isinstance(value, dict) else set()


class Page(program.WithFolder):
    def test_its_facts_can_all_be_imported_and_come_out_again(self):
        self.run_well("init", self.workspace, "--timezone", "Asia/Shanghai")
        file = self.put("facts.jsonl", "\n".join(examples()) + "\n")
        report = self.run_well("import", self.workspace, file, "--json").document
        self.assertEqual((report["created"], report["refused"]), (len(examples()), 0))
        self.run_well("verify", self.workspace)
        shown = [json.loads(line) for line in examples()]
        for out, line in zip(self.run_well("export", self.workspace).lines, shown):
            if line["type"] != "playbook":
                self.assertEqual({key: out[key] for key in line if not key.endswith("_at")},
                                 {key: line[key] for key in line if not key.endswith("_at")})

    def assert_told(self, command, document):
        told = answers()[command]
        self.assertEqual(list(document), list(told), command)
        for key, value in document.items():
            if key not in ("params", "missing", "amount"):
                self.assertLessEqual(keys_within(value), told[key], (command, key))

    def test_its_keys_are_those_of_the_answers(self):
        self.assert_told("init", self.run_well("sample", self.workspace, "--deals", 60, "--json").document)
        table = self.put("deals.csv", "Deal Name,Customer,Stage,Amount,Owner,Created\nA,Edge,Proposal,$5,Ann,2026-01-05\n"
                         "B,Edge Inc.,Proposal,5,Ann,2026-01-06\nC,Edge,Waiting,5,,2099-01-06\n")
        answer = plumb("import", self.workspace, table, "--into-sample", "--json")
        self.assertEqual(answer.status, 1, answer.err)
        for key in ("reasons", "notes", "refused_by_reason", "questions", "duplicates", "tables"):
            self.assertTrue(answer.document[key], key)
        self.assert_told("import", answer.document)
        compare = ("compare", "--by", "region", "--first", "east", "--second", "")
        for command, *asked in (("imports",), ("score",), ("flags",), ("funnel",), ("process",), ("breakpoints",), ("bounces",), compare):
            for line in self.run_well(command, self.workspace, *asked, "--json").lines:
                self.assert_told(command, line)
        undone = plumb("import", self.workspace, "--undo", answer.document["import"], "--json").document
        redone = plumb("import", self.workspace, "--redo", answer.document["import"], "--json").document
        for key in [*undone, *redone]:
            self.assertIn(f"Ql {key}", PAGE)
        whole = self.workspace.read_bytes()
        self.workspace.write_bytes(whole[:8192] + b"\xa5" * 4096 + whole[12288:])
        for fault in plumb("verify", self.workspace, "--json").lines:
            self.assert_told("verify", fault)

    def test_it_tells_of_every_command_that_answers(self):
        self.assertEqual(set(answers()), set(program.COMMANDS) - {"sample", "export"})


if __name__ == "__main__":
    unittest.main()
