# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: Plumbline contributors
"""Exports of real systems from file to board. They are no part of the project: PLUMBLINE_DATA names their folder."""

import collections
import csv
import datetime
import os
import pathlib
import unittest

import program
from program import plumb

DATA = pathlib.Path(os.environ.get("PLUMBLINE_DATA", program.ROOT / "../shared/data")).resolve()


MAVEN = [f"maven_crm/iso_dates/{name}.csv" for name in ("sales_pipeline", "accounts", "products", "sales_teams")]
MAVEN_US = [file.replace("iso_dates", "us_dates") for file in MAVEN]
BPI = [f"bpi2012_asof/asof_2011-12-01_{name}.csv" for name in ("opportunities", "stage_history")]
SALESFORCE = [f"salesforce/{name}.csv" for name in ("Account", "Contact", "Lead", "Opportunity", "OpportunityHistory")]
OLIST = ["olist/mql_dmy.csv", "olist/closed_deals_iso.csv"]
ZOHO = [f"zoho/{name}.csv" for name in ("Accounts", "Calls", "Campaign_Lead_Status", "Campaigns", "Contacts", "Events", "Leads",
                                        "Potentials", "Quotes", "Tasks", "Users")]

# What is in the files, counted in them with Python's csv module and nothing of ours (`counted` below does it again): deals and
# how they stand when the set ends, leads, and rows that cannot be facts. `flagged` is what only the engine knows: of its list
# for the day on which the set ends.
Set = collections.namedtuple("Set", "files day deals won lost leads refused flagged")
SETS = {
    "maven": Set(MAVEN, "2017-12-31", 8800, 4238, 2473, 0, 0, 8),
    "maven with US dates": Set(MAVEN_US, "2017-12-31", 8800, 4238, 2473, 0, 0, 8),
    "ibm": Set(["ibm_win_loss/sales_win_loss.csv"], None, 62303, 13993, 48310, 0, 84, 0),
    "bpi 2012": Set(BPI, "2011-12-01", 5337, 724, 3906, 0, 0, 8),
    "x education": Set(["x_education/leads.csv"], None, 0, 0, 0, 9240, 0, 0),
    "olist": Set(OLIST, "2018-11-14", 842, 842, 0, 8000, 0, 0),
    "zoho": Set(ZOHO, "2021-05-20", 3632, 1425, 485, 3900, 1793, 8),
    "salesforce": Set(SALESFORCE, "2026-03-08", 36, 12, 8, 22, 0, 8),
    "helpdesk": Set(["helpdesk/events.csv"], "2014-01-03", 4580, 4557, 0, 0, 0, 8),
}

# The steps of the helpdesk that are stages of their own, by the words of its log.
HELPDESK_STAGES = {"inserted": "Insert ticket", "assigned": "Assign seriousness", "resolved": "Resolve ticket"}


def rows(file):
    with open(DATA / file, encoding="utf-8-sig", newline="") as table:
        return list(csv.DictReader(table))


def outcomes(states, won, lost):
    """(deals, won, lost) of the deals' last states."""
    count = collections.Counter("won" if state in won else "lost" if state in lost else "open" for state in states)
    return count.total(), count["won"], count["lost"]


def ibm():
    """A number's first row is its deal; the same row again is nothing new, another one contradicts it."""
    first, repeats, contradictions = {}, 0, 0
    for row in rows("ibm_win_loss/sales_win_loss.csv"):
        known = first.setdefault(row["Opportunity Number"], row)
        repeats += known is not row and known == row
        contradictions += known != row
    return *outcomes((row["Opportunity Result"] for row in first.values()), {"Won"}, {"Loss"}), 0, contradictions


def helpdesk():
    """A case stands where its last event leaves it."""
    cases = {}
    for row in sorted(rows("helpdesk/events.csv"), key=lambda row: datetime.datetime.fromisoformat(row["timestamp"])):
        cases[row["case"]] = row["activity"]
    return *outcomes(cases.values(), {"Closed"}, {"INVALID", "DUPLICATE"}), 0, 0


def zoho():
    """A call or meeting that names neither contact, account nor lead is nobody's: the potentials have no ids to be named by."""
    named = ("CONTACTID", "ACCOUNTID", "LEADID")
    nobodys = sum(all(row[key] in ("", "0") for key in named) for name in ("Calls", "Events") for row in rows(f"zoho/{name}.csv"))
    stages = (row["Stage"] for row in rows("zoho/Potentials.csv"))
    return *outcomes(stages, {"Closed Won"}, {"Closed Lost"}), len(rows("zoho/Leads.csv")), nobodys


def counted(name):
    """Deals, won, lost, leads and refused rows of a set by its files alone."""
    if name.startswith("maven"):
        return *outcomes((row["deal_stage"] for row in rows(SETS[name].files[0])), {"Won"}, {"Lost"}), 0, 0
    if name == "bpi 2012":
        return *outcomes((row["status"] for row in rows(BPI[0])), {"approved"}, {"declined", "cancelled"}), 0, 0
    if name == "x education":
        return 0, 0, 0, len({row["Prospect ID"] for row in rows("x_education/leads.csv")}), 0
    if name == "olist":
        return *outcomes(("won" for _ in rows(OLIST[1])), {"won"}, ()), len({row["mql_id"] for row in rows(OLIST[0])}), 0
    if name == "salesforce":
        stages = (row["StageName"] for row in rows("salesforce/Opportunity.csv"))
        return *outcomes(stages, {"Closed Won"}, {"Closed Lost"}), len(rows("salesforce/Lead.csv")), 0
    return {"ibm": ibm, "zoho": zoho, "helpdesk": helpdesk}[name]()


