// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "exports.h"

using testing::ElementsAre;
using testing::IsEmpty;
using tests::Exports;
using namespace workbench;

namespace {

const std::string leads = "LEADID,First Name,Last Name,Company,Lead Source,Lead Owner,Lead Status,Created Time\n"
                          "L1,Wei,Li,Edge,web,Ann,Contacted,2026-01-02\n";
const std::string potentials =
    "POTENTIALID,Potential Name,Account Name,Stage,Amount,Potential Owner,Created Time,Closing Date,LEADID\n";
const std::string contacts = "Contact Id,First Name,Last Name,Account Name,Email,Contact Owner\nK1,Li,Wei,Edge,a@b.cn,Ann\n";
const std::string calls = "Call Id,Call Start Time,Call Type,Call Owner,Subject,CONTACTID\n"
                          "X1,2026-02-01 10:00,Outbound,Ann,hello,K1\n";
const std::string teams = "Deal ID,Deal Name,Customer,Stage,Amount,Owner,Team,Sales Region,Created\n";

} // namespace

TEST(LaterThings, ADealFindsTheLeadThatAnEarlierImportBrought)
{
    Exports to;
    to.bringFiles("2026-01-10", {leads, potentials + "P1,Hall,,Qualification,500,Ann,2026-01-05,,L1\n"});
    ASSERT_EQ(to.with({R"("type":"deal")", R"("id":"zoho:P1")", R"("customer":"Edge")", R"("lead":"zoho:L1")"}), 1U);
    const ImportReport report = to.bringFiles("2026-01-17", {potentials
                                                             + "P1,Hall,,Qualification,500,Ann,2026-01-05,,L1\n"
                                                               "P2,Roof,,Qualification,500,Ann,2026-01-12,,L1\n"});
    EXPECT_EQ(to.with({R"("type":"deal")", R"("id":"zoho:P1")"}), 1U) << "it says what it said";
    EXPECT_EQ(to.with({R"("type":"deal")", R"("id":"zoho:P2")", R"("customer":"Edge")", R"("lead":"zoho:L1")"}), 1U);
    EXPECT_EQ(to.with({R"("type":"customer")"}), 1U) << "none is made up";
    EXPECT_EQ(report.refused, 0U);
}

TEST(LaterThings, ADealWhoseCustomerIsNoLongerNamedKeepsIt)
{
    Exports to;
    to.bringFiles("2026-01-10", {potentials + "P1,Hall,Edge,Qualification,500,Ann,2026-01-05,,\n"});
    const ImportReport report = to.bringFiles("2026-01-17", {potentials + "P1,Hall,,Qualification,500,Ann,2026-01-05,,\n"});
    EXPECT_EQ(report.created + report.updated, 0U);
    EXPECT_EQ(to.with({R"("type":"deal")", R"("customer":"Edge")"}), 1U);
}

TEST(LaterThings, ACallFindsTheContactThatAnEarlierImportBrought)
{
    Exports to;
    to.bringFiles("2026-02-10", {contacts, calls});
    const ImportReport report = to.bringFiles("2026-02-17", {calls + "X2,2026-02-16 10:00,Outbound,Ann,again,K1\n"});
    EXPECT_EQ(report.refused, 0U);
    EXPECT_EQ(report.created, 1U);
    EXPECT_EQ(report.updated, 0U);
    EXPECT_EQ(to.with({R"("type":"activity")", R"("contact":"zoho:K1")", R"("customer":"Edge")"}), 2U);
}

