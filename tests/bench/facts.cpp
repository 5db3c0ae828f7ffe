// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "tests/bench/facts.h"

#include "domain/canonical.h"
#include "domain/valuetext.h"

#include <fmt/format.h>
#include <sqlite3.h>

#include <unistd.h>

#include <array>
#include <cstdlib>

namespace bench {

namespace fs = std::filesystem;
using namespace domain;

namespace {

template <class T>
T value(std::string_view text)
{
    return fromText<T>(text).value();
}

} // namespace

Folder::Folder()
{
    static int count = 0;
    const char *named = std::getenv("PLUMBLINE_BENCH_DIR");
    m_path = (named == nullptr ? fs::temp_directory_path() : fs::path(named))
             / fmt::format("plumbline-bench-{}-{}", ::getpid(), ++count);
    fs::create_directories(m_path);
}

fs::path Folder::fresh()
{
    return *this / fmt::format("{}.plumb", ++m_count);
}

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
                add(DealEvent{{deal, actor}, StageMoved{{value<StageId>(stages[static_cast<std::size_t>(round / 6)])}}}, when);
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

} // namespace bench
