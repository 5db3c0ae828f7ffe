// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
//
// The workspace file against SQLite and the disk themselves (budgets 11 and 12, as far as they are the store's own).
#include "domain/canonical.h"
#include "domain/valuetext.h"
#include "store/workspace.h"

#include <benchmark/benchmark.h>
#include <fmt/format.h>
#include <sqlite3.h>

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <filesystem>
#include <functional>

namespace fs = std::filesystem;
using namespace domain;

namespace {

template <class T>
T value(std::string_view text)
{
    return fromText<T>(text).value();
}

double secondsOf(const std::function<void()> &act)
{
    const auto start = std::chrono::steady_clock::now();
    act();
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
}

double median(std::vector<double> values)
{
    std::ranges::nth_element(values, values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2));
    return values[values.size() / 2];
}

/// A folder on the disk that is measured: PLUMBLINE_BENCH_DIR, or the system's for temporary files.
class Folder {
public:
    Folder() : m_path(fs::path(base()) / fmt::format("plumbline-bench-{}", ::getpid())) { fs::create_directories(m_path); }
    Folder(const Folder &) = delete;
    Folder &operator=(const Folder &) = delete;
    ~Folder() { fs::remove_all(m_path); }
    [[nodiscard]] fs::path fresh()
    {
        fs::path path = m_path / fmt::format("{}.plumb", ++m_count);
        return path;
    }

private:
    static std::string base()
    {
        const char *named = std::getenv("PLUMBLINE_BENCH_DIR");
        return named == nullptr ? fs::temp_directory_path().string() : named;
    }
    fs::path m_path;
    int m_count = 0;
};

/// Deals with 19 activities and 4 stage changes each, all deals side by side in time, as an export by date gives them.
std::vector<Record> story(int deals)
{
    const support::Instant start = support::parseInstant("2025-01-01T00:00:00Z").value();
    std::vector<Record> facts;
    const auto add = [&](Fact fact, support::Instant when) {
        facts.push_back(Record::make(std::move(fact), {when, when}).value());
    };
    add(Team{value<TeamId>("team"), value<Name>("华东一组"), {}, {}}, start);
    for (int i = 0; i < 43; ++i)
        add(
            Person{
                value<PersonId>(fmt::format("rep-{}", i)), value<Name>("李明"), PersonRole::Rep, value<TeamId>("team"), {}, {}},
            start);
    for (int i = 0; i < deals; ++i) {
        add(Customer{value<CustomerId>(fmt::format("customer-{}", i)),
                     value<Name>(fmt::format("苏州精工 {}", i)),
                     {},
                     {},
                     {},
                     {},
                     {},
                     {},
                     {}},
            start);
        add(Deal{value<DealId>(fmt::format("deal-{}", i)),
                 value<CustomerId>(fmt::format("customer-{}", i)),
                 value<Name>("产线改造"),
                 {},
                 value<PersonId>(fmt::format("rep-{}", i % 43)),
                 {},
                 {},
                 {},
                 {}},
            start);
    }
    const std::array stages{"needs_diagnosed", "demonstrated", "negotiating", "signed"};
    for (int round = 0; round < 23; ++round) {
        for (int i = 0; i < deals; ++i) {
            const auto when = start + support::hours(round * 90 + i % 80);
            const auto deal = value<DealId>(fmt::format("deal-{}", (i * 7919) % deals));
            const auto actor = value<PersonId>(fmt::format("rep-{}", i % 43));
            if (round % 6 == 5) {
                add(DealEvent{{deal, actor}, StageMoved{value<StageId>(stages[static_cast<std::size_t>(round / 6)])}}, when);
                continue;
            }
            Activity talk{value<ActivityId>(fmt::format("activity-{}-{}", round, i)),
                          ActivityKind::Call,
                          Direction::In,
                          deal,
                          {},
                          {},
                          actor,
                          {},
                          {},
                          {},
                          {},
                          {},
                          {},
                          {}};
            talk.text = value<Text>("客户要求本周内给出报价和技术参数，下周二安排样机测试");
            add(std::move(talk), when);
        }
    }
    return facts;
}

store::Workspace create(const fs::path &path)
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

/// What the store computes from a fact, ready to be bound.
struct Prepared {
    FactRow row;
    std::string bytes;
    std::int64_t identity;
};

std::vector<Prepared> prepare(const std::vector<Record> &facts)
{
    Symbols symbols;
    std::vector<Prepared> prepared;
    for (const Record &fact : facts) {
        prepared.push_back(
            {reduce(fact, symbols, Lexicon()), canonicalBytes(fact.fact(), fact.extras()), valueHash(identityBytes(fact))});
        prepared.back().row.number = static_cast<std::uint32_t>(prepared.size());
    }
    return prepared;
}

