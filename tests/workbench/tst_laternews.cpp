// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "exports.h"

using testing::ElementsAre;
using testing::IsEmpty;
using tests::Exports;
using namespace workbench;

namespace {

const std::string timeless = "Deal ID,Deal Name,Customer,Stage,Amount,Owner,Created\n";
const std::string aged = "Deal ID,Deal Name,Customer,Stage,Owner,Created,Modified,Age\n";

/// Brings `table` once more: that changes nothing.
void bringAgain(Exports &to, const std::string &day, const std::string &table)
{
    const ImportReport again = to.bringFiles(day, {table});
    EXPECT_EQ(again.created + again.updated, 0U) << table;
}

void move(Exports &to, const std::string &day, const std::string &stage)
{
    to.desk.clock.set(support::parseInstant(day + "T09:00:00Z").value());
    to.desk.apply(MoveDeal{tests::dealId("1"), domain::StageId::parse(stage).value(), "agreed"});
}

} // namespace

TEST(LaterNews, OfAnExportThatIsNewerAreDealsThatWentBackToWhereTheyWere)
{
    const std::string first = timeless
                              + "1,A,Edge,Qualification,500,Ann,2026-01-02\n2,B,Edge,Qualification,500,Ann,2026-01-02\n"
                                "3,D,Edge,Proposal,500,Ann,2026-01-02\n";
    const std::string second = timeless
                               + "1,A,Edge,Proposal,500,Bob,2026-01-02\n2,B,Edge,Qualification,600,Ann,2026-01-02\n"
                                 "3,D,Edge,Lost,500,Ann,2026-01-02\n";
    const std::string third = timeless
                              + "1,A,Edge,Qualification,500,Ann,2026-01-02\n2,B,Edge,Proposal,700,Ann,2026-01-02\n"
                                "3,D,Edge,Proposal,500,Ann,2026-01-02\n4,New,Edge,Proposal,900,Bob,2026-03-20\n";
    Exports to;
    to.bringFiles("2026-02-01", {first});
    to.bringFiles("2026-03-01", {second});
    const ImportReport newer = to.bringFiles("2026-04-01", {third});
    EXPECT_EQ(newer.notes.total("row_older"), 0U);
    EXPECT_THAT(to.way({"lost", "reopened"}), ElementsAre("2026-03-01 lost ", "2026-04-01 reopened "));
    EXPECT_THAT(to.way({"owner"}), ElementsAre("2026-03-01 owner Bob", "2026-04-01 owner Ann"));
    EXPECT_EQ(to.with({R"("deal":"1")", R"("kind":"stage")", R"("occurred_at":"2026-04-01T01:00:00Z")"}), 1U);
    for (const std::string &again : {third, second, first, third})
        bringAgain(to, "2026-05-01", again);
}

TEST(LaterNews, AreWhatAnExportSaysOfADealThatIsNewInIt)
{
    const std::string first = timeless + "1,A,Edge,Proposal,500,Ann,2026-01-02\n";
    Exports to;
    to.bringFiles("2026-02-01", {first});
    to.bringFiles("2026-03-01", {timeless + "1,A,Edge,Lost,500,Ann,2026-01-02\n"});
    to.bringFiles("2026-04-01", {first + "2,B,Edge,Proposal,900,Bob,2026-03-20\n"});
    EXPECT_THAT(to.way({"lost", "reopened"}), ElementsAre("2026-03-01 lost ", "2026-04-01 reopened "));
    bringAgain(to, "2026-04-02", first + "2,B,Edge,Proposal,900,Bob,2026-03-20\n");
}

TEST(LaterNews, OfAnEndThatStoodBeforeAreToldByAnExportThatIsNewer)
{
    const std::string columns = "Deal ID,Deal Name,Customer,Stage,Amount,Owner,Created,Closed Date\n";
    const std::string won = columns + "1,A,Edge,Won,500,Ann,2026-01-02,2026-03-10\n";
    const std::string open = columns + "1,A,Edge,Proposal,500,Ann,2026-01-02,\n";
    Exports to;
    to.bringFiles("2026-03-12", {won});
    to.bringFiles("2026-04-05", {open});
    bringAgain(to, "2026-04-06", won);
    const std::string newer = won + "2,B,Edge,Proposal,900,Bob,2026-04-20,\n";
    to.bringFiles("2026-04-25", {newer});
    EXPECT_THAT(to.way({"won", "reopened"}), ElementsAre("2026-03-09 won ", "2026-04-05 reopened ", "2026-04-25 won "));
    bringAgain(to, "2026-04-26", newer);
}

