// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
//
// The engine against plain SQL that answers the same in SQLite, in memory and with the indexes it wants (budgets 4, 6 and 7).
// Both sides' numbers are compared first: the program ends where they differ.
#include "engine/amend.h"
#include "engine/funnel.h"

#include "tests/bench/interleaved.h"
#include "tests/bench/world.h"

#include <fmt/format.h>
#include <sqlite3.h>

#include <array>
#include <cstdio>
#include <map>

namespace {

using bench::now;
using domain::FactRow;
using domain::RowKind;

[[noreturn]] void stop(const std::string &why)
{
    std::fputs((why + "\n").c_str(), stderr);
    std::abort();
}

/// The facts of a world as tables that somebody would make for these questions.
class Tables {
public:
    explicit Tables(std::uint32_t deals)
    {
        sqlite3_open(":memory:", &m_db);
        run("CREATE TABLE deal (id INTEGER PRIMARY KEY, customer INTEGER, owner INTEGER, created INTEGER);"
            "CREATE TABLE move (deal INTEGER, stage INTEGER, at INTEGER);"
            "CREATE TABLE role (deal INTEGER, role INTEGER, at INTEGER);"
            "CREATE TABLE ending (deal INTEGER PRIMARY KEY, won INTEGER, at INTEGER);"
            "CREATE TABLE event (deal INTEGER, at INTEGER);"
            "CREATE TABLE file (deal INTEGER, kind INTEGER, at INTEGER);"
            "CREATE TABLE activity (deal INTEGER, customer INTEGER, kind INTEGER, direction INTEGER, at INTEGER); BEGIN");
        domain::Symbols symbols;
        bench::Rows rows(symbols);
        for (std::uint32_t deal = 0; deal < deals; ++deal)
            rows.deal(deal, [&](const FactRow &row) { insert(row); });
        for (auto &[text, statement] : m_statements)
            sqlite3_finalize(statement);
        run("COMMIT; CREATE INDEX deal_customer ON deal (customer); CREATE INDEX move_deal ON move (deal, at, stage);"
            "CREATE INDEX activity_deal ON activity (deal, direction, kind, at); CREATE INDEX event_deal ON event (deal, at);"
            "CREATE INDEX file_deal ON file (deal, kind, at); CREATE INDEX role_deal ON role (deal, role); ANALYZE");
    }
    Tables(const Tables &) = delete;
    Tables &operator=(const Tables &) = delete;
    ~Tables() { sqlite3_close(m_db); }

    /// Calls `take` for each row of the answer.
    void ask(const std::string &sql, const std::function<void(sqlite3_stmt *)> &take)
    {
        sqlite3_stmt *statement = nullptr;
        if (sqlite3_prepare_v2(m_db, sql.c_str(), -1, &statement, nullptr) != SQLITE_OK)
            stop(sqlite3_errmsg(m_db));
        while (sqlite3_step(statement) == SQLITE_ROW)
            take(statement);
        sqlite3_finalize(statement);
    }

private:
    void run(const char *sql)
    {
        if (sqlite3_exec(m_db, sql, nullptr, nullptr, nullptr) != SQLITE_OK)
            stop(sqlite3_errmsg(m_db));
    }

    void put(const char *sql, std::initializer_list<std::int64_t> values)
    {
        sqlite3_stmt *&statement = m_statements[sql];
        if (!statement)
            sqlite3_prepare_v2(m_db, sql, -1, &statement, nullptr);
        int at = 0;
        for (const std::int64_t value : values)
            sqlite3_bind_int64(statement, ++at, value);
        sqlite3_step(statement);
        sqlite3_reset(statement);
    }

