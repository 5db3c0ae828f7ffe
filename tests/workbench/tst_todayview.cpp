// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "desk.h"

#include <fmt/format.h>

using testing::Contains;
using testing::IsEmpty;
using testing::Not;
using testing::SizeIs;
using testing::UnorderedElementsAre;
using tests::Desk;
using namespace workbench;

namespace {

Scope team(std::string_view id)
{
    return {.team = domain::TeamId::parse(id).value()};
}

Scope person(std::string_view id)
{
    return {.person = domain::PersonId::parse(id).value()};
}

DecideFlag decide(std::string_view deal, const std::string &rule, domain::FlagAct act)
{
    return {tests::dealId(deal), domain::RuleId::parse(rule).value(), act, std::nullopt, {}};
}

/// Decides on every flag that the deal shows in today's list.
void decideAll(Desk &desk, std::string_view deal, const std::function<DecideFlag(DecideFlag)> &how)
{
    const DealPage page = desk.workbench->deal(tests::dealId(deal), desk.now()).value();
    for (const Flag &flag : page.flags)
        desk.apply(how(decide(deal, flag.rule, domain::FlagAct::Acknowledged)));
}

DecideFlag dismissed(DecideFlag decision)
{
    decision.act = domain::FlagAct::Dismissed;
    decision.reason = "本周不处理";
    return decision;
}

/// Open deals of Ann's that nobody has touched for weeks.
std::string neglectedDeals(int count)
{
    std::string lines;
    for (int i = 0; i < count; ++i) {
        lines += fmt::format(R"({{"type":"deal","id":"N{0}","customer":"zen","name":"N{0}","owner":"ann",)"
                             R"("occurred_at":"2026-01-01T09:00:00+08:00"}})"
                             "\n"
                             R"({{"type":"event","deal":"N{0}","kind":"amount","amount":"{1}","currency":"CNY",)"
                             R"("occurred_at":"2026-01-01T09:00:00+08:00"}})"
                             "\n",
                             i, (i + 1) * 10000);
    }
    return lines;
}

/// What an answer says of each deal, with everything that a decision on one of them may change.
std::vector<std::string> told(const Today &today)
{
    std::vector<std::string> lines;
    for (const auto *list : {&today.listed, &today.below}) {
        for (const TodayItem &item : *list) {
            std::string line = fmt::format("{} {} {} {}", item.place, item.deal.name, item.deal.owner, item.deal.stageId);
            for (const Flag &flag : item.flags)
                line += fmt::format(" {}={} since {} rank {} missing {} task '{}'", flag.rule, static_cast<int>(flag.state),
                                    flag.since->micros, flag.rank, flag.missing.size(), flag.task ? flag.task->title : "");
            lines.push_back(std::move(line));
        }
    }
    return lines;
}

} // namespace

TEST(TodayView, DoesNotTakeWhatNobodyRecordsForAnAbsence)
{
    Desk desk(R"({"type":"person","id":"ann","name":"Ann","role":"rep","team":"a"}
{"type":"team","id":"a","name":"A"}
{"type":"customer","id":"zen","name":"Zen"}
)" + neglectedDeals(2));
    const auto reasons = [&desk] {
        std::vector<std::string> rules;
        const Today today = desk.workbench->today({}, desk.now()).value();
        for (const TodayItem &item : today.listed) {
            for (const Flag &flag : item.flags)
                rules.push_back(flag.rule);
        }
        return rules;
    };
    EXPECT_THAT(reasons(), Contains("stage_overrun"));
    EXPECT_THAT(reasons(), Not(Contains("no_interaction")));
    EXPECT_THAT(desk.workbench->today({}, desk.now()).value().silent, Not(IsEmpty()));
    desk.import(R"({"type":"activity","id":"A1","kind":"call","direction":"out","deal":"N0",)"
                R"("occurred_at":"2026-01-02T09:00:00+08:00"})");
    EXPECT_THAT(reasons(), Contains("no_interaction")) << "talk is recorded now, and the others have none";
}

TEST(TodayView, TellsOfThePastWhenItsNewestRecordWasMade)
{
    const Desk desk;
    const auto dataTime = [&](std::string_view asOf) { return desk.workbench->today({}, tests::at(asOf)).value().dataTime; };
    EXPECT_EQ(dataTime("2026-02-19T12:00:00+08:00"), tests::at("2026-02-10T09:00:00+08:00"))
        << "the visit of the twelfth was not recorded yet";
    EXPECT_EQ(dataTime("2026-02-21T12:00:00+08:00"), tests::at("2026-02-20T09:00:00+08:00"));
}