TEST(LaterThings, ALeadThatGoesBackToItsFirstOwnerIsNewsOfTheImport)
{
    Exports to;
    const std::string header = "Lead ID,Lead Name,Lead Source,Owner,Created\n";
    for (const auto &[day, owner] : {std::pair("2026-01-10", "Ann"), {"2026-02-10", "Bob"}, {"2026-03-10", "Ann"}})
        to.bringFiles(day, {header + fmt::format("7,Zed,web,{},2026-01-02\n", owner)});
    const ImportReport again = to.bringFiles("2026-03-11", {header + "7,Zed,web,Ann,2026-01-02\n"});
    EXPECT_EQ(again.created + again.updated, 0U);
    const auto ownerAt = [&](const char *day) {
        std::string owner;
        for (const std::string &fact : tests::facts(*to.desk.workbench, support::parseInstant(day).value())) {
            if (fact.find(R"("type":"lead")") != std::string::npos)
                owner = fact.substr(fact.find(R"("owner":")") + 9, 3);
        }
        return owner;
    };
    EXPECT_EQ(ownerAt("2026-01-20T00:00:00Z"), "Ann") << "nothing before the import is rewritten";
    EXPECT_EQ(ownerAt("2026-02-20T00:00:00Z"), "Bob");
    EXPECT_EQ(ownerAt("2026-03-20T00:00:00Z"), "Ann");
    EXPECT_EQ(to.with({R"("type":"lead")", R"("occurred_at":"2026-01-01T16)"}), 3U) << "it came in when it came in";
}

TEST(LaterThings, ATeamOfTheWorkspaceStaysWhatItIsWhenANewPersonIsInIt)
{
    Exports to;
    to.desk.import(R"({"type":"team","id":"North","name":"The north","kind":"region"}
{"type":"team","id":"e","name":"East","parent":"North"}
)");
    const std::string deals = "Deal ID,Deal Name,Customer,Stage,Amount,Owner,Team,Created\n";
    to.bringFiles("2026-02-10", {deals
                                 + "1,A,Edge,Proposal,500,Bob,East,2026-01-02\n2,B,Edge,Proposal,500,Cai,e,2026-01-02\n"
                                   "3,C,Edge,Proposal,500,Dee,North,2026-01-02\n"});
    EXPECT_EQ(to.with({R"("type":"team")"}), 2U);
    EXPECT_EQ(to.with({R"("type":"team")", R"("id":"e")", R"("name":"East")", R"("parent":"North")"}), 1U);
    EXPECT_EQ(to.with({R"("type":"person")", R"("team":"e")"}), 2U) << "by its name or by its id";
    EXPECT_EQ(to.with({R"("type":"person")", R"("team":"North")"}), 1U);
}

TEST(LaterThings, ATeamGoesIntoAnotherRegionWhereARowSaysSo)
{
    Exports to;
    to.bringFiles("2026-02-10", {teams + "1,A,Edge,Proposal,500,Ann,East,North,2026-01-02\n"});
    to.bringFiles("2026-03-10", {teams + "2,B,Edge,Proposal,500,Bob,East,South,2026-02-02\n"});
    EXPECT_EQ(to.with({R"("type":"team")", R"("id":"East")", R"("parent":"South")"}), 1U);
}

TEST(LaterThings, AnAmountWithoutACurrencyIsInThatOfItsDeal)
{
    Exports to;
    const std::string deals = "Deal ID,Deal Name,Customer,Stage,Amount,Owner,Created\n";
    const std::string row = "9,Roof,Rim,Proposal,800,Ann,2026-01-02\n";
    to.bringFiles("2026-02-10", {deals + "1,A,Edge,Proposal,500,Ann,2026-01-02\n2,B,Edge,Proposal,500,Ann,2026-01-02\n"});
    to.desk.clock.set(support::parseInstant("2026-02-11T01:00:00Z").value());
    const auto file = to.desk.put("euro.csv", deals + row);
    auto job = ImportJob::prepare(*to.desk.workbench, {file}, {});
    ASSERT_TRUE(job);
    job->plan().answers["currency"] = "EUR";
    ASSERT_TRUE(job->run({}));
    ASSERT_EQ(to.with({R"("currency":"EUR")", R"("amount":"800")"}), 1U);
    const ImportReport again = to.bringFiles("2026-02-12", {deals + row});
    EXPECT_EQ(again.created + again.updated, 0U);
}

TEST(LaterThings, ADealWithoutAnIdIsKnownAgainHoweverItsDayIsWritten)
{
    Exports to;
    const std::string header = "Deal Name,Customer,Stage,Amount,Owner,Created\n";
    to.bringFiles("2026-02-10", {header + "A,Edge,Proposal,500,Ann,2026-01-22\n"});
    for (const char *day : {"2026/1/22", "22.01.2026", "2026年1月22日", "2026-01-22 00:00"}) {
        const ImportReport report = to.bringFiles("2026-02-11", {header + fmt::format("A,Edge,Proposal,500,Ann,{}\n", day)});
        EXPECT_EQ(report.created + report.updated, 0U) << day;
    }
}

TEST(LaterThings, TalkWithoutIdsIsKnownAgainBesideANewColumn)
{
    Exports to;
    const std::string deals = "Deal ID,Deal Name,Customer,Stage,Amount,Owner,Created\n1,A,Edge,Proposal,500,Ann,2026-01-02\n";
    exchange::Told told;
    told.rows = exchange::TableRole::Activities;
    using enum exchange::Meaning;
    told.columns = {{"Deal ID", DealId, {}}, {"Started", StartedAt, {}}, {"Subject", Subject, {}}};
    to.bringFiles("2026-02-10", {deals});
    to.bringFiles("2026-02-11", {"Deal ID,Started,Subject\n1,2026-02-02 10:00,hello\n1,2026-02-03 10:00,hello\n"}, told);
    ASSERT_EQ(to.with({R"("type":"activity")"}), 2U);
    const ImportReport more = to.bringFiles(
        "2026-02-12", {"Deal ID,Started,Subject,Mood\n1,2026-02-02 10:00,hello,good\n1,2026-02-03 10:00,hello,bad\n"}, told);
    EXPECT_EQ(more.created, 0U);
    EXPECT_EQ(more.updated, 2U);
    EXPECT_EQ(to.with({R"("type":"activity")", R"("Mood":"good")"}), 1U);
}

TEST(LaterThings, ATableIsTakenForThatOfTheSystemWhoseDealsTheWorkspaceKnows)
{
    Exports to;
    const std::string header = "Deal ID,Deal Name,Deal Stage,Amount,Owner,Create Date";
    to.bringFiles("2026-02-01", {header + "\n1,A,Proposal,500,Ann,2026-01-02\n"});
    ASSERT_EQ(to.with({R"("type":"deal")", R"("id":"1")"}), 1U);
    // Another system's own word stands in a column more.
    to.bringFiles("2026-03-01", {header + ",Pipeline\n1,A,Proposal,500,Ann,2026-01-02,Sales\n"});
    EXPECT_EQ(to.with({R"("type":"deal")", R"("id":"hubspot:)"}), 0U);
    EXPECT_EQ(to.with({R"("type":"deal")", R"("Pipeline":"Sales")"}), 1U);
    to.bringFiles("2026-03-02", {header + ",Pipeline\n1,Another,Proposal,500,Ann,2026-01-02,Sales\n"});
    EXPECT_EQ(to.with({R"("type":"deal")", R"("id":"hubspot:1")"}), 1U) << "another deal may bear the same number";
}

TEST(LaterThings, ADealThatIsDescribedAgainWasStillCreatedInTime)
{
    Exports to;
    const std::string header = "Deal ID,Deal Name,Customer,Stage,Owner,Created,Modified,Note\n";
    for (const auto &[day, note] : {std::pair("2026-02-10", "a"), {"2026-03-10", "b"}, {"2026-04-10", "c"}})
        to.bringFiles(day, {header + fmt::format("1,Hall,Edge,Proposal,Ann,2026-01-02,2026-02-01,{}\n", note)});
    const auto page = to.desk.workbench->deal(tests::dealId("1"), to.desk.now());
    ASSERT_TRUE(page);
    const auto created = std::ranges::find(page->timeline, domain::RowKind::Deal, &TimelineEntry::kind);
    ASSERT_NE(created, page->timeline.end());
    EXPECT_FALSE(created->late);
    EXPECT_EQ(page->lastCorrection, to.desk.now()) << "its last description took the place of another";
}

TEST(LaterThings, TheDaysOfDealsThatAreKnownShowHowATableWritesItsDays)
{
    Exports to;
    const std::string header = "Deal ID,Deal Name,Customer,Stage,Owner,Created,Close Date\n";
    to.bringFiles("2026-02-10", {header + "1,Hall,Edge,Proposal,Ann,2026-01-09,2026-05-12\n"});
    const ImportReport again = to.bringFiles("2026-02-11", {header + "1,Hall,Edge,Proposal,Ann,01/09/2026,05/12/2026\n"});
    EXPECT_EQ(again.created + again.updated, 0U) << "month first, and nobody has to say so";
    to.bringFiles("2026-02-12", {header + "1,Hall,Edge,Proposal,Ann,09/01/2026,10/06/2026\n"});
    EXPECT_THAT(to.way({"close_date"}), testing::Contains("2026-02-12 close_date 2026-06-10")) << "day first";
}

TEST(LaterThings, APersonIsKnownAgainWhoseNameIsSetWithSpaces)
{
    Exports to;
    const std::string header = "Deal ID,Deal Name,Customer,Stage,Owner,Created\n";
    to.bringFiles("2026-02-10", {header + "1,A,华为,Proposal,王芳,2026-01-02\n"});
    const ImportReport again = to.bringFiles("2026-02-11", {header + "1,A,华 为,Proposal,王　芳,2026-01-02\n"});
    EXPECT_EQ(again.created + again.updated, 0U);
}