    void insert(const FactRow &row)
    {
        const std::int64_t at = row.occurred.micros;
        if (row.kind == RowKind::Deal)
            return put("INSERT INTO deal VALUES (?, ?, ?, ?)", {row.subject, row.object, row.a, at});
        if (row.kind == RowKind::Activity) {
            const auto bits = domain::ActivityBits::unpack(row.a);
            return put("INSERT INTO activity VALUES (nullif(?, 0), ?, ?, ?, ?)",
                       {row.subject, row.object, static_cast<int>(bits.kind), static_cast<int>(bits.direction), at});
        }
        if (row.kind == RowKind::Evidence)
            return put("INSERT INTO file VALUES (?, ?, ?)", {row.subject, row.a, at});
        if (row.kind == RowKind::Customer || row.kind == RowKind::Contact)
            return;
        put("INSERT INTO event VALUES (?, ?)", {row.subject, at});
        if (row.kind == RowKind::StageMoved)
            put("INSERT INTO move VALUES (?, ?, ?)", {row.subject, row.object, at});
        if (row.kind == RowKind::RoleSet)
            put("INSERT INTO role VALUES (?, ?, ?)", {row.subject, row.object, at});
        if (row.kind == RowKind::Won || row.kind == RowKind::Lost)
            put("INSERT INTO ending VALUES (?, ?, ?)", {row.subject, row.kind == RowKind::Won ? 1 : 0, at});
    }

    sqlite3 *m_db = nullptr;
    std::map<const char *, sqlite3_stmt *> m_statements;
};

/// A world and its tables.
struct Both {
    explicit Both(std::int64_t deals) : world(bench::world(deals)), tables(static_cast<std::uint32_t>(deals)) {}

    bench::World &world;
    Tables tables;
};

Both &both(std::int64_t deals)
{
    static std::map<std::int64_t, std::unique_ptr<Both>> made;
    if (!made[deals])
        made[deals] = std::make_unique<Both>(deals);
    return *made[deals];
}

/// The tables as they were at `asOf`, under their own names. Of the bench's worlds everything is known when it happens.
std::string tablesOf(support::Instant asOf)
{
    std::string tables;
    for (const std::string_view table : {"event", "role", "file", "activity", "ending"})
        tables += fmt::format("{0} AS (SELECT * FROM main.{0} WHERE at <= {1}), ", table, asOf.micros);
    return tables + fmt::format("deal AS (SELECT * FROM main.deal WHERE created <= {}), ", asOf.micros);
}

/// The health of every open deal at `asOf` (engine.md, "Health score") with the numbers of the standard playbook. `tables` says
/// which part of the tables is looked at; empty: all of it, which is right for no instant but the last.
std::string healthQuery(const bench::World &world, support::Instant asOf, const std::string &tables = {})
{
    std::string minor = "0";
    for (const domain::EvidenceKindId &kind : world.book.playbook().health.minorEvidence)
        minor += fmt::format(", {}", world.symbols.find(domain::SymbolKind::EvidenceKind, kind.text()));
    return fmt::format(R"(
        WITH {2} talk AS (
            SELECT deal, kind, direction, at FROM activity WHERE deal IS NOT NULL
            UNION ALL
            SELECT deal.id, kind, direction, activity.at FROM activity JOIN deal USING (customer)
                LEFT JOIN ending ON ending.deal = deal.id
                WHERE activity.deal IS NULL AND activity.at >= created AND (ending.at IS NULL OR activity.at < ending.at)),
        asks AS (SELECT deal, count(*) AS n FROM talk WHERE direction = 0 AND kind <= 4 AND at > {0} - 604800000000 GROUP BY deal),
        roles AS (SELECT deal, count(DISTINCT role) AS n FROM role GROUP BY deal),
        files AS (SELECT deal, count(*) AS n FROM file WHERE kind NOT IN ({1}) GROUP BY deal),
        progress AS (SELECT deal, {0} - max(at) - 172800000000 AS stale FROM (
            SELECT deal, at FROM event UNION ALL SELECT deal, at FROM file
            UNION ALL SELECT deal, at FROM talk WHERE kind NOT IN (8, 9)) GROUP BY deal)
        SELECT id, raw - 5 * iif(stale <= 0, 0, stale / 86400000000 + 1) FROM (
        SELECT deal.id, 30 * ifnull(roles.n, 0) + 15 * ifnull(files.n, 0) + 10 * ifnull(asks.n, 0) AS raw,
            ifnull(stale, {0} - created - 172800000000) AS stale
        FROM deal LEFT JOIN ending ON ending.deal = deal.id LEFT JOIN roles ON roles.deal = deal.id
            LEFT JOIN files ON files.deal = deal.id LEFT JOIN asks ON asks.deal = deal.id
            LEFT JOIN progress ON progress.deal = deal.id
        WHERE ending.deal IS NULL))",
                       asOf.micros, minor, tables);
}

