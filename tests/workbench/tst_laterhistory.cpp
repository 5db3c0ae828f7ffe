// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "exports.h"

using testing::ElementsAre;
using testing::IsEmpty;
using tests::Exports;
using namespace workbench;

namespace {

const std::string deals = "Id,Name,AccountId,StageName,CloseDate,CreatedDate,OwnerId,Amount\n";
const std::string touched = "Id,Name,AccountId,StageName,CloseDate,CreatedDate,OwnerId,LastModifiedDate\n";
const std::string moves = "OpportunityId,StageName,CreatedDate\n";
const std::string actions = "OpportunityId,StageName,CreatedDate,CreatedById\n";
const std::string owned = "OpportunityId,StageName,CreatedDate,Holder\n";

const exchange::Told holdersAreIds{.columns = {{"Holder", exchange::Meaning::OwnerId}}};
const exchange::Told holdersAreNames{.columns = {{"Holder", exchange::Meaning::OwnerName}}};

const std::string oneAnn = R"({"type":"team","id":"t","name":"East"}
{"type":"person","id":"p1","name":"Ann Lee","role":"manager","team":"t"}
)";

} // namespace

TEST(LaterHistory, ThatStopsBeforeItsDealEndsItOnlyOnce)
{
    const std::vector<std::string> untouched{deals + "1,A,9,Closed Won,2026-02-01,2026-01-01,7,500\n",
                                             moves + "1,Prospecting,2026-01-01 10:00\n1,Needs Analysis,2026-03-01 10:00\n"};
    const std::vector<std::string> modified{touched + "1,A,9,Closed Won,2026-02-01,2026-01-01,7,2026-04-01\n", untouched[1]};
    for (const auto &files : {untouched, modified}) {
        Exports to;
        to.bringFiles("2026-04-10", files);
        const auto way = to.way({"won", "reopened"});
        EXPECT_THAT(way, ElementsAre("2026-03-01 won "));
        for (const std::string day : {"2026-04-20", "2026-05-20"}) {
            const ImportReport again = to.bringFiles(day, files);
            EXPECT_EQ(again.created + again.updated, 0U);
            EXPECT_EQ(to.way({"won", "reopened"}), way);
        }
    }
}

TEST(LaterHistory, OfADealThatIsOpenThereEndsItByTheImportWhereNoDaySaysWhen)
{
    const std::string way = moves + "1,Prospecting,2026-01-01 10:00\n1,Needs Analysis,2026-03-01 10:00\n";
    Exports to;
    to.bringFiles("2026-03-10", {deals + "1,A,9,Needs Analysis,2026-02-01,2026-01-01,7,500\n", way});
    for (const std::string day : {"2026-04-10", "2026-05-10"})
        to.bringFiles(day, {deals + "1,A,9,Closed Won,2026-02-01,2026-01-01,7,500\n", way});
    EXPECT_THAT(to.way({"won", "reopened"}), ElementsAre("2026-04-10 won "));
}

TEST(LaterHistory, GoesOnFromALossThatADealsRowSaid)
{
    Exports to;
    const std::string lost = deals + "1,A,9,Closed Lost,2026-01-05,2026-01-01,7,500\n";
    to.bringFiles("2026-02-10", {lost, moves + "1,Prospecting,2026-01-01 10:00\n"});
    const std::vector<std::string> won{deals + "1,A,9,Closed Won,2026-03-05,2026-01-01,7,500\n",
                                       moves + "1,Needs Analysis,2026-02-01 10:00\n"};
    for (const std::string day : {"2026-04-10", "2026-05-10"})
        to.bringFiles(day, won);
    EXPECT_THAT(to.way({"lost", "reopened", "won"}), ElementsAre("2026-01-04 lost ", "2026-02-01 reopened ", "2026-03-04 won "));
}

TEST(LaterHistory, ThatNamesOnlyWhoActedLeavesTheOwnerToTheDealsRow)
{
    const std::string way = actions + "1,Prospecting,2026-01-01 10:00,U9\n";
    Exports to;
    to.bringFiles("2026-02-10", {touched + "1,A,9,Prospecting,2026-06-01,2026-01-01,U1,2026-01-01\n", way});
    const std::vector<std::string> later{touched + "1,A,9,Prospecting,2026-06-01,2026-01-01,U2,2026-03-01\n", way};
    to.bringFiles("2026-03-10", later);
    EXPECT_THAT(to.way({"owner"}), ElementsAre("2026-02-28 owner U2"));
    EXPECT_EQ(to.bringFiles("2026-03-20", later).created, 0U);
}

