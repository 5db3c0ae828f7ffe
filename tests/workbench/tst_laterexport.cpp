// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "exports.h"

using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;
using tests::Exports;
using namespace workbench;

TEST(LaterExport, TellsOnlyWhatIsNewSinceTheOneBeforeOnTheDayOfTheChange)
{
    Exports to;
    to.bring("2026-01-10", "A,Edge,Proposal,500,Ann,2026-01-02,2026-01-05,2026-06-30,call");
    const auto before = tests::board(*to.desk.workbench, support::parseInstant("2026-01-31T00:00:00Z").value());
    to.bring("2026-02-20", "A,Edge,Negotiation,700,Ann,2026-01-02,2026-02-15,2026-07-31,call");
    EXPECT_THAT(to.way({"stage"}), ElementsAre("2026-01-04 stage negotiating"));
    EXPECT_THAT(to.way({"amount"}), ElementsAre("2026-01-04 amount 500", "2026-02-14 amount 700"));
    EXPECT_THAT(to.way({"close_date"}), ElementsAre("2026-01-04 close_date 2026-06-30", "2026-02-14 close_date 2026-07-31"));
    EXPECT_THAT(to.way({"next_step"}), ElementsAre("2026-01-04 next_step call"));
    EXPECT_EQ(tests::board(*to.desk.workbench, support::parseInstant("2026-01-31T00:00:00Z").value()), before)
        << "the past stays as it was";
}

TEST(LaterExport, WithoutATimeOfChangeIsNewsOfTheImport)
{
    Exports to;
    to.bring("2026-01-10", "A,Edge,Proposal,500,Ann,2026-01-02,,2026-06-30,");
    to.bring("2026-02-20", "A,Edge,Qualification,700,Bob,2026-01-02,,2026-07-31,");
    EXPECT_THAT(to.way({"stage"}), ElementsAre("2026-01-10 stage negotiating", "2026-02-20 stage lead_confirmed"))
        << "a deal that went back";
    EXPECT_THAT(to.way({"amount"}), ElementsAre("2026-01-01 amount 500", "2026-02-20 amount 700"));
    EXPECT_THAT(to.way({"owner"}), ElementsAre("2026-02-20 owner Bob"));
    const auto deals = tests::facts(*to.desk.workbench);
    EXPECT_THAT(deals, Contains(testing::AllOf(HasSubstr(R"("type":"deal")"), HasSubstr(R"("owner":"Ann")"))));
    EXPECT_THAT(deals, Not(Contains(testing::AllOf(HasSubstr(R"("type":"deal")"), HasSubstr(R"("owner":"Bob")")))));
}

TEST(LaterExport, ReopensWhatWasClosedAndEndsWhatWasOpen)
{
    Exports to;
    to.bring("2026-01-10", "A,Edge,Lost,500,Ann,2026-01-02,2026-01-05,2026-01-05,");
    to.bring("2026-02-20", "A,Edge,Proposal,500,Ann,2026-01-02,2026-02-15,2026-07-31,");
    to.bring("2026-03-20", "A,Edge,Won,500,Ann,2026-01-02,2026-03-15,2026-03-15,");
    EXPECT_THAT(to.way({"stage", "lost", "reopened", "won"}),
                ElementsAre("2026-01-04 lost ", "2026-02-14 reopened ", "2026-02-14 stage negotiating", "2026-03-14 won "));
    EXPECT_EQ(to.desk.workbench->today({}, to.desk.now())->openDeals, 0U);
}

TEST(LaterExport, BroughtAgainChangesNothingNorDoesAnOlderOne)
{
    Exports to;
    const std::string older = "A,Edge,Proposal,500,Ann,2026-01-02,2026-01-05,2026-06-30,call";
    const std::string newer = "A,Edge,Negotiation,700,Bob,2026-01-02,2026-02-15,2026-07-31,mail";
    const std::string ended = "A,Edge,Lost,700,Bob,2026-01-02,2026-03-15,2026-03-15,";
    to.bring("2026-01-10", older);
    to.bring("2026-02-20", newer);
    to.bring("2026-03-20", ended);
    const auto facts = tests::facts(*to.desk.workbench);
    for (const std::string &row : {ended, newer, older}) {
        const ImportReport again = to.bring("2026-03-25", row);
        EXPECT_EQ(again.created + again.updated, 0U) << row;
        EXPECT_GT(again.unchanged, 0U) << "it is told again, so it stays when the first import is undone";
        EXPECT_EQ(tests::facts(*to.desk.workbench), facts) << row;
    }
}

