// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
//
// From a workspace on the disk to the first board: out of the columns that are kept beside it, against a plain read of the same
// bytes and against reading it row by row; the memory that takes; an edit against its own write; and from a file of JSON Lines to
// committed facts with history and board against a bare insert of the same rows (budgets 5, 8, 9, 12 and 16).
// Each benchmark's argument is the number of deals.
#include "domain/valuetext.h"
#include "engine/evaluate.h"
#include "workbench/historyloader.h"
#include "workbench/importing.h"

#include "tests/bench/facts.h"
#include "tests/bench/interleaved.h"
#include "tests/bench/world.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sqlite3.h>
#include <unistd.h>

#include <algorithm>
#include <cstdio>
#include <fstream>
#include <map>

namespace fs = std::filesystem;

namespace {

using bench::interleave;
using bench::now;
using bench::Time;
using bench::when;
using bench::World;
using workbench::HistoryLoader;

constexpr HistoryLoader::Keeping keepAlways{true, 1};
constexpr HistoryLoader::Keeping keepNever{false, 1};

[[noreturn]] void stop(const std::string &why)
{
    std::fputs((why + "\n").c_str(), stderr);
    std::abort();
}

template <class T>
T checked(support::Result<T> result)
{
    if (!result)
        stop(result.error().subject + ": " + result.error().detail);
    return *std::move(result);
}

/// Puts the rows of a world into a workspace, without the facts that they come from: what is loaded are the rows.
class RowFile {
public:
    RowFile(const fs::path &path, std::uint32_t deals)
    {
        checked(store::Workspace::create(path, {}));
        if (sqlite3_open(path.c_str(), &m_db) != SQLITE_OK)
            stop("the workspace cannot be opened");
        run("PRAGMA foreign_keys = OFF; PRAGMA synchronous = OFF; BEGIN");
        run("INSERT INTO symbol VALUES (10000000, 1, 'the last')");
        sqlite3_prepare_v2(m_db, "INSERT INTO fact VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", -1, &m_insert, nullptr);
        domain::Symbols symbols;
        bench::Rows rows(symbols);
        for (std::uint32_t deal = 0; deal < deals; ++deal)
            rows.deal(deal, [this](const domain::FactRow &row) { insert(row); });
        run(fmt::format("INSERT INTO batch VALUES (1, 'import', 'bench', 0, 1, {}, 0, 0, 0, 0, NULL, NULL, NULL); COMMIT;"
                        "PRAGMA wal_checkpoint(TRUNCATE)",
                        m_last));
    }
    RowFile(const RowFile &) = delete;
    RowFile &operator=(const RowFile &) = delete;
    ~RowFile()
    {
        sqlite3_finalize(m_insert);
        sqlite3_close(m_db);
    }

private:
    void run(const std::string &sql)
    {
        if (sqlite3_exec(m_db, sql.c_str(), nullptr, nullptr, nullptr) != SQLITE_OK)
            stop(sqlite3_errmsg(m_db));
    }

    void insert(const domain::FactRow &row)
    {
        int at = 0;
        const auto bind = [&](auto value) { sqlite3_bind_int64(m_insert, ++at, static_cast<std::int64_t>(value)); };
        bind(m_last = row.number);
        bind(row.kind);
        bind(row.subject);
        bind(row.object);
        bind(row.a);
        bind(row.b);
        bind(row.c);
        bind(row.d);
        bind(row.value);
        bind(row.occurred.micros);
        bind(row.recorded.micros);
        if (sqlite3_step(m_insert) != SQLITE_DONE)
            stop(sqlite3_errmsg(m_db));
        sqlite3_reset(m_insert);
    }

