// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "desk.h"

#include "exchange/playbookjson.h"

#include <algorithm>
#include <random>

using testing::Each;
using testing::HasSubstr;
using testing::SizeIs;
using tests::Desk;
using namespace workbench;

namespace {

constexpr std::array<std::string_view, 6> days{"2025-10-06T12:00:00+08:00", "2025-12-31T12:00:00+08:00",
                                               "2026-01-12T12:00:00+08:00", "2026-02-15T12:00:00+08:00",
                                               "2026-02-28T12:00:00+08:00", "2026-03-02T10:00:00+08:00"};

/// A desk where people have worked: decisions, a task done, a move and a correction.
std::unique_ptr<Desk> workedDesk()
{
    auto desk = std::make_unique<Desk>();
    const auto stage = [](std::string_view id) { return domain::StageId::parse(id).value(); };
    DecideFlag snooze{
        tests::dealId("D1"), domain::RuleId::parse("red_line").value(), domain::FlagAct::Snoozed, tests::at("2026-03-05"), {}};
    desk->apply(snooze);
    desk->apply(MoveDeal{tests::dealId("D1"), stage("demonstrated"), "特批"});
    const Applied task =
        desk->apply(AssignTask{tests::dealId("D2"), domain::TaskKind::Task, "问清预算", domain::PersonId::parse("bob").value(),
                               support::parseDate("2026-03-09").value(), std::nullopt});
    desk->apply(task.undo);
    desk->import(
        R"({"type":"customer","id":"acme","name":"远景诊断（集团）","recorded_at":"2026-02-20T09:00:00+08:00","备注":{"等级":["A",1]}})");
    return desk;
}

} // namespace

TEST(Exporting, ImportedElsewhereGivesTheSameBytes)
{
    const auto desk = workedDesk();
    const std::vector<std::string> lines = tests::facts(*desk->workbench);
    EXPECT_EQ(lines.size(), desk->workbench->facts());
    const Desk copy(tests::joined(lines));
    EXPECT_EQ(tests::facts(*copy.workbench), lines);
    for (const std::string_view day : days) {
        EXPECT_EQ(tests::board(*copy.workbench, tests::at(day)), tests::board(*desk->workbench, tests::at(day))) << day;
        EXPECT_EQ(tests::funnels(*copy.workbench, tests::at(day)), tests::funnels(*desk->workbench, tests::at(day))) << day;
    }
}

TEST(Exporting, OfOneTypeHoldsNothingElse)
{
    const Desk desk;
    std::vector<std::string> lines;
    const auto take = [&](std::string_view line) -> support::Result<void> {
        lines.emplace_back(line);
        return {};
    };
    ASSERT_TRUE(exportFacts(*desk.workbench, {"deal"}, {take}));
    EXPECT_THAT(lines, SizeIs(4));
    EXPECT_THAT(lines, Each(HasSubstr(R"("type":"deal")")));
}

TEST(Exporting, OfAFileAloneGivesTheSameLines)
{
    const auto desk = workedDesk();
    std::vector<std::string> lines;
    const auto take = [&](std::string_view line) -> support::Result<void> {
        lines.emplace_back(line);
        return {};
    };
    ASSERT_TRUE(exportFile(desk->workbench->file(), {}, {take}));
    EXPECT_EQ(lines, tests::facts(*desk->workbench));
    const auto missing = exportFile(desk->workbench->file().parent_path() / "none.plumb", {}, {take});
    EXPECT_EQ(missing.error().code, support::ErrorCode::FileMissing);
}

TEST(Exporting, StopsWhereTheLinesCannotGo)
{
    const Desk desk;
    int taken = 0;
    const auto refuse = [&](std::string_view) -> support::Result<void> {
        return ++taken < 3 ? support::Result<void>() : support::failure(support::ErrorCode::DiskFull, "x", "no room");
    };
    const auto exported = exportFacts(*desk.workbench, {}, {refuse});
    ASSERT_FALSE(exported);
    EXPECT_EQ(exported.error().code, support::ErrorCode::DiskFull);
    EXPECT_EQ(taken, 3);
}

TEST(Exporting, WhatWasKnownThenGivesTheBoardOfThen)
{
    const auto desk = workedDesk();
    // People and teams say no time of their own: they were learned at the import, and serve the days before it as well.
    const auto isOrganisation = [](const std::string &line) {
        return line.find(R"("type":"team")") != std::string::npos || line.find(R"("type":"person")") != std::string::npos;
    };
    std::string organisation;
    for (const std::string &line : tests::storyLines())
        organisation += isOrganisation(line) ? line + '\n' : "";
    for (const std::string_view day : days) {
        const support::Instant then = tests::at(day);
        const std::vector<std::string> known = tests::facts(*desk->workbench, then);
        const Desk copy(organisation + tests::joined(known));
        EXPECT_EQ(tests::board(*copy.workbench, then), tests::board(*desk->workbench, then)) << day;
        EXPECT_EQ(tests::funnels(*copy.workbench, then), tests::funnels(*desk->workbench, then)) << day;
    }
}

