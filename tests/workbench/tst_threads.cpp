// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "desk.h"

#include "workbench/sampling.h"

#include <atomic>
#include <thread>

using tests::Desk;
using namespace workbench;

namespace {

/// Asks until `over`; every answer must be whole.
void ask(const Workbench &workbench, support::Instant asOf, const std::atomic<bool> &over)
{
    do {
        const auto today = workbench.today({}, asOf);
        ASSERT_TRUE(today);
        for (const TodayItem &item : today->listed) {
            const auto page = workbench.deal(*item.deal.id, asOf);
            ASSERT_TRUE(page);
            std::int64_t sum = 0;
            for (const Term &term : page->terms)
                sum += term.value;
            EXPECT_EQ(page->summary.health, sum);
        }
        EXPECT_FALSE(workbench.search("远景", 10).empty());
        EXPECT_FALSE(workbench.organisation(asOf).empty());
        EXPECT_GT(workbench.facts(), 0U);
    } while (!over);
}

} // namespace

TEST(Threads, QuestionsAreAnsweredWhileCommandsAndImportsAreWritten)
{
    Desk desk;
    const support::Instant past = tests::at("2026-02-25T10:00:00+08:00");
    const std::string before = tests::board(*desk.workbench, past);
    std::atomic<bool> over = false;
    std::vector<std::jthread> asking;
    asking.emplace_back([&] { ask(*desk.workbench, desk.clock.now(), over); });
    asking.emplace_back([&] { ask(*desk.workbench, past, over); });
    const DecideFlag decision{
        tests::dealId("D1"), domain::RuleId::parse("red_line").value(), domain::FlagAct::Acknowledged, std::nullopt, {}};
    for (int i = 0; i < 10; ++i) {
        const Applied done = desk.apply(decision);
        desk.apply(AssignTask{tests::dealId("D2"), domain::TaskKind::Task, "问清预算", domain::PersonId::parse("bob").value(),
                              std::nullopt, std::nullopt});
        desk.apply(done.undo);
    }
    const ImportReport report = desk.import(R"({"type":"customer","id":"new","name":"新客户"})");
    EXPECT_TRUE(desk.workbench->withdrawBatch(report.batch));
    over = true;
    asking.clear();
    EXPECT_EQ(tests::board(*desk.workbench, past), before);
}

TEST(Threads, TheNewestQuestionStopsTheOneBefore)
{
    const Desk desk;
    std::stop_source stop;
    std::jthread asking([&, token = stop.get_token()] {
        for (int i = 0; i < 20; ++i) {
            const auto today = desk.workbench->today({}, desk.clock.now() - support::days(i), token);
            EXPECT_TRUE(today || today.error().code == support::ErrorCode::Cancelled);
        }
    });
    stop.request_stop();
    asking.join();
    EXPECT_TRUE(desk.workbench->today({}, desk.now()));
}
