// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "desk.h"

#include <fmt/format.h>

using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;
using tests::Desk;
using namespace workbench;

namespace {

const std::string header = "Deal Name,Customer,Stage,Amount,Owner,Created,Modified,Close Date,Next Step\n";

/// A workspace on its way from one export to the next.
class Exports {
public:
    Exports() : desk("") {}

    /// The report of an export with `row`, brought on `day`.
    ImportReport bring(const std::string &day, const std::string &row)
    {
        desk.clock.set(support::parseInstant(day + "T01:00:00Z").value());
        const auto file = desk.put(fmt::format("export{}.csv", ++m_files), header + row + "\n");
        auto job =
            ImportJob::prepare(*desk.workbench, {file}, {.told = {.columns = {{"Modified", exchange::Meaning::ModifiedAt}}}});
        EXPECT_TRUE(job) << (job ? "" : job.error().detail);
        return job->run({}).value();
    }

    /// The events of the workspace as "day kind value", in the order of their times.
    [[nodiscard]] std::vector<std::string> way(std::initializer_list<std::string_view> kinds) const
    {
        std::vector<std::string> told;
        for (const std::string &fact : tests::facts(*desk.workbench)) {
            const std::string kind = part(fact, "kind");
            if (part(fact, "type") == "event" && std::ranges::find(kinds, kind) != kinds.end())
                told.push_back(part(fact, "occurred_at").substr(0, 10) + ' ' + kind + ' ' + valueOf(fact, kind));
        }
        std::ranges::stable_sort(told, {}, [](const std::string &one) { return one.substr(0, 10); });
        return told;
    }

    Desk desk;

private:
    static std::string part(const std::string &fact, const std::string &key)
    {
        const std::size_t at = fact.find('"' + key + "\":\"");
        const std::size_t from = at + key.size() + 4;
        return at == std::string::npos ? std::string() : fact.substr(from, fact.find('"', from) - from);
    }

    static std::string valueOf(const std::string &fact, const std::string &kind)
    {
        return part(fact, kind == "close_date" ? "date" : kind == "owner" ? "person" : kind == "next_step" ? "text" : kind);
    }

    int m_files = 0;
};

} // namespace

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
    EXPECT_THAT(to.way({"stage"}), ElementsAre("2026-01-01 stage negotiating", "2026-02-20 stage lead_confirmed"))
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
    const auto file = to.desk.put("asked.csv", header + "B,Edge,Proposal,500,王伟,2026-01-02,,2026-06-30,\n");
    auto job = ImportJob::prepare(*to.desk.workbench, {file}, {}).value();
    EXPECT_THAT(job.plan().recognition.questions,
                Contains(testing::Field(&exchange::Question::code, exchange::QuestionCode::Owner)));
}
