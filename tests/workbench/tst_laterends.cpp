// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "exports.h"

using testing::ElementsAre;
using testing::IsEmpty;
using tests::Exports;
using namespace workbench;

namespace {

const std::string closed = "Deal ID,Deal Name,Customer,Stage,Owner,Created,Modified,Closed Date\n";
const std::string planned = "Deal ID,Deal Name,Customer,Stage,Amount,Owner,Created,Modified,Close Date\n";
const std::string entered = "Deal ID,Deal Name,Customer,Stage,Owner,Created,Stage Entered,Close Date\n";
const std::string stages = "Deal ID,Deal Name,Customer,Stage,Owner,Created,Modified,Stage Entered\n";

std::vector<std::string> ends(const Exports &to)
{
    return to.way({"won", "lost", "reopened"});
}

/// Brings `table` once more: that changes nothing.
void bringAgain(Exports &to, const std::string &day, const std::string &table)
{
    const ImportReport again = to.bringFiles(day, {table});
    EXPECT_EQ(again.created + again.updated, 0U) << table;
}

} // namespace

TEST(LaterEnds, AWonDealThatProvesLostIsLostWhateverDayItsLossBears)
{
    const std::string won = closed + "1,A,Edge,Won,Ann,2026-01-02,2026-03-10 10:00,2026-03-10\n";
    const std::string lost = closed + "1,A,Edge,Lost,Ann,2026-01-02,2026-03-20 10:00,2026-03-05\n";
    Exports to;
    to.bringFiles("2026-03-12", {won});
    to.bringFiles("2026-03-25", {lost});
    const auto way = ends(to);
    EXPECT_THAT(way, ElementsAre("2026-03-09 won ", "2026-03-20 reopened ", "2026-03-20 lost "));
    for (const std::string &again : {lost, won, lost})
        bringAgain(to, "2026-03-26", again);
}

TEST(LaterEnds, ADealThatIsWonAgainWithTheDayOfTheFirstTimeIsWon)
{
    const std::string won = closed + "1,A,Edge,Won,Ann,2026-01-02,2026-03-10 10:00,2026-03-10\n";
    const std::string open = closed + "1,A,Edge,Proposal,Ann,2026-01-02,2026-04-01 10:00,\n";
    const std::string again = closed + "1,A,Edge,Won,Ann,2026-01-02,2026-04-20 10:00,2026-03-10\n";
    Exports to;
    to.bringFiles("2026-03-12", {won});
    to.bringFiles("2026-04-05", {open});
    to.bringFiles("2026-04-25", {again});
    EXPECT_THAT(ends(to), ElementsAre("2026-03-09 won ", "2026-04-01 reopened ", "2026-04-20 won "));
    for (const std::string &older : {again, open, won})
        bringAgain(to, "2026-04-26", older);
}

TEST(LaterEnds, ADealThatIsReopenedOnTheVeryDayOfItsLossIsReopenedByTheImport)
{
    const std::string lost = closed + "1,A,Edge,Lost,Ann,2026-01-02,2026-03-10,2026-03-10\n";
    const std::string open = closed + "1,A,Edge,Proposal,Ann,2026-01-02,2026-03-10,\n";
    Exports to;
    to.bringFiles("2026-03-11", {lost});
    to.bringFiles("2026-03-12", {open});
    EXPECT_THAT(ends(to), ElementsAre("2026-03-09 lost ", "2026-03-12 reopened "));
    EXPECT_EQ(to.desk.workbench->today({}, to.desk.now())->openDeals, 1U);
    for (const std::string &older : {open, lost})
        bringAgain(to, "2026-03-13", older);
}

TEST(LaterEnds, AnOlderRowOfTheDayOnWhichADealWasLostDoesNotReopenIt)
{
    const std::string open = closed + "1,A,Edge,Proposal,Ann,2026-01-02,2026-03-10,\n";
    Exports to;
    to.bringFiles("2026-03-11", {open});
    to.bringFiles("2026-03-12", {closed + "1,A,Edge,Lost,Ann,2026-01-02,2026-03-10,2026-03-10\n"});
    bringAgain(to, "2026-03-13", open);
    EXPECT_EQ(to.desk.workbench->today({}, to.desk.now())->openDeals, 0U);
}

TEST(LaterEnds, AStageThatBearsTheDayOfItsFirstTimeIsOfTheLastChange)
{
    const std::string first = stages + "1,A,Edge,Qualification,Ann,2026-01-02,2026-01-05 10:00,2026-01-05\n";
    const std::string second = stages + "1,A,Edge,Proposal,Ann,2026-01-02,2026-02-10 10:00,2026-02-10\n";
    const std::string third = stages + "1,A,Edge,Qualification,Ann,2026-01-02,2026-03-10 10:00,2026-01-05\n";
    Exports to;
    to.bringFiles("2026-01-10", {first});
    to.bringFiles("2026-02-20", {second});
    to.bringFiles("2026-03-20", {third});
    const auto way = to.way({"stage"});
    EXPECT_THAT(
        way, ElementsAre("2026-01-04 stage lead_confirmed", "2026-02-09 stage negotiating", "2026-03-10 stage lead_confirmed"));
    for (const std::string &older : {third, second, first})
        bringAgain(to, "2026-03-21", older);
}