TEST(LaterExport, AHistoryGoesOnFromWhereTheDealStands)
{
    Exports to;
    const auto moves = [&](const std::string &name, const std::string &rows) {
        const auto file = to.desk.put(name, "OpportunityId,StageName,CreatedDate\n" + rows);
        return ImportJob::prepare(*to.desk.workbench, {file}, {}).value().run({}).value();
    };
    to.desk.clock.set(support::parseInstant("2026-04-01T00:00:00Z").value());
    moves("a.csv", "1,Prospecting,2026-01-01 10:00\n1,Closed Lost,2026-01-05 10:00\n");
    moves("b.csv", "1,Needs Analysis,2026-02-01 10:00\n");
    EXPECT_THAT(to.way({"stage", "lost", "reopened"}), ElementsAre("2026-01-01 stage lead_confirmed", "2026-01-05 lost ",
                                                                   "2026-02-01 reopened ", "2026-02-01 stage needs_diagnosed"));
    EXPECT_EQ(
        moves("c.csv", "1,Prospecting,2026-01-01 10:00\n1,Closed Lost,2026-01-05 10:00\n1,Needs Analysis,2026-02-01 10:00\n")
            .created,
        0U);
}

TEST(LaterExport, AnOwnersNameThatSeveralPeopleBearChoosesNobody)
{
    Exports to;
    to.desk.import(R"({"type":"team","id":"t","name":"一组"})"
                   "\n"
                   R"({"type":"person","id":"p1","name":"王伟","role":"rep","team":"t"})"
                   "\n"
                   R"({"type":"person","id":"p2","name":"王伟","role":"rep","team":"t"})"
                   "\n");
    const ImportReport report = to.bring("2026-01-10", "A,Edge,Proposal,500,王伟,2026-01-02,,2026-06-30,");
    EXPECT_EQ(report.notes.counts().at({"name_shared", "王伟", "p1, p2"}), 1U);
    const auto facts = tests::facts(*to.desk.workbench);
    EXPECT_THAT(facts, Contains(testing::AllOf(HasSubstr(R"("type":"deal")"), HasSubstr(R"("owner":"unassigned")"))));
    EXPECT_THAT(facts, Not(Contains(HasSubstr(R"("id":"王伟")"))));
    const auto file = to.desk.put("asked.csv", tests::exportHeader + "B,Edge,Proposal,500,王伟,2026-01-02,,2026-06-30,\n");
    auto job = ImportJob::prepare(*to.desk.workbench, {file}, {}).value();
    EXPECT_THAT(job.plan().recognition.questions,
                Contains(testing::Field(&exchange::Question::code, exchange::QuestionCode::Owner)));
}

TEST(LaterExport, ThatSaysMoreOfAnEndWithoutADayLeavesTheEndWhereItWas)
{
    const std::string columns = "Deal Name,Customer,Stage,Amount,Owner,Created,Modified,Lost Reason\n";
    const std::string older = columns + "A,Edge,Lost,500,Ann,2026-01-02,2026-03-10,\n";
    const std::string newer = columns + "A,Edge,Lost,500,Ann,2026-01-02,2026-09-01,price\n";
    Exports to;
    to.bringFiles("2026-03-20", {older});
    to.bringFiles("2026-09-20", {newer});
    EXPECT_THAT(to.way({"lost", "reopened"}), ElementsAre("2026-03-09 lost ", "2026-03-09 lost price"));
    for (const std::string &again : {newer, older})
        EXPECT_EQ(to.bringFiles("2026-09-25", {again}).created, 0U) << again;
}

TEST(LaterExport, ThatSaysAnotherAmountOfADealWonWithoutADayLeavesItsEndWhereItWas)
{
    Exports to;
    to.bring("2026-03-20", "A,Edge,Won,1000,Ann,2026-01-02,2026-03-10,,");
    to.bring("2026-09-20", "A,Edge,Won,1100,Ann,2026-01-02,2026-09-01,,");
    EXPECT_THAT(to.way({"won"}), ElementsAre("2026-03-09 won ", "2026-03-09 won "));
    EXPECT_EQ(to.with({R"("kind":"won")", R"("amount":"1100")"}), 1U);
    EXPECT_EQ(to.bring("2026-09-25", "A,Edge,Won,1100,Ann,2026-01-02,2026-09-01,,").created, 0U);
}

TEST(LaterExport, ReopensADealWhoseStageWasEnteredBeforeItWasLost)
{
    const std::string columns = "Deal Name,Customer,Stage,Owner,Created,Modified,Stage Entered,Closed Date\n";
    Exports to;
    to.bringFiles("2026-05-20", {columns + "A,Edge,Lost,Ann,2026-01-02,2026-05-10,,2026-05-10\n"});
    const std::string newer = columns + "A,Edge,Proposal,Ann,2026-01-02,2026-08-01,2026-03-01,\n";
    to.bringFiles("2026-08-20", {newer});
    EXPECT_THAT(to.way({"stage", "lost", "reopened"}),
                ElementsAre("2026-02-28 stage negotiating", "2026-05-09 lost ", "2026-07-31 reopened "));
    EXPECT_EQ(to.desk.workbench->today({}, to.desk.now())->openDeals, 1U);
    EXPECT_EQ(to.bringFiles("2026-08-25", {newer}).created, 0U);
}

