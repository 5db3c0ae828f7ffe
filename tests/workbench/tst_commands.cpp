// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "desk.h"

using support::ErrorCode;
using testing::Contains;
using testing::HasSubstr;
using tests::dealId;
using tests::Desk;
using namespace workbench;

namespace {

template <class Id>
Id id(std::string_view text)
{
    return Id::parse(text).value();
}

MoveDeal move(std::string_view deal, std::string_view stage, std::string_view reason = {})
{
    return {dealId(deal), id<domain::StageId>(stage), std::string(reason)};
}

DecideFlag decide(std::string_view deal, std::string_view rule, domain::FlagAct act, std::string_view reason = {})
{
    return {dealId(deal), id<domain::RuleId>(rule), act, std::nullopt, std::string(reason)};
}

TickItem tick(std::string_view deal, std::string_view item, bool done)
{
    return {dealId(deal), id<domain::StageId>("lead_confirmed"), id<domain::ItemId>(item), done};
}

SetDealField set(std::string_view field, std::optional<std::string> value)
{
    return {dealId("D1"), id<domain::FieldId>(field), std::move(value)};
}

/// Whether the list of `rows` holds a flag of `rule` about `id`.
bool isFlagged(const std::vector<FlagAbout> &rows, std::string_view id, std::string_view rule)
{
    return std::ranges::any_of(rows, [&](const FlagAbout &row) { return row.id == id && row.flag.rule == rule; });
}

AssignTask task(std::string_view title)
{
    return {dealId("D1"), domain::TaskKind::AskRep, std::string(title), id<domain::PersonId>("ann"), std::nullopt, std::nullopt};
}

/// One command of each kind that makes no progress on a deal, so that nothing at all is different after its undo.
std::vector<Command> decisions()
{
    DecideFlag snooze = decide("D1", "red_line", domain::FlagAct::Snoozed);
    snooze.until = tests::at("2026-03-05T09:00:00+08:00");
    return {snooze,
            decide("D1", "red_line", domain::FlagAct::Acknowledged),
            decide("D2", "stale", domain::FlagAct::Resolved),
            decide("D2", "stale", domain::FlagAct::Dismissed, "客户已停产"),
            task("请补充报价依据"),
            Together{{decide("D1", "red_line", domain::FlagAct::Acknowledged), task("打电话"), snooze}}};
}

/// Each kind that is progress: afterwards the silence before it is over, and nothing else is different.
std::vector<Command> changes()
{
    return {move("D4", "needs_diagnosed"),
            move("D1", "lead_confirmed"),
            MoveDeal{dealId("D4"), id<domain::StageId>("negotiating"), "特批"},
            MoveDeal{dealId("D1"), id<domain::StageId>("signed"), "特批"},
            tick("D1", "lead_confirmed.1", true),
            tick("D4", "lead_confirmed.1", true),
            tick("D4", "lead_confirmed.2", false),
            set("pain_points", "别的"),
            set("pain_points", std::nullopt),
            set("budget_range", "100 万"),
            JudgeEvidence{dealId("D1"), id<domain::EvidenceId>("E1"), domain::Verdict::Rejected, "看不清"},
            JudgeEvidence{dealId("D1"), id<domain::EvidenceId>("E2"), domain::Verdict::Accepted, {}},
            AssignOwner{dealId("D1"), id<domain::PersonId>("bob")},
            SetCloseDate{dealId("D1"), support::parseDate("2026-03-10").value()},
            SetCloseDate{dealId("D1"), std::nullopt},
            SetCloseDate{dealId("D2"), support::parseDate("2026-05-01").value()},
            Together{{tick("D1", "lead_confirmed.1", true), set("pain_points", "别的"), move("D4", "needs_diagnosed")}}};
}

/// What people see of a deal's state, whatever the silence before.
std::string face(const Workbench &workbench, std::string_view deal)
{
    const DealPage page = workbench.deal(dealId(deal), workbench.now()).value();
    std::string text = page.summary.stageId + '/' + page.summary.provenStageId + ' ' + std::to_string(page.summary.daysInStage);
    text += ' ' + page.summary.owner + ' ' + (page.summary.closeDate ? support::toText(*page.summary.closeDate) : "");
    text += ' ' + std::to_string(page.closePushes);
    for (const Term &term : page.terms)
        text += term.id == "stale" ? "" : ' ' + term.id + std::to_string(term.value);
    for (const StageView &stage : page.stages) {
        text += '\n' + stage.id + (stage.gateHolds ? " holds" : "") + (stage.overridden ? " overridden" : "");
        text += ' ' + std::to_string(stage.days);
        for (const StageView::Item &item : stage.checklist)
            text += item.done ? " +" : " -";
        for (const StageView::Field &field : stage.fields)
            text += ' ' + field.id + '=' + field.value;
    }
    for (const EvidenceView &file : page.evidence)
        text += '\n' + file.id + std::to_string(static_cast<int>(file.verdict)) + (file.counts ? " counts" : "");
    return text;
}

std::string faces(const Workbench &workbench)
{
    return face(workbench, "D1") + '\n' + face(workbench, "D2") + '\n' + face(workbench, "D4");
}

} // namespace