TEST(LaterEnds, AnotherAmountOfAWonDealCountsAlsoWithAnEarlierDay)
{
    const std::string columns = "Deal ID,Deal Name,Customer,Stage,Amount,Owner,Created,Modified,Closed Date\n";
    const std::string later = columns + "1,A,Edge,Won,1100,Ann,2026-01-02,2026-04-10 10:00,2026-03-31\n";
    Exports to;
    to.bringFiles("2026-04-05", {columns + "1,A,Edge,Won,1000,Ann,2026-01-02,2026-04-02 10:00,2026-04-01\n"});
    to.bringFiles("2026-04-15", {later});
    EXPECT_THAT(ends(to), ElementsAre("2026-03-31 won ", "2026-03-31 won "));
    EXPECT_EQ(to.with({R"("kind":"won")", R"("amount":"1100")", R"("occurred_at":"2026-03-31T16:00:00Z")"}), 1U);
    bringAgain(to, "2026-04-16", later);
}

TEST(LaterEnds, ADealClosesOnItsPlannedDayAlsoWhereItWasWorkedOnThatDay)
{
    Exports to;
    to.bringFiles("2026-02-21", {planned + "1,A,Edge,Proposal,500,Ann,2026-01-02,2026-02-20 10:00,2026-04-30\n"});
    const std::string won = planned + "1,A,Edge,Won,500,Ann,2026-01-02,2026-04-10 10:00,2026-02-20\n";
    to.bringFiles("2026-04-15", {won});
    EXPECT_EQ(to.with({R"("kind":"won")", R"("occurred_at":"2026-02-20T02:00:00Z")"}), 1U);
    bringAgain(to, "2026-04-16", won);
}

TEST(LaterEnds, ADealClosesOnTheDayOnWhichItCameToTheStageThatIsItsEnd)
{
    const std::string open = entered + "1,A,Edge,Proposal,Ann,2025-12-02,2026-02-25,2026-06-30\n";
    Exports to;
    to.bringFiles("2026-03-01", {entered + "1,A,Edge,Lost,Ann,2025-12-02,2026-02-10,2026-06-30\n"});
    to.bringFiles("2026-03-15", {open});
    EXPECT_THAT(ends(to), ElementsAre("2026-02-09 lost ", "2026-02-24 reopened "));
    EXPECT_EQ(to.desk.workbench->today({}, to.desk.now())->openDeals, 1U);
    bringAgain(to, "2026-03-16", open);
}

TEST(LaterEnds, NothingIsAssumedOfAnEndThatStands)
{
    const std::string columns = "Deal ID,Deal Name,Customer,Stage,Amount,Owner,Created,Modified,Close Date\n";
    Exports to;
    const auto assumed = [](const ImportReport &report) {
        return report.notes.total("closed_when_planned") + report.notes.total("closed_when_changed");
    };
    EXPECT_EQ(assumed(to.bringFiles("2026-03-01", {columns + "1,A,Edge,Won,1000,Ann,2026-01-02,2026-02-20 10:00,2026-02-10\n"})),
              1U);
    const std::string later = columns + "1,A,Edge,Won,1100,Ann,2026-01-02,2026-03-02 10:00,2026-02-10\n";
    for (const std::string day : {"2026-03-05", "2026-03-06"})
        EXPECT_EQ(assumed(to.bringFiles(day, {later})), 0U);
}

TEST(LaterEnds, AreNotOnAPlannedDayAfterTheRowWasLastChanged)
{
    Exports to;
    to.bring("2026-02-20", "A,Edge,Won,500,Ann,2026-01-02,2026-01-30,2026-02-15,");
    EXPECT_THAT(to.way({"won", "reopened"}), ElementsAre("2026-01-29 won "));
    to.bring("2026-02-22", "A,Edge,Proposal,500,Ann,2026-01-02,2026-02-10,2026-03-15,");
    EXPECT_THAT(to.way({"won", "reopened"}), ElementsAre("2026-01-29 won ", "2026-02-09 reopened "));
}

TEST(LaterEnds, HaveTheReasonThatTheRowOfTheDealSaysWhereItsHistoryTellsTheEnd)
{
    Exports to;
    const std::string deal =
        "Opportunity ID,Opportunity Name,Account Name,Stage,Close Date,Opportunity Owner,Created Date,Loss Reason\n"
        "1,Hall,Edge,Closed Lost,2026-02-05,Ann,2026-01-01,No budget\n";
    const std::string history =
        "OpportunityId,StageName,CreatedDate\n1,Prospecting,2026-01-01 10:00\n"
        "1,Closed Lost,2026-01-20 10:00\n1,Prospecting,2026-01-25 10:00\n1,Closed Lost,2026-02-05 10:00\n";
    to.bringFiles("2026-02-10", {deal, history});
    EXPECT_THAT(to.way({"lost"}), ElementsAre("2026-01-20 lost ", "2026-02-05 lost No budget"));
    const auto again = to.bringFiles("2026-02-11", {deal, history});
    EXPECT_EQ(again.created + again.updated, 0U);
}