TEST(TodayView, ListsTheDealsThatNeedSomebodyEachWithItsReasonFirst)
{
    const Desk desk;
    const Today today = desk.workbench->today({}, desk.now()).value();
    EXPECT_EQ(today.openDeals, 3U);
    EXPECT_THAT(tests::listed(today), Not(Contains("D3")));
    ASSERT_FALSE(today.listed.empty());
    int place = 0;
    for (const TodayItem &item : today.listed) {
        EXPECT_EQ(item.place, ++place);
        ASSERT_FALSE(item.flags.empty());
        EXPECT_FALSE(item.flags.front().sentence.zh.empty());
        EXPECT_LE(item.flags.front().since.value(), desk.now());
        EXPECT_TRUE(std::is_sorted(item.flags.begin() + 1, item.flags.end(),
                                   [](const Flag &a, const Flag &b) { return a.rank > b.rank; }));
        EXPECT_DOUBLE_EQ(item.flags.front().rank,
                         item.flags.front().money * item.flags.front().urgency * item.flags.front().actionability);
    }
    EXPECT_EQ(today.dataTime, desk.now()) << "the organisation was learned at the import";
}

TEST(TodayView, ItsCountsOpenToTheDealsThatTheyCount)
{
    const Desk desk;
    const Today today = desk.workbench->today({}, desk.now()).value();
    const auto counted = [&](const Scope &scope, Counted which, std::size_t limit) {
        return desk.workbench->counted(scope, desk.now(), which, limit).value();
    };
    const CountedDeals open = counted({}, Counted::Open, 10);
    EXPECT_EQ(open.total, today.openDeals);
    EXPECT_THAT(open.deals, SizeIs(today.openDeals));
    EXPECT_TRUE(std::ranges::is_sorted(open.deals, {}, &DealSummary::health)) << "the worst first";
    EXPECT_EQ(counted({}, Counted::Red, 10).total, today.redDeals);
    EXPECT_EQ(counted({}, Counted::PutAside, 10).total, today.snoozed);
    EXPECT_EQ(counted(person("bob"), Counted::Open, 10).total, 1U);
    const CountedDeals first = counted({}, Counted::Open, 1);
    EXPECT_THAT(first.deals, SizeIs(1));
    EXPECT_EQ(first.total, today.openDeals);
}

TEST(TodayView, AScopeIsATeamWithEverythingUnderItOrAPerson)
{
    const Desk desk;
    const auto open = [&](const Scope &scope) { return desk.workbench->today(scope, desk.now())->openDeals; };
    EXPECT_EQ(open(team("north")), 2U);
    EXPECT_EQ(open(team("a")), 2U);
    EXPECT_EQ(open(team("b")), 1U);
    EXPECT_EQ(open(person("bob")), 1U);
    EXPECT_EQ(open(person("mia")), 0U);
    EXPECT_EQ(open(team("nowhere")), 0U);
    EXPECT_THAT(tests::listed(desk.workbench->today(team("b"), desk.now()).value()), UnorderedElementsAre("D2"));
}

TEST(TodayView, APersonLooksAfterTheirDealsOrTheirTeam)
{
    const Desk desk;
    const auto scope = [&](std::string_view id) {
        return scopeOf(*desk.workbench, domain::PersonId::parse(id).value(), desk.now());
    };
    EXPECT_EQ(scope("ann").value(), person("ann"));
    EXPECT_EQ(scope("mia").value(), team("a"));
    EXPECT_EQ(scope("dan").value(), team("north"));
    ASSERT_FALSE(scope("nobody"));
    EXPECT_EQ(scope("nobody").error().code, support::ErrorCode::UnknownPerson);
}

TEST(TodayView, TeamsAreThoseOfTheDayAskedAbout)
{
    Desk desk;
    desk.import(
        R"({"type":"membership","person":"ann","team":"b","from":"2026-02-15","recorded_at":"2026-02-15T00:00:00+08:00"})");
    const auto open = [&](std::string_view day, const Scope &scope) {
        return desk.workbench->today(scope, tests::at(std::string(day) + "T12:00:00+08:00"))->openDeals;
    };
    EXPECT_EQ(open("2026-02-10", team("a")), 2U);
    EXPECT_EQ(open("2026-02-10", team("b")), 1U);
    EXPECT_EQ(open("2026-03-01", team("a")), 0U);
    EXPECT_EQ(open("2026-03-01", team("b")), 3U);
}