TEST(LaterNews, AreNotInAnExportOfWhichEveryRowStoodBeforeAndTheNoteSaysWhichDealsTheyWere)
{
    const std::string first = timeless
                              + "1,A,Edge,Proposal,500,Ann,2026-01-02\n2,B,Edge,Proposal,500,Ann,2026-01-02\n"
                                "3,C,Edge,Proposal,500,Ann,2026-01-02\n";
    Exports to;
    to.bringFiles("2026-02-01", {first});
    to.bringFiles("2026-03-01", {timeless + "1,A,Edge,Lost,500,Ann,2026-01-02\n2,B,Edge,Proposal,700,Ann,2026-01-02\n"});
    const ImportReport again = to.bringFiles("2026-04-01", {first});
    EXPECT_EQ(again.created + again.updated, 0U);
    EXPECT_EQ(again.notes.counts().at({"row_older", "1, 2", ""}), 2U);
}

TEST(LaterNews, AreWhatStoodBeforeOnlyBySomebodysDecisionHere)
{
    const std::string third = timeless + "1,A,Edge,Presentation,500,Ann,2026-01-02\n";
    Exports to;
    to.bringFiles("2026-02-01", {timeless + "1,A,Edge,Qualification,500,Ann,2026-01-02\n"});
    move(to, "2026-02-10", "demonstrated");
    to.bringFiles("2026-03-01", {timeless + "1,A,Edge,Proposal,500,Ann,2026-01-02\n"});
    EXPECT_EQ(to.bringFiles("2026-04-01", {third}).notes.total("row_older"), 0U);
    EXPECT_EQ(to.with({R"("stage":"demonstrated")", R"("occurred_at":"2026-04-01T01:00:00Z")"}), 1U);
    bringAgain(to, "2026-04-02", third);
}

TEST(LaterNews, AreNotWhatTheOtherSystemSaidBeforeSomebodyDecidedOtherwiseHere)
{
    const std::string columns = "Deal ID,Deal Name,Customer,Stage,Owner,Created,Modified,Next Step\n";
    Exports to;
    to.bringFiles("2026-02-10", {columns + "1,A,Edge,Qualification,Ann,2026-01-02,2026-02-05 10:00,call\n"});
    move(to, "2026-03-02", "negotiating");
    const std::string unmoved = columns + "1,A,Edge,Qualification,Ann,2026-01-02,2026-03-03 10:00,mail\n";
    to.bringFiles("2026-03-04", {unmoved});
    EXPECT_THAT(to.way({"stage"}), ElementsAre("2026-01-01 stage lead_confirmed", "2026-03-02 stage negotiating"));
    EXPECT_THAT(to.way({"next_step"}), ElementsAre("2026-02-05 next_step call", "2026-03-03 next_step mail"));
    bringAgain(to, "2026-03-05", unmoved);
    const std::string moved = columns + "1,A,Edge,Needs Analysis,Ann,2026-01-02,2026-03-10 10:00,mail\n";
    to.bringFiles("2026-03-12", {moved});
    EXPECT_THAT(to.way({"stage"}), ElementsAre("2026-01-01 stage lead_confirmed", "2026-03-02 stage negotiating",
                                               "2026-03-10 stage needs_diagnosed"));
    bringAgain(to, "2026-03-13", moved);
}

TEST(LaterNews, AreThatTheOtherSystemWentBackBehindADecisionThatItHadTakenOver)
{
    const std::string columns = "Deal ID,Deal Name,Customer,Stage,Owner,Created,Modified\n";
    Exports to;
    to.bringFiles("2026-02-10", {columns + "1,A,Edge,Qualification,Ann,2026-01-02,2026-02-05 10:00\n"});
    move(to, "2026-03-02", "negotiating");
    to.bringFiles("2026-03-04", {columns + "1,A,Edge,Proposal,Ann,2026-01-02,2026-03-03 10:00\n"});
    EXPECT_THAT(to.way({"stage"}), ElementsAre("2026-01-01 stage lead_confirmed", "2026-03-02 stage negotiating"));
    const std::string back = columns + "1,A,Edge,Qualification,Ann,2026-01-02,2026-03-10 10:00\n";
    to.bringFiles("2026-03-12", {back});
    EXPECT_THAT(to.way({"stage"}), ElementsAre("2026-01-01 stage lead_confirmed", "2026-03-02 stage negotiating",
                                               "2026-03-10 stage lead_confirmed"));
    bringAgain(to, "2026-03-13", back);
}

