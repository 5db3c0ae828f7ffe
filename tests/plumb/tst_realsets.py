# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: Plumbline contributors
"""Exports of real systems from file to board. They are no part of the project: PLUMBLINE_DATA names their folder."""

import collections
import os
import pathlib
import unittest

import program
from program import plumb

DATA = pathlib.Path(os.environ.get("PLUMBLINE_DATA", program.ROOT / "../shared/data")).resolve()


@unittest.skipUnless(DATA.is_dir(), f"no folder of real data at {DATA} (set PLUMBLINE_DATA)")
class RealSets(program.WithFolder):
    def setUp(self):
        super().setUp()
        self.run_well("init", self.workspace)

    def bring(self, *files):
        paths = [DATA / file for file in files]
        for path in paths:
            if not path.exists():
                self.skipTest(f"no {path}")
        answer = plumb("import", self.workspace, *paths, "--json")
        self.assertIn(answer.status, (0, 1), answer.err)
        self.assertNotEqual(answer.document["import"], 0)
        return answer.document

    def open_deals(self, *options):
        return [line for line in self.run_well("score", self.workspace, "--json", *options).lines if line["status"] == "open"]

    def events(self):
        return collections.Counter(line["kind"] for line in self.run_well("export", self.workspace, "--type", "event").lines)

    def deals(self):
        return len(self.run_well("export", self.workspace, "--type", "deal").out.splitlines())

    def verify(self):
        self.run_well("verify", self.workspace)

    def test_maven(self):
        report = self.bring(*(f"maven_crm/iso_dates/{name}.csv" for name in
                              ("sales_pipeline", "accounts", "products", "sales_teams")))
        self.assertEqual(report["refused"], 0)
        self.assertEqual(self.deals(), 8800)
        events = self.events()
        self.assertEqual((events["won"], events["lost"]), (4238, 2473))
        self.assertEqual(len(self.open_deals()), 2089)
        self.assertTrue(0 < len(self.run_well("flags", self.workspace, "--json").lines) <= 8)
        funnel = self.run_well("funnel", self.workspace, "--json").document
        self.assertEqual(sum(stage["open"] for stage in funnel["stages"]), 2089)
        self.assertEqual(sum(stage["entered"] for stage in funnel["stages"]), 8800, "a deal has one stage in this export")
        self.verify()

    def test_bpi_2012(self):
        files = ("bpi2012_asof/asof_2011-12-01_opportunities.csv", "bpi2012_asof/asof_2011-12-01_stage_history.csv")
        self.bring(*files)
        self.assertEqual(self.deals(), 5337)
        self.assertEqual(len(self.open_deals("--as-of", "2011-12-01")), 707)
        self.verify()

    def test_salesforce(self):
        self.bring(*(f"salesforce/{name}.csv" for name in ("Account", "Contact", "Lead", "Opportunity", "OpportunityHistory")))
        self.assertEqual(self.deals(), 36)
        self.verify()

    def test_zoho(self):
        self.bring(*sorted(f"zoho/{path.name}" for path in (DATA / "zoho").glob("*.csv")))
        self.assertGreater(self.deals(), 3000)
        self.verify()


if __name__ == "__main__":
    unittest.main()