using Scores = std::map<std::int64_t, std::int64_t>;

/// Ends the program where SQL's answer is not the board's.
void compare(Tables &tables, const std::string &query, const engine::Board &board)
{
    Scores theirs;
    tables.ask(query, [&](sqlite3_stmt *row) { theirs[sqlite3_column_int64(row, 0)] = sqlite3_column_int64(row, 1); });
    Scores ours;
    for (const engine::DealRow &row : board.deals) {
        if (row.status == engine::Status::Open)
            ours[row.key] = row.health;
    }
    for (const auto &[deal, health] : ours) {
        const auto found = theirs.find(deal);
        if (found == theirs.end() || found->second != health)
            stop(fmt::format("the scores of SQL ({}) and of the engine ({}) differ: deal {}",
                             found == theirs.end() ? "none" : std::to_string(found->second), health, deal));
    }
    if (ours.size() != theirs.size())
        stop("the deals of SQL and of the engine differ");
}

/// From the facts alone.
void healthAgainstSql(benchmark::State &state)
{
    Both &it = both(state.range(0));
    const std::string query = healthQuery(it.world, now);
    compare(it.tables, query, *engine::evaluate(it.world.source(), bench::when(now)));
    const auto sql = [&] { it.tables.ask(query, [](sqlite3_stmt *) {}); };
    const auto evaluate = [&] { benchmark::DoNotOptimize(engine::evaluate(it.world.source(), bench::when(now))); };
    bench::interleave(state, bench::Time::Processor, "sql", sql, "ours", evaluate);
}

/// A minute later, as the program does it from minute to minute: from the board before, with its flags and ranks.
void healthAMinuteLaterAgainstSql(benchmark::State &state)
{
    Both &it = both(state.range(0));
    const bench::World &world = it.world;
    const engine::When later = bench::when(now + support::minutes(1));
    const std::string query = healthQuery(world, later.asOf);
    const auto board = engine::evaluate(world.source(), bench::when(now));
    const auto amended = [&] { return engine::amend({*board, *world.history}, world.source(), later); };
    compare(it.tables, query, *amended());
    const auto sql = [&] { it.tables.ask(query, [](sqlite3_stmt *) {}); };
    const auto amend = [&] { benchmark::DoNotOptimize(amended()); };
    bench::interleave(state, bench::Time::Processor, "sql", sql, "ours", amend);
}

/// As of half a year ago.
void healthInThePastAgainstSql(benchmark::State &state)
{
    Both &it = both(state.range(0));
    const support::Instant then = now - support::days(180);
    const std::string query = healthQuery(it.world, then, tablesOf(then));
    compare(it.tables, query, *engine::evaluate(it.world.source(), bench::when(then)));
    const auto sql = [&] { it.tables.ask(query, [](sqlite3_stmt *) {}); };
    const auto evaluate = [&] { benchmark::DoNotOptimize(engine::evaluate(it.world.source(), bench::when(then))); };
    bench::interleave(state, bench::Time::Processor, "sql", sql, "ours", evaluate);
}