@unittest.skipUnless(DATA.is_dir(), f"no folder of real data at {DATA} (set PLUMBLINE_DATA)")
class RealSets(program.WithFolder):
    def setUp(self):
        super().setUp()
        self.run_well("init", self.workspace)

    def bring(self, files):
        paths = [DATA / file for file in files]
        for path in paths:
            if not path.exists():
                self.skipTest(f"no {path}")
        answer = plumb("import", self.workspace, *paths, "--json")
        self.assertIn(answer.status, (0, 1), answer.err)
        return answer.document

    def standing(self, *options):
        """How many deals are won, lost and open by the last event that says so."""
        stand = {line["id"]: "open" for line in self.run_well("export", self.workspace, "--type", "deal", *options).lines}
        events = self.run_well("export", self.workspace, "--type", "event", *options).lines
        for event in sorted(events, key=lambda event: datetime.datetime.fromisoformat(event["occurred_at"].replace("Z", "+00:00"))):
            if event["kind"] in ("won", "lost", "reopened"):
                stand[event["deal"]] = event["kind"].replace("reopened", "open")
        count = collections.Counter(stand.values())
        return count["won"], count["lost"], count["open"]

    def check(self, name):
        wanted = SETS[name]
        report = self.bring(wanted.files)
        self.assertEqual(report["refused"], wanted.refused)
        self.assertEqual(len(self.run_well("export", self.workspace, "--type", "deal").lines), wanted.deals)
        self.assertEqual(len(self.run_well("export", self.workspace, "--type", "lead").lines), wanted.leads)
        day = ("--as-of", wanted.day) if wanted.day else ()
        still_open = wanted.deals - wanted.won - wanted.lost
        self.assertEqual(self.standing(*day), (wanted.won, wanted.lost, still_open))
        self.assertEqual(len(self.run_well("score", self.workspace, "--json", *day).lines), still_open)
        self.assertEqual(len(self.run_well("flags", self.workspace, "--json", *day).lines), wanted.flagged)
        self.assertEqual(counted(name), (wanted.deals, wanted.won, wanted.lost, wanted.leads, wanted.refused))
        self.run_well("verify", self.workspace)
        again = self.bring(wanted.files)
        self.assertEqual((again["created"], again["updated"], again["refused"]), (0, 0, wanted.refused))
        self.assertGreaterEqual(again["unchanged"], wanted.deals + wanted.leads)

    def test_maven_counts_each_deal_in_one_stage_of_the_funnel(self):
        self.bring(MAVEN)
        funnel = self.run_well("funnel", self.workspace, "--json").document
        self.assertEqual(sum(stage["open"] for stage in funnel["stages"]), 2089)
        self.assertEqual(sum(stage["entered"] for stage in funnel["stages"]), 8800, "a deal has one stage in this export")

    def test_bpi_comes_through_the_funnel_as_its_log_tells(self):
        """How many of the loan applications have each step in the log, counted in it with nothing of ours."""
        self.bring(BPI)
        log = collections.defaultdict(set)
        for row in rows(BPI[1]):
            log[row["stage"]].add(row["opportunity_id"])
        self.assertEqual([len(log[step]) for step in ("A_SUBMITTED", "A_PREACCEPTED", "A_ACCEPTED", "O_SENT", "O_SENT_BACK")],
                         [5337, 2914, 2019, 1981, 1111])
        stages = self.run_well("funnel", self.workspace, "--json", "--as-of", "2011-12-01").document["stages"]
        self.assertEqual([stage["entered"] for stage in stages], [5337, 2914, 2019, 1981, 1111])
        for stage in stages:
            left = stage["forward"] + stage["back"] + stage["lost"] + stage["elsewhere"]
            self.assertEqual(left + stage["open"], stage["entered"])
        self.assertEqual(stages[0]["won"], 724)
        whole = self.run_well("process", self.workspace, "--json", "--as-of", "2011-12-01").lines[0]
        self.assertEqual([stage["entered"] for stage in whole["stages"]], [stage["entered"] for stage in stages])
        self.assertEqual(whole["won"], 724)

    def test_the_helpdesk_comes_through_the_funnel_as_its_log_tells(self):
        self.bring(["helpdesk/events.csv"])
        log = collections.defaultdict(set)
        for row in rows("helpdesk/events.csv"):
            log[row["activity"]].add(row["case"])
        entered = {stage["stage"]: stage["entered"] for stage in
                   self.run_well("funnel", self.workspace, "--json", "--as-of", "2014-01-03").document["stages"]}
        for stage, activity in HELPDESK_STAGES.items():
            self.assertEqual(entered[stage], len(log[activity]), stage)


def test_of(name):
    return lambda self: self.check(name)


for one in SETS:
    setattr(RealSets, "test_" + one.replace(" ", "_"), test_of(one))


if __name__ == "__main__":
    unittest.main()
