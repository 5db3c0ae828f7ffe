// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
//
// The workspace file against SQLite and the disk themselves (budgets 11 and 12, as far as they are the store's own).
#include "domain/valuetext.h"

#include "tests/bench/facts.h"
#include "tests/bench/interleaved.h"

#include <fcntl.h>
#include <unistd.h>

#include <cstdlib>

namespace {

using bench::Folder;
using bench::interleave;
using bench::Time;
using namespace domain;

store::Workspace create(const std::filesystem::path &path)
{
    return store::Workspace::create(path, {}).value();
}

void append(store::Workspace &workspace, const std::vector<Record> &facts)
{
    auto batch = workspace.begin({store::BatchKind::Import, "bench", {}}).value();
    for (const Record &fact : facts) {
        if (!batch.append(fact))
            std::abort();
    }
    if (!batch.commit())
        std::abort();
}

void appendAgainstBareInsert(benchmark::State &state)
{
    Folder folder;
    const auto facts = bench::story(static_cast<int>(state.range(0)));
    const auto prepared = bench::prepare(facts);
    const auto ours = [&] {
        auto workspace = create(folder.fresh());
        append(workspace, facts);
    };
    const auto bare = [&] {
        const auto path = folder.fresh();
        create(path);
        bench::insertBare(path, prepared);
    };
    interleave(state, Time::Wall, "append", ours, "bare", bare);
    state.counters["facts/s"] = static_cast<double>(facts.size()) * 1e3 / state.counters["append ms"].value;
}

void scan(benchmark::State &state)
{
    Folder folder;
    auto workspace = create(folder.fresh());
    append(workspace, bench::story(static_cast<int>(state.range(0))));
    std::uint64_t count = 0;
    for ([[maybe_unused]] const auto round : state) {
        std::int64_t sum = 0;
        if (!workspace.scan([&](const FactRow &row) { sum += row.value, ++count; }))
            std::abort();
        benchmark::DoNotOptimize(sum);
    }
    state.counters["facts/s"] = benchmark::Counter(static_cast<double>(count), benchmark::Counter::kIsRate);
}

/// One edit, durable, against as many bytes appended to a file and synced.
void commitAgainstSync(benchmark::State &state)
{
    Folder folder;
    auto workspace = create(folder.fresh());
    append(workspace, bench::story(200));
    const int raw = ::open(folder.fresh().c_str(), O_CREAT | O_WRONLY | O_APPEND, 0600);
    const std::string bytes(8192, 'x');
    std::int64_t when = 0;
    const auto commit = [&] {
        const DealEvent event{{fromText<DealId>("deal-1").value(), std::nullopt},
                              StageMoved{{fromText<StageId>("signed").value()}}};
        append(workspace, {Record::make(event, {{++when}, {when}}).value()});
    };
    const auto sync = [&] {
        if (::write(raw, bytes.data(), bytes.size()) < 0 || ::fdatasync(raw) != 0)
            std::abort();
    };
    interleave(state, Time::Wall, "commit", commit, "sync", sync);
    ::close(raw);
}

} // namespace

BENCHMARK(appendAgainstBareInsert)->Arg(1000)->Arg(20'000)->Iterations(3)->Unit(benchmark::kMillisecond);
BENCHMARK(scan)->Arg(20'000)->Unit(benchmark::kMillisecond);
BENCHMARK(commitAgainstSync)->Iterations(300)->Unit(benchmark::kMillisecond);