TEST(Commands, DecideOnALeadAndArePutBack)
{
    Desk desk;
    desk.import(
        R"({"type":"customer","id":"solo","name":"Solo"}
{"type":"lead","id":"L1","source":"fair","customer":"solo","owner":"ann","occurred_at":"2026-02-01T09:00:00+08:00"})");
    const auto flagged = [&] { return isFlagged(desk.workbench->today({}, desk.now()).value().leads, "L1", "lead_dormant"); };
    ASSERT_TRUE(flagged());
    const DecideFlag dismiss{domain::LeadId::parse("L1").value(), domain::RuleId::parse("lead_dormant").value(),
                             domain::FlagAct::Dismissed, std::nullopt, "同行，不跟"};
    const Applied applied = desk.apply(dismiss);
    EXPECT_FALSE(flagged());
    desk.apply(applied.undo);
    EXPECT_TRUE(flagged());
}

TEST(Commands, GiveATaskForALeadThatItsFlagTellsOf)
{
    Desk desk;
    desk.import(
        R"({"type":"customer","id":"solo","name":"Solo"}
{"type":"lead","id":"L1","source":"fair","customer":"solo","owner":"ann","occurred_at":"2026-02-01T09:00:00+08:00"})");
    const auto rule = domain::RuleId::parse("lead_dormant").value();
    const DecideFlag seen{domain::LeadId::parse("L1").value(), rule, domain::FlagAct::Acknowledged, std::nullopt, {}};
    const auto task = [&]() -> std::optional<TaskView> {
        const Today today = desk.workbench->today({}, desk.now()).value();
        for (const FlagAbout &about : today.leads) {
            if (about.id == "L1")
                return about.flag.task;
        }
        return std::nullopt;
    };
    desk.apply(seen);
    EXPECT_FALSE(task()) << "it was only seen";
    const support::Date due = support::parseDate("2026-03-20").value();
    const Applied given = desk.apply(Together{
        {AssignTask{std::nullopt, domain::TaskKind::Task, "回电", domain::PersonId::parse("bob").value(), due, rule}, seen}});
    ASSERT_TRUE(task());
    EXPECT_EQ(task()->title, "回电");
    EXPECT_EQ(task()->due, due);
    desk.apply(given.undo);
    EXPECT_FALSE(task());
}

TEST(Commands, RefuseADecisionOnSomebodyWhoIsNotThere)
{
    const Desk desk;
    const auto rule = domain::RuleId::parse("lead_dormant").value();
    const auto decide = [&](FlagSubject about) {
        return desk.workbench->apply(DecideFlag{std::move(about), rule, domain::FlagAct::Acknowledged, std::nullopt, {}})
            .error()
            .code;
    };
    EXPECT_EQ(decide(domain::LeadId::parse("nowhere").value()), ErrorCode::DanglingReference);
    EXPECT_EQ(decide(domain::PersonId::parse("nobody").value()), ErrorCode::UnknownPerson);
}