TEST(TodayView, ThePastStaysAsItWasWhateverIsDecidedLater)
{
    Desk desk;
    const support::Instant then = tests::at("2026-02-25T10:00:00+08:00");
    const std::string before = tests::board(*desk.workbench, then);
    ASSERT_FALSE(desk.workbench->today({}, then)->listed.empty());
    for (const char *deal : {"D1", "D2", "D4"})
        decideAll(desk, deal, dismissed);
    EXPECT_THAT(desk.workbench->today({}, desk.now())->listed, IsEmpty());
    EXPECT_EQ(tests::board(*desk.workbench, then), before);
}

TEST(TodayView, ASnoozedDealIsAwayUntilItWakes)
{
    Desk desk;
    const support::Instant until = tests::at("2026-03-05T09:00:00+08:00");
    decideAll(desk, "D2", [&](DecideFlag decision) {
        decision.act = domain::FlagAct::Snoozed;
        decision.until = until;
        return decision;
    });
    const Today now = desk.workbench->today({}, desk.now()).value();
    EXPECT_THAT(tests::listed(now), Not(Contains("D2")));
    EXPECT_EQ(now.snoozed, 1U);
    EXPECT_EQ(now.nextWake, until);
    const support::Instant justBefore = until - support::Duration{1};
    EXPECT_THAT(tests::listed(desk.workbench->today({}, justBefore).value()), Not(Contains("D2")));
    EXPECT_THAT(tests::listed(desk.workbench->today({}, until).value()), Contains("D2"));
}

TEST(TodayView, ASnoozedLeadIsCountedUntilItWakes)
{
    Desk desk;
    desk.import(R"({"type":"customer","id":"solo","name":"Solo"}
{"type":"lead","id":"L1","source":"fair","customer":"solo","owner":"ann","occurred_at":"2026-02-01T09:00:00+08:00"})");
    const support::Instant until = tests::at("2026-03-05T09:00:00+08:00");
    const Today before = desk.workbench->today({}, desk.now()).value();
    ASSERT_THAT(before.leads, Not(IsEmpty()));
    EXPECT_EQ(before.othersSnoozed, 0U);
    for (const FlagAbout &about : before.leads)
        desk.apply(DecideFlag{domain::LeadId::parse("L1").value(),
                              domain::RuleId::parse(about.flag.rule).value(),
                              domain::FlagAct::Snoozed,
                              until,
                              {}});
    const Today now = desk.workbench->today({}, desk.now()).value();
    EXPECT_THAT(now.leads, IsEmpty());
    EXPECT_EQ(now.othersSnoozed, 1U);
    EXPECT_EQ(now.nextWake, until);
    EXPECT_EQ(desk.workbench->today(person("bob"), desk.now()).value().othersSnoozed, 0U) << "it is Ann's";
    EXPECT_EQ(desk.workbench->today({}, until).value().othersSnoozed, 0U);
}

TEST(TodayView, ADismissedFlagStaysAwayUntilItHoldsAnew)
{
    Desk desk;
    desk.apply(dismissed(decide("D2", "stale", domain::FlagAct::Dismissed)));
    const auto state = [&](std::string_view day) { return tests::flagState(*desk.workbench, "D2", "stale", tests::at(day)); };
    EXPECT_EQ(state("2026-03-02T10:00:01+08:00"), FlagState::Dismissed);
    EXPECT_EQ(state("2026-04-15T10:00:00+08:00"), FlagState::Dismissed);
    desk.clock.set(tests::at("2026-04-20T10:00:00+08:00"));
    desk.import(
        R"({"type":"activity","id":"A9","kind":"call","direction":"in","deal":"D2","occurred_at":"2026-04-20T09:00:00+08:00"})");
    EXPECT_EQ(state("2026-04-21T10:00:00+08:00"), std::nullopt) << "progress ends it";
    EXPECT_EQ(state("2026-05-30T10:00:00+08:00"), FlagState::Open) << "a new silence is a new flag";
}

TEST(TodayView, WhatIsOverTheFocusBudgetIsCountedBelowTheLine)
{
    Desk desk;
    desk.import(neglectedDeals(20));
    const Today today = desk.workbench->today({}, desk.now()).value();
    EXPECT_THAT(today.listed, SizeIs(8));
    EXPECT_EQ(today.below.size(), today.belowTotal);
    EXPECT_EQ(today.listed.size() + today.belowTotal, 23U);
    EXPECT_EQ(today.below.front().place, 9);
    double last = today.listed.front().flags.front().rank;
    for (const TodayItem &item : today.listed) {
        EXPECT_LE(item.flags.front().rank, last);
        last = item.flags.front().rank;
    }
    EXPECT_LE(today.below.front().flags.front().rank, last);
    EXPECT_GT(today.redDeals, 0U);
}

