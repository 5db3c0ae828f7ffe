# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: Plumbline contributors
"""Tables that are damaged, mixed or say too much: what of them comes in, and what is said of the rest."""

import csv
import io
import re
import unittest
import zipfile

import program
from program import plumb

HEADER = "Deal ID,Deal Name,Customer,Stage,Amount,Owner,Created"
BOOK = ('<workbook xmlns:r="r"><sheets><sheet name="Deals" r:id="rId1"/></sheets></workbook>',
        '<Relationships><Relationship Id="rId1" Target="worksheets/sheet1.xml"/></Relationships>')


def row_of(number, cells):
    text = "".join(f'<c r="{chr(65 + i)}{number}" t="inlineStr"><is><t>{cell}</t></is></c>' for i, cell in enumerate(cells))
    return f'<row r="{number}">{text}</row>'


def sheet_of(count):
    rows = [HEADER.split(",")] + [[f"D{i}", f"Deal {i}", f"Customer {i}", "Proposal", "5", "Ann", "2026-04-03"] for i in range(2, count + 2)]
    return "<worksheet><sheetData>" + "".join(row_of(i + 1, row) for i, row in enumerate(rows)) + "</sheetData></worksheet>"


def workbook(sheet, packed=zipfile.ZIP_STORED):
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", packed) as archive:
        archive.writestr("xl/workbook.xml", BOOK[0])
        archive.writestr("xl/_rels/workbook.xml.rels", BOOK[1])
        archive.writestr("xl/worksheets/sheet1.xml", sheet)
    return made.getvalue()