TEST(Commands, GiveATaskThatIsAboutNoDeal)
{
    Desk desk;
    AssignTask talk = task("一起看看记录");
    talk.deal.reset();
    const Applied applied = desk.apply(talk);
    EXPECT_EQ(applied.facts, 1U);
    EXPECT_THAT(tests::joined(tests::facts(*desk.workbench)), HasSubstr("一起看看记录"));
}

TEST(Commands, ADecisionAndItsUndoLeaveTheBoardAsItWas)
{
    for (std::size_t i = 0; i < decisions().size(); ++i) {
        Desk desk;
        const support::Instant asOf = desk.now() + support::seconds(1);
        const std::string before = tests::board(*desk.workbench, asOf);
        const Applied done = desk.apply(decisions()[i]);
        const std::string after = tests::board(*desk.workbench, asOf);
        const Applied undone = desk.apply(done.undo);
        EXPECT_EQ(tests::board(*desk.workbench, asOf), before) << "command " << i;
        desk.apply(undone.undo);
        EXPECT_EQ(tests::board(*desk.workbench, asOf), after) << "command " << i << " done again";
        desk.reopen();
        EXPECT_EQ(tests::board(*desk.workbench, asOf), after) << "command " << i << " after opening again";
    }
}

TEST(Commands, AChangeAndItsUndoLeaveTheDealAsItWas)
{
    for (std::size_t i = 0; i < changes().size(); ++i) {
        Desk desk;
        const std::string before = faces(*desk.workbench);
        const Applied done = desk.apply(changes()[i]);
        const std::string after = faces(*desk.workbench);
        const auto undone = desk.workbench->apply(done.undo);
        ASSERT_TRUE(undone) << "command " << i << ": " << undone.error().detail;
        EXPECT_EQ(faces(*desk.workbench), before) << "command " << i;
        desk.apply(undone->undo);
        EXPECT_EQ(faces(*desk.workbench), after) << "command " << i << " done again";
    }
}

TEST(Commands, DoneUndoneAndDoneAgainWhileTheClockStandsStill)
{
    Desk desk;
    for (int i = 0; i < 3; ++i) {
        const Applied done = desk.apply(decide("D1", "red_line", domain::FlagAct::Acknowledged));
        EXPECT_EQ(tests::flagState(*desk.workbench, "D1", "red_line", desk.now()), FlagState::Acknowledged) << i;
        desk.apply(done.undo);
        EXPECT_EQ(tests::flagState(*desk.workbench, "D1", "red_line", desk.now()), FlagState::Open) << i;
    }
}

TEST(Commands, TheUndoOfADecisionBringsBackTheOneBefore)
{
    Desk desk;
    desk.apply(decide("D1", "red_line", domain::FlagAct::Dismissed, "客户明年才有预算"));
    const Applied second = desk.apply(decide("D1", "red_line", domain::FlagAct::Acknowledged));
    const auto *undo = std::get_if<DecideFlag>(&second.undo);
    ASSERT_NE(undo, nullptr);
    EXPECT_EQ(undo->act, domain::FlagAct::Dismissed);
    EXPECT_EQ(undo->reason, "客户明年才有预算");
}

