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

} // namespace exchange
