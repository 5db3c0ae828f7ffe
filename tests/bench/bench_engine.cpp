// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
//
// The engine on bench::World (budgets 2, 3, 16 and 20). Each benchmark's argument is the number of deals. The yardstick is
// `touch`: it reads every column of every deal once and adds it up.
#include "engine/amend.h"
#include "engine/bounce.h"
#include "engine/breakpoints.h"
#include "engine/difference.h"
#include "engine/focus.h"
#include "engine/funnel.h"
#include "engine/live.h"

#include "tests/bench/interleaved.h"
#include "tests/bench/world.h"

#include <numeric>

namespace {

using bench::interleave;
using bench::now;
using bench::onThreads;
using bench::Time;
using bench::when;
using bench::World;
using bench::world;

void touch(const World &w)
{
    std::uint64_t sum = 0;
    const auto &deals = w.history->deals();
    const auto add = [&](const auto &column) {
        const auto words = std::span(reinterpret_cast<const std::uint32_t *>(column.data()), column.size_bytes() / 4);
        sum += std::accumulate(words.begin(), words.end(), std::uint64_t{0});
    };
    for (std::uint32_t i = 0; i < deals.size(); ++i) {
        const history::Block &block = deals.block({i});
        const std::size_t slot = i % history::Block::slots;
        add(block.events(slot).stamps);
        add(block.events(slot).facts);
        add(block.acts(slot).stamps);
        add(block.acts(slot).facts);
        add(block.files(slot).stamps);
        add(block.files(slot).facts);
    }
    benchmark::DoNotOptimize(sum);
}

void evaluate(const World &w, support::Instant asOf, std::size_t threads = 1)
{
    benchmark::DoNotOptimize(engine::evaluate(w.source(), when(asOf), onThreads(threads)));
}

/// Adds up every byte that a board is scored from at a later instant.
void touchLive(const engine::Board &board)
{
    std::uint64_t sum = 0;
    const auto add = [&](const auto &column) {
        const auto words = std::span(reinterpret_cast<const std::uint32_t *>(column.data()), std::span(column).size_bytes() / 4);
        sum += std::accumulate(words.begin(), words.end(), std::uint64_t{0});
    };
    for (const auto &part : board.deals.parts()) {
        add(part->rows);
        add(part->live->origins);
        add(part->live->tests);
        add(part->live->inquired);
        add(part->live->answered);
        add(part->live->until);
        add(part->live->decisions);
    }
    benchmark::DoNotOptimize(sum);
}

void perDeal(benchmark::State &state, const char *of)
{
    state.counters[std::string(of) + " ns/deal"] =
        state.counters[std::string(of) + " ms"].value * 1e6 / static_cast<double>(state.range(0));
}

void evaluateAgainstTouch(benchmark::State &state)
{
    const World &w = world(state.range(0));
    interleave(
        state, Time::Processor, "evaluate", [&] { evaluate(w, now); }, "touch", [&] { touch(w); });
    perDeal(state, "evaluate");
    state.counters["history B/deal"] = static_cast<double>(w.history->bytes()) / static_cast<double>(state.range(0));
}

void halfAYearAgoAgainstTouch(benchmark::State &state)
{
    const World &w = world(state.range(0));
    const auto then = now - support::days(180);
    interleave(
        state, Time::Processor, "evaluate", [&] { evaluate(w, then); }, "touch", [&] { touch(w); });
    perDeal(state, "evaluate");
}

/// The board of a minute later, when nothing was recorded in between, against touching what it is scored from.
void minuteAgainstTouch(benchmark::State &state)
{
    const World &w = world(state.range(0));
    auto board = engine::evaluate(w.source(), when(now));
    const auto minute = [&] {
        board = engine::amend({*board, *w.history}, w.source(), when(board->asOf + support::minutes(1)), onThreads(1));
    };
    interleave(state, Time::Processor, "minute", minute, "touch", [&] { touchLive(*board); });
    perDeal(state, "minute");
    std::size_t bytes = 0;
    for (const auto &part : board->deals.parts())
        bytes += part->live->bytes() + std::span(part->rows).size_bytes();
    state.counters["live B/deal"] = static_cast<double>(bytes) / static_cast<double>(state.range(0));
}

void calibrateAgainstTouch(benchmark::State &state)
{
    const World &w = world(state.range(0));
    const auto calibrate = [&] { benchmark::DoNotOptimize(engine::calibrate(*w.history, w.book, now, history::inOrder)); };
    interleave(state, Time::Processor, "calibrate", calibrate, "touch", [&] { touch(w); });
}

void twoThreadsAgainstOne(benchmark::State &state)
{
    const World &w = world(state.range(0));
    interleave(
        state, Time::Wall, "two", [&] { evaluate(w, now, 2); }, "one", [&] { evaluate(w, now); });
}

/// A history with one more fact and the board amended by it, against the evaluation of everything.
void editAgainstEvaluate(benchmark::State &state)
{
    World &w = world(state.range(0));
    bench::Editing editing(w);
    const auto edit = [&] { benchmark::DoNotOptimize(editing.next()); };
    interleave(state, Time::Processor, "edit", edit, "evaluate", [&] { evaluate(w, now); });
}

/// As much below the line as Today shows at first.
constexpr std::size_t shownBelow = 200;

void focusAgainstTouch(benchmark::State &state)
{
    const World &w = world(state.range(0));
    const auto board = engine::evaluate(w.source(), when(now));
    const auto focus = [&] { benchmark::DoNotOptimize(engine::focus(*board, w.book, {}, shownBelow)); };
    interleave(state, Time::Processor, "focus", focus, "touch", [&] { touch(w); });
}

std::vector<engine::FunnelSlice> byOwner(const engine::Stays &stays)
{
    return engine::funnel(stays, {.slice = [](const engine::StayDeal &deal) { return deal.owner; }});
}

void funnelAgainstTouch(benchmark::State &state)
{
    const World &w = world(state.range(0));
    const auto funnel = [&] { benchmark::DoNotOptimize(byOwner(engine::Stays(*w.history, w.book, now, {}))); };
    interleave(state, Time::Processor, "funnel", funnel, "touch", [&] { touch(w); });
    perDeal(state, "funnel");
}

/// Another cut of stays that are there already.
void cutAgainstTouch(benchmark::State &state)
{
    const World &w = world(state.range(0));
    const engine::Stays stays(*w.history, w.book, now, {});
    interleave(
        state, Time::Processor, "cut", [&] { benchmark::DoNotOptimize(byOwner(stays)); }, "touch", [&] { touch(w); });
    perDeal(state, "cut");
}

/// Everything that the funnel page can be cut by, claimed and proven: one slice of all, by owner, by team and by product.
void allSlicesAgainstTouch(benchmark::State &state)
{
    const World &w = world(state.range(0));
    const auto all = [&] {
        for (const bool proven : {false, true}) {
            const engine::Stays stays(*w.history, w.book, now, {0, proven});
            benchmark::DoNotOptimize(engine::funnel(stays, {}));
            benchmark::DoNotOptimize(byOwner(stays));
            for (const auto member : {&engine::StayDeal::team, &engine::StayDeal::product})
                benchmark::DoNotOptimize(
                    engine::funnel(stays, {.slice = [member](const engine::StayDeal &deal) { return deal.*member; }}));
        }
    };
    interleave(state, Time::Processor, "slices", all, "touch", [&] { touch(w); });
    perDeal(state, "slices");
}

/// Two halves of all deals compared in every figure of every stage, from stays that are there already.
void differencesAgainstTouch(benchmark::State &state)
{
    const World &w = world(state.range(0));
    const engine::Stays stays(*w.history, w.book, now, {});
    const auto half = [](std::uint32_t rest) {
        return engine::FunnelQuery{.accept = [rest](const engine::StayDeal &deal) { return deal.owner % 2 == rest; }};
    };
    const auto compare = [&] { benchmark::DoNotOptimize(engine::differences(stays, half(0), half(1))); };
    interleave(state, Time::Processor, "differences", compare, "touch", [&] { touch(w); });
    perDeal(state, "differences");
}

void bouncesAgainstTouch(benchmark::State &state)
{
    const World &w = world(state.range(0));
    engine::BounceQuery query{{2, support::days(30)}, support::TimeZone::named("Asia/Shanghai").value()};
    query.segment = [](const engine::ChangedDeal &deal) { return 1 + deal.owner % 8; };
    const auto bounce = [&] {
        benchmark::DoNotOptimize(engine::bouncePatterns(engine::bounces(*w.history, w.book, now, query)));
    };
    interleave(state, Time::Processor, "bounces", bounce, "touch", [&] { touch(w); });
    perDeal(state, "bounces");
}

void breakpointsAgainstTouch(benchmark::State &state)
{
    const World &w = world(state.range(0));
    engine::BreakpointQuery query;
    query.again = support::days(182);
    const auto find = [&] { benchmark::DoNotOptimize(engine::breakpoints(*w.history, w.book, now, query)); };
    interleave(state, Time::Processor, "breakpoints", find, "touch", [&] { touch(w); });
    perDeal(state, "breakpoints");
}

void build(benchmark::State &state)
{
    for ([[maybe_unused]] const auto round : state)
        benchmark::DoNotOptimize(World(static_cast<std::uint32_t>(state.range(0))).history);
}

/// One size after the other, so that each world is made when it is needed.
const bool registered = [] {
    for (const std::int64_t deals : {5'000, 100'000, 1'000'000}) {
        const std::int64_t rounds = deals > 100'000 ? 3 : 9;
        const auto add = [&](const char *name, void (*measure)(benchmark::State &)) {
            benchmark::RegisterBenchmark(name, measure)->Arg(deals)->Iterations(rounds)->Unit(benchmark::kMillisecond);
        };
        add("evaluateAgainstTouch", evaluateAgainstTouch);
        add("halfAYearAgoAgainstTouch", halfAYearAgoAgainstTouch);
        add("minuteAgainstTouch", minuteAgainstTouch);
        add("calibrateAgainstTouch", calibrateAgainstTouch);
        add("twoThreadsAgainstOne", twoThreadsAgainstOne);
        add("editAgainstEvaluate", editAgainstEvaluate);
        add("focusAgainstTouch", focusAgainstTouch);
        add("funnelAgainstTouch", funnelAgainstTouch);
        add("cutAgainstTouch", cutAgainstTouch);
        add("allSlicesAgainstTouch", allSlicesAgainstTouch);
        add("differencesAgainstTouch", differencesAgainstTouch);
        add("bouncesAgainstTouch", bouncesAgainstTouch);
        add("breakpointsAgainstTouch", breakpointsAgainstTouch);
        if (deals <= 100'000)
            add("build", build);
    }
    return true;
}();

} // namespace