TEST(Commands, TheUndoOfADecisionOnAFlagThatCameBackLeavesItOpen)
{
    Desk desk;
    desk.apply(decide("D2", "stale", domain::FlagAct::Dismissed, "客户已停产"));
    desk.clock.set(tests::at("2026-04-20T10:00:00+08:00"));
    desk.import(
        R"({"type":"activity","id":"A9","kind":"call","direction":"in","deal":"D2","occurred_at":"2026-04-20T09:00:00+08:00"})");
    desk.clock.set(tests::at("2026-05-30T10:00:00+08:00"));
    const auto state = [&] { return tests::flagState(*desk.workbench, "D2", "stale", desk.now()); };
    ASSERT_EQ(state(), FlagState::Open) << "a new silence is a new flag";
    const Applied second = desk.apply(decide("D2", "stale", domain::FlagAct::Acknowledged));
    desk.apply(second.undo);
    EXPECT_EQ(state(), FlagState::Open);
}

TEST(Commands, TheUndoOfADecisionOnAFlagThatIsShownAsBackLeavesItOpen)
{
    Desk desk;
    desk.apply(decide("D2", "stale", domain::FlagAct::Dismissed, "客户已停产"));
    desk.clock.set(tests::at("2026-04-20T10:00:00+08:00"));
    desk.import(
        R"({"type":"activity","id":"A9","kind":"call","direction":"in","deal":"D2","occurred_at":"2026-04-20T09:00:30+08:00"})");
    desk.clock.set(tests::at("2026-04-27T09:00:10+08:00"));
    const auto state = [&](support::Instant asOf) { return tests::flagState(*desk.workbench, "D2", "stale", asOf); };
    ASSERT_EQ(state(desk.workbench->live()), FlagState::Open) << "a week of silence ends in this minute";
    ASSERT_NE(state(desk.now()), FlagState::Open);
    const Applied second = desk.apply(decide("D2", "stale", domain::FlagAct::Acknowledged));
    const auto *undo = std::get_if<DecideFlag>(&second.undo);
    ASSERT_NE(undo, nullptr);
    EXPECT_EQ(undo->act, domain::FlagAct::Reopened);
}

TEST(Commands, TheUndoOfAVerdictBringsBackItsReason)
{
    Desk desk;
    desk.apply(JudgeEvidence{dealId("D1"), id<domain::EvidenceId>("E1"), domain::Verdict::Rejected, "看不清"});
    const Applied second = desk.apply(JudgeEvidence{dealId("D1"), id<domain::EvidenceId>("E1"), domain::Verdict::Accepted, {}});
    desk.apply(second.undo);
    const DealPage page = desk.workbench->deal(dealId("D1"), desk.now()).value();
    const auto file = std::ranges::find(page.evidence, "E1", &EvidenceView::id);
    ASSERT_NE(file, page.evidence.end());
    EXPECT_EQ(file->verdict, domain::Verdict::Rejected);
    EXPECT_EQ(file->reason, "看不清");
}

TEST(Commands, TheGateRefusesAndNamesEachConditionAsJudgeMoveDoes)
{
    Desk desk;
    const std::uint64_t facts = desk.workbench->facts();
    const auto unmet = desk.workbench->judgeMove(dealId("D1"), id<domain::StageId>("demonstrated")).value();
    EXPECT_FALSE(unmet.empty());
    const auto refused = desk.workbench->apply(move("D1", "demonstrated"));
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, ErrorCode::GateRefused);
    EXPECT_EQ(desk.workbench->facts(), facts);
    EXPECT_TRUE(desk.workbench->judgeMove(dealId("D1"), id<domain::StageId>("lead_confirmed"))->empty());
    EXPECT_TRUE(desk.workbench->judgeMove(dealId("D4"), id<domain::StageId>("needs_diagnosed"))->empty());
}

TEST(Commands, AnOverrideWithAReasonPassesTheGateAndIsAFact)
{
    Desk desk;
    desk.workbench->actAs(id<domain::PersonId>("mia"));
    desk.apply(move("D1", "demonstrated", "老客户，合同框架已签"));
    EXPECT_EQ(desk.workbench->deal(dealId("D1"), desk.now())->summary.stageId, "demonstrated");
    const std::string lines = tests::joined(tests::facts(*desk.workbench));
    EXPECT_THAT(lines, HasSubstr(R"("kind":"override")"));
    EXPECT_THAT(lines, HasSubstr("老客户，合同框架已签"));
    EXPECT_THAT(lines, HasSubstr(R"("actor":"mia")"));
}