TEST(LaterHistory, OfNewRowsOnlyTellsWhoHasTheDealNow)
{
    Exports to;
    to.bringFiles("2026-02-10", {deals + "1,A,9,Prospecting,2026-06-01,2026-01-01,ann,500\n"});
    const std::vector<std::string> later{deals + "1,A,9,Needs Analysis,2026-06-01,2026-01-01,bob,500\n",
                                         owned + "1,Needs Analysis,2026-03-01 10:00,bob\n"};
    to.bringFiles("2026-03-10", later, holdersAreIds);
    EXPECT_THAT(to.way({"owner"}), ElementsAre("2026-03-01 owner bob"));
    EXPECT_EQ(to.bringFiles("2026-03-20", later, holdersAreIds).created, 0U);
}

TEST(LaterHistory, OfWhoHadADealBeforeItsRowSaysSoComesToTheSameAgain)
{
    const std::vector<std::string> files{deals + "1,A,9,Needs Analysis,2026-06-01,2026-01-01,bob,500\n",
                                         owned + "1,Prospecting,2026-01-01 10:00,ann\n1,Needs Analysis,2026-02-01 10:00,bob\n"};
    Exports to;
    to.bringFiles("2026-03-10", files, holdersAreIds);
    EXPECT_THAT(to.way({"owner"}), ElementsAre("2026-01-01 owner ann", "2026-02-01 owner bob"));
    EXPECT_EQ(to.bringFiles("2026-03-20", files, holdersAreIds).created, 0U);
}

TEST(LaterHistory, ThatKnowsItsOwnersByNameMeansThePeopleOfTheWorkspace)
{
    const std::string way = owned + "1,Prospecting,2026-01-01 10:00,Ann Lee\n";
    const std::string ownerless = "Id,Name,AccountId,StageName,CloseDate,CreatedDate\n1,A,9,Prospecting,2026-06-01,2026-01-01\n";
    for (const std::vector<std::string> &files : {std::vector{way}, std::vector{ownerless, way}}) {
        Exports to;
        to.desk.import(oneAnn);
        to.bringFiles("2026-03-10", files, holdersAreNames);
        EXPECT_EQ(to.with({R"("type":"deal")", R"("owner":"p1")"}), 1U);
        EXPECT_EQ(to.with({R"("type":"person")"}), 1U);
    }
}

TEST(LaterHistory, WhoseOwnersNameSeveralPeopleBearChoosesNobody)
{
    Exports to;
    to.desk.import(oneAnn + R"({"type":"person","id":"p2","name":"Ann Lee","role":"rep","team":"t"})" + '\n');
    const ImportReport report =
        to.bringFiles("2026-03-10", {owned + "1,Prospecting,2026-01-01 10:00,Ann Lee\n"}, holdersAreNames);
    EXPECT_EQ(to.with({R"("type":"deal")", R"("owner":"unassigned")"}), 1U);
    EXPECT_EQ(to.with({R"("id":"Ann Lee")"}), 0U);
    EXPECT_GE(report.notes.counts().at({"name_shared", "Ann Lee", "p1, p2"}), 1U);
}

TEST(LaterHistory, LeavesWhatStandsNowToTheRowOfItsDeal)
{
    const std::string way =
        "OpportunityId,StageName,CreatedDate,Amount,CloseDate\n1,Prospecting,2026-01-01 10:00,400,2025-06-01\n";
    const std::string now = "Id,Name,AccountId,StageName,CloseDate,CreatedDate,OwnerId,LastModifiedDate,Amount\n"
                            "1,A,9,Prospecting,2026-08-01,2026-01-01,7,2026-01-01 10:00,500\n";
    Exports to;
    to.bringFiles("2026-02-10", {now, way});
    EXPECT_THAT(to.way({"close_date"}), ElementsAre("2026-01-01 close_date 2025-06-01", "2026-01-01 close_date 2026-08-01"));
    EXPECT_THAT(to.way({"amount"}), ElementsAre("2026-01-01 amount 400", "2026-01-01 amount 500"));
    for (const std::vector<std::string> &files : {std::vector{now, way}, std::vector{now}})
        EXPECT_EQ(to.bringFiles("2026-02-20", files).created, 0U);
}
