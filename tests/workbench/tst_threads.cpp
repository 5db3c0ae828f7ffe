// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "desk.h"

#include <fmt/format.h>

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

/// The story with so many deals more that boards and funnels are made on several threads.
std::string manyDeals()
{
    std::string lines(tests::story);
    const auto tell = [&lines](std::string_view what, int deal, int day, std::string_view rest) {
        lines += fmt::format(R"({{{}:"M{}","occurred_at":"2026-01-{:02}T09:00:00+08:00",{}}})", what, deal, day, rest) + '\n';
    };
    for (int i = 0; i < 2'200; ++i) {
        const int day = 1 + i % 20;
        const std::string_view owner = i % 3 == 0 ? "bob" : "ann";
        tell(R"("type":"deal","id")", i, day, fmt::format(R"("customer":"zen","name":"商机 {}","owner":"{}")", i, owner));
        tell(R"("type":"event","kind":"amount","deal")", i, day, fmt::format(R"("amount":"{}","currency":"CNY")", 1'000 + i));
        if (i % 2 == 0)
            tell(R"("type":"event","kind":"stage","deal")", i, day + 3, R"("stage":"needs_diagnosed")");
        if (i % 7 == 0)
            tell(R"("type":"event","kind":"won","deal")", i, day + 8, R"("actor":"ann")");
    }
    return lines;
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

TEST(Threads, BoardsAndFunnelsOfManyDealsShareTheCoresWhileDecisionsAreTaken)
{
    Desk desk(manyDeals());
    const support::Instant past = tests::at("2026-02-25T10:00:00+08:00");
    const std::string before = tests::funnels(*desk.workbench, past);
    std::atomic<bool> over = false;
    std::vector<std::jthread> asking;
    asking.emplace_back([&] {
        do
            EXPECT_TRUE(desk.workbench->today({}, desk.workbench->live()));
        while (!over);
    });
    asking.emplace_back([&] {
        int days = 0;
        do
            EXPECT_TRUE(desk.workbench->today({}, past - support::days(++days % 30)));
        while (!over);
    });
    asking.emplace_back([&] {
        do
            EXPECT_EQ(tests::funnels(*desk.workbench, past), before);
        while (!over);
    });
    for (int deal = 1; deal < 6; ++deal) {
        const auto moved = desk.apply(DecideFlag{tests::dealId(fmt::format("M{}", deal)),
                                                 domain::RuleId::parse("red_line").value(),
                                                 domain::FlagAct::Acknowledged,
                                                 std::nullopt,
                                                 {}});
        if (deal % 2 == 0)
            desk.apply(moved.undo);
    }
    const ImportReport report = desk.import(R"({"type":"customer","id":"zen","name":"Zenith 改名"})");
    EXPECT_TRUE(desk.workbench->withdrawBatch(report.batch));
    over = true;
}

TEST(Threads, AnImportIsStoppedByAnotherThreadAndQuestionsDoNotWaitForIt)
{
    Desk desk;
    const std::vector<std::string> facts = tests::facts(*desk.workbench);
    std::string lines;
    for (int i = 0; i < 20'000; ++i)
        lines += fmt::format(R"({{"type":"customer","id":"n{0}","name":"N{0}"}})", i) + '\n';
    std::stop_source stop;
    std::atomic<bool> underWay = false;
    std::atomic<bool> goOn = false;
    std::jthread importing([&, job = desk.job(lines)]() mutable {
        const auto halfDone = [&](Progress) {
            underWay = true;
            underWay.notify_one();
            goOn.wait(false);
        };
        const auto report = job.run({}, halfDone, stop.get_token());
        ASSERT_FALSE(report);
        EXPECT_EQ(report.error().code, support::ErrorCode::Cancelled);
    });
    underWay.wait(false);
    EXPECT_TRUE(desk.workbench->today({}, desk.workbench->live()));
    EXPECT_FALSE(desk.workbench->search("远景", 10).empty());
    EXPECT_EQ(tests::facts(*desk.workbench), facts);
    stop.request_stop();
    goOn = true;
    goOn.notify_one();
    importing.join();
    EXPECT_EQ(tests::facts(*desk.workbench), facts);
    desk.apply(AssignTask{tests::dealId("D2"), domain::TaskKind::Task, "问清预算", domain::PersonId::parse("bob").value(),
                          std::nullopt, std::nullopt});
    EXPECT_EQ(tests::facts(*desk.workbench).size(), facts.size() + 1);
}