TEST(Commands, TheUndoOfAnOverriddenMoveIsNotRefused)
{
    Desk desk;
    const Applied moved = desk.apply(move("D1", "demonstrated", "特批"));
    const Applied back = desk.apply(moved.undo);
    EXPECT_EQ(desk.workbench->deal(dealId("D1"), desk.now())->summary.stageId, "needs_diagnosed");
    desk.apply(back.undo);
    EXPECT_EQ(desk.workbench->deal(dealId("D1"), desk.now())->summary.stageId, "demonstrated");
}

TEST(Commands, ADealThatIsHandedOnIsInTheScopeOfItsNewOwner)
{
    Desk desk;
    const Scope bobs{.person = id<domain::PersonId>("bob")};
    const Applied handed = desk.apply(AssignOwner{dealId("D1"), id<domain::PersonId>("bob")});
    EXPECT_EQ(desk.workbench->today(bobs, desk.now())->openDeals, 2U);
    EXPECT_EQ(desk.workbench->deal(dealId("D1"), desk.now())->summary.owner, "Bob");
    desk.apply(handed.undo);
    EXPECT_EQ(desk.workbench->today(bobs, desk.now())->openDeals, 1U);
}

TEST(Commands, TheUndoOfACategoryBringsBackTheOneBefore)
{
    Desk desk;
    const auto category = [&] {
        const std::string lines = tests::joined(tests::facts(*desk.workbench));
        const auto at = lines.rfind(R"("category":")");
        return lines.substr(at, lines.find('"', at + 12) - at + 1);
    };
    const Applied first = desk.apply(SetCategory{dealId("D1"), domain::ForecastCategory::Commit});
    EXPECT_EQ(category(), R"("category":"commit")");
    const Applied second = desk.apply(SetCategory{dealId("D1"), domain::ForecastCategory::Omitted});
    desk.apply(second.undo);
    EXPECT_EQ(category(), R"("category":"commit")");
    desk.apply(first.undo);
    EXPECT_EQ(category(), R"("category":"pipeline")");
}

TEST(Commands, MovesOfSeveralDealsAreJudgedEachAndTakenBackAtOnce)
{
    Desk desk;
    const std::string before = faces(*desk.workbench);
    const Together refused{{move("D4", "needs_diagnosed"), move("D2", "needs_diagnosed")}};
    EXPECT_EQ(desk.workbench->apply(refused).error().code, ErrorCode::GateRefused) << "D4 alone might go";
    const Applied done = desk.apply(Together{{move("D4", "needs_diagnosed"), move("D2", "needs_diagnosed", "特批")}});
    EXPECT_EQ(desk.workbench->deal(dealId("D2"), desk.now())->summary.stageId, "needs_diagnosed");
    desk.apply(done.undo);
    EXPECT_EQ(faces(*desk.workbench), before);
}

TEST(Commands, TogetherIsAllOrNothing)
{
    Desk desk;
    const std::string before = tests::board(*desk.workbench, desk.now());
    const std::uint64_t facts = desk.workbench->facts();
    const auto refused = desk.workbench->apply(
        Together{{decide("D1", "red_line", domain::FlagAct::Acknowledged), move("D1", "demonstrated"), task("x")}});
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, ErrorCode::GateRefused);
    EXPECT_EQ(desk.workbench->facts(), facts);
    EXPECT_EQ(tests::board(*desk.workbench, desk.now()), before);
    EXPECT_EQ(desk.apply(Together{}).facts, 0U);
}

