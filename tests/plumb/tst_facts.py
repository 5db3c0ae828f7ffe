# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: Plumbline contributors
"""Facts in: imports, what they refuse, and how they are taken back."""

import contextlib
import csv
import datetime
import json
import os
import sqlite3
import stat
import subprocess
import unittest

import program
from program import plumb

GOOD = """{"type":"team","id":"t","name":"一组"}
{"type":"person","id":"p","name":"李雷","role":"rep","team":"t"}
{"type":"customer","id":"c","name":"晨光医院","recorded_at":"2026-01-01T09:00:00+08:00"}
{"type":"deal","id":"d","customer":"c","name":"试剂","owner":"p","occurred_at":"2026-01-02T09:00:00+08:00"}
"""
BAD = """{"type":"spaceship","id":"s"}
{"type":"contact","id":"k","customer":"nobody","name":"y"}
{"type":"team","id":"u"}
{cut off
"""
REPORT = ["import", "created", "updated", "unchanged", "refused", "reasons"]


class Facts(program.WithFolder):
    def setUp(self):
        super().setUp()
        self.run_well("init", self.workspace)

    def bring(self, text, *options):
        self.count = getattr(self, "count", 0) + 1
        return plumb("import", self.workspace, self.put(f"facts{self.count}.jsonl", text), "--json", *options)

    def test_a_report_has_its_keys(self):
        answer = self.bring(GOOD)
        self.assertEqual(answer.status, 0, answer.err)
        self.assertEqual(list(answer.document)[:len(REPORT)], REPORT)
        self.assertEqual((answer.document["created"], answer.document["refused"], answer.document["reasons"]), (4, 0, []))

    def test_refused_lines_are_told_one_by_one_and_the_rest_is_taken(self):
        refused = self.folder / "refused.csv"
        answer = self.bring(GOOD + BAD, "--refused", refused)
        self.assertEqual(answer.status, 1)
        self.assertEqual(answer.document["created"], 4)
        reasons = {reason["line"]: reason["reason"] for reason in answer.document["reasons"]}
        self.assertEqual(reasons, {5: "unknown_type", 6: "dangling_reference", 7: "missing_key", 8: "bad_syntax"})
        with open(refused, encoding="utf-8-sig", newline="") as file:
            rows = {int(row["line"]): row for row in csv.DictReader(file)}
        self.assertEqual({line: row["column"] for line, row in rows.items()}, {5: "type", 6: "customer", 7: "name", 8: ""})
        self.assertEqual(rows[6]["row"], BAD.splitlines()[1], "found out only in the end, and told like the others")
        self.assertEqual((rows[6]["reason"], rows[6]["remedy"]),
                         ("“nobody” is named but described nowhere (no customer has this id)", "import what it is about as well"))
        for row in rows.values():
            self.assertNotEqual(row["remedy"], "")

    def test_what_cannot_have_happened_yet_or_be_paid_is_refused(self):
        ahead = (datetime.datetime.now(datetime.timezone.utc) + datetime.timedelta(days=3)).isoformat(timespec="seconds")
        day = ahead[:10]
        event = '{"type":"event","deal":"d","occurred_at":"2026-01-03T09:00:00+08:00",'
        text = GOOD + "\n".join([
            event.replace("2026-01-03T09:00:00+08:00", ahead) + '"kind":"stage","stage":"needs_diagnosed"}',
            event + '"kind":"amount","amount":"-300","currency":"CNY"}',
            event + '"kind":"payment","amount":"-1","currency":"CNY"}',
            event + f'"kind":"close_date","date":"{day}"' + "}",
            event + '"kind":"next_step","text":"call","due":"2099-01-01"}']) + "\n"
        answer = self.bring(text)
        self.assertEqual((answer.status, answer.document["created"]), (1, 6), answer.err)
        told = [(reason["line"], reason["reason"], reason["column"]) for reason in answer.document["reasons"]]
        self.assertEqual(told, [(5, "out_of_range", "occurred_at"), (6, "out_of_range", "amount"), (7, "out_of_range", "amount")])

    def test_a_won_amount_is_judged_by_the_currency_of_its_deal(self):
        won = '{"type":"event","deal":"d","kind":"won","amount":"128000.509","occurred_at":"2026-01-03T09:00:00+08:00"}\n'
        answer = self.bring(won + GOOD)
        self.assertEqual((answer.status, answer.document["created"]), (1, 4))
        reason = answer.document["reasons"][0]
        self.assertEqual((reason["line"], reason["column"], reason["value"], reason["reason"]),
                         (1, "amount", "128000.509", "bad_money"))
        self.assertEqual(self.bring(won.replace("509", "50")).status, 0)

    def test_amounts_are_exported_with_all_digits_of_their_currency_and_descriptions_with_one_time(self):
        event = '{"type":"event","deal":"d","occurred_at":"2026-01-03T09:00:00+08:00","kind":"amount",'
        self.bring(GOOD + event + '"amount":"128000.50","currency":"CNY"}\n' + event.replace("09:00", "10:00")
                   + '"amount":"7","currency":"JPY"}\n')
        lines = self.run_well("export", self.workspace).lines
        self.assertEqual([line["amount"] for line in lines if "amount" in line], ["128000.50", "7"])
        self.assertEqual([line["type"] for line in lines if "occurred_at" not in line], ["team", "person", "customer"])

    def test_a_workspace_of_leads_alone_says_that_it_has_no_deals(self):
        self.assertEqual(plumb("funnel", self.workspace).err, "note: there are no deals, and no leads\n")
        self.bring('{"type":"lead","id":"l","source":"web","occurred_at":"2026-03-01T00:00:00Z"}\n')
        for command in ("funnel", "flags"):
            answer = plumb(command, self.workspace, "--as-of", "2026-03-02")
            self.assertEqual((answer.status, answer.err), (0, "note: there are no deals, and 1 lead\n"))
            self.assertEqual(plumb(command, self.workspace, "--as-of", "2026-03-02", "--json").err, "")

    def test_letters_that_are_no_currency_are_refused_and_rmb_is_told_its_code(self):
        event = '{"type":"event","deal":"d","occurred_at":"2026-01-03T09:00:00+08:00","kind":"amount","amount":"7","currency":"%s"}\n'
        refused = self.folder / "refused.csv"
        answer = self.bring(GOOD + "".join(event % code for code in ("RMB", "ABC", "cny")), "--refused", refused)
        self.assertEqual((answer.status, answer.document["created"]), (1, 5), answer.err)
        told = [(reason["line"], reason["column"], reason["value"], reason["reason"]) for reason in answer.document["reasons"]]
        self.assertEqual(told, [(5, "currency", "RMB", "bad_currency"), (6, "currency", "ABC", "bad_currency")])
        with open(refused, encoding="utf-8-sig", newline="") as file:
            said = [(row["reason"], row["remedy"]) for row in csv.DictReader(file)]
        self.assertEqual(said, [("“RMB” is no currency", "RMB is written CNY"),
                                ("“ABC” is no currency (ISO 4217 has no such code of a currency in use)",
                                 "write its code of ISO 4217, as CNY")])

    def test_a_line_that_is_no_object_is_said_to_be_none(self):
        refused = self.folder / "refused.csv"
        answer = self.bring(GOOD + "deal,customer\n", "--refused", refused)
        self.assertEqual(answer.status, 1)
        with open(refused, encoding="utf-8-sig", newline="") as file:
            row = next(csv.DictReader(file))
        self.assertEqual((row["column"], row["reason"]), ("", "“deal,customer” cannot be read (this is no JSON object)"))

    def test_again_it_is_unchanged_and_done(self):
        self.bring(GOOD)
        again = self.bring(GOOD)
        self.assertEqual(again.status, 0)
        self.assertEqual((again.document["created"], again.document["unchanged"]), (0, 4))

    def test_a_dry_run_foresees_the_import_and_writes_nothing(self):
        dry = self.bring(GOOD + BAD, "--dry-run")
        self.assertEqual(plumb("export", self.workspace).out, "")
        real = self.bring(GOOD + BAD)
        self.assertEqual(dry.status, real.status)
        for key in ("created", "updated", "unchanged", "refused"):
            self.assertEqual(dry.document[key], real.document[key], key)

    def test_an_import_is_undone_by_its_number_wherever_the_option_stands(self):
        number = str(self.bring(GOOD).document["import"])
        undone = plumb("import", "--undo", number, self.workspace, "--json")
        self.assertEqual(undone.status, 0, undone.err)
        self.assertEqual(undone.document, {"undone": int(number), "staying": 0, "told_again_by": []})
        self.assertEqual(plumb("export", self.workspace).out, "")
        twice = plumb("import", self.workspace, "--undo", number, "--json")
        self.assertEqual((twice.status, twice.error["code"]), (4, "nothing_to_undo"))
        self.assertEqual(twice.error["message"], f"Import {number} is undone already: “--redo {number}” brings it back.")
        for other in ("0", "99"):
            unknown = plumb("import", self.workspace, "--undo", other, "--json")
            self.assertEqual((unknown.status, unknown.error["code"]), (4, "unknown_import"))

    def test_what_a_later_import_told_again_stays_and_is_said_to(self):
        first = self.bring(GOOD).document["import"]
        again = self.bring(GOOD).document["import"]
        before = self.run_well("export", self.workspace).out
        undone = self.run_well("import", self.workspace, "--undo", first)
        self.assertEqual(undone.out, f"import {first} is undone; 4 facts of it stay, since import {again} told them again: "
                         f"undo that one too to be rid of them; --redo {first} brings it back\n")
        self.assertEqual(self.run_well("export", self.workspace).out, before)
        self.assertRegex(self.run_well("imports", self.workspace).out, r"facts1.jsonl .*undone; 4 facts told again\n")
        self.run_well("verify", self.workspace)
        last = plumb("import", self.workspace, "--undo", again, "--json")
        self.assertEqual(last.document, {"undone": again, "staying": 0, "told_again_by": []})
        self.assertEqual(self.run_well("export", self.workspace).out, "")

    def test_an_import_of_which_a_later_one_told_a_part_again_is_undone_after_that(self):
        rows = "A,Edge,Proposal,$5,Ann,2026-04-03\n"
        head = "Deal Name,Customer,Stage,Amount,Owner,Created\n"
        first = self.run_well("import", self.workspace, self.put("march.csv", head + rows), "--json").document["import"]
        second = self.run_well("import", self.workspace, self.put("april.csv", head + rows), "--json").document
        self.assertEqual(second["created"], 0)
        refused = plumb("import", self.workspace, "--undo", first)
        self.assertEqual(refused.status, 4)
        self.assertRegex(refused.err, f"Import 2 brought nothing new: it told {second['unchanged']} facts again that were there already, "
                         r"some of import 1. Undo 2 first \(--undo 2\), then 1, and import the files of 2 \(april.csv\) again")
        self.run_well("import", self.workspace, "--undo", second["import"])
        self.run_well("import", self.workspace, "--undo", first)
        self.assertEqual(self.run_well("export", self.workspace).out, "")

    def test_an_import_of_which_a_part_would_come_back_with_a_later_one_is_brought_back_first(self):
        customer = '{{"type":"customer","id":"{0}","name":"{0}","recorded_at":"2026-01-01T09:00:00+08:00"}}\n'.format
        first = self.bring(customer("b") + customer("c")).document["import"]
        second = self.bring(customer("b") + customer("d")).document["import"]
        self.run_well("import", self.workspace, "--undo", second)
        self.run_well("import", self.workspace, "--undo", first)
        refused = plumb("import", self.workspace, "--redo", second)
        self.assertEqual(refused.status, 4)
        self.assertIn(f"Import {first} is undone, and a part of it only would count: bring {first} back first (--redo {first}).",
                      refused.err)
        self.run_well("import", self.workspace, "--redo", first)
        self.run_well("import", self.workspace, "--redo", second)
        third = self.bring(customer("c") + customer("e")).document["import"]
        self.run_well("import", self.workspace, "--undo", first)
        self.assertIn(f"bring {first} back first (--redo {first})", plumb("import", self.workspace, "--undo", third).err)

    def test_an_import_on_which_decisions_were_taken_says_so(self):
        first = self.bring(GOOD).document["import"]
        later = '{"type":"contact","id":"k","customer":"c","name":"y"}\n'
        second = self.bring(later).document["import"]
        with contextlib.closing(sqlite3.connect(self.workspace)) as file, file:
            file.execute("UPDATE batch SET kind = 'edit' WHERE id = ?", (second,))  # as the desktop writes what is decided
        refused = plumb("import", self.workspace, "--undo", first)
        self.assertEqual(refused.status, 4)
        self.assertIn(f"Decisions were taken on what import {first} brought, so it can no longer be undone: import a corrected file",
                      refused.err)

    def test_an_amount_without_a_currency_is_in_that_of_the_country(self):
        far = self.folder / "far.plumb"
        self.run_well("init", far, "--timezone", "America/New_York")
        table = self.put("deals.csv", "Deal Name,Customer,Stage,Amount,Owner,Created\nA,Edge,Proposal,300,Ann,2026-04-03\n")
        answer = self.run_well("import", far, table)
        self.assertIn("assumed: currency=USD in 1 row; if that is wrong, ", answer.err)
        self.assertIn("--answer 'currency=VALUE'", answer.err)
        self.assertIn("note: amount without a currency: USD was assumed (1×)\n", answer.out)
        self.assertIn('"currency":"USD"', self.run_well("export", far).out)

    def test_rows_that_are_cut_short_repeated_or_of_unnamed_customers_are_told(self):
        row = "1,A,001,Prospecting,$5,2026-12-01,2026-04-01,005\n"
        table = self.put("opportunities.csv", "Id,Name,AccountId,StageName,Amount,CloseDate,CreatedDate,OwnerId\n"
                         + row + row + "2,B,001\n")
        answer = plumb("import", self.workspace, table, "--profile", "salesforce")
        self.assertEqual(answer.status, 1, answer.err)
        self.assertRegex(answer.out, r"\n\d+ created, 0 updated, 0 unchanged, 1 refused, 1 repeated row passed over \(import 1\)\n")
        self.assertRegex(answer.out, r"opportunities.csv +4  row +StageName +3/8 +the row has 3 of 8 of the header's columns")
        self.assertIn("note: customer called by its id, since no file here names it: import “Account” too (1×)\n", answer.out)
        self.assertIn("note: person called by an id, since no file here names them: import “User” too (1×)\n", answer.out)
        programs = plumb("import", self.workspace, table, "--profile", "salesforce", "--dry-run", "--json").document
        self.assertEqual((programs["repeated"], programs["reasons"][-1]["reason"]), (1, "too_few_cells"))

    def test_a_file_of_deals_leaves_the_names_of_customers_that_are_there(self):
        accounts = self.put("accounts.csv", "Id,Name,Industry,Ownership\n001,Edge,Energy,Public\n")
        deals = self.put("opportunities.csv", "Id,Name,AccountId,StageName,Amount,CloseDate,CreatedDate,OwnerId\n"
                         "1,A,001,Prospecting,$5,2026-12-01,2026-04-01,005\n")
        self.run_well("import", self.workspace, accounts)
        report = plumb("import", self.workspace, deals, "--json").document
        self.assertEqual(report["updated"], 0)
        customers = self.run_well("export", self.workspace, "--type", "customer").lines
        self.assertEqual([(customer["name"], customer["industry"]) for customer in customers], [("Edge", "Energy")])

    def test_a_day_that_is_still_to_come_is_answered_and_said_to_be(self):
        self.bring(GOOD)
        for command in ("score", "flags", "funnel", "export"):
            answer = self.run_well(command, self.workspace, "--as-of", "2099-01-01")
            self.assertRegex(answer.err, r"note: 2099-01-01 is still to come \(today is \d{4}-\d\d-\d\d\): the newest record is of "
                             r"\d{4}-\d\d-\d\d, and nothing is known of what happens until then\n\Z", command)
            programs = self.run_well(command, self.workspace, "--as-of", "2099-01-01", "--json")
            self.assertEqual(json.loads(programs.err)["note"]["code"], "as_of_ahead")
            today = self.run_well(command, self.workspace, "--as-of", datetime.date.today().isoformat(), "--json")
            self.assertEqual(today.err, "")
        missing = plumb("score", self.workspace, "--as-of", "2099-01-01", "--deal", "none", "--json")
        self.assertEqual((missing.status, missing.error["code"]), (4, "unknown_deal"))

    def test_imports_are_listed_with_what_came_of_them_and_brought_back(self):
        self.bring(GOOD)
        table = self.put("deals.csv", "Deal Name,Customer,Stage,Amount,Owner,Created\n"
                         "A,Edge,Proposal,$5,李雷,2026-04-03\nB,Edge,Proposal,$5,李雷,2099-04-03\n")
        second = plumb("import", self.workspace, table, "--as", "p", "--json").document
        listed = self.run_well("imports", self.workspace, "--json").lines
        self.assertEqual([list(line) for line in listed],
                         [["import", "at", "from", "kind", "rows", "created", "updated", "unchanged", "refused", "by", "by_name",
                           "undone", "staying"]] * 2)
        first, last = listed
        self.assertEqual((first["import"], first["rows"], first["created"], first["by"]), (1, 4, 4, None))
        self.assertEqual((last["import"], last["from"], last["rows"], last["refused"], last["by"], last["by_name"], last["undone"]),
                         (second["import"], "deals.csv", 2, 1, "p", "李雷", False))
        self.assertEqual(last["created"], second["created"])
        number = second["import"]
        self.assertIn(f"import {number} is undone", self.run_well("import", self.workspace, "--undo", number).out)
        self.assertTrue(self.run_well("imports", self.workspace, "--json").lines[1]["undone"])
        people = self.run_well("imports", self.workspace).out.splitlines()
        self.assertRegex(people[0], r"^import +when +from +rows +created +updated +unchanged +refused +by +state$")
        self.assertRegex(people[2], rf"^ +{number} +\d{{4}}-\d\d-\d\d \d\d:\d\d +deals.csv +2 +\d+ +0 +\d+ +1 +李雷 +undone$")
        self.assertEqual(len(people), 3)
        self.assertEqual(self.run_well("import", self.workspace, "--redo", number, "--json").document, {"redone": number})
        self.assertFalse(self.run_well("imports", self.workspace, "--json").lines[1]["undone"])
        twice = plumb("import", self.workspace, "--redo", number, "--json")
        self.assertEqual((twice.status, twice.error["code"]), (4, "nothing_to_undo"))
        nobody = plumb("import", self.workspace, table, "--as", "nobody", "--json")
        self.assertEqual((nobody.status, nobody.error["code"]), (4, "unknown_person"))

    def test_a_sample_takes_no_records_of_peoples_own_unless_told(self):
        sample = self.folder / "sample.plumb"
        self.run_well("sample", sample, "--deals", 10)
        before = self.run_well("export", sample).out
        facts = self.put("facts.jsonl", GOOD)
        refused = plumb("import", sample, facts)
        self.assertEqual((refused.status, refused.out), (4, ""))
        self.assertRegex(refused.err, r"sample.plumb holds sample data, [^\n]+plumb init FILE[^\n]+--into-sample[^\n]+\.\n\Z")
        self.assertEqual(plumb("import", sample, facts, "--json").error["code"], "sample_workspace")
        self.assertIn("sample.plumb, sample data): 10 deals there before", self.run_well("import", sample, facts, "--dry-run").out)
        self.assertEqual(self.run_well("export", sample).out, before)
        done = self.run_well("import", sample, facts, "--into-sample", "--json").document
        self.assertEqual(done["workspace"], {"name": "sample", "path": str(sample), "deals_before": 10, "sample": True})
        self.assertEqual(done["created"], 4)

    def test_customers_that_may_be_one_are_told_and_merged_only_when_told(self):
        self.run_well("import", self.workspace, self.put("first.csv", "Deal Name,Customer,Stage,Owner,Created\n"
                                                         "A,Edge Communications,Proposal,Ann,2026-01-05\n"))
        second = self.put("second.csv", "Deal Name,Customer,Stage,Owner,Created\n"
                          "B,Edge Communications Inc.,Proposal,Ann,2026-01-06\nC,Kante,Proposal,Ann,2026-01-06\n")
        pair = {"customer": "Edge Communications Inc.", "name": "Edge Communications Inc.", "may_be": "Edge Communications",
                "may_be_name": "Edge Communications", "reasons": ["same_but_legal_form"]}
        answer = r"--merge 'Edge Communications Inc.=Edge Communications'"
        dry = self.run_well("import", self.workspace, second, "--dry-run")
        self.assertRegex(dry.out, r"\n1 pair of customers may be one; nothing was merged\n")
        self.assertRegex(dry.out, r"Edge Communications Inc\. +Edge Communications +same name but for the legal form +" + answer)
        real = self.run_well("import", self.workspace, second, "--json").document
        self.assertEqual(real["duplicates"], [pair])
        self.assertEqual(len(self.run_well("export", self.workspace, "--type", "customer").lines), 3)
        self.run_well("import", self.workspace, "--undo", real["import"])
        merge = ("--merge", "Edge Communications Inc.=Edge Communications")
        merged = self.run_well("import", self.workspace, second, *merge, "--json").document
        self.assertEqual(merged["duplicates"], [])
        deals = {line["name"]: line["customer"] for line in self.run_well("export", self.workspace, "--type", "deal").lines}
        self.assertEqual(deals["B"], "Edge Communications")
        for wrong in ("Edge", "Nobody=Kante", "Kante=Nobody"):
            answer = plumb("import", self.workspace, second, "--merge", wrong)
            self.assertEqual((answer.status, answer.out), (2, ""), wrong)

    def test_a_workspace_of_an_earlier_version_answers_at_once(self):
        self.bring(GOOD)
        with contextlib.closing(sqlite3.connect(self.workspace)) as old, old:
            old.executescript("DROP TABLE retold; ALTER TABLE batch DROP COLUMN actor; ALTER TABLE batch DROP COLUMN rows; "
                              "PRAGMA user_version = 2;")
        before = self.workspace.read_bytes()
        line = self.run_well("imports", self.workspace, "--json").document
        self.assertEqual((line["import"], line["created"], line["rows"], line["by"]), (1, 4, None, None))
        for command in ("verify", "score", "flags", "funnel", "export"):
            self.run_well(command, self.workspace)
        self.assertEqual(self.workspace.read_bytes(), before, "who reads a file does not change it")
        self.bring(GOOD.replace("一组", "二组"))
        self.assertEqual([line["rows"] for line in self.run_well("imports", self.workspace, "--json").lines], [None, 4])

    def test_a_table_that_nobody_knows_is_imported_by_naming_its_columns_and_known_from_then_on(self):
        table = self.put("offers.csv", "Unsere Vorgänge;;;;\nVorgang;Kunde;Phase;Summe;Notiz\nA1;Edge;Angebot;5000;geheim\n")
        unknown = plumb("import", self.workspace, table)
        self.assertEqual(unknown.status, 4)
        self.assertRegex(unknown.err, r"offers.csv: Vorgang, Kunde, Phase, Summe, Notiz\. Say which is which with --column")
        said = ("--column", "Vorgang=deal_name", "--column", "Kunde=customer_name", "--column", "Phase=stage",
                "--column", "offers.csv:Summe=amount", "--column", "Notiz=ignored", "--answer", "currency=EUR",
                "--answer", "stage:Angebot=negotiating", "--answer", "row_time:offers.csv=2026-03-01")
        seen = plumb("import", self.workspace, table, *said, "--dry-run")
        self.assertEqual(seen.status, 0, seen.err)
        self.assertIn("offers.csv: 1 rows of deals; Vorgang=deal_name, Kunde=customer_name, Phase=stage, Summe=amount; left out: Notiz (as told)\n", seen.err)
        self.assertNotIn("assumed: stage", seen.err)
        profile = self.folder / "data/plumbline/profiles/ours.json"
        self.run_well("import", self.workspace, table, *said, "--save-profile", "ours", "--dry-run")
        self.assertEqual(plumb("import", self.workspace, table, *said, "--save-profile", "ours", "--as", "nobody").status, 4)
        self.assertFalse(profile.exists(), "kept only by an import that was done")
        self.run_well("import", self.workspace, table, *said, "--save-profile", "ours")
        facts = self.run_well("export", self.workspace).out
        self.assertIn('"stage":"negotiating"', facts)
        self.assertIn('"currency":"EUR"', facts)
        self.assertNotIn("geheim", facts)
        following = self.put("may.csv", "Vorgang;Kunde;Phase;Summe;Notiz\nB1;Kante;Angebot;700;\n")
        again = plumb("import", self.workspace, following, "--json")
        self.assertEqual(again.document["profile"], "ours", again.err)
        self.assertEqual([question["question"] for question in again.document["questions"]], ["owner", "row_time:may.csv"])
        self.assertEqual(again.document["tables"][0]["columns"][2], {"column": "Phase", "field": "stage"})
        self.assertEqual(json.loads(profile.read_text(encoding="utf-8"))["id"], "ours")
        other = self.folder / "moved.json"
        profile.rename(other)
        self.assertEqual(plumb("import", self.workspace, following).status, 4)
        self.run_well("import", self.workspace, following, "--profile", other)

    def test_a_profile_that_is_not_there_leads_to_the_list_of_those_that_are(self):
        table = self.put("deals.csv", "Deal Name,Owner\nA,Ann\n")
        refused = plumb("import", self.workspace, table, "--profile", "nosuch")
        self.assertIn("There is no import profile “nosuch”: “plumb import --help” lists them.", refused.err)
        help_text = plumb("import", "--help").out
        for profile in ("salesforce", "crm_zh", "generic", str(self.folder / "data/plumbline/profiles")):
            self.assertIn(profile, help_text)

    def test_a_profile_of_ones_own_that_is_broken_is_told_and_passed_over(self):
        own = self.folder / "data/plumbline/profiles"
        own.mkdir(parents=True)
        (own / "a.json").write_text('{"id":"a","pipeline":{"id":"p","stages":[{"id":"s","limit_days":"30"}]},"tables":[{}]}')
        (own / "b.json").write_text('{"id":"b","tables":[{"role":"deals","identify":["Deal"],"created_in":"  "}]}')
        table = self.put("deals.csv", "Deal Name,Customer,Stage,Owner,Created\nA,Edge,Proposal,Ann,2026-04-03\n")
        answer = self.run_well("import", self.workspace, table)
        self.assertIn("a.json is no import profile (pipeline.stages.s: days are a number", answer.err)
        self.assertIn("b.json is no import profile (tables.created_in: a stage's id", answer.err)
        self.assertIn("profile_unread", plumb("import", self.workspace, table, "--json").err)

    def test_many_refusals_are_summed_up_by_their_reason(self):
        rows = "".join(f"D{i},Edge,Proposal,{'x' if i % 2 else '5'},Ann,{'2026-04-03' if i < 30 else '2099-01-01'}\n" for i in range(40))
        table = self.put("deals.csv", "Deal Name,Customer,Stage,Amount,Owner,Created\n" + rows)
        people = plumb("import", self.workspace, table, "--dry-run")
        self.assertRegex(people.out, r"\n +10 +deals.csv +row +Created +32 +2099-01-01 +this day is still to come")
        groups = plumb("import", self.workspace, table, "--dry-run", "--json").document["refused_by_reason"]
        self.assertIn({"file": "deals.csv", "column": "Created", "reason": "future_date", "refused": "row", "first_line": 32,
                       "count": 10}, groups)

    def test_a_file_that_nothing_was_taken_from_is_named(self):
        deals = self.put("deals.csv", "Deal Name,Customer,Stage,Owner,Created\nA,Edge,Proposal,Ann,2026-04-03\n")
        other = self.put("dictionary.csv", "Begriff;Bedeutung\nx;y\n")
        dry = self.run_well("import", self.workspace, deals, other, "--dry-run")
        self.assertIn("left out: dictionary.csv; no profile knows its columns", dry.err)
        self.assertEqual(plumb("import", self.workspace, deals, other, "--json").document["unused"], ["dictionary.csv"])

    def test_a_table_of_a_header_and_no_rows_is_said_to_be_one(self):
        deals = self.put("deals.csv", "Deal Name,Customer,Stage,Owner,Created\n")
        answer = self.run_well("import", self.workspace, deals)
        self.assertIn("note: “deals.csv” has a header and no rows: there is nothing in it to import (1×)\n", answer.out)
        notes = plumb("import", self.workspace, deals, "--json").document["notes"]
        self.assertEqual([(note["note"], note["subject"]) for note in notes], [("no_rows", "deals.csv")])

    def test_a_table_without_a_header_is_imported_by_letters_or_numbers(self):
        table = self.put("bare.csv", "A1,Edge,5000\nB1,Kante,700\n")
        unknown = plumb("import", self.workspace, table, "--no-header")
        self.assertEqual(unknown.status, 4)
        self.assertRegex(unknown.err, r"bare.csv: A, B, C\. Say which is which with --column")
        said = ("--column", "1=deal_name", "--column", "B=customer_name", "--column", "3=amount")
        self.run_well("import", self.workspace, table, "--no-header", *said)
        deals = self.run_well("export", self.workspace, "--type", "deal").lines
        self.assertEqual([(deal["name"], deal["customer"]) for deal in deals], [("A1", "Edge"), ("B1", "Kante")])

    def test_a_column_that_is_not_there_or_a_field_that_is_none_is_wrong_usage(self):
        table = self.put("offers.csv", "Vorgang;Kunde\nA1;Edge\n")
        for said, word in ((("--column", "Nix=stage"), "the columns are: Vorgang, Kunde"), (("--column", "Kunde=x"), "a field is one of"),
                           (("--column", "Kunde"), "HEADER=FIELD"), (("--table", "nonsense"), "the rows of a table are one of")):
            answer = plumb("import", self.workspace, table, "--column", "Vorgang=deal_name", *said)
            self.assertEqual((answer.status, answer.out), (2, ""), said)
            self.assertIn(word, answer.err)
        kept = plumb("import", self.workspace, table, "--column", "Vorgang=deal_name", "--save-profile", "salesforce")
        self.assertEqual(kept.status, 2, kept.err)
        self.assertEqual(self.run_well("export", self.workspace).out, "")

    def test_what_is_written_beside_an_import_takes_the_place_of_nothing_that_it_reads(self):
        table = self.put("deals.csv", "Deal Name,Customer,Stage,Amount,Owner,Created\nA,Edge,Proposal,x,Ann,2026-04-03\n")
        (self.folder / "link.csv").symlink_to(table)
        (self.folder / "hard.csv").hardlink_to(table)
        growing = self.folder / "new.csv.part"
        growing.hardlink_to(table)
        before = {path.name: path.read_bytes() for path in (self.workspace, table)}
        for refused in (self.workspace, f"{self.workspace}-journal", f"{self.workspace}-lock", f"{self.workspace}-columns",
                        self.folder / "." / "deals.csv", self.folder / "link.csv", self.folder / "hard.csv", self.folder / "new.csv"):
            answer = plumb("import", self.workspace, table, "--refused", refused)
            self.assertEqual((answer.status, answer.out), (2, ""), (refused, answer.err))
            self.assertIn("choose another name", answer.err)
        self.assertEqual({path.name: path.read_bytes() for path in (self.workspace, table)}, before)
        own = self.folder / "data/plumbline/profiles"
        own.mkdir(parents=True)
        table.rename(own / "ours.json")
        kept = plumb("import", self.workspace, own / "ours.json", "--save-profile", "ours")
        self.assertEqual((kept.status, (own / "ours.json").read_bytes()), (2, before["deals.csv"]), kept.err)
        self.assertEqual(plumb("import", self.workspace, own / "ours.json", "--refused", self.folder / "refused.csv").status, 1)

    def test_ctrl_c_stops_an_import_and_leaves_nothing_behind(self):
        self.bring(GOOD)
        before = self.run_well("export", self.workspace).out
        many = "".join(f'{{"type":"customer","id":"n{i}","name":"N{i}"}}\n' for i in range(200_000))
        facts = self.put("many.jsonl", "{broken\n" + many)
        status, out = program.interrupted("importing", "import", self.workspace, facts, "--refused", self.folder / "refused.csv")
        self.assertEqual((status, out), (4, ""))
        self.assertEqual([name for name in os.listdir(self.folder) if "refused" in name], [])
        self.assertEqual(self.run_well("export", self.workspace).out, before)
        self.run_well("verify", self.workspace)

    def test_an_import_needs_a_file(self):
        for arguments in (("import", self.workspace), ("import", "--undo", "x", self.workspace)):
            answer = plumb(*arguments)
            self.assertEqual(answer.status, 2, arguments)
            self.assertNotEqual(answer.err, "")
        missing = plumb("import", self.workspace, self.folder / "none.csv", "--json")
        self.assertEqual((missing.status, missing.error["code"]), (4, "file_missing"))

    def test_an_unknown_profile_is_a_failure(self):
        table = self.put("a.csv", "x,y\n1,2\n")
        answer = plumb("import", self.workspace, table, "--profile", "nobody", "--json")
        self.assertEqual((answer.status, answer.error["code"]), (4, "unknown_profile"))

    def test_a_table_of_another_system_is_taken_and_taken_again_unchanged(self):
        table = program.ROOT / "tests/data/tables/opportunities.csv"
        first = plumb("import", self.workspace, table, "--json")
        self.assertEqual(first.status, 1, first.err)
        self.assertEqual([(reason["line"], reason["column"], reason["value"]) for reason in first.document["reasons"]],
                         [(4, "商机金额", "不详")])
        self.assertEqual(len(plumb("export", self.workspace, "--type", "deal").lines), 3)
        again = plumb("import", self.workspace, table, "--json")
        self.assertEqual((again.document["created"], again.document["updated"]), (0, 0))
        people = plumb("import", self.workspace, table)
        self.assertRegex(people.out, r"\Ainto w \(\S+/w\.plumb\): 3 deals there before\n0 created, 0 updated, \d+ unchanged, 1 refused \(import \d+\)\n")

    def test_an_export_holds_what_was_known_then(self):
        self.bring(GOOD)
        lines = plumb("export", self.workspace, "--as-of", "2026-01-01").lines
        self.assertEqual([line["id"] for line in lines if line["type"] in ("customer", "deal")], ["c"])

    def test_an_answer_must_be_one_that_is_asked_for(self):
        table = self.put("deals.csv", "商机编号,商机名称,客户名称,商机阶段,商机金额,创建时间\nA-1,试剂,晨光医院,外星阶段,1000,2026-01-05\n")
        assumed = plumb("import", self.workspace, table, "--dry-run")
        self.assertRegex(assumed.err, r"assumed: stage:外星阶段=\w+ [^\n]*--answer 'stage:外星阶段=VALUE': one of [^\n]+won, lost")
        for answer in ("stage:外星阶段=nonsense", "foo=bar", "stage"):
            wrong = plumb("import", self.workspace, table, "--answer", answer)
            self.assertEqual((wrong.status, wrong.out), (2, ""), answer)
        wrong = plumb("import", self.workspace, table, "--answer", "stage:外星阶段=nonsense")
        self.assertRegex(wrong.err, r"stage:外星阶段 is one of [^\n]+won, lost")
        self.assertRegex(plumb("import", self.workspace, table, "--answer", "foo=bar").err, "stage:外星阶段")
        self.assertEqual(plumb("export", self.workspace).out, "")
        right = plumb("import", self.workspace, table, "--answer", "stage:外星阶段=won")
        self.assertNotIn("assumed: stage:", right.err)
        self.assertEqual(right.status, 0, right.err)

    def test_what_is_refused_is_told_in_sentences_with_its_code_beside_them(self):
        table = self.put("deals.csv", "Deal Name,Customer,Stage,Amount,Owner,Created\n"
                         "A,Edge,Proposal,-300,Ann,2026-04-03\nB,Edge,Waiting,300,Ann,2099-04-03\nC,,Waiting,300,Ann,2026-04-03\n")
        refused = self.folder / "refused.csv"
        people = plumb("import", self.workspace, table, "--dry-run", "--refused", refused)
        self.assertEqual(people.status, 1, people.err)
        self.assertRegex(people.out, r"\Awould go into w \(\S+/w\.plumb\): no deals were there\nwould be: \d+ created, 0 updated, 0 unchanged, 1 refused, 1 value left out\n")
        self.assertRegex(people.out, r"deals.csv +2  value +Amount +-300 +an amount is not below zero +write what the deal is worth")
        self.assertRegex(people.out, r"deals.csv +3  row +Created +2099-04-03 +this day is still to come, [^\n]+happened")
        self.assertNotIn("Waiting", people.out, "told once, with the way out")
        self.assertIn("note: amount without a currency: CNY was assumed (1×)\n", people.out)
        self.assertIn("note: deal without a customer: it got one of its own, named like the deal (1×)\n", people.out)
        self.assertIn("assumed: stage:Waiting=lead_confirmed in 1 row; ", people.err, "a refused row asks nothing")
        for text in (people.out, people.err):
            self.assertNotRegex(text, "future_date|negative_amount|stage_assumed")
        with open(refused, encoding="utf-8-sig", newline="") as file:
            rows = list(csv.DictReader(file))
        self.assertEqual([(row["line"], row["code"], row["refused"]) for row in rows],
                         [("2", "negative_amount", "value"), ("3", "future_date", "row")])
        self.assertEqual(rows[0]["reason"], "an amount is not below zero")
        programs = plumb("import", self.workspace, table, "--dry-run", "--json").document
        self.assertEqual((programs["refused"], programs["left_out"]), (1, 1))
        self.assertEqual([(reason["reason"], reason["refused"]) for reason in programs["reasons"]],
                         [("negative_amount", "value"), ("future_date", "row")])
        self.assertEqual(programs["reasons"][0]["reason_text"], "an amount is not below zero")
        asked = {question["question"]: question for question in programs["questions"]}
        self.assertEqual((asked["stage:Waiting"]["answer"], asked["stage:Waiting"]["rows"]), ("lead_confirmed", 1))
        self.assertTrue(asked["currency"]["assumed"])

    def test_health_is_told_with_a_note_where_nobody_records_what_it_is_made_of(self):
        self.bring(GOOD)
        then = ("--as-of", "2026-03-01")
        line = plumb("score", self.workspace, "--json", *then).document
        self.assertFalse(line["health_told"])
        self.assertEqual(line["health"], sum(term["value"] for term in line["terms"]))
        self.assertLess(line["health"], 60)
        self.assertEqual((line["red"], line["quadrant"]), (True, "low_long"))
        table = self.run_well("score", self.workspace, *then)
        self.assertRegex(table.out, rf"(?m)^d +{line['health']} ! +0 +0 +0 +{line['health']} +lead_confirmed +lead_confirmed +low/long ")
        self.assertRegex(table.err, r"\Anote: nobody records what the health is made of [^\n]+\n\Z")
        flagged = self.run_well("flags", self.workspace, "--all", "--as-of", "2026-08-01")
        self.assertRegex(flagged.out, r"(?m)^1 +d +\S+ +— +— ", "the day's list leaves it out")
        self.assertRegex(flagged.err, r"note: health is not told here: ")

    def test_a_stage_that_the_playbook_does_not_have_is_told_as_it_was_written_and_is_none_of_those_it_has(self):
        moves = [("stage", '"stage":"demonstrated"', 3), ("stage", '"stage":"pilot"', 5)]
        dates = [("close_date", f'"date":"2026-02-{day}"', day) for day in (10, 20, 27)]
        self.bring(GOOD + "".join(f'{{"type":"event","deal":"d","kind":"{kind}",{what},"occurred_at":"2026-01-{day:02}T09:00:00Z"}}\n'
                                  for kind, what, day in moves + dates))
        then = ("--as-of", "2026-01-30")
        self.assertEqual(plumb("score", self.workspace, "--json", *then).document["claimed"], "pilot")
        table = self.run_well("score", self.workspace, *then)
        self.assertRegex(table.out, r"(?m)^d .* pilot +lead_confirmed ")
        self.assertIn("note: the playbook has no stage “pilot”", table.err)
        self.assertEqual([flag["rule"] for flag in plumb("flags", self.workspace, "--all", "--json", *then).lines], ["close_pushed"])
        stages = plumb("funnel", self.workspace, "--json", *then).document["stages"]
        self.assertEqual([(stage["entered"], stage["open"], stage["elsewhere"]) for stage in stages[:3]], [(1, 0, 0), (0, 0, 0), (1, 0, 1)])
        self.assertIn("1 open deal left for a stage that the playbook does not have", self.run_well("funnel", self.workspace, *then).out)

    def test_verify_tells_what_is_damaged_and_a_way_out(self):
        self.bring(GOOD)
        whole = self.workspace.read_bytes()
        for first, length in ((100, 4000), (4096, 60_000), (len(whole) // 2, 4096)):
            with self.subTest(first=first):
                self.workspace.write_bytes(whole[:first] + b"\xa5" * min(length, len(whole) - first) + whole[first + length:])
                answer = plumb("verify", self.workspace)
                self.assertIn(answer.status, (1, 3), answer.err)
                self.assertIn("go back to a backup", answer.err)
                self.assertNotIn("plumb verify", answer.err)
                self.assertTrue(answer.out or "damaged (" in answer.err)

    def test_init_takes_the_zone_of_the_machine(self):
        other = self.folder / "far.plumb"
        self.run_well("init", other, "--timezone", "America/New_York")
        with sqlite3.connect(self.workspace) as here, sqlite3.connect(other) as there:
            zone = "SELECT value FROM meta WHERE key = 'time_zone'"
            self.assertEqual(here.execute(zone).fetchone(), ("Asia/Shanghai",))
            self.assertEqual(there.execute(zone).fetchone(), ("America/New_York",))

    def test_what_one_program_exports_another_takes_through_a_pipe(self):
        self.bring(GOOD)
        other = self.folder / "other.plumb"
        self.run_well("init", other)
        with subprocess.Popen([os.environ["PLUMB"], "export", self.workspace], stdout=subprocess.PIPE) as exported:
            taken = subprocess.run([os.environ["PLUMB"], "import", other, "/dev/stdin", "--json"], stdin=exported.stdout,
                                   capture_output=True, check=False)
        self.assertEqual(json.loads(taken.stdout)["created"], 4, taken.stderr)
        self.assertEqual(self.run_well("export", other).out, self.run_well("export", self.workspace).out)

    def test_what_was_made_says_what_comes_next(self):
        fresh = self.folder / "fresh.plumb"
        self.assertEqual(self.run_well("init", fresh).out, f"{fresh}: 0 facts; bring records in with:  plumb import {fresh} FILE…\n")
        sample = self.folder / "sample.plumb"
        self.assertRegex(self.run_well("sample", sample, "--deals", 10).out, r": [0-9,]+ facts; see its day with:  plumb flags ")

    def test_init_takes_a_zone_and_a_playbook(self):
        other = self.folder / "other.plumb"
        self.run_well("init", other, "--timezone", "Europe/Berlin", "--playbook", program.ROOT / "resources/playbooks/hospital.json")
        facts = plumb("export", other).lines
        self.assertEqual([fact["type"] for fact in facts], ["playbook"])

    def test_init_leaves_no_file_behind_when_it_fails(self):
        for arguments in (("--timezone", "Asia/Atlantis"), ("--playbook", self.folder / "none.json"),
                          ("--playbook", self.put("bad.json", "{}"))):
            answer = plumb("init", self.folder / "other.plumb", *arguments, "--json")
            self.assertIn(answer.status, (2, 4), answer.err)
            self.assertEqual(list(self.folder.glob("other.plumb*")), [], arguments)

    def test_a_workspace_that_may_only_be_read_is_said_to_be(self):
        os.chmod(self.workspace, stat.S_IRUSR)
        if os.access(self.workspace, os.W_OK):
            self.skipTest("this user may write to every file")
        answer = self.bring(GOOD)
        self.assertEqual(answer.error["code"], "workspace_read_only")

    def test_facts_that_are_exported_are_one_document_a_line(self):
        self.bring(GOOD)
        for line in plumb("export", self.workspace).out.splitlines():
            self.assertIn("type", json.loads(line))


if __name__ == "__main__":
    unittest.main()
