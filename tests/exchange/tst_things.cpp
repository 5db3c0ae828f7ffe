// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "importfixture.h"

#include <gmock/gmock.h>

namespace exchange {

using testing::IsEmpty;

namespace {

const std::string plain = "Deal Name,Customer,Stage,Amount,Owner,Created\n";

} // namespace

TEST(Things, CustomersAndPeopleKnownByTheirIdsAloneAreCountedWithTheFileThatNamesThem)
{
    const std::string deals = "Id,Name,AccountId,StageName,CloseDate,CreatedDate,OwnerId\n"
                              "1,A,001,Prospecting,2026-12-01,2026-10-01,005\n2,B,001,Prospecting,2026-12-01,2026-10-01,006\n"
                              "3,C,002,Prospecting,never,2026-10-01,007\n";
    const auto alone = importText(deals);
    EXPECT_EQ(alone.counts.notes.counts().at({"customer_unnamed", "Account", ""}), 1U) << "a refused row brings nobody";
    EXPECT_EQ(alone.counts.notes.counts().at({"person_unnamed", "User", ""}), 2U);
    const std::string accounts = "Id,Name,Industry,Ownership\n001,Edge,Energy,Public\n";
    const auto both = importAll({memoryInput("o.csv", deals), memoryInput("a.csv", accounts)});
    EXPECT_EQ(both.note("customer_unnamed") + both.note("customer_nameless"), 0U);
    EXPECT_EQ(both.note("person_unnamed"), 2U);
    const std::string other = "Id,Name,Industry,Ownership\n009,Kante,Energy,Public\n";
    EXPECT_EQ(importAll({memoryInput("o.csv", deals), memoryInput("a.csv", other)}).note("customer_nameless"), 1U)
        << "the file that would name it is there and does not";
}

TEST(Things, WhatTheWorkspaceDescribesKeepsItsNameWhenARowMentionsItsIdAlone)
{
    auto context = testContext();
    context.customers["edge"] = "001";
    context.people["ann"] = "005";
    context.knowsThing = [](std::string_view, const std::string &id) { return id == "001" || id == "005"; };
    const auto set = importText("Id,Name,AccountId,StageName,CloseDate,CreatedDate,OwnerId\n"
                                "1,A,001,Prospecting,2026-12-01,2026-10-01,005\n",
                                {}, context);
    EXPECT_EQ(set.with({"\"type\":\"deal\"", "\"customer\":\"001\"", "\"owner\":\"005\""}), 1U);
    EXPECT_EQ(set.count("customer") + set.count("person") + set.count("team"), 0U);
    EXPECT_EQ(set.note("customer_unnamed") + set.note("person_unnamed"), 0U);
    const auto answered = importText(plain + "A,Edge,Proposal,$5,,2026-04-03\n", {{"owner", "005"}}, context);
    EXPECT_EQ(answered.count("person"), 0U) << "who is answered is somebody already";
}

TEST(Things, OfOneNameAreTwoWhereTheirIdsStandInTheRowsAndOneWhereOnlyTheNameDoes)
{
    const std::string rows =
        "1,A,c1,Edge,x1,Widget,p1,Ann,Proposal,2026-04-03\n2,B,c2,Edge,x2,Widget,p2,Ann,Proposal,2026-04-03\n";
    for (const std::string header :
         {"Deal ID,Deal Name,Customer ID,Customer,Product ID,Product,Owner ID,Owner,Stage,Created\n",
          "商机编号,商机名称,客户编号,客户名称,产品编号,产品名称,负责人编号,负责人,商机阶段,创建时间\n"}) {
        const auto set = importText(header + rows);
        for (const char number : {'1', '2'})
            EXPECT_EQ(set.with({"\"type\":\"deal\"", std::string("\"customer\":\"c") + number,
                                std::string("\"owner\":\"p") + number, std::string("\"product\":\"x") + number}),
                      1U)
                << header;
    }
    const auto named = importText("Deal Name,Customer,Product,Owner,Stage,Created\nA,Edge,Widget,Ann,Proposal,2026-04-03\n"
                                  "B,Edge,Widget,Ann,Proposal,2026-04-03\n");
    EXPECT_EQ(named.count("customer") + named.count("product") + named.count("person"), 3U);
}

TEST(Things, IdsThatLookAlikeAreNoDuplicates)
{
    const std::vector<Input> inputs{memoryInput("o.csv", "Id,Name,AccountId,StageName,CloseDate,CreatedDate,OwnerId\n"
                                                         "1,A,001bm00001ZL8U,Prospecting,2026-12-01,2026-10-01,7\n"
                                                         "2,B,001bm00001ZL8V,Prospecting,2026-12-01,2026-10-01,7\n")};
    const auto context = testContext();
    const ImportPlan plan{recognise(inputs, builtinProfiles(), context).value(), {}, {}};
    EXPECT_THAT(previewImport(inputs, plan, context, 2).value().duplicates, IsEmpty());
}

} // namespace exchange
