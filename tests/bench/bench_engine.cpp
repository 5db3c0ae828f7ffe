// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "engine/flags.h"
#include "engine/funnel.h"

#include <benchmark/benchmark.h>

#include <atomic>
#include <map>
#include <numeric>
#include <string>
#include <thread>

// The engine on 19 activities, 4 moves and 5 more events a deal, made directly as rows. Each benchmark's argument is the number
// of deals. The yardstick is BM_TouchTheSameBytes: it reads every column of every deal once and adds it up.

namespace {

using domain::FactRow;
using domain::RowKind;
using domain::SymbolKind;
using support::Instant;

constexpr std::size_t activities = 19;
constexpr std::size_t moves = 4;
constexpr std::uint32_t firstDeal = 1'000'000;
constexpr std::int64_t hour = 3'600'000'000;
constexpr Instant now{20'600 * 24 * hour};

/// The next of a row of numbers that is the same on every machine (Steele, Lea and Flood's SplitMix64).
class Numbers {
public:
    explicit Numbers(std::uint64_t seed) : m_state(seed) {}

    std::uint32_t below(std::uint32_t bound)
    {
        m_state += 0x9E3779B97F4A7C15ULL;
        std::uint64_t z = m_state;
        z = (z ^ (z >> 30U)) * 0xBF58476D1CE4E5B9ULL;
        z = (z ^ (z >> 27U)) * 0x94D049BB133111EBULL;
        return static_cast<std::uint32_t>((z ^ (z >> 31U)) % bound);
    }

private:
    std::uint64_t m_state;
};

domain::Playbook playbook()
{
    domain::Playbook book;
    const auto test = [](domain::Measure measure, domain::Comparison comparison, double limit) {
        return domain::Condition{domain::MeasureTest{measure, comparison, limit}};
    };
    using enum domain::Comparison;
    for (const char *role : {"technical", "budget", "final"})
        book.roles.push_back({*domain::RoleId::parse(role)});
    for (const char *kind : {"quotation", "minutes"})
        book.evidenceKinds.push_back({*domain::EvidenceKindId::parse(kind)});
    domain::Pipeline pipeline{*domain::PipelineId::parse("default")};
    for (const char *stage : {"a", "b", "c", "d", "e", "f"}) {
        pipeline.stages.push_back({*domain::StageId::parse(stage)});
        pipeline.stages.back().roles = {*domain::RoleId::parse("technical")};
        pipeline.stages.back().evidence = {{{}, {*domain::EvidenceKindId::parse("quotation")}, 1}};
    }
    book.pipelines.push_back(pipeline);
    const std::vector<domain::Condition> conditions{test(domain::Measure::Health, Less, 60),
                                                    test(domain::Measure::DaysSinceProgress, More, 10),
                                                    test(domain::Measure::ContactsUnanswered, More, 2),
                                                    test(domain::Measure::DaysSinceInteraction, More, 7),
                                                    test(domain::Measure::DaysSinceSubstance, More, 10),
                                                    test(domain::Measure::HoursDemoUnanswered, More, 48),
                                                    test(domain::Measure::MeetingsMissed, More, 1),
                                                    test(domain::Measure::HoursInquiryOpen, More, 72),
                                                    test(domain::Measure::StageChangesWeek, More, 5),
                                                    test(domain::Measure::ClosePushes, More, 1),
                                                    test(domain::Measure::DaysPastClose, More, 0),
                                                    test(domain::Measure::DaysInStage, More, 30)};
    for (std::size_t i = 0; i < conditions.size(); ++i) {
        domain::Rule rule{*domain::RuleId::parse(std::string(1, 'r').append(std::to_string(i)))};
        rule.when = conditions[i];
        book.rules.push_back(rule);
    }
    return book;
}

/// Makes the facts of one deal after another.
class Rows {
public:
    explicit Rows(domain::Symbols &symbols)
    {
        m_pipeline = symbols.intern(SymbolKind::Pipeline, "default");
        for (const char *stage : {"a", "b", "c", "d", "e", "f"})
            m_stages.push_back(symbols.intern(SymbolKind::Stage, stage));
        m_role = symbols.intern(SymbolKind::Role, "technical");
        m_kind = symbols.intern(SymbolKind::EvidenceKind, "quotation");
    }

    void deal(std::uint32_t deal, history::Builder &to)
    {
        Numbers any(deal);
        const Instant created = now - support::hours(1 + any.below(24 * 700));
        const std::int64_t age = (now - created).micros / hour;
        const auto within = [&] { return created + support::hours(any.below(static_cast<std::uint32_t>(age))); };
        FactRow row = about(RowKind::Deal, deal, created);
        row.object = 500'000 + deal / 3;
        row.a = 400'000 + deal % 500;
        row.b = m_pipeline;
        row.value = support::Currency::parse("CNY")->packed();
        to.add(numbered(row));
        for (std::size_t i = 0; i < moves; ++i)
            to.add(numbered(about(RowKind::StageMoved, deal, within(), m_stages[i + 1])));
        row = about(RowKind::AmountSet, deal, within(), support::Currency::parse("CNY")->packed());
        row.value = any.below(1'000'000'00);
        to.add(numbered(row));
        row = about(RowKind::RoleSet, deal, within(), m_role);
        row.a = 1;
        to.add(numbered(row));
        row = about(RowKind::CloseDateSet, deal, within(), 1);
        row.value = 20'500 + any.below(200);
        to.add(numbered(row));
        if (any.below(2) == 0)
            to.add(numbered(about(any.below(2) == 0 ? RowKind::Won : RowKind::Lost, deal, now - support::hours(1))));
        row = about(RowKind::Evidence, deal, within(), deal);
        row.a = m_kind;
        row.b = 1;
        to.add(numbered(row));
        for (std::size_t i = 0; i < activities; ++i) {
            row = about(RowKind::Activity, deal, within());
            row.a = domain::ActivityBits{static_cast<domain::ActivityKind>(any.below(9)),
                                         static_cast<domain::Direction>(any.below(3)), false, any.below(4) == 0}
                        .packed();
            row.c = any.below(8);
            row.d = 400'000 + deal % 500;
            to.add(numbered(row));
        }
    }

    FactRow edit(std::uint32_t deal)
    {
        FactRow row = about(RowKind::StageMoved, deal, now, m_stages[deal % m_stages.size()]);
        return numbered(row);
    }

private:
    static FactRow about(RowKind kind, std::uint32_t deal, Instant at, std::uint32_t object = 0)
    {
        FactRow row;
        row.kind = kind;
        row.subject = firstDeal + deal;
        row.object = object;
        row.occurred = row.recorded = at;
        return row;
    }
    FactRow numbered(FactRow row)
    {
        row.number = ++m_number;
        return row;
    }

    domain::SymbolKey m_pipeline;
    domain::SymbolKey m_role;
    domain::SymbolKey m_kind;
    std::vector<domain::SymbolKey> m_stages;
    std::uint32_t m_number = 0;
};

/// A history of so many deals, made in steps so that what is on its way stays small.
struct World {
    explicit World(std::uint32_t deals) : count(deals)
    {
        history::Builder builder;
        constexpr std::uint32_t step = 256 * 64;
        for (std::uint32_t deal = 0; deal < deals; ++deal) {
            rows.deal(deal, builder);
            if (deal % step == step - 1)
                static_cast<void>(builder.finish());
        }
        history = builder.finish();
    }

    std::uint32_t count;
    domain::Symbols symbols;
    engine::CompiledPlaybook book{playbook(), symbols};
    engine::RuleSet rules{book};
    Rows rows{symbols};
    std::shared_ptr<const history::History> history;
};

World &world(std::int64_t deals)
{
    static std::map<std::int64_t, std::unique_ptr<World>> worlds;
    auto &one = worlds[deals];
    if (!one) {
        worlds.clear(); // one at a time: the largest fills half a machine
        worlds[deals] = std::make_unique<World>(static_cast<std::uint32_t>(deals));
    }
    return *worlds[deals];
}

engine::When when(Instant asOf)
{
    return {asOf, {static_cast<std::int32_t>(asOf.micros / (24 * hour))}};
}

void onThreads(std::size_t threads, std::size_t count, const std::function<void(std::size_t)> &work)
{
    std::atomic<std::size_t> next = 0;
    const auto run = [&] {
        for (std::size_t i = next++; i < count; i = next++)
            work(i);
    };
    std::vector<std::thread> others;
    for (std::size_t i = 1; i < threads; ++i)
        others.emplace_back(run);
    run();
    for (std::thread &other : others)
        other.join();
}

void perDeal(benchmark::State &state)
{
    state.counters["ns/deal"] = benchmark::Counter(static_cast<double>(state.range(0)) * 1e-9,
                                                   benchmark::Counter::kIsIterationInvariantRate | benchmark::Counter::kInvert);
}

void BM_TouchTheSameBytes(benchmark::State &state)
{
    const auto &deals = world(state.range(0)).history->deals();
    for (auto _ : state) {
        std::uint64_t sum = 0;
        for (std::uint32_t i = 0; i < deals.size(); ++i) {
            const history::Block &block = deals.block({i});
            const auto touch = [&](const auto &column) {
                const auto words = std::span(reinterpret_cast<const std::uint32_t *>(column.data()), column.size_bytes() / 4);
                sum += std::accumulate(words.begin(), words.end(), std::uint64_t{0});
            };
            const std::size_t slot = i % history::Block::slots;
            touch(block.events(slot).stamps);
            touch(block.events(slot).facts);
            touch(block.acts(slot).stamps);
            touch(block.acts(slot).facts);
            touch(block.files(slot).facts);
        }
        benchmark::DoNotOptimize(sum);
    }
    perDeal(state);
    state.counters["B/deal"] = static_cast<double>(deals.bytes()) / static_cast<double>(state.range(0));
}

void BM_Evaluate(benchmark::State &state)
{
    World &w = world(state.range(0));
    const auto threads = static_cast<std::size_t>(state.range(1));
    const auto forEach = [&](std::size_t count, const auto &work) { onThreads(threads, count, work); };
    for (auto _ : state)
        benchmark::DoNotOptimize(engine::evaluate({*w.history, w.book, w.rules}, when(now), forEach));
    perDeal(state);
}

void BM_EvaluateHalfAYearAgo(benchmark::State &state)
{
    World &w = world(state.range(0));
    for (auto _ : state)
        benchmark::DoNotOptimize(engine::evaluate({*w.history, w.book, w.rules}, when(now - support::days(180))));
    perDeal(state);
}

void BM_OneEdit(benchmark::State &state)
{
    World &w = world(state.range(0));
    const auto calibration = engine::calibrate(*w.history, w.book, now, history::inOrder);
    history::Builder builder(w.history);
    std::uint32_t deal = 0;
    for (auto _ : state) {
        deal = (deal + 7'919) % w.count;
        builder.add(w.rows.edit(deal));
        const auto next = builder.finish();
        benchmark::DoNotOptimize(
            engine::evaluateDeal(*next, w.book, calibration, when(now), *next->deals().find(firstDeal + deal)));
    }
}

void BM_FunnelByRep(benchmark::State &state)
{
    World &w = world(state.range(0));
    engine::FunnelQuery query;
    query.slice = [](const engine::DealState &deal) { return deal.owner; };
    for (auto _ : state)
        benchmark::DoNotOptimize(engine::funnel(*w.history, w.book, now, query));
    perDeal(state);
}

void BM_Build(benchmark::State &state)
{
    for (auto _ : state)
        benchmark::DoNotOptimize(World(static_cast<std::uint32_t>(state.range(0))).history);
    perDeal(state);
}

void each(benchmark::internal::Benchmark *bench, std::int64_t deals)
{
    bench->Arg(deals)->Unit(benchmark::kMillisecond)->UseRealTime();
}

/// One size after the other, so that each world is made once.
const bool registered = [] {
    for (const std::int64_t deals : {5'000, 100'000, 1'000'000}) {
        each(benchmark::RegisterBenchmark("TouchTheSameBytes", BM_TouchTheSameBytes), deals);
        for (const std::int64_t threads : {1, 2})
            benchmark::RegisterBenchmark("Evaluate", BM_Evaluate)
                ->Args({deals, threads})
                ->ArgNames({"", "threads"})
                ->Unit(benchmark::kMillisecond)
                ->UseRealTime();
        each(benchmark::RegisterBenchmark("EvaluateHalfAYearAgo", BM_EvaluateHalfAYearAgo), deals);
        each(benchmark::RegisterBenchmark("FunnelByRep", BM_FunnelByRep), deals);
        benchmark::RegisterBenchmark("OneEdit", BM_OneEdit)->Arg(deals)->Unit(benchmark::kMicrosecond);
        if (deals <= 100'000)
            each(benchmark::RegisterBenchmark("Build", BM_Build), deals);
    }
    return true;
}();

} // namespace