TEST(TodayView, SaysAfterADecisionWhatItSaysOfTheFileReadAnew)
{
    Desk desk;
    desk.import(neglectedDeals(600)); // more than one part of the board
    const support::Instant live = desk.workbench->live();
    const auto today = [&] { return told(desk.workbench->today({}, live, {}, {.below = 1000}).value()); };
    const std::vector<std::string> before = today();
    const Today first = desk.workbench->today({}, live).value();
    const TodayItem &chosen = first.below.back();
    const domain::RuleId rule = domain::RuleId::parse(chosen.flags.front().rule).value();
    const auto ann = domain::PersonId::parse("ann").value();
    const std::vector<Command> commands{
        AssignTask{chosen.deal.id, domain::TaskKind::Task, "回访", ann, {}, rule},
        TickItem{tests::dealId("N7"), domain::StageId::parse("lead_confirmed").value(),
                 domain::ItemId::parse("lead_confirmed.1").value(), true},
        DecideFlag{*first.listed.front().deal.id, rule, domain::FlagAct::Acknowledged, std::nullopt, {}},
    };
    std::vector<std::string> after;
    for (const Command &command : commands) {
        desk.apply(command);
        after = today();
    }
    EXPECT_NE(after, before);
    desk.reopen();
    EXPECT_EQ(today(), after);
}

TEST(TodayView, GivesAsMuchOfWhatIsBelowTheLineAsIsAskedFor)
{
    Desk desk;
    desk.import(neglectedDeals(20));
    const Today all = desk.workbench->today({}, desk.now()).value();
    const Today some = desk.workbench->today({}, desk.now(), {}, {.below = 3}).value();
    EXPECT_EQ(some.belowTotal, all.belowTotal);
    ASSERT_THAT(some.below, SizeIs(3));
    for (std::size_t i = 0; i < some.below.size(); ++i)
        EXPECT_EQ(some.below[i].deal.id, all.below[i].deal.id);
}

TEST(TodayView, SaysOfALeadWhoseItIsAndWhereItCameFrom)
{
    Desk desk;
    desk.import(
        R"({"type":"customer","id":"solo","name":"Solo"}
{"type":"lead","id":"L1","source":"fair","customer":"solo","owner":"ann","occurred_at":"2026-02-01T09:00:00+08:00"}
{"type":"lead","id":"L2","source":"web","owner":"ann","occurred_at":"2026-02-10T09:00:00+08:00"})");
    const Today today = desk.workbench->today({}, desk.now()).value();
    EXPECT_EQ(today.leadsTotal, 2U);
    ASSERT_THAT(today.leads, SizeIs(2));
    EXPECT_EQ(today.leads[0].id, "L2") << "the younger first";
    EXPECT_THAT(today.leads[0].name, IsEmpty());
    const FlagAbout &fair = today.leads[1];
    EXPECT_THAT(std::vector({fair.name, fair.ownerId, fair.source}), testing::ElementsAre("Solo", "ann", "fair"));
    EXPECT_NEAR(fair.ageDays, 29, 0.1);
    ASSERT_TRUE(fair.flag.since);
    EXPECT_GT(*fair.flag.since, tests::at("2026-02-01T09:00:00+08:00"));
    EXPECT_LT(*fair.flag.since, desk.now());
}

TEST(TodayView, ShowsNoHealthWhereNobodyRecordsWhatItIsMadeOf)
{
    const Desk desk(R"({"type":"person","id":"ann","name":"Ann","role":"rep","team":"a"}
{"type":"team","id":"a","name":"A"}
{"type":"customer","id":"zen","name":"Zen"}
)" + neglectedDeals(2));
    const Today bare = desk.workbench->today({}, desk.now()).value();
    EXPECT_FALSE(bare.judgesHealth);
    ASSERT_FALSE(bare.listed.empty());
    EXPECT_EQ(bare.listed.front().deal.shownHealth, std::nullopt);
    EXPECT_TRUE(bare.listed.front().deal.health) << "the number itself is still there to be asked for";

    const Desk full;
    const Today told = full.workbench->today({}, full.now()).value();
    EXPECT_TRUE(told.judgesHealth);
    EXPECT_EQ(told.listed.front().deal.shownHealth, told.listed.front().deal.health);
}