TEST(Exporting, TheOrderOfTheLinesDoesNotMatter)
{
    const Desk desk;
    std::vector<std::string> lines = tests::storyLines();
    std::mt19937 random(7);
    for (int round = 0; round < 5; ++round) {
        std::ranges::shuffle(lines, random);
        const Desk shuffled(tests::joined(lines));
        for (const std::string_view day : days) {
            EXPECT_EQ(tests::board(*shuffled.workbench, tests::at(day)), tests::board(*desk.workbench, tests::at(day))) << day;
            EXPECT_EQ(tests::funnels(*shuffled.workbench, tests::at(day)), tests::funnels(*desk.workbench, tests::at(day)))
                << day;
        }
    }
}

TEST(Reports, TheScoreOfOneDealIsTheOneInTheList)
{
    const Desk desk;
    std::vector<ScoreLine> all;
    ASSERT_TRUE(scores(*desk.workbench, desk.now(), std::nullopt, [&](const ScoreLine &line) { all.push_back(line); }));
    ASSERT_THAT(all, SizeIs(3));
    EXPECT_TRUE(std::ranges::is_sorted(all, {}, &ScoreLine::deal));
    for (const ScoreLine &line : all) {
        const auto same = [&](const ScoreLine &one) {
            EXPECT_EQ(one.health, line.health);
            EXPECT_EQ(one.proven, line.proven);
        };
        EXPECT_TRUE(scores(*desk.workbench, desk.now(), tests::dealId(line.deal), same));
        std::int64_t sum = 0;
        for (const Term &term : line.terms)
            sum += term.value;
        EXPECT_EQ(line.health, sum);
    }
    const auto none = scores(*desk.workbench, desk.now(), tests::dealId("D9"), [](const ScoreLine &) {});
    ASSERT_FALSE(none);
    EXPECT_EQ(none.error().code, support::ErrorCode::UnknownDeal);
}

TEST(Reports, TheFlagsOfTodayAreThoseOfTheTodayPage)
{
    const Desk desk;
    const Today today = desk.workbench->today({}, desk.now()).value();
    std::vector<FlagLine> lines;
    ASSERT_TRUE(flags(*desk.workbench, {}, desk.now(), false, [&](const FlagLine &line) { lines.push_back(line); }));
    ASSERT_EQ(lines.size(), today.listed.size());
    for (std::size_t i = 0; i < lines.size(); ++i) {
        EXPECT_EQ(lines[i].place, today.listed[i].place);
        EXPECT_EQ(lines[i].id, today.listed[i].deal.id->text());
        EXPECT_EQ(lines[i].flag.rule, today.listed[i].flags.front().rule);
    }
}

TEST(Reports, EveryDealEntersAStageOfTheFunnelOnce)
{
    const Desk desk;
    FunnelRequest request;
    request.asOf = desk.now();
    const auto slices = funnel(*desk.workbench, request).value();
    ASSERT_THAT(slices, SizeIs(1));
    ASSERT_THAT(slices[0].stages, SizeIs(6));
    for (const FunnelStageLine &stage : slices[0].stages)
        EXPECT_EQ(stage.entered, stage.forward + stage.back + stage.lost + stage.open + stage.elsewhere) << stage.stage;
    request.by = FunnelBy::Team;
    std::uint32_t entered = 0;
    const auto cut = funnel(*desk.workbench, request);
    for (const FunnelSliceLine &slice : cut.value())
        entered += slice.stages[0].entered;
    EXPECT_EQ(entered, slices[0].stages[0].entered);
    request.pipeline = domain::PipelineId::parse("no_such").value();
    EXPECT_EQ(funnel(*desk.workbench, request).error().code, support::ErrorCode::UnknownStage);
}

TEST(Reports, APublishedPlaybookHoldsFromThenOn)
{
    Desk desk;
    domain::Playbook playbook = desk.workbench->playbook(desk.now());
    playbook.health.roleWeight = 50;
    const support::Instant before = desk.now();
    desk.clock.set(before + support::hours(1));
    const int version = publishPlaybook(*desk.workbench, exchange::writePlaybook(playbook), "more for roles").value();
    EXPECT_EQ(version, playbook.version + 1);
    EXPECT_EQ(desk.workbench->playbook(desk.now()).health.roleWeight, 50);
    const auto refused = publishPlaybook(*desk.workbench, "{\"format\":1}", "");
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, support::ErrorCode::BadPlaybook);
    EXPECT_EQ(desk.workbench->deal(tests::dealId("D1"), desk.now())->terms[0].value, 50);
}