TEST(LaterExport, KeepsTheProductOfADealWhereItHasNoColumnForIt)
{
    const std::string columns = "Deal ID,Deal Name,Customer,Stage,Owner,Created";
    Exports to;
    to.bringFiles("2026-02-20", {columns + ",Product\n1,A,Edge,Proposal,Ann,2026-01-02,Widget\n"});
    EXPECT_EQ(to.bringFiles("2026-03-20", {columns + "\n1,A,Edge,Proposal,Ann,2026-01-02\n"}).updated, 0U);
    EXPECT_EQ(to.with({R"("type":"deal")", R"("product":"Widget")"}), 1U);
    to.bringFiles("2026-04-20", {columns + ",Product\n1,A,Edge,Proposal,Ann,2026-01-02,\n"});
    EXPECT_EQ(to.with({R"("type":"deal")", R"("product")"}), 1U) << "what an empty cell says is news";
}

TEST(LaterExport, KeepsTheNamesThatTheOneBeforeMadeUpOfMoreColumns)
{
    const std::string columns = "opportunity_id,sales_agent,account,deal_stage,engage_date,close_date,close_value";
    const std::string rows = "1,Ann,Edge,Engaging,2016-10-20,,";
    Exports to;
    to.bringFiles("2026-02-20", {columns + ",product\n" + rows + ",Widget\n2,Ann,,Engaging,2016-10-20,,,Widget\n"});
    const ImportReport later = to.bringFiles("2026-03-20", {columns + "\n" + rows + "\n2,Ann,,Engaging,2016-10-20,,\n"});
    EXPECT_EQ(later.created + later.updated, 0U);
    EXPECT_EQ(to.with({R"("type":"deal")", R"("name":"Edge · Widget")"}), 1U);
    EXPECT_EQ(to.with({R"("type":"customer")", R"("name":"2 · Widget")"}), 1U);
}

TEST(LaterExport, KeepsTheFieldsThatItHasNoColumnsForAndClearsTheEmptyOnes)
{
    const std::string columns = "Deal ID,Deal Name,Customer,Stage,Owner,Created,Colour";
    Exports to;
    to.bringFiles("2026-02-20", {columns + ",Shape\n1,A,Edge,Proposal,Ann,2026-01-02,red,round\n"});
    EXPECT_EQ(to.bringFiles("2026-03-20", {columns + "\n1,A,Edge,Proposal,Ann,2026-01-02,red\n"}).updated, 0U);
    EXPECT_EQ(to.bringFiles("2026-04-20", {columns + "\n1,A,Edge,Proposal,Ann,2026-01-02,\n"}).updated, 1U);
    EXPECT_EQ(to.with({R"("type":"deal")", R"("Shape":"round")"}), 2U);
    EXPECT_EQ(to.with({R"("type":"deal")", R"("Colour")"}), 1U) << "an empty cell clears";
}

TEST(LaterExport, KeepsTheDayOfANextStepThatItHasNoColumnForWhileTheStepStays)
{
    const std::string columns = "Deal Name,Customer,Stage,Owner,Created,Next Step";
    const std::string call = columns + "\nA,Edge,Proposal,Ann,2026-01-02,call\n";
    Exports to;
    to.bringFiles("2026-02-20", {columns + ",Next Step Date\nA,Edge,Proposal,Ann,2026-01-02,call,2026-03-01\n"});
    EXPECT_EQ(to.bringFiles("2026-02-25", {call}).created, 0U);
    to.bringFiles("2026-03-20", {columns + "\nA,Edge,Proposal,Ann,2026-01-02,mail\n"});
    EXPECT_THAT(to.way({"next_step"}), ElementsAre("2026-01-01 next_step call", "2026-03-20 next_step mail"));
    EXPECT_EQ(to.with({R"("text":"mail")", R"("due")"}), 0U) << "another step has a day of its own";
    to.bringFiles("2026-03-25", {"Deal Name,Customer,Stage,Owner,Created,Next Step Date\n"
                                 "A,Edge,Proposal,Ann,2026-01-02,2026-04-01\n"});
    EXPECT_EQ(to.with({R"("text":"mail")", R"("due":"2026-04-01")"}), 1U) << "a table of days only leaves the text";
}

