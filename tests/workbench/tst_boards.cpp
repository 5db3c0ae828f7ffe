// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "desk.h"

using tests::Desk;
using namespace workbench;

namespace {

/// Commands of each kind that an open deal takes.
std::vector<Command> commands()
{
    const domain::DealId d1 = tests::dealId("D1");
    const domain::DealId d4 = tests::dealId("D4");
    const auto stage = [](const char *id) { return domain::StageId::parse(id).value(); };
    return {TickItem{d1, stage("lead_confirmed"), domain::ItemId::parse("lead_confirmed.1").value(), true},
            DecideFlag{d1, domain::RuleId::parse("red_line").value(), domain::FlagAct::Acknowledged, std::nullopt, {}},
            MoveDeal{d4, stage("needs_diagnosed"), {}, false},
            JudgeEvidence{d1, domain::EvidenceId::parse("E2").value(), domain::Verdict::Rejected, "模糊"},
            SetDealField{d4, domain::FieldId::parse("pain_points").value(), "交期太长"}};
}

} // namespace

TEST(Boards, OfTheRunningMinuteHaveItsEndForTheirInstant)
{
    Desk desk;
    EXPECT_EQ(desk.workbench->live(), desk.now()) << "the clock stands on the minute";
    desk.clock.set(desk.now() + support::Duration{1});
    EXPECT_EQ(desk.workbench->live(), desk.now() + support::minutes(1) - support::Duration{1});
}

TEST(Boards, ThatDecisionsAmendAreThoseOfTheFileReadAnew)
{
    Desk desk;
    desk.clock.set(desk.now() + support::seconds(10));
    const support::Instant live = desk.workbench->live();
    const std::string before = tests::board(*desk.workbench, live);
    std::string amended;
    for (const Command &command : commands()) {
        desk.apply(command);
        ASSERT_EQ(desk.workbench->live(), live);
        amended = tests::board(*desk.workbench, live);
    }
    EXPECT_NE(amended, before);
    desk.reopen();
    EXPECT_EQ(tests::board(*desk.workbench, live), amended);
}
