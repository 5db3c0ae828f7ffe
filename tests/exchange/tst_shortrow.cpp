// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "importfixture.h"

#include <gtest/gtest.h>

namespace exchange {

namespace {

/// What a row may leave out stands at its end.
const std::string wide = "Deal ID,Deal Name,Stage,Amount,Customer,Owner,Created,Next Step,Notes\n";

} // namespace

TEST(ShortRow, ARowThatEndsBeforeItsCustomerOwnerOrDayIsLeftOutInsteadOfMadeUp)
{
    const auto set = importText(wide
                                + "1,Alpha,Proposal,$5,Edge,Ann,2026-04-03,call,x\n"
                                  "2,Beta,Proposal\n"
                                  "3,Gamma,Proposal,$5,Edge\n"
                                  "4,Delta,Proposal,$5,Edge,Ann\n");
    EXPECT_EQ(set.count("deal"), 1U);
    EXPECT_EQ(set.count("customer"), 1U);
    EXPECT_EQ(set.count("person"), 1U);
    ASSERT_EQ(set.refusals.size(), 3U);
    EXPECT_TRUE(std::ranges::all_of(set.refusals, [](const Refusal &one) { return one.reason == RefusalReason::TooFewCells; }));
    EXPECT_EQ(set.refusals[0].line, 3U);
    EXPECT_EQ(set.refusals[0].column, "Customer");
    EXPECT_EQ(set.refusals[0].value, "3/9");
    EXPECT_EQ(set.refusals[1].column, "Owner");
    EXPECT_EQ(set.refusals[2].column, "Created");
    EXPECT_EQ(set.refusals[2].value, "6/9");
}

TEST(ShortRow, TheLastCellsOfARowMayBeLeftOutWhereTheyMayBeEmpty)
{
    const auto set = importText(wide + "1,Alpha,Proposal,$5,Edge,Ann,2026-04-03\n2,Beta,Proposal,,Edge,Ann,2026-04-03,call\n");
    EXPECT_EQ(set.count("deal"), 2U);
    EXPECT_EQ(set.counts.refused, 0U);
}

TEST(ShortRow, AnEmptyOwnerThatStandsInItsRowIsNoRowCutShort)
{
    const auto set = importText(wide + "1,Alpha,Proposal,$5,,,2026-04-03,,\n");
    EXPECT_EQ(set.counts.refused, 0U);
    EXPECT_EQ(set.note("owner_assumed"), 1U);
    EXPECT_EQ(set.note("deal_without_customer"), 1U);
}

TEST(ShortRow, TheRestOfARowWhoseQuoteBrokeItIsNoDealOfItsOwn)
{
    const auto set = importText(wide
                                + "1,Alpha,Proposal,$5,Edge,Ann,2026-04-03,call,x\n"
                                  "2,\"Beta\n"
                                  "of the north,Proposal\n"
                                  "3,Gamma,Proposal,$5,Edge,Ann,2026-04-03,call,x\n");
    EXPECT_EQ(set.count("deal"), 2U);
    EXPECT_EQ(set.count("customer"), 1U);
    ASSERT_EQ(set.refusals.size(), 2U);
    EXPECT_EQ(set.refusals[0].line, 3U);
    EXPECT_EQ(set.refusals[0].reason, RefusalReason::UnclosedQuote);
    EXPECT_EQ(set.refusals[1].line, 4U);
    EXPECT_EQ(set.refusals[1].reason, RefusalReason::TooFewCells);
}

TEST(ShortRow, ARowOfAnyKindThatEndsTooEarlyIsLeftOut)
{
    const auto reasonOf = [](const std::string &text) {
        const auto set = importText(text);
        return set.refusals.empty() ? std::string("none")
                                    : std::string(name(set.refusals[0].reason)) + ' ' + set.refusals[0].column;
    };
    EXPECT_EQ(reasonOf("线索名称,手机,线索来源,创建时间\n甲,138,官网\n"), "too_few_cells 创建时间");
    EXPECT_EQ(reasonOf("OpportunityId,StageName,CreatedDate\n1,Needs Analysis\n"), "too_few_cells CreatedDate");
    EXPECT_EQ(reasonOf("TASKID,Call Start Time,Call Owner Id,Subject,Call Type,CONTACTID,ACCOUNTID,LEADID\n1,2026-04-03 10:00,u\n"
                       "2,2026-04-03 10:00,u,x,Outbound,,a,\n"),
              "too_few_cells Call Type");
}

TEST(ShortRow, ARowOfTotalsIsNoDeal)
{
    const std::string first = "Deal ID,Deal Name,Stage,Amount,Customer,Owner,Created\n1,Alpha,Proposal,$5,Edge,Ann,2026-04-03\n";
    for (const std::string last : {"合计,,,1325000,,,", "Total,,,100,,,", ",小计,,¥100,,,", ",总计：,,100,,,", "合 计,,,100,,,",
                                   "Grand Total (36 records),,,\"1,325,000.00\",,,", "Summe,,,100,,,", ",Sub-total,,100,,,",
                                   "Total,,,100", "TOTAL,,,,,,"}) {
        const auto set = importText(first + last + '\n');
        EXPECT_EQ(set.count("deal"), 1U) << last;
        ASSERT_EQ(set.refusals.size(), 1U) << last;
        EXPECT_EQ(set.refusals[0].reason, RefusalReason::TotalsRow) << last;
        EXPECT_EQ(set.refusals[0].line, 3U) << last;
    }
}

TEST(ShortRow, ADealThatIsCalledTotalIsOne)
{
    const std::string first = "Deal ID,Deal Name,Stage,Amount,Customer,Owner,Created\n";
    for (const std::string row :
         {"2,Total,Proposal,$5,,,", ",Total,,$5,Edge,Ann,2026-04-03", ",Total,Proposal,$5,,,", "7,Total,,$5,,,"})
        EXPECT_EQ(importText(first + row + '\n').count("deal"), 1U) << row;
}

TEST(ShortRow, AnErrorOfASpreadsheetIsRefusedOrLeftOutAndNeverText)
{
    const auto set = importText("Deal ID,Deal Name,Stage,Amount,Customer,Owner,Created,Remark\n"
                                "1,Alpha,Proposal,$5,Edge,Ann,2026-04-03,#NAME?\n"
                                "2,Beta,Proposal,#REF!,Edge,Ann,2026-04-03,\n"
                                "#VALUE!,Gamma,Proposal,$5,Edge,Ann,2026-04-03,\n"
                                "4,Delta,Proposal,$5,Edge,#REF!,2026-04-03,\n");
    EXPECT_EQ(set.count("deal"), 2U);
    EXPECT_EQ(set.with({"#"}), 0U);
    EXPECT_EQ(set.counts.refused, 2U);
    EXPECT_EQ(set.counts.leftOut, 2U);
    EXPECT_EQ(set.counts.reasons.at(RefusalReason::ErrorValue), 4U);
    EXPECT_EQ(set.note("owner_assumed"), 1U);
}

} // namespace exchange