/// How many deals of each person entered each stage, how many of them were won, and how many were longer there than they may.
std::string funnelQuery(const bench::World &world)
{
    const auto &stages = world.book.pipelines().front().stages;
    std::string limits;
    for (const engine::CompiledStage &stage : stages)
        limits += fmt::format("{}({}, {})", limits.empty() ? "" : ", ", stage.key,
                              static_cast<std::int64_t>(stage.stage->limitDays * 86'400e6));
    return fmt::format(R"(
        WITH most(place, micros) AS (VALUES {2}),
        step AS (
            SELECT deal, stage, at FROM move
            UNION ALL
            SELECT id, {0}, created FROM deal WHERE NOT EXISTS (SELECT 1 FROM move WHERE deal = id AND at <= created)),
        visit AS (
            SELECT step.deal, stage, won, step.at, lead(step.at, 1, ifnull(ending.at, {1}))
                OVER (PARTITION BY step.deal ORDER BY step.at) AS until
            FROM step LEFT JOIN ending ON ending.deal = step.deal WHERE step.at <= ifnull(ending.at, {1})),
        stay AS (
            SELECT deal, stage, max(ifnull(won, 0)) AS won, sum(max(until - at, 0)) AS dwell FROM visit GROUP BY deal, stage)
        SELECT owner, stage, count(*), sum(won), sum(dwell > micros)
        FROM stay JOIN deal ON id = stay.deal JOIN most ON place = stage GROUP BY owner, stage)",
                       stages.front().key, now.micros, limits);
}

using Funnel = std::map<std::pair<std::int64_t, std::int64_t>, std::array<std::int64_t, 3>>;

/// The funnel by person, with the curves and the rates of missing things that SQL is not asked for.
std::vector<engine::FunnelSlice> cut(const engine::Stays &stays)
{
    return engine::funnel(stays, {.slice = [](const engine::StayDeal &deal) { return deal.owner; }});
}

/// Ends the program where SQL's answer is not the funnel's.
void compareFunnels(Both &it, const std::string &query)
{
    Funnel theirs;
    it.tables.ask(query, [&](sqlite3_stmt *row) {
        theirs[{sqlite3_column_int64(row, 0), sqlite3_column_int64(row, 1)}] = {
            sqlite3_column_int64(row, 2), sqlite3_column_int64(row, 3), sqlite3_column_int64(row, 4)};
    });
    Funnel ours;
    for (const engine::FunnelSlice &slice : cut(engine::Stays(*it.world.history, it.world.book, now, {}))) {
        for (std::size_t place = 0; place < slice.stages.size(); ++place) {
            const engine::FunnelStage &stage = slice.stages[place];
            if (stage.entered > 0)
                ours[{slice.key, it.world.book.pipelines().front().stages[place].key}] = {stage.entered, stage.won,
                                                                                          stage.overrun};
        }
    }
    if (ours != theirs)
        stop("the funnels of SQL and of the engine differ");
}

/// From the facts alone.
void funnelAgainstSql(benchmark::State &state)
{
    Both &it = both(state.range(0));
    const std::string query = funnelQuery(it.world);
    compareFunnels(it, query);
    const auto sql = [&] { it.tables.ask(query, [](sqlite3_stmt *) {}); };
    const auto funnel = [&] { benchmark::DoNotOptimize(cut(engine::Stays(*it.world.history, it.world.book, now, {}))); };
    bench::interleave(state, bench::Time::Processor, "sql", sql, "ours", funnel);
}

/// Another cut of stays that are there already.
void cutAgainstSql(benchmark::State &state)
{
    Both &it = both(state.range(0));
    const std::string query = funnelQuery(it.world);
    compareFunnels(it, query);
    const engine::Stays stays(*it.world.history, it.world.book, now, {});
    const auto sql = [&] { it.tables.ask(query, [](sqlite3_stmt *) {}); };
    bench::interleave(state, bench::Time::Processor, "sql", sql, "ours", [&] { benchmark::DoNotOptimize(cut(stays)); });
}

/// One size after the other, so that the tables of each are made when they are needed.
const bool registered = [] {
    for (const std::int64_t deals : {5'000, 100'000, 1'000'000}) {
        const auto add = [&](const char *name, void (*measure)(benchmark::State &)) {
            benchmark::RegisterBenchmark(name, measure)
                ->Arg(deals)
                ->Iterations(deals > 100'000 ? 1 : 3)
                ->Unit(benchmark::kMillisecond);
        };
        add("healthAgainstSql", healthAgainstSql);
        add("healthAMinuteLaterAgainstSql", healthAMinuteLaterAgainstSql);
        add("healthInThePastAgainstSql", healthInThePastAgainstSql);
        add("funnelAgainstSql", funnelAgainstSql);
        add("cutAgainstSql", cutAgainstSql);
    }
    return true;
}();

} // namespace