    sqlite3 *m_db = nullptr;
    sqlite3_stmt *m_insert = nullptr;
    std::uint32_t m_last = 0;
};

/// A workspace of so many deals with its columns beside it.
const fs::path &workspace(std::int64_t deals)
{
    static const bench::Folder folder;
    static std::map<std::int64_t, fs::path> made;
    fs::path &path = made[deals];
    if (path.empty()) {
        path = folder / fmt::format("{}.plumb", deals);
        const RowFile rows(path, static_cast<std::uint32_t>(deals));
        const auto file = checked(store::Workspace::open(path, store::Mode::ReadOnly));
        HistoryLoader loader(path, keepAlways);
        benchmark::DoNotOptimize(checked(loader.load(file, {})));
    }
    return path;
}

struct Playbook {
    domain::Symbols symbols;
    bench::Rows rows{symbols};
    engine::CompiledPlaybook book{bench::standardPlaybook(), symbols};
    engine::RuleSet rules{book};
};

std::shared_ptr<const engine::Board> firstBoard(const fs::path &path, const Playbook &playbook)
{
    const auto file = checked(store::Workspace::open(path, store::Mode::ReadOnly));
    HistoryLoader loader(path, keepNever);
    const auto history = checked(loader.load(file, {}));
    return engine::evaluate({*history, playbook.book, playbook.rules}, when(now), bench::onThreads(2));
}

std::size_t readPlainly(const fs::path &path)
{
    const auto size = static_cast<std::size_t>(fs::file_size(path));
    const std::unique_ptr<char[]> bytes(new char[size]);
    std::ifstream(path, std::ios::binary).read(bytes.get(), static_cast<std::streamsize>(size));
    benchmark::DoNotOptimize(bytes[size / 2]);
    return size;
}

std::size_t residentBytes()
{
    std::size_t total = 0;
    std::size_t resident = 0;
    std::ifstream("/proc/self/statm") >> total >> resident;
    return resident * static_cast<std::size_t>(::sysconf(_SC_PAGESIZE));
}

/// Lets the system forget what it keeps of the file in memory.
void forget(const fs::path &path)
{
    const int file = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
    if (file < 0 || ::fdatasync(file) != 0 || ::posix_fadvise(file, 0, 0, POSIX_FADV_DONTNEED) != 0)
        stop("the page cache cannot be emptied");
    ::close(file);
}

/// Budget 8: what lies in the page cache already, or with `isCold` nothing of it.
void startAgainstRead(benchmark::State &state, bool isCold)
{
    const fs::path &path = workspace(state.range(0));
    const fs::path columns = store::SideFile(path).path();
    const Playbook playbook;
    std::vector<double> boards;
    std::vector<double> reads;
    const auto measure = [&](std::vector<double> &times, const auto &act) {
        if (isCold) {
            forget(path);
            forget(columns);
        }
        times.push_back(bench::secondsOf(Time::Wall, act));
    };
    for ([[maybe_unused]] const auto round : state) {
        measure(boards, [&] { benchmark::DoNotOptimize(firstBoard(path, playbook)); });
        measure(reads, [&] { readPlainly(columns); });
    }
    state.counters["first board ms"] = bench::median(boards) * 1e3;
    state.counters["read ms"] = bench::median(reads) * 1e3;
    state.counters["ratio"] = bench::median(boards) / bench::median(reads);
    state.counters["columns MB"] = static_cast<double>(fs::file_size(columns)) / 1e6;
}

void coldStartAgainstRead(benchmark::State &state)
{
    startAgainstRead(state, true);
}

void warmStartAgainstRead(benchmark::State &state)
{
    startAgainstRead(state, false);
}

void historyAgainstRead(benchmark::State &state)
{
    const fs::path &path = workspace(state.range(0));
    const fs::path columns = store::SideFile(path).path();
    const auto history = [&] {
        const auto file = checked(store::Workspace::open(path, store::Mode::ReadOnly));
        HistoryLoader loader(path, keepNever);
        benchmark::DoNotOptimize(checked(loader.load(file, {})));
    };
    interleave(state, Time::Wall, "history", history, "read", [&] { readPlainly(columns); });
}

void rowsAgainstColumns(benchmark::State &state)
{
    const fs::path &path = workspace(state.range(0));
    const fs::path columns = store::SideFile(path).path();
    const fs::path aside = columns.string() + ".aside";
    const Playbook playbook;
    const auto fromRows = [&] {
        fs::rename(columns, aside);
        benchmark::DoNotOptimize(firstBoard(path, playbook));
        fs::rename(aside, columns);
    };
    interleave(state, Time::Wall, "rows", fromRows, "columns", [&] { benchmark::DoNotOptimize(firstBoard(path, playbook)); });
}

/// What a program has in memory that has loaded the workspace and made a board.
void memoryAgainstColumns(benchmark::State &state)
{
    const fs::path &path = workspace(state.range(0));
    const auto columns = static_cast<double>(fs::file_size(store::SideFile(path).path()));
    const Playbook playbook;
    const auto file = checked(store::Workspace::open(path, store::Mode::ReadOnly));
    double bytes = 0;
    for ([[maybe_unused]] const auto round : state) {
        const std::size_t before = residentBytes();
        HistoryLoader loader(path, keepNever);
        const auto history = checked(loader.load(file, {}));
        const auto board = engine::evaluate({*history, playbook.book, playbook.rules}, when(now), bench::onThreads(2));
        bytes = std::max(bytes, static_cast<double>(residentBytes()) - static_cast<double>(before));
        benchmark::DoNotOptimize(board->deals.size());
    }
    state.counters["memory MB"] = bytes / 1e6;
    state.counters["columns MB"] = columns / 1e6;
    state.counters["ratio"] = bytes / columns;
}

/// The next history and board of one move, against the move's own durable write into a workspace.
void editAgainstWrite(benchmark::State &state)
{
    using namespace domain;
    const bench::Folder folder;
    auto file = checked(store::Workspace::create(folder / "edits.plumb", {}));
    const auto write = [&](const Record &record) {
        auto batch = checked(file.begin({store::BatchKind::Edit, "bench", record.times().recorded}));
        checked(batch.append(record));
        checked(batch.commit([](std::uint64_t, const support::Error &error) { stop(error.detail); }));
    };
    World &world = bench::world(state.range(0));
    bench::Editing editing(world);
    std::int64_t tick = 0;
    const auto edit = [&] { benchmark::DoNotOptimize(editing.next()); };
    const auto writeOne = [&] {
        const support::Instant at = now + support::seconds(++tick);
        Customer renamed{
            fromText<CustomerId>("c").value(), fromText<Name>(fmt::format("c{}", tick)).value(), {}, {}, {}, {}, {}, {}, {}};
        write(checked(Record::make(std::move(renamed), {at, at})));
    };
    interleave(state, Time::Wall, "edit", edit, "write", writeOne);
}

void importAgainstInsert(benchmark::State &state)
{
    bench::Folder folder;
    const auto facts = bench::story(static_cast<int>(state.range(0)));
    const auto prepared = bench::prepare(facts);
    const fs::path lines = folder / "facts.jsonl";
    {
        std::ofstream out(lines);
        for (const domain::Record &fact : facts)
            out << workbench::factLine(fact) << '\n';
    }
    // What lies ahead of the clock would be refused.
    const auto recorded = [](const domain::Record &fact) { return fact.recordedAt(); };
    const support::FixedClock clock(recorded(*std::ranges::max_element(facts, {}, recorded)));
    const auto import = [&] {
        const auto desk = checked(workbench::Workbench::create(folder.fresh(), "Asia/Shanghai", clock));
        auto job = checked(workbench::ImportJob::prepare(*desk, {lines}, {}));
        if (checked(job.run({})).created != facts.size())
            stop("facts were refused");
        benchmark::DoNotOptimize(checked(desk->today({}, clock.now())));
    };
    const auto insert = [&] {
        const fs::path path = folder.fresh();
        checked(store::Workspace::create(path, {}));
        bench::insertBare(path, prepared);
    };
    interleave(state, Time::Wall, "import", import, "bare", insert);
    state.counters["facts/s"] = static_cast<double>(facts.size()) * 1e3 / state.counters["import ms"].value;
}

/// One size after the other, so that each workspace is made when it is needed.
const bool registered = [] {
    for (const std::int64_t deals : {5'000, 100'000, 1'000'000}) {
        const auto add = [&](const char *name, void (*measure)(benchmark::State &), std::int64_t rounds) {
            benchmark::RegisterBenchmark(name, measure)->Arg(deals)->Iterations(rounds)->Unit(benchmark::kMillisecond);
        };
        const bool large = deals > 100'000;
        add("memoryAgainstColumns", memoryAgainstColumns, 1);
        add("coldStartAgainstRead", coldStartAgainstRead, large ? 5 : 9);
        add("warmStartAgainstRead", warmStartAgainstRead, large ? 5 : 9);
        add("historyAgainstRead", historyAgainstRead, large ? 5 : 9);
        add("rowsAgainstColumns", rowsAgainstColumns, large ? 1 : 3);
        add("editAgainstWrite", editAgainstWrite, 9);
        if (!large)
            add("importAgainstInsert", importAgainstInsert, deals > 5'000 ? 1 : 3);
    }
    return true;
}();

} // namespace
