# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: Plumbline contributors
"""What the commands that read answer: the keys are a promise to other programs."""

import json
import os
import pathlib
import random
import shutil
import subprocess
import tempfile
import unicodedata
import unittest

import program
from program import plumb

AS_OF = "2026-02-27T18:00:00+08:00"

# The keys of interchange.md come first and in this order; the rest was added to them.
SCORE = {
    "first": ["deal", "health", "terms", "claimed", "proven", "quadrant", "days_to_close"],
    "more": ["days_to_close_from", "close_date", "amount", "red", "status", "health_told"],
}
TERM = {"first": ["term", "count", "weight", "value", "records"], "more": []}
FLAG = {
    "first": ["deal", "rank", "rule", "version", "severity", "amount", "since", "held_longer", "reason", "params", "missing", "action", "records"],
    "more": ["state", "until", "notify", "score", "customer", "owner", "lead", "person"],
}
SLICE = {"first": ["by", "slice", "name", "unplaced", "stages"], "more": []}
STAGE = {
    "first": ["stage", "entered", "forward", "back", "lost", "open"],
    "more": ["elsewhere", "won", "conversion", "win_rate", "dwell_median_days", "dwell_p80_days", "dwell_mean_days", "overrun_rate",
             "missing_rate", "evidence_missing_rate"],
}


def is_wide(letter):
    return unicodedata.east_asian_width(letter) in "WF"


def columns_before(line, place):
    """How many columns of a terminal the line takes before a word or an index."""
    end = line.index(place) if isinstance(place, str) else place
    return sum(2 if is_wide(letter) else 1 for letter in line[:end])