class Tables(program.WithFolder):
    def setUp(self):
        super().setUp()
        self.run_well("init", self.workspace)

    def put_bytes(self, name, content):
        path = self.folder / name
        path.write_bytes(content)
        return path

    def bring(self, *files):
        return plumb("import", self.workspace, *files, "--json")

    def deals(self):
        return len(self.run_well("export", self.workspace, "--type", "deal").lines)

    def test_a_workbook_that_ends_early_brings_its_rows_and_says_so(self):
        sheet = sheet_of(20)
        book = self.put_bytes("crm.xlsx", workbook(sheet[:sheet.index('<row r="15"') + 60]))
        report = self.bring(book, "--refused", self.folder / "refused.csv")
        self.assertEqual((report.status, report.document["refused"], self.deals()), (1, 1, 13))
        with open(self.folder / "refused.csv", encoding="utf-8-sig", newline="") as file:
            refused, = csv.DictReader(file)
        self.assertEqual((refused["file"], refused["line"], refused["code"]), ("crm.xlsx / Deals", "15", "cut_off"))

    def test_overwritten_bytes_of_a_workbook_cost_one_row(self):
        content = workbook(sheet_of(20))
        at = content.index(b'<row r="15"') + 30
        report = self.bring(self.put_bytes("crm.xlsx", content[:at] + b"\xff" * 12 + content[at + 12:]))
        self.assertEqual((report.status, self.deals()), (1, 19))
        self.assertEqual([(line["line"], line["reason"]) for line in report.document["reasons"]], [(15, "damaged"), (22, "damaged")])

    def test_a_workbook_that_cannot_be_read_is_named_and_is_no_wrong_usage(self):
        content = workbook(sheet_of(2000), zipfile.ZIP_DEFLATED)
        for cut in (self.put_bytes("cut.xlsx", content[:len(content) * 2 // 3]), self.put_bytes("old.xls", b"\xd0\xcf\x11\xe0" * 50)):
            answer = plumb("import", self.workspace, cut)
            self.assertEqual(answer.status, 4)
            self.assertIn(cut.name, answer.err)

    def test_a_file_that_cannot_be_read_does_not_stop_the_others(self):
        good = self.put("hub.csv", HEADER + "\n1,A,Edge,Proposal,5,Ann,2026-04-03\n")
        bad = self.put_bytes("bad.xlsx", b"PK\x03\x04 broken")
        dry = plumb("import", self.workspace, good, bad, "--dry-run")
        self.assertEqual(dry.status, 1)
        self.assertIn("left out: bad.xlsx is damaged and cannot be read: export or copy it again.", dry.err)
        report = self.bring(bad, good)
        self.assertEqual((report.status, report.document["unused"], self.deals()), (1, ["bad.xlsx"], 1))
        self.assertEqual([(one["file"], one["reason"]) for one in report.document["unread"]], [("bad.xlsx", "file_damaged")])

    def test_facts_and_tables_are_not_imported_together_in_any_order(self):
        table = self.put("hub.csv", HEADER + "\n1,A,Edge,Proposal,5,Ann,2026-04-03\n")
        facts = self.put("facts.jsonl", '{"type":"team","id":"t","name":"一组"}\n')
        for files in ((table, facts), (facts, table)):
            answer = plumb("import", self.workspace, *files)
            self.assertEqual(answer.status, 4)
            self.assertRegex(answer.err, "^plumb: facts.jsonl holds facts as JSON Lines, .*: import them one after the other")
        self.assertEqual(self.deals(), 0)

    def test_facts_with_a_damaged_first_line_are_facts(self):
        self.assertEqual(self.bring(self.put("f.jsonl", '"type":"tea\n{"type":"team","id":"t","name":"一组"}\n')).document["created"], 1)

    def test_errors_of_a_spreadsheet_are_refused_in_words(self):
        rows = [HEADER.split(","), ["D2", "A", "Edge", "Proposal", "#REF!", "Ann", "2026-04-03"]]
        sheet = "<worksheet><sheetData>" + "".join(row_of(i + 1, row) for i, row in enumerate(rows)) + "</sheetData></worksheet>"
        error = re.sub(r'<c r="E2" t="inlineStr"><is><t>#REF!</t></is></c>', '<c r="E2" t="e"><v>#REF!</v></c>', sheet)
        answer = plumb("import", self.workspace, self.put_bytes("crm.xlsx", workbook(error)))
        self.assertEqual(answer.status, 1)
        self.assertRegex(answer.out, r"Amount +#REF! +the cell shows an error of the spreadsheet")

    def test_a_row_of_totals_is_told_with_what_would_mend_it(self):
        table = self.put("hub.csv", HEADER + "\n1,A,Edge,Proposal,5,Ann,2026-04-03\n合计,,,,1325000,,\n")
        answer = plumb("import", self.workspace, table)
        self.assertEqual((answer.status, self.deals()), (1, 1))
        self.assertRegex(answer.out, r"hub.csv +3 +row +Deal ID +合计 +the row sums up others and is no deal +delete the row")

    def test_columns_that_are_left_out_are_told_with_the_reason(self):
        header = "Opportunity Number,Opportunity Result,Opportunity Amount USD,Deal Size Category,Elapsed Days In Sales Stage,Region"
        table = self.put("sales.csv", header + "\n1,Won,5,1,63,West\n")
        self.assertIn("; left out: Deal Size Category (computed from other columns), "
                      "Elapsed Days In Sales Stage (known only after the outcome)\n",
                      plumb("import", self.workspace, table, "--dry-run").err)
        columns = self.bring(table).document["tables"][0]["columns"]
        self.assertEqual([(one["column"], one["reason"], one["reason_text"]) for one in columns if one["field"] == "ignored"],
                         [("Deal Size Category", "derived", "computed from other columns"),
                          ("Elapsed Days In Sales Stage", "leak", "known only after the outcome")])

    def test_leaks_are_told_of_every_import(self):
        header = "Opportunity Number,Opportunity Result,Opportunity Amount USD,Deal Size Category,Elapsed Days In Sales Stage"
        answer = self.run_well("import", self.workspace, self.put("sales.csv", header + "\n1,Won,5,1,63\n"))
        self.assertIn("sales.csv: left out, since known only after the outcome: Elapsed Days In Sales Stage\n", answer.err)

    def test_the_line_of_progress_tells_the_rate_and_is_gone_before_the_report(self):
        rows = "".join(f"{i},Deal {i},Customer {i},Proposal,5,Ann,2026-04-03\n" for i in range(60_000))
        said = program.on_terminal("import", self.workspace, self.put("many.csv", HEADER + "\n" + rows))
        self.assertRegex(said, r"importing \d+ %, [\d.]+ MB a second, \d+ seconds? left")
        self.assertNotRegex(said, r"(%|left)\s*into w ")
        self.assertRegex(said, "\r\x1b\\[Kinto w ")


if __name__ == "__main__":
    unittest.main()
