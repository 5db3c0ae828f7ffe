// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "engine/funnel.h"

#include "tests/fakes/arbitraryvalues.h"
#include "tests/fakes/randomstory.h"
#include "tests/fakes/story.h"

#include <fmt/format.h>
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <atomic>
#include <numeric>
#include <thread>

using domain::FactRow;
using fakes::Story;

namespace {

using Histories = std::shared_ptr<const history::History>;

Histories historyOf(const std::vector<FactRow> &rows)
{
    history::Builder builder;
    for (const FactRow &row : rows)
        builder.add(row);
    return builder.finish();
}

std::string boardOf(const history::History &history, const Story &story, support::Instant asOf)
{
    return fakes::dump(*engine::evaluate({history, story.playbook(), story.rules()}, fakes::when(asOf)), story);
}

/// The history of the facts in another order and in several steps; a version that was superseded comes first as it was when
/// it was the newest, and again as it is now.
Histories shuffled(std::vector<FactRow> rows)
{
    for (std::size_t i = rows.size(); i > 1; --i)
        std::swap(rows[i - 1], rows[static_cast<std::size_t>(fakes::anyNumber(0, static_cast<std::int64_t>(i) - 1))]);
    history::Builder builder;
    std::vector<FactRow> later;
    for (FactRow row : rows) {
        if (row.until != support::Instant::max()) {
            later.push_back(row);
            row.until = support::Instant::max();
        }
        builder.add(row);
        if (fakes::anyNumber(0, 4) == 0)
            static_cast<void>(builder.finish());
        if (!later.empty() && fakes::anyNumber(0, 2) == 0) {
            builder.add(later.back());
            later.pop_back();
        }
    }
    for (const FactRow &row : later)
        builder.add(row);
    return builder.finish();
}

/// Two threads that take the next piece of work as they come.
void onTwoThreads(std::size_t count, const std::function<void(std::size_t)> &work)
{
    std::atomic<std::size_t> next = 0;
    const auto run = [&] {
        for (std::size_t i = next++; i < count; i = next++)
            work(i);
    };
    std::thread other(run);
    run();
    other.join();
}

std::string funnelText(const std::vector<engine::FunnelSlice> &slices)
{
    const auto micros = [](const auto &span) { return span ? span->micros : -1; };
    std::string text;
    for (const engine::FunnelSlice &slice : slices) {
        for (const engine::FunnelStage &s : slice.stages)
            text += fmt::format("{} {} {} {} {} {} {:a} {:a} {:a} {} {}\n", slice.key, s.entered, s.forward, s.back, s.lost,
                                s.open, s.conversion.value_or(-1), s.winRate.value_or(-1), s.meanDwellDays.value_or(-1),
                                micros(s.dwellMedian), micros(s.dwellEightieth));
    }
    return text;
}

RC_GTEST_PROP(Board, IsTheSameWhateverTheOrderOfTheFacts, ())
{
    Story story(fakes::ruledPlaybook());
    for (const std::string &line : *rc::gen::exec([] { return fakes::anyStory(60); }))
        story.tell(line);
    const support::Instant asOf = fakes::at(*rc::gen::exec([] { return fakes::anyTime(3, 33); }));
    const auto rows = story.rows();
    const auto other = *rc::gen::exec([&] { return shuffled(rows); });
    RC_ASSERT(boardOf(*other, story, asOf) == boardOf(*historyOf(rows), story, asOf));
    RC_ASSERT(other->facts() == rows.size());
    RC_ASSERT(funnelText(engine::funnel(engine::Stays(*other, story.playbook(), asOf, {}), {}))
              == funnelText(engine::funnel(engine::Stays(*historyOf(rows), story.playbook(), asOf, {}), {})));
}

RC_GTEST_PROP(Board, OfThePastIsNotChangedByWhatWasRecordedSince, ())
{
    Story story(fakes::ruledPlaybook());
    for (const std::string &line : *rc::gen::exec([] { return fakes::anyStory(60); }))
        story.tell(line);
    const support::Instant asOf = fakes::at(*rc::gen::exec([] { return fakes::anyTime(3, 33); }));
    const auto rows = story.rows();
    std::vector<FactRow> known;
    for (FactRow row : rows) {
        if (row.recorded > asOf)
            continue;
        if (row.until > asOf)
            row.until = support::Instant::max();
        known.push_back(row);
    }
    RC_ASSERT(boardOf(*historyOf(rows), story, asOf) == boardOf(*historyOf(known), story, asOf));
}

RC_GTEST_PROP(Health, IsTheSumOfItsTerms, ())
{
    Story story(fakes::ruledPlaybook());
    for (const std::string &line : *rc::gen::exec([] { return fakes::anyStory(60); }))
        story.tell(line);
    const engine::When when = fakes::when(fakes::at(*rc::gen::exec([] { return fakes::anyTime(3, 33); })));
    const auto history = story.history();
    const auto board = engine::evaluate({*history, story.playbook(), story.rules()}, when);
    for (const engine::DealRow &row : board->deals) {
        if (row.status != engine::Status::Open)
            continue;
        const auto deal = engine::evaluateDeal(*history, story.playbook(), *board->calibration, when, row.deal);
        const auto terms = engine::healthTerms(deal->state, story.playbook().playbook().health, when.asOf);
        RC_ASSERT(row.health
                  == std::accumulate(terms.begin(), terms.end(), std::int64_t{0},
                                     [](std::int64_t sum, const auto &term) { return sum + term.value; }));
        for (const engine::HealthTerm &term : terms) {
            RC_ASSERT(term.value == term.count * term.weight);
            RC_ASSERT(term.kind == engine::TermKind::Stale || term.records.size() == static_cast<std::size_t>(term.count));
        }
    }
}

} // namespace

