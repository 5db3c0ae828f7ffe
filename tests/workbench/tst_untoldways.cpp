// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "exports.h"

#include "workbench/reports.h"

using testing::ElementsAre;
using testing::IsEmpty;
using tests::Exports;
using namespace workbench;

namespace {

const std::string timeless = "Deal ID,Deal Name,Customer,Stage,Amount,Owner,Created,Closed Date\n";

FunnelSliceLine funnelOf(const Exports &to)
{
    FunnelRequest request;
    request.asOf = to.desk.workbench->now();
    return funnel(*to.desk.workbench, request).value().front();
}

std::vector<FunnelStageLine> stagesOf(const Exports &to)
{
    return funnelOf(to).stages;
}

std::uint32_t unplaced(const Exports &to)
{
    return funnelOf(to).unplaced;
}

} // namespace

TEST(UntoldWay, IsWhereADealStoodThatIsPastItsFirstStageWhenItIsFirstHeardOf)
{
    Exports to;
    const ImportReport report = to.bring("2026-03-01", "A,Edge,Proposal,500,Ann,2026-01-02,2026-02-20,,\n"
                                                       "B,Edge,Prospecting,500,Ann,2026-01-02,2026-02-20,,");
    EXPECT_EQ(report.notes.total("way_untold"), 1U);
    EXPECT_THAT(to.way({"stage"}), ElementsAre("2026-01-01 stage lead_confirmed", "2026-02-19 stage negotiating"));
    EXPECT_EQ(to.with({R"("stage":null)", R"("occurred_at":"2026-01-01T16:00:00Z")"}), 1U);
    const auto stages = stagesOf(to);
    EXPECT_EQ(stages.front().entered, 1U);
    EXPECT_EQ(stages.front().forward, 0U);
    EXPECT_EQ(stages.front().open, 1U) << "since its creation";
    EXPECT_EQ(stages[3].entered, 1U);
    EXPECT_EQ(unplaced(to), 0U);
}

TEST(UntoldWay, LeavesADealInTheStageInWhichTheImportSawItWhereNoCellSaysWhen)
{
    Exports to;
    const ImportReport report = to.bringFiles("2026-03-01", {timeless
                                                             + "1,A,Edge,Proposal,500,Ann,2026-01-02,\n"
                                                               "2,B,Edge,Qualification,500,Ann,2026-02-24,\n"
                                                               "3,C,Edge,Proposal,500,Ann,2026-02-24,\n"});
    EXPECT_EQ(report.notes.total("stage_seen"), 2U);
    EXPECT_EQ(to.with({R"("deal":"1")", R"("kind":"stage")", R"("stage":null)", R"("occurred_at":"2026-01-01T16:00:00Z")"}), 1U);
    EXPECT_EQ(to.with({R"("stage":"negotiating")", R"("occurred_at":"2026-03-01T01:00:00Z")"}), 2U);
    EXPECT_EQ(to.with({R"("stage":null)"}), 2U);
}

TEST(UntoldWay, OfAListThatEndedOverAYearAgoEndsOnTheLastDayThatItNames)
{
    Exports to;
    to.bringFiles("2026-03-01", {timeless
                                 + "1,A,Edge,Proposal,500,Ann,2016-01-02,\n"
                                   "2,B,Edge,Won,500,Ann,2016-01-02,2017-02-24\n"});
    EXPECT_EQ(to.with({R"("deal":"1")", R"("stage":"negotiating")", R"("occurred_at":"2017-02-23T16:00:00Z")"}), 1U);
}

TEST(UntoldWay, IsThatOfAListedDealWhichHasEndedAndTheFunnelSaysHowManyThereAre)
{
    Exports to;
    to.bringFiles("2026-03-01", {timeless
                                 + "1,A,Edge,Won,500,Ann,2026-01-02,2026-02-10\n"
                                   "2,B,Edge,Lost,500,Ann,2026-01-02,2026-02-11\n"
                                   "3,C,Edge,Qualification,500,Ann,2026-01-02,\n"});
    EXPECT_THAT(to.way({"stage", "won", "lost"}),
                ElementsAre("2026-01-01 stage lead_confirmed", "2026-02-09 won ", "2026-02-10 lost "));
    EXPECT_EQ(to.with({R"("stage":null)", R"("occurred_at":"2026-01-01T16:00:00Z")"}), 2U);
    EXPECT_EQ(stagesOf(to).front().entered, 1U);
    EXPECT_EQ(unplaced(to), 2U);
}