class Answers(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = pathlib.Path(tempfile.mkdtemp(prefix="plumbline-"))
        cls.addClassCleanup(shutil.rmtree, cls.folder)
        cls.workspace = cls.folder / "sample.plumb"
        made = plumb("sample", cls.workspace, "--deals", 80, "--seed", 2, "--as-of", AS_OF, "--json")
        assert made.status == 0, made.err
        cls.made = made.document

    def assert_keys(self, document, keys):
        self.assertEqual(list(document), keys["first"] + keys["more"])

    def ask(self, *arguments):
        answer = plumb(*arguments)
        self.assertEqual(answer.status, 0, (arguments, answer.err))
        self.assertEqual(answer.err, "")
        return answer

    def test_sample_says_what_it_made(self):
        self.assertEqual(list(self.made), ["workspace", "facts", "as_of"])
        self.assertGreater(self.made["facts"], 80)
        self.assertTrue((self.folder / "sample.plumb.truths.jsonl").exists())

    def test_a_question_about_today_names_the_day_on_which_old_records_end(self):
        old = self.folder / "old.plumb"
        made = plumb("sample", old, "--deals", 20, "--as-of", "2020-02-28", "--json")
        self.assertEqual(made.status, 0, made.err)
        # The sample's own today is its day; copied into another workspace, its records are old.
        lines = self.folder / "old.jsonl"
        lines.write_text(plumb("export", old).out, encoding="utf-8")
        copy = self.folder / "moved.plumb"
        plumb("init", copy)
        plumb("import", copy, lines)
        self.assertEqual(plumb("flags", old).err, "")
        self.assertRegex(plumb("flags", copy).err, r"^note: the records end on 2020-02-\d\d; to see that day, add --as-of 2020-02-\d\d$")
        self.assertEqual(plumb("flags", copy, "--as-of", "2020-02-20").err, "")
        self.assertEqual(plumb("flags", copy, "--json").err, "")

    def test_no_fact_of_a_sample_lies_after_the_day_that_it_is_of(self):
        sunday = self.folder / "sunday.plumb"
        made = plumb("sample", sunday, "--deals", 30, "--as-of", "2026-03-01", "--json")
        self.assertEqual(made.document["as_of"], "2026-02-27T10:00:00Z", "the workday before")
        friday = plumb("sample", self.folder / "friday.plumb", "--deals", 30, "--as-of", "2026-02-27", "--json")
        self.assertEqual(friday.document["as_of"], made.document["as_of"])
        times = [line[key] for line in plumb("export", sunday).lines for key in ("occurred_at", "recorded_at") if key in line]
        self.assertLessEqual(max(times), "2026-02-27T10:00:00Z")

    def test_score_has_its_keys_and_its_terms_sum_to_the_health(self):
        lines = self.ask("score", self.workspace, "--json").lines
        self.assertTrue(lines)
        for line in lines:
            self.assert_keys(line, SCORE)
            for term in line["terms"]:
                self.assert_keys(term, TERM)
                self.assertEqual(term["count"] * term["weight"], term["value"])
            self.assertEqual(sum(term["value"] for term in line["terms"]), line["health"])
            self.assertEqual(line["red"], line["health"] < 60)
        deals = [line["deal"] for line in lines]
        self.assertEqual(deals, sorted(deals))

    def test_score_of_one_deal_is_that_of_the_list(self):
        first = self.ask("score", self.workspace, "--json").lines[0]
        self.assertEqual(self.ask("score", self.workspace, "--deal", first["deal"], "--json").document, first)

    def test_flags_have_their_keys_and_keep_to_the_budget(self):
        lines = self.ask("flags", self.workspace, "--json").lines
        self.assertTrue(0 < len(lines) <= 8)
        for rank, line in enumerate(lines, 1):
            self.assert_keys(line, FLAG)
            self.assertEqual(line["rank"], rank)
            self.assertEqual(list(line["reason"]), ["en", "zh"])
            for text in line["reason"].values():
                self.assertNotRegex(text, r"\{\w+\}", "a reason is a sentence, with its numbers in it")
            for value in line["params"].values():
                self.assertEqual(value, round(value, 6))
            self.assertEqual(list(line["score"]), ["value", "money", "money_currency", "urgency", "actionability"])
            score = line["score"]
            self.assertAlmostEqual(score["value"] / (score["money"] * score["urgency"] * score["actionability"]), 1, places=12)
        scores = [line["score"]["value"] for line in lines]
        self.assertEqual(scores, sorted(scores, reverse=True))

    def test_all_flags_begin_with_those_of_today(self):
        today = self.ask("flags", self.workspace, "--json").lines
        every = self.ask("flags", self.workspace, "--all", "--json").lines
        self.assertGreater(len(every), len(today))
        best = [next(line for line in every if line["rank"] == place) for place in range(1, len(today) + 1)]
        self.assertEqual(best, today)

    def test_flags_of_a_rep_are_of_their_own_deals(self):
        owner = self.ask("flags", self.workspace, "--json").lines[0]["owner"]
        lines = self.ask("flags", self.workspace, "--person", owner, "--json").lines
        self.assertTrue(lines)
        self.assertEqual({line["owner"] for line in lines}, {owner})

    def test_funnel_has_its_keys_and_every_deal_once(self):
        for by in ("all", "region", "team", "person", "product", "channel", "segment"):
            for extra in ([], ["--proven"]):
                for line in self.ask("funnel", self.workspace, "--by", by, "--json", *extra).lines:
                    self.assert_keys(line, SLICE)
                    self.assertEqual(line["by"], by)
                    for stage in line["stages"]:
                        self.assert_keys(stage, STAGE)
                        left = stage["forward"] + stage["back"] + stage["lost"] + stage["open"]
                        self.assertLessEqual(left, stage["entered"])

    def test_slices_of_the_funnel_add_up(self):
        whole = self.ask("funnel", self.workspace, "--json").document
        for by in ("region", "team", "person", "channel", "segment"):
            slices = self.ask("funnel", self.workspace, "--by", by, "--json").lines
            entered = sum(line["stages"][0]["entered"] for line in slices)
            self.assertEqual(entered, whole["stages"][0]["entered"], by)

    def test_the_process_of_everybody_adds_up_to_all(self):
        for by in ("person", "team", "region"):
            whole, *rows = self.ask("process", self.workspace, "--by", by, "--json").lines
            self.assertEqual((whole["by"], {row["by"] for row in rows}), ("all", {by}))
            for key in ("deals", "won", "open", "stuck"):
                self.assertEqual(sum(row[key] for row in rows), whole[key], (by, key))
            for place, stage in enumerate(whole["stages"]):
                self.assertEqual(sum(row["stages"][place]["entered"] for row in rows), stage["entered"])
        self.assertIn("cycle, days", self.ask("process", self.workspace).out)

    def test_the_funnel_and_the_process_count_the_same(self):
        for extra in ([], ["--proven"], ["--from", "2025-09-01", "--to", "2025-12-31"]):
            funnel = self.ask("funnel", self.workspace, "--json", *extra).document["stages"]
            process = self.ask("process", self.workspace, "--json", *extra).lines[0]["stages"]
            for one, other in zip(funnel, process):
                self.assertEqual((one["entered"], one["open"], one["dwell_median_days"]),
                                 (other["entered"], other["open"], other["dwell_median_days"]))

    def test_the_breakpoints_lose_nothing_on_the_way(self):
        found = self.ask("breakpoints", self.workspace, "--json").document
        self.assertEqual(found["touched"] + found["untouched"], found["leads"])
        self.assertEqual(found["effective"] + found["read_unanswered"] + found["unanswered"], found["touched"])
        self.assertGreater(found["leads"], 0)
        self.assertLessEqual(found["unproven"], found["signed"])
        for share in ("become_deals", "are_signed", "open_new", "buy_again"):
            self.assertLessEqual(found[share]["low"], found[share]["share"])
            self.assertLessEqual(found[share]["share"], found[share]["high"])
        self.assertIn("bought again", self.ask("breakpoints", self.workspace).out)

    def test_bounces_add_up(self):
        found = self.ask("bounces", self.workspace, "--json").document
        self.assertEqual((found["more_than"], found["within_days"]), (5, 7))
        self.assertEqual(sum(hour["changes"] for hour in found["hours"]), found["bounce_changes"])
        self.assertEqual(sum(segment["deals"] for segment in found["segments"]), found["bounced_deals"])
        self.assertLessEqual(found["bounced_deals"], found["changed_deals"])
        self.assertIn("moved deals bounced", self.ask("bounces", self.workspace).out)

    def test_a_slice_does_not_differ_from_itself(self):
        regions = [line["slice"] for line in self.ask("funnel", self.workspace, "--by", "region", "--json").lines if line["slice"]]
        asked = ("compare", self.workspace, "--by", "region", "--first", regions[0], "--second")
        same = self.ask(*asked, regions[0], "--json").document
        for stage in same["stages"]:
            for way in ("claimed", "proven"):
                for difference in stage[way].values():
                    self.assertFalse(difference and difference["told"])
        self.assertIn("nothing differs by more than chance", self.ask(*asked, regions[0]).out)
        other = self.ask(*asked, regions[1], "--json").document
        self.assertEqual((other["first"], other["second"]), (regions[0], regions[1]))
        for stage in other["stages"]:
            for difference in filter(None, stage["claimed"].values()):
                self.assertLessEqual(difference["alone"], difference["chance"])

    def test_verify_finds_nothing_and_says_so(self):
        self.assertEqual(self.ask("verify", self.workspace, "--json").out, "")
        self.assertIn("everything is as it should be", self.ask("verify", self.workspace).out)

    def test_an_as_of_is_a_time_or_the_end_of_a_day(self):
        day = self.ask("score", self.workspace, "--as-of", "2026-01-15", "--json").out
        end = self.ask("score", self.workspace, "--as-of", "2026-01-15T23:59:59.999999+08:00", "--json").out
        self.assertEqual(day, end)
        self.assertNotEqual(day, self.ask("score", self.workspace, "--json").out)

    def test_the_table_of_scores_has_a_line_for_each_deal(self):
        lines = self.ask("score", self.workspace, "--json").lines
        self.assertEqual(len(self.ask("score", self.workspace).out.splitlines()), len(lines) + 1)

    def test_the_table_of_flags_has_every_deal_with_its_id_its_reasons_and_what_is_missing(self):
        for arguments in ((), ("--all",)):
            lines = self.ask("flags", self.workspace, "--json", *arguments).lines
            table = self.ask("flags", self.workspace, *arguments).out
            self.assertNotIn("{", table, "every value is in its sentence")
            words = " ".join(table.split())
            for line in lines:
                for said in (line["deal"] or line["lead"] or line["person"], line["severity"] + ":", line["reason"]["en"],
                             "proposed: " + line["action"].replace("_", " ")):
                    self.assertIn(said, words)
            missing = next(line["missing"] for line in lines if any(item.startswith("roles:") for item in line["missing"]))
            self.assertIn("missing: ", table, missing)
            self.assertNotIn(missing[0], table, "it is called by its name")

    def test_the_table_of_flags_fits_a_terminal(self):
        for line in self.ask("flags", self.workspace, "--all").out.splitlines():
            self.assertLessEqual(columns_before(line, len(line)), 120, line)

    def test_the_ids_of_the_flags_are_those_of_the_scores(self):
        flagged = self.ask("flags", self.workspace).out.splitlines()[1].split()[1]
        self.assertIn(flagged, [line["deal"] for line in self.ask("score", self.workspace, "--json").lines])

    def test_what_is_flagged_beside_the_list_is_counted_below_it(self):
        every = self.ask("flags", self.workspace, "--all", "--json").lines
        leads = len({line["lead"] for line in every if line["lead"]})
        self.assertGreater(leads, 1)
        last = self.ask("flags", self.workspace).out.splitlines()[-1]
        self.assertRegex(last, rf"^Flagged beside these: .*\b{leads} leads\b.*--all$")
        self.assertNotIn("Flagged beside", self.ask("flags", self.workspace, "--all").out)

    def test_all_flags_have_the_leads_and_persons_that_were_planted(self):
        truths = [json.loads(line) for line in (self.folder / "sample.plumb.truths.jsonl").read_text(encoding="utf-8").splitlines()]
        every = self.ask("flags", self.workspace, "--all", "--json").lines
        for truth, key in (("dormant_lead", "lead"), ("slow_response", "person")):
            planted = {line["subject"] for line in truths if line["truth"] == truth}
            self.assertTrue(planted)
            self.assertLessEqual(planted, {line[key] for line in every if line[key]}, truth)
        for line in every:
            self.assertEqual(sum(line[key] is not None for key in ("deal", "lead", "person")), 1, line)

    def test_where_nothing_is_flagged_it_says_so(self):
        empty = self.folder / "empty.plumb"
        facts = self.folder / "empty.jsonl"
        facts.write_text('{"type":"team","id":"t","name":"一组"}\n{"type":"person","id":"a","name":"Ann","role":"rep","team":"t"}\n'
                         '{"type":"customer","id":"c","name":"C"}\n'
                         '{"type":"deal","id":"D","customer":"c","name":"D","owner":"a","occurred_at":"2026-02-27T09:00:00+08:00"}\n',
                         encoding="utf-8")
        self.ask("init", empty)
        self.ask("import", empty, facts)
        then = ("--as-of", "2026-02-27T10:00:00+08:00")
        self.assertEqual(self.ask("flags", empty, *then).out, "No deal is flagged: 1 deal is open.\n")
        self.assertEqual(self.ask("flags", empty, "--all", *then).out, "Nothing is flagged: 1 deal is open.\n")
        self.assertEqual(self.ask("flags", empty, "--json", *then).out, "")

    def test_columns_stand_under_each_other_whatever_is_in_them(self):
        table = self.ask("flags", self.workspace).out.split("\n\n")[0].splitlines()
        rows = [line for line in table[1:] if line.lstrip()[0].isdigit()]
        self.assertTrue(any(is_wide(letter) for letter in rows[0]), "the sample is in Chinese")
        column = columns_before(table[0], "owner")
        self.assertTrue(rows)
        for line in rows:
            at = next(i for i in range(len(line)) if columns_before(line, i) == column)
            self.assertNotEqual(line[at], " ", line)
            self.assertEqual(line[at - 2:at], "  ", line)

    def test_a_record_of_an_answer_can_be_asked_for(self):
        line = self.ask("score", self.workspace, "--json").lines[0]
        records = [record for term in line["terms"] for record in term["records"]]
        event = next(record for record in records if record.startswith("event:"))
        self.assertRegex(event, r"\Aevent:[0-9a-f]{16}\Z")
        fact = self.ask("export", self.workspace, "--record", event).document
        self.assertEqual((fact["type"], fact["deal"]), ("event", line["deal"]))
        thing = next(record for record in records if not record.startswith("event:"))
        self.assertEqual({one["id"] for one in self.ask("export", self.workspace, "--record", thing).lines}, {thing})
        self.assertEqual(plumb("export", self.workspace, "--record", "event:0000000000000001").status, 4)
        self.assertEqual(plumb("export", self.workspace, "--record", event, "--type", "event").status, 2)

    def test_answers_are_the_same_bytes_in_whatever_order_the_facts_came(self):
        lines = self.ask("export", self.workspace).out.splitlines(keepends=True)
        random.Random(3).shuffle(lines)
        facts = self.folder / "shuffled.jsonl"
        facts.write_text("".join(lines), encoding="utf-8")
        copy = self.folder / "shuffled.plumb"
        self.ask("init", copy)
        self.ask("import", copy, facts)
        for command in (("score",), ("flags", "--all"), ("funnel", "--by", "region")):
            answers = {self.ask(command[0], workspace, *command[1:], "--as-of", AS_OF, "--json").out
                       for workspace in (self.workspace, copy)}
            self.assertEqual(len(answers), 1, command)

    def test_export_is_in_json_lines_and_imports_to_the_same_bytes(self):
        out = self.ask("export", self.workspace).out
        facts = self.folder / "facts.jsonl"
        facts.write_text(out, encoding="utf-8")
        copy = self.folder / "copy.plumb"
        self.ask("init", copy)
        report = self.ask("import", copy, facts, "--json").document
        self.assertEqual(report["created"] + report["updated"], len(out.splitlines()))
        self.assertEqual(self.ask("export", copy).out, out)
        then = ("--as-of", AS_OF, "--json")
        self.assertEqual(self.ask("score", copy, *then).out, self.ask("score", self.workspace, *then).out)
        self.assertEqual(self.ask("flags", copy, "--all", *then).out, self.ask("flags", self.workspace, "--all", *then).out)

    def test_export_of_a_type_is_of_that_type(self):
        lines = self.ask("export", self.workspace, "--type", "deal").lines
        self.assertEqual(len(lines), 80)
        self.assertEqual({line["type"] for line in lines}, {"deal"})

    def test_the_same_numbers_give_the_same_sample(self):
        again = self.folder / "again.plumb"
        self.ask("sample", again, "--deals", 80, "--seed", 2, "--as-of", AS_OF)
        self.assertEqual(self.ask("export", again).out, self.ask("export", self.workspace).out)

    def test_an_answer_that_cannot_be_written_is_a_failure(self):
        facts = self.folder / "full.jsonl"
        facts.write_text('{"type":"team","id":"t","name":"一组"}\n', encoding="utf-8")
        target = self.folder / "full.plumb"
        runs = [("init", target), ("sample", self.folder / "full-sample.plumb", "--deals", 10), ("import", target, facts, "--dry-run"),
                ("import", target, facts), ("import", target, "--undo", 1)]
        runs += [(command, self.workspace)
                 for command in ("imports", "export", "score", "flags", "funnel", "process", "breakpoints", "bounces", "verify")]
        runs += [("compare", self.workspace, "--first", "a", "--second", "b")]
        self.assertEqual({run[0] for run in runs}, set(program.COMMANDS))
        runs += [("--help",), ("flags", "--help"), ("--version",)]
        for run in runs:
            with self.subTest(run=run):
                status, said = program.into_full(*run)
                self.assertEqual(status, 4, said)
                self.assertRegex(said, r"\Aplumb: The standard output cannot be written: [^\n]+\n\Z")
        for command in ("export", "score", "flags", "funnel"):
            status, said = program.into_full(command, self.workspace, "--json")
            self.assertEqual((status, json.loads(said)["error"]["code"]), (4, "file_unwritable"), command)

    def test_an_error_stream_that_is_full_changes_nothing(self):
        with open("/dev/full", "w", encoding="utf-8") as full:
            run = subprocess.run([os.environ["PLUMB"], "score", self.folder / "none.plumb"], stderr=full, check=False)
        self.assertEqual(run.returncode, 3)

    def test_a_sentence_is_not_said_twice(self):
        self.assertRegex(plumb("score", self.folder / "none.plumb").err, r"\Aplumb: There is no workspace [^\n]+: check the path, or [^\n]+\.\n\Z")
        self.assertRegex(plumb("score", self.workspace, "--deal", "none").err, r"\Aplumb: There is no deal “none” at that time\.\n\Z")

    def test_errors_are_a_sentence_or_a_document(self):
        table = [
            (4, "unknown_deal", ("score", self.workspace, "--deal", "no-such-deal")),
            (4, "unknown_person", ("flags", self.workspace, "--person", "no-such-person")),
            (4, "unknown_stage", ("funnel", self.workspace, "--pipeline", "no-such-pipeline")),
            (4, "unknown_type", ("export", self.workspace, "--type", "no-such-type")),
            (2, "bad_choice", ("funnel", self.workspace, "--by", "colour")),
            (2, "bad_choice", ("process", self.workspace, "--by", "colour")),
            (4, "unknown_stage", ("process", self.workspace, "--pipeline", "no-such-pipeline")),
            (2, "bad_date", ("bounces", self.workspace, "--to", "2026-13-01")),
            (2, "bad_time", ("score", self.workspace, "--as-of", "soon")),
            (2, "bad_date", ("funnel", self.workspace, "--from", "2026-13-01")),
            (3, "file_missing", ("score", self.folder / "none.plumb")),
            (3, "not_a_workspace", ("verify", self.folder / "sample.plumb.truths.jsonl")),
            (3, "file_exists", ("init", self.workspace)),
            (3, "file_exists", ("sample", self.workspace, "--deals", 10)),
        ]
        for status, code, arguments in table:
            with self.subTest(code=code, arguments=arguments):
                plain = plumb(*arguments)
                self.assertEqual(plain.status, status, plain.err)
                self.assertEqual(plain.out, "")
                self.assertRegex(plain.err, r"\Aplumb: [^\n]+[.)]\n\Z")
                document = plumb(*arguments, "--json")
                self.assertEqual(document.status, status)
                self.assertEqual(document.error["code"], code, document.err)
                self.assertEqual(list(document.error), ["code", "subject", "message"])


if __name__ == "__main__":
    unittest.main()