TEST(Board, IsTheSameOnOneThreadAndOnTwo)
{
    Story story(fakes::ruledPlaybook());
    for (int i = 0; i < 1'500; ++i) {
        story.tell(fmt::format("{}d deal D{} customer=c{} owner=p{}", i % 20, i, i % 90, i % 7));
        story.tell(fmt::format("{}d{}h stage D{} {}", i % 20 + 1, i % 5, i, i % 3 == 0 ? "shown" : "talked"));
        story.tell(fmt::format("{}d amount D{} {} CNY", i % 20, i, i * 37 % 9000));
        if (i % 4 == 0)
            story.tell(fmt::format("{}d{}s won D{}", i % 20 + 3 + i % 11, i, i));
        if (i % 5 == 0)
            story.tell(fmt::format("{}d call in @c{}", i % 30, i % 90));
    }
    history::Builder builder;
    for (const FactRow &row : story.rows())
        builder.add(row);
    const auto history = builder.finish(onTwoThreads);
    const engine::When when = fakes::when(fakes::at("25d"));
    const auto one = engine::evaluate({*history, story.playbook(), story.rules()}, when);
    const auto two = engine::evaluate({*history, story.playbook(), story.rules()}, when, onTwoThreads);
    EXPECT_EQ(fakes::dump(*one, story), fakes::dump(*two, story));
    ASSERT_EQ(one->deals.size(), two->deals.size());
    EXPECT_TRUE(std::ranges::equal(one->deals.rows(), two->deals.rows(), {}, &engine::DealRow::deal, &engine::DealRow::deal));
    engine::FunnelQuery query;
    query.slice = [](const engine::StayDeal &deal) { return deal.owner; };
    const engine::Stays stays(*history, story.playbook(), when.asOf, {}, onTwoThreads);
    EXPECT_EQ(funnelText(engine::funnel(engine::Stays(*history, story.playbook(), when.asOf, {}), query)),
              funnelText(engine::funnel(stays, query, onTwoThreads)));
}

TEST(Board, IsNothingWhenItWasStopped)
{
    Story story(fakes::ruledPlaybook(), "0d deal D1");
    std::stop_source stop;
    stop.request_stop();
    EXPECT_EQ(engine::evaluate({*story.history(), story.playbook(), story.rules()}, fakes::when(fakes::at("1d")),
                               history::inOrder, stop.get_token()),
              nullptr);
}