TEST(UntoldWay, IsToldOnce)
{
    const std::string table = timeless + "1,A,Edge,Proposal,500,Ann,2026-01-02,\n2,B,Edge,Qualification,500,Ann,2026-02-24,\n";
    Exports to;
    const ImportReport first = to.bringFiles("2026-03-01", {table});
    const ImportReport second = to.bringFiles("2026-03-08", {table});
    EXPECT_EQ(second.created + second.updated, 0U);
    EXPECT_EQ(first.created - second.unchanged, 3U) << "a person, their team and a customer are not told again";
    EXPECT_EQ(to.with({R"("stage":null)"}), 1U);
    to.bringFiles("2026-03-15", {timeless
                                 + "1,A,Edge,Lost,500,Ann,2026-01-02,2026-03-12\n"
                                   "2,B,Edge,Qualification,500,Ann,2026-02-24,\n"});
    EXPECT_EQ(to.with({R"("stage":null)"}), 1U);
}

TEST(UntoldWay, IsNoUpdateOfTheDealWhenItEnds)
{
    Exports to;
    to.bringFiles("2026-03-01", {timeless + "1,A,Edge,Proposal,,Ann,2026-01-02,\n2,B,Edge,Qualification,,Ann,2026-02-24,\n"});
    const auto stale = [&](const std::string &deal) {
        std::int64_t days = 0;
        EXPECT_TRUE(scores(*to.desk.workbench, to.desk.workbench->now(), tests::dealId(deal),
                           [&](const ScoreLine &line) { days = line.terms.back().count; }));
        return days;
    };
    EXPECT_GT(stale("1"), 50) << "since its creation, and not since it was seen";
    EXPECT_LT(stale("2"), 10);
}

TEST(DeletedDeal, IsLostWhereItWasOpenAndComesNotWhereItWasNever)
{
    const std::string header = "Deal - ID,Deal - Title,Deal - Stage,Deal - Status,Deal - Owner,Deal - Organization,"
                               "Deal - Deal created,Deal - Update time,Deal - Won time\n";
    Exports to;
    to.bringFiles("2026-03-01",
                  {header
                   + "1,A,Contact Made,Open,Ann,Edge,2026-01-02 08:00:00,2026-02-20 08:00:00,\n"
                     "2,B,Contact Made,Won,Ann,Edge,2026-01-02 08:00:00,2026-02-20 08:00:00,2026-02-20 08:00:00\n"});
    const std::string later = header
                              + "1,A,Contact Made,Deleted,Ann,Edge,2026-01-02 08:00:00,2026-03-05 08:00:00,\n"
                                "2,B,Contact Made,Deleted,Ann,Edge,2026-01-02 08:00:00,2026-03-05 08:00:00,2026-02-20 08:00:00\n"
                                "3,C,Contact Made,Deleted,Ann,Edge,2026-03-02 08:00:00,2026-03-05 08:00:00,\n";
    const ImportReport report = to.bringFiles("2026-03-08", {later});
    EXPECT_EQ(report.notes.total("deal_deleted"), 1U);
    EXPECT_THAT(to.way({"won", "lost", "reopened"}), ElementsAre("2026-02-20 won ", "2026-03-05 lost Deleted"));
    EXPECT_EQ(to.with({R"("id":"pipedrive:3")"}), 0U);
    const ImportReport again = to.bringFiles("2026-03-09", {later});
    EXPECT_EQ(again.created + again.updated, 0U);
}

TEST(MissingDeal, IsToldByNameWhereAListNamesMostOfWhatIsOpen)
{
    const std::string header = "Deal ID,Deal Name,Customer,Stage,Amount,Owner,Created,Modified\n";
    const auto row = [](const std::string &id, const std::string &name, const std::string &stage) {
        return id + ',' + name + ",Edge," + stage + ",500,Ann,2026-01-02,2026-02-20\n";
    };
    Exports to;
    to.bringFiles("2026-03-01", {header + row("1", "A", "Proposal") + row("2", "B", "Proposal") + row("3", "C", "Proposal")
                                 + row("4", "D", "Lost")});
    const ImportReport most = to.bringFiles("2026-03-08", {header + row("1", "A", "Proposal") + row("3", "C", "Proposal")});
    EXPECT_EQ(most.notes.total("deal_missing"), 1U);
    EXPECT_EQ(most.notes.counts().begin()->first.subject, "B");
    const ImportReport part = to.bringFiles("2026-03-08", {header + row("1", "A", "Proposal")});
    EXPECT_EQ(part.notes.total("deal_missing"), 0U);
}
