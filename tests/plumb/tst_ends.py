# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: Plumbline contributors
"""How a run ends that cannot be done as asked: numbers out of their range, signals, damaged files."""

import contextlib
import json
import os
import signal
import sqlite3
import unittest

import program
from program import plumb

DEALS = """{"type":"team","id":"t","name":"一组"}
{"type":"person","id":"p","name":"李雷","role":"rep","team":"t"}
{"type":"customer","id":"c","name":"晨光医院","recorded_at":"2026-01-01T09:00:00+08:00"}
{"type":"deal","id":"d","customer":"c","name":"试剂","owner":"p","occurred_at":"2026-01-02T09:00:00+08:00"}
{"type":"deal","id":"e","customer":"c","name":"耗材","owner":"p","occurred_at":"2026-01-03T09:00:00+08:00"}
"""


class Ranges(program.WithFolder):
    def assert_usage(self, words, *arguments):
        answer = plumb(*arguments)
        self.assertEqual((answer.status, answer.out), (2, ""), (arguments, answer.err))
        self.assertRegex(answer.err, rf"\Aplumb: [^\n]*{words}[^\n]*\n\Z")
        self.assertEqual(list(self.folder.glob("w.plumb*")), [])

    def test_a_number_of_deals_that_cannot_be_made_is_wrong_usage(self):
        for number in ("-5", "-0", "10000001", "99999999999999999999", "1e3", "5.5", "", "many"):
            self.assert_usage(f"--deals: “{number}” is no whole number from 0 to 10000000",
                              "sample", self.workspace, "--deals", number, "--as-of", "nonsense")
        self.run_well("sample", self.workspace, "--deals", 0)

    def test_a_seed_that_is_none_is_wrong_usage(self):
        for number in ("-1", "99999999999999999999", "18446744073709551616", "0x10", "x"):
            self.assert_usage(f"--seed: “{number}” is no whole number from 0 to 18446744073709551615",
                              "sample", self.workspace, "--seed", number, "--deals", 1)
        self.run_well("sample", self.workspace, "--deals", 1, "--seed", "18446744073709551615")

    def test_an_import_without_a_number_cannot_be_undone(self):
        for option in ("--undo", "--redo"):
            for number in ("-3", "99999999999999999999", "x"):
                self.assert_usage(f"{option}: “{number}” is no whole number from 0 ", "import", self.workspace, option, number)

    def test_a_period_that_ends_before_it_begins_is_wrong_usage(self):
        self.run_well("init", self.workspace)
        period = ("funnel", self.workspace, "--from", "2026-07-01", "--to")
        answer = plumb(*period, "2026-06-30")
        self.assertEqual((answer.status, answer.out), (2, ""))
        self.assertEqual(answer.err, "plumb: the period from 2026-07-01 to 2026-06-30 ends before it begins: give the earlier day "
                         "with --from.\n")
        self.assertEqual(plumb(*period, "2026-06-30", "--json").error["code"], "out_of_range")
        self.run_well(*period, "2026-07-01")


class Signals(program.WithFolder):
    ENDS = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)

    def test_a_sample_that_is_ended_leaves_no_file_behind(self):
        for end in self.ENDS:
            with self.subTest(end=end.name):
                status, out = program.interrupted("making", "sample", self.workspace, "--deals", 1_000_000, by=end)
                self.assertEqual((status, out), (4, ""))
                self.assertEqual(os.listdir(self.folder), [])

    def test_an_import_that_is_ended_leaves_nothing_behind(self):
        self.run_well("init", self.workspace)
        many = self.put("many.jsonl", DEALS + "".join(f'{{"type":"customer","id":"n{i}","name":"N{i}"}}\n' for i in range(200_000)))
        files = sorted(os.listdir(self.folder))
        for end in self.ENDS:
            with self.subTest(end=end.name):
                self.assertEqual(program.interrupted("importing", "import", self.workspace, many, by=end), (4, ""))
                self.assertEqual(sorted(os.listdir(self.folder)), files)
        self.assertEqual(self.run_well("export", self.workspace).out, "")
        self.assertEqual(self.run_well("imports", self.workspace, "--json").out, "")