TEST(LaterNews, OfACellThatIsEmptyNowAreThatNothingIsPlannedAnyMore)
{
    const std::string planned = "A,Edge,Proposal,500,Ann,2026-01-02,2026-01-05 10:00,2026-02-28,call";
    const std::string emptied = "A,Edge,Proposal,500,Ann,2026-01-02,2026-03-02 10:00,,";
    Exports to;
    to.bring("2026-02-01", planned);
    to.bring("2026-03-03", emptied);
    EXPECT_THAT(to.way({"close_date"}), ElementsAre("2026-01-05 close_date 2026-02-28", "2026-03-02 close_date "));
    EXPECT_THAT(to.way({"next_step"}), ElementsAre("2026-01-05 next_step call", "2026-03-02 next_step "));
    for (const std::string &again : {emptied, planned, emptied}) {
        const ImportReport report = to.bring("2026-03-05", again);
        EXPECT_EQ(report.created + report.updated, 0U) << again;
    }
}

TEST(LaterNews, OfAnEmptyCellAreNoneWhereNothingWasPlannedOrTheRowIsOlder)
{
    const std::string empty = "A,Edge,Proposal,500,Ann,2026-01-02,2026-01-05 10:00,,";
    Exports to;
    to.bring("2026-01-10", empty);
    to.bring("2026-02-10", "A,Edge,Proposal,500,Ann,2026-01-02,2026-02-05 10:00,2026-06-30,call");
    for (const std::string day : {"2026-02-20", "2026-02-21"})
        EXPECT_EQ(to.bring(day, empty).created, 0U);
    EXPECT_THAT(to.way({"close_date"}), ElementsAre("2026-02-05 close_date 2026-06-30"));
}

TEST(LaterNews, OfADescriptionThatChangesWithoutItsTimeAreOfTheImportAndToldOnce)
{
    const auto row = [](int age) {
        return aged + "1,A,Edge,Proposal,Ann,2026-01-02,2026-01-05 10:00," + std::to_string(age) + "\n";
    };
    Exports to;
    to.bringFiles("2026-01-10", {row(8)});
    to.bringFiles("2026-02-10", {row(39)});
    to.bringFiles("2026-03-10", {row(67)});
    EXPECT_EQ(to.with({R"("type":"deal")", R"("recorded_at":"2026-02-10T01:00:00Z")", R"("Age":39)"}), 1U);
    EXPECT_EQ(to.with({R"("type":"deal")", R"("recorded_at":"2026-03-10T01:00:00Z")", R"("Age":67)"}), 1U);
    bringAgain(to, "2026-03-11", row(67));
    bringAgain(to, "2026-03-12", row(67));
    EXPECT_EQ(to.with({R"("type":"deal")"}), 3U);
}

TEST(LaterNews, IsNotThatADealIsInAStageOfWhichNobodyKnowsWhatItMeans)
{
    Exports to;
    to.bring("2026-01-10", "A,Edge,Proposal,500,Ann,2026-01-02,2026-01-05,2026-06-30,call");
    const auto report = to.bringFiles("2026-02-10", {tests::exportHeader
                                                     + "A,Edge,Legal Review,500,Ann,2026-01-02,2026-02-05,2026-06-30,call\n"
                                                       "B,Edge,Legal Review,500,Ann,2026-01-02,2026-02-05,2026-06-30,call\n"});
    EXPECT_THAT(to.way({"stage"}), ElementsAre("2026-01-01 stage lead_confirmed", "2026-01-04 stage negotiating"))
        << "the new deal begins in the first one";
    EXPECT_EQ(report.notes.counts().at({"stage_kept", "Legal Review", {}}), 1U);
}