TEST(TodayView, TellsADealsStageThatThePlaybookDoesNotHaveAsItWasWritten)
{
    Desk desk(R"({"type":"person","id":"ann","name":"Ann","role":"rep","team":"a"}
{"type":"team","id":"a","name":"A"}
{"type":"customer","id":"zen","name":"Zen"}
{"type":"deal","id":"N","customer":"zen","name":"N","owner":"ann","occurred_at":"2026-02-27T09:00:00+08:00"}
{"type":"event","deal":"N","kind":"stage","stage":"pilot","occurred_at":"2026-02-28T09:00:00+08:00"})");
    const DealSummary deal = desk.workbench->deal(tests::dealId("N"), desk.now()).value().summary;
    EXPECT_FALSE(deal.stageKnown);
    EXPECT_EQ(deal.stageId, "pilot");
    EXPECT_EQ(deal.stage, (domain::Label{"pilot", "pilot"}));
    EXPECT_EQ(deal.provenGap, 0);
    EXPECT_DOUBLE_EQ(deal.daysInStage, support::inDays(desk.now() - support::parseInstant("2026-02-28T01:00:00Z").value()));
    const Today quiet = desk.workbench->today({}, desk.now()).value();
    ASSERT_THAT(quiet.listed, IsEmpty());
    EXPECT_EQ(quiet.strayDeals, 1U);
    desk.import(R"({"type":"event","deal":"N","kind":"stage","stage":"demonstrated","occurred_at":"2026-03-01T09:00:00+08:00"})");
    EXPECT_TRUE(desk.workbench->deal(tests::dealId("N"), desk.now()).value().summary.stageKnown);
    EXPECT_EQ(desk.workbench->today({}, desk.now()).value().strayDeals, 0U);
}

TEST(TodayView, SaysWhereNothingIsFlaggedWhatTimeAloneWillBring)
{
    Desk desk(R"({"type":"person","id":"ann","name":"Ann","role":"rep","team":"a"}
{"type":"team","id":"a","name":"A"}
{"type":"customer","id":"zen","name":"Zen"}
{"type":"deal","id":"N","customer":"zen","name":"N","owner":"ann","occurred_at":"2026-03-01T09:00:00+08:00"})");
    const auto upcoming = [&] { return desk.workbench->today({}, desk.now()).value().upcoming; };
    ASSERT_TRUE(upcoming());
    EXPECT_EQ(upcoming()->kind, Upcoming::Kind::StageLimit);
    EXPECT_EQ(support::toText(upcoming()->day), "2026-03-31");
    EXPECT_EQ(upcoming()->customer, "Zen");
    desk.import(
        R"({"type":"event","deal":"N","kind":"close_date","date":"2026-03-09","occurred_at":"2026-03-01T09:00:00+08:00"})");
    EXPECT_EQ(upcoming()->kind, Upcoming::Kind::CloseDate);
    EXPECT_EQ(support::toText(upcoming()->day), "2026-03-09");
    desk.import(R"({"type":"event","deal":"N","kind":"lost","occurred_at":"2026-03-01T10:00:00+08:00"})");
    EXPECT_FALSE(upcoming());
}

TEST(TodayView, AStoppedQuestionIsNotAnswered)
{
    const Desk desk;
    std::stop_source stop;
    stop.request_stop();
    const auto today = desk.workbench->today({}, desk.now(), stop.get_token());
    ASSERT_FALSE(today);
    EXPECT_EQ(today.error().code, support::ErrorCode::Cancelled);
}

TEST(TodayView, IsComparedWithAnotherDayInPlace)
{
    Desk desk;
    desk.import(neglectedDeals(3));
    const support::Instant then = tests::at("2026-01-20T10:00:00+08:00");
    const Today before = desk.workbench->today({}, then).value();
    const Today now = desk.workbench->today({}, desk.now(), {}, {.compared = then}).value();
    EXPECT_FALSE(before.compared) << "nobody asked";
    ASSERT_TRUE(now.compared);
    EXPECT_EQ(now.compared->open, before.openDeals);
    EXPECT_EQ(now.compared->red, before.redDeals);
    EXPECT_EQ(now.compared->flagged, before.listed.size() + before.belowTotal);
    const std::vector<std::string> flaggedThen = tests::listed(before);
    std::size_t still = 0;
    for (const auto *list : {&now.listed, &now.below}) {
        for (const TodayItem &item : *list) {
            EXPECT_EQ(item.isNew, std::ranges::find(flaggedThen, item.deal.id->text()) == flaggedThen.end())
                << item.deal.id->text();
            still += item.isNew ? 0U : 1U;
        }
    }
    EXPECT_EQ(now.compared->gone, flaggedThen.size() - still);
    EXPECT_THAT(now.listed, Contains(testing::Field(&TodayItem::isNew, true)));
    const Today same = desk.workbench->today({}, desk.now(), {}, {.compared = desk.now()}).value();
    EXPECT_THAT(same.listed, testing::Each(testing::Field(&TodayItem::isNew, false)));
    EXPECT_EQ(same.compared->gone, 0U);
}