/// The same rows into the same tables with the same indexes, by nothing but prepared statements.
void insertBare(const fs::path &path, const std::vector<Prepared> &facts)
{
    sqlite3 *db = nullptr;
    sqlite3_open(path.c_str(), &db);
    sqlite3_exec(db, "PRAGMA synchronous = FULL; PRAGMA cache_size = -65536; BEGIN IMMEDIATE", nullptr, nullptr, nullptr);
    std::array<sqlite3_stmt *, 3> statements{};
    sqlite3_prepare_v2(db, "INSERT INTO fact VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)", -1, &statements[0], nullptr);
    sqlite3_prepare_v2(db, "INSERT INTO fact_body VALUES (?1, ?2, ?3, ?4)", -1, &statements[1], nullptr);
    sqlite3_prepare_v2(db, "INSERT INTO identity VALUES (?1, ?2)", -1, &statements[2], nullptr);
    for (const Prepared &fact : facts) {
        const FactRow &row = fact.row;
        const std::array<std::int64_t, 11> columns{
            row.number, static_cast<int>(row.kind), row.subject,        row.object, row.a, row.b, row.c, row.d,
            row.value,  row.occurred.micros,        row.recorded.micros};
        for (std::size_t i = 0; i < columns.size(); ++i)
            sqlite3_bind_int64(statements[0], static_cast<int>(i) + 1, columns[i]);
        sqlite3_bind_int64(statements[1], 1, row.number);
        sqlite3_bind_int64(statements[1], 2, fact.bytes.front());
        sqlite3_bind_int64(statements[1], 3, fact.identity >> 16U);
        sqlite3_bind_blob(statements[1], 4, fact.bytes.data(), static_cast<int>(fact.bytes.size()), nullptr);
        sqlite3_bind_int64(statements[2], 1, fact.identity);
        sqlite3_bind_int64(statements[2], 2, row.number);
        for (sqlite3_stmt *statement : statements) {
            if (sqlite3_step(statement) != SQLITE_DONE)
                std::abort();
            sqlite3_reset(statement);
        }
    }
    for (sqlite3_stmt *statement : statements)
        sqlite3_finalize(statement);
    sqlite3_exec(db, "COMMIT", nullptr, nullptr, nullptr);
    sqlite3_close(db);
}

void appendAgainstBareInsert(benchmark::State &state)
{
    Folder folder;
    const auto facts = story(static_cast<int>(state.range(0)));
    const auto prepared = prepare(facts);
    std::vector<double> ours;
    std::vector<double> bare;
    for (auto _ : state) {
        auto workspace = create(folder.fresh());
        ours.push_back(secondsOf([&] { append(workspace, facts); }));
        const fs::path path = folder.fresh();
        create(path);
        bare.push_back(secondsOf([&] { insertBare(path, prepared); }));
    }
    state.counters["facts/s"] = static_cast<double>(facts.size()) / median(ours);
    state.counters["bare/s"] = static_cast<double>(facts.size()) / median(bare);
    state.counters["ratio"] = median(ours) / median(bare);
}

void scan(benchmark::State &state)
{
    Folder folder;
    auto workspace = create(folder.fresh());
    append(workspace, story(static_cast<int>(state.range(0))));
    std::uint64_t count = 0;
    for (auto _ : state) {
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
    append(workspace, story(200));
    const int raw = ::open(folder.fresh().c_str(), O_CREAT | O_WRONLY | O_APPEND, 0600);
    const std::string bytes(8192, 'x');
    std::vector<double> ours;
    std::vector<double> synced;
    std::int64_t when = 0;
    for (auto _ : state) {
        const DealEvent event{{value<DealId>("deal-1"), std::nullopt}, StageMoved{value<StageId>("signed")}};
        const std::vector edit{Record::make(event, {{++when}, {when}}).value()};
        ours.push_back(secondsOf([&] { append(workspace, edit); }));
        synced.push_back(secondsOf([&] {
            if (::write(raw, bytes.data(), bytes.size()) < 0 || ::fdatasync(raw) != 0)
                std::abort();
        }));
    }
    ::close(raw);
    state.counters["commit ms"] = median(ours) * 1e3;
    state.counters["sync ms"] = median(synced) * 1e3;
    state.counters["ratio"] = median(ours) / median(synced);
}

} // namespace

BENCHMARK(appendAgainstBareInsert)->Arg(1000)->Arg(20'000)->Iterations(3)->Unit(benchmark::kMillisecond);
BENCHMARK(scan)->Arg(20'000)->Unit(benchmark::kMillisecond);
BENCHMARK(commitAgainstSync)->Iterations(300)->Unit(benchmark::kMillisecond);