TEST(Commands, RefusesWhatIsNotThere)
{
    Desk desk;
    const auto code = [&](const Command &command) {
        const auto applied = desk.workbench->apply(command);
        EXPECT_FALSE(applied);
        return applied ? ErrorCode::Cancelled : applied.error().code;
    };
    EXPECT_EQ(code(move("D9", "demonstrated")), ErrorCode::UnknownDeal);
    EXPECT_EQ(code(move("D1", "nowhere")), ErrorCode::UnknownStage);
    EXPECT_EQ(code(decide("D1", "no_such_rule", domain::FlagAct::Acknowledged)), ErrorCode::UnknownRule);
    AssignTask stranger = task("x");
    stranger.assignee = id<domain::PersonId>("nobody");
    EXPECT_EQ(code(stranger), ErrorCode::UnknownPerson);
    EXPECT_EQ(code(ChangeTask{id<domain::TaskId>("none"), domain::TaskState::Done}), ErrorCode::DanglingReference);
    EXPECT_EQ(code(JudgeEvidence{dealId("D2"), id<domain::EvidenceId>("E1"), domain::Verdict::Accepted, {}}),
              ErrorCode::DanglingReference);
    EXPECT_EQ(code(decide("D1", "red_line", domain::FlagAct::Snoozed)), ErrorCode::MissingKey);
    EXPECT_EQ(code(task("")), ErrorCode::BadText);
}

TEST(Commands, ATaskIsGivenDoneAndTakenBack)
{
    Desk desk;
    AssignTask ask = task("请问预算批了吗？");
    ask.due = support::parseDate("2026-03-04").value();
    const Applied given = desk.apply(ask);
    const auto tasks = [&] { return desk.workbench->deal(dealId("D1"), desk.now())->tasks; };
    ASSERT_EQ(tasks().size(), 1U);
    EXPECT_EQ(tasks()[0].title, "请问预算批了吗？");
    EXPECT_EQ(tasks()[0].assignee, "安娜");
    EXPECT_EQ(tasks()[0].due, ask.due);
    EXPECT_EQ(tasks()[0].state, domain::TaskState::Open);
    const Applied done = desk.apply(ChangeTask{id<domain::TaskId>(tasks()[0].id), domain::TaskState::Done});
    EXPECT_EQ(tasks()[0].state, domain::TaskState::Done);
    desk.apply(done.undo);
    EXPECT_EQ(tasks()[0].state, domain::TaskState::Open);
    desk.apply(given.undo);
    ASSERT_EQ(tasks().size(), 1U);
    EXPECT_EQ(tasks()[0].state, domain::TaskState::Cancelled);
}

TEST(Commands, EachIsAnnouncedOnce)
{
    Desk desk;
    std::vector<Change> heard;
    desk.workbench->onChange([&](const Change &change) { heard.push_back(change); });
    desk.apply(Together{{decide("D1", "red_line", domain::FlagAct::Acknowledged), task("x"), move("D4", "needs_diagnosed")}});
    ASSERT_EQ(heard.size(), 1U);
    EXPECT_EQ(heard[0].kind, Change::Kind::Facts);
    EXPECT_THAT(heard[0].deals, Contains("D4"));
    EXPECT_THAT(heard[0].deals, Contains("D1"));
    EXPECT_FALSE(desk.workbench->apply(move("D1", "demonstrated")));
    EXPECT_EQ(heard.size(), 1U) << "a refusal changes nothing";
}

TEST(Commands, AreKnownFromTheirTimeOn)
{
    Desk desk;
    const support::Instant before = desk.now();
    const std::string then = tests::board(*desk.workbench, before - support::hours(1));
    desk.clock.set(before + support::hours(2));
    desk.apply(move("D4", "needs_diagnosed"));
    EXPECT_EQ(desk.workbench->deal(dealId("D4"), before)->summary.stageId, "lead_confirmed");
    EXPECT_EQ(desk.workbench->deal(dealId("D4"), desk.now())->summary.stageId, "needs_diagnosed");
    EXPECT_EQ(tests::board(*desk.workbench, before - support::hours(1)), then);
    EXPECT_GT(desk.workbench->pending(), 0U);
}