TEST(LaterExport, KeepsWhatItsTableOfCustomersHasNoColumnsFor)
{
    const std::string columns = "Id,Name,Industry,NumberOfEmployees";
    Exports to;
    to.bringFiles("2026-02-20", {columns + ",Rating,BillingState\n9,Edge,Steel,50,Hot,Ohio\n"});
    EXPECT_EQ(to.bringFiles("2026-03-20", {columns + "\n9,Edge,Steel,50\n"}).updated, 0U);
    to.bringFiles("2026-04-20", {columns + "\n9,Edge,Glass,50\n"});
    EXPECT_EQ(to.with({R"("type":"customer")", R"("industry":"Glass")", R"("region":"Ohio")", R"("Rating":"Hot")"}), 1U);
}

TEST(LaterExport, DoesNotTellAnEndAgainThatItSaysNoMoreOf)
{
    const std::string columns = "Deal Name,Customer,Stage,Owner,Created,Modified";
    Exports to;
    to.bringFiles("2026-03-20", {columns
                                 + ",Amount,Lost Reason\nA,Edge,Won,Ann,2026-01-02,2026-03-10,500,\n"
                                   "B,Edge,Lost,Ann,2026-01-02,2026-03-10,,price\n"});
    const ImportReport later = to.bringFiles(
        "2026-04-20", {columns + "\nA,Edge,Won,Ann,2026-01-02,2026-03-10\nB,Edge,Lost,Ann,2026-01-02,2026-03-10\n"});
    EXPECT_EQ(later.created + later.updated, 0U);
}

TEST(LaterExport, ThatIsOlderAndBearsNoTimeOfChangeIsNoNews)
{
    const std::string older = "A,Edge,Proposal,500,Ann,2026-01-02,,2026-06-30,";
    const std::string newer = "A,Edge,Negotiation,500,Bob,2026-01-02,,2026-07-31,";
    Exports to;
    to.bring("2026-01-10", older);
    to.bring("2026-02-20", newer);
    to.bring("2026-03-20", "A,Edge,Won,500,Bob,2026-01-02,,2026-03-10,");
    const auto facts = tests::facts(*to.desk.workbench);
    const ImportReport again = to.bring("2026-03-25", older);
    EXPECT_EQ(again.created + again.updated, 0U);
    EXPECT_EQ(again.notes.total("row_older"), 1U);
    EXPECT_EQ(to.bring("2026-03-26", newer).created, 0U);
    EXPECT_EQ(tests::facts(*to.desk.workbench), facts);
    EXPECT_GT(to.bring("2026-03-27", "A,Edge,Proposal,500,Bob,2026-01-02,,2026-06-30,").created, 0U)
        << "never before were these together";
}

TEST(LaterExport, ThatIsOlderGivesTheFieldsOfTheNewerOneNoOlderValues)
{
    const std::string columns = "Deal ID,Deal Name,Customer,Stage,Owner,Created,Colour\n";
    const std::string older = columns + "1,A,Edge,Qualification,Ann,2026-01-02,red\n";
    Exports to;
    to.bringFiles("2026-02-20", {older});
    to.bringFiles("2026-03-20", {columns + "1,A,Edge,Proposal,Ann,2026-01-02,blue\n"});
    const ImportReport again = to.bringFiles("2026-04-20", {older});
    EXPECT_EQ(again.created + again.updated, 0U);
}

TEST(LaterExport, ThatChangesAValueAndNotItsTimeIsNewsOfTheImport)
{
    const std::string changed = "A,Edge,Proposal,700,Bob,2026-01-02,2026-01-05,2026-06-30,call";
    Exports to;
    to.bring("2026-01-10", "A,Edge,Proposal,500,Ann,2026-01-02,2026-01-05,2026-06-30,call");
    to.bring("2026-02-20", changed);
    EXPECT_THAT(to.way({"amount"}), ElementsAre("2026-01-04 amount 500", "2026-02-20 amount 700"));
    EXPECT_EQ(to.bring("2026-02-25", changed).created, 0U);
    to.bring("2026-03-20", "A,Edge,Proposal,800,Bob,2026-01-02,2026-01-05,2026-06-30,call");
    EXPECT_THAT(to.way({"amount"}), ElementsAre("2026-01-04 amount 500", "2026-02-20 amount 700", "2026-03-20 amount 800"));
}

TEST(LaterExport, TakesTheDayOnWhichADealCameToItsFirstDatedStageFromItsRow)
{
    const std::string columns = "opportunity_id,sales_agent,account,deal_stage,engage_date,close_date,close_value\n";
    const std::string other = "2,Ann,Edge,Engaging,2017-12-01,,\n";
    Exports to;
    to.bringFiles("2026-02-20", {columns + "1,Ann,Edge,Prospecting,,,\n" + other});
    const std::string engaged = columns + "1,Ann,Edge,Engaging,2018-01-04,,\n" + other;
    to.bringFiles("2026-03-20", {engaged});
    EXPECT_THAT(to.way({"stage"}), Contains("2018-01-03 stage engaging"));
    EXPECT_EQ(to.bringFiles("2026-04-20", {engaged}).created, 0U);
}
