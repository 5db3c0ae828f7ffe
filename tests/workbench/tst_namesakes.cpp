// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "exports.h"

using testing::ElementsAre;
using tests::Exports;
using namespace workbench;

namespace {

const std::string twoOfEach = R"({"type":"team","id":"east","name":"East"}
{"type":"team","id":"west","name":"West"}
{"type":"person","id":"p1","name":"王伟","role":"manager","team":"east"}
{"type":"person","id":"p2","name":"王伟","role":"rep","team":"west"}
{"type":"customer","id":"c1","name":"Acme","industry":"steel"}
{"type":"customer","id":"c2","name":"Acme","industry":"food"}
{"type":"product","id":"x1","name":"Prod","line":"old"}
{"type":"product","id":"x2","name":"Prod","line":"new"}
)";

const std::string byId = "Deal ID,Deal Name,Customer ID,Customer,Stage,Owner ID,Owner,Created\n";
const std::string byName = "Deal ID,Deal Name,Customer,Stage,Owner,Product,Created\n";

} // namespace

TEST(Namesakes, ThatARowNamesByTheirIdsStayAsTheyAreDescribed)
{
    Exports to;
    to.desk.import(twoOfEach);
    const ImportReport report = to.bringFiles(
        "2026-02-10", {byId + "1,A,c1,Acme,Proposal,p1,王伟,2026-01-02\n2,B,c2,Acme,Proposal,p2,王伟,2026-01-02\n"});
    EXPECT_EQ(report.updated, 0U);
    EXPECT_EQ(to.with({R"("type":"person")", R"("id":"p1")", R"("role":"manager")", R"("team":"east")"}), 1U);
    EXPECT_EQ(to.with({R"("type":"customer")", R"("id":"c1")", R"("industry":"steel")"}), 1U);
    EXPECT_EQ(to.with({R"("type":"deal")", R"("customer":"c2")", R"("owner":"p2")"}), 1U);
    EXPECT_EQ(to.with({R"("id":"imported")"}), 0U);
}

TEST(Namesakes, AmongCustomersAreNotChosenFromByTheirName)
{
    Exports to;
    to.desk.import(twoOfEach);
    const ImportReport report = to.bringFiles("2026-02-10", {byName + "1,A,Acme,Proposal,Ann,,2026-01-02\n"});
    EXPECT_EQ(report.notes.counts().at({"name_shared", "Acme", "c1, c2"}), 1U);
    EXPECT_EQ(to.with({R"("type":"deal")", R"("customer":"1")"}), 1U) << "it gets one of its own";
}

TEST(Namesakes, AmongCustomersRefuseTheRowOfASystemWhoseDealsAllHaveOne)
{
    Exports to;
    to.desk.import(twoOfEach);
    const ImportReport report =
        to.bringFiles("2026-02-10", {"Opportunity Name,Account Name,Stage,Close Date,Opportunity Owner,Created Date\n"
                                     "A,Acme,Prospecting,2026-06-01,Ann,2026-01-02\n"
                                     "B,Edge,Prospecting,2026-06-01,Ann,2026-01-02\n"});
    ASSERT_EQ(report.refused, 1U);
    EXPECT_EQ(report.reasons[0].reason, "name_shared");
    EXPECT_EQ(report.reasons[0].value, "Acme");
    EXPECT_EQ(to.with({R"("type":"deal")"}), 1U);
}

TEST(Namesakes, AmongCustomersLeaveADealWithTheOneThatItHas)
{
    Exports to;
    to.desk.import(twoOfEach);
    to.bringFiles("2026-02-10", {byId + "1,A,c1,Acme,Proposal,p2,王伟,2026-01-02\n"});
    const ImportReport report = to.bringFiles("2026-03-10", {byName + "1,A,Acme,Proposal,,,2026-01-02\n"});
    EXPECT_EQ(report.refused + report.created + report.updated, 0U);
    EXPECT_EQ(to.with({R"("type":"deal")", R"("customer":"c1")"}), 1U);
    EXPECT_EQ(report.notes.counts().at({"name_shared", "Acme", "c1, c2"}), 1U);
}

TEST(Namesakes, AmongProductsLeaveADealWithoutOneOrWithTheOneThatItHas)
{
    Exports to;
    to.desk.import(twoOfEach);
    const ImportReport report = to.bringFiles("2026-02-10", {byName + "1,A,Edge,Proposal,Ann,Prod,2026-01-02\n"});
    EXPECT_EQ(to.with({R"("type":"deal")", R"("product")"}), 0U);
    EXPECT_EQ(report.notes.counts().at({"name_shared", "Prod", "x1, x2"}), 1U);
    to.bringFiles("2026-03-10",
                  {"Deal ID,Deal Name,Customer,Stage,Owner,Article,Created\n"
                   "1,A,Edge,Proposal,Ann,x1,2026-01-02\n"},
                  {.columns = {{"Article", exchange::Meaning::ProductId}}});
    to.bringFiles("2026-04-10", {byName + "1,A,Edge,Proposal,Ann,Prod,2026-01-02\n"});
    EXPECT_EQ(to.with({R"("type":"deal")", R"("product":"x1")"}), 1U);
    EXPECT_EQ(to.with({R"("type":"product")"}), 2U);
}
