// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "exchange/things.h"
#include "importfixture.h"
#include "zipfixture.h"

#include <gmock/gmock.h>
#include <rapidcheck/gtest.h>

namespace exchange {

using support::ErrorCode;
using testing::ElementsAre;
using testing::IsEmpty;

namespace {

/// A small export of the Chinese kind.
const std::string chinese = "商机名称,客户名称,商机阶段,商机金额(万元),预计成交日期,负责人,创建时间,备注\n"
                            "华东二期,一诺科技有限公司,方案演示,12.5,2026/12/31,张三,2026-10-01 09:30:00,等预算\n"
                            "产线改造,启明制造,赢单,30,2026/11/1,李四,2026/9/1,\n"
                            "旧仓升级,远山物流,输单,,2026/11/2,张三,2026/9/2,价格\n";

/// The same in GB18030, by the table's own words only.
std::string gb(const std::string &utf8)
{
    static const std::map<std::string, std::string> words{
        {"商机名称", "\xC9\xCC\xBB\xFA\xC3\xFB\xB3\xC6"}, {"客户名称", "\xBF\xCD\xBB\xA7\xC3\xFB\xB3\xC6"},
        {"商机阶段", "\xC9\xCC\xBB\xFA\xBD\xD7\xB6\xCE"}, {"负责人", "\xB8\xBA\xD4\xF0\xC8\xCB"},
        {"创建时间", "\xB4\xB4\xBD\xA8\xCA\xB1\xBC\xE4"}, {"张三", "\xD5\xC5\xC8\xFD"},
        {"一诺科技", "\xD2\xBB\xC5\xB5\xBF\xC6\xBC\xBC"}, {"报价", "\xB1\xA8\xBC\xDB"}};
    std::string bytes = utf8;
    for (const auto &[word, coded] : words) {
        for (std::size_t at = bytes.find(word); at != std::string::npos; at = bytes.find(word, at + coded.size()))
            bytes.replace(at, word.size(), coded);
    }
    return bytes;
}

const std::string plain = "Deal Name,Customer,Stage,Amount,Owner,Created\n";

} // namespace

TEST(TableImport, ReadsAChineseExport)
{
    const auto set = importText(chinese);
    EXPECT_EQ(set.recognition.profile->id, "crm_zh");
    EXPECT_THAT(set.questions(), IsEmpty());
    EXPECT_EQ(set.count("deal"), 3U);
    EXPECT_EQ(set.counts.refused, 0U);
    EXPECT_EQ(set.with({"\"kind\":\"stage\"", "\"stage\":\"demonstrated\"", "\"occurred_at\":\"2026-11-22T00:00:00Z\""}), 1U);
    EXPECT_EQ(set.with({"\"kind\":\"amount\"", "\"amount\":\"125000\"", "\"currency\":\"CNY\""}), 1U)
        << "万元 in the header counts";
    EXPECT_EQ(set.with({"\"kind\":\"close_date\"", "\"date\":\"2026-12-31\""}), 1U);
    EXPECT_EQ(set.with({"\"kind\":\"won\"", "\"amount\":\"300000\"", "\"occurred_at\":\"2026-10-31T16:00:00Z\""}), 1U);
    EXPECT_EQ(set.with({"\"kind\":\"lost\""}), 1U);
    EXPECT_EQ(set.with({"\"type\":\"deal\"", "\"备注\":\"等预算\""}), 1U) << "a column that nobody knows is kept";
    EXPECT_EQ(set.count("person"), 2U);
}

TEST(TableImport, KeepsColumnsApartThatAreCalledLikeKeysOrLikeEachOther)
{
    const auto set = importText("Deal Name,Customer,Stage,Owner,Created,recorded_at,recorded_at_,Note,Note,Note (2)\n"
                                "A,Edge,Proposal,Ann,2026-04-03,1,2,n1,n2,n3\n");
    EXPECT_THAT(set.refusals, IsEmpty());
    for (const char *kept :
         {"\"Note\":\"n1\"", "\"Note (3)\":\"n2\"", "\"Note (2)\":\"n3\"", "\"recorded_at_\":1", "\"recorded_at__\":2"})
        EXPECT_EQ(set.with({"\"type\":\"deal\"", kept}), 1U) << kept;
    for (const std::string &fact : set.facts)
        EXPECT_EQ(toJson(FactReader().read(fact, testContext().importTime).value()), fact) << "an export is read as it was";
}

TEST(TableImport, KeepsColumnsOfActivitiesThatAreCalledLikeTheirKeys)
{
    const auto set = importText("Deal Name,Customer,Stage,Owner,Created,origin,direction,text\n"
                                "A,Edge,Proposal,Ann,2026-04-03,web,north,free\n");
    EXPECT_EQ(set.with({"\"type\":\"deal\"", "\"origin\":\"web\"", "\"direction\":\"north\"", "\"text\":\"free\""}), 1U);
    RowFacts facts;
    const auto talk = FactReader().read(R"({"type":"activity","id":"a","kind":"call","direction":"in","customer":"c",)"
                                        R"("occurred_at":"2026-04-03T09:00:00Z"})",
                                        testContext().importTime);
    ASSERT_TRUE(
        facts.add(talk->fact(), talk->times(), {{"direction", {"\"north\""}}, {"direction_", {"1"}}, {"origin", {"\"web\""}}}));
    const std::string line = toJson(facts.records.at(0));
    for (const char *kept : {R"("direction":"in")", R"("direction_":"north")", R"("direction__":1)", R"("origin_":"web")"})
        EXPECT_NE(line.find(kept), std::string::npos) << kept << " in " << line;
}

TEST(TableImport, RoundsComputedAmountsToWhatTheCurrencyCanPay)
{
    const auto set = importText(plain
                                + "A,Edge,Proposal,33333.3333333333,Ann,2026-04-03\nB,Edge,Proposal,1.5E+06,Ann,2026-04-03\n"
                                  "C,Edge,Proposal,12.500,Ann,2026-04-03\nD,Edge,Proposal,99.5日元,Ann,2026-04-03\n");
    EXPECT_THAT(set.refusals, IsEmpty());
    for (const char *amount : {"33333.33", "1500000", "12.50", "100"})
        EXPECT_EQ(set.with({"\"kind\":\"amount\"", "\"amount\":\"" + std::string(amount) + "\""}), 1U) << amount;
    EXPECT_EQ(set.counts.notes.counts().at({"amount_rounded", "Amount", "CNY"}), 1U);
    EXPECT_EQ(set.counts.notes.counts().at({"amount_rounded", "Amount", "JPY"}), 1U);
}

TEST(TableImport, RefusesTheRowOfACutByteAndReadsTheOthers)
{
    const std::string rows =
        "商机名称,客户名称,商机阶段,负责人,创建时间\nA,一诺科技,报价,张三,2026-10-01\nB,启明\xE5\x88,报价,张三,2026-10-01\n";
    const auto set = importText(rows);
    ASSERT_EQ(set.refusals.size(), 1U);
    EXPECT_EQ(set.refusals[0].line, 3U);
    EXPECT_EQ(set.refusals[0].reason, RefusalReason::BadBytes);
    EXPECT_EQ(set.with({"\"name\":\"一诺科技\""}), 1U);
}

TEST(TableImport, ReadsTheSameFromGb18030)
{
    const std::string table = "商机名称,客户名称,商机阶段,负责人,创建时间\nA,一诺科技,报价,张三,2026-10-01\n";
    EXPECT_EQ(importText(gb(table)).facts, importText(table).facts);
    EXPECT_EQ(importText(gb(table)).recognition.tables[0].file.dialect.encoding, Encoding::Gb18030);
}

TEST(TableImport, ReadsASalesforceReportInCp1252WithAPreambleAndFooter)
{
    const auto set = importText(
        "\"Open deals\"\n\n\"Opportunity Name\",\"Stage\",\"Close Date\",\"Account Name\",\"Amount\",\"Opportunity Owner\","
        "\"Created Date\"\n\"M\xFCller Pumpen\",\"Needs Analysis\",\"12/31/2026\",\"M\xFCller & S\xF6hne\",\"EUR 1,200.00\","
        "\"Jo\xEBl\",\"10/20/2026\"\n\n\"Confidential Information - Do Not Distribute\"\n");
    EXPECT_EQ(set.recognition.profile->id, "salesforce");
    EXPECT_EQ(set.recognition.tables[0].headerLine, 3U);
    EXPECT_EQ(
        set.with({"\"type\":\"deal\"", "\"name\":\"Müller Pumpen\"", "\"customer\":\"Müller & Söhne\"", "\"owner\":\"Joël\""}),
        1U);
    EXPECT_EQ(set.with({"\"amount\":\"1200\"", "\"currency\":\"EUR\""}), 1U);
    ASSERT_EQ(set.refusals.size(), 1U);
    EXPECT_EQ(set.refusals[0].line, 6U);
}

TEST(TableImport, ReadsHubSpot)
{
    const auto set = importText(
        "Record ID,Deal Name,Deal Stage,Pipeline,Amount,Deal owner,Close Date,Create Date,Last Activity Date,Associated Company\n"
        "101,Big one,Presentation Scheduled,Sales Pipeline,5000,Ann Lee,2026-12-01 10:00,2026-09-01 08:00,2026-10-01 09:00,Edge\n"
        "102,Small one,Closed Won,Sales Pipeline,700,Ann Lee,2026-10-02 10:00,2026-09-01 08:00,,Edge\n",
        {{"currency", "USD"}});
    EXPECT_EQ(set.recognition.profile->id, "hubspot");
    EXPECT_THAT(set.questions(), ElementsAre("currency"));
    EXPECT_EQ(set.with({"\"id\":\"hubspot:101\"", "\"customer\":\"Edge\""}), 1U);
    EXPECT_EQ(set.with({"\"kind\":\"stage\"", "\"stage\":\"demonstrated\"", "\"occurred_at\":\"2026-11-22T00:00:00Z\""}), 1U)
        << "a day of talk is no day of change";
    EXPECT_EQ(set.with({"\"type\":\"deal\"", "\"Last Activity Date\":\"2026-10-01 09:00\""}), 1U);
    EXPECT_EQ(set.with({"\"kind\":\"won\"", "\"amount\":\"700\"", "\"currency\":\"USD\""}), 1U);
}

TEST(TableImport, ReadsPipedrive)
{
    const auto set =
        importText("Deal - Title,Deal - Value,Deal - Stage,Deal - Status,Deal - Owner,Deal - Organization,Deal - Deal created,"
                   "Deal - Expected close date,Deal - Lost reason,Deal - Pipeline,Person - Email\n"
                   "One,1000,Proposal Made,Open,Bo,Edge,2026-09-01 10:00:00,2026-12-24,,Pipeline,a@edge.example\n"
                   "Two,2000,Demo Scheduled,Lost,Bo,Kante,2026-09-02 10:00:00,,Too dear,Pipeline,\n"
                   "Three,3000,Demo Scheduled,Won,Bo,Kante,2026-09-02 10:00:00,,,Pipeline,\n");
    EXPECT_EQ(set.recognition.profile->id, "pipedrive");
    EXPECT_EQ(set.with({"\"kind\":\"stage\"", "\"stage\":\"negotiating\""}), 1U);
    EXPECT_EQ(set.with({"\"kind\":\"lost\"", "\"reason\":\"Too dear\""}), 1U);
    EXPECT_EQ(set.count("event.won"), 1U);
    EXPECT_EQ(set.with({"\"type\":\"deal\"", "\"Person - Email\":\"a@edge.example\""}), 1U);
}

TEST(TableImport, ReadsOdoo)
{
    const auto set = importText(
        "id,name,partner_id/id,user_id/id,stage_id/id,probability,expected_revenue,date_deadline,priority,create_date\n"
        "crm.lead_1,Chairs,base.res_partner_2,base.user_admin,crm.stage_lead3,60,40000,2026-12-01,1,2026-09-01 10:00:00\n"
        "crm.lead_2,Desks,base.res_partner_2,base.user_admin,crm.stage_lead4,100,9000,2026-10-01,1,2026-09-01 10:00:00\n");
    EXPECT_EQ(set.recognition.profile->id, "odoo");
    EXPECT_EQ(set.with({"\"id\":\"odoo:crm.lead_1\"", "\"customer\":\"odoo:base.res_partner_2\"",
                        "\"owner\":\"odoo:base.user_admin\""}),
              1U);
    EXPECT_EQ(set.with({"\"kind\":\"stage\"", "\"stage\":\"negotiating\""}), 1U);
    EXPECT_EQ(set.count("event.won"), 1U);
    EXPECT_EQ(set.count("customer"), 1U);
}

TEST(TableImport, ReadsChineseLeadsAndKeepsWhatALeadHasNoKeyFor)
{
    const auto set = importText("线索名称,线索来源,手机,客户行业,客户级别,下次联系时间,创建时间,负责人\n华北询价,官网,"
                                "13800138000,制造,A,2026-12-01,2026-11-01,张三\n");
    EXPECT_EQ(set.recognition.profile->id, "crm_zh");
    EXPECT_EQ(set.with({"\"type\":\"lead\"", "\"source\":\"官网\"", "\"industry\":\"制造\"", "\"手机\":13800138000",
                        "\"客户级别\":\"A\"", "\"线索名称\":\"华北询价\""}),
              1U);
}

TEST(TableImport, ReadsATableOfNoKnownSystemByItsWords)
{
    const auto set = importText("Opportunity;Account;Phase;Value;Sales Rep;Created "
                                "At\nX;Edge;Proposal;\"1.234,50\";Ann;20.10.2026\nY;Kante;Won;\"12,5\";Ann;01.10.2026\n",
                                {{"currency", "EUR"}});
    EXPECT_EQ(set.recognition.profile->id, "generic");
    EXPECT_EQ(set.with({"\"kind\":\"amount\"", "\"amount\":\"1234.50\"", "\"currency\":\"EUR\""}), 1U);
    EXPECT_EQ(set.with({"\"kind\":\"won\"", "\"amount\":\"12.50\""}), 1U);
    EXPECT_EQ(set.with({"\"type\":\"deal\"", "\"occurred_at\":\"2026-09-30T16:00:00Z\""}), 1U) << "day first, as 20.10. proves";
}

TEST(TableImport, ReadsTheSheetsOfAWorkbookAsTables)
{
    const auto sheet = [](const std::string &rows) { return "<worksheet><sheetData>" + rows + "</sheetData></worksheet>"; };
    const auto cell = [](const std::string &text) { return "<c t=\"inlineStr\"><is><t>" + text + "</t></is></c>"; };
    const std::string deals =
        sheet("<row>" + cell("商机名称") + cell("客户名称") + cell("商机阶段") + cell("商机金额") + cell("负责人")
              + cell("创建时间") + "</row><row>" + cell("华东二期") + cell("一诺科技") + cell("报价") + "<c><v>125000.5</v></c>"
              + cell("张三") + "<c s=\"1\"><v>46296</v></c></row>");
    const std::string customers = sheet("<row>" + cell("客户名称") + cell("客户行业") + "</row><row>" + cell("一诺科技")
                                        + cell("软件") + "</row><row><c/>" + cell("医院") + "</row>");
    const std::string bytes = zipOf(
        {{"xl/workbook.xml",
          R"(<workbook><sheets><sheet name="商机" r:id="a"/><sheet name="客户" r:id="b"/></sheets></workbook>)"},
         {"xl/_rels/workbook.xml.rels",
          R"(<Relationships><Relationship Id="a" Target="worksheets/sheet1.xml"/><Relationship Id="b" Target="worksheets/sheet2.xml"/></Relationships>)"},
         {"xl/styles.xml", R"(<styleSheet><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>)"},
         {"xl/worksheets/sheet1.xml", deals},
         {"xl/worksheets/sheet2.xml", customers}});
    const auto set = importAll({memoryInput("crm.xlsx", bytes)});
    EXPECT_EQ(set.recognition.tables.size(), 2U);
    EXPECT_EQ(set.with({"\"type\":\"customer\"", "\"industry\":\"软件\""}), 1U);
    EXPECT_EQ(set.count("customer"), 1U);
    EXPECT_EQ(set.with({"\"kind\":\"amount\"", "\"amount\":\"125000.50\"", "\"occurred_at\":\"2026-09-30T16:00:00Z\""}), 1U);
    ASSERT_EQ(set.refusals.size(), 1U);
    EXPECT_EQ(set.refusals[0].file, "crm.xlsx / 客户");
    EXPECT_EQ(set.refusals[0].line, 3U);
}

TEST(TableImport, AsksForTheDateOrderOnlyWhenNoDateProvesIt)
{
    const std::string rows = plain + "A,Edge,Proposal,$5,Ann,03/04/2026\n";
    const auto asked = importText(rows);
    ASSERT_THAT(asked.questions(), ElementsAre("date_order:Created"));
    EXPECT_EQ(asked.recognition.questions[0].example, "03/04/2026");
    EXPECT_THAT(asked.recognition.questions[0].choices, ElementsAre("dmy", "mdy"));
    EXPECT_EQ(asked.with({"\"type\":\"deal\"", "2026-04-02T16:00:00Z"}), 1U);
    EXPECT_EQ(importText(rows, {{"date_order:Created", "mdy"}}).with({"\"type\":\"deal\"", "2026-03-03T16:00:00Z"}), 1U);
    EXPECT_THAT(importText(rows + "B,Edge,Proposal,$5,Ann,13/04/2026\n").questions(), IsEmpty());
}

TEST(TableImport, AsksWhetherAPointGroupsOnlyWhenNoAmountProvesIt)
{
    const std::string rows = "Deal Name,Customer,Stage,Amount,Owner,Created\nA,Edge,Proposal,€ 1.234,Ann,2026-04-03\n";
    const auto asked = importText(rows);
    EXPECT_THAT(asked.questions(), ElementsAre("decimal_sign:Amount"));
    EXPECT_EQ(importText(rows, {{"decimal_sign:Amount", "comma"}}).with({"\"amount\":\"1234\""}), 1U);
    EXPECT_EQ(asked.counts.reasons.at(RefusalReason::DoubtfulAmount), 1U) << "EUR has no thousandths";
}

TEST(TableImport, LeavesOutEveryAmountThatTheOtherSignWouldMakeAnotherOne)
{
    std::string rows = "Deal Name,Customer,Stage,Amount,Owner,Created\n";
    for (const std::string amount : {"€ 4.500", "€ 1.234", "€ 12.000", "€ 0.000", "€ 600"})
        rows += "A" + amount + ",Edge,Proposal," + amount + ",Ann,2026-04-03\n";
    const auto asked = importText(rows);
    EXPECT_THAT(asked.questions(), ElementsAre("decimal_sign:Amount"));
    EXPECT_EQ(asked.counts.reasons.at(RefusalReason::DoubtfulAmount), 3U);
    EXPECT_EQ(asked.count("event.amount"), 2U);
    const auto told = importText(rows, {{"decimal_sign:Amount", "point"}});
    EXPECT_EQ(told.with({"\"amount\":\"4.50\""}) + told.with({"\"amount\":\"12\""}), 2U);
    const auto dinars = importText("Deal Name,Customer,Stage,Amount,Owner,Created\nA,Edge,Proposal,KWD 1.234,Ann,2026-04-03\n");
    EXPECT_EQ(dinars.with({"\"amount\":\"1.234\""}), 1U) << "dinars have thousandths";
}

TEST(TableImport, ReadsNumbersUnderAHeaderOfTenThousands)
{
    const auto set = importText("商机名称,客户名称,阶段,金额(万元),负责人,创建时间\n"
                                "A,甲,谈判,12.345,王伟,2026-04-03\nB,乙,谈判,\"(1,200)\",王伟,2026-04-03\n"
                                "C,丙,谈判,5000元,王伟,2026-04-03\n");
    EXPECT_EQ(set.counts.refused, 0U);
    EXPECT_EQ(set.with({"\"amount\":\"123450\""}) + set.with({"\"amount\":\"5000\""}), 2U);
    EXPECT_EQ(set.counts.reasons.at(RefusalReason::NegativeAmount), 1U) << "the row is taken without it";
}

TEST(TableImport, AsksWhatAnUnknownStageMeansAndNeverClaimsTooMuch)
{
    const std::string rows = plain + "A,Edge,Waiting for Godot,$5,Ann,2026-04-03\n";
    const auto asked = importText(rows);
    EXPECT_THAT(asked.questions(), ElementsAre("stage:Waiting for Godot"));
    EXPECT_EQ(asked.with({"\"stage\":\"lead_confirmed\""}), 1U);
    EXPECT_EQ(asked.note("stage_assumed"), 1U);
    EXPECT_EQ(importText(rows, {{"stage:Waiting for Godot", "lost"}}).count("event.lost"), 1U);
}

TEST(TableImport, KnowsTheWordsThatSayAnEnding)
{
    for (const std::string_view word : {"signed", "Won", "closed won", "已签约", "赢单", "成交"}) {
        const auto set = importText(plain + "A,Edge," + std::string(word) + ",$5,Ann,2026-04-03\n");
        EXPECT_EQ(set.count("event.won"), 1U) << word;
        EXPECT_EQ(set.note("stage_assumed"), 0U) << word;
    }
    for (const std::string_view word : {"LOST", "closed lost", "丢单", "输单", "流失"})
        EXPECT_EQ(importText(plain + "A,Edge," + std::string(word) + ",$5,Ann,2026-04-03\n").count("event.lost"), 1U) << word;
    const auto quoting = importText(plain + "A,Edge,方案报价,$5,Ann,2026-04-03\n");
    EXPECT_EQ(quoting.with({"\"stage\":\"negotiating\""}), 1U);
}

TEST(TableImport, AsksWhoOwnsDealsWithoutAnOwner)
{
    const std::string rows = plain + "A,Edge,Proposal,$5,,2026-04-03\n";
    EXPECT_THAT(importText(rows).questions(), ElementsAre("owner"));
    EXPECT_EQ(importText(rows).with({"\"type\":\"deal\"", "\"owner\":\"unassigned\""}), 1U);
    EXPECT_EQ(importText(rows, {{"owner", "p007"}}).with({"\"type\":\"deal\"", "\"owner\":\"p007\""}), 1U);
}

TEST(TableImport, AsksInWhichEncodingAShortFileIs)
{
    const auto set = importText("商机名称,客户名称,商机阶段\n");
    EXPECT_THAT(set.questions(), testing::Not(testing::Contains("encoding:table.csv")));
    const auto doubtful = importText("Deal Name,Customer,Stage,Amount,Owner,Created\n\xC9\xCC,Edge,Proposal,$5,Ann,2026-04-03\n");
    EXPECT_THAT(doubtful.questions(), ElementsAre("encoding:table.csv"));
    EXPECT_EQ(doubtful.with({"\"name\":\"商\""}), 1U);
    const auto answered = importText("Deal Name,Customer,Stage,Amount,Owner,Created\n\xC9\xCC,Edge,Proposal,$5,Ann,2026-04-03\n",
                                     {{"encoding:table.csv", "windows-1252"}});
    EXPECT_EQ(answered.with({"\"name\":\"ÉÌ\""}), 1U);
}

TEST(TableImport, RefusesRowsOneByOneWithLineColumnAndReason)
{
    const auto set = importText(plain
                                + "A,Edge,Proposal,$5,Ann,2026-04-03\n"
                                  "B,Edge,Proposal,five,Ann,2026-04-03\n"
                                  "C,Edge,Proposal,$5,Ann,yesterday\n"
                                  ",,Proposal,$5,Ann,\n"
                                  "D,\"Edge,Proposal,$5,Ann,2026-04-03\n"
                                  "E,Edge,Proposal,$5,Ann,2026-04-03,surplus\n"
                                  "F,Edge,Proposal,$5,Ann,2026-04-05\n");
    EXPECT_EQ(set.count("deal"), 2U);
    ASSERT_EQ(set.refusals.size(), 5U);
    EXPECT_EQ(set.refusals[0].line, 3U);
    EXPECT_EQ(set.refusals[0].column, "Amount");
    EXPECT_EQ(set.refusals[0].value, "five");
    EXPECT_EQ(set.refusals[0].reason, RefusalReason::BadAmount);
    EXPECT_EQ(set.refusals[0].raw, "B,Edge,Proposal,five,Ann,2026-04-03");
    EXPECT_EQ(set.refusals[1].column, "Created");
    EXPECT_EQ(set.refusals[2].reason, RefusalReason::Missing);
    EXPECT_EQ(set.refusals[3].reason, RefusalReason::UnclosedQuote);
    EXPECT_EQ(set.refusals[4].reason, RefusalReason::TooManyCells);
}

TEST(TableImport, ACreationOnADayToComeIsRefusedAndDatesNoOtherRow)
{
    const auto set = importText(plain
                                + "A,Edge,Proposal,$5,Ann,2026-04-03\n"
                                  "B,Edge,Proposal,$5,Ann,2099-04-03\n"
                                  "C,Edge,Proposal,$5,Ann,\n");
    ASSERT_EQ(set.refusals.size(), 1U);
    EXPECT_EQ(set.refusals[0].line, 3U);
    EXPECT_EQ(set.refusals[0].column, "Created");
    EXPECT_EQ(set.refusals[0].value, "2099-04-03");
    EXPECT_EQ(set.refusals[0].reason, RefusalReason::FutureDate);
    EXPECT_FALSE(set.refusals[0].valueOnly);
    EXPECT_EQ(set.with({"2099"}), 0U);
    EXPECT_EQ(set.counts.notes.counts().at({"creation_assumed", "2026-04-03", ""}), 1U) << "of C, the last day the file names";
}

TEST(TableImport, TodayAndTheDayOfWhoIsAheadOfUsAreNotToCome)
{
    const auto refused = [](const std::string &day, const ImportContext &context) {
        return importText(plain + "A,Edge,Proposal,$5,Ann," + day + '\n', {}, context).counts.refused;
    };
    EXPECT_EQ(refused("2026-11-22 23:59", testContext()), 0U);
    EXPECT_EQ(refused("2026-11-23", testContext()), 0U);
    EXPECT_EQ(refused("2026-11-24", testContext()), 1U);
    auto sample = testContext();
    sample.today = sample.importTime + support::days(30);
    EXPECT_EQ(refused("2026-11-24", sample), 0U) << "the workspace's clock stands still, the person's does not";
}

TEST(TableImport, ACloseOnADayToComeIsLeftOutAndTheDealWasClosedByTheChangeOrTheImport)
{
    const auto set = importText("Deal Name,Customer,Stage,Amount,Owner,Created,Close Date,Closed At,Modified\n"
                                "A,Edge,Won,$5,Ann,2026-04-03,2027-01-31,,2026-05-05\n"
                                "B,Edge,Lost,$5,Ann,2026-04-03,,2027-01-31,\n"
                                "C,Edge,Proposal,$5,Ann,2026-04-03,2027-01-31,,2027-01-30\n");
    EXPECT_EQ(set.counts.refused, 0U);
    EXPECT_EQ(set.counts.leftOut, 3U);
    ASSERT_EQ(set.refusals.size(), 3U);
    EXPECT_EQ(set.refusals[0].column, "Close Date");
    EXPECT_EQ(set.refusals[1].column, "Closed At");
    EXPECT_EQ(set.refusals[2].column, "Modified");
    EXPECT_TRUE(std::ranges::all_of(set.refusals, &Refusal::valueOnly));
    EXPECT_EQ(set.refusals[0].reason, RefusalReason::FutureClose) << "it was a plan, not what has happened";
    EXPECT_EQ(set.refusals[1].reason, RefusalReason::FutureDate);
    EXPECT_EQ(set.with({"\"kind\":\"won\"", "\"occurred_at\":\"2026-05-04T16:00:00Z\""}), 1U) << "when it was last touched";
    EXPECT_EQ(set.with({"\"kind\":\"lost\"", "\"occurred_at\":\"2026-11-22T00:00:00Z\""}), 1U) << "by the import";
    EXPECT_EQ(set.with({"\"kind\":\"close_date\"", "\"date\":\"2027-01-31\""}), 1U) << "an open deal may close then";
    EXPECT_EQ(set.with({"\"stage\":null", "\"occurred_at\":\"2026-04-02T16:00:00Z\""}), 3U) << "nobody says where they began";
    EXPECT_EQ(set.with({"\"stage\":\"negotiating\"", "\"occurred_at\":\"2026-11-22T00:00:00Z\""}), 1U) << "seen by the import";
}

TEST(TableImport, TellsTheDayOnWhichAClosedDealWithoutOneIsTakenToHaveClosed)
{
    const auto set = importText("商机名称,客户名称,销售阶段,商机金额,负责人,创建日期,预计签约日期,最后修改时间\n"
                                "甲,安,赢单,5,王,2026-04-03,2027-01-31,\n"
                                "乙,安,丢单,5,王,2026-04-05,,\n"
                                "丙,安,赢单,5,王,2026-04-03,,2026-09-05\n"
                                "丁,安,赢单,5,王,2026-04-03,2026-04-30,\n"
                                "戊,安,赢单,5,王,,,\n"
                                "己,安,报价,5,王,2026-04-03,,\n");
    const auto &notes = set.counts.notes.counts();
    EXPECT_EQ(notes.at({"closed_assumed", "2026-11-22", ""}), 3U) << "of 甲, 乙 and 戊: the day of the import";
    EXPECT_EQ(set.note("closed_when_planned"), 1U);
    EXPECT_EQ(set.note("closed_when_changed"), 1U);
    EXPECT_EQ(set.with({"\"kind\":\"lost\"", "\"occurred_at\":\"2026-11-22T00:00:00Z\""}), 1U) << "not when it was created";
    ASSERT_EQ(set.refusals.size(), 1U);
    EXPECT_EQ(set.refusals[0].reason, RefusalReason::FutureClose);
}

TEST(TableImport, ACallWithSomebodyOfAnotherFileAsksForThatFile)
{
    const std::string header = "TASKID,Call Start Time,Call Owner Id,Subject,Call Type,CONTACTID,ACCOUNTID,LEADID\n";
    const auto set = importText(header
                                + "1,2026-04-03 10:00,u,Hello,Outbound,,,zcrm_7\n"
                                  "2,2026-04-03 10:00,u,Hello,Outbound,zcrm_8,,\n"
                                  "3,2026-04-03 10:00,u,Hello,Outbound,,,\n");
    ASSERT_EQ(set.refusals.size(), 3U);
    EXPECT_EQ(set.refusals[0].reason, RefusalReason::UnknownParty);
    EXPECT_EQ(set.refusals[0].column, "LEADID");
    EXPECT_EQ(set.refusals[0].value, "zcrm_7");
    EXPECT_EQ(set.refusals[1].reason, RefusalReason::UnknownParty);
    EXPECT_EQ(set.refusals[1].column, "CONTACTID");
    EXPECT_EQ(set.refusals[2].reason, RefusalReason::Missing);
    EXPECT_EQ(set.refusals[2].column, "ACCOUNTID");
}

TEST(TableImport, MovesTalkAndLeadsOfDaysToComeAreRefused)
{
    const auto history = importText("OpportunityId,StageName,CreatedDate\n1,Needs Analysis,2026-10-02 10:00\n"
                                    "1,Proposal/Price Quote,2027-10-02 10:00\n");
    EXPECT_EQ(history.count("event.stage"), 1U);
    ASSERT_EQ(history.refusals.size(), 1U);
    EXPECT_EQ(history.refusals[0].reason, RefusalReason::FutureDate);
    const auto leads = importText("线索名称,线索来源,创建时间\n甲,官网,2026-11-01\n乙,官网,2027-11-01\n");
    EXPECT_EQ(leads.count("lead"), 1U);
    ASSERT_EQ(leads.refusals.size(), 1U);
    EXPECT_EQ(leads.refusals[0].line, 3U);
}

TEST(TableImport, AnAmountBelowZeroIsLeftOutAndItsDealIsNot)
{
    const auto set = importText(plain + "A,Edge,Proposal,-300,Ann,2026-04-03\nB,Edge,Won,\"(1,200)\",Ann,2026-04-03\n");
    EXPECT_EQ(set.count("deal"), 2U);
    EXPECT_EQ(set.count("event.won"), 1U);
    EXPECT_EQ(set.count("event.amount"), 0U);
    EXPECT_EQ(set.with({"\"amount\""}), 0U);
    EXPECT_EQ(set.counts.refused, 0U);
    EXPECT_EQ(set.counts.leftOut, 2U);
    ASSERT_EQ(set.refusals.size(), 2U);
    EXPECT_EQ(set.refusals[0].line, 2U);
    EXPECT_EQ(set.refusals[0].column, "Amount");
    EXPECT_EQ(set.refusals[0].value, "-300");
    EXPECT_EQ(set.refusals[0].reason, RefusalReason::NegativeAmount);
    EXPECT_TRUE(set.refusals[1].valueOnly);
}

TEST(TableImport, SaysWhichCurrencyWasAssumedUnlessSomebodySaidIt)
{
    const std::string rows = plain + "A,Edge,Proposal,300,Ann,2026-04-03\nB,Edge,Proposal,$5,Ann,2026-04-03\n";
    const auto assumed = importText(rows);
    EXPECT_EQ(assumed.counts.notes.counts().at({"currency_assumed", "CNY", ""}), 1U);
    EXPECT_EQ(assumed.recognition.questions.at(0).rows, 1U);
    EXPECT_EQ(importText(rows, {{"currency", "EUR"}}).note("currency_assumed"), 0U);
    auto usual = testContext();
    usual.currency = support::Currency::parse("USD").value();
    EXPECT_EQ(importText(rows, {}, usual).counts.notes.counts().at({"currency_assumed", "USD", ""}), 1U);
}

TEST(TableImport, ReadsACurrencyColumnAsPeopleFillIt)
{
    const auto set = importText("Deal Name,Customer,Stage,Amount,Currency,Owner,Created\n"
                                "A,Edge,Proposal,1,RMB,Ann,2026-04-03\nB,Edge,Proposal,2,人民币,Ann,2026-04-03\n"
                                "C,Edge,Proposal,3,¥,Ann,2026-04-03\nD,Edge,Proposal,4,CNY,Ann,2026-04-03\n"
                                "E,Edge,Proposal,5,eur,Ann,2026-04-03\nF,Edge,Proposal,6,ABC,Ann,2026-04-03\n");
    EXPECT_EQ(set.with({R"("kind":"amount")", R"("currency":"CNY")"}), 4U);
    EXPECT_EQ(set.with({R"("kind":"amount")", R"("currency":"EUR")"}), 1U);
    EXPECT_EQ(set.with({R"("kind":"amount")"}), 5U);
    ASSERT_EQ(set.refusals.size(), 1U);
    EXPECT_EQ(set.refusals[0].value, "ABC");
    EXPECT_EQ(set.refusals[0].reason, RefusalReason::BadCurrency);
}

TEST(TableImport, AsksForNoCurrencyOfAmountsThatNameOne)
{
    const std::string named = plain + "A,Edge,Proposal,\"12.500,00 €\",Ann,2026-04-03\nB,Edge,Proposal,viel,Ann,2026-04-03\n";
    EXPECT_THAT(importText(named).questions(), IsEmpty());
    const auto set = importText(named + "C,Edge,Proposal,\"300,00\",Ann,2026-04-03\n");
    ASSERT_THAT(set.questions(), ElementsAre("currency"));
    EXPECT_EQ(set.recognition.questions[0].rows, 1U);
}

TEST(TableImport, OffersTheCurrencyThatItAssumesEvenIfItIsNoneOfTheUsualOnes)
{
    auto context = testContext();
    context.currency = support::Currency::parse("CHF").value();
    const auto set = importText(plain + "A,Edge,Proposal,300,Ann,2026-04-03\n", {}, context);
    ASSERT_THAT(set.questions(), ElementsAre("currency"));
    EXPECT_EQ(set.recognition.questions[0].standard, "CHF");
    EXPECT_EQ(set.recognition.questions[0].choices.front(), "CHF");
}

TEST(TableImport, CountsTheRowsThatAQuestionIsAbout)
{
    const auto set =
        importText(plain
                   + "A,Edge,Waiting,$5,Ann,2026-04-03\nB,Edge,Waiting,$5,,2026-04-03\nC,Edge,On hold,$5,,2026-04-03\n"
                     "D,Edge,Proposal,$5,,2026-04-03\n");
    std::map<std::string, std::uint64_t> rows;
    for (const Question &question : set.recognition.questions)
        rows[question.key()] = question.rows;
    EXPECT_EQ(rows, (std::map<std::string, std::uint64_t>{{"owner", 3}, {"stage:On hold", 1}, {"stage:Waiting", 2}}));
}

TEST(TableImport, AsksNothingForTheSakeOfRowsThatItRefuses)
{
    const auto set =
        importText(plain
                   + "A,Edge,Waiting,5,,someday\nB,,Waiting,5,,\nC,Edge,Waiting,5\nD,Edge,Waiting,1,5,,2026-04-03\n"
                     "E,Edge,Waiting,five,,2026-04-03\nF,Edge,Waiting,5,,2126-04-03\nG,Edge,Proposal,$5,Ann,2026-04-03\n");
    EXPECT_EQ(set.count("deal"), 2U) << "a deal of nobody's customer gets one of its own";
    EXPECT_THAT(set.questions(), ElementsAre("currency", "owner", "stage:Waiting"));
    for (const Question &question : set.recognition.questions)
        EXPECT_EQ(question.rows, 1U) << question.key();
    const auto history = importText("OpportunityId,StageName,Amount,CreatedDate\n1,Waiting,5,someday\n1,Waiting,5,\n"
                                    "1,Prospecting,,2025-12-02 10:00\n");
    EXPECT_EQ(history.counts.refused, 2U);
    EXPECT_THAT(history.questions(), IsEmpty());
}

TEST(TableImport, AStatusIsTheStageWhereATableHasNoOther)
{
    const std::string rows = "Deal Name,Customer,Status,Amount,Owner,Created\nA,Edge,Negotiation,$5,Ann,2026-04-03\n"
                             "B,Edge,Won,$5,Ann,2026-04-03\nC,Edge,Parked,$5,Ann,2026-04-03\n";
    const auto set = importText(rows, {{"stage:Parked", "ignore"}});
    EXPECT_THAT(set.questions(), ElementsAre("stage:Parked"));
    EXPECT_EQ(set.with({"\"kind\":\"stage\"", "\"stage\":\"negotiating\""}), 1U);
    EXPECT_EQ(set.with({"\"kind\":\"stage\"", "\"stage\":\""}), 1U) << "nothing is said of what was left out";
    EXPECT_EQ(set.count("event.won"), 1U);
    EXPECT_EQ(set.count("deal"), 3U);
}

TEST(TableImport, ADealWithoutACustomerGetsOneThatNoOtherDealHas)
{
    const auto set = importText("Deal ID,Deal Name,Customer,Product,Stage,Amount,Owner,Created\n"
                                "1,Alpha,,Pump,Proposal,$5,Ann,2026-04-03\n2,,,Pump,Proposal,$5,Ann,2026-04-03\n"
                                "3,,,Pump,Proposal,$5,Ann,2026-04-03\n4,,Edge,Pump,Proposal,$5,Ann,2026-04-03\n");
    EXPECT_EQ(set.note("deal_without_customer"), 3U);
    EXPECT_EQ(set.with({"\"type\":\"customer\"", "\"name\":\"Alpha\"", "assumed_customer"}), 1U);
    EXPECT_EQ(set.with({"\"type\":\"customer\"", "\"name\":\"2 · Pump\"", "assumed_customer"}), 1U);
    EXPECT_EQ(set.with({"\"type\":\"customer\"", "\"name\":\"3 · Pump\"", "assumed_customer"}), 1U);
    EXPECT_EQ(set.with({"\"type\":\"deal\"", "\"name\":\"Edge · Pump\""}), 1U);
}

TEST(TableImport, ARefusedRowLeavesNothingBehind)
{
    const auto set = importText(plain + "B,Edge,Proposal,five,Ann,2026-04-03\nA,Edge,Proposal,$5,Ann,2026-04-03\n");
    EXPECT_EQ(set.count("customer"), 1U);
    EXPECT_EQ(set.count("person"), 1U);
    EXPECT_EQ(set.count("deal"), 1U);
}

TEST(TableImport, DealsOfOneNameAndCustomerAreTwoDealsAndOneRowTwiceIsOne)
{
    const auto set = importText(
        plain + "A,Edge,Proposal,$5,Ann,2026-04-03\nA,Edge,Proposal,$9,Ann,2026-04-03\nA,Edge,Proposal,$5,Ann,2026-04-03\n");
    EXPECT_EQ(set.count("deal"), 2U);
    EXPECT_EQ(set.counts.repeated(), 1U);
}

TEST(TableImport, DealsThatLookAlikeAreNumberedInTheirOrderHoweverManyTheyAre)
{
    const auto row = [](int amount) { return "A,Edge,Proposal,$" + std::to_string(amount) + ",Ann,2026-04-03\n"; };
    std::string rows = plain;
    constexpr int alike = 3000;
    for (int amount = 1; amount <= alike; ++amount)
        rows += row(amount);
    const auto set = importText(rows + row(2) + row(alike));
    EXPECT_EQ(set.count("deal"), static_cast<std::uint64_t>(alike));
    EXPECT_EQ(set.with({"\"type\":\"deal\"", "-3000\""}), 1U);
    EXPECT_EQ(set.note("row_repeated"), 2U);
    EXPECT_EQ(set.counts.refused, 0U);
}

TEST(TableImport, TheNextExportOfADealIsTheSameDeal)
{
    const auto dealLine = [](const Imported &set) {
        return *std::ranges::find_if(set.facts,
                                     [](const std::string &fact) { return fact.find("\"type\":\"deal\"") != std::string::npos; });
    };
    EXPECT_EQ(dealLine(importText(plain + "A,Edge,Proposal,$5,Ann,2026-04-03\n")),
              dealLine(importText(plain + "A,Edge,Negotiation,$9,Ann,2026-04-03\n")));
}

TEST(TableImport, UsesTheIdsOfPeopleAndCustomersThatTheWorkspaceKnows)
{
    auto context = testContext();
    context.people["ann"] = "p001";
    context.customers["edge"] = "c001";
    const auto set = importText(plain + "A,EDGE,Proposal,$5,Ann,2026-04-03\n", {}, context);
    EXPECT_EQ(set.with({"\"type\":\"deal\"", "\"owner\":\"p001\"", "\"customer\":\"c001\""}), 1U);
    EXPECT_EQ(set.count("person"), 0U) << "the workspace describes them better";
    EXPECT_EQ(set.count("customer"), 0U);
}

TEST(TableImport, ATableOfCustomersDescribesThoseThatTheWorkspaceKnowsAnew)
{
    auto context = testContext();
    context.customers["一诺科技"] = "c001";
    const auto set = importText("客户名称,客户行业\n一诺科技,软件\n", {}, context);
    EXPECT_EQ(set.with({"\"type\":\"customer\"", "\"id\":\"c001\"", "\"industry\":\"软件\""}), 1U);
}

TEST(TableImport, MergesCustomersOnlyWhenTold)
{
    const std::string rows =
        plain + "A,Edge Communications,Proposal,$5,Ann,2026-04-03\nB,Edge Communications Inc.,Proposal,$5,Ann,2026-04-03\n";
    EXPECT_EQ(importText(rows).count("customer"), 2U);
    const auto merged = importText(rows, {}, testContext(), {{"Edge Communications Inc.", "Edge Communications"}});
    EXPECT_EQ(merged.count("customer"), 1U);
    EXPECT_EQ(merged.with({"\"type\":\"deal\"", "\"customer\":\"Edge Communications\""}), 2U);
}

TEST(TableImport, SaysWhenTwoColumnsOfAFileAreWrittenInTwoOrdersAndAsksForTheRest)
{
    const std::string rows = "Deal Name,Customer,Stage,Created,Close Date,Last Modified\n"
                             "A,Edge,Proposal,25/01/2026,12/25/2026,03/02/2026\n";
    const auto both = importText(rows);
    EXPECT_EQ(both.counts.notes.counts().count({"date_orders_differ", "Created", "Close Date"}), 1U);
    ASSERT_FALSE(both.recognition.questions.empty());
    EXPECT_EQ(both.recognition.questions.front().key(), "date_order:Last Modified") << "nothing in the file can tell";
    const auto one = importText("Deal Name,Customer,Stage,Created,Close Date\nA,Edge,Proposal,25/01/2026,05/06/2026\n");
    EXPECT_EQ(one.counts.notes.total("date_orders_differ"), 0U);
    EXPECT_TRUE(std::ranges::none_of(one.recognition.questions, [](const Question &question) {
        return question.code == QuestionCode::DateOrder;
    })) << "one hand wrote the file";
}

TEST(TableImport, AsksWhenOneColumnProvesBothOrders)
{
    const auto mixed = importText("Deal Name,Customer,Stage,Created,Close Date\nA,Edge,Proposal,25/01/2026,12/25/2026\n"
                                  "B,Edge,Proposal,03/04/2026,25/12/2026\nC,Edge,Proposal,03/04/2026,03/04/2026\n");
    ASSERT_FALSE(mixed.recognition.questions.empty());
    EXPECT_EQ(mixed.recognition.questions.front().key(), "date_order:Close Date");
}

TEST(TableImport, SaysThatATableHasAHeaderAndNoRows)
{
    const auto set = importAll({memoryInput("moves.csv", "OpportunityId,StageName,CreatedDate\n"),
                                memoryInput("deals.csv", "Id,Name,AccountId,StageName,CloseDate,CreatedDate,OwnerId\n"
                                                         "1,A,9,Prospecting,2026-12-01,2025-10-01,7\n")});
    EXPECT_EQ(set.counts.notes.counts().at({"no_rows", "moves.csv", ""}), 1U);
    EXPECT_EQ(set.note("no_rows"), 1U);
    EXPECT_THAT(importText(plain).questions(), IsEmpty()) << "there are no rows that held on some day";
}

TEST(TableImport, AFileThatIsEmptyOrNoTextIsSaidToBe)
{
    std::string noise;
    for (unsigned i = 1; i < 3000; ++i)
        noise += static_cast<char>(i * 2654435761U >> 13U);
    for (const std::string &bytes : {noise, std::string()}) {
        const auto looked = recognise(std::vector{memoryInput("junk.bin", bytes)}, builtinProfiles(), testContext());
        ASSERT_FALSE(looked);
        EXPECT_EQ(looked.error().code, support::ErrorCode::UnknownFormat);
        EXPECT_EQ(looked.error().subject, "junk.bin");
    }
}

TEST(TableImport, AMergeIsFollowedToItsEnd)
{
    const auto merged =
        importText("Deal Name,Customer,Stage,Created\nA,Edge,Proposal,2026-01-05\nB,Edge Inc,Proposal,2026-01-05\n"
                   "C,Edge Inc.,Proposal,2026-01-05\n",
                   {}, testContext(), {{"Edge Inc.", "Edge Inc"}, {"Edge Inc", "Edge"}});
    EXPECT_EQ(merged.count("customer"), 1U);
    EXPECT_EQ(merged.with({"\"type\":\"deal\"", "\"customer\":\"Edge\""}), 3U);
}

TEST(TableImport, AMergeOfACustomerWhoIsNotThereIsRefusedWhole)
{
    const std::vector<Input> inputs{memoryInput("t.csv", "Deal Name,Customer,Stage,Created\nA,Edge,Proposal,2026-01-05\n")};
    const auto wrongOf = [&](const std::map<std::string, std::string> &merges) {
        const auto recognition = recognise(inputs, builtinProfiles(), testContext()).value();
        const ImportHandlers handlers{
            [](const RowPlace &, const domain::Record &) -> support::Result<void> { return {}; }, {}, {}};
        const auto counts = importTables(inputs, {recognition, {}, merges}, testContext(), handlers);
        return counts ? std::string("none") : std::string(support::name(counts.error().code)) + ' ' + counts.error().subject;
    };
    EXPECT_EQ(wrongOf({{"Edg", "Edge"}}), "bad_choice Edg") << "nobody here is called so";
    EXPECT_EQ(wrongOf({{"Edge", "Kante"}}), "bad_choice Kante") << "neither the files nor the workspace know it";
    EXPECT_EQ(wrongOf({{"Edge", "Edge"}}), "bad_choice Edge") << "a circle";
}

TEST(TableImport, PreviewShowsTheFirstFactsTheCountsAndPossibleDuplicates)
{
    const std::vector<Input> inputs{memoryInput(
        "t.csv", plain
                     + "A,Edge Communications,Proposal,$5,Ann,2026-04-03\nB,edge communications,Proposal,x,Ann,2026-04-03\n"
                       "C,\"Edge Communications, Inc.\",Proposal,$5,Ann,2026-04-03\n")};
    const auto context = testContext();
    const ImportPlan plan{recognise(inputs, builtinProfiles(), context).value(), {}, {}};
    const auto preview = previewImport(inputs, plan, context, 2).value();
    EXPECT_EQ(preview.facts.size(), 2U);
    EXPECT_EQ(preview.counts.byType.at("deal"), 2U);
    EXPECT_EQ(preview.refusals.size(), 1U);
    ASSERT_EQ(preview.duplicates.size(), 1U);
    EXPECT_THAT(preview.duplicates[0].reasons, ElementsAre(DuplicateReason::SameLegalForm));
}

TEST(TableImport, AHistoryWithoutItsDealsRefusesRowsOfUnknownOnesWhenDealsAreThere)
{
    const auto set = importAll(
        {memoryInput("o.csv",
                     "Id,Name,AccountId,StageName,CloseDate,CreatedDate,OwnerId\n1,A,9,Prospecting,2026-12-01,2026-10-01,7\n"),
         memoryInput(
             "h.csv",
             "OpportunityId,StageName,CreatedDate\n1,Needs Analysis,2026-10-02 10:00\n2,Needs Analysis,2026-10-02 10:00\n")});
    EXPECT_EQ(set.recognition.profile->id, "salesforce");
    EXPECT_EQ(set.count("event.stage"), 1U);
    ASSERT_EQ(set.refusals.size(), 1U);
    EXPECT_EQ(set.refusals[0].reason, RefusalReason::UnknownDeal);
    EXPECT_EQ(set.refusals[0].file, "h.csv");
}

TEST(TableImport, AHistoryOfDealsThatTheWorkspaceKnowsCreatesNone)
{
    auto context = testContext();
    context.knowsDeal = [](const std::string &id) { return id == "1"; };
    const auto set =
        importText("OpportunityId,StageName,CreatedDate\n1,Needs Analysis,2026-10-02 10:00\n2,Needs Analysis,2026-10-02 10:00\n",
                   {}, context);
    EXPECT_EQ(set.count("deal"), 1U);
    EXPECT_EQ(set.count("event.stage"), 2U);
}

TEST(TableImport, StopsWhenToldAndReportsItsProgress)
{
    std::string rows = plain;
    for (int i = 0; i < 20'000; ++i)
        rows += std::to_string(i) + ",Edge,Proposal,$5,Ann,2026-04-03\n";
    const std::vector<Input> inputs{memoryInput("t.csv", rows)};
    const auto context = testContext();
    const ImportPlan plan{recognise(inputs, builtinProfiles(), context).value(), {}, {}};
    std::stop_source stop;
    std::uint64_t last = 0;
    const ImportHandlers handlers{[](const exchange::RowPlace &, const domain::Record &) -> support::Result<void> { return {}; },
                                  {},
                                  [&](std::uint64_t done, std::uint64_t total) {
                                      EXPECT_GE(done, last);
                                      EXPECT_LE(done, total);
                                      last = done;
                                      if (done > total / 2)
                                          stop.request_stop();
                                  }};
    EXPECT_EQ(importTables(inputs, plan, context, handlers, stop.get_token()).error().code, ErrorCode::Cancelled);
    EXPECT_LT(last, inputs[0].size);
    EXPECT_EQ(recognise(inputs, builtinProfiles(), context, {}, {{}, stop.get_token()}).error().code, ErrorCode::Cancelled);
}

TEST(TableImport, AFileThatCannotBeReadDoesNotStopTheOthers)
{
    const Input good = memoryInput("hub.csv", "Deal ID,Deal Name,Stage,Owner,Created\n1,A,Proposal,Ann,2026-04-03\n");
    const Input bad = memoryInput("bad.xlsx", "PK\x03\x04 broken");
    const Input old = memoryInput("old.xls", "\xD0\xCF\x11\xE0 old excel");
    for (const auto &inputs : {std::vector{good, bad, old}, std::vector{bad, good, old}}) {
        const auto set = importAll(inputs);
        EXPECT_EQ(set.count("deal"), 1U);
        ASSERT_EQ(set.recognition.unused.size(), 2U);
        EXPECT_EQ(set.recognition.unused[0].name, "bad.xlsx");
        EXPECT_EQ(set.recognition.unused[0].unread->code, ErrorCode::FileDamaged);
        EXPECT_EQ(set.recognition.unused[0].unread->subject, "bad.xlsx");
        EXPECT_EQ(set.recognition.unused[1].unread->code, ErrorCode::UnknownFormat);
    }
    EXPECT_EQ(recognise(std::vector{bad, old}, builtinProfiles(), testContext()).error().subject, "bad.xlsx");
}

TEST(TableImport, WhereNothingShowsTheOrderOfDatesTheCountryOfTheWorkspaceDoes)
{
    const std::string doubtful = "Deal ID,Deal Name,Stage,Owner,Created\n1,A,Proposal,Ann,03/04/2026\n";
    auto context = testContext();
    EXPECT_EQ(importText(doubtful).recognition.questions.front().standard, "dmy");
    EXPECT_EQ(importText(doubtful, {}, context).with({"\"type\":\"deal\"", "2026-04-02T16:00:00Z"}), 1U);
    context.zone = support::TimeZone::named("America/New_York").value();
    const auto there = importText(doubtful, {}, context);
    EXPECT_EQ(there.recognition.questions.front().key(), "date_order:Created");
    EXPECT_EQ(there.recognition.questions.front().standard, "mdy");
    EXPECT_EQ(there.with({"\"type\":\"deal\"", "2026-03-04T05:00:00Z"}), 1U);
    const auto proven = importText(doubtful + "2,B,Proposal,Ann,13/04/2026\n", {}, context);
    EXPECT_EQ(proven.with({"\"type\":\"deal\"", "2026-04-03T04:00:00Z"}), 1U) << "the file shows it";
}

TEST(TableImport, EndsWithTheErrorOfWhoTakesTheFacts)
{
    const std::vector<Input> inputs{memoryInput("t.csv", chinese)};
    const auto context = testContext();
    const ImportPlan plan{recognise(inputs, builtinProfiles(), context).value(), {}, {}};
    const ImportHandlers handlers{[](const exchange::RowPlace &, const domain::Record &) -> support::Result<void> {
                                      return support::failure(ErrorCode::DiskFull, "", "no room");
                                  },
                                  {},
                                  {}};
    EXPECT_EQ(importTables(inputs, plan, context, handlers).error().code, ErrorCode::DiskFull);
}

TEST(TableImport, RefusesFilesThatAreNoTables)
{
    const auto codeOf = [](const std::string &bytes) {
        const std::vector<Input> inputs{memoryInput("x", bytes)};
        const auto recognition = recognise(inputs, builtinProfiles(), testContext());
        return recognition ? ErrorCode::Cancelled : recognition.error().code;
    };
    EXPECT_EQ(codeOf(""), ErrorCode::UnknownFormat);
    EXPECT_EQ(codeOf("hello world\n"), ErrorCode::UnknownColumns);
    EXPECT_EQ(codeOf("%PDF-1.7 ..."), ErrorCode::UnknownFormat);
    EXPECT_EQ(codeOf("\xD0\xCF\x11\xE0 old excel"), ErrorCode::UnknownFormat);
    EXPECT_EQ(codeOf("PK\x03\x04 broken"), ErrorCode::FileDamaged);
}

TEST(TableImport, SaysWhichColumnsNoProfileKnows)
{
    const std::vector<Input> inputs{memoryInput("odd.csv", "a,b,c\n1,2,3\n")};
    for (const std::string_view only : {"", "salesforce"})
        EXPECT_EQ(recognise(inputs, builtinProfiles(), testContext(), {.profile = std::string(only)}).error().subject,
                  "odd.csv: a, b, c");
    const std::vector<Input> longer{memoryInput("longer.csv", "Title\na,b,c\n1,2,3\n4,5,6,7\n")};
    EXPECT_EQ(recognise(longer, builtinProfiles(), testContext()).error().subject, "longer.csv: a, b, c");
    const std::vector<Input> wide{memoryInput("wide.csv", "1,2,3,4,5,6,7,8,9\n")};
    EXPECT_EQ(recognise(wide, builtinProfiles(), testContext()).error().subject, "wide.csv: 1, 2, 3, 4, 5, 6, 7, 8, …");
    const std::vector<Input> empty{memoryInput("empty.csv", "")};
    EXPECT_EQ(recognise(empty, builtinProfiles(), testContext()).error().subject, "empty.csv");
}

TEST(TableImport, TakesTheProfileItIsToldToTake)
{
    const std::vector<Input> inputs{memoryInput("t.csv", chinese)};
    EXPECT_EQ(recognise(inputs, builtinProfiles(), testContext(), {.profile = "generic"}).value().profile->id, "generic");
    EXPECT_EQ(recognise(inputs, builtinProfiles(), testContext(), {.profile = "nosuch"}).error().code, ErrorCode::UnknownProfile);
}

RC_GTEST_PROP(TableImport, EveryRowIsFactsOrARefusalWhateverItsCells, ())
{
    const auto cell = rc::gen::element<std::string>("", "A", "Edge", "Proposal", "Won", "$5", "2026-04-03", "13/14/2026", "-",
                                                    "\xFF", "九", "1e9", "x y");
    const auto rows =
        *rc::gen::container<std::vector<std::vector<std::string>>>(rc::gen::container<std::vector<std::string>>(6, cell));
    std::string text = plain;
    std::size_t filled = 0;
    for (const auto &row : rows) {
        for (std::size_t i = 0; i < row.size(); ++i)
            text += (i == 0 ? "" : ",") + row[i];
        text += '\n';
        filled += std::ranges::any_of(row, [](const std::string &one) { return !one.empty(); }) ? 1U : 0U;
    }
    const auto set = importText(text);
    RC_ASSERT(set.counts.rows == filled);
    RC_ASSERT(set.count("deal") + set.counts.refused + set.note("row_repeated") == filled);
    RC_ASSERT(importText(text).facts == set.facts);
}

} // namespace exchange