class Playbooks(program.WithFolder):
    STANDARD = (program.ROOT / "resources/playbooks/default.json").read_text(encoding="utf-8")

    def refusal(self, text):
        file = self.put("mine.json", text)
        answer = plumb("init", self.workspace, "--playbook", file)
        self.assertEqual((answer.status, answer.out, list(self.folder.glob("w.plumb*"))), (4, "", []))
        before = f"plumb: {file} is no "
        self.assertEqual(answer.err[:len(before)], before)
        return answer.err[len(before):]

    def changed(self, change):
        document = json.loads(self.STANDARD)
        change(document)
        return json.dumps(document)

    def test_what_is_no_json_is_told_by_its_line_and_column(self):
        self.assertEqual(self.refusal('{"format": 1,\n "id": "x",\n}'),
                         "JSON document: line 3, column 1: syntax error while parsing object key - unexpected '}'; expected string "
                         "literal.\n")

    def test_what_is_no_playbook_is_told_by_its_place(self):
        usable = "playbook that can be used: at "
        self.assertEqual(self.refusal("[]"), usable + "its outermost value: expected an object.\n")
        self.assertEqual(self.refusal(self.changed(lambda document: document.pop("health"))),
                         usable + "its outermost value: the key \"health\" is missing.\n")
        self.assertEqual(self.refusal(self.changed(lambda document: document["health"].update(red_below="x"))),
                         usable + "/health/red_below: expected a number from -10000 to 10000.\n")
        self.assertEqual(self.refusal(self.changed(lambda document: document.update(version=0))),
                         usable + "/version: expected a number from 1 to 1000000.\n")


class Damage(program.WithFolder):
    def setUp(self):
        super().setUp()
        self.run_well("init", self.workspace)
        self.run_well("import", self.workspace, self.put("facts.jsonl", DEALS))
        self.whole = self.run_well("export", self.workspace).lines

    def flip(self, word):
        """Flips a bit in the body of the fact that holds `word`; the number of that fact."""
        with contextlib.closing(sqlite3.connect(self.workspace)) as file, file:
            file.execute("PRAGMA journal_mode = DELETE")
            rows = [(number, body) for number, body in file.execute("SELECT number, body FROM fact_body") if word.encode() in body]
        (number, body), = rows
        data = self.workspace.read_bytes()
        self.assertEqual(data.count(body), 1)
        place = data.index(body) + body.index(word.encode())
        self.workspace.write_bytes(data[:place] + bytes([data[place] ^ 1]) + data[place + 1:])
        return number

    def assert_all_but(self, kept, answer):
        self.assertEqual(answer.status, 1, answer.err)
        self.assertEqual(answer.lines, kept)

    def test_an_export_passes_over_a_damaged_fact_and_names_it(self):
        number = self.flip("试剂")
        answer = plumb("export", self.workspace)
        self.assert_all_but([line for line in self.whole if line.get("id") != "d"], answer)
        self.assertEqual(answer.err, f"plumb: passed over in {self.workspace}: fact {number}: the fact's bytes do not fit their seal\n")
        note = json.loads(plumb("export", self.workspace, "--json").err)["note"]
        self.assertEqual(note["code"], "fact_damaged")
        self.assert_all_but([line for line in self.whole if line.get("id") == "e"], plumb("export", self.workspace, "--type", "deal"))
        self.assertEqual(plumb("export", self.workspace, "--type", "team").status, 0, "nothing is damaged among the teams")

    def test_what_is_left_can_be_imported_elsewhere(self):
        self.flip("试剂")
        left = self.put("left.jsonl", plumb("export", self.workspace).out)
        other = self.folder / "other.plumb"
        self.run_well("init", other)
        self.assertEqual(plumb("import", other, left, "--json").document["created"], len(self.whole) - 1)

    def test_an_export_gives_what_is_left_of_a_file_that_cannot_be_opened(self):
        number = self.flip("李雷")
        refused = plumb("score", self.workspace)
        self.assertEqual(refused.status, 3)
        self.assertRegex(refused.err, rf"\Aplumb: [^\n]*w\.plumb is damaged: [^\n]*\(fact {number}: the fact's bytes do not fit")
        for extra in ((), ("--as-of", "2099-01-01T00:00:00Z")):
            answer = plumb("export", self.workspace, *extra)
            self.assert_all_but([line for line in self.whole if line.get("id") != "p"], answer)
            self.assertIn(f"fact {number}: ", answer.err)
            self.assertIn("what can still be read", answer.err)

    def test_a_file_of_a_later_version_is_named_by_its_path(self):
        with contextlib.closing(sqlite3.connect(self.workspace)) as file, file:
            file.execute("PRAGMA user_version = 99")
        for command in ("score", "import", "export"):
            answer = plumb(command, self.workspace, *([self.folder / "facts.jsonl"] if command == "import" else []))
            self.assertEqual((answer.status, answer.out), (3, ""))
            self.assertRegex(answer.err, r"\Aplumb: [^\n]*w\.plumb was written by a newer version of Plumbline")


if __name__ == "__main__":
    unittest.main()
